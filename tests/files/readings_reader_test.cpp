// SPDX-License-Identifier: Apache-2.0
// Targets, objectives and limits of a design file: what is said of a wrong one, and what is filled in.
#include "files/design_toml.hpp"

#include "catch.hpp"
#include "files/small_scenario.hpp"

#include <cmath>
#include <string>
#include <vector>

using namespace tujuh;

namespace {

const std::string head =
    "# What fits?\nformat = 1\nkind = \"design\"\nextends = \"baseline.toml\"\n[design]\n";
const std::string burden = "[[factor]]\nkey = \"agencies.burden\"\nlow = 0.2\nhigh = 0.8\n";
const std::string least_squares = "method = \"least_squares\"\npoints = 8\n";
const std::string rejection = "method = \"rejection\"\npoints = 8\n";
const std::string evolution = "method = \"evolution\"\npopulation = 8\ngenerations = 2\n";
const std::string with_table = least_squares + "table = \"data/targets.csv\"\n";
const std::string target = "[[target]]\noutcome = \"gini\"\nvalue = 0.36\ntolerance = 0.01\n";
const std::string objective = "[[objective]]\noutcome = \"gini\"\ngoal = \"lower\"\n";

const std::string figures = "name,value,low,high,source\n"
                            "gini_national,0.375,0.365,0.385,\"a survey, of March\"\n"
                            "no_range,0.4,,,a report\n"
                            "no_value,,0.1,0.2,a report\n"
                            "no_source,0.4,0.3,0.5,\n";

LoadedDesign read(const std::string& keys, const std::string& lists, const std::string& factors = burden) {
    small::Texts texts = small::texts();
    texts["mine.toml"] = head + keys + factors + lists;
    texts["data/targets.csv"] = figures;
    return read_design(TextSource(texts), "mine.toml", "mine.toml", {});
}

/// What is said of a design that is refused, a line each; the file and its lines are left out.
std::string refusal(const std::string& keys, const std::string& lists, const std::string& factors = burden) {
    try {
        read(keys, lists, factors);
    } catch (const Error& error) {
        std::string said;
        for (const Problem& problem : error.problems)
            said += (said.empty() ? "" : "\n") + problem.where.substr(problem.where.rfind(' ') + 1) + ": " +
                    problem.what + (problem.why.empty() ? "" : " (" + problem.why + ")") +
                    (problem.suggestion.empty() ? "" : "; " + problem.suggestion);
        return said;
    }
    return "nothing";
}

Target target_of(const std::string& lines) {
    return read(with_table, "[[target]]\noutcome = \"gini\"\n" + lines).design().targets.at(0);
}

LoadedDesign again(const LoadedDesign& once) {
    return read_resolved_design("mine", once.base().resolved_text, once.resolved_text(), once.base().tables);
}

} // namespace

// ---------------------------------------------------------------------------------------------------------
// What is filled in

TEST_CASE("a published figure gives value, tolerance and source, and what stands in the file goes before") {
    const Target published = target_of("published = \"gini_national\"\n");
    CHECK(published.value == 0.375);
    CHECK(published.tolerance == Approx(0.005)); // a quarter of its range
    CHECK(published.source == "a survey, of March");
    const Target own =
        target_of("published = \"gini_national\"\nvalue = 0.3\ntolerance = 0.1\nsource = \"me\"\n");
    CHECK(own.value == 0.3);
    CHECK(own.tolerance == 0.1);
    CHECK(own.source == "me");
    CHECK(target_of("published = \"no_range\"\ntolerance = 0.1\n").value == 0.4);
    CHECK_THROWS(target_of("published = \"gini_natonal\"\nvalue = 0.3\ntolerance = 0.1\nsource = \"me\"\n"));
    CHECK(target_of("published = \"no_source\"\n").source.empty());
}

TEST_CASE("a reading without months has the window of the design, one with months its own") {
    const auto targets = read(least_squares + "from_month = 3\nto_month = 9\n",
                              target + target + "from_month = 5\nto_month = 6\n")
                             .design()
                             .targets;
    CHECK(targets.at(0).from_month == 3);
    CHECK(targets.at(0).to_month == 9);
    CHECK(targets.at(1).from_month == 5);
    CHECK(targets.at(1).to_month == 6);
}

TEST_CASE("what a method needs and is not given is what is usual") {
    const Design fit = read(least_squares, target).design();
    CHECK(fit.starts == 2);
    CHECK(fit.evaluations == 100);
    CHECK(fit.step == 0.1);
    CHECK(read(rejection, target).design().accepted == 0.05);
    CHECK(read(evolution, objective).design().check_replicates == 8);
}

