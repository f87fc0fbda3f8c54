// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>

namespace tujuh {

/// A published figure that the model is compared with.
struct FitTarget {
    double value = 0;
    double tolerance = 1;  ///< one standard deviation of what the figure itself is uncertain by; above 0
    bool held_out = false; ///< looked at, but not fitted
};

/// (model - value) / tolerance; NaN where the model's is.
double residual(double model, const FitTarget& target) noexcept;

/// Sum of squared residuals over the fitted targets, `model` one number a target; infinite where one of them
/// is NaN.
double misfit(std::span<const double> model, std::span<const FitTarget> targets) noexcept;

std::size_t count_fitted(std::span<const FitTarget> targets) noexcept;

} // namespace tujuh
