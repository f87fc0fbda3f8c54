// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/point_result.hpp"
#include "outcomes/outcome_table.hpp"
#include "run/comparison.hpp"
#include "run/experiment.hpp"
#include "scenario/design.hpp"
#include "scenario/scenario.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

/// The runs of a design: points times replicates, in batches of neighbouring points. Which batches a process
/// carries out, and on how many threads, changes no number.
namespace tujuh {

/// What is kept of a run: means over a window of months.
struct SweepMeasures {
    std::vector<std::size_t> outcomes; ///< positions in the catalogue
    std::vector<Grouping> groupings;   ///< by which the outcomes are kept besides
    Window window;
    std::vector<Reading> readings{}; ///< besides, each with a window of its own
};

/// What a reading says of a run; NaN where its group is not there or all months are missing.
double read(const OutcomeTable& table, const Reading& reading);

/// The months that a window of the measures covers, [month].
MonthsRead months_read(const SweepMeasures& measures, std::int32_t months);

/// Numbers that are kept of a run: the outcomes in the nation, then grouping by grouping [outcome][group],
/// then the readings.
std::size_t measure_count(const SweepMeasures& measures, const Scenario& scenario);

/// Means of a table, in the order of `measure_count`; missing months are left out.
std::vector<double> window_means(const OutcomeTable& table, const SweepMeasures& measures);

struct SweepPlan {
    std::size_t points = 0, replicates = 1, batch_points = 1;
    bool common_random_numbers = true; ///< replicate r is the same at all points; else every run has its own
    std::uint32_t first_replicate = 0; ///< of the random numbers: others than those of an earlier sweep
    SweepMeasures measures;
    /// [point] the first point of its batch that reaches tick 0 with the same world in every replicate:
    /// itself where none comes before it. One burn-in serves them all.
    std::vector<std::size_t> start_of;
    std::vector<std::int32_t> burn_in_months;               ///< [point]
    std::int32_t months = 0;                                ///< reported, at every point
    std::function<Scenario(std::size_t point)> scenario_of; ///< called from any thread

    std::size_t batches() const noexcept { return (points + batch_points - 1) / batch_points; }
    std::size_t first_point(std::size_t batch) const noexcept { return batch * batch_points; }
    std::size_t end_point(std::size_t batch) const noexcept;
    /// The number under which random numbers are drawn for a run.
    std::uint32_t replicate_of(std::size_t point, std::size_t replicate) const noexcept;
};

/// Points in a batch: as many as one thread does in about a second, by what a run was measured to take
/// elsewhere, so that it depends on the design and on nothing else.
std::size_t batch_points_for(double seconds_a_point) noexcept;

struct BatchResult {
    std::size_t batch = 0;
    std::vector<PointResult>
        points; ///< all of the batch; one that was not wanted has neither reason nor values
};

/// Which points of a batch are run.
using WantsPoint = std::function<bool(std::size_t point)>;

/// Carries out batches, and of each the points that are wanted; gives each batch to `commit`, one at a time
/// and from any thread, as soon as its last run is done. What goes wrong in a run (a broken invariant, an
/// exception) is the reason of its point, and all other points go on. True unless the runs were stopped;
/// batches that were under way are not given out then. An exception of `commit` ends the sweep and is thrown
/// on.
bool run_batches(const SweepPlan& plan, std::span<const std::size_t> batches, const WantsPoint& wants,
                 const std::function<void(BatchResult)>& commit, const RunOptions& options);

/// Months that `run_batches` simulates for these batches, burn-ins included.
std::size_t months_of_batches(const SweepPlan& plan, std::span<const std::size_t> batches,
                              const WantsPoint& wants);

} // namespace tujuh
