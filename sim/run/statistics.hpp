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

/// `one[i] - other[i]`; NaN where either is.
std::vector<double> paired_differences(std::span<const double> one, std::span<const double> other);

} // namespace tujuh
