// SPDX-License-Identifier: Apache-2.0
#include "world/build.hpp"

#include "catch.hpp"
#include "world/population.hpp"
#include "world/small_country.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

using namespace tujuh;

namespace {

void backwards(std::size_t count, const std::function<void(std::size_t)>& body) {
    for (std::size_t i = count; i > 0; --i) body(i - 1);
}

const Village* find_village(const World& world, std::uint32_t number) {
    for (const auto& village : world.villages)
        if (village.number == number) return &village;
    return nullptr;
}

/// Number of villages that both worlds hold; their common households must have the same columns.
int villages_in_common(const World& one, const World& other) {
    int common = 0;
    for (const auto& village : one.villages) {
        const auto* same = find_village(other, village.number);
        if (same == nullptr) continue;
        ++common;
        REQUIRE(village.area == same->area);
        REQUIRE(village.place_effect == same->place_effect);
        const auto households = std::min(village.sampled(), same->sampled());
        const auto columns_of = [households](const World& world, const Village& v) {
            std::vector<double> values;
            for_each_column(world.households, [&](const auto& column) {
                for (auto i = v.begin; i < v.begin + households; ++i)
                    values.push_back(static_cast<double>(column[i]));
            });
            return values;
        };
        REQUIRE(columns_of(one, village) == columns_of(other, *same));
    }
    return common;
}

struct Person {
    double consumption, weight;
};

struct Figures {
    double headcount = 0, gini = 0, mean = 0;
};

/// Exact figures of weighted consumption, each household with its own value.
Figures figures_of(std::vector<Person> persons, double line) {
    std::sort(persons.begin(), persons.end(),
              [](const Person& a, const Person& b) { return a.consumption < b.consumption; });
    Figures f;
    double weight = 0, total = 0, area = 0;
    for (const auto& p : persons) {
        const double before = total;
        total += p.weight * p.consumption;
        weight += p.weight;
        area += p.weight * (before + total);
        if (p.consumption < line) f.headcount += p.weight;
    }
    f.headcount /= weight;
    f.mean = total / weight;
    f.gini = 1 - area / weight / total;
    return f;
}

std::vector<Person> persons_of(const World& world, std::uint32_t province, Area area) {
    std::vector<Person> persons;
    for (const auto& village : world.villages)
        if (village.province == province && village.area == area)
            for (auto i = village.begin; i < village.end; ++i)
                persons.push_back({static_cast<double>(world.households.consumption[i]),
                                   world.provinces[province].weight[static_cast<std::size_t>(area)] *
                                       world.households.size[i]});
    return persons;
}

/// Distance of the mean of the values from what is expected, in standard errors.
double student_t(const std::vector<double>& values, double expected) {
    const double n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values) squares += square(value - mean);
    return (mean - expected) / std::sqrt(squares / (n - 1) / n);
}

} // namespace

TEST_CASE("the world starts at the first month of burn-in with nobody enrolled") {
    auto scenario = small_country::scenario();
    scenario.burn_in_months = 36;
    const auto world = build_world(scenario, 3, in_order);
    CHECK(world.tick == -36);
    CHECK(world.draws.seed == scenario.seed);
    CHECK(world.draws.replicate == 3);
    CHECK(world.programme_count == 5);
    CHECK(world.household_count() == 2 * 2 * 3 * 60);
    for (const auto enrolled : world.households.enrolled) REQUIRE(enrolled == 0);
}

TEST_CASE("the published headcount of the nation counts persons of provinces") {
    CHECK(published_headcount({{small_country::north(), small_country::south()}}) ==
          Approx((3e6 * 0.10 + 2e6 * 0.15) / 5e6));
    CHECK(published_headcount({}) == 0);
}

TEST_CASE("villages and districts lie side by side and tile the households") {
    const auto world = build_world(small_country::scenario(), 0, in_order);
    std::uint32_t household = 0, village = 0;
    for (std::uint32_t d = 0; d < world.districts.size(); ++d) {
        const auto& district = world.districts[d];
        REQUIRE(district.village_begin == village);
        for (; village < district.village_end; ++village) {
            const auto& v = world.villages[village];
            CHECK(v.begin == household);
            CHECK(v.district == d);
            CHECK(v.province == district.province);
            CHECK(district.frame[v.frame].area == v.area);
            household = v.end;
            CHECK(village_of(world, district, v.begin) == village);
            CHECK(village_of(world, district, v.end - 1) == village);
        }
    }
    CHECK(village == world.villages.size());
    CHECK(household == world.household_count());
}

