// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Social control: harm, reports, supervision, licensing of providers (ODD 7.12).
struct ControlParameters {
    double provider_share, minimum_standard;
};

inline constexpr ParameterRow<ControlParameters> control_rows[] = {
    {"control.provider_share", &ControlParameters::provider_share, "share of service", 0.3, 0, 1,
     assumed("child care homes and clinics are mostly private, payments are not"),
     "what licensed private providers deliver of an agency's service"},
    {"control.minimum_standard", &ControlParameters::minimum_standard, "0-1", 0.5, 0, 1,
     assumed("middle of the scale"), "quality below which a provider does not meet the minimum standard"},
};
static_assert(declares_all_of(control_rows));

} // namespace tujuh
