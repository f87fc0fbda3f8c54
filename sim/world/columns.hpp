// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/households.hpp"

namespace tujuh {

/// Calls `visitor(column)` for every column of the households: the one list of them.
template <class Columns, class Visitor>
[[gnu::always_inline]] inline void for_each_column(Columns& h, Visitor&& visitor) {
    visitor(h.size), visitor(h.children), visitor(h.elders), visitor(h.disabled);
    visitor(h.schooling), visitor(h.generation), visitor(h.traits);
    visitor(h.permanent_start), visitor(h.permanent), visitor(h.transitory);
    visitor(h.resource_mean), visitor(h.consumption), visitor(h.transfer);
    visitor(h.savings), visitor(h.debt);
    visitor(h.crisis), visitor(h.crisis_months), visitor(h.support);
    visitor(h.poor_history), visitor(h.graduated);
    for (auto& deficit : h.deficit) visitor(deficit);
    visitor(h.morale), visitor(h.stigma), visitor(h.capability);
    visitor(h.coping_efficiency), visitor(h.preparedness), visitor(h.care_risk), visitor(h.safety),
        visitor(h.needs_known);
    visitor(h.known), visitor(h.eligible), visitor(h.pending), visitor(h.denied);
    visitor(h.enrolled), visitor(h.served), visitor(h.score), visitor(h.service_months), visitor(h.groups);
}

} // namespace tujuh
