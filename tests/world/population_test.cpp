// SPDX-License-Identifier: Apache-2.0
#include "world/population.hpp"

#include "base/half_life.hpp"
#include "catch.hpp"
#include "world/small_country.hpp"

#include <cmath>
#include <cstring>
#include <functional>

using namespace tujuh;

// Bounds of statistics are 4.9 standard errors: a right model breaks one with probability 1e-6. The keys are
// fixed, so that a test which passes always passes.

namespace {

/// 60,000 households of South.
const World& many() {
    static const World world = [] {
        auto scenario = small_country::scenario();
        scenario.population.provinces = {"02"};
        scenario.population.districts_per_province = 4;
        scenario.population.villages_per_district = 50;
        scenario.population.households_per_village = 300;
        return build_world(scenario, 0, in_order);
    }();
    return world;
}

constexpr Parameters parameters = default_parameters();

bool near_share(double count, double trials, double expected_share) {
    return std::fabs(count - trials * expected_share) <
           4.9 * std::sqrt(trials * expected_share * (1 - expected_share));
}

} // namespace

TEST_CASE("place, permanent and transitory variance sum to one, districts within places") {
    for (const double correlation : {0.0, 0.164, 0.5}) {
        PopulationParameters p = parameters.population;
        p.village_correlation = correlation;
        const auto model = population_model(p, 0.09);
        CHECK(model.place_variance + model.permanent_variance + model.transitory_variance == Approx(1));
        CHECK(model.district_variance == Approx(correlation * p.district_share));
        CHECK(model.transitory_variance >= 0);
    }
}

TEST_CASE("a chance along standing has its two declared values and keeps between 0 and 1") {
    const auto papers = standing_logit(0.8, 0.93);
    CHECK(papers.chance(-2) == Approx(0.8).epsilon(1e-9));
    CHECK(papers.chance(0) == Approx(0.93).epsilon(1e-9));
    CHECK(papers.chance(1) > papers.chance(0));
    CHECK(papers.chance(50) <= 1);
    const auto listed = standing_logit(0.88, 0.42);
    CHECK(listed.chance(1) < listed.chance(0));
    CHECK(standing_logit(1, 1).chance(0) == Approx(1).epsilon(1e-5));
}

TEST_CASE("every household has members who can live together") {
    const auto& h = many().households;
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        REQUIRE(h.size[i] >= 1);
        REQUIRE(h.size[i] <= largest_household);
        REQUIRE(h.children[i] <= std::max(0, h.size[i] - 2));
        REQUIRE(h.elders[i] <= std::min<int>(2, h.size[i]));
        REQUIRE(h.disabled[i] <= 1);
        REQUIRE(h.schooling[i] <= 16);
        REQUIRE(h.consumption[i] > 0);
        REQUIRE(h.savings[i] >= 0);
        REQUIRE(h.debt[i] == 0);
    }
}

TEST_CASE("households start without programmes, cases, groups of the vulnerable, crises or requests") {
    const auto& h = many().households;
    constexpr unsigned at_start = trait::female_head | trait::documents | trait::registered;
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        REQUIRE((h.traits[i] & ~at_start) == 0);
        REQUIRE((h.eligible[i] | h.pending[i] | h.denied[i] | h.enrolled[i] | h.served[i]) == 0);
        REQUIRE(h.transfer[i] == 0);
        REQUIRE(h.crisis[i] == Crisis::none);
        REQUIRE(h.groups[i] <= 1);
    }
}

TEST_CASE("children, elders, female heads and disability are as frequent as declared") {
    const auto& h = many().households;
    const auto& p = parameters.population;
    double households = 0, later_members = 0, adults = 0, children = 0, elders = 0, female = 0;
    double disabled = 0, disabled_expected = 0, variance = 0;
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        households += 1;
        later_members += std::max(0, h.size[i] - 2);
        adults += std::min<int>(2, h.size[i]);
        children += h.children[i];
        elders += h.elders[i];
        female += (h.traits[i] & trait::female_head) != 0 ? 1 : 0;
        disabled += h.disabled[i];
        const double any = 1 - std::pow(1 - p.disability_share, h.size[i]);
        disabled_expected += any;
        variance += any * (1 - any);
    }
    CHECK(near_share(children, later_members, p.child_share));
    CHECK(near_share(elders, adults, p.elder_share));
    CHECK(near_share(female, households, p.female_head_share));
    CHECK(std::fabs(disabled - disabled_expected) < 4.9 * std::sqrt(variance));
}

