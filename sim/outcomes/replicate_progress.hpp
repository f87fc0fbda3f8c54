// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "outcomes/outcome_table.hpp"
#include "outcomes/trial_table.hpp"
#include "world/world.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

/// How far a replicate of a scenario has come, between two months: enough to go on from.
namespace tujuh {

/// A household that takes part in a trial.
struct Participant {
    std::uint32_t household = 0, village = 0;
    std::uint8_t arm = 0;
    std::uint8_t tenth = 0; ///< 0-9
    bool poor = false;
    double weight = 0; ///< real households that it stands for
    // Taken down during the trial, [world]
    std::array<bool, 2> asked{};
    std::array<double, 2> benefit{};
};

/// The trial under way. Its participants are drawn in its first month.
struct TrialProgress {
    std::vector<World> worlds; ///< none before it begins; one until its first month; then untreated, treated
    std::vector<Participant> participants;
    bool treated = false; ///< what is done in this month has been done, and not all worlds have lived it
};

struct ReplicateProgress {
    std::optional<World> world;     ///< of the run; none before it begins and once all is complete
    std::vector<TrialTable> trials; ///< those that are complete, in the order of the scenario
    TrialProgress trial;            ///< the next one
    OutcomeTable outcomes;          ///< months measured so far, the rest NaN; empty before the first
    bool complete = false;
};

/// All but the worlds.
void carry_tables(ByteWriter& bytes, const ReplicateProgress& progress);
void carry_tables(ByteReader& bytes, ReplicateProgress& progress);

/// The worlds that it holds: that of the run, then those of the trial.
template <class Progress> auto worlds_of(Progress& progress) {
    std::vector<decltype(&*progress.world)> worlds;
    if (progress.world) worlds.push_back(&*progress.world);
    for (auto& world : progress.trial.worlds) worlds.push_back(&world);
    return worlds;
}

} // namespace tujuh
