// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/found_by_search.hpp"
#include "commands/json.hpp"
#include "commands/repeatable.hpp"
#include "commands/speech.hpp"
#include "commands/sweeps.hpp"
#include "commands/text_table.hpp"
#include "commands/this_process.hpp"
#include "files/error.hpp"
#include "files/result_hash.hpp"
#include "files/result_repeated.hpp"
#include "files/results_read.hpp"
#include "files/sweep_read.hpp"
#include "run/replicates.hpp"
#include "run/trial.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tujuh {

namespace {

constexpr int check_failed = 1;
constexpr std::size_t most_shown = 10;

/// What came out: numbers that are not those of the stored hash make the repetition needless.
struct Verification {
    bool altered = false;
    std::string repeated_hash; ///< empty where it was not run again
    std::vector<DatasetDifference> differences;
    bool same() const noexcept { return !altered && differences.empty(); }
};

std::string program_text(std::string_view version, std::string_view commit) {
    return fmt::format("tujuh {} (commit {})", version, commit);
}

void say_programs(const CommandLine& asked, const std::string& path, const ResultSummary& summary) {
    const Provenance own = this_build();
    const auto writer = program_text(summary.version, summary.git_commit),
               here = program_text(own.version, own.git_commit);
    say(asked, writer == here ? fmt::format("{} was written by this program, {}", path, here)
                              : fmt::format("{} was written by {}; this is {}", path, writer, here));
}

/// What run and compare write: the scenarios alone say what is run.
ResultFile repeat_scenarios(const CommandLine& asked, const std::string& path) {
    const auto loaded = read_carried_scenarios(path);
    const auto scenarios = scenarios_of(loaded);
    if (scenarios.size() == 1) {
        check_trials(scenarios.front());
        Session session(asked, scenarios.front().name, months_with_trials(scenarios.front()), scenarios);
        return run_scenario(asked, loaded.front(), session);
    }
    Session session(asked, scenarios.front().name, months_of(scenarios), scenarios);
    return compare_scenarios(asked, loaded, session);
}

ResultFile repeat_attribution(const CommandLine& asked, const std::string& path) {
    const CarriedAttribution carried = read_carried_attribution(path);
    CommandLine as_then = asked;
    as_then.activities = carried.by_activity;
    as_then.reallocate = carried.reallocate;
    return attribute_scenario(as_then, read_carried_scenarios(path).front());
}

SweepFile repeat_sweep(const CommandLine& asked, const std::string& path) {
    if (this_process().count() > 1)
        throw Error(ErrorKind::command_line,
                    {{path, "holds a sweep", "verify repeats a sweep in one process", "leave mpirun out"}});
    LoadedDesign design = read_carried_design(path);
    if (fits_targets(design.design().method)) design = with_known_targets(asked, std::move(design));
    if (!is_search(design.design().method))
        return Sweep(asked, std::move(design), Writes::nothing).in_memory();
    Search search(asked, std::move(design), Writes::nothing);
    SweepFile found = fits_targets(search.design().design().method) ? find_fit(search) : find_optimum(search);
    search.end();
    return found;
}

void compare_with(const std::string& path, const ResultSummary& summary,
                  const std::vector<ResultGroup>& repeated, Verification& found) {
    found.repeated_hash = result_hash(repeated);
    if (found.repeated_hash != summary.result_hash) found.differences = differences_from(path, repeated);
}

Verification verify(const CommandLine& asked, const std::string& path, const ResultSummary& summary) {
    Verification found;
    found.altered = !summary.complete || summary.hash_of_content != summary.result_hash;
    if (found.altered) return found;
    const std::string_view words =
        summary.command; // "tujuh run community"; empty where a sweep was put together
    if (!summary.sweep.empty())
        compare_with(path, summary, sweep_groups(repeat_sweep(asked, path)), found);
    else if (words.starts_with("tujuh run ") || words.starts_with("tujuh compare "))
        compare_with(path, summary, result_groups(repeat_scenarios(asked, path)), found);
    else if (words.starts_with("tujuh attribute "))
        compare_with(path, summary, result_groups(repeat_attribution(asked, path)), found);
    else
        throw Error(ErrorKind::scenario_wrong,
                    {{path, fmt::format("was written by '{}'", words),
                      "verify repeats what run, compare, attribute and the commands of a design write",
                      "repeat it by its own command"}});
    return found;
}

std::string text_of(const DatasetDifference& difference) {
    if (!difference.fault.empty()) return fmt::format("  {}: {}\n", difference.path, difference.fault);
    const auto count = [](std::size_t number) { return number_text(static_cast<double>(number), 0); };
    return fmt::format("  {}: {} of {} numbers differ, {}\n", difference.path, count(difference.different),
                       count(difference.values),
                       difference.largest == difference.largest
                           ? fmt::format("by {:.3g} at most", difference.largest)
                           : "one of two is missing");
}

std::string text_of(const std::string& path, const ResultSummary& summary, const Verification& found) {
    if (found.altered)
        return fmt::format("{}: altered after it was written\n"
                           "  the numbers in it have the hash {}\n"
                           "  the hash that stands in it is   {}\n",
                           path, summary.hash_of_content, summary.result_hash);
    if (found.same()) return fmt::format("{}: the same again, result hash {}\n", path, summary.result_hash);
    std::string text = fmt::format("{}: NOT the same: its scenarios, run again, give\n", path);
    const std::size_t shown = std::min(most_shown, found.differences.size());
    for (std::size_t i = 0; i < shown; ++i) text += text_of(found.differences[i]);
    if (shown < found.differences.size())
        text += fmt::format("  and {} more datasets differ\n", found.differences.size() - shown);
    return text;
}

Json json_of(const std::string& path, const ResultSummary& summary, const Verification& found) {
    std::vector<Json> rows;
    for (const auto& difference : found.differences)
        rows.push_back(json_object({{"dataset", json(difference.path)},
                                    {"fault", json(difference.fault)},
                                    {"values", json(static_cast<std::int64_t>(difference.values))},
                                    {"different", json(static_cast<std::int64_t>(difference.different))},
                                    {"largest", json(difference.largest)}}));
    return json_object({{"file", json(path)},
                        {"same", json_flag(found.same())},
                        {"altered", json_flag(found.altered)},
                        {"version", json(summary.version)},
                        {"git_commit", json(summary.git_commit)},
                        {"result_hash", json(summary.result_hash)},
                        {"hash_of_content", json(summary.hash_of_content)},
                        {"repeated_hash", json(found.repeated_hash)},
                        {"differences", json_list(rows)}});
}

} // namespace

int verify_command(const CommandLine& asked) {
    const std::string& path = asked.operands.front();
    const ResultSummary summary = read_result_summary(path);
    say_programs(asked, path, summary);
    const Verification found = verify(asked, path, summary);
    print_data(asked.json ? json_of(path, summary, found).text() + "\n" : text_of(path, summary, found));
    return found.same() ? 0 : check_failed;
}

} // namespace tujuh
