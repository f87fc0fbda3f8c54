// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Social workers: hours, travel, fatigue, turnover (ODD 7.10).
struct WorkerParameters {
    double hours, administration, speed, acts_a_trip, case_limit, case_reference, fatigue_rise,
        fatigue_recovery, fatigue_cost, leaving_base, leaving_fatigue, vacancy_months, novice_skill,
        veteran_skill, skill_gain, case_close_months, case_max_months, specialists, adaptive, by_poverty;
};

inline constexpr ParameterRow<WorkerParameters> worker_rows[] = {
    {"workers.hours", &WorkerParameters::hours, "hours a month", 150, 1, 250,
     assumed("a full-time month less leave"), "contract hours of a full-time seat"},
    {"workers.administration", &WorkerParameters::administration, "share of hours", 0.25, 0, 0.9,
     recalled("US workload studies find a quarter to a half of time on paperwork"),
     "hours spent on reports and meetings"},
    {"workers.speed", &WorkerParameters::speed, "km an hour", 20, 1, 100,
     assumed("motorcycle on village roads"), "speed of travel"},
    {"workers.acts_a_trip", &WorkerParameters::acts_a_trip, "acts", 4, 1, 50, assumed("visits are bundled"),
     "acts over which one trip is shared"},
    {"workers.case_limit", &WorkerParameters::case_limit, "cases a seat", 60, 1, 400,
     assumed("standards of 15 to 17 (Child Welfare League) for intensive work, 300 families a facilitator "
             "in light-touch work"),
     "open cases at which a full-time seat takes no more"},
    {"workers.case_reference", &WorkerParameters::case_reference, "cases a seat", 40, 1, 400,
     assumed("two thirds of the limit"), "open cases at which load counts as one"},
    {"workers.fatigue_rise", &WorkerParameters::fatigue_rise, "per month", 0.15, 0, 1,
     assumed("design of the model"), "rise of fatigue at twice the reference load"},
    {"workers.fatigue_recovery", &WorkerParameters::fatigue_recovery, "share a month", 0.15, 0, 1,
     assumed("design of the model"), "recovery of fatigue"},
    {"workers.fatigue_cost", &WorkerParameters::fatigue_cost, "share of hours", 0.5, 0, 1,
     assumed("design of the model: hours x (1 - fatigue / 2)"), "hours lost at full fatigue"},
    {"workers.leaving_base", &WorkerParameters::leaving_base, "per month", 0.01, 0, 0.06,
     recalled("0.12 a year or less counts as healthy (Casey Family Programs)"),
     "chance that a rested worker leaves"},
    {"workers.leaving_fatigue", &WorkerParameters::leaving_fatigue, "per month", 0.03, 0, 0.06,
     estimated("about 0.30 a year at high load (Casey Family Programs)"), "chance added at full fatigue"},
    {"workers.vacancy_months", &WorkerParameters::vacancy_months, "months", 4, 0, 36,
     assumed("public recruitment"), "months a seat stays vacant"},
    {"workers.novice_skill", &WorkerParameters::novice_skill, "0-1", 0.45, 0, 1,
     assumed("trained, not practised"), "skill of a new worker"},
    {"workers.veteran_skill", &WorkerParameters::veteran_skill, "0-1", 0.7, 0, 1, assumed("practised"),
     "mean skill of the workers at the start"},
    {"workers.skill_gain", &WorkerParameters::skill_gain, "share of the gap an act", 0.004, 0, 0.5,
     assumed("some years to mastery"), "learning by doing"},
    {"workers.case_close_months", &WorkerParameters::case_close_months, "months", 6, 1, 60,
     assumed("half a year of calm"), "calm months after which a case is closed"},
    {"workers.case_max_months", &WorkerParameters::case_max_months, "months", 36, 3, 240,
     assumed("three years"), "months after which a case is closed in any event"},
    {"workers.specialists", &WorkerParameters::specialists, "share of workers", 0, 0, 1,
     assumed("no published split was found; today's posts are general"),
     "workers who give all their hours to one task, dealt over tasks as task_mix has it"},
    {"workers.adaptive", &WorkerParameters::adaptive, "share of hours", 0, 0, 1,
     assumed("fixed mixes unless a scenario asks"),
     "field hours that follow the hours that candidates of the district need, not the mixes"},
    {"workers.by_poverty", &WorkerParameters::by_poverty, "share of posts", 0, 0, 1,
     assumed("no published rule ties posts to poverty; today's posts follow population"),
     "posts of each kind that are placed on districts by their poor households, not by all"},
};
static_assert(declares_all_of(worker_rows));

} // namespace tujuh
