// SPDX-License-Identifier: Apache-2.0
#include "world/audit.hpp"

#include "catch.hpp"
#include "simulation.hpp"
#include "world/build.hpp"
#include "world/small_country.hpp"

using namespace tujuh;

namespace {

const World& lived() {
    static const World world = small_country::lived(small_country::scenario(), 12);
    return world;
}

} // namespace

TEST_CASE("every month the books of the districts agree with what households carry") {
    const auto scenario = small_country::scenario();
    auto world = build_world(scenario, 0, in_order);
    for (int month = 0; month < 36; ++month) {
        REQUIRE_FALSE(tick(world, scenario.base, in_order));
        const auto found = find_inconsistency(world);
        INFO("month " << month << ": " << (found ? found->where + ", " + found->what : ""));
        REQUIRE_FALSE(found);
    }
}

TEST_CASE("a place, a request or a case that is lost from the books is found") {
    auto world = lived();
    ++world.districts.front().enrolled[small_country::cash];
    REQUIRE(find_inconsistency(world));
    CHECK(find_inconsistency(world)->what == "places taken = households enrolled");

    world = lived();
    const auto unasked = [&] {
        std::uint32_t i = 0;
        while (world.households.pending[i] != 0) ++i;
        return i;
    }();
    world.households.pending[unasked] = 1;
    REQUIRE(find_inconsistency(world));
    CHECK(find_inconsistency(world)->what == "whoever waits has a request under way");

    world = lived();
    world.households.traits[0] ^= trait::has_case;
    REQUIRE(find_inconsistency(world));
    CHECK(find_inconsistency(world)->what == "open cases = households with a case");
}
