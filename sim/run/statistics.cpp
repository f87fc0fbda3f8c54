// SPDX-License-Identifier: Apache-2.0
#include "run/statistics.hpp"

#include "base/math.hpp"
#include "base/student_t.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace tujuh {

namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

struct Moments {
    std::size_t count = 0;
    double mean = 0, squares = 0; ///< squares: sum of squared distances from the mean
};

/// Values are added in their order, twice: the second pass around the mean loses no digits.
Moments moments_of(std::span<const double> values) noexcept {
    Moments moments;
    double first = missing, sum = 0;
    bool all_equal = true;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        if (moments.count == 0) first = value;
        all_equal = all_equal && value == first;
        sum += value;
        ++moments.count;
    }
    // A sum of equal values divided by their number may differ from them in the last bit.
    moments.mean = all_equal ? first : sum / static_cast<double>(moments.count);
    for (const double value : values)
        if (!std::isnan(value)) moments.squares += (value - moments.mean) * (value - moments.mean);
    return moments;
}

} // namespace

double Estimate::t() const noexcept {
    if (mean == 0) return 0;
    return mean / standard_error;
}

double IntervalLevel::half_length(std::size_t count) {
    if (half_lengths_.size() <= count) half_lengths_.resize(count + 1);
    double& half = half_lengths_[count];
    if (half == 0) half = student_t_quantile(0.5 + 0.5 * level_, static_cast<double>(count - 1));
    return half;
}

Estimate estimate(std::span<const double> values, IntervalLevel& level) {
    const Moments moments = moments_of(values);
    if (moments.count == 0) return {0, missing, missing, missing, missing};
    if (moments.count == 1) return {1, moments.mean, missing, missing, missing};
    const auto count = static_cast<double>(moments.count);
    const double standard_error = std::sqrt(moments.squares / (count - 1) / count);
    const double half = level.half_length(moments.count) * standard_error;
    return {moments.count, moments.mean, standard_error, moments.mean - half, moments.mean + half};
}

Estimate estimate(std::span<const double> values, double level) {
    IntervalLevel once(level);
    return estimate(values, once);
}

double two_sided_p(const Estimate& estimate) noexcept {
    if (estimate.count < 2) return missing;
    return student_t_two_sided(estimate.t(), static_cast<double>(estimate.count - 1));
}

std::vector<double> holm_adjusted(std::span<const double> p_values) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < p_values.size(); ++i)
        if (!std::isnan(p_values[i])) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p_values[a] < p_values[b]; });
    std::vector<double> adjusted(p_values.size(), missing);
    double before = 0;
    for (std::size_t k = 0; k < order.size(); ++k) {
        const double corrected = static_cast<double>(order.size() - k) * p_values[order[k]];
        before = std::min(1.0, std::max(before, corrected));
        adjusted[order[k]] = before;
    }
    return adjusted;
}

double replicates_needed(const Estimate& estimate, double level, double power) noexcept {
    if (estimate.count < 2 || estimate.mean == 0 || estimate.excludes_zero()) return missing;
    const auto count = static_cast<double>(estimate.count);
    const double z = normal_quantile(0.5 + 0.5 * level), z_of_power = normal_quantile(power);
    const double spread = count * square(estimate.standard_error / estimate.mean); // s^2 / m^2
    return std::max(count + 1, std::ceil(square(z + z_of_power) * spread + 0.5 * square(z)));
}

double roughly(double replicates) noexcept {
    constexpr double steps[] = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    if (!(replicates > 10) || !std::isfinite(replicates)) return replicates;
    double unit = 10;
    while (10 * unit < replicates) unit *= 10;
    for (const double step : steps)
        if (step * unit >= replicates) return step * unit;
    return replicates;
}

std::vector<double> paired_differences(std::span<const double> one, std::span<const double> other) {
    std::vector<double> differences(one.size());
    for (std::size_t i = 0; i < one.size(); ++i) differences[i] = one[i] - other[i];
    return differences;
}

} // namespace tujuh
