// SPDX-License-Identifier: Apache-2.0
// Staff of agencies as a flow (ODD 7.8). A month's quits and hires, and the share of posts filled at which
// they balance:
//   quits = staff q,  hires = (posts - staff left) f,  filled = f / (1 - (1 - q) (1 - f))
#pragma once

#include "base/math.hpp"
#include "parameters/agencies.hpp"
#include "world/places.hpp"

namespace tujuh {

/// Posts of one agency in the district's miniature.
inline double posts_of_agency(const District& district, const AgencyParameters& p) noexcept {
    return p.staff / 10000.0 * district.real_households * district.scale;
}

/// Share of a sub-unit's staff that quits in a month; the declared rate holds at cohesion one half.
inline double quit_share(double cohesion, const AgencyParameters& p) noexcept {
    return 1.0 - exp(-p.quit_rate * (1.5 - cohesion));
}

/// Share of vacant posts that is filled in a month.
inline double hire_share(const AgencyParameters& p) noexcept {
    return 1.0 - exp(-p.hire_rate);
}

/// Share of posts that is filled when as many are hired as quit.
inline double filled_share(double cohesion, const AgencyParameters& p) noexcept {
    const double hires = hire_share(p);
    const double moves = 1.0 - (1.0 - quit_share(cohesion, p)) * (1.0 - hires);
    return moves > 0 ? hires / moves : 1.0;
}

/// The sub-unit's share of the agency's staff budget, by its influence.
inline double budget_share(const Agency& agency, const SubUnitState& unit) noexcept {
    double sum = 0;
    for (const auto& each : agency.units) sum += static_cast<double>(each.influence);
    return sum > 0 ? static_cast<double>(unit.influence) / sum : 1.0 / sub_unit_count;
}

} // namespace tujuh
