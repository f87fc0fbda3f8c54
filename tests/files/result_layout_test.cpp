// SPDX-License-Identifier: Apache-2.0
#include "files/result_layout.hpp"

#include "catch.hpp"
#include "concordance/sample_result.hpp"
#include "files/error.hpp"
#include "files/result_axes.hpp"

#include <algorithm>

using namespace tujuh;

namespace {

const ResultGroup* group_at(const std::vector<ResultGroup>& groups, const std::string& path) {
    const auto found =
        std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.path == path; });
    return found == groups.end() ? nullptr : &*found;
}

std::vector<double> numbers_at(const std::vector<ResultGroup>& groups, const std::string& path,
                               const std::string& name) {
    for (const auto& array : group_at(groups, path)->arrays)
        if (array.description.name == name) return std::get<std::vector<double>>(array.values());
    return {};
}

bool has_array(const ResultGroup& group, std::string_view name) {
    return std::any_of(group.arrays.begin(), group.arrays.end(),
                       [&](const auto& array) { return array.description.name == name; });
}

std::vector<std::string> names_of(std::vector<std::string> given) {
    std::vector<ScenarioResult> scenarios(given.size());
    for (std::size_t i = 0; i < given.size(); ++i) scenarios[i].name = given[i];
    return names_in_file(scenarios);
}

} // namespace

TEST_CASE("a scenario given twice becomes name#2, also beside a scenario of that name") {
    CHECK(names_of({"a", "b"}) == std::vector<std::string>{"a", "b"});
    CHECK(names_of({"a", "a", "a"}) == std::vector<std::string>{"a", "a#2", "a#3"});
    CHECK(names_of({"a", "a#2", "a"}) == std::vector<std::string>{"a", "a#2", "a#3"});
}

TEST_CASE("names that HDF5 keeps for itself are changed") {
    CHECK(names_of({"a/b", ".", ""}) == std::vector<std::string>{"a_b", "._", "_"});
}

TEST_CASE("days are counted by the Gregorian calendar") {
    CHECK(days_since_1970(1970, 1, 1) == 0);
    CHECK(days_since_1970(2000, 3, 1) - days_since_1970(2000, 2, 28) == 2);
    CHECK(days_since_1970(2100, 3, 1) - days_since_1970(2100, 2, 28) == 1);
}

TEST_CASE("months are dated from the start over the turn of the year") {
    const auto axis = tick_axis(4, 2024, 11);
    CHECK(axis.labels[0].description.units == "days since 2024-11-01");
    CHECK(std::get<std::vector<std::int32_t>>(axis.labels[0].values) ==
          std::vector<std::int32_t>{0, 30, 61, 92});
}

TEST_CASE("units that a reader would take for spans of time are written in the singular") {
    CHECK(unit_in_file("hours") == "hour");
    CHECK(unit_in_file("days") == "day");
    CHECK(unit_in_file("months") == "months");
    CHECK(unit_in_file("hours a month") == "hours a month");
}

TEST_CASE("replicates lie one after the other, the last axis fastest") {
    const auto result = sample::result({2, 3, 0});
    const auto groups = result_groups(result);
    const auto& tables = result.scenarios[0].replicates;
    const auto name = std::string(outcome_rows()[1].name);
    const auto numbers = numbers_at(groups, "/series", name);
    REQUIRE(numbers.size() == 6);
    CHECK(numbers[1 * 3 + 2] == tables[1].national[1 * 3 + 2]);
    const auto by_decile = numbers_at(groups, "/groups/decile", name);
    REQUIRE(by_decile.size() == 2 * 3 * 10);
    CHECK(by_decile[(1 * 3 + 2) * 10 + 7] == tables[1].groups[0].values[(1 * 3 + 2) * 10 + 7]);
}

TEST_CASE("an outcome that no group has is left out of the grouping, and stays in the series") {
    const auto result = sample::result();
    const auto groups = result_groups(result);
    const auto last = outcome_rows().back().name;
    CHECK(has_array(*group_at(groups, "/groups/decile"), last));
    CHECK_FALSE(has_array(*group_at(groups, "/groups/area"), last));
    CHECK(has_array(*group_at(groups, "/series"), last));
}

TEST_CASE("what was not measured is absent") {
    sample::Design design;
    design.alternatives = 0;
    design.with_groups = design.with_attribution = design.with_calibration = false;
    auto result = sample::result(design);
    result.scenarios[0].programmes = {};
    for (auto& table : result.scenarios[0].replicates) table.ledger.clear();
    const auto groups = result_groups(result);
    for (const auto* path :
         {"/groups", "/scenarios", "/comparison", "/attribution", "/calibration", "/ledger"}) {
        INFO(path);
        CHECK(group_at(groups, path) == nullptr);
    }
    CHECK(group_at(groups, "/series") != nullptr);
}

TEST_CASE("each group stands after its parent") {
    const auto result = sample::result();
    const auto groups = result_groups(result);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const auto parent = groups[i].path.substr(0, groups[i].path.rfind('/'));
        if (parent.empty()) continue;
        INFO(groups[i].path);
        const auto* found = group_at(groups, parent);
        REQUIRE(found != nullptr);
        CHECK(found < &groups[i]);
    }
}

TEST_CASE("numbers that do not fit the shape of the result are our bug") {
    auto result = sample::result();
    SECTION("a month too few") {
        result.scenarios[0].replicates[1].national.pop_back();
    }
    SECTION("a replicate too few") {
        result.scenarios[1].replicates.pop_back();
    }
    SECTION("a comparison of another length") {
        result.comparison->low.push_back(0);
    }
    SECTION("a ledger without its programme") {
        result.scenarios[0].programmes.key.pop_back();
    }
    SECTION("no replicate") {
        result.scenarios[0].replicates.clear();
    }
    try {
        result_groups(result);
        FAIL("nothing was thrown");
    } catch (const Error& error) {
        CHECK(error.kind == ErrorKind::bug);
    }
}
