// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// Social control: harm, reports, supervision, licensing of providers (ODD 7.12).
struct ControlParameters {
    double provider_share, providers, minimum_standard, provider_quality, provider_variation, provider_months,
        licensed_usual, licence_months, licence_due, improvement, suspended_gain, awareness_base,
        awareness_group, report_lapse_months, investigate_misses, investigate_awareness, supervise_risk,
        supervise_morale, supervise_misuse;
};

inline constexpr ParameterRow<ControlParameters> control_rows[] = {
    {"control.provider_share", &ControlParameters::provider_share, "share of service", 0.3, 0, 1,
     assumed("child care homes and clinics are mostly private, payments are not"),
     "what licensed private providers deliver of an agency's service"},
    {"control.providers", &ControlParameters::providers, "providers", 15, 3, 1000,
     assumed("some thousands of welfare institutions and homes in 514 districts"),
     "providers an agency and district, for whom three stand in the model"},
    {"control.minimum_standard", &ControlParameters::minimum_standard, "0-1", 0.5, 0, 1,
     assumed("middle of the scale"), "quality below which a provider does not meet the minimum standard"},
    {"control.provider_quality", &ControlParameters::provider_quality, "0-1", 0.55, 0, 1,
     assumed("a little below agencies"), "mean of the qualities to which providers drift"},
    {"control.provider_variation", &ControlParameters::provider_variation, "share", 0.25, 0, 1,
     assumed("a third of providers then drift to below the standard"),
     "standard deviation between providers"},
    {"control.provider_months", &ControlParameters::provider_months, "months", 24, 1, 240,
     assumed("as agencies.quality_months"), "half-life of a change of a provider's quality"},
    {"control.licensed_usual", &ControlParameters::licensed_usual, "share", 0.4, 0, 0.95,
     assumed("many child care homes work without licence or accreditation"),
     "providers that hold a licence without social work, by papers alone"},
    {"control.licence_months", &ControlParameters::licence_months, "months", 36, 1, 240,
     assumed("operating licences of welfare institutions are renewed every few years"),
     "validity of a licence"},
    {"control.licence_due", &ControlParameters::licence_due, "months", 3, 0, 36,
     assumed("time for an inspection"), "months before its licence ends in which a provider calls for 7.3"},
    {"control.improvement", &ControlParameters::improvement, "share of the gap", 0.12, 0, 1,
     assumed("one plan among several"), "quality gained by an improvement plan of 7.3"},
    {"control.suspended_gain", &ControlParameters::suspended_gain, "share of the gap a month", 0.04, 0, 1,
     assumed("who may not work has to improve"), "quality that a suspended provider gains"},
    {"control.awareness_base", &ControlParameters::awareness_base, "0-1", 0.3, 0, 1,
     assumed("neglect and violence count as private"), "a village's awareness of neglect and violence"},
    {"control.awareness_group", &ControlParameters::awareness_group, "0-1", 0.05, 0, 0.2,
     assumed("members meet and talk"), "awareness added by a living mutual-aid group"},
    {"control.report_lapse_months", &ControlParameters::report_lapse_months, "months", 24, 1, 240,
     assumed("as unanswered requests"), "months after which a report that nobody takes up lapses"},
    {"control.investigate_misses", &ControlParameters::investigate_misses, "chance", 0.3, 0, 1,
     assumed("harm is hidden from visitors"), "chance that a visitor without skill does not see harm (7.2)"},
    {"control.investigate_awareness", &ControlParameters::investigate_awareness, "share of the gap", 0.1, 0,
     1, assumed("neighbours see that a report has an effect"),
     "awareness gained by 7.2 in a village when one household in a hundred is investigated"},
    {"control.supervise_risk", &ControlParameters::supervise_risk, "share", 0.15, 0, 1,
     assumed("half of tasks.confront_risk"), "care risk taken away by 7.1"},
    {"control.supervise_morale", &ControlParameters::supervise_morale, "share of the gap", 0.05, 0, 1,
     assumed("control restores, it does not punish"), "morale gained by 7.1"},
    {"control.supervise_misuse", &ControlParameters::supervise_misuse, "chance", 0.6, 0, 1,
     assumed("told in person"), "chance that 7.1 ends misuse of cash"},
};
static_assert(declares_all_of(control_rows));

} // namespace tujuh
