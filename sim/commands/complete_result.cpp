// SPDX-License-Identifier: Apache-2.0
#include "commands/complete_result.hpp"

#include "commands/speech.hpp"
#include "files/error.hpp"
#include "files/result_layout.hpp"
#include "files/result_repeated.hpp"
#include "files/results_read.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tujuh {

namespace {

bool same_texts(const LoadedScenario& a, const LoadedScenario& b) {
    const auto same = [](const NamedText& one, const NamedText& other) {
        return one.name == other.name && one.text == other.text;
    };
    return a.resolved_text == b.resolved_text &&
           std::equal(a.tables.begin(), a.tables.end(), b.tables.begin(), b.tables.end(), same);
}

bool is_by_this_command(const CommandLine& asked, const std::string& output) {
    const ResultSummary summary = read_result_summary(output);
    const Provenance own = this_build();
    if (!summary.complete || summary.hash_of_content != summary.result_hash ||
        summary.version != own.version || summary.git_commit != own.git_commit ||
        !summary.command.starts_with("tujuh " + asked.command + " "))
        return false;
    if (asked.command != "attribute") return true;
    const CarriedAttribution carried = read_carried_attribution(output);
    return carried.by_activity == asked.activities && carried.reallocate == asked.reallocate;
}

bool holds(const CommandLine& asked, std::span<const LoadedScenario> loaded, const std::string& output) {
    try {
        if (!is_by_this_command(asked, output)) return false;
        const auto carried = read_carried_scenarios(output);
        return std::equal(loaded.begin(), loaded.end(), carried.begin(), carried.end(), same_texts);
    } catch (const Error&) { // no such file, or none of ours: what is wrong with it is told by who writes it
        return false;
    }
}

} // namespace

bool is_complete_result(const CommandLine& asked, std::span<const LoadedScenario> loaded,
                        const std::string& output) {
    if (!asked.resume || asked.force || asked.dry_run || !holds(asked, loaded, output)) return false;
    say(asked, fmt::format("{} is complete; there is nothing to do", output));
    return true;
}

} // namespace tujuh
