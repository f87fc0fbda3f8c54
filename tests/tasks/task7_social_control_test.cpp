// SPDX-License-Identifier: Apache-2.0
#include "agencies/providers.hpp"
#include "agencies/reports.hpp"
#include "catch.hpp"
#include "households/care.hpp"
#include "tasks/task_scene.hpp"

using namespace tujuh;
using namespace tujuh::literals;
using namespace tujuh::small_district;
using namespace tujuh::task_scene;

namespace {

/// A report that has waited since this month.
void wait_since(TaskScene& t, std::uint32_t household, std::int32_t since, Safety safety) {
    t.h().safety[household] = safety;
    t.district().reports.push_back({household, since, 0, is_harmed(safety)});
}

Provider& provider(TaskScene& t, std::uint32_t index) {
    return t.district().agencies[index / providers_an_agency].providers[index % providers_an_agency];
}

/// A district in which each provider stands for itself.
void have_few_providers(TaskScene& t) {
    t.settings.parameters.control.providers = providers_an_agency;
}

float need_of(const Candidates& candidates, std::uint32_t target) {
    for (const auto& c : candidates)
        if (c.target == target) return c.need;
    return 0;
}

} // namespace

TEST_CASE("supervision watches a safety plan, lowers care risk and lifts morale", "[7.1]") {
    TaskScene t;
    t.world.villages[1].supervisable = {{60, 1.2f}};
    CHECK(holds(t.candidates("7.1"_activity), 60));
    t.h().safety[60] = Safety::known;
    t.h().care_risk[60] = 0.3f;
    t.act("7.1"_activity, 60);
    CHECK(t.h().safety[60] == Safety::supervised);
    CHECK(t.h().care_risk[60] < 0.3f);
    CHECK(t.h().morale[60] > 0.5f);
}

TEST_CASE("supervision ends misuse of cash at the declared chance, times skill", "[7.1]") {
    TaskScene t;
    for (const float skill : {1.0f, 0.5f}) {
        double ended = 0;
        for (std::uint32_t i = 0; i < 150; ++i) {
            t.h().traits[i] |= trait::misuse;
            t.act("7.1"_activity, i, skill);
            ended += has_trait(t.h(), i, trait::misuse) ? 0 : 1;
        }
        const double chance = t.settings.parameters.control.supervise_misuse * static_cast<double>(skill);
        CHECK(ended / 150 == Approx(chance).margin(five_deviations(chance, 150)));
    }
}

TEST_CASE("the oldest reports are investigated first, those of children before others", "[7.2]") {
    TaskScene t;
    t.world.tick = 10;
    t.h().children[3] = 1;
    wait_since(t, 1, 4, Safety::reported);
    wait_since(t, 2, 7, Safety::safe);
    wait_since(t, 3, 7, Safety::reported);
    const auto found = t.candidates("7.2"_activity);
    REQUIRE(found.size() == 3);
    CHECK(need_of(found, 1) > need_of(found, 2));
    CHECK(need_of(found, 3) > need_of(found, 1));
}

TEST_CASE("a skilled investigator finds harm, and a safety plan stops it; an unskilled one may miss it",
          "[7.2]") {
    TaskScene t;
    double missed = 0;
    for (std::uint32_t i = 0; i < 150; ++i) {
        wait_since(t, i, 0, Safety::reported);
        t.act("7.2"_activity, i, i < 20 ? 1.0f : 0.0f);
        if (i < 20) CHECK(t.h().safety[i] == Safety::known);
        missed += t.h().safety[i] == Safety::harmed ? 1 : 0;
    }
    const double misses = t.settings.parameters.control.investigate_misses;
    CHECK(missed / 130 == Approx(misses).margin(five_deviations(misses, 130)));
    CHECK(t.district().tally.harms_stopped == 150 - static_cast<std::uint32_t>(missed));
    CHECK(t.district().reports.empty());
}

TEST_CASE("an unfounded report is closed; the village has become aware all the same", "[7.2]") {
    TaskScene t;
    wait_since(t, 60, 0, Safety::safe);
    t.act("7.2"_activity, 60);
    CHECK(t.district().reports.empty());
    CHECK(t.h().safety[60] == Safety::safe);
    CHECK(t.district().tally.harms_stopped == 0);
    CHECK(t.world.villages[1].awareness > 0);
    CHECK(t.world.villages[0].awareness == 0);
}

TEST_CASE("providers without a licence, with one that ends soon, or below the standard are inspected",
          "[7.3]") {
    TaskScene t;
    for (std::uint32_t i = 0; i < agency_count * providers_an_agency; ++i)
        provider(t, i) = {0.8f, true, false, 30};
    CHECK(t.candidates("7.3"_activity).empty());
    provider(t, 2).licensed = false;
    provider(t, 5).licence_ends = 2;
    provider(t, 8).quality = 0.3f;
    const auto found = t.candidates("7.3"_activity);
    REQUIRE(found.size() == 3);
    CHECK(need_of(found, 8) > need_of(found, 2));
    CHECK(need_of(found, 2) > need_of(found, 5));
}

TEST_CASE(
    "an inspection licenses who meets the standard; who falls short improves, or may not work until it does",
    "[7.3]") {
    TaskScene t;
    have_few_providers(t);
    const auto& p = t.settings.parameters.control;
    t.world.tick = 7;
    provider(t, 0) = {0.8f, false, false, 0};
    t.act("7.3"_activity, 0);
    CHECK(provider(t, 0).licensed);
    CHECK(provider(t, 0).licence_ends == 7 + static_cast<std::int32_t>(p.licence_months));

    provider(t, 1) = {static_cast<float>(p.minimum_standard) - 0.01f, false, false, 0};
    t.act("7.3"_activity, 1);
    CHECK_FALSE(is_below_standard(provider(t, 1), p.minimum_standard));
    CHECK(provider(t, 1).licensed);

    provider(t, 2) = {0.1f, true, false, 30};
    t.act("7.3"_activity, 2);
    CHECK(provider(t, 2).suspended);
    CHECK_FALSE(provider(t, 2).licensed);
    for (int inspection = 0; provider(t, 2).suspended; ++inspection) {
        REQUIRE(inspection < 100);
        t.act("7.3"_activity, 2);
    }
    CHECK(static_cast<double>(provider(t, 2).quality) >= p.minimum_standard);
}

TEST_CASE("an inspection sees one of the providers for whom one stands in the model", "[7.3]") {
    TaskScene t;
    t.settings.parameters.control.providers = 4 * providers_an_agency;
    double licensed = 0;
    for (std::int32_t month = 0; month < 40; ++month) {
        t.world.tick = month;
        for (std::uint32_t i = 0; i < agency_count * providers_an_agency; ++i) {
            provider(t, i) = {0.8f, false, false, 0};
            t.act("7.3"_activity, i);
            licensed += provider(t, i).licensed ? 1 : 0;
        }
    }
    const double acts = 40.0 * agency_count * providers_an_agency;
    CHECK(licensed / acts == Approx(0.25).margin(five_deviations(0.25, acts)));
}
