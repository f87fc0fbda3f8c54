// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/repeatable.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "files/error.hpp"
#include "files/result_hash.hpp"
#include "files/result_repeated.hpp"
#include "files/results_read.hpp"
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

/// What other commands write is computed from more than scenarios.
void check_kind(const std::string& path, const ResultSummary& summary) {
    const std::string_view words = summary.command; // "tujuh run community"
    for (const std::string_view repeated : {"tujuh run ", "tujuh compare "})
        if (words.starts_with(repeated)) return;
    throw Error(
        ErrorKind::scenario_wrong,
        {{path, words.empty() ? "was written by 'tujuh sweep'" : fmt::format("was written by '{}'", words),
          "verify repeats what run and compare write", "repeat it by its own command"}});
}

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

ResultFile repeat(const CommandLine& asked, const std::string& path) {
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

Verification verify(const CommandLine& asked, const std::string& path, const ResultSummary& summary) {
    Verification found;
    found.altered = !summary.complete || summary.hash_of_content != summary.result_hash;
    if (found.altered) return found;
    check_kind(path, summary);
    const ResultFile result = repeat(asked, path);
    found.repeated_hash = result_hash(result);
    if (found.repeated_hash != summary.result_hash) found.differences = differences_from(path, result);
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
