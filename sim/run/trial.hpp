// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/replicate_progress.hpp"
#include "outcomes/trial_table.hpp"
#include "run/experiment.hpp"
#include "run/statistics.hpp"
#include "scenario/trial.hpp"

#include <cstdint>
#include <vector>

namespace tujuh {

// A trial starts from a world that stands at tick 0: it lives on to the first month of the trial, is copied,
// and both copies live through its months, of which one is treated. Every household of the treated world is
// compared with itself in the other.

/// A scenario's own run and its trials, each from a copy of one burnt-in world a replicate.
struct ScenarioRuns {
    std::vector<OutcomeTable> tables;            ///< [replicate]; empty when halted
    std::vector<std::vector<TrialTable>> trials; ///< [trial][replicate]
    Halt halt;
};
ScenarioRuns run_with_trials(const Scenario& scenario, const RunOptions& options);

/// The same from where each replicate stands to its end, or until the experiment is halted: then each stands
/// between two months, and the same call goes on from there. The first call is given a progress that is empty
/// for each replicate.
Halt go_on(const Scenario& scenario, std::vector<ReplicateProgress>& replicates, const RunOptions& options);

/// What complete replicates have reported, taken out of them.
ScenarioRuns taken_from(std::vector<ReplicateProgress>& replicates, std::size_t trials);

/// Months that `run_with_trials` simulates, burn-in included.
std::size_t months_with_trials(const Scenario& scenario);

/// How many of them have been lived.
std::size_t months_lived(const Scenario& scenario, const std::vector<ReplicateProgress>& replicates);

/// Mean over replicates of a value, or of the treated less the untreated world.
Estimate trial_level(const std::vector<TrialTable>& tables, TrialOutcome outcome, std::size_t arm,
                     std::size_t world, std::size_t group, double level);
Estimate trial_difference(const std::vector<TrialTable>& tables, TrialOutcome outcome, std::size_t arm,
                          std::size_t group, double level);

} // namespace tujuh
