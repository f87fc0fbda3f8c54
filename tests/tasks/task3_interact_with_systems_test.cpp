// SPDX-License-Identifier: Apache-2.0
#include "agencies/known_problems.hpp"
#include "agencies/requests.hpp"
#include "catch.hpp"
#include "households/village_month.hpp"
#include "tasks/agency_pairs.hpp"
#include "tasks/task_scene.hpp"

using namespace tujuh;
using namespace tujuh::literals;
using namespace tujuh::small_district;
using namespace tujuh::task_scene;

namespace {

constexpr auto community = static_cast<std::size_t>(GroupKind::community);

/// A month of rest and of what agencies do about problems that they know.
void agencies_go_on(TaskScene& t, int months) {
    for (int month = 0; month < months; ++month) {
        relax_agencies(t.district(), t.world.draws, t.settings.parameters);
        for (auto& agency : t.district().agencies)
            act_on_known_problems(agency, t.settings.parameters.agency_work);
    }
}

void file(TaskScene& t, std::uint32_t household, std::size_t programme) {
    file_requests(t.world, t.district(), {{household, static_cast<std::uint8_t>(programme), false}});
}

} // namespace

TEST_CASE("agencies are told first where their procedures weigh most and files are lost", "[3.1]") {
    TaskScene t;
    agency_of(t.district(), AgencyKind::health).burden = 0.6f;
    file(t, 9, care);
    t.district().requests[0].lost = true;
    const auto found = t.candidates("3.1"_activity);
    REQUIRE(found.size() == agency_count);
    const auto need = [&](AgencyKind kind) { return found[static_cast<std::size_t>(kind)].need; };
    CHECK(need(AgencyKind::health) > need(AgencyKind::social_affairs));
    CHECK(need(AgencyKind::protection) > need(AgencyKind::health));
}

TEST_CASE("an agency told once changes nothing, one told again and again lightens its burden and bias, and "
          "forgets when nobody tells it",
          "[3.1]") {
    TaskScene t;
    auto& told = agency_of(t.district(), AgencyKind::health);
    const auto& untold = agency_of(t.district(), AgencyKind::education);
    const float burden = told.burden, bias = told.bias[0];
    t.act("3.1"_activity, static_cast<std::uint32_t>(AgencyKind::health));
    agencies_go_on(t, 1);
    CHECK(told.problem_known > 0.0f);
    CHECK(told.burden == Approx(burden));
    for (int month = 0; month < 12; ++month) {
        t.act("3.1"_activity, static_cast<std::uint32_t>(AgencyKind::health));
        agencies_go_on(t, 1);
    }
    CHECK(told.burden < 0.95f * burden);
    CHECK(told.bias[0] < 0.95f * bias);
    CHECK(untold.burden == Approx(burden));
    agencies_go_on(t, 600);
    CHECK(told.problem_known < 0.01f);
    CHECK(told.burden == Approx(burden).epsilon(1e-3));
}

TEST_CASE("advice raises the quality of an agency that answers, and of no other", "[3.2]") {
    TaskScene t;
    auto& agency = t.district().agencies[1];
    agency.quality = 0.4f;
    agency.responsiveness = 0;
    t.act("3.2"_activity, 1);
    CHECK(agency.quality == 0.4f);
    agency.responsiveness = 1;
    t.act("3.2"_activity, 1);
    CHECK(agency.quality == Approx(0.4 + 0.6 * t.settings.parameters.agency_work.consult_quality));
    CHECK(t.district().agencies[0].quality == Approx(0.6));
}

TEST_CASE("bridging reaches members of groups, and kin less; those who live elsewhere not at all", "[3.3]") {
    TaskScene t;
    auto& village = t.world.villages[1];
    village.groups[community].alive = true;
    village.groups[community].members = 10;
    const auto& p = t.settings.parameters.application;
    for (int visits = 0; visits < 3; ++visits) t.act("3.3"_activity, 1);
    const float member = bridged_of(village, 1u << community, p.kin_reach);
    CHECK(member > 0.5f);
    CHECK(bridged_of(village, 0, p.kin_reach) == Approx(p.kin_reach * static_cast<double>(member)));
    CHECK(bridged_of(t.world.villages[0], 1u << community, p.kin_reach) == 0.0f);
    const auto found = t.candidates("3.3"_activity);
    REQUIRE(found.size() == 3);
    CHECK(found[1].need < found[0].need);
}

TEST_CASE("information reaches a client, bridging the neighbours who are none", "[2.2][3.3]") {
    TaskScene t;
    t.effects().inform_chance = 1;
    t.h().eligible[client] = bit_of(care);
    t.act("3.3"_activity, 0);
    CHECK(t.h().known[client] == 0);
    CHECK(t.world.villages[0].kin_bridged > 0.0f);
    t.act("2.2"_activity);
    CHECK(t.h().known[client] == bit_of(care));
}

