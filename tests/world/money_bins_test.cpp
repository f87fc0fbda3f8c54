// SPDX-License-Identifier: Apache-2.0
#include "world/money_bins.hpp"

#include "catch.hpp"

#include <cmath>

using namespace tujuh;

TEST_CASE("a bin starts where the one before it ends, each 0.2 to 0.4 % wide") {
    REQUIRE(money_bin_start(0) == 4096);
    for (std::size_t bin = 0; bin < money_bin_count; ++bin) {
        const double width = money_bin_start(bin + 1) / money_bin_start(bin) - 1;
        REQUIRE(width > 0.0019);
        REQUIRE(width < 0.0040);
    }
}

TEST_CASE("an amount lies between the ends of its bin") {
    for (std::size_t bin = 0; bin < money_bin_count; ++bin) {
        const auto start = static_cast<float>(money_bin_start(bin));
        const auto end = static_cast<float>(money_bin_start(bin + 1));
        REQUIRE(money_bin(start) == bin);
        REQUIRE(money_bin((start + end) / 2) == bin);
        REQUIRE(money_bin(std::nextafter(end, 0.0f)) == bin);
    }
}

TEST_CASE("amounts outside fall into the first and the last bin") {
    for (const float little : {-5.0f, 0.0f, 1.0f, 4095.9f}) CHECK(money_bin(little) == 0);
    for (const float much : {268435456.0f, 1e12f, INFINITY}) CHECK(money_bin(much) == money_bin_count - 1);
}
