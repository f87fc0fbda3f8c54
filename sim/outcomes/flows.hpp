// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "outcomes/flow_table.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <cstdint>
#include <vector>

namespace tujuh {

/// What is kept of the base in a month, until the alternatives have come to it: a word a household, four
/// bytes, in the order of the world. Of the districts that are here.
struct HouseholdRecord {
    struct SeenVillage {
        std::uint32_t number = 0, begin = 0, end = 0;
        bool far = false; ///< farther from a point of service than `measures.far_km`
    };
    std::vector<std::uint32_t> households;
    std::vector<SeenVillage> villages;
};

/// Whom programmes serve, who is poor and to which group each household belongs in the month that the world
/// has just lived.
HouseholdRecord record_households(const World& base, const Settings& settings, const Together& together);

/// A table for the flows of the months `ticks` into a world like `base`, all missing.
FlowTable make_flow_table(const World& base, std::vector<std::int32_t> ticks);

/// Counts the flows from the base to an alternative in the month that both have just lived, and writes them
/// into `table` at `row`. Nothing is written where the two do not hold the same households.
void count_flows(const HouseholdRecord& base, const World& alternative, FlowTable& table, std::size_t row,
                 const Together& together);

} // namespace tujuh
