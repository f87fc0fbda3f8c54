// SPDX-License-Identifier: Apache-2.0
#include "files/design_toml.hpp"

#include "catch.hpp"
#include "files/small_scenario.hpp"

#include <cmath>
#include <set>
#include <string>
#include <vector>

using namespace tujuh;

namespace {

const std::string head = "# What moves it?\nformat = 1\nkind = \"design\"\nextends = \"baseline.toml\"\n";

std::string design_of(const std::string& keys, const std::string& factors) {
    return head + "[design]\n" + keys + factors;
}

LoadedDesign read(const std::string& text, const std::string& table = "",
                  const std::vector<std::string>& settings = {}) {
    small::Texts texts = small::texts();
    texts["mine.toml"] = text;
    if (!table.empty()) texts["data/points.csv"] = table;
    return read_design(TextSource(texts), "mine.toml", "mine.toml", settings);
}

/// What is said of a design that is refused, a line each.
std::string refusal(const std::string& text, const std::string& table = "") {
    try {
        read(text, table);
    } catch (const Error& error) {
        return error.what();
    }
    return "nothing";
}

const std::string hypercube = "method = \"latin_hypercube\"\npoints = 8\n";
const std::string burden = "[[factor]]\nkey = \"agencies.burden\"\n";
const std::string listed = "method = \"listed\"\ntable = \"data/points.csv\"\n";

} // namespace

TEST_CASE("a factor without a range takes the declared one, with the unit of its key") {
    const auto loaded = read(design_of(hypercube, burden));
    const Factor& factor = loaded.design().factors.at(0);
    CHECK(factor.low == 0);
    CHECK(factor.high == 1);
    CHECK(factor.unit == "0-1");
    CHECK_FALSE(factor.title.empty());
    CHECK(loaded.points().count == 8);
}

TEST_CASE("the scenario of a point is the base with its factors laid over it, and nothing else") {
    const auto loaded = read(design_of(hypercube, burden));
    std::set<double> seen;
    for (std::size_t point = 0; point < 8; ++point) {
        const Scenario scenario = loaded.scenario_of(point);
        CHECK(scenario.base.parameters.agencies.burden == loaded.points().value[point]);
        CHECK(scenario.base.parameters.agencies.staff ==
              loaded.base().scenario.base.parameters.agencies.staff);
        CHECK(scenario.months == 24);
        seen.insert(scenario.base.parameters.agencies.burden);
    }
    CHECK(seen.size() == 8);
}

TEST_CASE("a factor of whole numbers takes whole numbers, a listed one its values") {
    const auto loaded =
        read(design_of("method = \"grid\"\nlevels = 3\n",
                       "[[factor]]\nkey = \"burn_in_months\"\nlow = 2\nhigh = 9\n"
                       "[[factor]]\nkey = \"programmes.cash.channel\"\nvalues = [\"push\", \"request\"]\n"));
    REQUIRE(loaded.points().count == 6);
    for (std::size_t point = 0; point < 6; ++point)
        CHECK(std::fmod(loaded.points().value[loaded.points().index(point, 0)], 1.0) == 0);
    std::set<int> channels;
    for (std::size_t point = 0; point < 6; ++point)
        channels.insert(static_cast<int>(loaded.scenario_of(point).base.programmes.at(0).channel));
    CHECK(channels.size() == 2);
}

TEST_CASE("a value that a policy sets later can be a factor") {
    const auto loaded = read(design_of(
        hypercube,
        "[[factor]]\nkey = \"policy.more_workers.workforce.social_worker\"\nlow = 100\nhigh = 400\n"));
    CHECK(loaded.scenario_of(0).policies.size() == loaded.base().scenario.policies.size());
    CHECK(loaded.points().value[0] >= 100);
    CHECK(loaded.points().value[0] <= 400);
}

TEST_CASE("points of a table are run as they stand there") {
    const auto loaded =
        read(design_of(listed, ""), "agencies.burden,programmes.cash.quota\n0.25,1500\n0.75,500\n");
    REQUIRE(loaded.points().count == 2);
    CHECK(loaded.scenario_of(0).base.parameters.agencies.burden == 0.25);
    CHECK(loaded.scenario_of(1).base.parameters.agencies.burden == 0.75);
    CHECK(loaded.scenario_of(1).base.programmes.at(0).quota == 500);
}

TEST_CASE("a design that is read from what its file carries has the same points") {
    const std::string table = "agencies.burden,programmes.cash.channel\n0.25,push\n0.75,request\n";
    for (const auto& [text, points] :
         {std::pair{design_of(hypercube, burden), std::string()}, std::pair{design_of(listed, ""), table}}) {
        const auto once = read(text, points);
        const auto again =
            read_resolved_design("mine", once.base().resolved_text, once.resolved_text(), once.base().tables);
        CHECK(again.points().value == once.points().value);
        CHECK(again.resolved_text() == once.resolved_text());
        CHECK(again.base().resolved_text == once.base().resolved_text);
    }
}

