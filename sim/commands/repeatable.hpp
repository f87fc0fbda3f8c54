// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/runs.hpp"

#include <span>

/// Results that `verify` can have again: what the commands compute from scenarios alone. Throw Error where
/// the runs ended early.
namespace tujuh {

/// Throws Error (command line) where several processes would have to share a trial.
void check_trials(const Scenario& scenario);

/// As `run` has it.
ResultFile run_scenario(const CommandLine& asked, const LoadedScenario& loaded, Session& session);

/// As `compare` has it, the base first.
ResultFile compare_scenarios(const CommandLine& asked, std::span<const LoadedScenario> loaded,
                             Session& session);

/// As `attribute` has it, by tasks or by `asked.activities`, with or without `asked.reallocate`.
ResultFile attribute_scenario(const CommandLine& asked, const LoadedScenario& loaded);

} // namespace tujuh
