// SPDX-License-Identifier: Apache-2.0
#include "design/rejection.hpp"

#include "base/math.hpp"
#include "design/identifiability.hpp"
#include "design/samplers.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace tujuh {

namespace {

using Numbers = std::vector<double>;

/// Indices of the points that did not fail, the nearest first.
std::vector<std::size_t> nearest_first(std::span<const double> distances) {
    std::vector<std::size_t> points;
    for (std::size_t p = 0; p < distances.size(); ++p)
        if (distances[p] < infinity_double) points.push_back(p);
    std::stable_sort(points.begin(), points.end(),
                     [&](std::size_t one, std::size_t other) { return distances[one] < distances[other]; });
    return points;
}

std::size_t count_to_accept(const RejectionMethod& method) {
    const double share = std::ceil(method.accepted * static_cast<double>(method.points));
    return std::max(static_cast<std::size_t>(share), method.accepted_least);
}

/// Between the two nearest order statistics (definition 7 of Hyndman and Fan 1996).
double percentile(std::span<const double> sorted, double share) {
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

Accepted summary_of(Numbers values) {
    std::erase_if(values, [](double value) { return std::isnan(value); });
    if (values.empty()) return {not_a_number_double, not_a_number_double, not_a_number_double};
    std::sort(values.begin(), values.end());
    return {percentile(values, 0.5), percentile(values, 0.025), percentile(values, 0.975)};
}

double covariance(std::span<const double> one, std::span<const double> other) {
    if (one.size() < 2) return not_a_number_double;
    const auto n = static_cast<double>(one.size());
    const double mean_one = std::accumulate(one.begin(), one.end(), 0.0) / n,
                 mean_other = std::accumulate(other.begin(), other.end(), 0.0) / n;
    double sum = 0;
    for (std::size_t i = 0; i < one.size(); ++i) sum += (one[i] - mean_one) * (other[i] - mean_other);
    return sum / (n - 1);
}

double correlation(std::span<const double> one, std::span<const double> other) {
    const double spread = std::sqrt(covariance(one, one)) * std::sqrt(covariance(other, other));
    return spread > 0 ? covariance(one, other) / spread : not_a_number_double;
}

void describe_factors(RejectionFit& fit, const UnitPoints& points) {
    std::vector<Numbers> places(points.factors);
    for (const auto point : fit.accepted)
        for (std::size_t f = 0; f < points.factors; ++f) {
            fit.positions.push_back(points.at(point, f));
            places[f].push_back(points.at(point, f));
        }
    for (const auto& place : places) {
        fit.factors.push_back({summary_of(place), 1 - covariance(place, place) / uniform_variance});
        for (const auto& other : places) fit.correlations.push_back(correlation(place, other));
    }
}

void describe_targets(RejectionFit& fit, std::span<const FitTarget> targets,
                      const std::vector<Numbers>& models) {
    for (std::size_t t = 0; t < targets.size(); ++t) {
        Numbers values;
        for (const auto point : fit.accepted) values.push_back(models[point][t]);
        const auto value = summary_of(std::move(values));
        fit.targets.push_back({value, value.low <= targets[t].value && targets[t].value <= value.high});
    }
}

} // namespace

std::optional<RejectionFit> fit_by_rejection(std::size_t factors, std::span<const FitTarget> targets,
                                             const RejectionMethod& method, const Evaluate& evaluate) {
    const auto points = sobol_points(method.points, factors, method.seed);
    const auto models = evaluate(points.coordinates);
    if (!models) return std::nullopt;

    Numbers distances;
    for (const auto& model : *models)
        distances.push_back(std::sqrt(misfit(model, targets) / static_cast<double>(count_fitted(targets))));
    RejectionFit fit;
    fit.accepted = nearest_first(distances);
    fit.failed = points.count - fit.accepted.size();
    fit.accepted.resize(std::min(fit.accepted.size(), count_to_accept(method)));
    for (const auto point : fit.accepted) fit.distances.push_back(distances[point]);
    fit.threshold = fit.distances.empty() ? not_a_number_double : fit.distances.back();
    describe_factors(fit, points);
    describe_targets(fit, targets, *models);
    return fit;
}

} // namespace tujuh
