// SPDX-License-Identifier: Apache-2.0
#include "run/experiment.hpp"

#include "catch.hpp"
#include "world/small_country.hpp"

using namespace tujuh;

namespace {

Scenario short_scenario() {
    auto scenario = small_country::scenario();
    scenario.months = 4;
    scenario.burn_in_months = 2;
    return scenario;
}

} // namespace

TEST_CASE("a burnt-in world stands at month 0 and serves any number of runs") {
    const RunOptions options;
    Experiment experiment(options);
    const auto world = experiment.burnt_in_world(short_scenario(), 3);
    REQUIRE(world);
    CHECK(world->tick == 0);
    CHECK(world->draws.replicate == 3);
    const auto first = experiment.outcomes_of(*world, short_scenario(), 3);
    const auto second = experiment.outcomes_of(*world, short_scenario(), 3);
    REQUIRE((first && second));
    CHECK(first->activity_hours == second->activity_hours);
    CHECK(world->tick == 0);
    CHECK_FALSE(experiment.halted());
    CHECK_FALSE(experiment.halt());
}

TEST_CASE("what is not conserved halts the experiment and names the replicate") {
    const RunOptions options;
    Experiment experiment(options);
    auto world = experiment.burnt_in_world(short_scenario(), 5);
    REQUIRE(world);
    world->districts[0].counts.filed += 1;
    CHECK_FALSE(experiment.outcomes_of(*world, short_scenario(), 5));
    CHECK(experiment.halted());
    REQUIRE(experiment.halt().violation);
    CHECK(experiment.halt().violation->tick == 0);
    CHECK(experiment.halt().replicate == 5);
    CHECK_FALSE(experiment.halt().stopped);
}

TEST_CASE("a halted experiment begins nothing more") {
    const RunOptions options;
    Experiment experiment(options);
    auto world = experiment.burnt_in_world(short_scenario(), 7);
    REQUIRE(world);
    world->districts[0].counts.filed += 1;
    CHECK_FALSE(experiment.outcomes_of(*world, short_scenario(), 7));
    CHECK_FALSE(experiment.burnt_in_world(short_scenario(), 1));
    std::size_t begun = 0;
    experiment.for_each_run(5, [&](std::size_t) { ++begun; });
    CHECK(begun == 0);
    CHECK(experiment.halt().replicate == 7);
}
