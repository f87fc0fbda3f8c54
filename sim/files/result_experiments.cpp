// SPDX-License-Identifier: Apache-2.0
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"

#include <utility>

namespace tujuh {

namespace {

ResultAxis arms_axis(const Trial& trial) {
    GroupLabels labels;
    for (const TrialArm& arm : trial.arms) {
        labels.key.push_back(arm.id);
        labels.title.push_back(arm.title.empty() ? arm.id : arm.title);
        labels.title_id.push_back(arm.title_id.empty() ? labels.title.back() : arm.title_id);
    }
    labels.key.push_back("none");
    labels.title.push_back("in no arm");
    labels.title_id.push_back("di luar perlakuan");
    return labelled_axis(
        structural("arm", text_units, "arm", "kelompok perlakuan", "Arm into which a unit was drawn."),
        labels);
}

ResultAxis worlds_axis() {
    return labelled_axis(structural("world", text_units, "world", "dunia",
                                    "The world in which the arms are treated, or the same one untreated."),
                         {{"untreated", "treated"},
                          {"untreated world", "treated world"},
                          {"dunia tanpa perlakuan", "dunia dengan perlakuan"}});
}

ResultAxis trial_groups_axis() {
    GroupLabels labels;
    for (const TrialGroupRow& row : trial_group_rows) {
        labels.key.emplace_back(row.key);
        labels.title.emplace_back(row.title);
        labels.title_id.emplace_back(row.title_id);
    }
    return labelled_axis(structural("group", text_units, "participants", "peserta",
                                    "Whom among the participants; tenths by consumption before transfers in "
                                    "the month before the trial, of equal numbers of households."),
                         labels);
}

/// From each replicate's numbers the `count` that start at `begin`.
std::vector<double> of_replicates(const std::vector<TrialTable>& tables,
                                  std::vector<double> TrialTable::*numbers, std::size_t begin,
                                  std::size_t count) {
    std::vector<double> values;
    for (const auto& table : tables) {
        const auto first = (table.*numbers).begin() + static_cast<std::ptrdiff_t>(begin);
        values.insert(values.end(), first, first + static_cast<std::ptrdiff_t>(count));
    }
    return values;
}

ResultGroup trial_group(const TrialSection& section) {
    const Trial& trial = section.trial;
    const auto& tables = section.replicates;
    auto group = titled_group("/trials/" + trial.id, trial.title, trial.title_id);
    group.attributes.push_back({"programme", trial.programme});
    group.attributes.push_back(
        {"unit", std::string(trial_unit_rows[static_cast<std::size_t>(trial.unit)].key)});
    group.attributes.push_back(
        {"participants",
         std::string(trial_participants_rows[static_cast<std::size_t>(trial.participants)].key)});
    group.attributes.push_back({"from_month", trial.from_month});
    group.attributes.push_back({"months", trial.months});
    group.axes = {replicate_axis(tables.size()), arms_axis(trial), worlds_axis(), trial_groups_axis()};
    const std::size_t of_outcome = tables.front().arms * 2 * trial_group_count;
    for (std::size_t o = 0; o < trial_outcome_count; ++o) {
        const auto& row = trial_outcome_rows[o];
        group.arrays.push_back({structural(row.key, row.unit, row.title, row.title_id, row.definition),
                                {0, 1, 2, 3},
                                [&tables, o, of_outcome] {
                                    return of_replicates(tables, &TrialTable::values, o * of_outcome,
                                                         of_outcome);
                                },
                                {}});
    }
    group.arrays.push_back({structural("households", "households", "participants", "peserta",
                                       "Participants that the sample stands for, in the nation."),
                            {0, 1, 3},
                            [&tables] {
                                return of_replicates(tables, &TrialTable::households, 0,
                                                     tables.front().households.size());
                            },
                            {}});
    group.signal = std::string(trial_outcome_rows[0].key);
    return group;
}

using PatternRow = PatternSection::Row;

ResultArray pattern_texts(std::string_view name, std::string_view long_name, std::string_view long_name_id,
                          std::string_view definition, const std::vector<PatternRow>& rows,
                          std::string PatternRow::*text) {
    return {structural(name, text_units, long_name, long_name_id, definition),
            {0},
            [&rows, text] {
                std::vector<std::string> values;
                for (const auto& row : rows) values.push_back(row.*text);
                return values;
            },
            {}};
}

ResultArray pattern_numbers(std::string_view name, std::string_view long_name, std::string_view long_name_id,
                            std::string_view definition, const std::vector<PatternRow>& rows,
                            double PatternRow::*number) {
    return {structural(name, "see unit", long_name, long_name_id, definition),
            {0},
            [&rows, number] {
                std::vector<double> values;
                for (const auto& row : rows) values.push_back(row.*number);
                return values;
            },
            {}};
}

ResultGroup patterns_group(const PatternSection& found) {
    const auto& rows = found.rows;
    auto group =
        titled_group("/patterns", "published patterns and the model's", "pola terbitan dan pola model");
    group.attributes.push_back({"level", found.level});
    GroupLabels labels;
    for (const auto& row : rows) {
        labels.key.push_back(row.figure);
        labels.title.push_back(row.title);
        labels.title_id.push_back(row.title_id);
    }
    group.axes = {labelled_axis(
        structural("figure", text_units, "figure", "angka", "Name of the published figure."), labels)};
    group.arrays = {
        pattern_numbers("model", "model", "model", "The model's figure, mean over replicates.", rows,
                        &PatternRow::model),
        pattern_numbers("model_low", "lower end", "batas bawah",
                        "Lower end of the interval of the mean (Student t).", rows, &PatternRow::model_low),
        pattern_numbers("model_high", "upper end", "batas atas",
                        "Upper end of the interval of the mean (Student t).", rows, &PatternRow::model_high),
        pattern_numbers("published_value", "published", "terbitan",
                        "Published figure; missing where only its direction is known.", rows,
                        &PatternRow::published),
        pattern_numbers("published_low", "published, lower end", "terbitan, batas bawah",
                        "Lower end of the range within which the model hits.", rows,
                        &PatternRow::published_low),
        pattern_numbers("published_high", "published, upper end", "terbitan, batas atas",
                        "Upper end of the range within which the model hits.", rows,
                        &PatternRow::published_high),
        {structural("verdict", "1", "verdict", "putusan",
                    "Whether the model's figure lies in the published range."),
         {0},
         [&rows] {
             std::vector<std::int8_t> values;
             for (const auto& row : rows) values.push_back(static_cast<std::int8_t>(row.verdict));
             return values;
         },
         {{0, 1, 2}, "miss hit unknown"}},
        pattern_texts("pattern", "pattern", "pola", "Number of the pattern, as in the ODD document.", rows,
                      &PatternRow::pattern),
        pattern_texts("unit", "unit", "satuan", "Unit of the figure.", rows, &PatternRow::unit),
        pattern_texts("fitted_by", "fitted by", "disesuaikan dengan",
                      "Parameter that was fitted to this figure; empty: the figure is a check.", rows,
                      &PatternRow::fitted_by),
        pattern_texts("source", "source", "sumber", "Where the figure was published.", rows,
                      &PatternRow::source),
    };
    group.signal = "model";
    return group;
}

} // namespace

std::vector<ResultGroup> experiment_groups(const ResultFile& result) {
    std::vector<ResultGroup> groups;
    if (!result.trials.empty())
        groups.push_back(folder_group("/trials", "trials", "uji coba", result.trials.front().trial.id));
    for (const auto& section : result.trials) groups.push_back(trial_group(section));
    if (result.patterns) groups.push_back(patterns_group(*result.patterns));
    return groups;
}

} // namespace tujuh
