// SPDX-License-Identifier: Apache-2.0
// The order of a month, and that nothing but the scenario decides what comes out: not the order of loops, not
// whether somebody measures, not where a run is cut in two.
#include "simulation.hpp"

#include "base/permutation.hpp"
#include "catch.hpp"
#include "outcomes/catalogue.hpp"
#include "world/conservation.hpp"
#include "world/small_country.hpp"

#include <cmath>
#include <cstring>

using namespace tujuh;

namespace {

bool go_on(std::int32_t) {
    return true;
}

void backwards(std::size_t count, const std::function<void(std::size_t)>& body) {
    for (std::size_t i = count; i-- > 0;) body(i);
}

void shuffled(std::size_t count, const std::function<void(std::size_t)>& body) {
    const Permutation order(static_cast<std::uint32_t>(count), {99, 0}, 0, Purpose::act);
    for (std::uint32_t i = 0; i < count; ++i) body(order(i));
}

/// Bit for bit; a missing value equals a missing value.
bool same_values(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

bool same_tables(const OutcomeTable& a, const OutcomeTable& b) {
    for (std::size_t g = 0; g < grouping_count; ++g)
        if (!same_values(a.groups[g].values, b.groups[g].values)) return false;
    return same_values(a.national, b.national) && same_values(a.activity_hours, b.activity_hours) &&
           same_values(a.activity_acts, b.activity_acts) && same_values(a.ledger, b.ledger);
}

struct Run {
    World world;
    OutcomeTable table;
};

Run run(const Scenario& scenario, const ForEach& for_each, std::uint32_t replicate = 0) {
    Run made{build_world(scenario, replicate, for_each), make_outcome_table(scenario)};
    REQUIRE_FALSE(burn_in(made.world, scenario, for_each, go_on));
    REQUIRE_FALSE(simulate(made.world, scenario, made.table, for_each, go_on));
    return made;
}

Scenario with_burn_in() {
    auto scenario = small_country::scenario();
    scenario.burn_in_months = 12;
    return scenario;
}

double national(const OutcomeTable& table, std::string_view outcome, std::size_t month) {
    return table.national[*find_outcome(outcome) * table.ticks + month];
}

} // namespace

TEST_CASE("a tick is one month, and the first one holds a registry round") {
    World w = build_world(with_burn_in(), 0, in_order);
    CHECK(w.tick == -12);
    CHECK_FALSE(tick(w, small_country::settings(), in_order));
    CHECK(w.tick == -11);
    CHECK(w.national.registry_round == -12);
}

TEST_CASE("burn-in ends at tick 0, and what happens in it is not reported") {
    const auto scenario = with_burn_in();
    World w = build_world(scenario, 0, in_order);
    auto table = make_outcome_table(scenario);
    CHECK_FALSE(burn_in(w, scenario, in_order, go_on));
    CHECK(w.tick == 0);
    for (const double value : table.national) REQUIRE(std::isnan(value));
    CHECK_FALSE(simulate(w, scenario, table, in_order, go_on));
    CHECK(w.tick == scenario.months);
    for (std::size_t month = 0; month < table.ticks; ++month) {
        REQUIRE(national(table, "headcount", month) > 0);
        REQUIRE(national(table, "coverage_of_eligible", month) > 0);
    }
}

TEST_CASE("social workers are at work all through the burn-in") {
    const auto scenario = with_burn_in();
    World w = build_world(scenario, 0, in_order);
    while (w.tick < 0) {
        tick(w, scenario.base, in_order);
        for (const auto& district : w.districts) REQUIRE(district.hours.available > 0);
    }
    std::size_t cases = 0;
    for (const auto& district : w.districts) cases += district.cases.size();
    CHECK(cases > 0);
}

TEST_CASE("a run stops after the month in which its watch says so") {
    const auto scenario = with_burn_in();
    World w = build_world(scenario, 0, in_order);
    auto table = make_outcome_table(scenario);
    CHECK_FALSE(burn_in(w, scenario, in_order, [](std::int32_t tick) { return tick < -5; }));
    CHECK(w.tick == -5);
    CHECK_FALSE(burn_in(w, scenario, in_order, go_on));
    CHECK_FALSE(simulate(w, scenario, table, in_order, [](std::int32_t month) { return month < 3; }));
    CHECK(w.tick == 4);
    CHECK(national(table, "headcount", 3) > 0);
    CHECK(std::isnan(national(table, "headcount", 4)));
}

TEST_CASE("any order of districts and villages gives the same world and the same outcomes") {
    const auto scenario = with_burn_in();
    const Run forward = run(scenario, in_order);
    for (const ForEach& order : {ForEach(backwards), ForEach(shuffled)}) {
        const Run other = run(scenario, order);
        CHECK(small_country::same_households(forward.world.households, other.world.households));
        CHECK(same_tables(forward.table, other.table));
    }
}

TEST_CASE("a run cut in two at any month, with the world copied between, equals the whole") {
    const auto scenario = with_burn_in();
    const Run whole = run(scenario, in_order);
    for (const std::int32_t cut : {0, 7, 12, 22}) {
        World first = build_world(scenario, 0, in_order);
        auto table = make_outcome_table(scenario);
        REQUIRE_FALSE(burn_in(first, scenario, in_order, go_on));
        REQUIRE_FALSE(simulate(first, scenario, table, in_order, [&](std::int32_t m) { return m < cut; }));
        World second = first;
        first = World{}; // nothing of the second half may hang on the first
        REQUIRE_FALSE(simulate(second, scenario, table, in_order, go_on));
        CHECK(small_country::same_households(whole.world.households, second.households));
        CHECK(same_tables(whole.table, table));
    }
}

TEST_CASE("two worlds that live side by side do not disturb each other") {
    const auto scenario = small_country::scenario();
    const World alone = small_country::lived(scenario, 12);
    World one = build_world(scenario, 0, in_order), other = build_world(scenario, 5, in_order);
    for (int month = 0; month < 12; ++month) {
        tick(one, scenario.base, in_order);
        tick(other, scenario.base, in_order);
    }
    CHECK(small_country::same_households(alone.households, one.households));
    CHECK_FALSE(small_country::same_households(one.households, other.households));
}

TEST_CASE("measuring changes nothing") {
    const auto scenario = small_country::scenario();
    const Run measured = run(scenario, in_order);
    const World unmeasured = small_country::lived(scenario, scenario.months);
    CHECK(small_country::same_households(measured.world.households, unmeasured.households));
}

TEST_CASE("another seed and another replicate are other countries") {
    auto scenario = small_country::scenario();
    scenario.months = 6;
    const Run first = run(scenario, in_order), replicate = run(scenario, in_order, 1);
    scenario.seed = 8;
    const Run seed = run(scenario, in_order);
    CHECK_FALSE(same_tables(first.table, replicate.table));
    CHECK_FALSE(same_tables(first.table, seed.table));
    CHECK_FALSE(same_tables(replicate.table, seed.table));
}

TEST_CASE("what is not conserved stops the run with the month and the place") {
    const auto scenario = small_country::scenario();
    World w = small_country::lived(scenario, 3);
    w.districts[1].counts.filed += 1; // an application that never was
    const auto violation = tick(w, scenario.base, in_order);
    REQUIRE(violation);
    CHECK(violation->tick == 3);
    CHECK(violation->expected == violation->found + 1);
    auto table = make_outcome_table(scenario);
    w = small_country::lived(scenario, 3);
    w.districts[1].counts.filed += 1;
    CHECK(simulate(w, scenario, table, in_order, go_on));
    CHECK(w.tick == 4);
}

TEST_CASE("a policy that places posts by poverty moves pay between provinces from its month on") {
    auto scenario = with_burn_in();
    scenario.base.parameters.workers.leaving_base = scenario.base.parameters.workers.leaving_fatigue = 0;
    const Run even = run(scenario, in_order);
    DatedSettings policy;
    policy.id = "by_poverty";
    policy.from_month = 12;
    policy.settings = scenario.base;
    policy.settings.parameters.workers.by_poverty = 1;
    scenario.policies = {policy};
    const Run moved = run(scenario, in_order);
    const auto pay = [](const Run& of, std::size_t month, std::size_t province) {
        const auto& grouped = of.table.groups[static_cast<std::size_t>(Grouping::province)];
        const auto groups = grouped.values.size() / outcome_rows().size() / of.table.ticks;
        return grouped.values[(*find_outcome("worker_pay") * of.table.ticks + month) * groups + province];
    };
    for (std::size_t month = 0; month < 24; ++month) {
        INFO("month " << month);
        CHECK(national(moved.table, "worker_pay", month) ==
              Approx(national(even.table, "worker_pay", month)));
        for (std::size_t province = 0; province < 2; ++province)
            CHECK((pay(moved, month, province) == pay(even, month, province)) == (month < 12));
    }
    for (std::size_t d = 0; d < even.world.districts.size(); ++d) {
        const auto &before = even.world.districts[d], &after = moved.world.districts[d];
        REQUIRE(after.seats.size() == before.seats.size());
        CHECK(after.seats[0].full_time == Approx(before.seats[0].full_time * before.relative_poverty));
    }
}
