// SPDX-License-Identifier: Apache-2.0
#include "commands/tasks_text.hpp"

#include "commands/json.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "outcomes/catalogue.hpp"
#include "tasks/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace tujuh {

namespace {

std::string marked(const Estimate& estimate, int decimals) {
    return signed_text(estimate.mean, decimals) + (estimate.excludes_zero() ? "*" : " ");
}

std::vector<TextTable::Column> task_columns(const CommandLine& asked, std::string first) {
    std::vector<TextTable::Column> columns = {{std::move(first), TextTable::Align::left}};
    for (const auto& row : task_rows)
        columns.push_back({fmt::format("{} {}", word(asked, "task", "tugas"), row.code)});
    columns.push_back({std::string(word(asked, "all seven", "ketujuhnya"))});
    return columns;
}

void add_row(TextTable& table, std::string title, const Contributions& found) {
    const int decimals = decimals_for(found.whole.mean);
    std::vector<std::string> cells = {std::move(title)};
    for (const auto& task : found.tasks) cells.push_back(marked(task, decimals));
    cells.push_back(marked(found.whole, decimals));
    table.add(std::move(cells));
}

std::string outcomes_text(const CommandLine& asked, const ShapleyAttribution& found) {
    TextTable table(task_columns(asked, std::string(word(asked, "outcome", "luaran"))));
    for (const auto outcome : chosen_outcomes(asked))
        add_row(table, std::string(title_of(outcome_rows()[outcome], asked.language)),
                found.outcomes[outcome].window);
    return table.aligned();
}

/// Groups that are shown of a grouping: positions from `first` to before `end`.
struct ShownGroups {
    std::string_view grouping;
    std::size_t first, end;
};
constexpr ShownGroups shown_groups[] = {
    {"decile", 0, 2}, {"area", 0, 2}, {"distance", 1, 2}, {"head", 1, 2}, {"disability", 1, 2}};

/// An outcome in the groups that are shown, or nothing where none of them has it.
std::string groups_text(const CommandLine& asked, const ShapleyAttribution& found, std::size_t outcome) {
    TextTable table(task_columns(asked, std::string(word(asked, "group", "kelompok"))));
    bool any = false;
    for (const auto& shown : shown_groups)
        for (const auto& of : found.groups) {
            const auto at = std::find(of.outcomes.begin(), of.outcomes.end(), outcome);
            if (of.grouping.key != shown.grouping || at == of.outcomes.end()) continue;
            const auto row = static_cast<std::size_t>(at - of.outcomes.begin()) * of.labels.key.size();
            for (auto g = shown.first; g < shown.end; ++g)
                add_row(table, title_of(of.labels, asked.language)[g], of.values[row + g]);
            any = true;
        }
    return any ? table.aligned() : "";
}

std::string years_text(const CommandLine& asked, const ShapleyAttribution& found, const Scenario& scenario,
                       std::size_t outcome) {
    TextTable table(task_columns(asked, std::string(word(asked, "year from", "tahun sejak"))));
    const auto& years = found.outcomes[outcome].years;
    for (std::size_t y = 0; y < years.size(); ++y)
        add_row(table,
                month_text(scenario, static_cast<std::int32_t>(
                                         years_of(static_cast<std::size_t>(scenario.months))[y].first)),
                years[y]);
    return table.aligned();
}

/// The pair that is told from none best, with its p-value among the 21 of the outcome (Holm 1979).
struct StrongestPair {
    std::size_t pair = 0;
    double p_value = 1;
};
std::optional<StrongestPair> strongest(const std::array<Estimate, pair_count>& pairs) {
    std::vector<double> p_values;
    for (const auto& pair : pairs) p_values.push_back(two_sided_p(pair));
    const auto adjusted = holm_adjusted(p_values);
    std::optional<StrongestPair> most;
    for (std::size_t p = 0; p < pair_count; ++p)
        if (pairs[p].mean != 0 && p_values[p] < (most ? p_values[most->pair] : 1.0)) most = {p, adjusted[p]};
    return most;
}

std::string stars(const CommandLine& asked, const ShapleyAttribution& found, const Estimate& estimate,
                  double p_value_of_holm) {
    if (!estimate.excludes_zero()) return "";
    return bold(asked, p_value_of_holm < 1 - found.level ? "**" : "*");
}

std::string pairs_text(const CommandLine& asked, const ShapleyAttribution& found) {
    TextTable table({{std::string(word(asked, "outcome", "luaran")), TextTable::Align::left},
                     {std::string(word(asked, "tasks", "tugas"))},
                     {std::string(word(asked, "interaction", "interaksi"))},
                     {std::string(word(asked, "95 % interval", "selang 95 %"))},
                     {"", TextTable::Align::left}});
    const auto pairs = task_pairs();
    for (const auto o : chosen_outcomes(asked)) {
        const auto most = strongest(found.outcomes[o].pairs);
        if (!most) continue;
        const Estimate& interaction = found.outcomes[o].pairs[most->pair];
        const auto [first, second] = pairs[most->pair];
        const int decimals = decimals_for(interaction.mean);
        table.add({std::string(title_of(outcome_rows()[o], asked.language)),
                   fmt::format("{}-{}", task_rows[first].code, task_rows[second].code),
                   signed_text(interaction.mean, decimals),
                   fmt::format("{} .. {}", signed_text(interaction.low, decimals),
                               signed_text(interaction.high, decimals)),
                   stars(asked, found, interaction, most->p_value)});
    }
    return table.aligned();
}

double largest_residue(const ShapleyAttribution& found) {
    double largest = 0;
    for (const auto& outcome : found.outcomes) {
        const double size = std::fabs(outcome.window.whole.mean);
        if (size > 0) largest = std::max(largest, outcome.window.residue / size);
    }
    return largest;
}

/// The blocks below the table of outcomes: the first outcome by group and by year, and pairs.
std::string details_text(const CommandLine& asked, const ShapleyAttribution& found,
                         const Scenario& scenario) {
    const std::size_t first = chosen_outcomes(asked).front();
    const auto title = title_of(outcome_rows()[first], asked.language);
    std::string text;
    if (const auto groups = groups_text(asked, found, first); !groups.empty())
        text += fmt::format("{} {}\n\n{}\n", title, word(asked, "by group", "menurut kelompok"), groups);
    text += fmt::format("{} {}\n\n{}\n", title, word(asked, "by year", "menurut tahun"),
                        years_text(asked, found, scenario, first));
    if (found.replicates > 1)
        text += fmt::format(
            "{}\n\n{}\n",
            word(asked,
                 "the two tasks that act together most, of 21 pairs (above zero: together they do more than "
                 "the "
                 "sum of each alone)",
                 "dua tugas yang paling saling memengaruhi, dari 21 pasangan (di atas nol: bersama-sama "
                 "hasilnya melebihi jumlah masing-masing)"),
            pairs_text(asked, found));
    return text;
}

Json json_of(const Estimate& estimate) {
    return json_object(
        {{"value", json(estimate.mean)}, {"low", json(estimate.low)}, {"high", json(estimate.high)}});
}

using Members = std::vector<std::pair<std::string_view, Json>>;

/// `members`, then the values of the tasks and of all.
Json json_of(Members members, const Contributions& found) {
    std::vector<Json> tasks;
    for (const auto& task : found.tasks) tasks.push_back(json_of(task));
    members.emplace_back("tasks", json_list(tasks));
    members.emplace_back("whole", json_of(found.whole));
    members.emplace_back("residue", json(found.residue));
    return json_object(members);
}

Json name_of_outcome(std::size_t outcome) {
    return json(outcome_rows()[outcome].name);
}

Json years_json(const CommandLine& asked, const ShapleyAttribution& found) {
    std::vector<Json> items;
    for (const auto o : chosen_outcomes(asked))
        for (std::size_t y = 0; y < found.outcomes[o].years.size(); ++y)
            items.push_back(
                json_of({{"outcome", name_of_outcome(o)}, {"year", json(static_cast<std::int64_t>(y))}},
                        found.outcomes[o].years[y]));
    return json_list(items);
}

Json groups_json(const CommandLine& asked, const ShapleyAttribution& found) {
    std::vector<Json> items;
    const auto chosen = chosen_outcomes(asked);
    for (const auto& of : found.groups)
        for (std::size_t o = 0; o < of.outcomes.size(); ++o) {
            if (std::find(chosen.begin(), chosen.end(), of.outcomes[o]) == chosen.end()) continue;
            for (std::size_t g = 0; g < of.labels.key.size(); ++g)
                items.push_back(json_of({{"grouping", json(of.grouping.key)},
                                         {"group", json(of.labels.key[g])},
                                         {"outcome", name_of_outcome(of.outcomes[o])}},
                                        of.values[o * of.labels.key.size() + g]));
        }
    return json_list(items);
}

Json pairs_json(const CommandLine& asked, const ShapleyAttribution& found) {
    std::vector<Json> items;
    const auto pairs = task_pairs();
    for (const auto o : chosen_outcomes(asked))
        for (std::size_t p = 0; p < pair_count; ++p) {
            const auto& pair = found.outcomes[o].pairs[p];
            items.push_back(json_object({{"outcome", name_of_outcome(o)},
                                         {"first_task", json(task_rows[pairs[p].first].code)},
                                         {"second_task", json(task_rows[pairs[p].second].code)},
                                         {"interaction", json(pair.mean)},
                                         {"low", json(pair.low)},
                                         {"high", json(pair.high)}}));
        }
    return json_list(items);
}

// ---- In the file

/// Lays contributions of one or several numbers out as [task][number] and [number].
class ValuesOfTasks {
  public:
    void add(const Contributions& found) { all_.push_back(found); }
    ShapleySection::Values values() const {
        ShapleySection::Values values;
        for (std::size_t t = 0; t < task_count; ++t)
            for (const auto& found : all_) {
                const Estimate& task = found.tasks[t];
                values.value.push_back(task.mean);
                values.standard_error.push_back(task.standard_error);
                values.low.push_back(task.low);
                values.high.push_back(task.high);
            }
        for (const auto& found : all_) {
            values.whole.push_back(found.whole.mean);
            values.whole_low.push_back(found.whole.low);
            values.whole_high.push_back(found.whole.high);
        }
        return values;
    }

