// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Size of the effect of one act of tasks 3 and 4, at full size of a district, by a fully skilled worker.
struct AgencyWorkParameters {
    double consult_quality, carry_fidelity;
};

inline constexpr ParameterRow<AgencyWorkParameters> agency_work_rows[] = {
    // ---- Task 3
    {"agency_work.consult_quality", &AgencyWorkParameters::consult_quality, "share of the gap", 0.15, 0, 1,
     assumed("one round of advice"), "quality gained by 3.2 when the agency answers"},
    // ---- Task 4
    {"agency_work.carry_fidelity", &AgencyWorkParameters::carry_fidelity, "share of the gap", 0.25, 0, 1,
     assumed("one link mended among several"), "fidelity gained by 4.1 between two sub-units"},
};
static_assert(declares_all_of(agency_work_rows));

} // namespace tujuh
