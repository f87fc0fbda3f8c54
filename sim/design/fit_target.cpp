// SPDX-License-Identifier: Apache-2.0
#include "design/fit_target.hpp"

#include "base/math.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

double residual(double model, const FitTarget& target) noexcept {
    return (model - target.value) / target.tolerance;
}

double misfit(std::span<const double> model, std::span<const FitTarget> targets) noexcept {
    double sum = 0;
    for (std::size_t t = 0; t < targets.size(); ++t)
        if (!targets[t].held_out) sum += square(residual(model[t], targets[t]));
    return std::isnan(sum) ? infinity_double : sum;
}

std::size_t count_fitted(std::span<const FitTarget> targets) noexcept {
    return static_cast<std::size_t>(
        std::count_if(targets.begin(), targets.end(), [](const auto& target) { return !target.held_out; }));
}

} // namespace tujuh
