// SPDX-License-Identifier: Apache-2.0
#include "files/sweep_file.hpp"

#include "base/hash.hpp"
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"
#include "files/results_hdf5.hpp"
#include "files/results_read.hpp"
#include "outcomes/catalogue.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <iterator>
#include <limits>
#include <numeric>
#include <utility>

namespace tujuh {

namespace {

ResultAxis point_axis(std::size_t count) {
    std::vector<std::int32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return {structural("point", "1", "point", "titik", "Number of the point of the design."), numbers, {}};
}

constexpr std::string_view factor_units = "see factor_unit";

template <class Value, class Of>
ResultArray of_factors(Description description, const std::vector<Factor>& factors, Of of,
                       FlagMeanings flags = {}) {
    std::vector<Value> values;
    for (const Factor& factor : factors) values.push_back(of(factor));
    return {std::move(description), {1}, [values = std::move(values)] { return values; }, std::move(flags)};
}

/// The choices of a factor as they are written in a design, a line each.
std::string choices_text(const Design& design, const Factor& factor) {
    std::string text;
    if (design.method == DesignMethod::listed) return text;
    for (const FactorChoice& choice : factor.choices) text += (text.empty() ? "" : "\n") + choice.text;
    return text;
}

std::vector<ResultArray> factor_arrays(const Design& design) {
    const auto& factors = design.factors;
    const auto end = [&](const Factor& factor, double value) {
        return factor.choices.empty() ? value : std::numeric_limits<double>::quiet_NaN();
    };
    return {
        of_factors<double>(structural("low", factor_units, "lower end", "batas bawah",
                                      "Lower end of the range; missing where values are listed."),
                           factors, [&](const Factor& factor) { return end(factor, factor.low); }),
        of_factors<double>(structural("high", factor_units, "upper end", "batas atas",
                                      "Upper end of the range; missing where values are listed."),
                           factors, [&](const Factor& factor) { return end(factor, factor.high); }),
        of_factors<std::int8_t>(
            structural("scale", "1", "scale", "skala", "How equal steps of the factor are measured."),
            factors, [](const Factor& factor) { return static_cast<std::int8_t>(factor.scale); },
            {{0, 1}, "linear log"}),
        of_factors<std::int8_t>(
            structural("whole", "1", "whole numbers", "bilangan bulat",
                       "Whether only whole numbers are drawn."),
            factors, [](const Factor& factor) { return static_cast<std::int8_t>(factor.whole ? 1 : 0); },
            {{0, 1}, "no yes"}),
        of_factors<std::string>(structural("choices", text_units, "choices", "pilihan",
                                           "Values that are listed for the factor, a line each; empty for a "
                                           "range and in a design of listed points."),
                                factors, [&](const Factor& factor) { return choices_text(design, factor); }),
    };
}

ResultGroup design_group(const SweepFile& sweep) {
    const Design& design = sweep.design;
    auto group = titled_group("/design", "points of the design", "titik rancangan");
    group.attributes.push_back(
        {"method", std::string(design_method_rows[static_cast<std::size_t>(design.method)].key)});
    group.attributes.push_back({"seed", static_cast<double>(design.seed)});
    group.attributes.push_back({"replicates", static_cast<std::int32_t>(design.replicates)});
    group.attributes.push_back(
        {"common_random_numbers", static_cast<std::int8_t>(design.common_random_numbers ? 1 : 0)});
    group.attributes.push_back({"from_month", design.from_month});
    group.attributes.push_back({"to_month", design.to_month});
    group.attributes.push_back({"levels", design.levels});
    group.axes = {point_axis(sweep.points.count), factor_axis(design.factors)};
    group.arrays = {
        {structural("value", factor_units, "value", "nilai",
                    "Value of the factor at the point; of a text or a table among its choices the "
                    "position there, from 0."),
         {0, 1},
         [&sweep] { return sweep.points.value; },
         {}},
        {structural("position", "1", "position in the unit cube", "letak dalam kubus satuan",
                    "Where the point lies between the ends of the factor, 0-1; missing where points "
                    "are listed."),
         {0, 1},
         [&sweep] { return sweep.points.position; },
         {}}};
    for (auto& array : factor_arrays(design)) group.arrays.push_back(std::move(array));
    group.arrays.push_back(
        {structural("resolved_text", text_units, "design as it was run", "rancangan sebagaimana dijalankan",
                    "The design in TOML; it stands below the text of its scenario."),
         {},
         [&sweep] { return std::vector<std::string>{sweep.design_text}; },
         {}});
    group.signal = "value";
    return group;
}

/// Numbers from `first` on, `count` of each run; missing where the point has failed.
std::vector<double> numbers_of(const SweepFile& sweep, std::size_t first, std::size_t count,
                               std::size_t of_a_run) {
    std::vector<double> numbers;
    for (const PointResult& point : sweep.results)
        for (std::size_t r = 0; r < sweep.design.replicates; ++r)
            for (std::size_t i = first; i < first + count; ++i)
                numbers.push_back(point.values.empty() ? std::numeric_limits<double>::quiet_NaN()
                                                       : point.values[r * of_a_run + i]);
    return numbers;
}

ResultArray outcome_array(const SweepFile& sweep, std::size_t outcome, std::size_t first, std::size_t count,
                          std::vector<std::size_t> axes) {
    const OutcomeRow& row = outcome_rows()[outcome];
    const std::size_t of_a_run = numbers_of_a_run(sweep);
    return {{std::string(row.name), unit_in_file(row.unit), std::string(row.title), std::string(row.title_id),
             std::string(row.definition), std::string(row.reference)},
            std::move(axes),
            [&sweep, first, count, of_a_run] { return numbers_of(sweep, first, count, of_a_run); },
            {}};
}

ResultAxis run_axis(const SweepFile& sweep) {
    auto axis = replicate_axis(sweep.design.replicates);
    axis.description.definition = "Replicate of the point. With common random numbers it is the key of its "
                                  "random numbers, else point x replicates + replicate is.";
    return axis;
}

ResultGroup points_group(const SweepFile& sweep) {
    auto group = titled_group("/points", "what came out at each point", "hasil di setiap titik");
    group.axes = {point_axis(sweep.points.count), run_axis(sweep)};
    for (std::size_t o = 0; o < sweep.outcomes.size(); ++o)
        group.arrays.push_back(outcome_array(sweep, sweep.outcomes[o], o, 1, {0, 1}));
    group.arrays.push_back(
        {structural("failed", "1", "failed", "gagal", "Whether a run of the point failed."),
         {0},
         [&sweep] {
             std::vector<std::int8_t> failed;
             for (const auto& point : sweep.results)
                 failed.push_back(static_cast<std::int8_t>(point.failed() ? 1 : 0));
             return failed;
         },
         {{0, 1}, "no yes"}});
    group.arrays.push_back({structural("reason", text_units, "reason", "alasan",
                                       "Why the point failed; empty where it did not."),
                            {0},
                            [&sweep] {
                                std::vector<std::string> reasons;
                                for (const auto& point : sweep.results) reasons.push_back(point.reason);
                                return reasons;
                            },
                            {}});
    group.signal = group.arrays.front().description.name;
    return group;
}

bool is_defined(const ResultArray& array) {
    const auto values = array.values();
    const auto& numbers = std::get<std::vector<double>>(values);
    return std::any_of(numbers.begin(), numbers.end(), [](double number) { return !std::isnan(number); });
}

/// The outcomes by one grouping, those that are defined in it.
ResultGroup grouped_points(const SweepFile& sweep, const SweptGrouping& swept, std::size_t first) {
    const auto& row = grouping_rows[static_cast<std::size_t>(swept.grouping)];
    auto group =
        titled_group("/points/" + std::string(row.key), std::string(row.title), std::string(row.title_id));
    group.axes = {point_axis(sweep.points.count), run_axis(sweep),
                  labelled_axis(structural("group", text_units, "group", "kelompok", "Key of the group."),
                                swept.labels)};
    const std::size_t groups = swept.labels.key.size();
    for (std::size_t o = 0; o < sweep.outcomes.size(); ++o) {
        auto array = outcome_array(sweep, sweep.outcomes[o], first + o * groups, groups, {0, 1, 2});
        if (is_defined(array)) group.arrays.push_back(std::move(array));
    }
    if (!group.arrays.empty()) group.signal = group.arrays.front().description.name;
    return group;
}

/// What the design reads of each run besides its outcomes.
ResultGroup reading_points(const SweepFile& sweep) {
    auto group = titled_group("/points/reading", "what the design asks of its points",
                              "yang diminta rancangan dari titiknya");
    const auto readings = readings_of(sweep.design);
    group.axes = {point_axis(sweep.points.count), run_axis(sweep), reading_axis("reading", readings)};
    group.arrays = {{structural("value", "see reading_unit", "value", "nilai",
                                "The outcome in its group, mean over its window; missing where the point has "
                                "failed."),
                     {0, 1, 2},
                     [&sweep, count = readings.size()] {
                         return numbers_of(sweep, first_reading(sweep), count, numbers_of_a_run(sweep));
                     },
                     {}}};
    group.signal = "value";
    return group;
}

} // namespace

ResultAxis factor_axis(const std::vector<Factor>& factors) {
    GroupLabels labels;
    std::vector<std::string> units;
    for (const Factor& factor : factors) {
        labels.key.push_back(factor.key);
        labels.title.push_back(factor.title);
        labels.title_id.push_back(factor.title_id);
        units.push_back(unit_in_file(factor.unit));
    }
    auto axis = labelled_axis(structural("factor", text_units, "factor", "faktor",
                                         "Key of the scenario that is varied, as after --set."),
                              labels);
    axis.labels.push_back(
        text_labels("factor_unit", "unit", "satuan", "Unit of the factor.", std::move(units)));
    return axis;
}

std::size_t first_reading(const SweepFile& sweep) {
    std::size_t groups = 1;
    for (const auto& swept : sweep.groupings) groups += swept.labels.key.size();
    return groups * sweep.outcomes.size();
}

std::size_t numbers_of_a_run(const SweepFile& sweep) {
    return first_reading(sweep) + readings_of(sweep.design).size();
}

ResultAxis reading_axis(std::string_view name, std::span<const Reading> readings) {
    std::vector<std::int32_t> number, from_month, to_month;
    std::vector<std::string> outcome, title, title_id, unit, group;
    for (const Reading& reading : readings) {
        const OutcomeRow& row = outcome_rows()[*find_outcome(reading.outcome)];
        number.push_back(static_cast<std::int32_t>(number.size()));
        outcome.push_back(reading.outcome);
        title.emplace_back(row.title);
        title_id.emplace_back(row.title_id);
        unit.push_back(unit_in_file(row.unit));
        group.push_back(reading.group);
        from_month.push_back(reading.from_month);
        to_month.push_back(reading.to_month);
    }
    const auto months = [&](std::string_view label, std::string_view long_name, std::string_view long_name_id,
                            std::vector<std::int32_t> values) {
        return AxisLabels{structural(label, "1", long_name, long_name_id,
                                     "Months since tick 0, both ends of the window included."),
                          std::move(values),
                          {}};
    };
    const std::string of(name);
    return {
        structural(name, "1", name, name, "Number of what the design reads of a run, in its order."),
        number,
        {text_labels(of + "_outcome", "outcome", "luaran", "Name of the outcome in the catalogue.", outcome),
         text_labels(of + "_title", "title", "judul", "Title of the outcome in English.", title),
         text_labels(of + "_title_id", "Indonesian title", "judul bahasa Indonesia",
                     "Title of the outcome in Indonesian.", title_id),
         text_labels(of + "_unit", "unit", "satuan", "Unit of the outcome.", unit),
         text_labels(of + "_group", "group", "kelompok",
                     "Grouping and key in which the outcome is read; empty: the nation.", group),
         months(of + "_from_month", "first month", "bulan pertama", from_month),
         months(of + "_to_month", "last month", "bulan terakhir", to_month)}};
}

std::vector<double> mean_readings(const SweepFile& sweep, const PointResult& point, std::size_t replicates) {
    const std::size_t count = readings_of(sweep.design).size(), of_a_run = numbers_of_a_run(sweep);
    std::vector<double> means(count, std::numeric_limits<double>::quiet_NaN());
    if (point.values.empty()) return means;
    for (std::size_t k = 0; k < count; ++k) {
        double sum = 0;
        for (std::size_t r = 0; r < replicates; ++r)
            sum += point.values[r * of_a_run + first_reading(sweep) + k];
        means[k] = sum / static_cast<double>(replicates);
    }
    return means;
}

std::string SweepIdentity::hex() const {
    Sha256 hash;
    for (const auto* text : {&program, &scenario, &design}) hash.update_text(*text + "\n");
    return hash.hex();
}

SweepIdentity identity_of(const SweepFile& sweep) {
    Sha256 scenario, design;
    scenario.update_text(sweep.scenario.resolved_text);
    for (const auto& table : sweep.scenario.tables) scenario.update_text(table.name + "\n" + table.content);
    design.update_text(sweep.design_text);
    if (!is_search(sweep.design.method)) design.update_reals(sweep.points.value); // of a search they follow
    return {"tujuh " + sweep.provenance.version + ", commit " + sweep.provenance.git_commit +
                ", result format " + std::to_string(result_format_version),
            scenario.hex(), design.hex()};
}

std::vector<ResultGroup> sweep_groups(const SweepFile& sweep) {
    std::vector<ResultGroup> groups = scenario_groups(sweep.scenario, "");
    groups.push_back(design_group(sweep));
    groups.push_back(points_group(sweep));
    std::size_t first = sweep.outcomes.size();
    for (const auto& swept : sweep.groupings) {
        groups.push_back(grouped_points(sweep, swept, first));
        first += sweep.outcomes.size() * swept.labels.key.size();
    }
    if (!readings_of(sweep.design).empty()) groups.push_back(reading_points(sweep));
    if (!sweep.sensitivity.empty()) groups.push_back(sensitivity_group(sweep));
    const auto add = [&](std::vector<ResultGroup> more) {
        std::move(more.begin(), more.end(), std::back_inserter(groups));
    };
    if (sweep.fit) add(fit_groups(sweep));
    if (sweep.optimum) add(optimum_groups(sweep));
    for (auto& group : groups) mark_as_data(group);
    return groups;
}

std::vector<ResultAttribute> sweep_attributes(const SweepFile& sweep) {
    const auto failed = static_cast<std::size_t>(std::count_if(
        sweep.results.begin(), sweep.results.end(), [](const auto& point) { return point.failed(); }));
    auto attributes = origin_attributes({sweep.scenario.name}, sweep.scenario.title, sweep.scenario.title_id,
                                        "points", sweep.provenance);
    for (auto& attribute :
         run_attributes(sweep.seed, static_cast<std::int32_t>(sweep.design.replicates), sweep.months,
                        sweep.burn_in_months, sweep.start_year, sweep.start_month))
        attributes.push_back(std::move(attribute));
    attributes.push_back({"sweep", identity_of(sweep).hex()});
    if (failed > 0)
        attributes.push_back({"notes", std::vector<std::string>{std::to_string(failed) + " of " +
                                                                std::to_string(sweep.results.size()) +
                                                                " points failed; /points/reason says why."}});
    return attributes;
}

std::string write_sweep(const std::string& path, const SweepFile& sweep) {
    return write_groups(path, sweep_attributes(sweep), sweep_groups(sweep));
}

std::optional<std::string> identity_in_file(const std::string& path) {
    std::error_code failed;
    if (!std::filesystem::is_regular_file(path, failed)) return std::nullopt;
    return read_root_text(path, "sweep");
}

} // namespace tujuh
