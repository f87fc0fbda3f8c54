// SPDX-License-Identifier: Apache-2.0
#include "base/half_life.hpp"
#include "base/random.hpp"
#include "base/stored_share.hpp"

#include "catch.hpp"

using namespace tujuh;

TEST_CASE("a stored share holds none, half and all exactly, and what is between to half a step") {
    for (const float exact : {0.0f, 0.5f, 1.0f}) CHECK(float{StoredShare(exact)} == exact);
    for (int i = 0; i <= 1000; ++i) {
        const float share = static_cast<float>(i) / 1000.0f;
        const float held = StoredShare(share);
        REQUIRE(held == Approx(share).margin(StoredShare::largest_error));
        REQUIRE(float{StoredShare(held)} == held); // to store again changes nothing
    }
}

TEST_CASE("any rounding leaves a share between 0 and 1") {
    for (const float rounding : {0.0f, 0.5f, 255.0f / 256.0f}) {
        CHECK(StoredShare::share_of(StoredShare::steps_of(1.0f, rounding)) == 1.0f);
        CHECK(StoredShare::share_of(StoredShare::steps_of(0.0f, rounding)) == 0.0f);
    }
}

TEST_CASE("a state that moves by less than a step a month arrives when it is rounded by luck") {
    const auto kept = static_cast<float>(monthly_retention(600)); // half-life of fifty years
    const Draws draws{7, 0};
    double mean = 0;
    constexpr std::uint32_t households = 200;
    for (std::uint32_t i = 0; i < households; ++i) {
        StoredShare state(0.01f);
        for (std::int32_t month = 0; month < 600; ++month)
            state.steps = static_cast<std::uint16_t>(StoredShare::steps_of(
                relax(float{state}, 0.0f, kept), draws.uniform(i, month, Purpose::household_month)));
        mean += static_cast<double>(float{state}) / households;
    }
    CHECK(mean == Approx(0.005).epsilon(0.02));
}
