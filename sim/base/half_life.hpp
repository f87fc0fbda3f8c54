// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/math.hpp"

namespace tujuh {

/// The share of a deviation that is left after a month when half is left after `half_life_months`: 2^(-1/h).
/// 0 months: nothing is left; infinity: all of it.
constexpr double monthly_retention(double half_life_months) noexcept {
    return power_of_two(-1.0 / half_life_months);
}

/// x a month later, on its way back to the baseline.
template <class Real>
[[gnu::always_inline]] constexpr Real relax(Real x, Real baseline, Real retention) noexcept {
    return baseline + (x - baseline) * retention;
}

} // namespace tujuh
