// SPDX-License-Identifier: Apache-2.0
#include "agencies/registry.hpp"

#include "agencies/eligibility.hpp"
#include "agencies/small_district.hpp"
#include "base/for_each.hpp"
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

using namespace tujuh;
using namespace tujuh::small_district;

namespace {

/// Cash for 30 households, every service starts, resources spread over half to twice the usual.
Settings settings_of_round(double quota = 30) {
    auto s = small_district::settings();
    s.programmes[cash].quota = quota;
    s.programmes[school].quota = 0;
    s.parameters.agencies.activation_failure = 0;
    return s;
}

World spread_world(const Settings& s, std::uint32_t seed = 1) {
    World w = small_district::world(s, 4, 100, seed);
    w.tick = 36;
    w.national.registry_round = 36;
    auto& h = w.households;
    for (std::uint32_t i = 0; i < h.count(); ++i)
        h.resource_mean[i] =
            usual_resources * (0.5f + 1.5f * w.draws.uniform(i, 0, Purpose::household_month));
    return w;
}

std::set<std::uint32_t> enrolled_in(const World& w, std::size_t programme) {
    std::set<std::uint32_t> in;
    for (std::uint32_t i = 0; i < w.households.count(); ++i)
        if (has_bit(w.households.enrolled[i], programme)) in.insert(i);
    return in;
}

/// Every third household is headed by a woman.
void add_female_heads(World& w) {
    for (std::uint32_t i = 0; i < w.households.count(); i += 3) w.households.traits[i] |= trait::female_head;
}

void set_bias(World& w, float bias) {
    for (auto& agency : w.districts[0].agencies) agency.bias.fill(bias);
}

} // namespace

TEST_CASE("a round of the registry is due when its months are over") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    w.national.registry_round = 10;
    w.tick = 45;
    CHECK_FALSE(is_registry_round(w, s.parameters.registry));
    w.tick = 46;
    CHECK(is_registry_round(w, s.parameters.registry));
}

TEST_CASE("the first month of a country is a round of its registry") {
    World w;
    w.tick = -60;
    CHECK(is_registry_round(w, default_parameters().registry));
}

TEST_CASE("below a programme's cut-off live the persons of its percentile") {
    auto s = small_district::settings();
    World w = small_district::world(s, 4, 500);
    auto& h = w.households;
    double persons = 0;
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        h.size[i] = static_cast<std::uint8_t>(1 + i % 7);
        h.resource_mean[i] = 200000.0f + 400.0f * static_cast<float>((i * 7919u) % 2000u);
        persons += h.size[i];
    }
    const std::array<double, programmes> percentile = {0.1, 0.4, 0.75};
    for (std::size_t p = 0; p < programmes; ++p) s.programmes[p].cutoff_percentile = percentile[p];
    w.tick = 9;
    set_cutoffs(w, s.programmes, in_order);
    for (std::size_t p = 0; p < programmes; ++p) {
        double below = 0;
        for (std::uint32_t i = 0; i < h.count(); ++i)
            if (static_cast<double>(h.resource_mean[i]) < w.national.cutoff[p]) below += h.size[i];
        CHECK(below / persons == Approx(percentile[p]).margin(0.005));
    }
    CHECK(w.national.registry_round == 9);
}

TEST_CASE("a household that stands for more persons moves the cut-off more") {
    const auto s = small_district::settings();
    World w = small_district::world(s, 2, 500);
    for (std::uint32_t i = 0; i < 1000; ++i) w.households.resource_mean[i] = i < 500 ? 3e5f : 6e5f;
    w.villages[0].area = Area::rural;
    w.villages[1].area = Area::urban;
    w.provinces[0].weight = {3, 1}; // urban households count three times: the poor village holds a quarter
    set_cutoffs(w, s.programmes, in_order);
    CHECK(w.national.cutoff[cash] > 5e5);
    w.provinces[0].weight = {1, 3};
    set_cutoffs(w, s.programmes, in_order);
    CHECK(w.national.cutoff[cash] < 4e5);
}

TEST_CASE("a pushed programme takes the lowest measured scores below the cut-off, up to its quota") {
    const auto s = settings_of_round();
    World w = spread_world(s);
    set_bias(w, 0);
    hold_registry_round(w, w.districts[0], s);
    const auto in = enrolled_in(w, cash);
    REQUIRE(in.size() == 30);
    float highest_in = -1e9f, lowest_out = 1e9f;
    for (std::uint32_t i = 0; i < w.households.count(); ++i)
        if (in.count(i) != 0)
            highest_in = std::max(highest_in, w.households.score[i]);
        else
            lowest_out = std::min(lowest_out, w.households.score[i]);
    CHECK(highest_in < lowest_out);
    CHECK(highest_in < log(static_cast<float>(cutoff)));
    CHECK(w.districts[0].enrolled[cash] == 30);
}

