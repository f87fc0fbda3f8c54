// SPDX-License-Identifier: Apache-2.0
// Resources over time (ODD 7.1). Standing = permanent + transitory, in standard-normal units; the area's
// curve turns it into rupiah. The transitory part is a first-order autoregression with stationary variance v:
//   e' = rho e + sqrt(v (1 - rho^2)) epsilon
// and the permanent part returns to its start with the half-life `relaxation.permanent`.
#pragma once

#include "base/half_life.hpp"
#include "base/math.hpp"
#include "parameters/relaxation.hpp"
#include "parameters/resources.hpp"
#include "world/population.hpp"

namespace tujuh {

struct ResourceRates {
    float rho, innovation; ///< persistence, standard deviation of epsilon's part
    float permanent_kept;  ///< share of a deviation from the start that is left after a month
    float mean_kept;       ///< weight of the past in the exponential mean of resources
};

inline ResourceRates resource_rates(const ResourceParameters& p, const RelaxationParameters& r,
                                    const PopulationModel& model) {
    ResourceRates rates{};
    rates.rho = static_cast<float>(p.rho);
    rates.innovation = static_cast<float>(square_root(model.transitory_variance * (1.0 - p.rho * p.rho)));
    rates.permanent_kept = static_cast<float>(monthly_retention(r.permanent));
    rates.mean_kept = static_cast<float>(1.0 - 1.0 / p.mean_months);
    return rates;
}

template <class Real>
[[gnu::always_inline]] inline Real next_transitory(Real transitory, Real normal, const ResourceRates& rates) {
    return Real(rates.rho) * transitory + Real(rates.innovation) * normal;
}

} // namespace tujuh
