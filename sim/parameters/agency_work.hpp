// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Size of the effect of one act of tasks 3 and 4 by a fully skilled worker, on the office of an agency that
/// it reaches.
struct AgencyWorkParameters {
    double offices, explain_gain, heed_threshold, heed_rate, consult_quality, bridge_gain, advocate_wait,
        advocate_success, organise_gain, organisation_answers, mediate_share;
    double carry_fidelity, advocate_influence, organise_cohesion, consult_fit, misplaced, train_skill,
        adjust_moves, adjust_fills, diagnose;
};

inline constexpr ParameterRow<AgencyWorkParameters> agency_work_rows[] = {
    {"agency_work.offices", &AgencyWorkParameters::offices, "offices", 14, 1, 200,
     estimated("7,285 subdistricts in 514 districts"),
     "offices of an agency in a district, of which an act reaches one"},
    // ---- Task 3
    {"agency_work.explain_gain", &AgencyWorkParameters::explain_gain, "share of the gap", 0.25, 0, 1,
     assumed("one well-documented talk"), "knowledge of what its rules do that an agency gains by 3.1"},
    {"agency_work.heed_threshold", &AgencyWorkParameters::heed_threshold, "0-1", 0.3, 0, 1,
     assumed("a single complaint changes no rule"),
     "knowledge of a problem above which an agency acts on it"},
    {"agency_work.heed_rate", &AgencyWorkParameters::heed_rate, "share a month", 0.15, 0, 1,
     assumed("rules change over years"),
     "burden and rule bias that an agency in full knowledge and fully responsive takes away"},
    {"agency_work.consult_quality", &AgencyWorkParameters::consult_quality, "share of the gap", 0.15, 0, 1,
     assumed("one round of advice"), "quality gained by 3.2 when the agency answers"},
    {"agency_work.bridge_gain", &AgencyWorkParameters::bridge_gain, "share of the gap", 0.3, 0, 1,
     assumed("one meeting with a group and the neighbours"), "way into formal services gained by 3.3"},
    {"agency_work.advocate_wait", &AgencyWorkParameters::advocate_wait, "months", 3, 0, 60,
     assumed("a quarter of a year is longer than any procedure needs"),
     "months without a decision after which 3.5 takes a request up"},
    {"agency_work.advocate_success", &AgencyWorkParameters::advocate_success, "chance", 0.7, 0, 1,
     assumed("a file that someone asks for is mostly found"), "chance that 3.5 moves a request"},
    {"agency_work.organise_gain", &AgencyWorkParameters::organise_gain, "share of the gap", 0.1, 0, 1,
     assumed("bodies grow slowly"), "strength of beneficiaries' bodies gained by 3.6"},
    {"agency_work.organisation_answers", &AgencyWorkParameters::organisation_answers, "share of the gap", 0.4,
     0, 1, assumed("sign from citizen monitoring of health posts in Uganda (Bjorkman & Svensson 2009)"),
     "responsiveness that agencies gain in the long run where beneficiaries are fully organised"},
    {"agency_work.mediate_share", &AgencyWorkParameters::mediate_share, "share", 0.25, 0, 1,
     assumed("one round of talks"), "conflict between two agencies taken away by 3.7"},
    // ---- Task 4
    {"agency_work.carry_fidelity", &AgencyWorkParameters::carry_fidelity, "share of the gap", 0.25, 0, 1,
     assumed("one link mended among several"), "fidelity gained by 4.1 between two sub-units"},
    {"agency_work.advocate_influence", &AgencyWorkParameters::advocate_influence, "share of the gap", 0.15, 0,
     1, assumed("one budget talk among several"), "influence gained by 4.2 in the weak sub-unit"},
    {"agency_work.organise_cohesion", &AgencyWorkParameters::organise_cohesion, "share of the gap", 0.15, 0,
     1, assumed("one round of meetings"), "cohesion gained by 4.3"},
    {"agency_work.consult_fit", &AgencyWorkParameters::consult_fit, "share of the gap", 0.15, 0, 1,
     assumed("one round of advice"), "fit of roles gained by 4.4 at the bottleneck"},
    {"agency_work.misplaced", &AgencyWorkParameters::misplaced, "share", 0.5, 0, 1,
     assumed("roles that do not hold up the chain are looked at less closely"),
     "part of the gain of 4.4 that is left where the sub-unit is not the bottleneck"},
    {"agency_work.train_skill", &AgencyWorkParameters::train_skill, "share of the gap", 0.12, 0, 1,
     assumed("one course reaches part of the staff"), "skill gained by 4.5"},
    {"agency_work.adjust_moves", &AgencyWorkParameters::adjust_moves, "share of posts", 0.1, 0, 1,
     assumed("a tenth of a sub-unit at once"),
     "posts with their staff that 4.6 moves from where there is room"},
    {"agency_work.adjust_fills", &AgencyWorkParameters::adjust_fills, "share of vacancies", 0.6, 0, 1,
     assumed("transfers fill posts without the delay of hiring"), "vacancies that 4.6 fills at once"},
    {"agency_work.diagnose", &AgencyWorkParameters::diagnose, "share of the gap", 0.15, 0, 1,
     assumed("one joint review"), "knowledge of its own problems that an agency gains by 4.7"},
};
static_assert(declares_all_of(agency_work_rows));

} // namespace tujuh
