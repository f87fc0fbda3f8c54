// SPDX-License-Identifier: Apache-2.0
#include "households/demography.hpp"

#include "catch.hpp"
#include "world/small_country.hpp"

#include <cmath>
#include <cstdlib>
#include <functional>

using namespace tujuh;

// Bounds of statistics are 4.9 standard errors: a right model breaks one with probability 1e-6. The keys are
// fixed, so that a test which passes always passes.

namespace {

/// 24,000 households of South.
World many_households() {
    auto scenario = small_country::scenario();
    scenario.population.provinces = {"02"};
    scenario.population.villages_per_district = 40;
    scenario.population.households_per_village = 300;
    return build_world(scenario, 0, in_order);
}

/// Parameters under which nobody is born, ages, leaves, dies, falls ill for good or moves.
Parameters still() {
    auto p = default_parameters();
    p.population.birth_rate = p.population.leaving_rate = p.population.renewal_rate =
        p.population.ageing_rate = 0;
    p.population.childhood_years = p.population.elder_years = p.population.disability_years = infinity_double;
    return p;
}

void live_months(World& world, const Parameters& p, int months) {
    const auto model = population_model(p.population, world.national.headcount);
    const auto chances = ageing_chances(p.population);
    for (int month = 0; month < months; ++month, ++world.tick)
        for (const auto& village : world.villages)
            age(world, village, village.begin, village.end, chances, model, p);
}

struct Count {
    double persons = 0, children = 0, elders = 0, disabled = 0, renewed = 0;
};

Count count_of(const Households& h) {
    Count c;
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        c.persons += h.size[i];
        c.children += h.children[i];
        c.elders += h.elders[i];
        c.disabled += h.disabled[i];
        c.renewed += h.generation[i];
    }
    return c;
}

/// Sum over households of the chance that something happens there.
double expected(const Households& h, const std::function<double(std::uint32_t)>& chance) {
    double sum = 0;
    for (std::uint32_t i = 0; i < h.count(); ++i) sum += chance(i);
    return sum;
}

/// Counts of rare independent events have a variance of at most their mean.
bool near(double count, double mean) {
    return std::fabs(count - mean) < 4.9 * std::sqrt(mean);
}

} // namespace

TEST_CASE("without events nobody changes") {
    auto world = many_households();
    const auto before = world.households;
    live_months(world, still(), 24);
    CHECK(small_country::same_households(before, world.households));
}

TEST_CASE("each household has its turn once a year, a twelfth of them in each month") {
    auto p = still();
    p.population.renewal_rate = 1;
    auto world = many_households();
    const double n = static_cast<double>(world.household_count());
    for (int month = 1; month <= 12; ++month) {
        live_months(world, p, 1);
        CHECK(count_of(world.households).renewed == Approx(n * month / 12).epsilon(0.001));
    }
    for (const auto generation : world.households.generation) REQUIRE(generation == 1);
}

TEST_CASE("births in a year are as many as declared, in larger households more, and add a child each") {
    auto p = still();
    p.population.birth_rate = 0.1;
    auto world = many_households();
    const auto h = world.households;
    const double births = expected(h, [&](std::uint32_t i) {
        return h.size[i] < largest_household ? 0.1 * h.size[i] / p.population.mean_household_size : 0.0;
    });
    live_months(world, p, 12);
    const Count before = count_of(h), after = count_of(world.households);
    CHECK(near(after.persons - before.persons, births));
    CHECK(after.children - before.children == after.persons - before.persons);
    CHECK(after.elders == before.elders);
}

TEST_CASE("one child in eighteen grows up each year and stays") {
    auto p = still();
    p.population.childhood_years = 18;
    auto world = many_households();
    const Count before = count_of(world.households);
    live_months(world, p, 12);
    const Count after = count_of(world.households);
    CHECK(near(before.children - after.children, before.children / 18));
    CHECK(after.persons == before.persons);
}

