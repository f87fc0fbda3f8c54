// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/trial_table.hpp"
#include "run/experiment.hpp"
#include "run/statistics.hpp"
#include "scenario/trial.hpp"

#include <cstdint>
#include <vector>

namespace tujuh {

/// Runs a trial of the scenario from a world that stands at tick 0: it lives on to the first month of the
/// trial, is copied, and both copies live through its months, of which one is treated. Every household of
/// the treated world is compared with itself in the other. Nothing when the experiment was halted.
std::optional<TrialTable> run_trial(World world, const Scenario& scenario, const Trial& trial,
                                    std::uint32_t replicate, Experiment& experiment);

/// A scenario's own run and its trials, each from a copy of one burnt-in world a replicate.
struct ScenarioRuns {
    std::vector<OutcomeTable> tables;            ///< [replicate]; empty when halted
    std::vector<std::vector<TrialTable>> trials; ///< [trial][replicate]
    Halt halt;
};
ScenarioRuns run_with_trials(const Scenario& scenario, const RunOptions& options);

/// Months that `run_with_trials` simulates, burn-in included.
std::size_t months_with_trials(const Scenario& scenario);

/// Mean over replicates of a value, or of the treated less the untreated world.
Estimate trial_level(const std::vector<TrialTable>& tables, TrialOutcome outcome, std::size_t arm,
                     std::size_t world, std::size_t group, double level);
Estimate trial_difference(const std::vector<TrialTable>& tables, TrialOutcome outcome, std::size_t arm,
                          std::size_t group, double level);

} // namespace tujuh
