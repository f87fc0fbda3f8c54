// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/runs.hpp"
#include "commands/searches.hpp"
#include "commands/speech.hpp"
#include "commands/sweeps.hpp"
#include "commands/text_table.hpp"
#include "files/error.hpp"
#include "run/size_estimate.hpp"

#include <fmt/format.h>

#include <optional>

namespace tujuh {

namespace {

/// What was found out about one file.
struct Checked {
    std::string operand;
    Problems problems;
    std::vector<std::string> remarks;
    std::optional<SizeEstimate> size; ///< where the scenario has no problem
    std::string runs;                 ///< "4 replicates", or of a design "1,000 points, 1 replicate each"
};

void check_scenario(const CommandLine& asked, std::size_t threads, Checked& result) {
    const std::vector<LoadedScenario> loaded = {load(asked, result.operand)};
    say_remarks(asked, loaded);
    result.remarks = loaded.front().remarks;
    const auto scenarios = scenarios_of(loaded);
    result.size = estimate_size(scenarios, threads);
    result.runs = count_text(scenarios.front().replicates, "replicate");
}

void check_design(const CommandLine& asked, std::size_t threads, Checked& result) {
    CommandLine one = asked;
    one.operands = {result.operand};
    LoadedDesign design = load_design(one);
    say_about(asked, design.base());
    result.remarks = design.base().remarks;
    const std::uint32_t replicates = design.design().replicates;
    if (is_search(design.design().method)) {
        const Search search(one, std::move(design), Writes::nothing);
        result.size = search.size_on(threads);
        result.runs =
            fmt::format("at most {} points, {} each", number_text(search.design().design().point_count(), 0),
                        count_text(replicates, "replicate"));
        return;
    }
    const Sweep sweep(one, std::move(design), Writes::nothing);
    result.size = sweep.size_on(threads);
    result.runs = fmt::format("{}, {} each", count_text(sweep.design().points().count, "point"),
                              count_text(replicates, "replicate"));
}

Checked checked(const CommandLine& asked, const std::string& operand, std::size_t threads, int& code) {
    Checked result;
    result.operand = operand;
    try {
        if (is_design_file(operand))
            check_design(asked, threads, result);
        else
            check_scenario(asked, threads, result);
        check_memory(operand, *result.size);
    } catch (const Error& error) {
        result.problems = error.problems;
        if (code == 0) code = exit_code(error.kind);
    }
    return result;
}

Json json_of(const Checked& checked) {
    std::vector<Json> problems;
    for (const auto& problem : checked.problems)
        problems.push_back(json_object({{"where", json(problem.where)},
                                        {"what", json(problem.what)},
                                        {"why", json(problem.why)},
                                        {"suggestion", json(problem.suggestion)}}));
    std::vector<Json> remarks;
    for (const auto& remark : checked.remarks) remarks.push_back(json(remark));
    std::vector<std::pair<std::string_view, Json>> members = {{"scenario", json(checked.operand)},
                                                              {"valid", json_flag(checked.problems.empty())},
                                                              {"problems", json_list(problems)},
                                                              {"notes", json_list(remarks)}};
    if (checked.size) {
        members.emplace_back("households", json(checked.size->households));
        members.emplace_back("months", json(checked.size->months));
        members.emplace_back("seconds", json(checked.size->seconds));
        members.emplace_back("memory_bytes", json(checked.size->memory_bytes));
        members.emplace_back("result_bytes", json(checked.size->result_bytes));
    }
    return json_object(members);
}

std::string line_of(const Checked& checked, std::size_t threads) {
    const SizeEstimate& size = *checked.size;
    return fmt::format(
        "{}: {}; {} households, {}, {} months in all: about {} on {}, {} of memory, {} on disk\n",
        checked.operand, checked.problems.empty() ? "no problem" : "more memory needed than there is",
        number_text(size.households, 0), checked.runs, number_text(size.months, 0),
        duration_text(size.seconds), count_text(threads, "thread"), size_text(size.memory_bytes),
        size_text(size.result_bytes));
}

} // namespace

int check_command(const CommandLine& asked) {
    const std::size_t threads = Threads(asked.threads).count();
    int code = 0;
    std::vector<Json> items;
    for (const auto& operand : asked.operands) {
        const Checked one = checked(asked, operand, threads, code);
        for (const auto& problem : one.problems) say_error(format(problem));
        if (!one.problems.empty() && one.problems.size() > 1)
            say_error(fmt::format("{}: {}", operand, count_text(one.problems.size(), "problem")));
        items.push_back(json_of(one));
        if (!asked.json && one.size) print_data(line_of(one, threads));
    }
    if (asked.json) print_data(json_list(items).text() + "\n");
    say(asked,
        fmt::format(
            "time on one thread of a server of 2024: {:.0f} ns a household-month, {:.0f} us a village-month, "
            "{:.0f} us to measure a province for a month, {:.0f} ns a year of the burn-in and household that "
            "curves are fitted on; 'tujuh bench' measures this machine",
            measured_ns_a_household_month, measured_us_a_village_month, measured_us_a_province_month,
            measured_ns_a_household_fit));
    return code;
}

} // namespace tujuh
