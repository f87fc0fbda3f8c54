// SPDX-License-Identifier: Apache-2.0
#include "world/institutions.hpp"

#include "catch.hpp"
#include "world/small_country.hpp"

#include <algorithm>
#include <cmath>

using namespace tujuh;

namespace {

constexpr Draws draws{23, 1};
constexpr Parameters parameters = default_parameters();

/// A district of three villages in a row, 10 km apart, with a point in the first.
District three_villages() {
    District district;
    district.frame.assign(3, FrameVillage{});
    for (std::size_t v = 0; v < 3; ++v) district.frame[v].x = 10.0f * static_cast<float>(v);
    district.points.push_back({0, 0, Mechanism::office, 0.8f});
    return district;
}

/// Nine districts of some 1200 households, with the posts that the share `by_poverty` places by the poor.
World with_posts(double by_poverty) {
    auto scenario = small_country::scenario();
    scenario.population.districts_per_province = 5;
    scenario.population.villages_per_district = 20;
    scenario.base.parameters.workers.by_poverty = by_poverty;
    return build_world(scenario, 0, in_order);
}

double full_time_of(const District& district, WorkerKind kind) {
    double full_time = 0;
    for (const auto& seat : district.seats)
        if (seat.kind == kind) full_time += seat.full_time;
    return full_time;
}

/// What a district's drawn households stand for, and the poor among them.
struct RealHouseholds {
    double all = 0, poor = 0, drawn = 0;
    double weight() const { return all / drawn; }
};

RealHouseholds real_households_of(const World& world, const District& district) {
    RealHouseholds real;
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& village = world.villages[v];
        const auto& province = world.provinces[village.province];
        const auto area = static_cast<std::size_t>(village.area);
        for (auto i = village.begin; i < village.end; ++i) {
            const bool poor =
                static_cast<double>(world.households.consumption[i]) < province.poverty_line[area];
            real.all += province.weight[area];
            real.poor += poor ? province.weight[area] : 0;
            real.drawn += 1;
        }
    }
    return real;
}

constexpr WorkerKind kinds[] = {WorkerKind::social_worker, WorkerKind::facilitator,
                                WorkerKind::subdistrict_worker};

} // namespace

TEST_CASE("the distance of a village is that to its nearest point") {
    auto district = three_villages();
    measure_distances(district, parameters);
    CHECK(district.frame[0].distance_km == 0);
    CHECK(district.frame[1].distance_km == Approx(10));
    CHECK(district.frame[2].distance_km == Approx(20));
    district.points.push_back({20, 3, Mechanism::office, 0.8f});
    measure_distances(district, parameters);
    CHECK(district.frame[2].distance_km == Approx(3));
    CHECK(district.frame[1].distance_km == Approx(10));
}

TEST_CASE("a mobile team or an agent shortens the way by its share, as far as it is competent") {
    for (const auto& [mechanism, saved] : {std::pair{Mechanism::mobile, parameters.tasks.mobile_saves},
                                           std::pair{Mechanism::agent, parameters.tasks.agent_saves}}) {
        auto district = three_villages();
        district.points[0].mechanism = mechanism;
        measure_distances(district, parameters);
        CHECK(district.frame[2].distance_km == Approx(20 * (1 - saved * 0.8)).epsilon(1e-5));
        district.points[0].competence = 0;
        measure_distances(district, parameters);
        CHECK(district.frame[2].distance_km == Approx(20));
    }
}

TEST_CASE("each of many villages goes where its way, shortened or not, is least; policy shortens all ways") {
    District district;
    district.levers.distance = 0.7f;
    for (std::uint32_t v = 0; v < 150; ++v) {
        const Words words = draws.words(v, 0, Purpose::village_place);
        FrameVillage village;
        village.x = 50 * uniform_from(words.word[0]);
        village.y = 50 * uniform_from(words.word[1]);
        district.frame.push_back(village);
        if (v % 10 == 0)
            district.points.push_back(
                {village.y, village.x, static_cast<Mechanism>(v / 10 % 3), uniform_from(words.word[2])});
    }
    measure_distances(district, parameters);
    for (const auto& village : district.frame) {
        float least = farthest_km;
        for (const auto& point : district.points)
            least = std::min(least, distance_km(village, point.x, point.y) *
                                        distance_factor(district, point, parameters.tasks));
        CHECK(village.distance_km == least);
    }
}

TEST_CASE("villages lie in a square of their common area, towns in its middle, points in villages") {
    const auto province = province_frames({{small_country::north()}}, 3.75)[0];
    const auto frames = village_frames(district_frames(province, draws)[1], draws);
    District district;
    place_villages(district, frames, draws, 12.4, parameters);
    double area = 0;
    for (const auto& frame : frames)
        area += square(frame.area == Area::urban ? parameters.population.urban_village_spacing
                                                 : parameters.population.rural_village_spacing);
    const double side = std::sqrt(area);
    REQUIRE(district.frame.size() == frames.size());
    for (std::size_t v = 0; v < frames.size(); ++v) {
        const auto& place = district.frame[v];
        const double reach = place.area == Area::urban ? side / 6 : side / 2;
        REQUIRE(place.area == frames[v].area);
        REQUIRE(std::fabs(static_cast<double>(place.x) - side / 2) <= reach * 1.0001);
        REQUIRE(std::fabs(static_cast<double>(place.y) - side / 2) <= reach * 1.0001);
    }
    REQUIRE(district.points.size() == 12);
    for (const auto& point : district.points) {
        int here = 0;
        for (const auto& place : district.frame)
            here += place.x == point.x && place.y == point.y && place.distance_km == 0 ? 1 : 0;
        CHECK(here == 1);
    }
}

