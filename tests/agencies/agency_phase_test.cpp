// SPDX-License-Identifier: Apache-2.0
#include "agencies/agency_phase.hpp"

#include "agencies/registry.hpp"
#include "agencies/small_district.hpp"
#include "base/month.hpp"
#include "catch.hpp"

using namespace tujuh;
using namespace tujuh::small_district;

TEST_CASE("what work moved in agencies falls back by half in its half-life") {
    auto s = small_district::settings();
    s.parameters.relaxation.organisation = 24;
    s.parameters.relaxation.burden = 24;
    s.parameters.agencies.quality_months = 24;
    World w = small_district::world(s);
    auto& district = w.districts[0];
    const auto usual = district.agencies[2];
    auto& agency = district.agencies[2];
    agency.burden = 0, agency.quality = 1, agency.responsiveness = 1, agency.diagnosis = 1;
    agency.bias.fill(0), agency.fidelity.fill(1);
    for (auto& unit : agency.units) unit.skill = unit.fit = unit.influence = unit.cohesion = 1;
    district.conflict.setZero();
    district.supervision[cash] = 0.8f;
    for (int month = 0; month < 24; ++month) relax_agencies(district, w.draws, s.parameters);
    const auto half_way = [](float from, float to) { return Approx(0.5f * (from + to)).epsilon(1e-4); };
    CHECK(agency.burden == half_way(0, usual.burden));
    CHECK(agency.quality == half_way(1, usual.quality));
    CHECK(agency.responsiveness == half_way(1, usual.responsiveness));
    CHECK(agency.diagnosis == half_way(1, usual.diagnosis));
    CHECK(agency.bias[1] == half_way(0, usual.bias[1]));
    CHECK(agency.fidelity[0] == half_way(1, usual.fidelity[0]));
    CHECK(agency.units[1].skill == half_way(1, usual.units[1].skill));
    CHECK(agency.units[3].cohesion == half_way(1, usual.units[3].cohesion));
    CHECK(district.conflict(0, 1) == half_way(0, static_cast<float>(s.parameters.agencies.conflict)));
    CHECK(district.conflict(0, 0) == 0.0f);
    CHECK(district.supervision[cash] == half_way(0.8f, 0));
}

TEST_CASE(
    "points fall back too: keepers forget, and half of those that were moved are back after a half-life") {
    auto s = small_district::settings();
    s.parameters.relaxation.organisation = 24;
    World w = small_district::world(s);
    auto& district = w.districts[0];
    constexpr std::size_t points = 400;
    district.frame.assign(points, {5, 5, 10, 0, Area::rural});
    district.points.assign(points, {100, 100, Mechanism::mobile, 1});
    for (int month = 0; month < 24; ++month) relax_points(district, w.draws, month, s.parameters);
    const auto usual = static_cast<float>(s.parameters.agencies.point_competence);
    CHECK(district.points[0].competence == Approx(0.5f * (1 + usual)).epsilon(1e-4));
    std::size_t back = 0;
    for (const auto& point : district.points) {
        const bool at_home = point.mechanism == Mechanism::office;
        back += at_home ? 1u : 0u;
        REQUIRE(at_home == (point.x < 100));
    }
    // Binomial with chance 1/2 and standard deviation 10: five of them are missed once in two million.
    CHECK(back > 150);
    CHECK(back < 250);
}

TEST_CASE("an agency that nobody works on stays as it was found") {
    auto s = small_district::settings();
    s.parameters.agencies.variation = 0.25;
    World w = small_district::world(s);
    auto& district = w.districts[0];
    const auto usual = district.agencies[0];
    for (int month = 0; month < 12; ++month) relax_agencies(district, w.draws, s.parameters);
    CHECK(district.agencies[0].burden == usual.burden);
    CHECK(district.agencies[0].bias == usual.bias);
    CHECK(district.agencies[0].units[0].skill == usual.units[0].skill);
}

TEST_CASE("what households file is at intake in the same month, and who they are is counted anew") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    auto& district = w.districts[0];
    w.tick = 3;
    w.villages[1].filings = {{60, static_cast<std::uint8_t>(care), false}};
    w.villages[0].tally.enrolled[cash] = 4;
    w.villages[1].tally.enrolled[cash] = 5;
    district.enrolled[cash] = 100;         // some of whom are no more
    district.newly_enrolled = {{1, 1.0f}}; // last month's
    district.tally.decided = 17;
    agency_phase(w, 0, s, false);
    CHECK(district.counts.filed == 1);
    REQUIRE(district.requests.size() == 1);
    CHECK(district.requests[0].filed == 3);
    CHECK(district.enrolled[cash] == 9);
    CHECK(district.newly_enrolled.empty());
    CHECK(district.tally.decided == 0);
}

TEST_CASE("free places are filled in the district's own month of the year, and in a round") {
    const auto s = small_district::settings();
    int filled = 0;
    for (std::int32_t tick = 1; tick <= 12; ++tick) {
        World w = small_district::world(s);
        w.tick = tick;
        agency_phase(w, 0, s, false);
        const bool own_month = in_turn(w.districts[0].number, tick, 12);
        CHECK((w.districts[0].enrolled[cash] > 0) == own_month);
        filled += own_month ? 1 : 0;
    }
    CHECK(filled == 1);
    World w = small_district::world(s);
    w.tick = 1;
    agency_phase(w, 0, s, true);
    CHECK(w.districts[0].enrolled[cash] > 0);
}

TEST_CASE("the usual number of starts follows those of the last year") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    w.tick = 3; // neither a round nor the month in which places are filled
    w.districts[0].starts_a_month[cash] = 12;
    agency_phase(w, 0, s, false);
    CHECK(w.districts[0].starts_a_month[cash] == Approx(11));
}
