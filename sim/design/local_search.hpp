// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/fit_target.hpp"
#include "design/seen_points.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace tujuh {

enum class SearchEnd {
    small_steps,      ///< steps became smaller than `tolerance`
    evaluations_used, ///< as many points as it may ask for
    gave_up           ///< rounding, or a surface too rough, left no way on
};

/// All lengths in shares of a factor's range.
struct LocalSearchMethod {
    std::size_t evaluations = 200; ///< at most, a search; 1 or more
    double first_step = 0.1;       ///< above `tolerance`, at most 0.5
    double tolerance = 0.001;      ///< steps at which it ends: how exact the position is to be
    double failed;                 ///< misfit that a failed point counts with: a large one, but finite
};

struct LocalSearch {
    Position from, position; ///< where it began, and the best it saw
    double misfit_from = 0, misfit = 0;
    std::size_t evaluations = 0; ///< points that it asked for, the known ones included
    SearchEnd end = SearchEnd::gave_up;
};

/// Searches for the least misfit from several seen positions, within the unit cube, without derivatives:
/// BOBYQA (Powell 2009, The BOBYQA algorithm for bound constrained optimization without derivatives,
/// Cambridge NA2009/06), which fits a quadratic through 2 factors + 1 points and asks for one point more at a
/// time; for a single factor COBYLA (Powell 1994). Both by NLopt. The searches go side by side: each call to
/// the model holds the next point of every search, the first one all points of the first quadratics. Nothing
/// where the runs were stopped.
std::optional<std::vector<LocalSearch>> search_locally(std::span<const Position> from,
                                                       std::span<const FitTarget> targets,
                                                       const LocalSearchMethod& method, SeenPoints& seen);

} // namespace tujuh
