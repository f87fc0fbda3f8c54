// SPDX-License-Identifier: Apache-2.0
#include "world/sample.hpp"

#include "catch.hpp"
#include "world/small_country.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>
#include <vector>

using namespace tujuh;

namespace {

constexpr Draws draws{17, 2};

std::vector<ProvinceFrame> both_provinces() {
    return province_frames({{small_country::north(), small_country::south()}}, 3.75);
}

double mean_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double mean_square_of(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value * value;
    return sum / static_cast<double>(values.size());
}

} // namespace

TEST_CASE("households are published, or population over mean size, and numbers run through the nation") {
    const auto frames = both_provinces();
    REQUIRE(frames.size() == 2);
    CHECK(frames[0].real_households == Approx(3e6 / 3.75)); // the national mean: none is published
    CHECK(frames[1].real_households == 500000);
    CHECK(frames[0].urban_share == 0.6);
    CHECK(frames[1].first_district == 5);
    CHECK(frames[1].first_village == 600);
}

TEST_CASE("districts tile the villages of their province and hold its urban share") {
    for (const auto& province : both_provinces()) {
        const auto districts = district_frames(province, draws);
        std::uint32_t next = province.first_village, urban = 0;
        for (std::uint32_t d = 0; d < districts.size(); ++d) {
            CHECK(districts[d].number == province.first_district + d);
            CHECK(districts[d].first_village == next);
            next += districts[d].villages;
            urban += districts[d].urban_villages;
        }
        CHECK(next == province.first_village + province.villages);
        CHECK(urban == std::lround(province.urban_share * province.villages));
    }
}

TEST_CASE("effects of places have mean 0 and variance 1 exactly: districts, and villages of each area") {
    const auto province = both_provinces()[0];
    const auto districts = district_frames(province, draws);
    std::vector<double> effects;
    for (const auto& district : districts) effects.push_back(district.effect);
    CHECK(mean_of(effects) == Approx(0).margin(1e-9));
    CHECK(mean_square_of(effects) == Approx(1).epsilon(1e-9));
    for (const auto area : {Area::urban, Area::rural}) {
        effects.clear();
        for (const auto& village : village_frames(districts[2], draws))
            if (village.area == area) effects.push_back(village.effect);
        CHECK(effects.size() > 10);
        CHECK(mean_of(effects) == Approx(0).margin(1e-9));
        CHECK(mean_square_of(effects) == Approx(1).epsilon(1e-9));
    }
}

TEST_CASE("which place has which effect is drawn anew in each replicate") {
    const auto province = both_provinces()[0];
    const auto ranks = [&](std::uint32_t replicate) {
        std::vector<double> effects;
        for (const auto& district : district_frames(province, {17, replicate}))
            effects.push_back(district.effect);
        return effects;
    };
    CHECK(ranks(0) == ranks(0));
    auto one = ranks(0), other = ranks(1);
    CHECK(one != other);
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    CHECK(one == other);
}

TEST_CASE("of n places in the order of their effects one is drawn from each of the equal parts") {
    const std::vector<double> effects = {0.3, -1.2, 2.0, 0.9, -0.4, 1.1, -2.5, 0.1, -0.9, 0.6};
    std::vector<double> ranked = effects;
    std::sort(ranked.begin(), ranked.end());
    for (const double start : {0.001, 0.25, 0.5, 0.999}) {
        const auto chosen = spread_over_ranks(effects, 5, start);
        REQUIRE(chosen.size() == 5);
        CHECK(std::is_sorted(chosen.begin(), chosen.end()));
        std::set<std::ptrdiff_t> parts;
        for (const auto place : chosen)
            parts.insert((std::find(ranked.begin(), ranked.end(), effects[place]) - ranked.begin()) / 2);
        CHECK(parts == std::set<std::ptrdiff_t>{0, 1, 2, 3, 4});
    }
}

TEST_CASE("each place is drawn as often as every other, over all starts") {
    const std::vector<double> effects = {0.3, -1.2, 2.0, 0.9, -0.4, 1.1, -2.5};
    std::vector<int> drawn(effects.size(), 0);
    constexpr int starts = 7000;
    for (int s = 0; s < starts; ++s)
        for (const auto place : spread_over_ranks(effects, 3, (s + 0.5) / starts)) ++drawn[place];
    for (const int count : drawn) CHECK(std::abs(count - starts * 3 / 7) <= 3);
}

