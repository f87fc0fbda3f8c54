// SPDX-License-Identifier: Apache-2.0
#include "run/replicates.hpp"

#include "catch.hpp"
#include "outcomes/catalogue.hpp"
#include "run/comparison.hpp"
#include "run/parallel.hpp"
#include "world/small_country.hpp"

#include <array>
#include <atomic>
#include <cmath>
#include <cstring>

using namespace tujuh;

namespace {

constexpr std::int32_t from_month = 5;

Scenario base_scenario() {
    auto scenario = small_country::scenario();
    scenario.months = 12;
    scenario.burn_in_months = 3;
    scenario.replicates = 2;
    return scenario;
}

/// The base with twice the benefit from a month on.
Scenario with_policy() {
    auto scenario = base_scenario();
    scenario.policies.push_back({"double_benefit", from_month, scenario.base});
    scenario.policies[0].settings.programmes[small_country::cash].benefit *= 2;
    return scenario;
}

bool same_bits(double a, double b) {
    return std::memcmp(&a, &b, sizeof a) == 0;
}

bool same_values(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

/// Outcomes of the nation that differ in a month, bit for bit.
std::size_t differing(const OutcomeTable& a, const OutcomeTable& b, std::size_t month) {
    std::size_t count = 0;
    for (std::size_t outcome = 0; outcome < outcome_rows().size(); ++outcome)
        count +=
            same_bits(a.national[outcome * a.ticks + month], b.national[outcome * b.ticks + month]) ? 0u : 1u;
    return count;
}

} // namespace

TEST_CASE("two equal scenarios differ by exactly zero, in every outcome, month and replicate") {
    auto twin = base_scenario();
    twin.name = "twin"; // a name is not a difference
    const std::array<Scenario, 2> scenarios = {base_scenario(), twin};
    const auto result = run_paired(scenarios, {});
    REQUIRE(result.tables.size() == 2);
    for (std::uint32_t r = 0; r < 2; ++r) {
        CHECK(same_values(result.tables[0][r].national, result.tables[1][r].national));
        CHECK(same_values(result.tables[0][r].ledger, result.tables[1][r].ledger));
    }
    const auto comparison =
        compare_tables(result.tables[0], std::vector<std::vector<OutcomeTable>>{result.tables[1]}, 0.95);
    std::size_t defined = 0;
    for (const double difference : comparison.difference) {
        if (std::isnan(difference)) continue; // missing in both
        REQUIRE(difference == 0);
        ++defined;
    }
    CHECK(defined > outcome_rows().size() * 8);
}

TEST_CASE("a scenario equals its base to the bit before its policy begins, and differs from then on") {
    const std::array<Scenario, 2> scenarios = {base_scenario(), with_policy()};
    const auto result = run_paired(scenarios, {});
    for (std::uint32_t r = 0; r < 2; ++r) {
        const auto &base = result.tables[0][r], &policy = result.tables[1][r];
        for (std::size_t month = 0; month < from_month; ++month) REQUIRE(differing(base, policy, month) == 0);
        CHECK(differing(base, policy, from_month) > 0);
        CHECK(differing(base, policy, 11) > 10);
    }
}

TEST_CASE("replicates differ from one another, in people and in luck") {
    const auto result = run_replicates(base_scenario(), {});
    REQUIRE(result.tables[0].size() == 2);
    CHECK(differing(result.tables[0][0], result.tables[0][1], 0) > 10);
}

TEST_CASE("paired runs are the runs of each scenario alone") {
    auto other_start = base_scenario();
    other_start.base.programmes[small_country::cash].quota *= 2;
    const std::array<Scenario, 3> scenarios = {base_scenario(), other_start, with_policy()};
    const auto paired = run_paired(scenarios, {});
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        const auto alone = run_replicates(scenarios[s], {});
        for (std::uint32_t r = 0; r < 2; ++r)
            CHECK(same_values(paired.tables[s][r].national, alone.tables[0][r].national));
    }
}

TEST_CASE("threads, and runs side by side, change no result") {
    const auto one = run_replicates(base_scenario(), {});
    const Threads threads(3);
    for (const bool side_by_side : {false, true}) {
        RunOptions options;
        options.for_each = threads.for_each();
        options.side_by_side = side_by_side;
        const auto many = run_replicates(base_scenario(), options);
        for (std::uint32_t r = 0; r < 2; ++r)
            CHECK(same_values(one.tables[0][r].national, many.tables[0][r].national));
    }
}

