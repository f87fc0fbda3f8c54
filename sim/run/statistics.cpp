// SPDX-License-Identifier: Apache-2.0
#include "run/statistics.hpp"

#include "base/student_t.hpp"

#include <cmath>
#include <limits>

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

std::vector<double> paired_differences(std::span<const double> one, std::span<const double> other) {
    std::vector<double> differences(one.size());
    for (std::size_t i = 0; i < one.size(); ++i) differences[i] = one[i] - other[i];
    return differences;
}

} // namespace tujuh
