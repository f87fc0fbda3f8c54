// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "files/error.hpp"
#include "outcomes/catalogue.hpp"
#include "run/comparison.hpp"
#include "run/replicates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tujuh {

namespace {

constexpr double level = 0.95;
constexpr std::size_t shown_months = 12;

/// Reads the alternatives with seed, replicates and months of the base, as only then they have a common
/// world. Says so where a file wants something else.
std::vector<LoadedScenario> load_paired(const CommandLine& asked) {
    std::vector<LoadedScenario> loaded = {load(asked, asked.operands.front())};
    const Scenario base = loaded.front().scenario;
    CommandLine paired = asked;
    const std::pair<std::string, std::int64_t> common[] = {
        {"seed", base.seed}, {"replicates", base.replicates}, {"months", base.months}};
    for (const auto& [key, value] : common) {
        const std::string prefix = key + "=";
        std::erase_if(paired.assignments, [&](const auto& text) { return text.starts_with(prefix); });
        paired.assignments.push_back(fmt::format("{}={}", key, value));
    }
    for (std::size_t i = 1; i < asked.operands.size(); ++i) {
        const Scenario own = load(asked, asked.operands[i]).scenario;
        if (own.seed != base.seed || own.replicates != base.replicates || own.months != base.months)
            say(asked, fmt::format("{}: seed, replicates and months are taken from {}", own.name, base.name));
        loaded.push_back(load(paired, asked.operands[i]));
    }
    return loaded;
}

/// Throws Error for scenarios whose months are not the same calendar months.
void check_comparable(std::span<const LoadedScenario> loaded) {
    const Scenario& base = loaded.front().scenario;
    Problems problems;
    for (const auto& one : loaded) {
        const Scenario& scenario = one.scenario;
        if (month_text(scenario, 0) != month_text(base, 0))
            problems.push_back({scenario.name,
                                fmt::format("starts in {}, {} in {}", month_text(scenario, 0), base.name,
                                            month_text(base, 0)),
                                "compared months must be the same", "give both the same `start`"});
    }
    if (!problems.empty()) throw Error(ErrorKind::scenario_wrong, problems);
}

ComparisonSection section_of(Comparison comparison) {
    return {comparison.level, std::move(comparison.difference), std::move(comparison.standard_error),
            std::move(comparison.low), std::move(comparison.high)};
}

/// One row of what is shown: an outcome over the last months.
struct Shown {
    std::size_t outcome;
    double base, alternative;
    Estimate difference;
};

Shown shown(const ScenarioResult& base, const ScenarioResult& alternative, std::size_t outcome,
            Window window) {
    return {outcome, estimate_level(base.replicates, outcome, window, level).mean,
            estimate_level(alternative.replicates, outcome, window, level).mean,
            estimate_difference(alternative.replicates, base.replicates, outcome, window, level)};
}

/// Digits that show both the size of the outcome and the first digit of its interval.
int decimals_of(const Shown& row) {
    const double half = (row.difference.high - row.difference.low) / 2;
    const int needed = half > 0 ? decimals_for(half) - 2 : 0;
    return std::clamp(std::max(decimals_for(row.base), needed), 0, 6);
}

std::string interval_text(const Estimate& difference, int decimals) {
    if (difference.low != difference.low) return "-";
    return fmt::format("{} .. {}", signed_text(difference.low, decimals),
                       signed_text(difference.high, decimals));
}

std::string table_of(const CommandLine& asked, const ScenarioResult& base, const ScenarioResult& alternative,
                     std::span<const std::size_t> outcomes, Window window) {
    TextTable table({{std::string(word(asked, "outcome", "luaran")), TextTable::Align::left},
                     {std::string(word(asked, "base", "dasar"))},
                     {std::string(word(asked, "alternative", "alternatif"))},
                     {std::string(word(asked, "difference", "selisih"))},
                     {std::string(word(asked, "95 % interval", "selang 95 %"))},
                     {"", TextTable::Align::left}});
    for (const std::size_t outcome : outcomes) {
        const Shown row = shown(base, alternative, outcome, window);
        const int decimals = decimals_of(row);
        table.add({std::string(title_of(outcome_rows()[outcome], asked.language)),
                   number_text(row.base, decimals), number_text(row.alternative, decimals),
                   signed_text(row.difference.mean, decimals), interval_text(row.difference, decimals),
                   row.difference.excludes_zero() ? bold(asked, "*") : ""});
    }
    return table.aligned();
}

std::string text_of(const CommandLine& asked, const ResultFile& result, const Scenario& scenario,
                    std::span<const std::size_t> outcomes, Window window) {
    const auto names = names_in_file(result.scenarios);
    const ScenarioResult& base = result.scenarios.front();
    std::string text;
    for (std::size_t s = 1; s < result.scenarios.size(); ++s) {
        const ScenarioResult& alternative = result.scenarios[s];
        text += fmt::format(
            "{} ({}) {} {} ({})\n{} {} {} {} {} {}, {}\n\n", title_of(alternative, asked.language), names[s],
            word(asked, "against", "terhadap"), title_of(base, asked.language), names[0],
            word(asked, "mean of the last", "rerata"), window.end - window.first,
            word(asked, "months,", "bulan terakhir,"),
            month_text(scenario, static_cast<std::int32_t>(window.first)), word(asked, "to", "sampai"),
            month_text(scenario, static_cast<std::int32_t>(window.end) - 1),
            count_text(base.replicates.size(), word(asked, "replicate", "replikasi")));
        text += table_of(asked, base, alternative, outcomes, window) + "\n";
    }
    return text + std::string(word(asked, "* the interval excludes zero\n", "* selang tidak memuat nol\n"));
}

Json json_of(const CommandLine& asked, const ResultFile& result, const std::string& output,
             std::span<const std::size_t> outcomes, Window window) {
    const auto names = names_in_file(result.scenarios);
    std::vector<Json> alternatives;
    for (std::size_t s = 1; s < result.scenarios.size(); ++s) {
        std::vector<Json> rows;
        for (const std::size_t outcome : outcomes) {
            const Shown row = shown(result.scenarios.front(), result.scenarios[s], outcome, window);
            rows.push_back(json_object({{"outcome", json(outcome_rows()[outcome].name)},
                                        {"title", json(title_of(outcome_rows()[outcome], asked.language))},
                                        {"unit", json(outcome_rows()[outcome].unit)},
                                        {"base", json(row.base)},
                                        {"alternative", json(row.alternative)},
                                        {"difference", json(row.difference.mean)},
                                        {"standard_error", json(row.difference.standard_error)},
                                        {"low", json(row.difference.low)},
                                        {"high", json(row.difference.high)},
                                        {"excludes_zero", json_flag(row.difference.excludes_zero())}}));
        }
        alternatives.push_back(json_object({{"scenario", json(names[s])},
                                            {"title", json(title_of(result.scenarios[s], asked.language))},
                                            {"outcomes", json_list(rows)}}));
    }
    return json_object(
        {{"base", json(names.front())},
         {"replicates", json(static_cast<std::int64_t>(result.scenarios.front().replicates.size()))},
         {"level", json(level)},
         {"first_tick", json(static_cast<std::int64_t>(window.first))},
         {"last_tick", json(static_cast<std::int64_t>(window.end) - 1)},
         {"file", json(output)},
         {"alternatives", json_list(alternatives)}});
}

std::vector<std::vector<OutcomeTable>> tables_after_first(const ResultFile& result) {
    std::vector<std::vector<OutcomeTable>> tables;
    for (std::size_t s = 1; s < result.scenarios.size(); ++s)
        tables.push_back(result.scenarios[s].replicates);
    return tables;
}

} // namespace

