// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"
#include "world/world.hpp"

namespace tujuh {

/// A rule unfavourable to the vulnerable that a court may test: still standing, hurting, with evidence, and
/// not heard of late. Nothing is brought to court in burn-in.
bool can_be_tested(Issue issue, const IssueState& state, std::int32_t tick, const ReformParameters& p);

/// Chance that the court strikes the rule down: success + gain x evidence x skill.
double chance_in_court(const IssueState& state, double skill, const ReformParameters& p);

/// The verdict. A rule struck down is gone in full, at no cost and whatever the executive thinks of it, once
/// the court's months are over; a case that was lost is not heard again for a while.
void record_verdict(IssueState& state, bool struck_down, std::int32_t tick, const ReformParameters& p);

} // namespace tujuh
