// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "outcomes/flow_table.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <array>
#include <string_view>

namespace tujuh {

/// The outcomes of the catalogue that are told apart by the way to the next point of service.
inline constexpr std::array<std::string_view, 3> outcomes_by_distance = {"coverage_of_eligible",
                                                                         "coverage_of_poor", "coverage"};

/// [outcome of the list][near, far]; NaN where nobody lives there. Far: beyond `measures.far_km`.
using CoverageByDistance = std::array<std::array<double, distance_group_count>, outcomes_by_distance.size()>;

/// Coverage in the month that the world has just lived, as the catalogue defines it, of households near a
/// point of service and far from one.
CoverageByDistance coverage_by_distance(const World& world, const Settings& settings,
                                        const Together& together);

} // namespace tujuh