int compare_command(const CommandLine& asked) {
    const auto outcomes = chosen_outcomes(asked);
    const auto loaded = load_paired(asked);
    check_comparable(loaded);
    const auto scenarios = scenarios_of(loaded);
    const Scenario& base = scenarios.front();
    const std::string output = checked_output(asked, base.name + "_compare.h5", loaded);
    if (asked.dry_run) {
        say_dry_run(asked, scenarios, static_cast<double>(months_of(scenarios)),
                    Threads(asked.threads).count(), output);
        return 0;
    }
    Session session(asked, base.name, months_of(scenarios), scenarios);
    auto runs = run_paired(scenarios, session.options());
    session.end(runs.halt);
    ResultFile result = result_of(asked, loaded, runs.tables, session);
    result.comparison =
        section_of(compare_tables(result.scenarios.front().replicates, tables_after_first(result), level));
    write(asked, output, result);

    const Window window = last_months(static_cast<std::size_t>(base.months), shown_months);
    if (asked.json)
        print_data(json_of(asked, result, output, outcomes, window).text() + "\n");
    else
        print_data(text_of(asked, result, base, outcomes, window));
    if (base.replicates < 2) say(asked, "one replicate gives no interval: try --replicates 8");
    say(asked, fmt::format("\nnext: tujuh inspect {0}\n"
                           "      tujuh list outcomes   (what each row means)\n"
                           "      tujuh attribute {1} --activities   (what each activity contributes)",
                           output, asked.operands.back()));
    return 0;
}

} // namespace tujuh
