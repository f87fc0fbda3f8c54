// SPDX-License-Identifier: Apache-2.0
#include "base/nearest_name.hpp"

#include <string_view>

#include "catch.hpp"

using tujuh::nearest_name;
using tujuh::slips_between;

TEST_CASE("slips are letters added, left out, replaced or swapped") {
    CHECK(slips_between("", "") == 0);
    CHECK(slips_between("workers", "workers") == 0);
    CHECK(slips_between("workers", "wokers") == 1);
    CHECK(slips_between("workers", "workerss") == 1);
    CHECK(slips_between("workers", "workars") == 1);
    CHECK(slips_between("workers", "wrokers") == 1);
    CHECK(slips_between("", "abc") == 3);
    CHECK(slips_between("abc", "") == 3);
    CHECK(slips_between("kitten", "sitting") == 3);
    CHECK(slips_between("ca", "abc") == 3); // a swapped pair is not changed again
}

TEST_CASE("slips are the same in both directions") {
    constexpr std::string_view words[] = {"", "a", "ab", "ba", "abcd", "badc", "resources", "rescuorse"};
    for (const auto a : words) {
        for (const auto b : words) CHECK(slips_between(a, b) == slips_between(b, a));
    }
}

TEST_CASE("the nearest name is the one with the fewest slips, the first of several") {
    constexpr std::string_view known[] = {"seed", "replicates", "districts", "months", "month"};
    CHECK(nearest_name("sede", known) == "seed");
    CHECK(nearest_name("replicate", known) == "replicates");
    CHECK(nearest_name("distrcits", known) == "districts");
    CHECK(nearest_name("months", known) == "months");
    CHECK(nearest_name("montha", known) == "months");
    CHECK(nearest_name("monh", known) == "month");
}

TEST_CASE("no name is suggested when none is near") {
    constexpr std::string_view known[] = {"seed", "replicates", "on"};
    CHECK(nearest_name("households", known).empty());
    CHECK(nearest_name("need", known) == "seed");
    CHECK(nearest_name("nerd", known).empty()); // two slips in four letters
    CHECK(nearest_name("in", known) == "on");   // one slip is always allowed
    CHECK(nearest_name("xy", known).empty());
    CHECK(nearest_name("repl1c4t3s", known) == "replicates"); // three slips in ten letters
    CHECK(nearest_name("r3pl1c4t3s", known).empty());
    CHECK(nearest_name("seed", {}).empty());
}