TEST_CASE("design weights sum to the published households, of provinces and of their areas") {
    auto scenario = small_country::scenario();
    for (const std::uint32_t villages : {2u, 3u, 20u}) {
        scenario.population.villages_per_district = villages;
        const auto world = build_world(scenario, 1, in_order);
        for (std::uint32_t p = 0; p < 2; ++p) {
            std::array<double, area_count> weight{};
            for (const auto& village : world.villages)
                if (village.province == p) {
                    const auto area = static_cast<std::size_t>(village.area);
                    weight[area] += village.sampled() * world.provinces[p].weight[area];
                }
            const double real = p == 0 ? 3e6 / scenario.base.parameters.population.mean_household_size : 5e5;
            CHECK(weight[0] + weight[1] == Approx(real));
            if (p == 0 && weight[0] > 0 && weight[1] > 0) CHECK(weight[0] / real == Approx(0.6));
        }
    }
}

TEST_CASE("drawing everybody gives weights of one and quotas that sum to the nation's") {
    auto scenario = small_country::scenario();
    for (auto& province : scenario.published.provinces) {
        province.population /= 500;
        province.households = 1000;
        province.districts = 4;
        province.subdistricts = 4;
        province.villages = 20;
    }
    scenario.population = {};
    scenario.population.households_per_village = 0;
    const auto world = build_world(scenario, 0, in_order);
    CHECK(world.household_count() == 2000);
    CHECK(world.districts.size() == 8);
    for (const auto& district : world.districts) CHECK(district.scale == Approx(1));
    CHECK(world.provinces[0].weight[0] == Approx(1));
    CHECK(world.provinces[0].weight[1] == Approx(1));
    CHECK(world.provinces[1].weight[1] == Approx(1));
    for (std::size_t p = 0; p < world.programme_count; ++p) {
        double share = 0;
        for (const auto& district : world.districts) share += district.quota_share[p];
        CHECK(share == Approx(1).epsilon(0.01)); // four districts: quantiles hold the mean of a curve so far
    }
}

TEST_CASE("poor districts get more of a quota than rich ones of the same size") {
    const auto world = build_world(small_country::scenario(), 0, in_order);
    for (std::size_t p = 0; p < 2; ++p) {
        const auto &a = world.districts[2 * p], &b = world.districts[2 * p + 1];
        REQUIRE(a.place_effect != b.place_effect);
        CHECK((a.quota_share[0] > b.quota_share[0]) == (a.place_effect < b.place_effect));
    }
}

TEST_CASE("a province keeps its part of a quota, whichever of its districts are drawn") {
    auto scenario = small_country::scenario();
    scenario.population.districts_per_province = 1;
    std::vector<float> drawn_effects;
    double first = 0;
    for (scenario.seed = 1; scenario.seed < 6; ++scenario.seed) {
        const auto world = build_world(scenario, 0, in_order);
        const auto& district = world.districts[0];
        const double a_household = district.quota_share[0] / (district.scale * district.real_households);
        if (drawn_effects.empty()) first = a_household;
        CHECK(a_household == Approx(first));
        drawn_effects.push_back(district.place_effect);
    }
    CHECK(*std::max_element(drawn_effects.begin(), drawn_effects.end()) >
          *std::min_element(drawn_effects.begin(), drawn_effects.end()));
}

TEST_CASE("the households of a village are the same in every sample that holds it") {
    auto scenario = small_country::scenario();
    scenario.population.villages_per_district = 40;
    const auto sparse = build_world(scenario, 0, in_order);
    SECTION("more villages") {
        scenario.population.villages_per_district = 80;
        CHECK(villages_in_common(sparse, build_world(scenario, 0, in_order)) >= 30);
    }
    SECTION("fewer households a village") {
        scenario.population.households_per_village = 20;
        CHECK(villages_in_common(sparse, build_world(scenario, 0, in_order)) == 160);
    }
    SECTION("one province alone") {
        scenario.population.provinces = {"02"};
        CHECK(villages_in_common(sparse, build_world(scenario, 0, in_order)) == 80);
    }
    SECTION("all districts") {
        scenario.population.districts_per_province = 0;
        scenario.population.households = 1000000;
        CHECK(villages_in_common(sparse, build_world(scenario, 0, in_order)) == 160);
    }
}

TEST_CASE("a province's headcount, Gini and mean are as published within sampling error") {
    // Student's t over 16 replicates against the published figure; 5.2 standard errors at 15 degrees of
    // freedom leave an error probability of 1e-4 a figure.
    auto scenario = small_country::scenario();
    scenario.population.districts_per_province = 4;
    scenario.population.villages_per_district = 100;
    scenario.population.households_per_village = 20;
    struct Row {
        std::uint32_t province;
        Area area;
    };
    for (const auto& [province, area] : {Row{0, Area::urban}, Row{0, Area::rural}, Row{1, Area::rural}}) {
        const auto& published = scenario.published.provinces[province].areas[static_cast<std::size_t>(area)];
        std::vector<double> headcount, gini, mean;
        double mean_held = 0, gini_held = 0;
        for (std::uint32_t replicate = 0; replicate < 16; ++replicate) {
            const auto world = build_world(scenario, replicate, in_order);
            const auto f = figures_of(persons_of(world, province, area), published.poverty_line);
            headcount.push_back(f.headcount);
            gini.push_back(f.gini);
            mean.push_back(f.mean);
            mean_held = world.provinces[province].mean[static_cast<std::size_t>(area)];
            gini_held = world.provinces[province].gini_held[static_cast<std::size_t>(area)];
        }
        INFO("province " << province << ", area " << static_cast<int>(area));
        CHECK(gini_held == Approx(province == 1 ? 0.30 : published.gini).margin(0.001));
        CHECK(std::fabs(student_t(headcount, published.headcount)) < 5.2);
        CHECK(std::fabs(student_t(gini, gini_held)) < 5.2);
        CHECK(std::fabs(student_t(mean, mean_held)) < 5.2);
        // The test has power: sampling errors of the mean of 16 are small.
        CHECK(std::fabs(student_t(headcount, 1.25 * published.headcount)) > 5.2);
    }
}

