// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Six deficits, each relaxing toward a target (ODD 7.4).
struct NeedParameters {
    double livelihood_span, health_base, health_want, health_illness, premium_protects, education_want,
        education_schooling, shelter_want, shelter_base, care_members, care_risk_weight, care_harm,
        care_crisis, participation_papers, participation_stigma, fast_months, slow_months, weight_livelihood,
        weight_health, weight_education, weight_shelter, weight_care, weight_participation;
};

inline constexpr ParameterRow<NeedParameters> need_parameter_rows[] = {
    {"needs.livelihood_span", &NeedParameters::livelihood_span, "poverty lines", 2.0, 1, 5,
     assumed("about a third of persons live below 1.5 lines and are counted as vulnerable"),
     "consumption at which the livelihood deficit ends"},
    {"needs.health_base", &NeedParameters::health_base, "0-1", 0.08, 0, 1, assumed("level of the healthy"),
     "health deficit without illness or want"},
    {"needs.health_want", &NeedParameters::health_want, "0-1", 0.3, 0, 1, assumed("cost of care and food"),
     "health deficit added by deep want"},
    {"needs.health_illness", &NeedParameters::health_illness, "0-1", 0.45, 0, 1,
     assumed("acute part of an illness crisis"), "health deficit added by illness"},
    {"needs.premium_protects", &NeedParameters::premium_protects, "share", 0.5, 0, 1,
     assumed("insured persons seek care and pay less"),
     "part of the cost of care, and of the loss from illness, that a premium takes away"},
    {"needs.education_want", &NeedParameters::education_want, "0-1", 0.55, 0, 1,
     assumed("schooling of children falls with want"),
     "education deficit of a household with children in deep want"},
    {"needs.education_schooling", &NeedParameters::education_schooling, "0-1", 0.15, 0, 1,
     assumed("children of unschooled parents leave school earlier"),
     "education deficit added where no adult was schooled"},
    {"needs.shelter_want", &NeedParameters::shelter_want, "0-1", 0.6, 0, 1,
     assumed("housing quality follows resources slowly"), "shelter deficit in deep want"},
    {"needs.shelter_base", &NeedParameters::shelter_base, "0-1", 0.1, 0, 1, assumed("level of the housed"),
     "shelter deficit without want"},
    {"needs.care_members", &NeedParameters::care_members, "0-1", 0.25, 0, 1,
     assumed("elders and persons with disability need care"),
     "care deficit added by an elder or a person with disability"},
    {"needs.care_risk_weight", &NeedParameters::care_risk_weight, "0-1", 0.45, 0, 1,
     assumed("risk of neglect is part of the need"), "care deficit at full care risk"},
    {"needs.care_harm", &NeedParameters::care_harm, "0-1", 0.35, 0, 1,
     assumed("neglect and violence are lack of care"), "care deficit added while harm goes on"},
    {"needs.care_crisis", &NeedParameters::care_crisis, "0-1", 0.12, 0, 1,
     assumed("carers are absorbed by a crisis"), "care deficit added by a crisis"},
    {"needs.participation_papers", &NeedParameters::participation_papers, "0-1", 0.45, 0, 1,
     assumed("no papers, no voice"), "participation deficit without papers"},
    {"needs.participation_stigma", &NeedParameters::participation_stigma, "0-1", 0.25, 0, 1,
     assumed("shame keeps people away"), "participation deficit at full stigma"},
    {"needs.fast_months", &NeedParameters::fast_months, "months", 3, 0.5, 60,
     assumed("livelihood, health and care follow events"),
     "half-life of livelihood, health, care and participation deficits"},
    {"needs.slow_months", &NeedParameters::slow_months, "months", 24, 1, 240,
     assumed("schooling and houses change slowly"), "half-life of education and shelter deficits"},
    {"needs.weight_livelihood", &NeedParameters::weight_livelihood, "share", 0.25, 0, 1,
     assumed("weights of functioning, sum 1"), "weight in social functioning"},
    {"needs.weight_health", &NeedParameters::weight_health, "share", 0.2, 0, 1,
     assumed("weights of functioning, sum 1"), "weight in social functioning"},
    {"needs.weight_education", &NeedParameters::weight_education, "share", 0.15, 0, 1,
     assumed("weights of functioning, sum 1"), "weight in social functioning"},
    {"needs.weight_shelter", &NeedParameters::weight_shelter, "share", 0.15, 0, 1,
     assumed("weights of functioning, sum 1"), "weight in social functioning"},
    {"needs.weight_care", &NeedParameters::weight_care, "share", 0.15, 0, 1,
     assumed("weights of functioning, sum 1"), "weight in social functioning"},
    {"needs.weight_participation", &NeedParameters::weight_participation, "share", 0.1, 0, 1,
     assumed("weights of functioning, sum 1"), "weight in social functioning"},
};
static_assert(declares_all_of(need_parameter_rows));

} // namespace tujuh