TEST_CASE("a design that is read again from what its file carries asks for the same") {
    const std::string limits = "[[limit]]\noutcome = \"caseload\"\ngroup = \"area/rural\"\nat_most = 1.1\n"
                               "of_base = true\n[[limit]]\noutcome = \"gini\"\nat_least = 0.2\n"
                               "from_month = 2\nto_month = 4\n";
    for (const auto& once :
         {read(with_table, "[[target]]\noutcome = \"gini\"\npublished = \"gini_national\"\n" + target +
                               "group = \"decile/1\"\nheld_out = true\n"),
          read(with_table, "[[target]]\noutcome = \"gini\"\npublished = \"no_source\"\n"),
          read(rejection + "recover = true\n", "[[target]]\noutcome = \"gini\"\ntolerance = 0.013\n")
              .with_target_values({1.0 / 3}),
          read(evolution, objective + limits)}) {
        INFO(once.resolved_text());
        const auto twice = again(once);
        CHECK(twice.resolved_text() == once.resolved_text());
        REQUIRE(readings_of(twice.design()).size() == readings_of(once.design()).size());
        for (std::size_t t = 0; t < once.design().targets.size(); ++t) {
            const Target &one = once.design().targets[t], &other = twice.design().targets[t];
            CHECK(other.value == one.value);
            CHECK(other.tolerance == one.tolerance);
            CHECK(other.source == one.source);
            CHECK(other.held_out == one.held_out);
            CHECK(other.group == one.group);
        }
        for (std::size_t l = 0; l < once.design().limits.size(); ++l) {
            CHECK(twice.design().limits[l].of_base == once.design().limits[l].of_base);
            CHECK(twice.design().limits[l].from_month == once.design().limits[l].from_month);
        }
    }
}

TEST_CASE("values that are given to targets stand in the text of the design") {
    const auto known =
        read(least_squares + "recover = true\n", "[[target]]\noutcome = \"gini\"\ntolerance = 0.01\n")
            .with_target_values({0.3625});
    CHECK(known.design().targets.at(0).value == 0.3625);
    CHECK(known.resolved_text().find("value = 0.3625\n") != std::string::npos);
}

// ---------------------------------------------------------------------------------------------------------
// What is wrong

TEST_CASE("a wrong target is told with what is allowed and the nearest name") {
    const auto check = [](const std::string& lines, const std::string& expected,
                          const std::string& keys = with_table) {
        CHECK(refusal(keys, "[[target]]\n" + lines) == expected);
    };
    const std::string figure = "value = 0.36\ntolerance = 0.01\n", gini = "outcome = \"gini\"\n";
    check("outcome = \"ginni\"\n" + figure,
          "target.1.outcome: \"ginni\" is not an outcome ('tujuh list outcomes' "
          "has them); did you mean gini?");
    check(figure, "target.1.outcome: is missing (outcome that is read, name)");
    check(gini + figure + "wieght = 2\n",
          "target.1.wieght: is not a known key (known here: outcome, group, from_month, to_month, published, "
          "value, tolerance, held_out, source)");
    check(gini + figure + "group = \"decil/1\"\n",
          "target.1.group: \"decil/1\" is not a group (a grouping and a key are wanted, as \"decile/1\"; "
          "groupings: decile, province, area, head, disability, programme); did you mean decile?");
    check(gini + figure + "group = \"decile\"\n",
          "target.1.group: \"decile\" is not a group (a grouping and a key are wanted, as \"decile/1\"; "
          "groupings: decile, province, area, head, disability, programme)");
    check(gini + figure + "group = \"area/rurl\"\n",
          "target.1.group: the grouping area has no \"rurl\" (it has urban, rural); did you mean rural?");
    check(gini + "published = \"gini_nationl\"\n",
          "target.1.published: \"gini_nationl\" is not in data/targets.csv; did you mean gini_national?");
    check(gini + "published = \"no_value\"\n", "target.1.published: \"no_value\" has no value");
    check(gini + "published = \"no_range\"\n", "target.1.tolerance: \"no_range\" has no range (a distance is "
                                               "measured in standard deviations); write "
                                               "for example tolerance = 0.02");
    check(gini + "published = \"gini_national\"\n",
          "design.table: is missing (published figures stand in a table); write table = \"data/targets.csv\"",
          least_squares);
    check(gini + "value = 0.36\n", "target.1.tolerance: is missing (a distance is measured in it); write for "
                                   "example tolerance = 0.02");
    check(gini + "value = 0.36\ntolerance = 0\n",
          "target.1.tolerance: is not above 0 (a distance is measured in "
          "it); write for example tolerance = 0.02");
    check(gini + "tolerance = 0.01\n",
          "target.1.value: is missing (a target is a figure); write value = 0.35, or "
          "published = \"poverty_gap_p1_national\"");
    check(gini + figure + "from_month = 3\n",
          "target.1.from_month: stands alone (a window has from_month and to_month)");
    check(gini + figure + "to_month = 3\n",
          "target.1.to_month: stands alone (a window has from_month and to_month)");
    check(gini + figure + "from_month = 3\nto_month = 24\n",
          "target.1.to_month: 24 is never reached (the scenario has months = 24); write at most 23");
    check(gini + figure + "from_month = 9\nto_month = 3\n",
          "target.1.to_month: 3 lies before from_month (the window begins in month 9)");
    check(gini + figure + "held_out = true\n",
          "target: nothing is fitted to (method \"least_squares\" needs it); write [[target]] and below it "
          "outcome, value and tolerance");
}

