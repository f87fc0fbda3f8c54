// SPDX-License-Identifier: Apache-2.0
#include "commands/trial_tables.hpp"

#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "run/trial.hpp"

#include <fmt/format.h>

namespace tujuh {

namespace {

constexpr double level = 0.95;

/// Calls `visit(arm, outcome, untreated, treated, difference)` for all participants, arm by arm. Position
/// `arms.size()` is the one of units in no arm, left out where every unit is in one.
template <class Visit> void for_each_row(const TrialSection& section, Visit visit) {
    const auto& tables = section.replicates;
    for (std::size_t arm = 0; arm < tables.front().arms; ++arm) {
        bool anybody = false;
        for (const auto& table : tables)
            anybody = anybody || table.households[arm * trial_group_count + trial_everybody] > 0;
        if (!anybody) continue;
        for (std::size_t o = 0; o < trial_outcome_count; ++o) {
            const auto outcome = static_cast<TrialOutcome>(o);
            const auto in_world = [&](std::size_t world) {
                return trial_level(tables, outcome, arm, world, trial_everybody, level).mean;
            };
            visit(arm, trial_outcome_rows[o], in_world(0), in_world(1),
                  trial_difference(tables, outcome, arm, trial_everybody, level));
        }
    }
}

std::string title_of_arm(const Trial& trial, std::size_t arm, Language language) {
    if (arm == trial.arms.size()) return language == Language::indonesian ? "di luar perlakuan" : "in no arm";
    const auto& row = trial.arms[arm];
    const auto& title = title_of(row, language);
    return !title.empty() ? title : !row.title.empty() ? row.title : row.id;
}

std::string title_of_trial(const Trial& trial, Language language) {
    const auto& title = title_of(trial, language);
    return !title.empty() ? title : !trial.title.empty() ? trial.title : trial.id;
}

std::string text_of(const CommandLine& asked, const TrialSection& section) {
    const Trial& trial = section.trial;
    TextTable table({{std::string(word(asked, "arm", "kelompok")), TextTable::Align::left},
                     {std::string(word(asked, "outcome", "luaran")), TextTable::Align::left},
                     {std::string(word(asked, "untreated", "tanpa perlakuan"))},
                     {std::string(word(asked, "treated", "dengan perlakuan"))},
                     {std::string(word(asked, "difference", "selisih"))},
                     {std::string(word(asked, "95 % interval", "selang 95 %"))},
                     {"", TextTable::Align::left}});
    for_each_row(section, [&](std::size_t arm, const TrialOutcomeRow& outcome, double untreated,
                              double treated, const Estimate& difference) {
        const int decimals = decimals_for(untreated);
        const std::string interval = difference.count < 2 ? "-"
                                                          : signed_text(difference.low, decimals) + " .. " +
                                                                signed_text(difference.high, decimals);
        table.add({title_of_arm(trial, arm, asked.language), std::string(title_of(outcome, asked.language)),
                   number_text(untreated, decimals), number_text(treated, decimals),
                   signed_text(difference.mean, decimals), interval, difference.excludes_zero() ? "*" : ""});
    });
    return fmt::format("\n{}: {}\n\n{}", word(asked, "Trial", "Uji coba"),
                       title_of_trial(trial, asked.language), table.aligned());
}

} // namespace

std::string trials_text(const CommandLine& asked, std::span<const TrialSection> trials) {
    std::string text;
    for (const auto& section : trials) text += text_of(asked, section);
    return text;
}

Json trials_json(std::span<const TrialSection> trials) {
    std::vector<Json> items;
    for (const auto& section : trials) {
        std::vector<Json> rows;
        for_each_row(section, [&](std::size_t arm, const TrialOutcomeRow& outcome, double untreated,
                                  double treated, const Estimate& difference) {
            const bool in_arm = arm < section.trial.arms.size();
            rows.push_back(json_object({{"arm", json(in_arm ? section.trial.arms[arm].id : "none")},
                                        {"outcome", json(outcome.key)},
                                        {"untreated", json(untreated)},
                                        {"treated", json(treated)},
                                        {"difference", json(difference.mean)},
                                        {"low", json(difference.low)},
                                        {"high", json(difference.high)}}));
        });
        items.push_back(json_object({{"trial", json(section.trial.id)}, {"rows", json_list(rows)}}));
    }
    return json_list(items);
}

} // namespace tujuh
