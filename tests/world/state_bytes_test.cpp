// SPDX-License-Identifier: Apache-2.0
#include "world/state_bytes.hpp"

#include "catch.hpp"
#include "world/small_country.hpp"

using namespace tujuh;

namespace {

using Bytes = std::vector<std::byte>;

template <class Carry> Bytes written(Carry&& carry_all) {
    Bytes bytes;
    ByteWriter writer(bytes);
    carry_all(writer);
    return bytes;
}

Bytes nation_of(const World& world) {
    return written([&](ByteWriter& bytes) { carry_nation(bytes, world); });
}

Bytes district_of(const World& world, std::size_t district) {
    return written([&](ByteWriter& bytes) { carry_district(bytes, world, district); });
}

/// A world of the districts [first, end) of another, by way of bytes.
World carried(const World& from, std::size_t first, std::size_t end) {
    World world;
    const auto nation = nation_of(from);
    ByteReader of_nation(nation);
    carry_nation(of_nation, world);
    REQUIRE(of_nation.at_end());
    std::vector<DistrictSize> sizes;
    for (auto d = first; d < end; ++d) sizes.push_back(size_of(from, from.districts[d]));
    make_room(world, sizes);
    for (auto d = first; d < end; ++d) {
        const auto bytes = district_of(from, d);
        ByteReader reader(bytes);
        carry_district(reader, world, d - first);
        REQUIRE(reader.at_end());
    }
    return world;
}

World lived_world() {
    auto scenario = small_country::scenario();
    scenario.population.households_per_village = 200;
    scenario.base.parameters.care.harm_rate = 0.0075;
    scenario.base.parameters.workers.by_poverty = 0.5;
    scenario.base.workforce = {800, 800, 400}; // so few that reports wait
    return small_country::lived(scenario, 30);
}

} // namespace

TEST_CASE("a world that went through bytes has the same bytes, and lives on to the same") {
    World world = lived_world();
    World again = carried(world, 0, world.districts.size());
    auto settings = small_country::settings();
    settings.parameters.care.harm_rate = 0.0075;
    settings.parameters.workers.by_poverty = 0.5;
    for (int month = 0; month < 15; ++month) {
        CHECK(small_country::same_households(world.households, again.households));
        CHECK(nation_of(world) == nation_of(again));
        for (std::size_t d = 0; d < world.districts.size(); ++d)
            REQUIRE(district_of(world, d) == district_of(again, d));
        REQUIRE_FALSE(tick(world, settings, in_order));
        REQUIRE_FALSE(tick(again, settings, in_order));
    }
}

TEST_CASE("the world that is carried has requests, cases, reports and groups to lose") {
    const World world = lived_world();
    std::size_t requests = 0, cases = 0, reports = 0, alive = 0, listed = 0;
    for (const auto& district : world.districts)
        requests += district.requests.size(), cases += district.cases.size(),
            reports += district.reports.size();
    for (const auto& village : world.villages) {
        for (const auto& group : village.groups) alive += group.alive ? 1u : 0u;
        listed += village.distressed.size() + village.outside.size() + village.filings.size();
    }
    CHECK(requests > 0);
    CHECK(cases > 0);
    CHECK(reports > 0);
    CHECK(alive > 0);
    CHECK(listed > 0);
}

TEST_CASE("a district takes the same bytes wherever it stands, and lives among others as it would at home") {
    const World world = lived_world();
    World part = carried(world, 1, 3);
    for (std::size_t d = 0; d < 2; ++d) {
        CHECK(district_of(part, d) == district_of(world, d + 1));
        const auto& district = part.districts[d];
        CHECK(part.villages[district.village_begin].district == d);
        for (const auto& file : district.cases) {
            CHECK(file.household >= first_household(part, district));
            CHECK(file.household < end_household(part, district));
        }
    }
    CHECK(part.villages[0].begin == 0);
    CHECK(part.households.count() == part.villages.back().end);
}

TEST_CASE("a district does not go into a place of another size") {
    const World world = lived_world();
    auto larger = size_of(world, world.districts[0]);
    ++larger.households;
    World target;
    make_room(target, {larger});
    const auto bytes = district_of(world, 0);
    ByteReader reader(bytes);
    carry_district(reader, target, 0);
    CHECK_FALSE(reader.at_end());
}
