// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/flow_table.hpp"
#include "run/experiment.hpp"

#include <span>
#include <vector>

namespace tujuh {

/// The tables of several scenarios, replicate by replicate, from the same random numbers.
struct ReplicateTables {
    std::vector<std::vector<OutcomeTable>> tables; ///< [scenario][replicate]; empty when halted
    std::vector<std::vector<FlowTable>> flows;     ///< [alternative][replicate], where they were asked for
    Halt halt;
};

/// Whether households are followed from the first scenario into each other one (outcomes/flows.hpp). It costs
/// four bytes a household and year.
enum class FollowHouseholds : unsigned char { no, yes };

/// Runs `scenario.replicates` replicates.
ReplicateTables run_replicates(const Scenario& scenario, const RunOptions& options);

/// Runs the same replicates of each scenario; the first one says how many and with which seed. The burnt-in
/// world of a replicate is built once and copied for all scenarios that are the same up to tick 0, but for
/// the last of them, which takes it: one scenario needs the memory of one world.
ReplicateTables run_paired(std::span<const Scenario> scenarios, const RunOptions& options,
                           FollowHouseholds follow = FollowHouseholds::no);

/// Whether a burnt-in world of `run_paired` serves several scenarios.
bool share_a_world(std::span<const Scenario> scenarios);

/// Months that `run_paired` simulates, burn-in included.
std::size_t months_of(std::span<const Scenario> scenarios);

/// True when both scenarios live through the same burn-in and reach tick 0 with the same world: one world
/// serves both.
bool same_until_start(const Scenario& one, const Scenario& other);

} // namespace tujuh
