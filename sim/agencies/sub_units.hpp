// SPDX-License-Identifier: Apache-2.0
// An agency is a chain of sub-units through which every file goes, so the slowest governs (ODD 7.8):
//   capacity of a sub-unit = staff x skill x fit x cases_per_staff   files a month
#pragma once

#include "parameters/agencies.hpp"
#include "world/places.hpp"

#include <algorithm>

namespace tujuh {

/// Files a month that a sub-unit can handle.
inline double capacity_of(const SubUnitState& unit, const AgencyParameters& p) noexcept {
    return unit.staff * static_cast<double>(unit.skill) * static_cast<double>(unit.fit) * p.cases_per_staff;
}

/// The slowest sub-unit, the first of equals.
inline std::size_t bottleneck_of(const Agency& agency, const AgencyParameters& p) noexcept {
    std::size_t slowest = 0;
    for (std::size_t u = 1; u < sub_unit_count; ++u)
        if (capacity_of(agency.units[u], p) < capacity_of(agency.units[slowest], p)) slowest = u;
    return slowest;
}

inline double capacity_of_slowest(const Agency& agency, const AgencyParameters& p) noexcept {
    return capacity_of(agency.units[bottleneck_of(agency, p)], p);
}

/// 1 - capacity of the slowest sub-unit / mean capacity, 0 where none can do anything.
inline double capacity_gap(const Agency& agency, const AgencyParameters& p) noexcept {
    double mean = 0;
    for (const auto& unit : agency.units) mean += capacity_of(unit, p) / sub_unit_count;
    return mean > 0 ? 1.0 - capacity_of_slowest(agency, p) / mean : 0.0;
}

} // namespace tujuh