TEST_CASE("a district has at least one point and at most one a village") {
    const auto province = province_frames({{small_country::north()}}, 3.75)[0];
    const auto frames = village_frames(district_frames(province, draws)[0], draws);
    District district;
    place_villages(district, frames, draws, 0, parameters);
    CHECK(district.points.size() == 1);
    place_villages(district, frames, draws, 1e6, parameters);
    CHECK(district.points.size() == frames.size());
    for (const auto& place : district.frame) CHECK(place.distance_km == 0);
}

TEST_CASE("a point that was moved goes back to where and how it was") {
    const auto province = province_frames({{small_country::north()}}, 3.75)[0];
    District district;
    place_villages(district, village_frames(district_frames(province, draws)[0], draws), draws, 5,
                   parameters);
    const auto before = district.points[3];
    district.points[3] = {1, 2, Mechanism::mobile, 0.4f};
    place_as_at_start(district, 3, draws);
    CHECK(district.points[3].x == before.x);
    CHECK(district.points[3].y == before.y);
    CHECK(district.points[3].mechanism == Mechanism::office);
}

TEST_CASE("agencies differ around the declared means; shares stay inside 0.02 and 0.98") {
    constexpr int districts = 2000;
    const auto& p = parameters.agencies;
    double burden = 0, quality = 0;
    for (int d = 0; d < districts; ++d) {
        District district;
        district.number = static_cast<std::uint32_t>(d);
        found_agencies(district, draws, p);
        for (const auto& agency : district.agencies) {
            REQUIRE(agency.burden >= 0.02f);
            REQUIRE(agency.burden <= 0.98f);
            REQUIRE(agency.bias[0] >= 0);
            burden += static_cast<double>(agency.burden);
            quality += static_cast<double>(agency.quality);
        }
    }
    // Bounds of 4.9 standard errors (error probability 1e-6); clamping at 0.02 and 0.98 moves the mean less.
    const double n = districts * agency_count, variation = p.variation / std::sqrt(n);
    CHECK(std::fabs(burden / n - p.burden) < 4.9 * p.burden * variation + 0.002);
    CHECK(std::fabs(quality / n - p.quality) < 4.9 * p.quality * variation + 0.002);
}

TEST_CASE("a district's agencies are the same whenever they are founded; without variation all are alike") {
    District one, again, other;
    one.number = again.number = 4;
    other.number = 5;
    for (auto* district : {&one, &again, &other}) found_agencies(*district, draws, parameters.agencies);
    CHECK(one.agencies[2].quality == again.agencies[2].quality);
    CHECK(one.agencies[2].quality != other.agencies[2].quality);
    AgencyParameters uniform = parameters.agencies;
    uniform.variation = 0;
    for (auto* district : {&one, &other}) found_agencies(*district, draws, uniform);
    for (std::size_t a = 0; a < agency_count; ++a)
        CHECK(one.agencies[a].quality == other.agencies[a].quality);
}

TEST_CASE("conflict between agencies is symmetric, and none has one with itself") {
    District district;
    found_agencies(district, draws, parameters.agencies);
    CHECK(district.conflict == district.conflict.transpose());
    CHECK(district.conflict.diagonal().isZero(0));
    CHECK(district.conflict(0, 1) == static_cast<float>(parameters.agencies.conflict));
}

TEST_CASE("a district's miniature has its share of the nation's workers") {
    District district;
    district.real_households = 150000;
    district.scale = 0.02;
    CHECK(full_time_in(district, 10000, 75e6, 0) == Approx(10000 * 150000 / 75e6 * 0.02));
}

TEST_CASE("posts placed by poverty follow the share of poor households, as far as they are so placed") {
    District district;
    district.real_households = 150000;
    district.scale = 0.02;
    const double even = full_time_in(district, 10000, 75e6, 0);
    for (const double share : {0.1, 0.3, 0.7, 1.0}) CHECK(full_time_in(district, 10000, 75e6, share) == even);
    district.relative_poverty = 3;
    CHECK(full_time_in(district, 10000, 75e6, 0) == even);
    CHECK(full_time_in(district, 10000, 75e6, 0.5) == Approx(2 * even));
    CHECK(full_time_in(district, 10000, 75e6, 1) == Approx(3 * even));
    district.relative_poverty = 0;
    CHECK(full_time_in(district, 10000, 75e6, 1) == 0);
}

