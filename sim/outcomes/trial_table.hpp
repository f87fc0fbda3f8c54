// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <vector>

namespace tujuh {

/// What is measured of the participants of a trial.
enum class TrialOutcome : unsigned char { asked, enrolled, served, benefit, consumption };
struct TrialOutcomeRow {
    std::string_view key, title, title_id, unit, definition;
};
inline constexpr TrialOutcomeRow trial_outcome_rows[] = {
    {"asked", "asked for the programme", "memohon program", "share of households",
     "Participants that asked for the programme during the trial, over all participants."},
    {"enrolled", "in the programme", "dalam program", "share of households",
     "Participants in the programme in the last month, served or not, over all participants."},
    {"served", "served by the programme", "dilayani program", "share of households",
     "Participants served by the programme in the last month, over all participants."},
    {"benefit", "benefit received", "manfaat yang diterima", "rupiah a household and month",
     "Benefit of the programme that arrives, mean over all participants and the months of the trial."},
    {"consumption", "consumption", "konsumsi", "rupiah a person and month",
     "Consumption a person in the last month, mean over all participants."},
};
inline constexpr std::size_t trial_outcome_count = std::size(trial_outcome_rows);

/// Whom among the participants: all, the poor, the others, then the tenths by consumption before transfers in
/// the month before the trial, poorest first, each of the same number of households.
inline constexpr std::size_t trial_tenths = 10, trial_group_count = 3 + trial_tenths;
inline constexpr std::size_t trial_everybody = 0, trial_poor = 1, trial_not_poor = 2, trial_first_tenth = 3;
struct TrialGroupRow {
    std::string_view key, title, title_id;
};
inline constexpr std::array<TrialGroupRow, trial_group_count> trial_group_rows = {{
    {"all", "all participants", "semua peserta"},
    {"poor", "poor", "miskin"},
    {"not_poor", "not poor", "tidak miskin"},
    {"1", "poorest tenth", "persepuluhan termiskin"},
    {"2", "2nd tenth", "persepuluhan ke-2"},
    {"3", "3rd tenth", "persepuluhan ke-3"},
    {"4", "4th tenth", "persepuluhan ke-4"},
    {"5", "5th tenth", "persepuluhan ke-5"},
    {"6", "6th tenth", "persepuluhan ke-6"},
    {"7", "7th tenth", "persepuluhan ke-7"},
    {"8", "8th tenth", "persepuluhan ke-8"},
    {"9", "9th tenth", "persepuluhan ke-9"},
    {"10", "richest tenth", "persepuluhan terkaya"},
}};

/// One replicate: means weighted to the nation. Position `arms.size()` of the arms stands for the units drawn
/// into none. World 0 is the untreated one, 1 the treated. NaN where a group has no household.
struct TrialTable {
    std::size_t arms = 0;           ///< with the one for units in none
    std::vector<double> values;     ///< [outcome][arm][world][group]
    std::vector<double> households; ///< [arm][group], in the nation

    std::size_t index(TrialOutcome outcome, std::size_t arm, std::size_t world,
                      std::size_t group) const noexcept {
        return ((static_cast<std::size_t>(outcome) * arms + arm) * 2 + world) * trial_group_count + group;
    }
    double value(TrialOutcome outcome, std::size_t arm, std::size_t world, std::size_t group) const noexcept {
        return values[index(outcome, arm, world, group)];
    }
};

} // namespace tujuh
