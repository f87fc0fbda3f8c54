// SPDX-License-Identifier: Apache-2.0
#include "agencies/agency_phase.hpp"
#include "agencies/eligibility.hpp"
#include "agencies/registry.hpp"
#include "agencies/small_district.hpp"
#include "catch.hpp"

#include <cmath>
#include <vector>

using namespace tujuh;
using namespace tujuh::small_district;

namespace {

Settings nobody_misses() {
    auto s = small_district::settings();
    s.parameters.agencies.miss_recertification = 0;
    return s;
}

/// Everybody is served with cash and due for a check this month.
World served_world(const Settings& s, std::uint32_t households_a_village = 50) {
    World w = small_district::world(s, 2, households_a_village);
    for (auto& village : w.villages)
        for (auto i = village.begin; i < village.end; ++i) {
            enrol(w, w.districts[0], i, cash, Door::asked, true);
            village.due.push_back({i, static_cast<std::uint8_t>(cash), false});
        }
    return w;
}

double share_left(const World& w) {
    return static_cast<double>(w.districts[0].enrolled[cash]) / static_cast<double>(w.households.count());
}

} // namespace

TEST_CASE("a check removes those measured above the cut-off, and only them") {
    const auto s = nobody_misses();
    World w = served_world(s);
    auto& h = w.households;
    for (std::uint32_t i = 0; i < h.count(); ++i)
        h.resource_mean[i] = 200000.0f + 6000.0f * static_cast<float>(i);
    recertify(w, w.districts[0], s);
    for (std::uint32_t i = 0; i < h.count(); ++i)
        REQUIRE(has_bit(h.enrolled[i], cash) == (h.score[i] < log(500000.0f)));
    CHECK(share_left(w) > 0.2);
    CHECK(share_left(w) < 0.8);
}

TEST_CASE("a check measures with the error of the round, so that who has not changed is not surprised") {
    const auto s = nobody_misses();
    World w = served_world(s);
    recertify(w, w.districts[0], s);
    const auto error = registry_error(s.parameters.registry.spread, s.parameters.registry.fit);
    for (std::uint32_t i = 0; i < w.households.count(); ++i)
        REQUIRE(w.households.score[i] == registry_score(usual_resources, error, w.draws,
                                                        number_of(w, w.districts[0], i),
                                                        w.national.registry_round));
    const auto once = w.households.enrolled;
    w.tick += 12;
    recertify(w, w.districts[0], s);
    CHECK(w.households.enrolled == once);
}

TEST_CASE("what a visitor measured holds at the check") {
    const auto s = nobody_misses();
    World w = served_world(s);
    auto& h = w.households;
    for (auto& traits : h.traits) traits |= trait::visited;
    h.resource_mean.assign(h.count(), 9e6f);
    h.score[3] = log(600000.0f);
    recertify(w, w.districts[0], s);
    for (std::uint32_t i = 0; i < h.count(); ++i) REQUIRE(has_bit(h.enrolled[i], cash) == (i != 3));
}

TEST_CASE("who no longer has the required members is taken out") {
    auto s = nobody_misses();
    s.programmes[cash].required = RequiredMembers::elder_or_disability;
    World w = served_world(s);
    auto& h = w.households;
    for (auto& traits : h.traits) traits |= trait::visited;
    for (std::uint32_t i = 0; i < h.count(); i += 2) h.elders[i] = 1;
    recertify(w, w.districts[0], s);
    for (std::uint32_t i = 0; i < h.count(); ++i) REQUIRE(has_bit(h.enrolled[i], cash) == (i % 2 == 0));
}

TEST_CASE("a completed service ends, and one that has already ended is left alone") {
    const auto s = nobody_misses();
    World w = small_district::world(s);
    enrol(w, w.districts[0], 1, care, Door::asked, true);
    w.villages[0].due = {{1, static_cast<std::uint8_t>(care), true},
                         {2, static_cast<std::uint8_t>(care), true}};
    recertify(w, w.districts[0], s);
    CHECK(w.households.enrolled[1] == 0);
    CHECK(w.districts[0].enrolled[care] == 0);
}

// Binomial with 4,000 checks; five standard deviations: error below 1e-6 for each burden.
TEST_CASE("the declared share misses the check, more of them where the procedure is heavier") {
    auto s = small_district::settings();
    s.parameters.agencies.miss_recertification = 0.06;
    for (const double heavier : {0.5, 1.0, 1.6}) {
        World w = served_world(s, 2000);
        for (auto& traits : w.households.traits) traits |= trait::visited;
        agency_of(w.districts[0], AgencyKind::social_affairs).burden =
            static_cast<float>(s.parameters.agencies.burden * heavier);
        recertify(w, w.districts[0], s);
        const double missed = 0.06 * heavier;
        CHECK(std::fabs(1 - share_left(w) - missed) < five_deviations(missed, 4000));
    }
}

TEST_CASE("who is measured above the cut-off graduates; who misses the check, or is complete, does not") {
    auto s = nobody_misses();
    World w = served_world(s);
    auto& h = w.households;
    w.tick = 7;
    h.graduated.assign(h.count(), graduation::none);
    for (auto& traits : h.traits) traits |= trait::visited;
    h.score[3] = log(600000.0f);
    w.villages[0].due[5].complete = true;
    recertify(w, w.districts[0], s);
    for (std::uint32_t i = 0; i < h.count(); ++i)
        REQUIRE(h.graduated[i] == (i == 3 ? 7 : static_cast<int>(graduation::none)));
    s.parameters.agencies.miss_recertification = 1e6;
    h.score[8] = log(600000.0f);
    recertify(w, w.districts[0], s);
    CHECK(share_left(w) == 0);
    CHECK(h.graduated[8] == graduation::none);
}