TEST_CASE(
    "programmes are known as often as learning from media and forgetting balance, needs half the time") {
    const auto& h = many().households;
    const double media = parameters.application.media_rate,
                 forgets = 1 - monthly_retention(parameters.relaxation.knowledge);
    const double n = static_cast<double>(h.count());
    for (std::size_t bit = 0; bit < need_count; ++bit) {
        double known = 0, needs = 0, needs_of_savers = 0, savers = 0;
        for (std::uint32_t i = 0; i < h.count(); ++i) {
            known += has_bit(h.known[i], bit);
            needs += has_bit(h.needs_known[i], bit);
            if (h.savings[i] < 0.5f * h.consumption[i] * static_cast<float>(h.size[i])) continue;
            savers += 1;
            needs_of_savers += has_bit(h.needs_known[i], bit);
        }
        CHECK(near_share(known, n, media / (media + forgets)));
        CHECK(near_share(needs, n, 0.5));
        CHECK(near_share(needs_of_savers, savers, 0.5)); // drawn apart from savings
    }
}

TEST_CASE("mean household size is the published one, and poor households are larger") {
    const auto& h = many().households;
    const double line = small_country::south().areas[1].poverty_line;
    double size = 0, size_square = 0, poor_size = 0, poor = 0;
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        size += h.size[i];
        size_square += h.size[i] * h.size[i];
        if (static_cast<double>(h.consumption[i]) < line) poor_size += h.size[i], poor += 1;
    }
    const double n = static_cast<double>(h.count());
    const double mean = size / n, error = std::sqrt((size_square / n - mean * mean) / n);
    CHECK(std::fabs(mean - 4.0) < 4.9 * error);
    CHECK(poor_size / poor > mean + 0.5);
}

TEST_CASE("schooling, papers and a place outside the registry go with standing") {
    const auto& h = many().households;
    double schooling[2] = {}, papers[2] = {}, registered[2] = {}, count[2] = {};
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        const std::size_t rich = h.permanent[i] > 0 ? 1 : 0;
        count[rich] += 1;
        schooling[rich] += h.schooling[i];
        papers[rich] += (h.traits[i] & trait::documents) != 0 ? 1 : 0;
        registered[rich] += (h.traits[i] & trait::registered) != 0 ? 1 : 0;
    }
    CHECK(schooling[1] / count[1] > schooling[0] / count[0] + 1);
    CHECK(papers[1] / count[1] > papers[0] / count[0]);
    CHECK(registered[1] / count[1] < registered[0] / count[0]);
}

TEST_CASE("standing varies inside a village and between months as the model divides it") {
    const auto& world = many();
    const auto& h = world.households;
    const auto model = population_model(parameters.population, world.national.headcount);
    double own_square = 0, own = 0, transitory_square = 0;
    for (const auto& village : world.villages)
        for (auto i = village.begin; i < village.end; ++i) {
            const double individual = static_cast<double>(h.permanent[i] - village.place_effect);
            own += individual;
            own_square += individual * individual;
            transitory_square += square(static_cast<double>(h.transitory[i]));
        }
    const double n = static_cast<double>(h.count());
    const double variance = own_square / n - square(own / n);
    CHECK(std::fabs(variance - model.permanent_variance) < 4.9 * variance * std::sqrt(2 / n));
    CHECK(std::fabs(own / n - model.sizes.mean_standing) < 4.9 * std::sqrt(variance / n));
    CHECK(std::fabs(transitory_square / n - model.transitory_variance) <
          4.9 * model.transitory_variance * std::sqrt(2 / n));
}

TEST_CASE("the next generation of a household keeps its village and is otherwise drawn anew") {
    auto world = small_country::lived(small_country::scenario(), 0);
    const auto before = world.households;
    const auto model = population_model(parameters.population, world.national.headcount);
    auto& h = world.households;
    double place_kept = 0, same_people = 0;
    const auto& village = world.villages[1];
    for (auto i = village.begin; i < village.end; ++i) {
        ++h.generation[i];
        populate_household(world, village, i, model, parameters);
        place_kept += static_cast<double>(h.permanent[i] - village.place_effect);
        same_people += h.permanent[i] == before.permanent[i] ? 1 : 0;
    }
    CHECK(same_people == 0);
    const double n = village.sampled();
    CHECK(std::fabs(place_kept / n - model.sizes.mean_standing) <
          4.9 * std::sqrt(model.permanent_variance / n));
}

TEST_CASE("what a village begins with is owed to nothing that its memory held before") {
    const auto& world = many();
    const auto model = population_model(parameters.population, world.national.headcount);
    World rubble = world;
    for_each_column(rubble.households, [](auto& column) {
        std::memset(static_cast<void*>(column.data()), 0xA5, column.size() * sizeof(column[0]));
    });
    for (const auto& village : rubble.villages) populate_village(rubble, village, model, parameters);
    World again = world;
    for (const auto& village : again.villages) populate_village(again, village, model, parameters);
    CHECK(small_country::same_households(rubble.households, again.households));
}

TEST_CASE("a household is the same drawn alone as drawn with its neighbours") {
    World world = many();
    const auto model = population_model(parameters.population, world.national.headcount);
    const auto& village = world.villages[3];
    populate_village(world, village, model, parameters);
    World alone = world;
    for (auto i = village.begin; i < village.end; ++i)
        populate_household(alone, village, i, model, parameters);
    CHECK(small_country::same_households(world.households, alone.households));
}