TEST_CASE("whoever asks for all places, or more, gets each once; who asks for none gets none") {
    const std::vector<double> effects = {0.5, -0.5, 0.1};
    CHECK(spread_over_ranks(effects, 3, 0.7) == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(spread_over_ranks(effects, 9, 0.7) == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(spread_over_ranks(effects, 0, 0.7).empty());
    CHECK(spread_over_ranks({}, 4, 0.7).empty());
}

TEST_CASE("a province's sample goes with the square root of its households, about as many as aimed at") {
    auto frames = both_provinces();
    frames[0].real_households = 4 * frames[1].real_households;
    PopulationDesign design;
    design.households = 24000;
    const auto samples = allocate_sample(design, frames);
    const auto households = [&](std::size_t p) {
        return double{samples[p].districts * 1.0} * samples[p].villages_a_district *
               samples[p].households_a_village;
    };
    CHECK(households(0) / households(1) == Approx(2).epsilon(0.1));
    CHECK(households(0) + households(1) == Approx(24000).epsilon(0.05));
}

TEST_CASE("a province has at least two villages in the sample, and never more than there are") {
    const auto frames = both_provinces();
    PopulationDesign design;
    design.households = 60;
    for (const auto& sample : allocate_sample(design, frames))
        CHECK(sample.districts * sample.villages_a_district >= 2);
    design.households = 100000000;
    const auto most = allocate_sample(design, frames);
    for (std::size_t p = 0; p < 2; ++p) {
        CHECK(most[p].districts <= frames[p].districts);
        CHECK(most[p].districts * most[p].villages_a_district <= frames[p].villages);
    }
}

TEST_CASE("districts, villages and households that the scenario counts are drawn as counted") {
    PopulationDesign design;
    design.districts_per_province = 3;
    design.villages_per_district = 4;
    design.households_per_village = 25;
    for (const auto& sample : allocate_sample(design, both_provinces())) {
        CHECK(sample.districts == 3);
        CHECK(sample.villages_a_district == 4);
        CHECK(sample.households_a_village == 25);
    }
}

TEST_CASE("whoever asks for everybody gets every household of every village of every district") {
    PopulationDesign design;
    design.households = design.households_per_village = 0;
    const auto frames = both_provinces();
    const auto samples = allocate_sample(design, frames);
    for (std::size_t p = 0; p < frames.size(); ++p) {
        CHECK(samples[p].districts == frames[p].districts);
        std::uint32_t villages = 0;
        for (const auto& district : district_frames(frames[p], draws)) {
            const auto list = village_frames(district, draws);
            const auto chosen = villages_in_sample(district, list, samples[p].villages_a_district, draws);
            for (std::uint32_t v = 0; v < chosen.size(); ++v) CHECK(chosen[v] == v);
            CHECK(chosen.size() == list.size());
            villages += static_cast<std::uint32_t>(chosen.size());
        }
        CHECK(villages == frames[p].villages);
        CHECK(expected_households(samples[p], frames[p]) ==
              Approx(frames[p].real_households).epsilon(0.5 / samples[p].households_a_village));
    }
}

TEST_CASE("all people of some districts can be asked for") {
    PopulationDesign design;
    design.households = design.households_per_village = 0;
    design.districts_per_province = 2;
    for (const auto& sample : allocate_sample(design, both_provinces())) CHECK(sample.districts == 2);
}

TEST_CASE("a district's villages are drawn in its shares of towns and villages, fractions by chance") {
    const auto province = both_provinces()[0];
    constexpr std::uint32_t wanted = 7;
    double urban = 0, expected = 0, drawn = 0;
    for (std::uint32_t replicate = 0; replicate < 400; ++replicate) {
        const Draws of_replicate{17, replicate};
        const auto district = district_frames(province, of_replicate)[1];
        const auto list = village_frames(district, of_replicate);
        const auto chosen = villages_in_sample(district, list, wanted, of_replicate);
        CHECK(std::is_sorted(chosen.begin(), chosen.end()));
        CHECK(std::set<std::uint32_t>(chosen.begin(), chosen.end()).size() == wanted);
        for (const auto v : chosen) urban += list[v].area == Area::urban ? 1 : 0;
        expected += static_cast<double>(wanted) * district.urban_villages / district.villages;
        drawn += 1;
    }
    // The fraction is drawn anew in each: its variance is at most a quarter.
    CHECK(std::fabs(urban - expected) < 4.9 * std::sqrt(drawn / 4));
}
