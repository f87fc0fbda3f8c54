// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/population.hpp"

#include <array>
#include <cstdint>

namespace tujuh {

/// Months by which the household's own month for this differs from that of its checks.
inline constexpr std::uint32_t ageing_offset = 6;

/// Chances a year, by the number of persons on whom they fall.
struct AgeingChances {
    using ByPersons = std::array<float, largest_household + 1>;
    float renewal = 0, disability_ends = 0;
    ByPersons child_grows_up{}, adult_grows_old{}, elder_dies{}, grown_leaves{};
    ByPersons birth{}, disability_begins{}; ///< by the household's size
};
AgeingChances ageing_chances(const PopulationParameters& p);

/// Once a year in the household's own month: births, ageing, leaving, and renewal of a few households
/// (ODD 7.13), for those of the village's households from `begin` to `end` whose month it is. Members decide
/// entitlements, so they must not freeze. A renewed household keeps its place and takes the next generation;
/// its requests and cases end in the agency and worker phases, which see that the bits are gone.
void age(World& world, const Village& village, std::uint32_t begin, std::uint32_t end,
         const AgeingChances& chances, const PopulationModel& model, const Parameters& p);

} // namespace tujuh
