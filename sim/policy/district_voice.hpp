// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/world.hpp"

#include <array>
#include <vector>

namespace tujuh {

/// What the ministry hears of a district.
struct DistrictVoice {
    double real_households = 0;
    double budgets = 0; ///< of its programmes, rupiah a year of the real district
    struct Streams {
        float evidence = 0, proposal = 0, support = 0, ease = 0;
    };
    std::array<Streams, issue_count - first_national_issue> issues{};
};

std::vector<DistrictVoice> voices_of(const World& world);

} // namespace tujuh
