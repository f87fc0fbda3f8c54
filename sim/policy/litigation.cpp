// SPDX-License-Identifier: Apache-2.0
#include "policy/litigation.hpp"

namespace tujuh {

bool can_be_tested(Issue issue, const IssueState& state, std::int32_t tick, const ReformParameters& p) {
    const bool unfavourable = issue == Issue::rule_bias || issue == Issue::documents;
    return unfavourable && tick >= 0 && !state.is_enacted() && tick >= state.heard_until && state.harm > 0 &&
           static_cast<double>(state.evidence) >= p.enough;
}

double chance_in_court(const IssueState& state, double skill, const ReformParameters& p) {
    return p.court_success + p.court_evidence * static_cast<double>(state.evidence) * skill;
}

void record_verdict(IssueState& state, bool struck_down, std::int32_t tick, const ReformParameters& p) {
    const auto court = static_cast<std::int32_t>(p.court_months);
    state.heard_until = tick + court + static_cast<std::int32_t>(p.court_rest);
    if (!struck_down) return;
    state.enacted = tick;
    state.by_court = true;
    state.lag_left = static_cast<float>(p.court_months);
    state.loss = state.strength = state.pass_chance = 0;
    state.cost = 0;
}

} // namespace tujuh