TEST_CASE("nobody measured above the cut-off is pushed in, however large the quota") {
    const auto s = settings_of_round(1e6);
    World w = spread_world(s);
    set_bias(w, 0);
    hold_registry_round(w, w.districts[0], s);
    for (std::uint32_t i = 0; i < w.households.count(); ++i)
        REQUIRE(has_bit(w.households.enrolled[i], cash) ==
                (w.households.score[i] < log(static_cast<float>(cutoff))));
}

TEST_CASE("who is not registered, or lacks the required members, is not pushed in") {
    auto s = settings_of_round(1e6);
    s.programmes[school].quota = 1e6;
    World w = spread_world(s);
    auto& h = w.households;
    for (std::uint32_t i = 0; i < h.count(); i += 2)
        h.traits[i] = static_cast<std::uint8_t>(h.traits[i] & ~trait::registered);
    for (std::uint32_t i = 0; i < h.count(); i += 5) h.children[i] = 1;
    hold_registry_round(w, w.districts[0], s);
    REQUIRE(enrolled_in(w, cash).size() > 50);
    REQUIRE(enrolled_in(w, school).size() > 10);
    for (const auto i : enrolled_in(w, cash)) REQUIRE(i % 2 == 1);
    for (const auto i : enrolled_in(w, school)) REQUIRE((i % 2 == 1 && i % 5 == 0));
}

TEST_CASE("a programme on request is not filled by the registry") {
    const auto s = settings_of_round(1e6);
    World w = spread_world(s);
    for (auto& deficit : w.households.deficit[static_cast<std::size_t>(Need::care)]) deficit = 0.9f;
    hold_registry_round(w, w.districts[0], s);
    CHECK(enrolled_in(w, care).empty());
}

TEST_CASE("a new round takes out who is no longer among the lowest, and fills their places") {
    const auto s = settings_of_round();
    World w = spread_world(s);
    hold_registry_round(w, w.districts[0], s);
    const auto before = enrolled_in(w, cash);
    for (const auto i : before)
        if (i % 2 == 0) w.households.resource_mean[i] = 2e7f;
    w.tick = w.national.registry_round = 72;
    hold_registry_round(w, w.districts[0], s);
    const auto after = enrolled_in(w, cash);
    CHECK(after.size() == 30);
    for (const auto i : before)
        if (i % 2 == 0) CHECK(after.count(i) == 0);
    CHECK(w.districts[0].enrolled[cash] == 30);
}

TEST_CASE("a round ends what visits found: everybody is measured by the registry again") {
    const auto s = settings_of_round();
    World w = spread_world(s);
    for (auto& traits : w.households.traits) traits |= trait::visited;
    hold_registry_round(w, w.districts[0], s);
    const double error = registry_error(s.parameters.registry.spread, s.parameters.registry.fit);
    for (std::uint32_t i = 0; i < w.households.count(); ++i) {
        REQUIRE((w.households.traits[i] & trait::visited) == 0);
        REQUIRE(w.households.score[i] == registry_score(w.households.resource_mean[i], error, w.draws,
                                                        number_of(w, w.districts[0], i), 36));
    }
}

TEST_CASE("bias lowers the enrolment of the vulnerable, and costs nobody else a place") {
    const auto s = settings_of_round(60);
    std::size_t fewer = 0;
    for (const std::uint32_t seed : {1u, 2u, 3u, 4u}) {
        World fair = spread_world(s, seed), biased = fair;
        add_female_heads(fair), add_female_heads(biased);
        set_bias(fair, 0), set_bias(biased, 0.4f);
        hold_registry_round(fair, fair.districts[0], s);
        hold_registry_round(biased, biased.districts[0], s);
        const auto with_bias = enrolled_in(biased, cash);
        std::size_t women_fair = 0, women_biased = 0;
        for (const auto i : enrolled_in(fair, cash)) {
            women_fair += i % 3 == 0 ? 1u : 0u;
            if (i % 3 != 0) REQUIRE(with_bias.count(i) == 1);
        }
        for (const auto i : with_bias) women_biased += i % 3 == 0 ? 1u : 0u;
        REQUIRE(women_biased <= women_fair);
        fewer += women_fair - women_biased;
    }
    CHECK(fewer >= 8);
}

