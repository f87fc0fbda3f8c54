// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Mutual-aid groups (ODD 7.9).
struct InformalParameters {
    double village_share, member_share, contribution, payout, loss, dissolution, founding, competence_start,
        competence_floor, competence_months, joining_rate, leaving_rate;
};

inline constexpr ParameterRow<InformalParameters> informal_rows[] = {
    {"informal.village_share", &InformalParameters::village_share, "share of villages", 0.6, 0, 1,
     assumed("rotating savings groups (arisan) are found in most villages"),
     "villages with a community group at the start"},
    {"informal.member_share", &InformalParameters::member_share, "share of households", 0.4, 0, 1,
     recalled("IFLS arisan module, 0.25 to 0.55 of households"),
     "households of such a village that are members"},
    {"informal.contribution", &InformalParameters::contribution, "share of resources", 0.01, 0, 0.2,
     assumed("small weekly payments"), "what a member not in crisis pays in"},
    {"informal.payout", &InformalParameters::payout, "months of contributions", 6, 0, 60,
     assumed("a turn of the pot"), "what a member in crisis is paid a month, while the fund lasts"},
    {"informal.loss", &InformalParameters::loss, "share of the fund a year", 0.02, 0, 0.5,
     recalled("SAVIX portfolio data, 0.005 to 0.05"), "fund lost to default and error"},
    {"informal.dissolution", &InformalParameters::dissolution, "per year", 0.13, 0, 2,
     estimated("survival 0.93 a year (savings groups, VSL Associates and CARE) at a competence of 0.5"),
     "hazard of a group without competence; it falls with competence to a tenth"},
    {"informal.founding", &InformalParameters::founding, "per village without one and year", 0.11, 0, 2,
     assumed("balances dissolution at the starting share of villages"),
     "hazard that villagers found a community group themselves"},
    {"informal.competence_start", &InformalParameters::competence_start, "0-1", 0.45, 0, 1,
     assumed("groups start untrained"), "competence of a new group"},
    {"informal.competence_floor", &InformalParameters::competence_floor, "0-1", 0.35, 0, 1,
     assumed("groups that are left alone"), "competence to which a group decays"},
    {"informal.competence_months", &InformalParameters::competence_months, "months", 24, 1, 240,
     assumed("as other stocks of organisations"), "half-life of competence"},
    {"informal.joining_rate", &InformalParameters::joining_rate, "per month", 0.02, 0, 1,
     assumed("slow growth by word of mouth"), "rate at which households for whom a group is meant join it"},
    {"informal.leaving_rate", &InformalParameters::leaving_rate, "per month", 0.004, 0, 1,
     assumed("few leave"), "rate at which members leave"},
};
static_assert(declares_all_of(informal_rows));

} // namespace tujuh
