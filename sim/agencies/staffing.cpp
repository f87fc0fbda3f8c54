// SPDX-License-Identifier: Apache-2.0
// Staff of agencies (ODD 7.8). The staff budget is split by influence, slowly, as budgets are; people quit
// the more the less a sub-unit holds together, and vacancies are filled with delay. All in fractions of a
// post.
#include "agencies/staffing.hpp"

#include "base/half_life.hpp"
#include "world/staff_flows.hpp"

#include <algorithm>

namespace tujuh {

void share_posts(District& district, const AgencyParameters& p) {
    const double posts = posts_of_agency(district, p), kept = monthly_retention(p.budget_months);
    for (auto& agency : district.agencies)
        for (auto& unit : agency.units)
            unit.posts = relax(unit.posts, posts * budget_share(agency, unit), kept);
}

void turn_over_staff(District& district, const AgencyParameters& p) {
    const double hires = hire_share(p), moves_away = 1.0 - exp(-p.surplus_rate);
    for (auto& agency : district.agencies)
        for (auto& unit : agency.units) {
            unit.quits = unit.staff * quit_share(static_cast<double>(unit.cohesion), p);
            const double stay = unit.staff - unit.quits;
            const double vacant = std::max(0.0, unit.posts - stay);
            const double surplus = std::max(0.0, stay - unit.posts);
            unit.staff = stay + vacant * hires - surplus * moves_away;
        }
}

} // namespace tujuh