TEST_CASE("posts by poverty: each poor household has the same workers, the nation as many as before") {
    const auto even = with_posts(0), by_poverty = with_posts(1);
    REQUIRE(even.districts.size() == 9);
    for (const auto kind : kinds) {
        double before = 0, after = 0, poor = 0, lowest = 1, highest = 0, of_lowest = 0, of_highest = 0;
        for (std::size_t d = 0; d < even.districts.size(); ++d) {
            const auto real = real_households_of(even, even.districts[d]);
            before += real.weight() * full_time_of(even.districts[d], kind);
            after += real.weight() * full_time_of(by_poverty.districts[d], kind);
            poor += real.poor;
            const double poverty = real.poor / real.all,
                         workers = full_time_of(by_poverty.districts[d], kind) / real.drawn;
            if (poverty < lowest) lowest = poverty, of_lowest = workers;
            if (poverty > highest) highest = poverty, of_highest = workers;
        }
        CHECK(after == Approx(before).epsilon(1e-12));
        CHECK(of_highest > of_lowest);
        CHECK(of_highest / of_lowest == Approx(highest / lowest).epsilon(1e-9));
        for (const auto& district : by_poverty.districts) {
            const auto real = real_households_of(by_poverty, district);
            CHECK(real.weight() * full_time_of(district, kind) / real.poor ==
                  Approx(before / poor).epsilon(1e-9));
        }
    }
}

TEST_CASE("half of the posts by poverty: the mean of none and all, at least one seat of each kind") {
    const auto none = with_posts(0), half = with_posts(0.5), all = with_posts(1);
    for (std::size_t d = 0; d < none.districts.size(); ++d)
        for (const auto kind : kinds) {
            CHECK(full_time_of(half.districts[d], kind) ==
                  Approx((full_time_of(none.districts[d], kind) + full_time_of(all.districts[d], kind)) / 2));
            for (const auto* world : {&none, &half, &all})
                CHECK(std::any_of(world->districts[d].seats.begin(), world->districts[d].seats.end(),
                                  [&](const Seat& seat) { return seat.kind == kind; }));
        }
}

TEST_CASE("a district alone has the same posts, however they are placed") {
    auto scenario = small_country::scenario();
    scenario.population.provinces = {"01"};
    scenario.population.districts_per_province = 1;
    const auto even = build_world(scenario, 0, in_order);
    REQUIRE(even.districts.size() == 1);
    for (const double share : {0.1, 0.3, 0.7, 1.0}) {
        scenario.base.parameters.workers.by_poverty = share;
        const auto world = build_world(scenario, 0, in_order);
        REQUIRE(world.districts[0].seats.size() == even.districts[0].seats.size());
        for (std::size_t s = 0; s < even.districts[0].seats.size(); ++s)
            CHECK(world.districts[0].seats[s].full_time == even.districts[0].seats[s].full_time);
    }
}

TEST_CASE("seats of a kind together stand for the district's workers of that kind, at least one a kind") {
    const auto world = small_country::lived(small_country::scenario(), 0);
    const auto settings = small_country::settings();
    for (const auto& district : world.districts) {
        for (std::size_t kind = 0; kind < worker_kind_count; ++kind) {
            double full_time = 0;
            int seats = 0;
            for (const auto& seat : district.seats)
                if (static_cast<std::size_t>(seat.kind) == kind) full_time += seat.full_time, ++seats;
            CHECK(seats >= 1);
            CHECK(full_time == Approx(full_time_in(district, settings.workforce[kind],
                                                   world.national.real_households, 0)));
        }
        for (const auto& seat : district.seats) {
            int homes = 0;
            for (const auto& place : district.frame)
                homes += place.x == seat.home_x && place.y == seat.home_y ? 1 : 0;
            CHECK(homes >= 1);
            for (const float skill : seat.skill) {
                CHECK(skill >= static_cast<float>(parameters.workers.novice_skill));
                CHECK(skill <= 1);
            }
        }
    }
}

TEST_CASE("groups at the start have the members that carry their bit") {
    auto scenario = small_country::scenario();
    for (const double share : {0.0, 0.6, 1.0}) {
        scenario.base.parameters.informal.village_share = share;
        const auto world = small_country::lived(scenario, 0);
        std::size_t groups = 0;
        for (const auto& village : world.villages) {
            const auto& group = village.groups[static_cast<std::size_t>(GroupKind::community)];
            std::uint32_t members = 0;
            for (auto i = village.begin; i < village.end; ++i)
                members += has_bit(world.households.groups[i], 0) ? 1u : 0u;
            CHECK(members == group.members);
            CHECK((group.alive || members == 0));
            CHECK(group.fund == 0);
            groups += group.alive ? 1u : 0u;
        }
        if (share == 0) CHECK(groups == 0);
        if (share == 1) CHECK(groups == world.villages.size());
    }
}

TEST_CASE("everybody joins the groups of the start at a share of 1, nobody at 0") {
    auto scenario = small_country::scenario();
    scenario.base.parameters.informal.village_share = 1;
    for (const double share : {0.0, 1.0}) {
        scenario.base.parameters.informal.member_share = share;
        for (const auto& village : small_country::lived(scenario, 0).villages)
            CHECK(village.groups[0].members == (share == 1 ? village.sampled() : 0));
    }
}
