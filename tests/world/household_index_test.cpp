// SPDX-License-Identifier: Apache-2.0
#include "world/household_index.hpp"

#include <cstdint>
#include <set>
#include <vector>

#include "catch.hpp"

namespace {

using namespace tujuh;

std::set<std::uint32_t> entries_of(const HouseholdIndex& index, const std::vector<std::uint32_t>& households,
                                   std::uint32_t household) {
    std::set<std::uint32_t> found;
    index.any_of(household, [&](std::uint32_t entry) {
        if (households[entry] == household) found.insert(entry);
        return false;
    });
    return found;
}

} // namespace

TEST_CASE("A household finds all its entries and no other's, however many share its place") {
    const std::vector<std::uint32_t> households = {5, 70, 5, 69, 5 + 64, 1000000, 70};
    HouseholdIndex index;
    for (const bool cleared : {false, true}) { // in use from the start, and after it was emptied
        if (cleared) index.clear(households.size());
        for (const auto household : households) index.add(household);
        CHECK(entries_of(index, households, 5) == std::set<std::uint32_t>{0, 2});
        CHECK(entries_of(index, households, 69) == std::set<std::uint32_t>{3, 4});
        CHECK(entries_of(index, households, 70) == std::set<std::uint32_t>{1, 6});
        CHECK(entries_of(index, households, 1000000) == std::set<std::uint32_t>{5});
        CHECK(entries_of(index, households, 6).empty());
    }
}

TEST_CASE("An index without entries finds nothing") {
    const HouseholdIndex index;
    CHECK_FALSE(index.any_of(3, [](std::uint32_t) { return true; }));
}
