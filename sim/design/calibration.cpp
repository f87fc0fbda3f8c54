// SPDX-License-Identifier: Apache-2.0
#include "design/calibration.hpp"

#include "base/math.hpp"
#include "design/samplers.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

namespace {

// ---------------------------------------------------------------------------------------------------------
// Screening

/// A seen position that has not failed.
struct Candidate {
    Position position;
    double misfit;
};

std::vector<Position> screening_positions(std::size_t factors, const LeastSquaresMethod& method) {
    std::vector<Position> positions = {method.start};
    const auto points = sobol_points(method.screening, factors, method.seed);
    for (std::size_t p = 0; p < points.count; ++p) {
        const auto begin = points.coordinates.begin() + static_cast<std::ptrdiff_t>(p * factors);
        positions.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(factors));
    }
    return positions;
}

std::vector<Candidate> best_first(std::span<const Position> positions, std::span<const FitTarget> targets,
                                  const SeenPoints& seen) {
    std::vector<Candidate> candidates;
    for (const auto& position : positions)
        if (const double found = misfit(*seen.at(position), targets); found < infinity_double)
            candidates.push_back({position, found});
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto& one, const auto& other) { return one.misfit < other.misfit; });
    return candidates;
}

/// The largest distance in any factor.
double distance(const Position& one, const Position& other) {
    double largest = 0;
    for (std::size_t f = 0; f < one.size(); ++f) largest = std::max(largest, std::fabs(one[f] - other[f]));
    return largest;
}

/// A search sees what lies within its first step anyway.
std::vector<Position> starts_among(std::span<const Candidate> candidates, const LeastSquaresMethod& method) {
    std::vector<Position> starts;
    for (const auto& [position, _] : candidates) {
        if (starts.size() == method.starts) break;
        const bool is_far =
            std::all_of(starts.begin(), starts.end(), [&, &here = position](const auto& start) {
                return distance(start, here) > method.first_step;
            });
        if (is_far) starts.push_back(position);
    }
    return starts;
}

// ---------------------------------------------------------------------------------------------------------
// Slopes

/// Where the model is compared to tell the slope along a factor.
struct Neighbours {
    Position below, above;
};

/// One side is shorter near an end of the range, and none at the end itself.
std::vector<Neighbours> neighbours_of(const Position& position, double difference) {
    std::vector<Neighbours> neighbours(position.size(), {position, position});
    for (std::size_t f = 0; f < position.size(); ++f) {
        neighbours[f].below[f] = clamp01(position[f] - difference);
        neighbours[f].above[f] = clamp01(position[f] + difference);
    }
    return neighbours;
}

/// Between the outermost of below, here and above that did not fail; NaN with fewer than two.
double slope_between(const Position& here, const Neighbours& neighbours, std::size_t factor,
                     std::size_t target, const SeenPoints& seen) {
    struct End {
        double place, value;
    };
    std::vector<End> ends;
    for (const auto* position : {&neighbours.below, &here, &neighbours.above})
        if (const double value = (*seen.at(*position))[target]; !std::isnan(value))
            ends.push_back({(*position)[factor], value});
    if (ends.empty() || !(ends.back().place > ends.front().place)) return not_a_number_double;
    return (ends.back().value - ends.front().value) / (ends.back().place - ends.front().place);
}

void take_slopes(LeastSquaresFit& fit, std::span<const Neighbours> neighbours,
                 std::span<const FitTarget> targets, const SeenPoints& seen) {
    for (std::size_t t = 0; t < targets.size(); ++t)
        for (std::size_t f = 0; f < neighbours.size(); ++f) {
            const double slope =
                slope_between(fit.position, neighbours[f], f, t, seen) / targets[t].tolerance;
            fit.unknown_slopes += std::isnan(slope) ? 1 : 0;
            fit.slopes.push_back(std::isnan(slope) ? 0 : slope);
        }
}

/// Slopes and what they say; false where the runs were stopped.
bool look_around(LeastSquaresFit& fit, std::span<const FitTarget> targets, double difference,
                 SeenPoints& seen) {
    const auto neighbours = neighbours_of(fit.position, difference);
    std::vector<Position> positions;
    for (const auto& [below, above] : neighbours) positions.insert(positions.end(), {below, above});
    if (!seen.see(positions)) return false;
    take_slopes(fit, neighbours, targets, seen);
    fit.knowledge = knowledge_of(fit.slopes, neighbours.size(), targets);
    return true;
}

// ---------------------------------------------------------------------------------------------------------

void take_position(LeastSquaresFit& fit, const Position& position, std::span<const FitTarget> targets,
                   double tolerance, const SeenPoints& seen) {
    fit.position = position;
    fit.model = *seen.at(position);
    fit.misfit = misfit(fit.model, targets);
    for (std::size_t t = 0; t < targets.size(); ++t)
        fit.residuals.push_back(residual(fit.model[t], targets[t]));
    for (std::size_t f = 0; f < position.size(); ++f)
        if (position[f] <= tolerance || position[f] >= 1 - tolerance) fit.at_an_end.push_back(f);
}

} // namespace

std::optional<LeastSquaresFit> fit_least_squares(std::size_t factors, std::span<const FitTarget> targets,
                                                 const LeastSquaresMethod& method, const Evaluate& evaluate) {
    SeenPoints seen(evaluate);
    const auto screening = screening_positions(factors, method);
    if (!seen.see(screening)) return std::nullopt;
    const auto candidates = best_first(screening, targets, seen);

    LeastSquaresFit fit;
    fit.misfit_at_start = misfit(*seen.at(method.start), targets);
    if (candidates.empty()) {
        take_position(fit, method.start, targets, method.tolerance, seen);
        fit.evaluations = seen.count();
        return fit;
    }
    const LocalSearchMethod local{method.evaluations, method.first_step, method.tolerance,
                                  candidates.back().misfit};
    auto searches = search_locally(starts_among(candidates, method), targets, local, seen);
    if (!searches) return std::nullopt;
    fit.searches = std::move(*searches);
    const auto best =
        std::min_element(fit.searches.begin(), fit.searches.end(),
                         [](const auto& one, const auto& other) { return one.misfit < other.misfit; });
    fit.best_search = static_cast<std::size_t>(best - fit.searches.begin());
    take_position(fit, best->position, targets, method.tolerance, seen);
    if (!look_around(fit, targets, method.difference, seen)) return std::nullopt;
    fit.evaluations = seen.count();
    return fit;
}

} // namespace tujuh
