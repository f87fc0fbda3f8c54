// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/outcome_table.hpp"
#include "run/experiment.hpp"
#include "run/statistics.hpp"
#include "run/trial.hpp"

#include <span>
#include <string_view>
#include <vector>

/// Patterns seen in the real world, P1 to P8 (ODD 1): the model repeats the published studies and is held
/// against what they found.
namespace tujuh {

/// The scenarios of the pattern runs, by the names of their files in scenarios/patterns/.
enum class PatternScenario : unsigned char { experiments, food_stamps, heavy_caseloads };
inline constexpr std::string_view pattern_scenario_names[] = {"experiments", "food_stamps",
                                                              "heavy_caseloads"};
inline constexpr std::size_t pattern_scenario_count = std::size(pattern_scenario_names);

/// What the model shows: the scenarios with their runs, in the order of the names above.
struct PatternRuns {
    std::vector<Scenario> scenarios;
    std::vector<ScenarioRuns> runs;
    Halt halt;
};

/// A published figure. Where only its direction is known `published` is NaN and one end is infinite.
struct PatternRow {
    std::string_view pattern; ///< "P1"
    std::string_view figure;  ///< as in scenarios/data/targets.csv where it stands there
    std::string_view title, title_id, unit;
    double published, low, high; ///< the model hits from `low` to `high`
    std::string_view source;
    std::string_view fitted_by; ///< parameter that was fitted to it; empty: a check
    double (*model)(const PatternRuns&, std::size_t replicate);
};
std::span<const PatternRow> pattern_rows() noexcept;

/// The model beside one row.
struct PatternFinding {
    const PatternRow* row = nullptr;
    Estimate model;     ///< over replicates
    bool known = false; ///< the model has the figure
    bool hit = false;   ///< its mean lies in the published range; of a direction, its interval does
};

/// `scenarios` in the order of the names. They share replicates; what can share a burnt-in world does not,
/// as each differs before tick 0.
PatternRuns run_patterns(std::vector<Scenario> scenarios, const RunOptions& options);

std::vector<PatternFinding> find_patterns(const PatternRuns& runs, double level);

} // namespace tujuh
