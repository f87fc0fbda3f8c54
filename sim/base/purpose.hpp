// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace tujuh {

/// What a random number is drawn for. Append only: a new order would change every result.
enum class Purpose : std::uint32_t {
    population,       ///< who lives in a household, by generation
    district_effect,  ///< rank of a district among those of its province
    village_effect,   ///< rank of a village among those of its district
    village_place,    ///< where a village lies
    point_place,      ///< where a distribution point lies
    sample_districts, ///< which districts are drawn
    sample_villages,  ///< which villages are drawn
    quota_fraction,   ///< whether a fraction of a place is one
    agency_start,     ///< how a district's agencies differ
    seat_start,       ///< home, skill and service of a worker
    group_start,      ///< whether a village has a group, who is in it
    household_month,  ///< resources and shocks
    household_change, ///< papers, knowledge, misuse, services, asking
    household_year,   ///< demography
    disaster,
    disaster_reach,
    registry_error, ///< by household and round
    visit_error,    ///< by household and month
    request_intake,
    request_assessment,
    request_decision,
    request_unstuck,
    enrolment, ///< whether the service starts by itself
    recertification,
    group_dissolution,
    group_membership,
    seat_leaving,
    act,          ///< by entity, month and activity
    point_return, ///< whether a distribution point goes back to where and how it was
    safety_start, ///< whether harm goes on in a household, by generation
    household_safety,
    provider_start,     ///< how providers differ
    licence,            ///< whether the office licenses a provider by its papers
    reform_passage,     ///< whether a measure passes, by place, month and issue
    reform_lag,         ///< months and losses on the way to effect
    reform_end,         ///< whether a measure in force is given up
    papers_waived,      ///< whether a measure reaches a programme, by district and programme
    sub_unit_start,     ///< how the parts of an agency differ
    chain_start,        ///< how files fare between them
    request_delivery,   ///< whether a file is lost after assessment
    request_monitoring, ///< whether an enrolment is reported to monitoring
    focusing_event,     ///< whether a village's disaster opens a window
    trial_arm,          ///< into which arm a household or a village is drawn, by trial
    trial_help,         ///< whether a household takes up help offered in a trial
    village_meeting,    ///< how a meeting of the village sees a household
    misuse_found,       ///< whether monitoring finds misuse, by household and month
    design_stratum,     ///< order of the strata of a Latin hypercube, by factor
    design_place,       ///< where in its stratum a point lies, by point and factor
    design_shift,       ///< digital shift of a Sobol' sequence, by dimension
    design_trajectory,  ///< where a trajectory begins and turns to, by trajectory and factor
    design_order,       ///< in which order a trajectory changes its factors, by trajectory
    resample,           ///< which rows of a design a sample with replacement holds
    evolution_parent,   ///< who meets in the tournaments for two parents, by pair and generation
    evolution_pair,     ///< whether two parents cross, by pair and generation
    evolution_crossing, ///< how far from two parents their children lie, by pair, generation and factor
    evolution_change,   ///< whether and how far a child changes, by child, generation and factor
    evolution_copy      ///< which factor of a mere copy changes and how far, by child and generation
};

} // namespace tujuh
