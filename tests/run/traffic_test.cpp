// SPDX-License-Identifier: Apache-2.0
#include "run/traffic.hpp"

#include "catch.hpp"

#include <array>

using namespace tujuh;

namespace {

/// As if the other of two parts had one row of 7 to tell, and added 5 to each number.
Exchange with_another() {
    Exchange exchange;
    exchange.parts = 2;
    exchange.gather = [](std::span<const std::byte> own) {
        std::vector<std::byte> all(own.begin(), own.end());
        if (!own.empty()) all.insert(all.end(), 8, std::byte{7});
        return all;
    };
    exchange.add = [](std::span<std::int64_t> numbers) {
        for (auto& number : numbers) number += 5;
    };
    return exchange;
}

} // namespace

TEST_CASE("An exchange that is counted tells the same, and what came from others is counted") {
    Traffic traffic;
    const Exchange counted = counted_in(traffic, with_another());
    const std::array<std::byte, 8> own{};
    CHECK(counted.gather(own) == with_another().gather(own));
    CHECK(traffic.bytes == 8);
    std::array<std::int64_t, 2> numbers = {1, 2};
    counted.add(numbers);
    CHECK(numbers == std::array<std::int64_t, 2>{6, 7});
    CHECK(traffic.bytes == 24);
}

TEST_CASE("Who is alone exchanges nothing") {
    Traffic traffic;
    const Exchange counted = counted_in(traffic, {});
    CHECK(counted.parts == 1);
    CHECK_FALSE(counted.gather);
}
