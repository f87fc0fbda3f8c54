// SPDX-License-Identifier: Apache-2.0
#include "households/curve_refit.hpp"

#include "catch.hpp"
#include "world/small_country.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

using namespace tujuh;

namespace {

/// Without programmes a household's consumption is what its standing is worth, times shock and coping.
Scenario without_programmes() {
    auto scenario = small_country::scenario();
    scenario.base.programmes.clear();
    scenario.population.districts_per_province = 4;
    scenario.population.villages_per_district = 40;
    return scenario;
}

struct Person {
    double consumption, size;
};

struct Figures {
    double headcount = 0, gini = 0, mean = 0;
};

/// Exact figures of an area, where every household's consumption is scaled from the old to the new curves.
Figures figures_under(const World& world, const World& refitted, std::uint32_t province, Area area,
                      double line) {
    const auto a = static_cast<std::size_t>(area);
    std::vector<Person> persons;
    for (const auto& village : world.villages) {
        if (village.province != province || village.area != area) continue;
        for (auto i = village.begin; i < village.end; ++i) {
            const auto& h = world.households;
            const double standing =
                static_cast<double>(h.permanent[i]) + static_cast<double>(h.transitory[i]);
            const double scale = consumption_at(refitted.provinces[province].curve[a], standing) /
                                 consumption_at(world.provinces[province].curve[a], standing);
            persons.push_back({scale * static_cast<double>(h.consumption[i]), h.size[i] * 1.0});
        }
    }
    std::sort(persons.begin(), persons.end(),
              [](const Person& x, const Person& y) { return x.consumption < y.consumption; });
    Figures f;
    double weight = 0, total = 0, twice_area = 0;
    for (const auto& person : persons) {
        const double before = total;
        total += person.size * person.consumption;
        weight += person.size;
        twice_area += person.size * (before + total);
        if (person.consumption < line) f.headcount += person.size;
    }
    f.headcount /= weight;
    f.mean = total / weight;
    f.gini = 1 - twice_area / weight / total;
    return f;
}

} // namespace

TEST_CASE("where shocks take a tenth from all, the refitted curves give the published figures again") {
    const auto scenario = without_programmes();
    World world = small_country::lived(scenario, 24);
    for (auto& consumption : world.households.consumption) consumption *= 0.9f;
    World refitted = world;
    refit_curves(refitted, scenario, in_order);
    for (std::uint32_t province = 0; province < 2; ++province)
        for (const auto area : {Area::urban, Area::rural}) {
            const auto a = static_cast<std::size_t>(area);
            const auto& published = scenario.published.provinces[province].areas[a];
            if (published.population_share <= 0) continue;
            const auto before = figures_under(world, world, province, area, published.poverty_line);
            const auto after = figures_under(world, refitted, province, area, published.poverty_line);
            INFO("province " << province << ", area " << a);
            CHECK(std::fabs(before.headcount - published.headcount) > 0.003);
            CHECK(after.headcount == Approx(published.headcount).margin(0.005));
            CHECK(after.gini == Approx(world.provinces[province].gini_held[a]).margin(0.01));
            CHECK(after.mean == Approx(world.provinces[province].mean[a]).epsilon(0.02));
        }
}

TEST_CASE("what is counted in rupiah follows the curve in proportion, so that nobody feels a gain or loss") {
    const auto scenario = small_country::scenario();
    const World world = small_country::lived(scenario, 12);
    World refitted = world;
    refit_curves(refitted, scenario, in_order);
    const auto &h = world.households, &r = refitted.households;
    CHECK(refitted.provinces[0].curve[0].level != world.provinces[0].curve[0].level);
    for (const auto& village : world.villages)
        for (auto i = village.begin; i < village.end; ++i) {
            const auto area = static_cast<std::size_t>(village.area);
            const double standing =
                static_cast<double>(h.permanent[i]) + static_cast<double>(h.transitory[i]);
            const double factor = consumption_at(refitted.provinces[village.province].curve[area], standing) /
                                  consumption_at(world.provinces[village.province].curve[area], standing);
            REQUIRE(r.permanent[i] == h.permanent[i]);
            REQUIRE(r.resource_mean[i] == Approx(static_cast<double>(h.resource_mean[i]) * factor));
            REQUIRE(r.savings[i] == Approx(static_cast<double>(h.savings[i]) * factor));
            REQUIRE(r.debt[i] == Approx(static_cast<double>(h.debt[i]) * factor));
            REQUIRE(r.score[i] == Approx(static_cast<double>(h.score[i]) + std::log(factor)));
        }
}

TEST_CASE("solving again leaves what was published and the weights alone") {
    const auto scenario = small_country::scenario();
    const World world = small_country::lived(scenario, 12);
    World refitted = world;
    refit_curves(refitted, scenario, in_order);
    for (std::size_t p = 0; p < 2; ++p) {
        CHECK(refitted.provinces[p].mean == world.provinces[p].mean);
        CHECK(refitted.provinces[p].gini_held == world.provinces[p].gini_held);
        CHECK(refitted.provinces[p].poverty_line == world.provinces[p].poverty_line);
        CHECK(refitted.provinces[p].weight == world.provinces[p].weight);
    }
}

TEST_CASE("an area without people keeps its curve") {
    const auto scenario = small_country::scenario();
    World world = small_country::lived(scenario, 3);
    const auto before = world.provinces[1].curve[static_cast<std::size_t>(Area::urban)];
    refit_curves(world, scenario, in_order);
    const auto after = world.provinces[1].curve[static_cast<std::size_t>(Area::urban)];
    CHECK(before.level == after.level);
    CHECK(before.spread == after.spread);
}

TEST_CASE("an area of many households is fitted on a part of them, and all have the published headcount") {
    auto scenario = without_programmes();
    scenario.population.households_per_village = 300;
    World world = small_country::lived(scenario, 2);
    for (auto& consumption : world.households.consumption) consumption *= 0.9f;
    World refitted = world;
    refit_curves(refitted, scenario, in_order);
    const auto& published = scenario.published.provinces[1].areas[1]; // 48,000 households of South
    const auto before = figures_under(world, world, 1, Area::rural, published.poverty_line);
    const auto after = figures_under(world, refitted, 1, Area::rural, published.poverty_line);
    CHECK(before.headcount - published.headcount > 0.02);
    // 4.9 sampling errors of 16,000 households, persons of one household being poor together
    const double error = std::sqrt(published.headcount * (1 - published.headcount) / 16000 * 1.3);
    CHECK(after.headcount == Approx(published.headcount).margin(4.9 * error));
}

TEST_CASE("curves are solved to the same bits in whatever order areas and villages are taken") {
    const auto scenario = small_country::scenario();
    World one = small_country::lived(scenario, 3);
    World other = one;
    refit_curves(one, scenario, in_order);
    refit_curves(other, scenario, [](std::size_t count, const std::function<void(std::size_t)>& body) {
        for (std::size_t i = count; i > 0; --i) body(i - 1);
    });
    CHECK(small_country::same_households(one.households, other.households));
    for (std::size_t p = 0; p < one.provinces.size(); ++p)
        for (std::size_t area = 0; area < area_count; ++area) {
            CHECK(one.provinces[p].curve[area].level == other.provinces[p].curve[area].level);
            CHECK(one.provinces[p].curve[area].spread == other.provinces[p].curve[area].spread);
            CHECK(one.provinces[p].curve[area].bend == other.provinces[p].curve[area].bend);
        }
}
