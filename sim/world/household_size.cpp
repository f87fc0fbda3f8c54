// SPDX-License-Identifier: Apache-2.0
// The formulas stand in the header. ODD 7.1.
#include "world/household_size.hpp"

#include "base/math.hpp"

namespace tujuh {

SizeGradient size_gradient(double mean_size, double mean_size_of_poor, double headcount,
                           double permanent_share) noexcept {
    const auto is_share = [](double x) { return x > 0.0 && x < 1.0; };
    SizeGradient gradient;
    gradient.size_at_zero = mean_size;
    if (!is_share(headcount) || !(permanent_share > 0)) return gradient;
    gradient.spread = square_root(permanent_share);
    const double poor_households = headcount * mean_size / mean_size_of_poor;
    if (!is_share(poor_households)) return gradient;
    gradient.mean_standing = normal_quantile(headcount) - normal_quantile(poor_households);
    gradient.slope = gradient.mean_standing / permanent_share;
    return with_mean_size(gradient, mean_size);
}

SizeGradient with_mean_size(const SizeGradient& gradient, double mean_size) noexcept {
    SizeGradient scaled = gradient;
    scaled.size_at_zero = mean_size * exp(0.5 * gradient.slope * gradient.mean_standing);
    return scaled;
}

} // namespace tujuh
