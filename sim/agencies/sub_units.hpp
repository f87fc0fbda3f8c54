// SPDX-License-Identifier: Apache-2.0
// An agency is a chain of sub-units through which every file goes, so the slowest governs (ODD 7.8):
//   capacity of a sub-unit = staff x skill x fit x cases_per_staff   files a month
#pragma once

#include "world/staff_flows.hpp"

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

/// Most that monitoring can do beyond its usual pace: faults have to happen before they can be found.
inline constexpr double fastest_monitoring = 2.0;

/// Capacity of monitoring beside that of a declared agency with equal shares of the staff budget.
inline double monitoring_pace(const District& district, const Agency& agency,
                              const AgencyParameters& p) noexcept {
    SubUnitState usual;
    usual.staff = posts_of_agency(district, p) / sub_unit_count * filled_share(p.cohesion, p);
    usual.skill = static_cast<float>(p.skill);
    usual.fit = static_cast<float>(p.fit);
    const double capacity = capacity_of(agency.units[static_cast<std::size_t>(SubUnit::monitoring)], p);
    const double expected = capacity_of(usual, p);
    return expected > 0 ? std::min(capacity / expected, fastest_monitoring) : 0.0;
}

/// By how much a sub-unit's share of the staff budget falls short of its share of the work: what balances the
/// chain is staff in proportion to the time that a file takes in it, 1 / (skill x fit).
inline double missing_influence(const Agency& agency, std::size_t unit) noexcept {
    const auto time_a_file = [](const SubUnitState& u) {
        return 1.0 / std::max(1e-3, static_cast<double>(u.skill) * static_cast<double>(u.fit));
    };
    double work = 0;
    for (const auto& each : agency.units) work += time_a_file(each);
    return time_a_file(agency.units[unit]) / work - budget_share(agency, agency.units[unit]);
}

} // namespace tujuh
