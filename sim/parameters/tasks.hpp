// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Size of the effect of one act of each activity by a fully skilled worker (tasks 1, 2 and 6).
struct TaskParameters {
    double rapport_first, readiness_first, rapport_gain, support_gain, support_morale, express_stigma,
        express_reveal, review_efficiency, confront_readiness, confront_risk, confront_dropout,
        teach_capability, teach_resources, notice_rate, inform_chance, barrier_documents, barrier_transport,
        advocate_success, advocate_service, stimulate_bias, group_clients, group_vulnerable, group_first,
        mobile_saves, agent_saves, train_competence, prepare, preparedness_base, preparedness_months,
        monitor_supervision, supervision_leakage, supervision_misuse;
};

inline constexpr ParameterRow<TaskParameters> task_parameter_rows[] = {
    {"tasks.rapport_first", &TaskParameters::rapport_first, "0-1", 0.2, 0, 1, assumed("first contact"),
     "rapport when a case is opened"},
    {"tasks.readiness_first", &TaskParameters::readiness_first, "0-1", 0.3, 0, 1, assumed("first contact"),
     "readiness to change when a case is opened"},
    {"tasks.rapport_gain", &TaskParameters::rapport_gain, "share of the gap", 0.12, 0, 1,
     assumed("trust grows with visits"), "rapport gained by a supportive act"},
    {"tasks.support_gain", &TaskParameters::support_gain, "share of the gap", 0.35, 0, 1,
     estimated("lay counselling 0.49 standard deviations (Singla et al. 2017) over several visits"),
     "support gained by 1.2"},
    {"tasks.support_morale", &TaskParameters::support_morale, "share of the gap", 0.12, 0, 1,
     estimated("case management 0.33 standard deviations of wellbeing in a year (Weightman et al. 2023)"),
     "morale gained by 1.2"},
    {"tasks.express_stigma", &TaskParameters::express_stigma, "share", 0.2, 0, 1,
     assumed("being heard lowers shame"), "stigma taken away by 1.3"},
    {"tasks.express_reveal", &TaskParameters::express_reveal, "chance", 0.6, 0, 1,
     assumed("hidden needs come out in some talks"), "chance that 1.3 brings a hidden need to light"},
    {"tasks.review_efficiency", &TaskParameters::review_efficiency, "share of the gap", 0.3, 0, 1,
     assumed("budgeting advice"), "coping efficiency gained by 1.4"},
    {"tasks.confront_readiness", &TaskParameters::confront_readiness, "share of the gap", 0.25, 0, 1,
     estimated("motivational interviewing, g 0.28 (Lundahl et al. 2010)"),
     "readiness gained by 1.5 when rapport is there"},
    {"tasks.confront_risk", &TaskParameters::confront_risk, "share", 0.3, 0, 1,
     estimated("family preservation, d 0.49 of functioning (Al et al. 2012), over several visits"),
     "care risk taken away by 1.5 at full readiness"},
    {"tasks.confront_dropout", &TaskParameters::confront_dropout, "chance", 0.15, 0, 1,
     assumed("confrontation without trust drives clients away"),
     "chance that a client without rapport drops out after 1.5"},
    {"tasks.teach_capability", &TaskParameters::teach_capability, "share of the gap", 0.05, 0, 1,
     estimated("skills training raises employment by 0.023 (McKenzie 2017); a third of effects are "
               "significant"),
     "capability gained by 1.6"},
    {"tasks.teach_resources", &TaskParameters::teach_resources, "standard deviations", 0.01, 0, 0.5,
     estimated("graduation programmes raise consumption by 0.05 in three years (Banerjee et al. 2015)"),
     "permanent standing gained by 1.6"},
    {"tasks.notice_rate", &TaskParameters::notice_rate, "chance a month", 0.05, 0, 1,
     assumed(
         "the unaware do not come forward; a village of 900 households is seen through in about two years"),
     "chance that a poor household outside the registry comes to the notice of those who look for it (2.1)"},
    {"tasks.inform_chance", &TaskParameters::inform_chance, "chance", 0.8, 0, 1, assumed("told in person"),
     "chance that 2.2 makes an entitlement known"},
    {"tasks.barrier_documents", &TaskParameters::barrier_documents, "chance", 0.6, 0, 1,
     assumed("papers take time"), "chance that 2.3 completes the papers"},
    {"tasks.barrier_transport", &TaskParameters::barrier_transport, "chance", 0.8, 0, 1,
     assumed("transport can be arranged"), "chance that 2.3 arranges transport"},
    {"tasks.advocate_success", &TaskParameters::advocate_success, "chance", 0.5, 0, 1,
     estimated("tribunals overturn 0.62 of contested refusals, internal review 0.15"),
     "chance that 2.5 has a wrongful refusal undone"},
    {"tasks.advocate_service", &TaskParameters::advocate_service, "chance", 0.7, 0, 1,
     assumed("blocked accounts can be opened"), "chance that 2.5 starts a service that was not delivered"},
    {"tasks.stimulate_bias", &TaskParameters::stimulate_bias, "share", 0.3, 0, 1,
     assumed("one review of a rule among several"), "rule bias taken away by 2.6 when the agency answers"},
    {"tasks.group_clients", &TaskParameters::group_clients, "share of households", 0.015, 0, 1,
     assumed("about a dozen of 900 households"), "clients needed for a group of clients"},
    {"tasks.group_vulnerable", &TaskParameters::group_vulnerable, "share of households", 0.03, 0, 1,
     assumed("about two dozen of 900 households"),
     "poor vulnerable households outside a group that call for 6.2"},
    {"tasks.group_first", &TaskParameters::group_first, "share", 0.5, 0, 1,
     assumed("half of those asked come"), "households asked that join a new group"},
    {"tasks.mobile_saves", &TaskParameters::mobile_saves, "share of the distance", 0.5, 0, 1,
     assumed("visits in between"), "distance taken away by a mobile service"},
    {"tasks.agent_saves", &TaskParameters::agent_saves, "share of the distance", 0.3, 0, 1,
     assumed("an agent nearby serves most, not all, purposes"), "distance taken away by an agent"},
    {"tasks.train_competence", &TaskParameters::train_competence, "share of the gap", 0.35, 0, 1,
     assumed("a course and follow-up"), "competence gained by 6.4"},
    {"tasks.prepare", &TaskParameters::prepare, "share of the gap", 0.45, 0, 1, assumed("one session"),
     "preparedness gained by 6.5"},
    {"tasks.preparedness_base", &TaskParameters::preparedness_base, "0-1", 0.45, 0, 1,
     assumed("middle of the scale"), "preparedness without help"},
    {"tasks.preparedness_months", &TaskParameters::preparedness_months, "months", 24, 1, 240,
     assumed("habits last"), "half-life of preparedness gained"},
    {"tasks.monitor_supervision", &TaskParameters::monitor_supervision, "share of the gap", 0.2, 0, 1,
     recalled("phone monitoring raised delivery by 0.013 (Muralidharan et al. 2021); visits do more"),
     "supervision of a programme gained by 6.6"},
    {"tasks.supervision_leakage", &TaskParameters::supervision_leakage, "share", 0.6, 0, 1,
     assumed("not all leakage can be seen"), "leakage avoided at full supervision"},
    {"tasks.supervision_misuse", &TaskParameters::supervision_misuse, "per month", 0.3, 0, 5,
     assumed("found within months"), "rate at which misuse is found at full supervision"},
};
static_assert(declares_all_of(task_parameter_rows));

} // namespace tujuh
