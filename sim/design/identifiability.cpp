// SPDX-License-Identifier: Apache-2.0
/// With J the slopes of the fitted targets [target][factor] and 12 the precision of a uniform factor:
///
///     C = (J'J + 12 I)^-1        covariance of the factors' errors
///     C J'                       pull of a target on a factor
///     j C j'                     leverage of a fitted target, variance of any target (in tolerances)
///
/// All from the singular values s_k and right singular vectors v_k of J: C = sum of v_k v_k' / (s_k^2 + 12),
/// and what is learned along v_k is s_k^2 / (s_k^2 + 12).
///
/// The singular values are found by plane rotations that make the columns of J orthogonal (Hestenes 1958,
/// Inversion of matrices by biorthogonalization and related results, Journal of SIAM 6). Sums run in one
/// order here, whatever the instruction set; a library that sums in lanes gives other bits on other machines.
#include "design/identifiability.hpp"

#include "base/math.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tujuh {

namespace {

using Vector = std::vector<double>;

constexpr double prior_precision = 1 / uniform_variance;

double dot(std::span<const double> one, std::span<const double> other) {
    return std::inner_product(one.begin(), one.end(), other.begin(), 0.0);
}

// ---------------------------------------------------------------------------------------------------------
// Singular values

/// A factor's slopes while they are rotated, and the rotations so far.
struct Column {
    Vector slopes;  ///< [fitted target]
    Vector weights; ///< [factor]
};

std::vector<Column> columns_of(std::span<const double> slopes, std::size_t factors,
                               std::span<const FitTarget> targets) {
    std::vector<Column> columns(factors);
    for (std::size_t f = 0; f < factors; ++f) {
        columns[f].weights.assign(factors, 0);
        columns[f].weights[f] = 1;
        for (std::size_t t = 0; t < targets.size(); ++t)
            if (!targets[t].held_out) columns[f].slopes.push_back(slopes[t * factors + f]);
    }
    return columns;
}

void rotate(Vector& one, Vector& other, double cosine, double sine) {
    for (std::size_t i = 0; i < one.size(); ++i) {
        const double first = one[i], second = other[i];
        one[i] = cosine * first - sine * second;
        other[i] = sine * first + cosine * second;
    }
}

/// Turns two columns until they are orthogonal; false where they are, or where one is nothing but rounding.
bool make_orthogonal(Column& one, Column& other, double negligible) {
    constexpr double rounding = std::numeric_limits<double>::epsilon();
    const double a = dot(one.slopes, one.slopes), b = dot(other.slopes, other.slopes),
                 both = dot(one.slopes, other.slopes);
    if (std::min(a, b) <= negligible || std::fabs(both) <= rounding * std::sqrt(a) * std::sqrt(b))
        return false;
    const double half_cotangent = (b - a) / (2 * both); // of twice the angle
    const double tangent = (half_cotangent < 0 ? -1.0 : 1.0) /
                           (std::fabs(half_cotangent) + std::sqrt(1 + square(half_cotangent)));
    const double cosine = 1 / std::sqrt(1 + square(tangent));
    rotate(one.slopes, other.slopes, cosine, cosine * tangent);
    rotate(one.weights, other.weights, cosine, cosine * tangent);
    return true;
}

void make_orthogonal(std::vector<Column>& columns) {
    double squares = 0;
    for (const auto& column : columns) squares += dot(column.slopes, column.slopes);
    const double negligible = squares * square(std::numeric_limits<double>::epsilon());
    // It converges quadratically: a dozen rounds do for hundreds of columns.
    constexpr int most_rounds = 100;
    bool turned = true;
    for (int round = 0; turned && round < most_rounds; ++round) {
        turned = false;
        for (std::size_t p = 0; p < columns.size(); ++p)
            for (std::size_t q = p + 1; q < columns.size(); ++q)
                turned = make_orthogonal(columns[p], columns[q], negligible) || turned;
    }
}

KnownDirection direction_of(Column column) {
    const auto& weights = column.weights;
    const auto largest = std::max_element(weights.begin(), weights.end(), [](double one, double other) {
        return std::fabs(one) < std::fabs(other);
    });
    if (*largest < 0)
        for (double& weight : column.weights) weight = -weight;
    const double squares = dot(column.slopes, column.slopes);
    return {std::sqrt(squares), squares / (squares + prior_precision), std::move(column.weights)};
}

std::vector<KnownDirection> directions_of(std::vector<Column> columns) {
    make_orthogonal(columns);
    std::vector<KnownDirection> directions;
    for (auto& column : columns) directions.push_back(direction_of(std::move(column)));
    std::stable_sort(directions.begin(), directions.end(), [](const auto& one, const auto& other) {
        return one.singular_value > other.singular_value;
    });
    return directions;
}

// ---------------------------------------------------------------------------------------------------------
// What follows from them

/// C, [factor][factor].
Vector covariance_of(const std::vector<KnownDirection>& directions) {
    const std::size_t factors = directions.size();
    Vector covariance(factors * factors);
    for (const auto& [singular_value, learned, weights] : directions)
        for (std::size_t f = 0; f < factors; ++f)
            for (std::size_t g = 0; g < factors; ++g)
                covariance[f * factors + g] +=
                    weights[f] * weights[g] / (square(singular_value) + prior_precision);
    return covariance;
}

/// The learned share is summed by itself: 1 - 12 C would lose what is small.
std::vector<FactorKnowledge> factor_knowledge(const std::vector<KnownDirection>& directions,
                                              std::span<const double> covariance) {
    const std::size_t factors = directions.size();
    std::vector<FactorKnowledge> knowledge;
    for (std::size_t f = 0; f < factors; ++f) {
        double learned = 0;
        for (const auto& direction : directions) learned += square(direction.weights[f]) * direction.learned;
        knowledge.push_back({std::sqrt(covariance[f * factors + f]), learned});
    }
    return knowledge;
}

TargetKnowledge target_knowledge(std::span<const double> slopes, std::span<const double> covariance,
                                 const FitTarget& target) {
    const std::size_t factors = slopes.size();
    TargetKnowledge knowledge;
    for (std::size_t f = 0; f < factors; ++f)
        knowledge.pull.push_back(dot(covariance.subspan(f * factors, factors), slopes));
    const double variance = dot(slopes, knowledge.pull);
    knowledge.standard_error = target.tolerance * std::sqrt(std::max(0.0, variance));
    if (target.held_out)
        std::fill(knowledge.pull.begin(), knowledge.pull.end(), 0);
    else
        knowledge.leverage = variance;
    return knowledge;
}

} // namespace

Knowledge knowledge_of(std::span<const double> slopes, std::size_t factors,
                       std::span<const FitTarget> targets) {
    Knowledge knowledge;
    knowledge.directions = directions_of(columns_of(slopes, factors, targets));
    const Vector covariance = covariance_of(knowledge.directions);
    knowledge.factors = factor_knowledge(knowledge.directions, covariance);
    for (std::size_t f = 0; f < factors; ++f)
        for (std::size_t g = 0; g < factors; ++g)
            knowledge.correlations.push_back(f == g ? 1
                                                    : covariance[f * factors + g] /
                                                          knowledge.factors[f].standard_error /
                                                          knowledge.factors[g].standard_error);
    for (std::size_t t = 0; t < targets.size(); ++t)
        knowledge.targets.push_back(
            target_knowledge(slopes.subspan(t * factors, factors), covariance, targets[t]));
    for (const auto& direction : knowledge.directions) knowledge.determined += direction.learned;
    return knowledge;
}

} // namespace tujuh
