// SPDX-License-Identifier: Apache-2.0
#include "outcomes/flows.hpp"

#include "base/math.hpp"
#include "catch.hpp"
#include "world/small_country.hpp"

#include <cmath>

using namespace tujuh;

namespace {

constexpr std::size_t months = 14;

struct Pair {
    Scenario scenario = small_country::scenario();
    World base = small_country::lived(scenario, months), alternative = base;

    FlowTable flows() const {
        auto table = make_flow_table(base, {static_cast<std::int32_t>(months) - 1});
        count_flows(record_households(base, scenario.base, in_order), alternative, table, 0, in_order);
        return table;
    }
};

double weight_of(const World& world, std::uint32_t household) {
    for (const auto& village : world.villages)
        if (household >= village.begin && household < village.end)
            return world.provinces[village.province].weight[static_cast<std::size_t>(village.area)];
    return 0;
}

/// Households for which this holds, weighted.
template <class Holds> double weighted(const World& world, Holds holds) {
    double sum = 0;
    for (std::uint32_t i = 0; i < world.household_count(); ++i)
        if (holds(i)) sum += weight_of(world, i);
    return sum;
}

double nation(const FlowTable& table, Flow flow) {
    return table.value(flow_of_nation, flow, 0, 0);
}

/// Of all groups of a grouping.
double over_groups(const FlowTable& table, std::size_t grouping, Flow flow) {
    double sum = 0;
    for (std::size_t g = 0; g < table.groups(grouping); ++g) sum += table.value(grouping, flow, 0, g);
    return sum;
}

constexpr auto of_programmes = static_cast<std::size_t>(Grouping::programme);

} // namespace

TEST_CASE("a world against itself has no winner and no loser") {
    const Pair same;
    const auto table = same.flows();
    for (const Flow flow :
         {Flow::gained, Flow::lost, Flow::out_of_poverty, Flow::into_poverty, Flow::left_out})
        for (std::size_t g = 0; g < flow_grouping_count; ++g) {
            if (g == of_programmes && is_of_poverty(flow)) continue;
            CHECK(over_groups(table, g, flow) == 0);
        }
    const auto& h = same.base.households;
    CHECK(nation(table, Flow::kept) ==
          Approx(weighted(same.base, [&](std::uint32_t i) { return h.served[i] != 0; })));
    CHECK(nation(table, Flow::kept) > 0);
    CHECK(nation(table, Flow::stayed_poor) > 0);
}

TEST_CASE("each household is counted once among the flows of coverage, once among those of poverty") {
    Pair pair;
    for (std::uint32_t i = 0; i < pair.alternative.household_count(); i += 3)
        pair.alternative.households.served[i] = static_cast<ProgrammeMask>(i % 5 == 0 ? 0 : 3);
    const auto table = pair.flows();
    const double all = weighted(pair.base, [](std::uint32_t) { return true; });
    for (std::size_t g = 0; g < flow_grouping_count; ++g) {
        const auto sum = [&](std::initializer_list<Flow> flows) {
            double of_all = 0;
            for (const auto flow : flows) of_all += over_groups(table, g, flow);
            return of_all;
        };
        const double times = g == of_programmes ? 5 : 1; // once in each programme
        CHECK(sum({Flow::kept, Flow::gained, Flow::lost, Flow::never}) == Approx(times * all));
        if (g == of_programmes) continue;
        CHECK(sum({Flow::stayed_poor, Flow::out_of_poverty, Flow::into_poverty, Flow::never_poor}) ==
              Approx(all));
        for (const Flow flow : {Flow::gained, Flow::lost})
            CHECK(over_groups(table, g, flow) == Approx(nation(table, flow)));
    }
}

TEST_CASE("who gains and who loses is found by name, in the group to which it belongs in the base") {
    Pair pair;
    auto& before = pair.base.households;
    auto& after = pair.alternative.households;
    const std::uint32_t winner = 3, loser = 100;
    before.served[winner] = after.served[loser] = 0;
    after.served[winner] = before.served[loser] = bit_of(small_country::food);
    before.disabled[winner] = 1;
    after.disabled[winner] = 0; // has no say
    const auto table = pair.flows();
    CHECK(nation(table, Flow::gained) == weight_of(pair.base, winner));
    CHECK(nation(table, Flow::lost) == weight_of(pair.base, loser));
    CHECK(table.value(static_cast<std::size_t>(Grouping::disability), Flow::gained, 0, 1) ==
          weight_of(pair.base, winner));
    CHECK(table.value(of_programmes, Flow::gained, 0, small_country::food) == weight_of(pair.base, winner));
    CHECK(table.value(of_programmes, Flow::lost, 0, small_country::food) == weight_of(pair.base, loser));
}

TEST_CASE(
    "what is kept and gained is what the alternative covers, what is kept and lost what the base does") {
    Pair pair;
    for (std::uint32_t i = 0; i < pair.alternative.household_count(); i += 2)
        pair.alternative.households.served[i] ^= 1u;
    const auto table = pair.flows();
    const auto served = [&](const World& world) {
        return weighted(world, [&](std::uint32_t i) { return world.households.served[i] != 0; });
    };
    CHECK(nation(table, Flow::kept) + nation(table, Flow::gained) == Approx(served(pair.alternative)));
    CHECK(nation(table, Flow::kept) + nation(table, Flow::lost) == Approx(served(pair.base)));
}

TEST_CASE("a household that falls below the line goes into poverty") {
    Pair pair;
    const std::uint32_t who = 7;
    pair.base.households.consumption[who] = 1e9f;
    pair.alternative.households.consumption[who] = 1;
    CHECK(nation(pair.flows(), Flow::into_poverty) == weight_of(pair.base, who));
}

TEST_CASE("a household that one world has replaced is left out of its group and counted") {
    Pair pair;
    const std::uint32_t who = 11;
    ++pair.alternative.households.generation[who];
    pair.base.households.served[who] = 0;
    pair.alternative.households.served[who] = 1;
    const auto table = pair.flows();
    CHECK(nation(table, Flow::left_out) == weight_of(pair.base, who));
    CHECK(nation(table, Flow::gained) == 0);
    CHECK(over_groups(table, static_cast<std::size_t>(Grouping::decile), Flow::left_out) ==
          weight_of(pair.base, who));
}

TEST_CASE("worlds of other households have no flows") {
    Pair pair;
    pair.scenario.population.villages_per_district = 2;
    pair.alternative = small_country::lived(pair.scenario, months);
    const auto table = pair.flows();
    for (const auto& values : table.values)
        for (const double value : values) REQUIRE(std::isnan(value));
}

TEST_CASE("flows are counted in the last month of each year and of the run") {
    CHECK(flow_ticks(36) == std::vector<std::int32_t>{11, 23, 35});
    CHECK(flow_ticks(26) == std::vector<std::int32_t>{11, 23, 25});
    CHECK(flow_ticks(5) == std::vector<std::int32_t>{4});
}
