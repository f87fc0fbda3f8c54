// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Resources of a household over time (ODD 7.1).
struct ResourceParameters {
    double rho, mean_months;
};

inline constexpr ParameterRow<ResourceParameters> resource_rows[] = {
    {"resources.rho", &ResourceParameters::rho, "1 (month on month)", 0.93, 0, 0.999,
     calibrated("with population.permanent_share to the same two shares"),
     "persistence of transitory resources"},
    {"resources.mean_months", &ResourceParameters::mean_months, "months", 12, 2, 60,
     assumed("entitlement is judged on about a year"),
     "length of the exponential mean of resources by which entitlement is judged"},
};
static_assert(declares_all_of(resource_rows));

} // namespace tujuh
