// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Care risk and misuse (ODD 7.12).
struct CareParameters {
    double risk_base, high_risk, stress_crisis, stress_want, stress_members, protects_capability,
        protects_support, exponent_limit, risk_months, misuse_rate, misuse_months, misuse_loss;
};

inline constexpr ParameterRow<CareParameters> care_rows[] = {
    {"care.risk_base", &CareParameters::risk_base, "0-1", 0.12, 0, 1,
     assumed("chosen so that a few in a hundred are at high risk"),
     "care risk at no stress and middling capability"},
    {"care.high_risk", &CareParameters::high_risk, "0-1", 0.18, 0, 1,
     assumed("about the highest tenth at the start"), "care risk that calls for a worker"},
    {"care.stress_crisis", &CareParameters::stress_crisis, "1", 0.8, 0, 4,
     assumed("stress raises neglect and violence"), "weight of a crisis in the exponent"},
    {"care.stress_want", &CareParameters::stress_want, "1", 0.8, 0, 4,
     assumed("stress raises neglect and violence"), "weight of the livelihood deficit in the exponent"},
    {"care.stress_members", &CareParameters::stress_members, "1", 0.3, 0, 4,
     assumed("care of many dependants"), "weight of dependants above half of the household"},
    {"care.protects_capability", &CareParameters::protects_capability, "1", 1.0, 0, 4,
     assumed("design of the model"), "weight of capability above one half"},
    {"care.protects_support", &CareParameters::protects_support, "1", 0.8, 0, 4,
     assumed("design of the model"), "weight of support"},
    {"care.exponent_limit", &CareParameters::exponent_limit, "1", 2.0, 0.1, 5, assumed("design of the model"),
     "the exponent is capped on both sides"},
    {"care.risk_months", &CareParameters::risk_months, "months", 9, 0.5, 120,
     assumed("family patterns change slowly"), "half-life of care risk"},
    {"care.misuse_rate", &CareParameters::misuse_rate, "per month", 0.008, 0, 1,
     assumed("surveys of spending find little misuse (Evans & Popova 2017, recalled)"),
     "rate at which a served household begins to misuse cash, without preparedness"},
    {"care.misuse_months", &CareParameters::misuse_months, "months", 12, 0.5, 120,
     assumed("as denial memory"), "half-life of misuse that nobody finds"},
    {"care.misuse_loss", &CareParameters::misuse_loss, "share of the transfer", 0.4, 0, 1,
     assumed("part of the money spent against its purpose"),
     "transfer that does not reach consumption of the household's members"},
};
static_assert(declares_all_of(care_rows));

} // namespace tujuh
