// SPDX-License-Identifier: Apache-2.0
// P(T > t) = I_x(v/2, 1/2) / 2 with x = v / (v + t²) (Abramowitz and Stegun 26.5.27), where I, the
// regularised incomplete beta function, comes from its continued fraction (NIST Digital Library of
// Mathematical Functions 8.17.22). Inverted by bisection. Many degrees of freedom: the expansion around the
// normal distribution.
#include "base/student_t.hpp"

#include "base/math.hpp"

namespace tujuh {

namespace {

/// Stirling's series (DLMF 5.11.1), after a shift to arguments where seven terms suffice.
double log_gamma(double x) noexcept {
    double shift = 1.0;
    for (; x < 12.0; x += 1.0) shift *= x;
    const double series = polynomial(1.0 / square(x), 1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680,
                                     1.0 / 1188, -691.0 / 360360, 1.0 / 156);
    constexpr double half_log_two_pi = 0.91893853320467274178;
    return (x - 0.5) * log(x) - x + half_log_two_pi + series / x - log(shift);
}

/// The continued fraction 1 / (1 + d1 / (1 + d2 / ...)) of DLMF 8.17.22, by the recurrence of its convergents
/// (Wallis), scaled so that the denominators stay 1. Converges fast for x < (a + 1) / (a + b + 2).
double beta_fraction(double a, double b, double x) noexcept {
    double numerator_before = 0.0, numerator = 1.0;
    double denominator_before = 1.0;
    double value = 1.0;
    for (double m = 0.0; m < 10000.0; m += 1.0) {
        const double before = value;
        const double coefficients[2] = {
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
            (m + 1.0) * (b - m - 1.0) * x / ((a + 2.0 * m + 1.0) * (a + 2.0 * m + 2.0)),
        };
        for (const double d : coefficients) {
            const double next_numerator = numerator + d * numerator_before;
            const double next_denominator = 1.0 + d * denominator_before;
            numerator_before = numerator / next_denominator;
            denominator_before = 1.0 / next_denominator;
            numerator = next_numerator / next_denominator;
        }
        value = numerator;
        const double change = value - before;
        if (change < 1e-15 * value && change > -1e-15 * value) break;
    }
    return value;
}

/// P(T > t) for t >= 0.
double upper_tail(double t, double degrees_of_freedom) noexcept {
    if (t == 0.0) return 0.5;
    const double a = 0.5 * degrees_of_freedom;
    const double b = 0.5;
    const double ratio = t / square_root(degrees_of_freedom);
    const bool far = ratio > 1e8; // where 1 + ratio² is ratio², which may overflow
    const double log_x = far ? -2.0 * log(ratio) : -log(1.0 + square(ratio));
    const double log_y = 2.0 * log(ratio) + log_x;
    const double x = exp(log_x);
    const double front = exp(a * log_x + b * log_y + log_gamma(a + b) - log_gamma(a) - log_gamma(b));
    if (x < (a + 1.0) / (a + b + 2.0)) return 0.5 * front / a * beta_fraction(a, b, x);
    return 0.5 - 0.5 * front / b * beta_fraction(b, a, exp(log_y));
}

/// Abramowitz and Stegun 26.7.5.
double expansion_around_normal(double z, double degrees_of_freedom) noexcept {
    const double z_squared = square(z);
    return z * polynomial(1.0 / degrees_of_freedom, 1.0, polynomial(z_squared, 1.0, 1.0) / 4.0,
                          polynomial(z_squared, 3.0, 16.0, 5.0) / 96.0,
                          polynomial(z_squared, -15.0, 17.0, 19.0, 3.0) / 384.0,
                          polynomial(z_squared, -945.0, -1920.0, 1482.0, 776.0, 79.0) / 92160.0);
}

} // namespace

double student_t_quantile(double probability, double degrees_of_freedom) noexcept {
    if (!(probability >= 0.0 && probability <= 1.0 && degrees_of_freedom >= 1.0)) return not_a_number_double;
    const bool lower = probability < 0.5;
    const double tail = lower ? probability : 1.0 - probability;
    const double sign = lower ? -1.0 : 1.0;
    if (tail == 0.0) return sign * infinity_double;
    if (tail == 0.5) return 0.0;
    if (degrees_of_freedom > 1e5)
        return expansion_around_normal(normal_quantile(probability), degrees_of_freedom);

    double low = 0.0;
    double high = 1.0;
    while (high < infinity_double && upper_tail(high, degrees_of_freedom) > tail) {
        low = high;
        high *= 2.0;
    }
    if (high == infinity_double) return sign * infinity_double;
    constexpr int halvings = 53; // of an interval no longer than its upper end
    for (int i = 0; i < halvings; ++i) {
        const double middle = low + 0.5 * (high - low);
        if (upper_tail(middle, degrees_of_freedom) > tail)
            low = middle;
        else
            high = middle;
    }
    return sign * (low + 0.5 * (high - low));
}

double student_t_two_sided(double t, double degrees_of_freedom) noexcept {
    if (t != t || !(degrees_of_freedom >= 1.0)) return not_a_number_double;
    const double size = t < 0.0 ? -t : t;
    if (size == infinity_double) return 0.0;
    return 2.0 * upper_tail(size, degrees_of_freedom);
}

} // namespace tujuh
