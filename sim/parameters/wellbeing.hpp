// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Morale, stigma, capability, support (ODD 7.5).
struct WellbeingParameters {
    double morale_base, morale_months, crisis_lowers_morale, denial_lowers_morale, group_raises_morale,
        harm_lowers_morale, stigma_base, stigma_peers, stigma_months, capability_base, capability_schooling,
        capability_months, long_crisis, scar, support_months, group_support;
};

inline constexpr ParameterRow<WellbeingParameters> wellbeing_rows[] = {
    {"wellbeing.morale_base", &WellbeingParameters::morale_base, "0-1", 0.55, 0, 1,
     assumed("middle of the scale"), "morale at rest"},
    {"wellbeing.morale_months", &WellbeingParameters::morale_months, "months", 6, 0.5, 60,
     recalled("cash transfers move wellbeing by 0.1 standard deviations, fading (McGuire et al. 2022)"),
     "half-life of a change of morale"},
    {"wellbeing.crisis_lowers_morale", &WellbeingParameters::crisis_lowers_morale, "0-1", 0.2, 0, 1,
     assumed("sign from the stress literature"), "fall of morale when a crisis begins"},
    {"wellbeing.denial_lowers_morale", &WellbeingParameters::denial_lowers_morale, "0-1", 0.08, 0, 1,
     assumed("psychological cost of refusal (Herd & Moynihan 2018)"),
     "fall of morale when a request is refused"},
    {"wellbeing.group_raises_morale", &WellbeingParameters::group_raises_morale, "0-1 a month", 0.01, 0, 0.2,
     assumed("belonging"), "rise of morale by membership in a group"},
    {"wellbeing.harm_lowers_morale", &WellbeingParameters::harm_lowers_morale, "0-1 a month", 0.02, 0, 0.2,
     assumed("living with neglect or violence; a fifth of the scale in the long run"),
     "fall of morale in each month in which harm goes on"},
    {"wellbeing.stigma_base", &WellbeingParameters::stigma_base, "0-1", 0.35, 0, 1,
     assumed("middle of the lower half; trials of stigma messages find none (Bhargava & Manoli 2015)"),
     "stigma felt where nobody is enrolled"},
    {"wellbeing.stigma_peers", &WellbeingParameters::stigma_peers, "share", 0.5, 0, 1,
     assumed("claiming becomes normal where many claim (Contini & Richiardi 2007)"),
     "fall of stigma where everybody is enrolled"},
    {"wellbeing.stigma_months", &WellbeingParameters::stigma_months, "months", 12, 0.5, 120,
     assumed("slower than morale"), "half-life of a change of stigma"},
    {"wellbeing.capability_base", &WellbeingParameters::capability_base, "0-1", 0.2, 0, 1,
     assumed("unschooled adults"), "capability without schooling"},
    {"wellbeing.capability_schooling", &WellbeingParameters::capability_schooling, "0-1", 0.5, 0, 1,
     assumed("schooling of 16 years"), "capability added by full schooling"},
    {"wellbeing.capability_months", &WellbeingParameters::capability_months, "months", 60, 1, 240,
     assumed("skills fade slowly when unused"), "half-life of a change of capability"},
    {"wellbeing.long_crisis", &WellbeingParameters::long_crisis, "months", 6, 1, 36,
     assumed("design of the model"), "months of crisis after which capability is scarred"},
    {"wellbeing.scar", &WellbeingParameters::scar, "0-1 a month", 0.01, 0, 0.2,
     assumed("long unemployment costs skill"), "fall of capability in each month of a long crisis"},
    {"wellbeing.support_months", &WellbeingParameters::support_months, "months", 3, 0.5, 60,
     assumed("support is felt for a season"), "half-life of support"},
    {"wellbeing.group_support", &WellbeingParameters::group_support, "0-1", 0.25, 0, 1,
     assumed("mutual aid is also company"), "support that members feel"},
};
static_assert(declares_all_of(wellbeing_rows));

} // namespace tujuh
