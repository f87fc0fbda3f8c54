// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/outcome_table.hpp"
#include "run/statistics.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace tujuh {

/// Means over replicates of paired differences, one behind the other, each with its interval.
struct DifferenceArrays {
    std::vector<double> difference, standard_error, low, high;
    void add(const Estimate& estimate);
};

/// What `compare` found: for each alternative the mean over replicates of (alternative minus base), replicate
/// by replicate with the same random numbers, and its Student t interval. The four arrays have the shape
/// [alternative][outcome of the catalogue][tick]. A replicate in which either is missing is left out; the
/// interval is NaN where fewer than two are left, the difference where none is.
struct Comparison : DifferenceArrays {
    std::size_t ticks = 0;
    double level = 0.95; ///< of the intervals
};

/// Compares replicate r of `base` with replicate r of each alternative, month by month. All tables hold the
/// same outcomes and months.
Comparison compare_tables(std::span<const OutcomeTable> base,
                          std::span<const std::vector<OutcomeTable>> alternatives, double level);

/// Months of a table: from `first` to before `end`.
struct Window {
    std::size_t first = 0, end = 0;
};
Window last_months(std::size_t ticks, std::size_t months) noexcept;
Window second_half(std::size_t ticks) noexcept;

/// Mean of an outcome over the months of a window, missing months left out; NaN where all are missing.
double window_mean(const OutcomeTable& table, std::size_t outcome, Window window) noexcept;

/// Mean over the window of (one minus other), months in which either is missing left out; NaN where none is
/// left.
double window_difference(const OutcomeTable& one, const OutcomeTable& other, std::size_t outcome,
                         Window window) noexcept;

/// The same of a group.
double window_mean(const OutcomeTable& table, Grouping grouping, std::size_t outcome, std::size_t group,
                   Window window) noexcept;
double window_difference(const OutcomeTable& one, const OutcomeTable& other, Grouping grouping,
                         std::size_t outcome, std::size_t group, Window window) noexcept;

/// The months of each year of twelve, counted from tick 0; the last one may be shorter.
std::vector<Window> years_of(std::size_t ticks);

/// The alternatives against the base over the months of a window: [alternative][outcome], the base [outcome].
struct WindowComparison : DifferenceArrays {
    Window window;
    std::vector<double> base, alternative; ///< levels, mean over replicates
    std::vector<double> p_value;
    std::vector<double> replicates_needed; ///< see statistics.hpp
    std::vector<double> holm_p_value;      ///< among the headline outcomes of all alternatives; else NaN

    /// The estimate of one alternative and outcome, without the number of replicates.
    Estimate estimate(std::size_t alternative, std::size_t outcome) const;
};
WindowComparison compare_windows(std::span<const OutcomeTable> base,
                                 std::span<const std::vector<OutcomeTable>> alternatives, Window window,
                                 double level, double power);

/// The same by group, of outcomes that have a value in some group: means of years
/// [alternative][outcome][year][group] and of the window [alternative][outcome][group].
struct GroupComparison {
    Grouping grouping{};
    std::vector<std::size_t> outcomes; ///< of the catalogue
    DifferenceArrays years, window;
};
/// Every grouping that has groups and outcomes.
std::vector<GroupComparison> compare_groups(std::span<const OutcomeTable> base,
                                            std::span<const std::vector<OutcomeTable>> alternatives,
                                            Window window, double level);

/// Mean over replicates of an outcome's mean over a window, with its interval.
Estimate estimate_level(std::span<const OutcomeTable> tables, std::size_t outcome, Window window,
                        double level);

/// Mean over replicates of the difference (one minus other) over a window, with its interval.
Estimate estimate_difference(std::span<const OutcomeTable> one, std::span<const OutcomeTable> other,
                             std::size_t outcome, Window window, double level);

} // namespace tujuh