TEST_CASE("a joint plan is for clients with open entitlements at two agencies or more", "[3.4]") {
    TaskScene t;
    t.h().eligible[client] = bit_of(cash);
    CHECK(t.need("3.4"_activity) == 0.0f);
    t.h().eligible[client] = bit_of(cash) | bit_of(care);
    CHECK(t.need("3.4"_activity) == 2.0f);
    t.h().denied[client] = bit_of(care);
    CHECK(t.need("3.4"_activity) == 0.0f);
}

TEST_CASE("a joint plan files what is missing, takes in what is under way, and then is complete", "[3.4]") {
    TaskScene t;
    t.settings.parameters.agencies.referral_success = 1;
    t.district().conflict.setOnes(); // a plan that all have signed does not fail for their quarrels
    t.h().eligible[client] = bit_of(cash) | bit_of(care) | bit_of(school);
    file(t, client, care);
    file(t, 30, care);
    t.h().score[client] = 20;
    t.act("3.4"_activity);
    CHECK(t.h().score[client] < 15); // one assessment, made at home
    REQUIRE(t.district().requests.size() == 4);
    for (const auto& request : t.district().requests) {
        CHECK(request.joint == (request.household == client));
        CHECK(request.accompanied == request.joint);
    }
    CHECK(t.need("3.4"_activity) == 0.0f);
}

TEST_CASE("advocacy before agencies is for requests lost, stopped or long undecided, of clients or not",
          "[3.5]") {
    TaskScene t;
    for (const std::uint32_t household : {10u, 20u, 30u, 40u}) file(t, household, care);
    file(t, 10, cash);
    file(t, 50, cash); // not entitled
    for (const std::uint32_t household : {10u, 20u, 30u, 40u}) t.h().eligible[household] = bit_of(care);
    auto& requests = t.district().requests;
    requests[0].lost = requests[5].lost = true;
    requests[1].stuck = true;
    requests[2].filed = -5;
    const auto found = t.candidates("3.5"_activity);
    REQUIRE(found.size() == 3); // one visit to a household for all its requests
    CHECK(holds(found, 10));
    CHECK(holds(found, 20));
    CHECK(holds(found, 30));
}

TEST_CASE("advocacy before agencies moves a file from where it was, and leaves filing to referral", "[3.5]") {
    TaskScene t;
    t.settings.parameters.agency_work.advocate_success = 1;
    t.h().eligible[20] = bit_of(cash) | bit_of(care);
    file(t, 20, care);
    auto& request = t.district().requests[0];
    request.stage = Stage::assessment;
    request.stuck = true;
    t.act("3.5"_activity, 20);
    CHECK_FALSE(request.stuck);
    CHECK(request.accompanied);
    CHECK(request.stage == Stage::assessment);
    CHECK(t.district().requests.size() == 1);
    CHECK(t.candidates("3.5"_activity).empty());
}

TEST_CASE("organising is for districts that serve many; agencies then answer more, and less when it fades",
          "[3.6]") {
    TaskScene t;
    CHECK(t.candidates("3.6"_activity).empty());
    t.world.villages[0].tally.served[cash] = 20;
    CHECK(t.candidates("3.6"_activity).size() == 1);
    const float usual = t.district().agencies[2].responsiveness;
    for (int month = 0; month < 24; ++month) {
        t.act("3.6"_activity);
        agencies_go_on(t, 1);
    }
    CHECK(t.district().organisation > 0.5f);
    CHECK(t.district().agencies[2].responsiveness > 1.1f * usual);
    agencies_go_on(t, 600);
    CHECK(t.district().organisation < 0.01f);
    CHECK(t.district().agencies[2].responsiveness == Approx(usual).epsilon(0.01));
}

TEST_CASE("mediation lowers the conflict of one pair, both ways, and of no other", "[3.7]") {
    TaskScene t;
    const auto found = t.candidates("3.7"_activity);
    REQUIRE(found.size() == 10);
    CHECK(found[0].need > found[9].need); // social affairs refers to the others
    t.act("3.7"_activity, 9);
    const auto pair = agency_pair(9);
    const auto a = static_cast<Eigen::Index>(pair.first), b = static_cast<Eigen::Index>(pair.second);
    const auto& conflict = t.district().conflict;
    CHECK(conflict(a, b) < 0.3f);
    CHECK(conflict(b, a) == conflict(a, b));
    CHECK(conflict(0, 1) == 0.3f);
}

TEST_CASE("only referrals to another agency than the worker's own count, and conflict has them fail",
          "[2.4][3.7]") {
    TaskScene t;
    t.settings.parameters.agencies.referral_success = 1;
    t.h().eligible[client] = bit_of(care);
    t.district().conflict.setOnes();
    t.act("2.4"_activity);
    CHECK(t.district().tally.referrals == 1);
    CHECK(t.district().tally.referrals_succeeded == 0);
    t.district().conflict.setZero();
    t.act("2.4"_activity);
    CHECK(t.district().tally.referrals == 2);
    CHECK(t.district().tally.referrals_succeeded == 1);
    t.h().eligible[client] = bit_of(cash);
    t.act("2.4"_activity);
    CHECK(t.district().tally.referrals == 2);
}
