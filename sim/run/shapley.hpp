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

inline constexpr std::size_t pair_count = task_count * (task_count - 1) / 2;

/// Two tasks, positions in the order of the tasks; `first` comes before `second`.
struct TaskPair {
    std::size_t first = 0, second = 0;
};
/// 1-2, 1-3 ... 6-7.
std::array<TaskPair, pair_count> task_pairs() noexcept;

/// Exact Shapley interaction indices of the pairs of tasks (Grabisch & Roubens 1999, International Journal of
/// Game Theory 28, 547-565):
///   index of t and u = sum over coalitions S without both of |S|! (5 - |S|)! / 6! (worth of S, t and u
///                      - worth of S and t - worth of S and u + worth of S)
/// 0 for two tasks that do not touch one another. Where a worth is NaN so is every index.
std::array<double, pair_count> shapley_interactions(std::span<const double, coalition_count> worth) noexcept;

/// What each task contributes to one number, and all of them.
struct Contributions {
    std::array<Estimate, task_count> tasks{};
    Estimate whole;     ///< all tasks at work less none
    double residue = 0; ///< largest distance, over replicates, of the values' sum from the whole
};

/// One outcome of the catalogue, in the nation.
struct OutcomeContributions {
    std::size_t outcome = 0;
    Contributions window;
    std::vector<Contributions> years;         ///< mean of each year of twelve months from tick 0
    std::array<Estimate, pair_count> pairs{}; ///< interactions, over the window
};

/// One grouping, over the window, with the outcomes that have a value in it.
struct GroupContributions {
    GroupingRow grouping{};
    GroupLabels labels;
    std::vector<std::size_t> outcomes; ///< of the catalogue
    std::vector<Contributions> values; ///< [outcome][group]
};

/// The groupings of outcomes in which tasks are looked at; the way to the next point of service comes besides
/// (outcomes/coverage_by_distance.hpp).
inline constexpr Grouping shapley_groupings[] = {Grouping::decile, Grouping::area, Grouping::head,
                                                 Grouping::disability};

struct ShapleyAttribution {
    double level = 0.95; ///< of the intervals
    Window window;       ///< months over which outcomes are averaged
    std::uint32_t replicates = 0;
    bool reallocate = false;
    std::vector<OutcomeContributions> outcomes; ///< every outcome of the catalogue; empty when halted
    std::vector<GroupContributions> groups;
    std::vector<OutcomeTable> working; ///< [replicate], every task at work
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
