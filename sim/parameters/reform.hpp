// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Policy-makers: streams, windows, budgets, lags, courts, and how far a reform moves its lever (ODD 7.11).
struct ReformParameters {
    double stance_counts;
};

inline constexpr ParameterRow<ReformParameters> reform_rows[] = {
    {"reform.stance_counts", &ReformParameters::stance_counts, "0-1", 0.5, 0, 1, assumed("middle of the scale"),
     "stance from which an agency has taken a stand"},
};
static_assert(declares_all_of(reform_rows));

} // namespace tujuh
