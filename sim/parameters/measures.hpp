// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Thresholds of outcomes that are definitions rather than behaviour.
struct MeasureParameters {
    double known_need, deprived, poverty_cutoff, distress, far_km;
};

inline constexpr ParameterRow<MeasureParameters> measure_rows[] = {
    {"measures.known_need", &MeasureParameters::known_need, "0-1", 0.3, 0, 1,
     assumed("upper half of deficits"), "deficit that counts as a need"},
    {"measures.deprived", &MeasureParameters::deprived, "0-1", 0.5, 0, 1, assumed("middle of the scale"),
     "deficit that counts as a deprivation (Alkire & Foster 2011)"},
    {"measures.poverty_cutoff", &MeasureParameters::poverty_cutoff, "share", 0.3333, 0, 1,
     published("Alkire & Foster 2011; global multidimensional poverty index, one third"),
     "weighted deprivations that make a household multidimensionally poor"},
    {"measures.distress", &MeasureParameters::distress, "0-1", 0.6, 0, 1, assumed("lowest part of the scale"),
     "functioning below which a household is in distress"},
    {"measures.far_km", &MeasureParameters::far_km, "km", 8, 0, 100, assumed("two hours on foot"),
     "distance that counts as too far"},
};
static_assert(declares_all_of(measure_rows));

} // namespace tujuh
