// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/fit_target.hpp"
#include "design/identifiability.hpp"
#include "design/local_search.hpp"
#include "design/search.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// Factors of a model fitted to published figures by weighted least squares: points all over the cube, local
/// searches from the best of them, and slopes around the best position, which say what the fit is worth. The
/// same arguments ask the model for the same positions in the same calls.
namespace tujuh {

/// All lengths in shares of a factor's range.
struct LeastSquaresMethod {
    Position start;             ///< [factor]: the values that the model has now
    std::size_t screening = 64; ///< shifted Sobol' points beside the start; a power of two fills evenly
    std::size_t starts = 2;     ///< searches, 1 or more, from the best points further apart than `first_step`
    std::size_t evaluations = 200; ///< at most, a search; 1 or more
    double first_step = 0.1;       ///< of a search; above `tolerance`, at most 0.5
    double tolerance = 0.001;      ///< step at which a search ends; above the roughness of the model
    double difference = 0.1;       ///< from the best position to either side, for the slopes
    std::uint32_t seed = 1;        ///< of the shift
};

struct LeastSquaresFit {
    Position position;                 ///< the best seen in a search
    std::vector<double> model;         ///< [target], there
    std::vector<double> residuals;     ///< [target], (model - value) / tolerance, held-out ones too
    double misfit = 0;                 ///< sum of squared residuals of the fitted targets
    double misfit_at_start = 0;        ///< the same at the method's start; infinite where that failed
    std::size_t evaluations = 0;       ///< points that were run, screening and slopes included
    std::vector<LocalSearch> searches; ///< in the order of their first misfit
    std::size_t best_search = 0;
    std::vector<std::size_t> at_an_end; ///< factors that lie at an end of their range, within `tolerance`
    std::vector<double> slopes;         ///< [target][factor], tolerances by a range's length
    std::size_t unknown_slopes = 0;     ///< taken as 0, since points beside the fit failed
    Knowledge knowledge;                ///< from the slopes

    /// False where every point of the screening failed: then there are no searches, and no knowledge.
    bool found() const noexcept { return !searches.empty(); }
};

/// At least one factor and one fitted target; the model gives a number a target. Points that failed are left
/// out of the screening and count as its worst in a search. Nothing where the runs were stopped.
std::optional<LeastSquaresFit> fit_least_squares(std::size_t factors, std::span<const FitTarget> targets,
                                                 const LeastSquaresMethod& method, const Evaluate& evaluate);

} // namespace tujuh
