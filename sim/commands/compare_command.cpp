// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/repeatable.hpp"
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

std::vector<LoadedScenario> load_all(const CommandLine& asked) {
    std::vector<LoadedScenario> loaded;
    for (const auto& operand : asked.operands) loaded.push_back(load(asked, operand));
    return loaded;
}

/// Reads alternatives again that want another seed, other replicates or months than the base, with those of
/// the base: only then they have a common world. Says so.
void take_over_run(const CommandLine& asked, std::vector<LoadedScenario>& loaded) {
    const Scenario base = loaded.front().scenario;
    CommandLine paired = asked;
    const std::pair<std::string, std::int64_t> common[] = {
        {"seed", base.seed}, {"replicates", base.replicates}, {"months", base.months}};
    for (const auto& [key, value] : common) {
        const std::string prefix = key + "=";
        std::erase_if(paired.assignments, [&](const auto& text) { return text.starts_with(prefix); });
        paired.assignments.push_back(fmt::format("{}={}", key, value));
    }
    for (std::size_t i = 1; i < loaded.size(); ++i) {
        const Scenario& own = loaded[i].scenario;
        if (own.seed == base.seed && own.replicates == base.replicates && own.months == base.months) continue;
        say(asked, fmt::format("{}: seed, replicates and months are taken from {}", own.name, base.name));
        loaded[i] = load(paired, asked.operands[i]);
    }
}

/// A key that two compared scenarios must share, as both have it.
struct SharedKey {
    std::string_view key;
    std::string base, alternative;
};

std::string list_text(const std::vector<std::string>& names) {
    if (names.empty()) return "all";
    return fmt::format("[\"{}\"]", fmt::join(names, "\", \""));
}

/// What a world and its months are made from. Worlds of other households, or at another age, have no
/// difference that a scenario has made.
std::vector<SharedKey> shared_keys(const Scenario& base, const Scenario& alternative) {
    std::vector<SharedKey> keys;
    const auto add = [&](std::string_view key, const auto& text_of) {
        keys.push_back({key, text_of(base), text_of(alternative)});
    };
    const auto number = [](auto value) { return fmt::format("{}", value); };
    add("start", [](const Scenario& s) { return fmt::format("\"{}\"", month_text(s, 0)); });
    add("burn_in_months", [&](const Scenario& s) { return number(s.burn_in_months); });
    add("population.provinces", [](const Scenario& s) { return list_text(s.population.provinces); });
    add("population.households", [&](const Scenario& s) { return number(s.population.households); });
    add("population.districts_per_province",
        [&](const Scenario& s) { return number(s.population.districts_per_province); });
    add("population.villages_per_district",
        [&](const Scenario& s) { return number(s.population.villages_per_district); });
    add("population.households_per_village",
        [&](const Scenario& s) { return number(s.population.households_per_village); });
    return keys;
}

/// One sentence that names every key in which an alternative differs and must not.
void check_shared_keys(const std::string& base_name, const std::string& name, const Scenario& base,
                       const Scenario& alternative, Problems& problems) {
    std::string differences;
    for (const SharedKey& shared : shared_keys(base, alternative))
        if (shared.base != shared.alternative)
            differences += fmt::format("{}{} is {} here and {} in {}", differences.empty() ? "" : ", ",
                                       shared.key, shared.alternative, shared.base, base_name);
    if (!differences.empty())
        problems.push_back({name, differences,
                            "scenarios that are compared share households, burn-in and calendar",
                            fmt::format("let one of the two build on the other with extends, without such "
                                        "keys, or give them to both with --set")});
}

void check_same_programmes(const std::string& base_name, const std::string& name, const Scenario& base,
                           const Scenario& alternative, Problems& problems) {
    const auto check = [&](const std::string& with_name, const Scenario& with,
                           const std::string& without_name, const Scenario& without) {
        for (const Programme& programme : with.base.programmes) {
            const auto same_key = [&](const Programme& other) { return other.key == programme.key; };
            if (std::any_of(without.base.programmes.begin(), without.base.programmes.end(), same_key))
                continue;
            problems.push_back(
                {name,
                 fmt::format("programmes.{} is in {} and not in {}", programme.key, with_name, without_name),
                 "scenarios that are compared have the same programmes",
                 fmt::format("give it to {} too, with quota = 0", without_name)});
        }
    };
    check(name, alternative, base_name, base);
    check(base_name, base, name, alternative);
}

/// The programmes stand in the same order in all tables of a result.
bool same_order(const Scenario& base, const Scenario& alternative) {
    return std::equal(base.base.programmes.begin(), base.base.programmes.end(),
                      alternative.base.programmes.begin(), alternative.base.programmes.end(),
                      [](const Programme& one, const Programme& other) { return one.key == other.key; });
}

std::string codes_of(const PublishedTables& published) {
    std::string codes;
    for (const auto& province : published.provinces) codes += province.code + ' ';
    return codes;
}

/// Throws Error for scenarios that have no world in common, before anything is simulated.
void check_comparable(const CommandLine& asked, std::span<const LoadedScenario> loaded) {
    const Scenario& base = loaded.front().scenario;
    const std::string& base_name = asked.operands.front();
    Problems problems;
    for (std::size_t i = 1; i < loaded.size(); ++i) {
        const Scenario& alternative = loaded[i].scenario;
        const std::string& name = asked.operands[i];
        const std::size_t before = problems.size();
        check_shared_keys(base_name, name, base, alternative, problems);
        check_same_programmes(base_name, name, base, alternative, problems);
        if (codes_of(base.published) != codes_of(alternative.published))
            problems.push_back(
                {name,
                 fmt::format("population.provinces_table lists other provinces than that of {}", base_name),
                 "scenarios that are compared share their households",
                 "give both the same tables of provinces"});
        if (problems.size() == before && !same_order(base, alternative))
            problems.push_back({name,
                                fmt::format("its programmes stand in another order than in {}", base_name),
                                "a result has one order of programmes", "write them in the same order"});
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

ResultFile compare_scenarios(const CommandLine& asked, std::span<const LoadedScenario> loaded,
                             Session& session) {
    auto runs = run_paired(scenarios_of(loaded), session.options());
    session.end(runs.halt);
    ResultFile result = result_of(asked, loaded, runs.tables, session);
    result.comparison =
        section_of(compare_tables(result.scenarios.front().replicates, tables_after_first(result), level));
    return result;
}

int compare_command(const CommandLine& asked) {
    const auto outcomes = chosen_outcomes(asked);
    auto loaded = load_all(asked);
    check_comparable(asked, loaded);
    take_over_run(asked, loaded);
    say_remarks(asked, loaded);
    const auto scenarios = scenarios_of(loaded);
    const Scenario& base = scenarios.front();
    const std::string output = checked_output(asked, base.name + "_compare.h5", loaded);
    if (asked.dry_run) {
        say_dry_run(asked, scenarios, static_cast<double>(months_of(scenarios)), output);
        return 0;
    }
    Session session(asked, base.name, months_of(scenarios), scenarios);
    const ResultFile result = compare_scenarios(asked, loaded, session);
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
