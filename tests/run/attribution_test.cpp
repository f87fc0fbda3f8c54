// SPDX-License-Identifier: Apache-2.0
#include "run/attribution.hpp"

#include "catch.hpp"
#include "outcomes/catalogue.hpp"
#include "run/replicates.hpp"
#include "world/small_country.hpp"

#include <array>
#include <atomic>
#include <cmath>

using namespace tujuh;
using namespace tujuh::literals;

namespace {

Scenario lively_scenario() {
    auto scenario = small_country::scenario();
    scenario.months = 10;
    scenario.base.parameters.informal.dissolution = 2; // groups break up, so that there are some to form
    scenario.base.parameters.tasks.notice_rate = 1;    // a small world has few who are unaware
    scenario.base.parameters.reform.threshold = 0.3;   // reforms pass and are under way soon
    scenario.base.parameters.reform.enough = 0;
    scenario.base.parameters.reform.window_months = 12;
    scenario.base.parameters.reform.life_months = 6;
    scenario.base.parameters.reform.court_months = 1;
    scenario.base.parameters.reform.court_rest = 1;
    scenario.burn_in_months = 6;
    scenario.replicates = 3;
    return scenario;
}

const Attribution& attribution() {
    static const Attribution made = attribute_activities(lively_scenario(), {}, {});
    return made;
}

} // namespace

TEST_CASE("a placebo moves nothing: every outcome, of the nation and by group, is equal to the bit") {
    const auto& placebo = attribution().placebo;
    CHECK(placebo.share == 0.05);
    CHECK(placebo.values > 3 * 10 * outcome_rows().size());
    CHECK(placebo.different == 0);
    CHECK(placebo.largest_difference == 0);
}

TEST_CASE("there is a row for each activity, in the order of codes, with the outcome of the catalogue") {
    const auto& rows = attribution().activities;
    REQUIRE(rows.size() == activity_count);
    for (std::size_t a = 0; a < activity_count; ++a) {
        CHECK(index_of(rows[a].activity) == a);
        CHECK(outcome_rows()[rows[a].own.outcome].name == activity_rows[a].outcome);
        CHECK(outcome_rows()[rows[a].downstream.outcome].name == activity_rows[a].downstream);
        INFO(code_of(rows[a].activity));
        CHECK(rows[a].acts_a_month > 0);
    }
}

TEST_CASE("differences are averaged over the second half of the run, replicate by replicate") {
    CHECK(attribution().window.first == 5);
    CHECK(attribution().window.end == 10);
    CHECK(attribution().replicates == 3);
    const auto activity = "2.1"_activity;
    const std::array<Scenario, 2> scenarios = {lively_scenario(),
                                               without(lively_scenario(), std::array{activity})};
    // A sham begins after the burn-in; run_paired would burn in with it, so both start from the working
    // world.
    const RunOptions options;
    Experiment experiment(options);
    std::array<std::vector<OutcomeTable>, 2> tables;
    for (std::uint32_t replicate = 0; replicate < 3; ++replicate) {
        const auto world = experiment.burnt_in_world(scenarios[0], replicate);
        REQUIRE(world);
        for (std::size_t s = 0; s < 2; ++s)
            tables[s].push_back(*experiment.outcomes_of(*world, scenarios[s], replicate));
    }
    const auto& row = attribution().activities[index_of(activity)];
    const auto by_hand = estimate_difference(tables[0], tables[1], row.own.outcome, {5, 10}, 0.99);
    CHECK(row.own.difference.mean == by_hand.mean);
    CHECK(row.own.difference.low == by_hand.low);
    CHECK(row.own.difference.high == by_hand.high);
    CHECK(row.own.difference.mean != 0);
    CHECK(row.as_expected == (by_hand.high < 0)); // fewer poor outside the registry
}

TEST_CASE("an effect is as expected when its interval lies on the side that the catalogue names") {
    const auto interval = [](double low, double high) { return Estimate{4, (low + high) / 2, 1, low, high}; };
    CHECK(moves(interval(0.1, 0.3), Direction::up));
    CHECK_FALSE(moves(interval(0.1, 0.3), Direction::down));
    CHECK(moves(interval(-0.3, -0.1), Direction::down));
    CHECK_FALSE(moves(interval(-0.1, 0.3), Direction::up));
    CHECK_FALSE(moves(interval(0, 0), Direction::up));
    const double missing = std::nan("");
    CHECK_FALSE(moves(Estimate{1, 5, missing, missing, missing}, Direction::up));
}

TEST_CASE("a sham holds from month 0 through every later policy, and leaves the other activities at work") {
    auto scenario = lively_scenario();
    scenario.policies.push_back({"later", 4, scenario.base});
    const auto sham = without(scenario, std::array{"6.5"_activity});
    for (const Settings* settings : {&sham.base, &sham.policies[0].settings})
        for (std::size_t a = 0; a < activity_count; ++a)
            CHECK(settings->activities[a].sham == (a == index_of("6.5"_activity)));
}

TEST_CASE("the months of an attribution are one burn-in and 46 runs a replicate") {
    auto scenario = lively_scenario();
    scenario.replicates = 1;
    scenario.months = 2;
    std::atomic<std::size_t> told{0};
    RunOptions options;
    options.month_done = [&] { ++told; };
    attribute_activities(scenario, {}, options);
    CHECK(told == months_of_attribution(scenario));
    CHECK(told == 6 + 46 * 2);
}

TEST_CASE("a stopped attribution has no rows and says so") {
    std::atomic<bool> stop{true};
    RunOptions options;
    options.stop = &stop;
    const auto halted = attribute_activities(lively_scenario(), {}, options);
    CHECK(halted.activities.empty());
    CHECK(halted.halt.stopped);
}