TEST_CASE("outcomes and months that are not named are the headline ones of the last year") {
    const Design design = read(design_of(hypercube, burden)).design();
    CHECK(design.from_month == 12);
    CHECK(design.to_month == 23);
    CHECK(design.outcomes.size() > 5);
}

TEST_CASE("the command line changes a design as it changes a scenario") {
    const auto loaded = read(design_of(hypercube, burden), "", {"design.points=3", "agencies.staff=9"});
    CHECK(loaded.points().count == 3);
    CHECK(loaded.base().scenario.base.parameters.agencies.staff == 9);
}

TEST_CASE("what is wrong in a design is told with its place, what is allowed and the nearest name") {
    const auto check = [](const std::string& keys, const std::string& factors, const std::string& expected,
                          const std::string& table = "") {
        CHECK(refusal(design_of(keys, factors), table) == expected);
    };
    check(hypercube, burden + "low = -1\n",
          "mine.toml:10:1: factor.agencies.burden.low: -1 is out of range (allowed: 0 to 1, 0-1)");
    check(
        hypercube, burden + "values = [0.1]\nlow = 0.1\n",
        "mine.toml:10:1: factor.agencies.burden.values: stands beside low (a factor has a range or a list of "
        "values); take one of the two out");
    check(hypercube, "[[factor]]\nkey = \"months\"\n",
          "mine.toml:8:1: factor.months: cannot be a factor (it holds for all points)");
    check(hypercube, "[[factor]]\nkey = \"programmes.cash.channel\"\n",
          "mine.toml:8:1: factor.programmes.cash.channel: is no number, so that it has no range (word is "
          "wanted "
          "there); write values = [...]");
    check(
        hypercube + "groupings = [\"decil\"]\n", burden,
        "mine.toml:8:1: design.groupings: \"decil\" is not a grouping (known: decile, province, area, head, "
        "disability, programme); did you mean decile?");
    check(hypercube + "outcomes = [\"gini\", \"headcount\", \"gini\"]\n", burden,
          "mine.toml:8:1: design.outcomes: \"gini\" stands twice; take one of the two out");
    check(hypercube, burden + "values = []\n",
          "mine.toml:10:1: factor.agencies.burden.values: is empty; write for example values = [0.1, 0.2, "
          "0.4]");
    const std::string evolution = "method = \"evolution\"\npopulation = 8\ngenerations = 2\n";
    const std::string raise = "[[objective]]\noutcome = \"gini\"\ngoal = \"raise\"\n";
    check(evolution, burden + raise + "[[limit]]\noutcome = \"headcount\"\nat_most = 0.1\nat_least = 0.2\n",
          "mine.toml:17:1: limit.1.at_least: 0.2 is above at_most (at_most is 0.1)");
    check(evolution, burden + raise + "[[objective]]\noutcome = \"gini\"\ngoal = \"lower\"\n",
          "mine.toml:14:1: objective.2: asks for the outcome of another objective again (each objective has "
          "its own); take one of the two out");
    check(hypercube + "from_month = 3\n", burden,
          "mine.toml:8:1: design.from_month: stands alone (a window has from_month and to_month)");
    check(hypercube + "from_month = 3\nto_month = 24\n", burden,
          "mine.toml:9:1: design.to_month: 24 is never reached (the scenario has months = 24); write at most "
          "23");
    check(hypercube + "from_month = 9\nto_month = 4\n", burden,
          "mine.toml:9:1: design.to_month: 4 lies before from_month (the window begins in month 9)");
    check("method = \"latin\"\npoints = 3\n", burden,
          "mine.toml:6:1: design.method: \"latin\" is not one of its words (allowed: grid, latin_hypercube, "
          "sobol, "
          "morris, saltelli, listed, rejection, least_squares, evolution)");
    check(hypercube, "",
          "mine.toml: factor: no key is varied (a design needs at least one factor); write [[factor]] and "
          "below it "
          "key = \"agencies.bargain\"");
    check(listed, "", "data/points.csv:2:1: cells on the line: 1 (keys on the first line: 2)",
          "agencies.burden,agencies.staff\n0.5\n");
    check(listed, "",
          "data/points.csv: the table holds no point (the first line names the keys, each further line is a "
          "point)",
          "agencies.burden\n");
    check(listed, "[[factor]]\nkey = \"agencies.staff\"\n",
          "mine.toml:8:1: factor.agencies.staff: is not a column of the table (columns of data/points.csv "
          "are the "
          "keys)",
          "agencies.burden\n0.5\n");
}

TEST_CASE("a key or an outcome that does not exist is told with the nearest that does") {
    const auto nearest = [](const std::string& keys, const std::string& factors) {
        const std::string said = refusal(design_of(keys, factors));
        return said.substr(said.rfind(';') + 2);
    };
    CHECK(nearest(hypercube, "[[factor]]\nkey = \"agencies.burdn\"\n") == "did you mean burden?");
    CHECK(nearest(hypercube + "outcomes = [\"coverage_of_por\"]\n", burden) ==
          "did you mean coverage_of_poor?");
    CHECK(nearest(hypercube, burden + "[[objectives]]\noutcome = \"gini\"\n") == "did you mean objective?");
}
