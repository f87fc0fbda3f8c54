// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Care risk, misuse and harm (ODD 7.12).
struct CareParameters {
    double risk_base, high_risk, stress_crisis, stress_want, stress_members, protects_capability,
        protects_support, exponent_limit, risk_months, misuse_rate, misuse_months, misuse_loss, harm_rate,
        harm_months, report_unaware, report_aware, false_reports, plan_months, supervision_months,
        recurrence_rate, supervision_saves;
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
    {"care.harm_rate", &CareParameters::harm_rate, "chance a month", 0.0025, 0, 0.0075,
     recalled(
         "8.7 % of women aged 15-64 met violence within a year (SPHPN 2021); with harm_months about as many "
         "households here"),
     "chance that neglect or violence begins at care risk `risk_base`; it grows with care risk"},
    {"care.harm_months", &CareParameters::harm_months, "months", 18, 1, 240,
     assumed("harm that nobody finds goes on for more than a year"),
     "mean duration of harm that is not stopped"},
    {"care.report_unaware", &CareParameters::report_unaware, "chance a month", 0.002, 0, 1,
     assumed("most harm is never reported; cases on national record are far fewer still (recalled: 30,000 a "
             "year, SIMFONI-PPA)"),
     "chance that harm is reported where nobody is aware of it"},
    {"care.report_aware", &CareParameters::report_aware, "chance a month", 0.03, 0, 1,
     assumed("within about three years where all are aware"), "added to it at full awareness of the village"},
    {"care.false_reports", &CareParameters::false_reports, "chance a month", 0.0002, 0, 0.01,
     assumed("about a third of reports prove unfounded"), "chance that a safe household is reported"},
    {"care.plan_months", &CareParameters::plan_months, "months", 24, 1, 240,
     assumed("as organisations' stocks"),
     "half-life of a safety plan; after it the household counts as safe"},
    {"care.supervision_months", &CareParameters::supervision_months, "months", 9, 0.5, 120,
     assumed("a few visits and follow-up"), "half-life of supervision after an act of 7.1"},
    {"care.recurrence_rate", &CareParameters::recurrence_rate, "chance a month", 0.012, 0, 0.1,
     recalled(
         "about one in ten confirmed cases again within a year (US Child Maltreatment reports); fewer are "
         "seen than happen"),
     "chance that harm recurs under a safety plan at care risk `risk_base`; it grows with care risk"},
    {"care.supervision_saves", &CareParameters::supervision_saves, "share", 0.6, 0, 1,
     assumed("who is visited holds back"), "recurrence avoided while somebody watches the plan"},
};
static_assert(declares_all_of(care_rows));

} // namespace tujuh