  private:
    std::vector<Contributions> all_;
};

ShapleySection::Pairs pairs_of(const ShapleyAttribution& found) {
    ShapleySection::Pairs pairs;
    for (std::size_t p = 0; p < pair_count; ++p)
        for (const auto& outcome : found.outcomes) {
            const Estimate& pair = outcome.pairs[p];
            pairs.interaction.push_back(pair.mean);
            pairs.standard_error.push_back(pair.standard_error);
            pairs.low.push_back(pair.low);
            pairs.high.push_back(pair.high);
        }
    return pairs;
}

} // namespace

std::string_view manner(const CommandLine& asked, bool reallocate) {
    return reallocate ? word(asked, "at work minus not done, its hours given to the others",
                             "dikerjakan dikurangi tidak dikerjakan, jamnya untuk yang lain")
                      : word(asked, "working minus sham", "dikerjakan dikurangi semu");
}

std::string tasks_text(const CommandLine& asked, const ShapleyAttribution& found, const Scenario& scenario) {
    std::string tasks;
    for (const auto& row : task_rows)
        tasks += fmt::format("  {} {}\n", row.code, title_of(row, asked.language));
    return fmt::format("{}: {} ({})\n{} {} - {}, {}\n\n{}\n{}\n{}*  {}\n** {}\n{}: {:.1e}\n",
                       title_of(scenario, asked.language),
                       word(asked, "what each task contributes, Shapley values over 128 coalitions",
                            "sumbangan setiap tugas, nilai Shapley atas 128 koalisi"),
                       manner(asked, found.reallocate), word(asked, "mean of", "rata-rata"),
                       month_text(scenario, static_cast<std::int32_t>(found.window.first)),
                       month_text(scenario, static_cast<std::int32_t>(found.window.end) - 1),
                       count_text(found.replicates, "replicate"), tasks, outcomes_text(asked, found),
                       details_text(asked, found, scenario),
                       word(asked, "the 95 % interval excludes zero", "selang 95 % tidak memuat nol"),
                       word(asked, "of pairs: it still does when corrected for their number (Holm 1979)",
                            "pada pasangan: tetap demikian setelah dikoreksi untuk jumlahnya (Holm 1979)"),
                       word(asked, "largest distance of the seven from their sum, as a share of it",
                            "selisih terbesar ketujuhnya dari jumlahnya, sebagai bagiannya"),
                       largest_residue(found));
}

