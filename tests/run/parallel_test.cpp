// SPDX-License-Identifier: Apache-2.0
#include "run/parallel.hpp"

#include "catch.hpp"

#include <algorithm>
#include <atomic>
#include <vector>

using namespace tujuh;

TEST_CASE("a loop visits each index once, whatever the number of threads") {
    for (const std::size_t thread_count : {1u, 2u, 5u}) {
        const Threads threads(thread_count);
        const ForEach for_each = threads.for_each();
        for (const std::size_t count : {0u, 1u, 2u, 15u, 1000u}) {
            std::vector<std::atomic<int>> visits(count);
            for_each(count, [&](std::size_t i) { ++visits[i]; });
            CHECK(std::all_of(visits.begin(), visits.end(), [](const auto& n) { return n == 1; }));
        }
    }
}

TEST_CASE("loops may be nested") {
    const Threads threads(3);
    const ForEach for_each = threads.for_each();
    std::vector<std::size_t> sums(40);
    for_each(sums.size(), [&](std::size_t outer) {
        std::vector<std::size_t> parts(50);
        for_each(parts.size(), [&](std::size_t inner) { parts[inner] = outer * inner; });
        for (const std::size_t part : parts) sums[outer] += part;
    });
    for (std::size_t outer = 0; outer < sums.size(); ++outer) CHECK(sums[outer] == outer * 49 * 50 / 2);
}

TEST_CASE("threads that are not counted are those of the machine") {
    CHECK(Threads(0).count() >= 1);
    CHECK(Threads(7).count() == 7);
}

TEST_CASE("many indices are taken in handfuls, few of them one by one") {
    CHECK(grain_for(10, 2) == 1);
    CHECK(grain_for(128, 2) == 8);
    CHECK(grain_for(100000, 2) == 16);
    CHECK(grain_for(0, 4) == 1);
}
