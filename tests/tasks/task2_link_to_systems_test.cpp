// SPDX-License-Identifier: Apache-2.0
#include "agencies/eligibility.hpp"
#include "agencies/registry.hpp"
#include "agencies/requests.hpp"
#include "catch.hpp"
#include "tasks/task_scene.hpp"

#include <cmath>

using namespace tujuh;
using namespace tujuh::literals;
using namespace tujuh::small_district;
using namespace tujuh::task_scene;

namespace {

/// Share of 1,000 months in which the client's chance came true: `happened` after one act a month.
template <class Prepare, class Happened>
double share_of_months(TaskScene& t, Activity activity, Prepare&& prepare, Happened&& happened) {
    double count = 0;
    for (t.world.tick = 0; t.world.tick < 1000; ++t.world.tick) {
        prepare();
        t.act(activity);
        count += happened() ? 1 : 0;
    }
    return count / 1000;
}

} // namespace

TEST_CASE("outreach looks for the poor outside the registry", "[2.1]") {
    TaskScene t;
    t.world.villages[2].outside = {{120, 0.7f}};
    t.world.villages[0].distressed = {{1, 0.4f}};
    const auto found = t.candidates("2.1"_activity);
    REQUIRE(found.size() == 1);
    CHECK(found[0].target == 120);
}

TEST_CASE("who is found is registered, measured as the registry measures, and has a case", "[2.1]") {
    TaskScene t;
    t.h().traits[20] = 0;
    t.act("2.1"_activity, 20);
    CHECK(has_trait(t.h(), 20, trait::registered));
    CHECK(has_trait(t.h(), 20, trait::has_case));
    const auto& p = t.settings.parameters.registry;
    CHECK(t.h().score[20] == registry_score(usual_resources, registry_error(p.spread, p.fit), t.world.draws,
                                            number_of(t.world, t.district(), 20),
                                            t.world.national.registry_round));
}

TEST_CASE("information is for clients who do not know what they are entitled to", "[2.2]") {
    TaskScene t;
    CHECK(t.need("2.2"_activity) == 0.0f);
    t.h().eligible[client] = bit_of(cash) | bit_of(care);
    CHECK(t.need("2.2"_activity) == 2.0f);
    t.h().known[client] = bit_of(cash);
    CHECK(t.need("2.2"_activity) == 1.0f);
    t.h().served[client] = bit_of(care);
    CHECK(t.need("2.2"_activity) == 0.0f);
}

TEST_CASE("information makes entitlements known and procedures understood, and nothing else", "[2.2]") {
    TaskScene t;
    t.effects().inform_chance = 1;
    t.h().eligible[client] = bit_of(care);
    t.act("2.2"_activity);
    CHECK(t.h().known[client] == bit_of(care));
    CHECK(has_trait(t.h(), client, trait::informed));
    CHECK(under_way(t.district()) == 0);
}

TEST_CASE("help with barriers is for entitled clients without papers or too far away", "[2.3]") {
    TaskScene t;
    t.settings.programmes[cash].documents_required = 1;
    t.h().eligible[client] = bit_of(cash);
    CHECK(t.need("2.3"_activity) == 0.0f);
    t.h().traits[client] = trait::has_case; // no papers
    const float papers = t.need("2.3"_activity);
    CHECK(papers > 0.0f);
    t.district().frame[0].distance_km = static_cast<float>(t.settings.parameters.measures.far_km) + 1;
    CHECK(t.need("2.3"_activity) > papers);
    t.h().traits[client] |= trait::transport;
    CHECK(t.need("2.3"_activity) == papers);
    t.h().served[client] = bit_of(cash);
    CHECK(t.need("2.3"_activity) == 0.0f);
}

TEST_CASE("help with barriers completes papers, and arranges transport where the way is far", "[2.3]") {
    TaskScene t;
    t.effects().barrier_documents = t.effects().barrier_transport = 1;
    t.h().traits[client] = trait::has_case;
    t.act("2.3"_activity);
    CHECK(has_trait(t.h(), client, trait::documents));
    CHECK_FALSE(has_trait(t.h(), client, trait::transport));
    t.district().frame[0].distance_km = 100;
    t.act("2.3"_activity);
    CHECK(has_trait(t.h(), client, trait::transport));
}

TEST_CASE("referral is for the entitled who are not enrolled, have not asked and were not refused", "[2.4]") {
    TaskScene t;
    CHECK(t.need("2.4"_activity) == 0.0f);
    t.h().eligible[client] = bit_of(cash) | bit_of(care) | bit_of(school);
    CHECK(t.need("2.4"_activity) == 3.0f);
    t.h().enrolled[client] = bit_of(cash);
    t.h().pending[client] = bit_of(care);
    CHECK(t.need("2.4"_activity) == 1.0f);
    t.h().denied[client] = bit_of(school);
    CHECK(t.need("2.4"_activity) == 0.0f);
}

TEST_CASE("referral files an accompanied request with one system at a time, the largest need first",
          "[2.4]") {
    TaskScene t;
    t.settings.parameters.agencies.referral_success = 1;
    t.district().conflict.setZero();
    t.h().eligible[client] = bit_of(cash) | bit_of(care);
    t.h().deficit[static_cast<std::size_t>(Need::livelihood)][client] = 0.3f;
    t.h().deficit[static_cast<std::size_t>(Need::care)][client] = 0.6f;
    t.act("2.4"_activity);
    REQUIRE(t.district().requests.size() == 1);
    CHECK(t.h().pending[client] == bit_of(care));
    CHECK(has_bit(t.h().known[client], care));
    t.act("2.4"_activity);
    REQUIRE(t.district().requests.size() == 2);
    for (const auto& request : t.district().requests) {
        CHECK(request.accompanied);
        CHECK(request.household == client);
        CHECK(request.filed == t.world.tick);
    }
    CHECK(t.h().pending[client] == (bit_of(cash) | bit_of(care)));
    t.act("2.4"_activity);
    CHECK(t.district().requests.size() == 2);
}

