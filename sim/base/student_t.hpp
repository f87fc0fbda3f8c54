// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace tujuh {

/// The t below which a number of Student's distribution falls with this probability; error below 1e-8,
/// relative where |t| > 1. -infinity at probability 0, infinity at 1; not a number outside, or with fewer
/// than 1 degree of freedom. For intervals in reports: it takes some tens of microseconds.
double student_t_quantile(double probability, double degrees_of_freedom) noexcept;

/// The chance that a number of Student's distribution lies farther from zero than `t`, on either side; not a
/// number with fewer than 1 degree of freedom or where `t` is not a number.
double student_t_two_sided(double t, double degrees_of_freedom) noexcept;

} // namespace tujuh
