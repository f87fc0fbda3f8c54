// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameter.hpp"

namespace tujuh {

/// How fast what work has moved falls back (ODD 7.0).
struct RelaxationParameters {
    double permanent, start_pace, knowledge, burden, organisation, bridging, coping;
};

inline constexpr ParameterRow<RelaxationParameters> relaxation_rows[] = {
    {"relaxation.permanent", &RelaxationParameters::permanent, "months", 60, 1, 600,
     assumed("design of the model"), "half-life of gains and losses of permanent standing"},
    {"relaxation.start_pace", &RelaxationParameters::start_pace, "times", 8, 1, 20,
     assumed("assets settle over decades; two fifths of a burn-in of 60 months are then 16 years"),
     "how much faster permanent standing is lost and regained in the first two fifths of the burn-in"},
    {"relaxation.knowledge", &RelaxationParameters::knowledge, "months", 60, 1, 600,
     assumed("design of the model"),
     "half-life of knowing a programme, procedures and needs, and of holding papers"},
    {"relaxation.burden", &RelaxationParameters::burden, "months", 48, 1, 600, assumed("design of the model"),
     "half-life of changes of burden and rule bias"},
    {"relaxation.organisation", &RelaxationParameters::organisation, "months", 24, 1, 600,
     assumed("design of the model"),
     "half-life of conflict, fidelity, influence, cohesion, fit, diagnosis, supervision and what agencies "
     "know of "
     "their rules"},
    {"relaxation.bridging", &RelaxationParameters::bridging, "months", 36, 1, 600,
     assumed("design of the model"),
     "half-life of informal systems' way into formal ones and of beneficiaries' bodies"},
    {"relaxation.coping", &RelaxationParameters::coping, "months", 24, 1, 600,
     assumed("habits last about two years"), "half-life of coping efficiency gained"},
};
static_assert(declares_all_of(relaxation_rows));

} // namespace tujuh