// Binomial with 1,000 months; five standard deviations: error below 1e-6 for each.
TEST_CASE("conflict between agencies lowers the success of referrals to the other agency", "[2.4]") {
    TaskScene t;
    t.settings.parameters.agencies.referral_success = 0.9;
    t.h().eligible[client] = bit_of(care); // run by protection
    for (const float conflict : {0.0f, 0.5f, 1.0f}) {
        t.district().conflict.setConstant(conflict);
        const double accepted = share_of_months(
            t, "2.4"_activity,
            [&] {
                t.h().pending[client] = 0;
                t.district().requests.clear();
            },
            [&] { return !t.district().requests.empty(); });
        const double expected = 0.9 * (1 - static_cast<double>(conflict));
        CHECK(std::fabs(accepted - expected) <= five_deviations(expected, 1000));
    }
}

TEST_CASE("advocacy is for clients wrongly refused or enrolled but unserved, not for rightful refusals",
          "[2.5]") {
    TaskScene t;
    t.h().denied[client] = bit_of(cash);
    CHECK(t.need("2.5"_activity) == 0.0f);
    t.h().eligible[client] = bit_of(cash);
    CHECK(t.need("2.5"_activity) == 1.0f);
    t.h().enrolled[client] = bit_of(care);
    CHECK(t.need("2.5"_activity) == 2.0f);
    t.h().served[client] = bit_of(care);
    CHECK(t.need("2.5"_activity) == 1.0f);
}

TEST_CASE("advocacy has a wrongful refusal undone: asked again, accompanied, with a visitor's score",
          "[2.5]") {
    TaskScene t;
    t.effects().advocate_success = 1;
    t.h().denied[client] = t.h().eligible[client] = bit_of(cash);
    t.h().score[client] = 20;
    t.act("2.5"_activity);
    CHECK(t.h().denied[client] == 0);
    REQUIRE(t.district().requests.size() == 1);
    CHECK(t.district().requests[0].accompanied);
    CHECK(has_trait(t.h(), client, trait::visited));
    CHECK(t.h().score[client] == visit_score(usual_resources, t.settings.parameters.registry.visit_error,
                                             t.world.draws, number_of(t.world, t.district(), client),
                                             t.world.tick));
}

TEST_CASE("advocacy leaves a rightful refusal standing", "[2.5]") {
    TaskScene t;
    t.effects().advocate_success = 1;
    t.h().denied[client] = bit_of(cash);
    t.act("2.5"_activity);
    CHECK(t.h().denied[client] == bit_of(cash));
    CHECK(t.district().requests.empty());
}

TEST_CASE("advocacy has a service delivered that was granted and did not start", "[2.5]") {
    TaskScene t;
    t.effects().advocate_service = 1;
    enrol(t.world, t.district(), client, care, Door::asked, false);
    t.act("2.5"_activity);
    CHECK(has_bit(t.h().served[client], care));
}

TEST_CASE("review of policy is for agencies whose rules disadvantage the vulnerable, the worst first",
          "[2.6]") {
    TaskScene t;
    for (auto& agency : t.district().agencies) agency.bias.fill(0);
    CHECK(t.candidates("2.6"_activity).empty());
    t.district().agencies[2].bias = {0, 0.1f, 0};
    t.district().agencies[4].bias = {0.1f, 0.1f, 0.1f};
    const auto found = t.candidates("2.6"_activity);
    REQUIRE(found.size() == 2);
    CHECK(found[0].target == 2);
    CHECK(found[1].need > found[0].need);
}

TEST_CASE("an agency that answers lowers its bias against every group, one that does not answer keeps it",
          "[2.6]") {
    TaskScene t;
    auto& agency = t.district().agencies[1];
    agency.bias.fill(0.2f);
    agency.responsiveness = 0;
    t.act("2.6"_activity, 1);
    CHECK(agency.bias[0] == 0.2f);
    agency.responsiveness = 1;
    t.act("2.6"_activity, 1);
    for (const float bias : agency.bias) CHECK(bias == Approx(0.2 * (1 - t.effects().stimulate_bias)));
    CHECK(t.district().agencies[0].bias[0] == Approx(0.18));
}

TEST_CASE("a solidarity group is formed where enough clients live and none exists", "[2.7]") {
    TaskScene t;
    t.world.villages[1].tally.clients = 1; // one client is no group
    t.world.villages[2].tally.clients = 5;
    auto found = t.candidates("2.7"_activity);
    REQUIRE(found.size() == 1);
    CHECK(found[0].target == 2);
    t.world.villages[2].groups[static_cast<std::size_t>(GroupKind::clients)].alive = true;
    CHECK(t.candidates("2.7"_activity).empty());
}

TEST_CASE("a solidarity group takes in clients of the village and nobody else", "[2.7]") {
    TaskScene t;
    t.effects().group_first = 1;
    t.h().traits[6] |= trait::has_case;
    t.h().traits[60] |= trait::has_case; // of another village
    t.act("2.7"_activity, 0);
    const auto& group = t.world.villages[0].groups[static_cast<std::size_t>(GroupKind::clients)];
    CHECK(group.alive);
    CHECK(group.members == 2);
    CHECK(group.fund == 0);
    constexpr auto bit = 1u << static_cast<unsigned>(GroupKind::clients);
    for (std::uint32_t i = 0; i < t.h().count(); ++i)
        CHECK(((t.h().groups[i] & bit) != 0) == (i == client || i == 6));
}