TEST_CASE("a window of the design that is wrong is told once, not again with each reading") {
    CHECK(refusal(least_squares + "from_month = 3\n", target + target) ==
          "design.from_month: stands alone (a window has from_month and to_month)");
    CHECK(refusal(least_squares + "from_month = 3\nto_month = 24\n", target + target) ==
          "design.to_month: 24 is never reached (the scenario has months = 24); write at most 23");
    CHECK(refusal(least_squares + "from_month = 9\nto_month = 3\n", target + target) ==
          "design.to_month: 3 lies before from_month (the window begins in month 9)");
}

TEST_CASE("lists that a method has no use for are told, each once") {
    CHECK(refusal("method = \"sobol\"\npoints = 8\n", target + target) ==
          "target.1: has no use with method \"sobol\" (targets are for \"least_squares\" and \"rejection\"); "
          "take "
          "it out");
    CHECK(refusal(evolution, objective + target) == "target.1: has no use with method \"evolution\" (targets "
                                                    "are for \"least_squares\" and \"rejection\"); "
                                                    "take it out");
    CHECK(refusal(rejection, target + objective + "[[limit]]\noutcome = \"gini\"\nat_most = 1\n") ==
          "objective.1: has no use with method \"rejection\" (it is for \"evolution\"); take it out\n"
          "limit.1: has no use with method \"rejection\" (it is for \"evolution\"); take it out");
    CHECK(refusal(least_squares, "") ==
          "target: nothing is fitted to (method \"least_squares\" needs it); write [[target]] and below it "
          "outcome, value and tolerance");
}

TEST_CASE("objectives and limits that cannot be are told") {
    CHECK(refusal(evolution, "") ==
          "objective: nothing is to be made better (method \"evolution\" needs it); write "
          "[[objective]] and below it outcome and goal");
    std::string five = objective;
    for (const std::string outcome : {"headcount", "coverage", "take_up", "caseload"})
        five += "[[objective]]\noutcome = \"" + outcome + "\"\ngoal = \"lower\"\n";
    CHECK(refusal(evolution, five) ==
          "objective: 5 objectives are too many to trade off (at most 4 are); make some of them limits");
    CHECK(refusal(evolution, "[[objective]]\noutcome = \"gini\"\n") ==
          "objective.1.goal: is missing (which way is better: raise, lower)");
    CHECK(refusal(evolution, "[[objective]]\noutcome = \"gini\"\ngoal = \"rise\"\n") ==
          "objective.1.goal: \"rise\" is not one of its words (allowed: raise, lower); did you mean raise?");
    CHECK(refusal(evolution, objective + "[[limit]]\noutcome = \"gini\"\n") ==
          "limit.1: limits nothing (a limit has at_most, at_least or both); write for example at_most = 1, "
          "of_base "
          "= true");
    CHECK(refusal(evolution, objective + "[[limit]]\noutcome = \"gini\"\nat_most = 1\nfrom_month = 2\n") ==
          "limit.1.from_month: stands alone (a window has from_month and to_month)");
    CHECK(refusal(evolution, objective + "[[limit]]\noutcome = \"gini\"\nof_bse = true\nat_most = 1\n")
              .find("did you mean of_base?") != std::string::npos);
}

