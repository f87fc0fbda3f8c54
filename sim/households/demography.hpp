// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/population.hpp"

namespace tujuh {

/// Months by which the household's own month for this differs from that of its checks.
inline constexpr std::uint32_t ageing_offset = 6;

/// Once a year in the household's own month: births, ageing, leaving, and renewal of a few households
/// (ODD 7.13). Members decide entitlements, so they must not freeze. A renewed household keeps its place and
/// takes the next generation; its requests and cases end in the agency and worker phases, which see that the
/// bits are gone.
void age(World& world, const Village& village, std::uint32_t household, const PopulationModel& model,
         const Parameters& p);

} // namespace tujuh