TEST_CASE("a policy later on leaves the start shared; whatever touches the burn-in does not") {
    const auto base = base_scenario();
    CHECK(same_until_start(base, with_policy()));
    auto longer = base;
    longer.months = 60;
    CHECK(same_until_start(base, longer));
    const auto differs = [&](auto change) {
        auto other = base;
        change(other);
        return !same_until_start(base, other);
    };
    CHECK(differs([](Scenario& s) { s.seed = 9; }));
    CHECK(differs([](Scenario& s) { s.burn_in_months = 4; }));
    CHECK(differs([](Scenario& s) { s.base.parameters.agencies.bargain = 0; }));
    CHECK(differs([](Scenario& s) { s.base.workforce[1] = 7; }));
    CHECK(differs([](Scenario& s) { s.base.task_mix[0] += 0.1; }));
    CHECK(differs([](Scenario& s) { s.base.activities[3].sham = true; }));
    CHECK(differs([](Scenario& s) { s.base.programmes[0].leakage = 0; }));
    CHECK(differs([](Scenario& s) { s.population.villages_per_district = 4; }));
    CHECK(differs([](Scenario& s) { s.published.provinces[1].areas[1].gini = 0.31; }));
}

TEST_CASE("the months that are told are the months that are simulated") {
    const std::array<Scenario, 2> scenarios = {base_scenario(), with_policy()};
    std::atomic<std::size_t> told{0};
    RunOptions options;
    options.month_done = [&] { ++told; };
    run_paired(scenarios, options);
    CHECK(told == months_of(scenarios));
    CHECK(told == 2 * (3 + 12 + 12));
}

TEST_CASE("a run that is stopped leaves no tables and says that it was stopped") {
    std::atomic<bool> stop{false};
    std::size_t months = 0;
    RunOptions options;
    options.stop = &stop;
    options.month_done = [&] { stop = ++months == 8; };
    const auto result = run_replicates(base_scenario(), options);
    CHECK(months == 8);
    CHECK(result.tables.empty());
    CHECK(result.halt.stopped);
    CHECK_FALSE(result.halt.violation);
}

namespace {

double of_nation(const FlowTable& table, Flow flow, std::size_t tick) {
    return table.value(flow_of_nation, flow, tick, 0);
}

} // namespace

TEST_CASE("households are followed into each alternative: none moves into a twin, some into a policy") {
    const std::array<Scenario, 3> scenarios = {base_scenario(), base_scenario(), with_policy()};
    const auto result = run_paired(scenarios, {}, FollowHouseholds::yes);
    REQUIRE(result.flows.size() == 2);
    const std::size_t coverage = *find_outcome("coverage");
    for (std::uint32_t r = 0; r < 2; ++r) {
        const auto &twin = result.flows[0][r], &policy = result.flows[1][r];
        CHECK(twin.ticks == std::vector<std::int32_t>{11});
        CHECK(of_nation(twin, Flow::gained, 0) + of_nation(twin, Flow::lost, 0) == 0);
        CHECK(of_nation(twin, Flow::out_of_poverty, 0) + of_nation(twin, Flow::into_poverty, 0) == 0);
        CHECK(of_nation(policy, Flow::gained, 0) + of_nation(policy, Flow::out_of_poverty, 0) > 0);
        // What is kept and gained is the coverage that the alternative reports.
        const double covered = of_nation(policy, Flow::kept, 0) + of_nation(policy, Flow::gained, 0);
        const double all = covered + of_nation(policy, Flow::lost, 0) + of_nation(policy, Flow::never, 0);
        const auto& table = result.tables[2][r];
        CHECK(covered / all == Approx(table.national[coverage * table.ticks + 11]).epsilon(1e-12));
    }
}

TEST_CASE("following households changes no outcome and is left out where nobody asked for it") {
    const std::array<Scenario, 2> scenarios = {base_scenario(), with_policy()};
    const auto plain = run_paired(scenarios, {}), followed = run_paired(scenarios, {}, FollowHouseholds::yes);
    CHECK(plain.flows.empty());
    for (std::size_t s = 0; s < 2; ++s)
        CHECK(same_values(plain.tables[s][0].national, followed.tables[s][0].national));
}

TEST_CASE("threads, and runs side by side, change no flow") {
    const std::array<Scenario, 2> scenarios = {base_scenario(), with_policy()};
    const auto one = run_paired(scenarios, {}, FollowHouseholds::yes);
    const Threads threads(3);
    RunOptions options;
    options.for_each = threads.for_each();
    options.side_by_side = true;
    const auto many = run_paired(scenarios, options, FollowHouseholds::yes);
    for (std::uint32_t r = 0; r < 2; ++r)
        for (std::size_t g = 0; g < flow_grouping_count; ++g)
            CHECK(same_values(one.flows[0][r].values[g], many.flows[0][r].values[g]));
}
