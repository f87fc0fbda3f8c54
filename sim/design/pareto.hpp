// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

/// Which points are best when several things are to be lowered at once and limits are to be kept.
namespace tujuh {

/// What is known of a point. All points that are compared have equally many objectives, one at least.
struct Judged {
    std::vector<double> objectives; ///< to be lowered; NaN: the point failed
    double excess = 0;              ///< how far limits are broken, summed; 0 where all are kept
};

/// True where an objective or the excess is not a number.
bool failed(const Judged& point) noexcept;

/// True where the point did not fail and keeps all limits.
bool feasible(const Judged& point) noexcept;

/// Constrained domination of Deb (2000), An efficient constraint handling method for genetic algorithms,
/// Computer Methods in Applied Mechanics and Engineering 186: a feasible point beats an infeasible one; of
/// two infeasible ones the smaller excess wins; a feasible one beats another feasible one where it is worse
/// in no objective and better in one. A failed point loses to all that did not fail.
bool dominates(const Judged& one, const Judged& other) noexcept;

/// Indices of points, front by front: the first holds the points that none dominates, each further one those
/// that only points of earlier fronts dominate. Indices rise within a front.
std::vector<std::vector<std::size_t>> fronts(std::span<const Judged> points);

/// How lonely each member of a front is: over objectives, the sum of the distance between its two neighbours
/// as a share of the front's range; infinite at both ends of an objective. An objective in which the front
/// does not differ says nothing, nor does one without a finite range. 0 for failed points. [member]
std::vector<double> crowding_distances(std::span<const Judged> points, std::span<const std::size_t> front);

/// Place of a point among others.
struct Standing {
    std::size_t rank = 0; ///< its front, the best is 0
    double crowding = 0;  ///< its distance within that front
};

std::vector<Standing> standings(std::span<const Judged> points); ///< [point]

/// The crowded comparison of Deb, Pratap, Agarwal and Meyarivan (2002), A fast and elitist multiobjective
/// genetic algorithm: NSGA-II, IEEE Transactions on Evolutionary Computation 6: first by front, then the
/// lonelier one.
bool stands_before(const Standing& one, const Standing& other) noexcept;

/// Indices of the feasible points that none dominates, in the order of their first objective (then the
/// second, and so on). Of points with equal objectives the first.
std::vector<std::size_t> pareto_front(std::span<const Judged> points);

/// The volume between `reference` and the feasible points: what at least one of them dominates, up to the
/// reference, in the product of the objectives' units (Zitzler and Thiele 1999). A point that is not below
/// the reference in every objective adds nothing. Exact, by slices (Knowles 2002; While and others 2006); to
/// the bit the same for every order of the points. Meant for up to four objectives: n points take a time in
/// the order of n^(objectives - 1).
double hypervolume(std::span<const Judged> points, std::span<const double> reference);

} // namespace tujuh
