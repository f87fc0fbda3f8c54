// SPDX-License-Identifier: Apache-2.0
#include "agencies/staffing.hpp"

#include "agencies/small_district.hpp"
#include "agencies/sub_units.hpp"
#include "catch.hpp"
#include "world/staff_flows.hpp"

using namespace tujuh;
using namespace tujuh::small_district;

TEST_CASE("an agency has the declared posts, split by influence, and starts where hires balance quits") {
    auto s = small_district::settings();
    s.parameters.agencies.variation = 0.25;
    World w = small_district::world(s);
    auto& district = w.districts[0];
    const auto start = district.agencies[0];
    double posts = 0;
    for (const auto& unit : start.units) posts += unit.posts;
    CHECK(posts == Approx(s.parameters.agencies.staff * district.real_households / 10000));
    CHECK(start.units[0].posts / start.units[1].posts ==
          Approx(static_cast<double>(start.units[0].influence / start.units[1].influence)).epsilon(1e-5));
    for (int month = 0; month < 12; ++month) {
        share_posts(district, s.parameters.agencies);
        turn_over_staff(district, s.parameters.agencies);
    }
    for (std::size_t u = 0; u < sub_unit_count; ++u) {
        CHECK(district.agencies[0].units[u].staff == Approx(start.units[u].staff));
        CHECK(start.units[u].staff < start.units[u].posts);
    }
}

TEST_CASE("fewer staff quit where members hold together") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    auto& units = w.districts[0].agencies[0].units;
    units[0].cohesion = 0.1f, units[1].cohesion = 0.9f;
    turn_over_staff(w.districts[0], s.parameters.agencies);
    CHECK(units[1].quits < units[0].quits);
    CHECK(units[1].staff > units[0].staff);
}

TEST_CASE("posts follow influence at the pace of budgets, and staff without a post moves away") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    auto& district = w.districts[0];
    auto& unit = district.agencies[0].units[0];
    const double before = unit.posts;
    unit.influence = 0; // its share goes to the other three
    for (int month = 0; month < static_cast<int>(s.parameters.agencies.budget_months); ++month)
        share_posts(district, s.parameters.agencies);
    CHECK(unit.posts == Approx(before / 2));
    unit.posts = 0;
    const double staff = unit.staff;
    turn_over_staff(district, s.parameters.agencies);
    CHECK(unit.staff < staff - unit.quits);
}

TEST_CASE("monitoring works at the declared pace with the declared staff, and twice as fast at most") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    auto& district = w.districts[0];
    auto& agency = district.agencies[0];
    const auto& p = s.parameters.agencies;
    auto& monitoring = agency.units[static_cast<std::size_t>(SubUnit::monitoring)];
    CHECK(monitoring_pace(district, agency, p) == Approx(1));
    monitoring.staff /= 2;
    CHECK(monitoring_pace(district, agency, p) == Approx(0.5));
    monitoring.staff *= 20;
    CHECK(monitoring_pace(district, agency, p) == 2);
}
