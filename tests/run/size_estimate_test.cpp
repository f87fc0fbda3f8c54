// SPDX-License-Identifier: Apache-2.0
#include "run/size_estimate.hpp"

#include "catch.hpp"
#include "run/machine_memory.hpp"
#include "world/small_country.hpp"

#include <array>

using namespace tujuh;

namespace {

double memory_of(std::span<const Scenario> scenarios) {
    return estimate_size(scenarios, 1).memory_bytes - estimate_size(scenarios, 1).result_bytes;
}

/// 39,600 households, so that the world outweighs the program.
Scenario large() {
    auto scenario = small_country::scenario();
    scenario.population.villages_per_district = 100;
    scenario.population.households_per_village = 500;
    return scenario;
}

} // namespace

TEST_CASE("the world holds the households that were expected") {
    for (const std::uint32_t villages : {0u, 3u}) {
        auto scenario = small_country::scenario();
        scenario.population.households = 5000;
        scenario.population.villages_per_district = villages;
        CHECK(static_cast<double>(build_world(scenario, 0, in_order).household_count()) ==
              expected_households(scenario));
    }
}

TEST_CASE("one scenario needs one world, two that share a burn-in a copy of it, a trial one beside it; what "
          "is kept "
          "to follow households through two worlds is small beside these") {
    const std::array<Scenario, 1> one = {large()};
    const std::array<Scenario, 2> shared = {large(), large()};
    auto other = large();
    other.seed = 8;
    const std::array<Scenario, 2> apart = {large(), other};
    auto with_trial = large();
    with_trial.trials.emplace_back();
    const std::array<Scenario, 1> trial = {with_trial};
    CHECK(memory_of(shared) > memory_of(apart));
    CHECK(memory_of(apart) > memory_of(one));
    CHECK(memory_of(apart) - memory_of(one) < 0.1 * memory_of(one));
    CHECK(memory_of(trial) > memory_of(shared));
    CHECK(estimate_size(one, 1, RunsAWorld::many).memory_bytes > estimate_size(one, 1).memory_bytes);
}

TEST_CASE("what is said to fit into a memory needs as much") {
    const std::array<Scenario, 1> one = {large()};
    const auto estimate = estimate_size(one, 1);
    CHECK(households_that_fit(estimate, estimate.memory_bytes) == Approx(estimate.households));
    CHECK(households_that_fit(estimate, 2 * estimate.memory_bytes) > 2 * estimate.households);
    CHECK(households_that_fit(estimate, 0) == 0);
}

TEST_CASE("where the machine tells its free memory, it has some") {
    if (const auto bytes = available_memory()) CHECK(*bytes > 1e6);
}
