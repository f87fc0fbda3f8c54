// SPDX-License-Identifier: Apache-2.0
#include "files/error.hpp"

#include "catch.hpp"
#include "files/small_scenario.hpp"

#include <string>

using namespace tujuh;

TEST_CASE("a problem is one sentence: where, what, why, and what to do") {
    REQUIRE(format({"a.toml:1:2: months", "0 is out of range", "allowed: 1 to 12", "write 1"}) ==
            "a.toml:1:2: months: 0 is out of range (allowed: 1 to 12); write 1");
    REQUIRE(format({"", "nothing was asked for", "", ""}) == "nothing was asked for");
    REQUIRE(format({"a.toml", "is a folder", "", "name a file"}) == "a.toml: is a folder; name a file");
}

TEST_CASE("an error tells all of its problems, a line each") {
    const Error error(ErrorKind::scenario_wrong, {{"a", "x", "", ""}, {"b", "y", "", ""}});
    REQUIRE(std::string(error.what()) == "a: x\nb: y");
}

TEST_CASE("a message stays on its line whatever a file holds") {
    const Error error =
        small::error_of(small::with("[workers]\ntask_mix = { \"a\\nb\\u001b[31m\" = 1.0 }\n"));
    REQUIRE(std::string(error.what()).find_first_of("\n\x1b") == std::string::npos);
}

TEST_CASE("each kind of error has its exit code") {
    REQUIRE(exit_code(ErrorKind::command_line) == 2);
    REQUIRE(exit_code(ErrorKind::scenario_wrong) == 65);
    REQUIRE(exit_code(ErrorKind::input_missing) == 66);
    REQUIRE(exit_code(ErrorKind::bug) == 70);
    REQUIRE(exit_code(ErrorKind::cannot_create) == 73);
    REQUIRE(exit_code(ErrorKind::input_output) == 74);
    REQUIRE(exit_code(ErrorKind::interrupted) == 75);
    REQUIRE(exit_code(ErrorKind::input_not_readable) == 77);
}
