// SPDX-License-Identifier: Apache-2.0
#include "policy/district_voice.hpp"

#include "policy/budget.hpp"

namespace tujuh {

std::vector<DistrictVoice> voices_of(const World& world) {
    std::vector<DistrictVoice> voices;
    voices.reserve(world.districts.size());
    for (const auto& district : world.districts) {
        auto& voice = voices.emplace_back();
        voice.real_households = district.real_households;
        voice.budgets = programme_budgets(district) / district.scale;
        for (std::size_t i = first_national_issue; i < issue_count; ++i) {
            const auto& issue = district.executive.issues[i];
            voice.issues[i - first_national_issue] = {issue.evidence, issue.proposal, issue.support,
                                                      issue.ease};
        }
    }
    return voices;
}

} // namespace tujuh