TEST_CASE("between rounds free places are filled from the list as it is, and nobody loses one") {
    const auto s = settings_of_round();
    World w = spread_world(s);
    set_bias(w, 0);
    hold_registry_round(w, w.districts[0], s);
    const auto before = enrolled_in(w, cash);
    const auto score = w.households.score;
    const auto first = *before.begin();
    release(w, w.districts[0], first, cash);
    for (const auto i : before) w.households.resource_mean[i] = 2e7f; // the list does not know yet
    refill_programmes(w, w.districts[0], s);
    CHECK(enrolled_in(w, cash) == before);
    CHECK(w.households.score == score);
}

// Binomial with 400 trials; five standard deviations: error below 1e-6.
TEST_CASE("of those pushed in, the declared share finds that the service does not start") {
    auto s = settings_of_round(1e6);
    s.parameters.agencies.activation_failure = 0.25;
    World w = spread_world(s);
    for (auto& mean : w.households.resource_mean) mean = 1000;
    hold_registry_round(w, w.districts[0], s);
    double unserved = 0;
    for (std::uint32_t i = 0; i < 400; ++i) {
        REQUIRE(has_bit(w.households.enrolled[i], cash));
        unserved += has_bit(w.households.served[i], cash) ? 0 : 1;
    }
    CHECK(std::fabs(unserved / 400 - 0.25) < five_deviations(0.25, 400));
}

TEST_CASE("who is enrolled knows the programme, is no longer refused, and is to be prepared") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    auto& h = w.households;
    h.denied[3] = h.eligible[3] = bit_of(care);
    enrol(w, w.districts[0], 3, care, Door::asked, true);
    CHECK(has_bit(h.enrolled[3] & h.served[3] & h.known[3], care));
    CHECK_FALSE(has_bit(h.denied[3], care));
    CHECK(w.districts[0].tally.starts[care] == 1);
    CHECK(w.districts[0].tally.eligible_starts[care] == 1);
    REQUIRE(w.districts[0].newly_enrolled.size() == 1);
    CHECK(w.districts[0].newly_enrolled[0].household == 3);
    release(w, w.districts[0], 3, care);
    CHECK((h.enrolled[3] | h.served[3]) == 0);
    CHECK(w.districts[0].enrolled[care] == 0);
}

TEST_CASE("a fraction of a place is a place in that share of districts") {
    const auto s = settings_of_round(10.3);
    World w = small_district::world(s);
    double places = 0;
    constexpr int districts = 10000;
    for (std::uint32_t number = 0; number < districts; ++number) {
        w.districts[0].number = number;
        const auto quota = quota_of(w, w.districts[0], s.programmes[cash], cash);
        REQUIRE((quota == 10 || quota == 11));
        places += static_cast<double>(quota - 10);
    }
    CHECK(std::fabs(places / districts - 0.3) < five_deviations(0.3, districts)); // error below 1e-6
}

TEST_CASE("a round graduates whom it measures above the cut-off, not whom it has no place for") {
    auto s = settings_of_round(1e6);
    World w = spread_world(s);
    auto& h = w.households;
    h.graduated.assign(h.count(), graduation::none);
    for (std::uint32_t i = 0; i < h.count(); ++i) enrol(w, w.districts[0], i, cash, Door::listed, true);
    s.programmes[cash].quota = 30;
    hold_registry_round(w, w.districts[0], s);
    const float log_cutoff = static_cast<float>(tujuh::log(w.national.cutoff[cash]));
    std::size_t without_place = 0;
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        const bool above =
            h.score[i] + bias_against(agency_of(w.districts[0], AgencyKind::social_affairs), h, i) >=
            log_cutoff;
        REQUIRE(h.graduated[i] == (above ? 36 : static_cast<int>(graduation::none)));
        if (!above && !has_bit(h.enrolled[i], cash)) ++without_place;
    }
    CHECK(without_place > 0);
}

TEST_CASE("starts of the eligible are booked to the door that led to them") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    w.households.eligible[3] = w.households.eligible[4] = bit_of(care);
    enrol(w, w.districts[0], 3, care, Door::asked, true);
    enrol(w, w.districts[0], 4, care, Door::planned, true);
    enrol(w, w.districts[0], 5, care, Door::planned, true); // not eligible
    const auto& starts = w.districts[0].tally.starts_by_door;
    CHECK(starts[static_cast<std::size_t>(Door::asked)] == 1);
    CHECK(starts[static_cast<std::size_t>(Door::planned)] == 1);
    CHECK(starts[static_cast<std::size_t>(Door::listed)] == 0);
}
