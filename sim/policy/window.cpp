// SPDX-License-Identifier: Apache-2.0
#include "policy/window.hpp"

#include "base/math.hpp"
#include "base/month.hpp"

#include <algorithm>

namespace tujuh {

void open_window(const World& world, District& district, const ReformParameters& p) {
    auto& until = district.executive.window_until;
    if (in_turn(district.number, world.tick, 12)) until = std::max(until, world.tick + 1);
    // A drawn village stands for several: its disaster is as many times as likely to be one that is heard of.
    const double stands_for =
        static_cast<double>(district.frame.size()) / (district.village_end - district.village_begin);
    const double heard = std::min(1.0, p.focusing_share * stands_for);
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& village = world.villages[v];
        if (village.disaster_months == 0 ||
            !world.draws.happens(heard, village.number, world.tick, Purpose::focusing_event))
            continue;
        until = std::max(until, world.tick + static_cast<std::int32_t>(p.window_months));
    }
}

double chance_to_pass(const IssueState& issue, double cost, double unspent, const ReformParameters& p) {
    if (cost > unspent) return 0;
    const double product = static_cast<double>(issue.evidence) * static_cast<double>(issue.proposal) *
                           static_cast<double>(issue.support);
    if (product <= 0) return 0; // one stream missing, nothing to couple
    const double streams = exp(log(product) / 3.0);
    const double threshold = p.threshold * (1.0 - p.persuasion * static_cast<double>(issue.ease));
    const double burden = cost > 0 ? cost / unspent : 0.0;
    return logistic(p.steepness * (streams - threshold) - burden);
}

} // namespace tujuh
