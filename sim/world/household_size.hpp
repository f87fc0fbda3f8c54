// SPDX-License-Identifier: Apache-2.0
/// Sizes of households, larger where they are poorer (ODD 7.1).
#pragma once

#include "base/math.hpp"

namespace tujuh {

/// Poorer households are larger. Let a share s of the variance of standings be permanent. If households have
/// permanent standing x ~ N(g·s, s) and mean size n0·exp(-g·x) at x, then counting each household as many
/// times as it has persons multiplies the density of x by exp(-g·x), which gives N(0, s): over persons the
/// whole standing is exactly N(0, 1). With Phi^-1(H) the standing of the poverty line, poor persons H·n =
/// poor households · n_poor fixes g, and the mean n = n0·exp(-g²s/2) fixes n0.
struct SizeGradient {
    double slope = 0;         ///< g, log persons a unit of permanent standing
    double mean_standing = 0; ///< g·s, of households
    double spread = 0;        ///< sqrt(s), of households
    double size_at_zero = 0;  ///< n0, persons
};

/// `mean_size` and `mean_size_of_poor` in persons, `headcount` in persons (0-1), `permanent_share` the s
/// above, 0-1. Without a usable share (s = 0) or difference in sizes the gradient is 0.
SizeGradient size_gradient(double mean_size, double mean_size_of_poor, double headcount,
                           double permanent_share) noexcept;

/// The same gradient where households have another mean size, as in one province.
SizeGradient with_mean_size(const SizeGradient& gradient, double mean_size) noexcept;

/// Permanent standing of a household for a standard normal draw.
constexpr double permanent_standing(const SizeGradient& gradient, double normal) noexcept {
    return gradient.mean_standing + gradient.spread * normal;
}

inline constexpr int largest_household = 10;

/// Persons, 1 to 10: 1 + Binomial(9, q) with the mean n0·exp(-g·x), by inverse distribution from one uniform
/// in (0, 1).
[[gnu::always_inline]] inline int household_size(const SizeGradient& gradient, double standing_permanent,
                                                 double uniform) noexcept {
    constexpr int others = largest_household - 1;
    const double mean_here = gradient.size_at_zero * exp(-gradient.slope * standing_permanent);
    const double q = clamp01((mean_here - 1.0) / others);
    const double odds = q / (1.0 - q);
    double probability = 1.0;
    for (int k = 0; k < others; ++k) probability *= 1.0 - q;
    // All sizes are gone through, so that many households can be drawn side by side: the share of sizes up to
    // one's own never falls.
    double up_to = probability;
    int count = 0;
    for (int k = 0; k < others; ++k) {
        count += uniform >= up_to ? 1 : 0;
        probability *= odds * (others - k) / (k + 1);
        up_to += probability;
    }
    return q < 1.0 ? 1 + count : largest_household;
}

} // namespace tujuh
