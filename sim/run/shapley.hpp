// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/comparison.hpp"
#include "run/experiment.hpp"
#include "scenario/activity.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tujuh {

inline constexpr std::size_t coalition_count = std::size_t{1} << task_count;

/// Exact Shapley values of the seven tasks (Shapley 1953):
///   value of t = sum over coalitions S without t of |S|! (6 - |S|)! / 7! (worth of S and t - worth of S)
/// `worth` holds one number a coalition; bit t of its index says that task t + 1 is at work. The values sum
/// to worth of all - worth of none. Where a worth is NaN so is every value.
std::array<double, task_count> shapley_values(std::span<const double, coalition_count> worth) noexcept;

/// What the tasks contribute to one outcome of the catalogue.
struct TaskContributions {
    std::size_t outcome = 0;
    std::array<Estimate, task_count> tasks{};
    Estimate whole;     ///< all tasks at work less none
    double residue = 0; ///< largest distance, over replicates, of the values' sum from the whole
};

struct ShapleyAttribution {
    double level = 0.95; ///< of the intervals
    Window window;       ///< months over which outcomes are averaged
    std::uint32_t replicates = 0;
    bool reallocate = false;
    std::vector<TaskContributions> outcomes; ///< every outcome of the catalogue; empty when halted
    std::vector<OutcomeTable> working;       ///< [replicate], every task at work
    Halt halt;
};

/// How a task is taken out: its activities become shams, or are not done and their hours go elsewhere.
struct ShapleyDesign {
    double level = 0.95;
    Window window; ///< empty: the second half of the run
    bool reallocate = false;
};

/// Runs every coalition of the seven tasks from one burnt-in world a replicate.
ShapleyAttribution attribute_tasks(const Scenario& scenario, const ShapleyDesign& design,
                                   const RunOptions& options);

/// Months that `attribute_tasks` simulates, burn-in included.
std::size_t months_of_shapley(const Scenario& scenario);

} // namespace tujuh