TEST_CASE("one adult in fifty becomes an elder each year") {
    auto p = still();
    p.population.ageing_rate = 0.02;
    auto world = many_households();
    const Count before = count_of(world.households);
    live_months(world, p, 12);
    const Count after = count_of(world.households);
    CHECK(near(after.elders - before.elders, (before.persons - before.children - before.elders) / 50));
    CHECK(after.persons == before.persons);
}

TEST_CASE("one elder in sixteen dies each year, unless alone") {
    auto p = still();
    p.population.elder_years = 16;
    auto world = many_households();
    const auto h = world.households;
    const double deaths =
        expected(h, [&](std::uint32_t i) { return h.size[i] > 1 ? h.elders[i] / 16.0 : 0; });
    live_months(world, p, 12);
    const Count before = count_of(h), after = count_of(world.households);
    CHECK(near(before.elders - after.elders, deaths));
    CHECK(before.persons - after.persons == before.elders - after.elders);
    for (const auto size : world.households.size) REQUIRE(size >= 1);
}

TEST_CASE("a tenth of the grown members beyond two leaves each year") {
    auto p = still();
    p.population.leaving_rate = 0.1;
    auto world = many_households();
    const auto h = world.households;
    const double leaving = expected(
        h, [&](std::uint32_t i) { return 0.1 * std::max(0, h.size[i] - h.children[i] - h.elders[i] - 2); });
    live_months(world, p, 12);
    CHECK(leaving > 100);
    CHECK(near(count_of(h).persons - count_of(world.households).persons, leaving));
}

TEST_CASE("disabilities begin as often as they end, so that their share of persons stays") {
    auto p = still();
    p.population.disability_years = 5;
    auto world = many_households();
    const double before = count_of(world.households).disabled;
    live_months(world, p, 120);
    const double share = count_of(world.households).disabled / count_of(world.households).persons;
    CHECK(count_of(world.households).disabled != before);
    CHECK(share == Approx(p.population.disability_share).epsilon(0.15)); // at most one is kept a household
}

TEST_CASE("members can live together after any number of years") {
    auto p = default_parameters();
    p.population.birth_rate = 0.3;
    p.population.childhood_years = 5;
    p.population.ageing_rate = 0.1;
    p.population.elder_years = 4;
    p.population.disability_years = 3;
    auto world = small_country::lived(small_country::scenario(), 0);
    for (int year = 0; year < 40; ++year) {
        live_months(world, p, 12);
        const auto& h = world.households;
        for (std::uint32_t i = 0; i < h.count(); ++i) {
            REQUIRE(h.size[i] >= 1);
            REQUIRE(h.size[i] <= largest_household);
            REQUIRE(h.children[i] + h.elders[i] <= h.size[i]);
            REQUIRE(h.disabled[i] <= 1);
        }
    }
}

TEST_CASE("a renewed household keeps its place and has left all programmes, groups and cases") {
    auto p = still();
    p.population.renewal_rate = 1;
    auto world = small_country::lived(small_country::scenario(), 18);
    live_months(world, p, 12);
    const auto& h = world.households;
    constexpr unsigned at_start = trait::female_head | trait::documents | trait::registered;
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        REQUIRE(h.generation[i] >= 1);
        REQUIRE((h.pending[i] | h.denied[i] | h.enrolled[i] | h.served[i] | h.groups[i]) == 0);
        REQUIRE((h.traits[i] & ~at_start) == 0);
        REQUIRE(h.crisis[i] == Crisis::none);
    }
}

TEST_CASE("with the declared rates the people of ten years on are much like those of today") {
    auto world = many_households();
    const Count before = count_of(world.households);
    live_months(world, default_parameters(), 120);
    const Count after = count_of(world.households);
    CHECK(after.persons == Approx(before.persons).epsilon(0.05));
    CHECK(after.children == Approx(before.children).epsilon(0.10));
    CHECK(after.elders == Approx(before.elders).epsilon(0.10));
}