TEST_CASE("the province's mean is the published one over both areas") {
    const auto world = build_world(small_country::scenario(), 0, in_order);
    CHECK(0.6 * world.provinces[0].mean[0] + 0.4 * world.provinces[0].mean[1] ==
          Approx(1300000).epsilon(0.01));
    CHECK(world.provinces[1].mean[1] == Approx(1100000).epsilon(0.01));
}

TEST_CASE("the first cut-offs leave their share of the nation's persons below") {
    // 10,000 households; bounds of 4.9 standard errors with a design effect of 4 (error probability 1e-6).
    auto scenario = small_country::scenario();
    scenario.population.districts_per_province = 4;
    scenario.population.villages_per_district = 62;
    scenario.population.households_per_village = 20;
    scenario.base.programmes[1].cutoff_percentile = 0.1;
    const auto world = build_world(scenario, 0, in_order);
    CHECK(world.national.cutoff[1] < world.national.cutoff[0]);
    for (const std::size_t p : {0u, 1u}) {
        double below = 0, persons = 0;
        for (std::uint32_t province = 0; province < 2; ++province)
            for (const auto area : {Area::urban, Area::rural})
                for (const auto& person : persons_of(world, province, area)) {
                    persons += person.weight;
                    if (person.consumption < world.national.cutoff[p]) below += person.weight;
                }
        const double expected = scenario.base.programmes[p].cutoff_percentile;
        const double error = std::sqrt(4 * expected * (1 - expected) / 10000);
        CHECK(std::fabs(below / persons - expected) < 4.9 * error);
    }
}

TEST_CASE("the same scenario builds the same bits, in whatever order places are filled") {
    const auto scenario = small_country::scenario();
    const auto one = build_world(scenario, 0, in_order), again = build_world(scenario, 0, backwards);
    CHECK(small_country::same_households(one.households, again.households));
    CHECK_FALSE(
        small_country::same_households(one.households, build_world(scenario, 1, in_order).households));
}

TEST_CASE("a copied world lives the same life, in whatever order its places live") {
    const auto scenario = small_country::scenario();
    auto one = small_country::lived(scenario, 14);
    auto other = one;
    for (int month = 0; month < 14; ++month) {
        REQUIRE_FALSE(tick(one, scenario.base, in_order));
        REQUIRE_FALSE(tick(other, scenario.base, backwards));
    }
    CHECK(small_country::same_households(one.households, other.households));
    CHECK(one.districts[1].counts.filed == other.districts[1].counts.filed);
    CHECK(one.districts[1].accounts[0].delivered == other.districts[1].accounts[0].delivered);
    CHECK(one.districts[1].hours.worked == other.districts[1].hours.worked);
}

TEST_CASE("burn-in from one scenario ends in one world, at tick 0") {
    auto scenario = small_country::scenario();
    scenario.burn_in_months = 24;
    const auto burnt = [&](const ForEach& for_each) {
        World world = build_world(scenario, 0, for_each);
        REQUIRE_FALSE(burn_in(world, scenario, for_each, [](std::int32_t) { return true; }));
        return world;
    };
    const auto one = burnt(in_order), other = burnt(backwards);
    CHECK(one.tick == 0);
    CHECK(small_country::same_households(one.households, other.households));
    CHECK(one.provinces[0].curve[0].level == other.provinces[0].curve[0].level);
}

TEST_CASE("the size of a world counts what waits in it: requests, reports, cases, lists of villages") {
    World world = build_world(small_country::scenario(), 0, in_order);
    const auto grows = [&world](auto& list, std::size_t entries) {
        const auto before = world.bytes();
        list.reserve(list.capacity() + entries);
        return world.bytes() - before >= entries * sizeof(list[0]);
    };
    CHECK(grows(world.districts[1].requests, 100));
    CHECK(grows(world.districts[1].reports, 100));
    CHECK(grows(world.districts[1].cases, 100));
    CHECK(grows(world.villages[2].due, 100));
    CHECK(grows(world.villages[2].supervisable, 100));
    CHECK(grows(world.villages[2].reported, 100));
    CHECK(world.bytes() > world.household_count() * bytes_a_household());
}