TEST_CASE("keys of one method are refused with another, and those that it lacks are named") {
    CHECK(refusal("method = \"least_squares\"\n", target) ==
          "design.points: is missing (method \"least_squares\" needs it); write for example points = 64");
    CHECK(refusal("method = \"evolution\"\ngenerations = 2\n", objective) ==
          "design.population: is missing (method \"evolution\" needs it); write for example population = 24");
    CHECK(refusal(rejection + "starts = 3\n", target) ==
          "design.starts: has no use with method \"rejection\"; take it out");
    CHECK(refusal(least_squares + "accepted = 0.5\n", target) ==
          "design.accepted: has no use with method \"least_squares\"; take it out");
    CHECK(refusal(evolution + "table = \"data/targets.csv\"\n", objective) ==
          "design.table: has no use with method \"evolution\"; set method = \"listed\" or take it out");
    CHECK(refusal(evolution + "common_random_numbers = false\n", objective) ==
          "design.common_random_numbers: is false (a search compares points that share their luck); take it "
          "out");
    CHECK(refusal(least_squares, target, "[[factor]]\nkey = \"agencies.burden\"\nvalues = [0.2, 0.4]\n") ==
          "factor.agencies.burden.values: has no use with method \"least_squares\" (the search moves between "
          "the "
          "ends of a range); give low and high");
}

// ---------------------------------------------------------------------------------------------------------
// Points of a search

TEST_CASE("the point of the base has the scenario's values and sets none of them") {
    const auto loaded =
        read(evolution, objective,
             burden + "[[factor]]\nkey = \"workforce.social_worker\"\nlow = 50\nhigh = 450\n"
                      "[[factor]]\nkey = \"programmes.cash.channel\"\nvalues = [\"request\", \"push\"]\n"
                      "[[factor]]\nkey = \"programmes.cash.quota\"\nlow = 2000\nhigh = 3000\n");
    const DesignPoints base = loaded.base_point();
    REQUIRE(base.count == 1);
    const Scenario& scenario = loaded.base().scenario;
    CHECK(base.value.at(0) == scenario.base.parameters.agencies.burden);
    CHECK(base.value.at(1) == 100);
    CHECK(base.position.at(1) == Approx(0.125));
    CHECK(base.value.at(2) == 1); // the second of its choices
    CHECK(base.position.at(2) == 0.75);
    CHECK(base.value.at(3) == 1000);
    CHECK(base.position.at(3) == 0); // below its range
    const auto as_it_is = loaded.with_points(base).scenario_of(0);
    CHECK(as_it_is.base.programmes.at(0).quota == 1000);
    CHECK(as_it_is.base.parameters.agencies.burden == scenario.base.parameters.agencies.burden);
}

TEST_CASE("where a policy sets nothing of a factor the base point has no value and lies in the middle") {
    const auto loaded = read(evolution, objective,
                             "[[factor]]\nkey = \"policy.more_workers.workforce.facilitator\"\nlow = "
                             "0\nhigh = 90\nwhole = true\n");
    CHECK(std::isnan(loaded.base_point().value.at(0)));
    CHECK(loaded.base_point().position.at(0) == 0.5);
}

namespace {

std::string shares_of(const std::string& tasks) {
    std::string text;
    for (const char task : tasks)
        text +=
            "[[factor]]\nkey = \"workers.task_mix." + std::string(1, task) + "\"\nlow = 0.1\nhigh = 0.9\n";
    return text;
}

std::vector<double> mix_at(const LoadedDesign& loaded, double position) {
    const auto points =
        points_at(loaded.design(), std::vector<double>(loaded.design().factors.size(), position));
    const auto mix = loaded.with_points(points).scenario_of(0).base.task_mix;
    return {mix.begin(), mix.end()};
}

} // namespace

TEST_CASE("a mix of which all shares are factors sums to one wherever a point lies") {
    const auto loaded = read(evolution + "rescale_mixes = true\n", objective, shares_of("1234567"));
    for (const double position : {0.0, 0.4, 1.0}) {
        double sum = 0;
        for (const double share : mix_at(loaded, position)) sum += share;
        CHECK(sum == Approx(1));
        const auto points = points_at(loaded.design(), std::vector<double>(7, position));
        CHECK(points.value.at(0) == mix_at(loaded, position).at(0)); // what the file says is what was run
    }
}

TEST_CASE("shares that are no factors keep their proportions in what the factors leave") {
    const auto loaded = read(evolution + "rescale_mixes = true\n", objective, shares_of("2"));
    const auto mix = mix_at(loaded, 0.5);
    CHECK(mix.at(1) == Approx(0.5));
    CHECK(mix.at(0) == Approx(0.25)); // 0.3 and 0.3 before
    CHECK(mix.at(5) == Approx(0.25));
}
