// SPDX-License-Identifier: Apache-2.0
#include "design/sensitivity.hpp"

#include "base/math.hpp"
#include "base/random.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace tujuh {

namespace {

constexpr std::size_t resamples = 1000;

double mean_of(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Mean of one[r] x other[s] over all pairs of different replicates r and s; one[0] x other[0] of a single
/// replicate.
double product_across(std::span<const double> one, std::span<const double> other) {
    const auto n = static_cast<double>(one.size());
    double same = 0;
    for (std::size_t r = 0; r < one.size(); ++r) same += one[r] * other[r];
    if (one.size() < 2) return same;
    return (n * mean_of(one) * n * mean_of(other) - same) / (n * (n - 1));
}

/// Variance over replicates.
double chance_variance(std::span<const double> values) {
    if (values.size() < 2) return not_a_number_double;
    const double mean = mean_of(values);
    double squares = 0;
    for (const double value : values) squares += square(value - mean);
    return squares / static_cast<double>(values.size() - 1);
}

std::vector<double> difference(std::span<const double> one, std::span<const double> other) {
    std::vector<double> differences(one.size());
    for (std::size_t r = 0; r < one.size(); ++r) differences[r] = one[r] - other[r];
    return differences;
}

bool has_numbers(const PointNumbers& numbers, std::size_t point) {
    const auto values = numbers.at(point);
    return std::none_of(values.begin(), values.end(), [](double value) { return std::isnan(value); });
}

/// `figure` of all rows, and its interval over samples of as many rows with replacement.
Resampled resampled(std::size_t rows, double level, std::uint32_t seed,
                    const std::function<double(std::span<const std::uint32_t>)>& figure) {
    if (rows == 0) return {not_a_number_double, not_a_number_double, not_a_number_double};
    std::vector<std::uint32_t> sample(rows);
    std::iota(sample.begin(), sample.end(), 0u);
    const double value = figure(sample);
    const Draws draws{seed, 0};
    std::vector<double> figures;
    for (std::uint32_t s = 0; s < resamples; ++s) {
        for (std::uint32_t i = 0; i < rows; ++i)
            sample[i] = integer_below(draws.words(s, 0, Purpose::resample, i).word[0],
                                      static_cast<std::uint32_t>(rows));
        if (const double found = figure(sample); !std::isnan(found)) figures.push_back(found);
    }
    if (figures.empty()) return {value, not_a_number_double, not_a_number_double};
    std::sort(figures.begin(), figures.end());
    const auto percentile = [&](double share) {
        return figures[static_cast<std::size_t>(share * static_cast<double>(figures.size() - 1) + 0.5)];
    };
    return {value, percentile((1 - level) / 2), percentile((1 + level) / 2)};
}

} // namespace

// ---------------------------------------------------------------------------------------------------------
// Elementary effects

namespace {

/// Of one factor, a number a trajectory.
struct EffectsOfFactor {
    std::vector<double> mean;            ///< over replicates
    std::vector<double> chance_variance; ///< of that mean
};

std::vector<EffectsOfFactor> effects_by_factor(std::span<const double> positions, std::size_t factors,
                                               const PointNumbers& numbers) {
    std::vector<EffectsOfFactor> effects(factors);
    for (std::size_t point = 0; point + 1 < numbers.points; ++point) {
        const bool ends_a_trajectory = point % (factors + 1) == factors;
        if (ends_a_trajectory || !has_numbers(numbers, point) || !has_numbers(numbers, point + 1)) continue;
        for (std::size_t f = 0; f < factors; ++f) {
            const double step = positions[(point + 1) * factors + f] - positions[point * factors + f];
            if (step == 0) continue;
            const auto change = difference(numbers.at(point + 1), numbers.at(point));
            effects[f].mean.push_back(mean_of(change) / step);
            effects[f].chance_variance.push_back(chance_variance(change) / square(step) /
                                                 static_cast<double>(numbers.replicates));
        }
    }
    return effects;
}

ElementaryEffects summary_of(const EffectsOfFactor& effects, double level, std::uint32_t seed) {
    ElementaryEffects summary;
    summary.trajectories = effects.mean.size();
    summary.mean_absolute = resampled(effects.mean.size(), level, seed, [&](auto sample) {
        double sum = 0;
        for (const auto i : sample) sum += std::fabs(effects.mean[i]);
        return sum / static_cast<double>(sample.size());
    });
    const bool any = !effects.mean.empty();
    summary.mean = any ? mean_of(effects.mean) : not_a_number_double;
    summary.spread = std::sqrt(chance_variance(effects.mean));
    // The mean distance of a normal number from zero.
    constexpr double two_over_pi = 0.63661977236758134;
    summary.chance = any ? std::sqrt(two_over_pi * mean_of(effects.chance_variance)) : not_a_number_double;
    return summary;
}

} // namespace

std::vector<ElementaryEffects> elementary_effects(std::span<const double> positions, std::size_t factors,
                                                  const PointNumbers& numbers, double level,
                                                  std::uint32_t seed) {
    std::vector<ElementaryEffects> summaries;
    for (const auto& effects : effects_by_factor(positions, factors, numbers))
        summaries.push_back(summary_of(effects, level, seed));
    return summaries;
}

// ---------------------------------------------------------------------------------------------------------
// Sobol' indices

namespace {

/// What a row of the design adds to the sums: A, B, and AB of each factor.
struct SaltelliRow {
    double mean = 0, square = 0, chance = 0; ///< of A and B, halved
    std::vector<double> first, total;        ///< [factor]
};

/// Each replicate's numbers less their mean over all points: without it the luck that all points of a
/// replicate share would count as variance, and the products below would be large numbers to be subtracted.
PointNumbers centred(PointNumbers numbers, const std::vector<std::size_t>& points) {
    for (std::size_t r = 0; r < numbers.replicates; ++r) {
        double sum = 0;
        for (const auto point : points) sum += numbers.at(point)[r];
        const double mean = sum / static_cast<double>(points.size());
        for (const auto point : points) numbers.values[point * numbers.replicates + r] -= mean;
    }
    return numbers;
}

SaltelliRow row_of(const PointNumbers& numbers, std::size_t begin, std::size_t factors) {
    const auto a = numbers.at(begin), b = numbers.at(begin + 1);
    SaltelliRow row;
    row.mean = (mean_of(a) + mean_of(b)) / 2;
    row.square = (product_across(a, a) + product_across(b, b)) / 2;
    row.chance = (chance_variance(a) + chance_variance(b)) / 2;
    for (std::size_t f = 0; f < factors; ++f) {
        const auto change = difference(numbers.at(begin + 2 + f), a);
        row.first.push_back(product_across(b, change));
        row.total.push_back(product_across(change, change) / 2);
    }
    return row;
}

std::vector<SaltelliRow> complete_rows(std::size_t factors, const PointNumbers& numbers) {
    const std::size_t in_a_row = factors + 2;
    std::vector<std::size_t> begins, points;
    for (std::size_t begin = 0; begin + in_a_row <= numbers.points; begin += in_a_row) {
        bool complete = true;
        for (std::size_t i = 0; i < in_a_row; ++i) complete = complete && has_numbers(numbers, begin + i);
        if (!complete) continue;
        begins.push_back(begin);
        for (std::size_t i = 0; i < in_a_row; ++i) points.push_back(begin + i);
    }
    std::vector<SaltelliRow> rows;
    if (begins.empty()) return rows;
    const PointNumbers from_mean = centred(numbers, points);
    for (const auto begin : begins) rows.push_back(row_of(from_mean, begin, factors));
    return rows;
}

/// Sum over the sampled rows, divided by their number.
template <class Number>
double mean_over(std::span<const std::uint32_t> sample, const std::vector<SaltelliRow>& rows,
                 Number&& number) {
    double sum = 0;
    for (const auto r : sample) sum += number(rows[r]);
    return sum / static_cast<double>(sample.size());
}

double variance_of(std::span<const std::uint32_t> sample, const std::vector<SaltelliRow>& rows) {
    const double mean = mean_over(sample, rows, [](const auto& row) { return row.mean; });
    return mean_over(sample, rows, [](const auto& row) { return row.square; }) - square(mean);
}

double share_of(double part, double variance) {
    return variance > 0 ? part / variance : not_a_number_double;
}

} // namespace

SobolIndices sobol_indices(std::size_t factors, const PointNumbers& numbers, double level,
                           std::uint32_t seed) {
    const auto rows = complete_rows(factors, numbers);
    SobolIndices indices;
    indices.rows = rows.size();
    const auto index_of = [&](auto SaltelliRow::*parts, std::size_t f) {
        return resampled(rows.size(), level, seed, [&](auto sample) {
            return share_of(mean_over(sample, rows, [&](const auto& row) { return (row.*parts)[f]; }),
                            variance_of(sample, rows));
        });
    };
    for (std::size_t f = 0; f < factors; ++f)
        indices.factors.push_back({index_of(&SaltelliRow::first, f), index_of(&SaltelliRow::total, f)});
    std::vector<std::uint32_t> all(rows.size());
    std::iota(all.begin(), all.end(), 0u);
    indices.variance = rows.empty() ? not_a_number_double : variance_of(all, rows);
    const double chance =
        rows.empty() ? not_a_number_double : mean_over(all, rows, [](const auto& row) { return row.chance; });
    indices.chance_share = share_of(chance, chance + std::max(0.0, indices.variance));
    return indices;
}

bool beyond_chance(const ElementaryEffects& effects) noexcept {
    return effects.mean_absolute.low > effects.chance;
}

bool beyond_chance(const SobolIndex& index) noexcept {
    return index.total.low > 0;
}

} // namespace tujuh
