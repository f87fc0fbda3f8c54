// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Formal agencies: capacity, files, quality (ODD 7.8).
struct AgencyParameters {
    double staff, cases_per_staff, skill, fit, influence, cohesion, fidelity, burden, quality, quality_months,
        responsiveness, diagnosis, bias, conflict, variation, stuck, unstuck_rate, lost_months,
        give_up_months, decision_error, activation_failure, repair_rate, stop_rate, miss_recertification,
        bargain, referral_success, points_per_subdistrict, point_competence;
};

inline constexpr ParameterRow<AgencyParameters> agency_parameter_rows[] = {
    {"agencies.staff", &AgencyParameters::staff, "posts per 10,000 households", 10, 0, 100,
     assumed("about one person in each village of 900 households, part of the time, with the office"),
     "agency staff of a district, by agency"},
    {"agencies.cases_per_staff", &AgencyParameters::cases_per_staff, "cases a month and post", 60, 1, 1000,
     assumed("a file takes about two to three hours"),
     "files that a skilled, well-placed member of staff handles in each sub-unit"},
    {"agencies.skill", &AgencyParameters::skill, "0-1", 0.6, 0, 1, assumed("middle of the scale"),
     "skill of agency staff"},
    {"agencies.fit", &AgencyParameters::fit, "0-1", 0.7, 0, 1, assumed("middle of the scale"),
     "fit of roles to work"},
    {"agencies.influence", &AgencyParameters::influence, "0-1", 0.5, 0, 1, assumed("middle of the scale"),
     "influence of a sub-unit"},
    {"agencies.cohesion", &AgencyParameters::cohesion, "0-1", 0.6, 0, 1, assumed("middle of the scale"),
     "cohesion of a sub-unit"},
    {"agencies.fidelity", &AgencyParameters::fidelity, "share of files", 0.94, 0, 1,
     assumed("no published rate of lost files found"), "files that reach the next sub-unit"},
    {"agencies.burden", &AgencyParameters::burden, "0-1", 0.55, 0, 1, assumed("middle of the scale"),
     "procedure burden"},
    {"agencies.quality", &AgencyParameters::quality, "0-1", 0.6, 0, 1, assumed("middle of the scale"),
     "service quality to which an agency drifts"},
    {"agencies.quality_months", &AgencyParameters::quality_months, "months", 24, 1, 240,
     assumed("as the other stocks of organisations"), "half-life of a change of quality"},
    {"agencies.responsiveness", &AgencyParameters::responsiveness, "0-1", 0.4, 0, 1,
     assumed("0.81 of complaints are followed up (LAPOR 2023), which is not the same as change"),
     "chance scale by which an agency answers to advice"},
    {"agencies.diagnosis", &AgencyParameters::diagnosis, "0-1", 0.3, 0, 1, assumed("low without work on it"),
     "knowledge of its own problems"},
    {"agencies.bias", &AgencyParameters::bias, "log points", 0.18, 0, 1,
     assumed("no published size; the sign from studies of informal exclusion"),
     "penalty on the measured standing of vulnerable groups"},
    {"agencies.conflict", &AgencyParameters::conflict, "0-1", 0.3, 0, 1,
     assumed("agencies compete for cases and credit"), "conflict between two agencies"},
    {"agencies.variation", &AgencyParameters::variation, "share", 0.25, 0, 1, assumed("districts differ"),
     "standard deviation of an agency's burden, quality, responsiveness and bias around these means"},
    {"agencies.stuck", &AgencyParameters::stuck, "chance a file", 0.08, 0, 1,
     assumed("no published rate found"), "files that stop in assessment until someone asks"},
    {"agencies.unstuck_rate", &AgencyParameters::unstuck_rate, "per month", 0.12, 0, 2,
     assumed("about eight months"), "rate at which a stuck file moves by itself"},
    {"agencies.lost_months", &AgencyParameters::lost_months, "months", 6, 1, 36,
     assumed("people ask after half a year"), "months after which a household learns that its file is lost"},
    {"agencies.give_up_months", &AgencyParameters::give_up_months, "months", 24, 1, 240,
     assumed("people stop waiting after two years"), "months after which an unanswered request is withdrawn"},
    {"agencies.decision_error", &AgencyParameters::decision_error, "share of decisions", 0.05, 0, 0.5,
     recalled("underpayment 0.015 of spending in official error rates; refusal in error is more frequent"),
     "wrong decisions by staff of skill one half, beside errors of measurement"},
    {"agencies.activation_failure", &AgencyParameters::activation_failure, "share of new enrolments", 0.1, 0,
     1, assumed("cards and accounts that do not work at first"),
     "households enrolled whose service does not start by itself"},
    {"agencies.repair_rate", &AgencyParameters::repair_rate, "per month", 0.06, 0, 2,
     assumed("inactive accounts are found in yearly checks"),
     "rate at which monitoring starts such a service, at full quality"},
    {"agencies.stop_rate", &AgencyParameters::stop_rate, "per month", 0.004, 0, 1,
     assumed("cards blocked, accounts dormant (about two million identity numbers in 2025)"),
     "rate at which a running service stops by fault"},
    {"agencies.miss_recertification", &AgencyParameters::miss_recertification, "share of checks", 0.06, 0, 1,
     assumed("smaller than losses in Indiana 2007-2009 (0.15, Wu & Meyer 2021)"),
     "served households that miss a check at mean procedure burden"},
    {"agencies.bargain", &AgencyParameters::bargain, "share", 0.3, 0, 1,
     estimated("entitlement cards raised the subsidy received by 0.26 (Banerjee et al. 2018)"),
     "leakage that a household avoids by knowing its entitlement"},
    {"agencies.referral_success", &AgencyParameters::referral_success, "share", 0.9, 0, 1,
     assumed("accompanied requests are rarely turned back"),
     "accompanied requests accepted where agencies do not quarrel"},
    {"agencies.points_per_subdistrict", &AgencyParameters::points_per_subdistrict, "points", 1, 0, 20,
     assumed("one office or bank branch a subdistrict"), "service and distribution points at the start"},
    {"agencies.point_competence", &AgencyParameters::point_competence, "0-1", 0.6, 0, 1,
     assumed("middle of the scale"), "competence of those who run a point"},
};
static_assert(declares_all_of(agency_parameter_rows));

} // namespace tujuh