std::string tasks_json(const CommandLine& asked, const ShapleyAttribution& found, const Scenario& scenario) {
    std::vector<Json> outcomes;
    for (const auto& outcome : found.outcomes)
        outcomes.push_back(json_of({{"outcome", name_of_outcome(outcome.outcome)}}, outcome.window));
    return json_object({{"scenario", json(scenario.name)},
                        {"replicates", json(static_cast<std::int64_t>(found.replicates))},
                        {"level", json(found.level)},
                        {"first_tick", json(static_cast<std::int64_t>(found.window.first))},
                        {"last_tick", json(static_cast<std::int64_t>(found.window.end) - 1)},
                        {"reallocate", json_flag(found.reallocate)},
                        {"outcomes", json_list(outcomes)},
                        {"groups", groups_json(asked, found)},
                        {"years", years_json(asked, found)},
                        {"pairs", pairs_json(asked, found)}})
               .text() +
           "\n";
}

ShapleySection shapley_section(const ShapleyAttribution& found) {
    ShapleySection section;
    section.level = found.level;
    section.first_tick = static_cast<std::int32_t>(found.window.first);
    section.last_tick = static_cast<std::int32_t>(found.window.end) - 1;
    section.reallocate = found.reallocate;
    ValuesOfTasks window, years;
    for (const auto& outcome : found.outcomes) {
        window.add(outcome.window);
        for (const auto& year : outcome.years) years.add(year);
    }
    section.window = window.values();
    section.years = years.values();
    for (const auto& of : found.groups) {
        ValuesOfTasks groups;
        for (const auto& value : of.values) groups.add(value);
        section.groups.push_back({of.grouping, of.labels, of.outcomes, groups.values()});
    }
    section.pairs = pairs_of(found);
    return section;
}

} // namespace tujuh
