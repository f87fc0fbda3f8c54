// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/comparison_text.hpp"
#include "commands/complete_result.hpp"
#include "commands/kept_replicates.hpp"
#include "commands/repeatable.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "files/error.hpp"
#include "run/comparison.hpp"
#include "run/replicates.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tujuh {

namespace {

constexpr double level = 0.95, power = 0.8;
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

std::vector<std::vector<OutcomeTable>> tables_after_first(const ResultFile& result) {
    std::vector<std::vector<OutcomeTable>> tables;
    for (std::size_t s = 1; s < result.scenarios.size(); ++s)
        tables.push_back(result.scenarios[s].replicates);
    return tables;
}

ComparisonSection::Window section_of(const WindowComparison& found) {
    ComparisonSection::Window window;
    window.first_tick = static_cast<std::int32_t>(found.window.first);
    window.last_tick = static_cast<std::int32_t>(found.window.end) - 1;
    window.power = power;
    window.base = found.base;
    window.alternative = found.alternative;
    window.difference = found.difference;
    window.standard_error = found.standard_error;
    window.low = found.low;
    window.high = found.high;
    window.p_value = found.p_value;
    window.holm_p_value = found.holm_p_value;
    window.replicates_needed = found.replicates_needed;
    return window;
}

ComparisonSection::Groups section_of(GroupComparison found) {
    auto &years = found.years, &window = found.window;
    return {found.grouping,
            std::move(found.outcomes),
            std::move(years.difference),
            std::move(years.standard_error),
            std::move(years.low),
            std::move(years.high),
            std::move(window.difference),
            std::move(window.standard_error),
            std::move(window.low),
            std::move(window.high)};
}

/// Compares the alternatives of a result with its base and puts what is found into it.
void add_comparison(ResultFile& result) {
    const auto& base = result.scenarios.front().replicates;
    const auto alternatives = tables_after_first(result);
    const Window window = last_months(base.front().ticks, shown_months);
    auto over_time = compare_tables(base, alternatives, level);
    ComparisonSection section;
    section.level = level;
    section.difference = std::move(over_time.difference);
    section.standard_error = std::move(over_time.standard_error);
    section.low = std::move(over_time.low);
    section.high = std::move(over_time.high);
    section.window = section_of(compare_windows(base, alternatives, window, level, power));
    for (auto& by : compare_groups(base, alternatives, window, level))
        section.groups.push_back(section_of(std::move(by)));
    result.comparison = std::move(section);
}

} // namespace

ResultFile compare_scenarios(const CommandLine& asked, std::span<const LoadedScenario> loaded,
                             Session& session) {
    auto runs = run_paired(scenarios_of(loaded), session.options(), FollowHouseholds::yes);
    session.end(runs.halt);
    ResultFile result = result_of(asked, loaded, runs.tables, session);
    result.flows = FlowSection{std::move(runs.flows)};
    add_comparison(result);
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
    const std::string usual = base.name + "_compare.h5";
    if (is_complete_result(asked, loaded, asked.output.empty() ? usual : asked.output)) return 0;
    const std::string output = checked_output(asked, usual, loaded);
    KeptReplicates kept(asked, loaded, "compare", output);
    if (asked.dry_run) {
        say_dry_run(asked, scenarios, static_cast<double>(months_of(scenarios)), output);
        return 0;
    }
    Session session(asked, base.name, months_of(scenarios), scenarios);
    kept.serve(session, months_of(scenarios) / base.replicates);
    const ResultFile result = compare_scenarios(asked, loaded, session);
    write(asked, output, result);
    kept.remove();

    print_data(asked.json ? comparison_json(asked, result, outcomes, output)
                          : comparison_text(asked, result, base, outcomes));
    if (base.replicates < 2) say(asked, "one replicate gives no interval: try --replicates 8");
    say(asked, fmt::format("\nnext: tujuh report {0}   (a page to read and to print)\n"
                           "      tujuh list outcomes   (what each row means)\n"
                           "      tujuh attribute {1} --activities   (what each activity contributes)",
                           output, asked.operands.back()));
    return 0;
}

} // namespace tujuh
