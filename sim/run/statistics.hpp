// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace tujuh {

/// A mean over replicates with its Student t interval.
struct Estimate {
    std::size_t count = 0;     ///< replicates that had a value
    double mean = 0;           ///< NaN without a replicate
    double standard_error = 0; ///< NaN with fewer than two
    double low = 0, high = 0;  ///< ends of the interval; NaN with fewer than two

    /// True when the interval lies on one side of zero.
    bool excludes_zero() const noexcept { return low > 0 || high < 0; }
    /// Mean in standard errors; 0 where the mean is 0, infinite where it is the same in every replicate, else
    /// NaN.
    double t() const noexcept;
};

/// The level of intervals, 0.95 for 95 %. Student's t is worked out once for each number of replicates, as it
/// is dear.
class IntervalLevel {
  public:
    explicit IntervalLevel(double level) : level_(level) {}
    double level() const noexcept { return level_; }
    /// Half of the interval's length in standard errors, with `count` - 1 degrees of freedom; `count` is at
    /// least 2.
    double half_length(std::size_t count);

  private:
    double level_;
    std::vector<double> half_lengths_; ///< [count]; 0: not worked out yet
};

/// Mean and two-sided interval of the values by Student's t. Values that are NaN are left out. Equal values
/// give an interval of length zero.
Estimate estimate(std::span<const double> values, IntervalLevel& level);
Estimate estimate(std::span<const double> values, double level);

/// The chance of a mean as far from zero where the true one is zero: Student's t, two-sided. 1 where the mean
/// is 0, 0 where it is another and the same in every replicate, NaN with fewer than two.
double two_sided_p(const Estimate& estimate) noexcept;

/// The p-values corrected for their number by the step-down procedure of Holm (1979, Scandinavian Journal of
/// Statistics 6, 65-70): the k-th smallest of m is multiplied by m - k + 1, and is at least the one before it
/// and at most 1. What is below `a` then is different with a chance of at most `a` that any of them is not.
/// NaN stays NaN and does not count.
std::vector<double> holm_adjusted(std::span<const double> p_values);

/// How many replicates tell a mean of this size and spread from zero at `level` with the chance `power`:
/// (z + z')^2 s^2 / m^2 + z^2 / 2, rounded up, with the normal quantiles of both (Guenther 1981, The American
/// Statistician 35, 243-244); more than there were. NaN where the interval excludes zero already, the mean is
/// zero, or there is no interval.
double replicates_needed(const Estimate& estimate, double level, double power) noexcept;

/// A number of replicates as it may be told, since it is hardly known better: rounded up to 1, 1.2, 1.5, 2,
/// 2.5, 3, 4, 5, 6 or 8 times a power of ten, up to 10 as it is.
double roughly(double replicates) noexcept;

/// `one[i] - other[i]`; NaN where either is.
std::vector<double> paired_differences(std::span<const double> one, std::span<const double> other);

} // namespace tujuh
