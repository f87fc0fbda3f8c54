// SPDX-License-Identifier: Apache-2.0
#include "environment/disasters.hpp"

#include "catch.hpp"
#include "parameters/parameters.hpp"

#include <cmath>

using namespace tujuh;

namespace {

/// Disasters in villages 0-999 over 120 months.
double strikes(double yearly, std::uint32_t replicate = 0) {
    ShockParameters p = default_parameters().shocks;
    p.disaster = yearly;
    World world;
    world.draws = {3, replicate};
    double count = 0;
    for (world.tick = 0; world.tick < 120; ++world.tick)
        for (std::uint32_t number = 0; number < 1000; ++number) {
            Village village;
            village.number = number;
            village.disaster_months = 7;
            strike_village(world, village, p);
            REQUIRE(village.disaster_months <= 1);
            count += village.disaster_months;
        }
    return count;
}

} // namespace

TEST_CASE("disasters strike as often as their yearly hazard says") {
    // 4.9 standard errors: error probability 1e-6.
    for (const double yearly : {0.01, 0.3}) {
        const double expected = 120000 * (1 - std::exp(-yearly / 12));
        CHECK(std::fabs(strikes(yearly) - expected) < 4.9 * std::sqrt(expected));
    }
}

TEST_CASE("without hazard there is no disaster, and last month's is over") {
    CHECK(strikes(0) == 0);
}

TEST_CASE("what strikes at one hazard strikes at every higher one, in the same village and month") {
    ShockParameters rare = default_parameters().shocks, frequent = rare;
    rare.disaster = 0.05;
    frequent.disaster = 0.5;
    World world;
    world.draws = {3, 1};
    int struck = 0;
    for (std::uint32_t number = 0; number < 20000; ++number) {
        Village one, other;
        one.number = other.number = number;
        strike_village(world, one, rare);
        strike_village(world, other, frequent);
        REQUIRE(one.disaster_months <= other.disaster_months);
        struck += one.disaster_months;
    }
    CHECK(struck > 20);
}
