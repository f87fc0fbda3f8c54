// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "tasks/task_scene.hpp"
#include "world/small_country.hpp"

using namespace tujuh;
using namespace tujuh::literals;
using namespace tujuh::task_scene;

namespace {
constexpr auto livelihood = static_cast<std::size_t>(Need::livelihood);
}

TEST_CASE("contact is sought with those in distress who have no case, the neediest known", "[1.1]") {
    TaskScene t;
    t.world.villages[0].distressed = {{1, 0.4f}, {2, 0.9f}};
    t.world.villages[1].distressed = {{60, 0.5f}};
    t.world.villages[2].outside = {{120, 1.0f}};
    const auto found = t.candidates("1.1"_activity);
    REQUIRE(found.size() == 3);
    CHECK(found[1].target == 2);
    CHECK(found[1].need == 0.9f);
    CHECK(found[2].target == 60);
}

TEST_CASE("contact opens a case with the worker, and a household has one at most", "[1.1]") {
    TaskScene t;
    t.act("1.1"_activity, 20);
    REQUIRE(t.district().cases.size() == 2);
    CHECK(t.district().cases[1].household == 20);
    CHECK(t.district().cases[1].seat == 0);
    CHECK(t.district().cases[1].rapport == Approx(t.effects().rapport_first));
    CHECK(has_trait(t.h(), 20, trait::has_case));
    CHECK(t.district().seats[0].cases == 2);
    t.act("1.1"_activity, 20);
    CHECK(t.district().cases.size() == 2);
}

TEST_CASE("a worker who carries the limit of cases opens no more", "[1.1]") {
    TaskScene t;
    t.settings.parameters.workers.case_limit = 3;
    t.district().seats[0].full_time = 1;
    for (std::uint32_t i = 20; i < 40; ++i) t.act("1.1"_activity, i);
    CHECK(t.district().seats[0].cases == 3);
    CHECK(t.district().cases.size() == 3);
}

TEST_CASE("support is for clients in crisis, more for those who feel little of it", "[1.2]") {
    TaskScene t;
    CHECK(t.need("1.2"_activity) == 0.0f);
    t.h().crisis[client] = Crisis::job_loss;
    const float alone = t.need("1.2"_activity);
    t.h().support[client] = 0.7f;
    CHECK(alone > t.need("1.2"_activity));
    CHECK(t.need("1.2"_activity) > 0.0f);
}

TEST_CASE("support in crisis raises support, morale and rapport by a share of what is missing", "[1.2]") {
    TaskScene t;
    t.act("1.2"_activity);
    CHECK(t.h().support[client] == Approx(t.effects().support_gain).margin(StoredShare::largest_error));
    CHECK(t.h().morale[client] ==
          Approx(0.5 + 0.5 * t.effects().support_morale).margin(StoredShare::largest_error));
    CHECK(t.file().rapport == Approx(0.5 + 0.5 * t.effects().rapport_gain));
    for (int visit = 0; visit < 100; ++visit) t.act("1.2"_activity);
    CHECK(t.h().support[client] <= 1.0f);
}

TEST_CASE("room to express is for clients whose needs are hidden, new clients first", "[1.3]") {
    TaskScene t;
    CHECK(t.need("1.3"_activity) == 0.0f);
    t.h().deficit[livelihood][client] = 0.6f;
    const float in_first_month = t.need("1.3"_activity);
    t.world.tick = 12;
    CHECK(in_first_month > t.need("1.3"_activity));
    CHECK(t.need("1.3"_activity) > 0.0f);
    t.h().needs_known[client] = 1u << livelihood;
    CHECK(t.need("1.3"_activity) == 0.0f);
}

TEST_CASE("being heard lowers stigma and brings hidden needs to light, not needs that are not there",
          "[1.3]") {
    TaskScene t;
    t.effects().express_reveal = 1;
    t.h().stigma[client] = 0.5f;
    t.h().deficit[1][client] = 0.9f;
    t.h().deficit[3][client] = 0.9f;
    t.act("1.3"_activity);
    CHECK(t.h().stigma[client] ==
          Approx(0.5 * (1 - t.effects().express_stigma)).margin(StoredShare::largest_error));
    CHECK(t.h().needs_known[client] == (1u << 1 | 1u << 3));
    CHECK(t.file().rapport > 0.5f);
}

TEST_CASE("alternatives are reviewed with clients under money stress", "[1.4]") {
    TaskScene t;
    CHECK(t.need("1.4"_activity) == 0.0f);
    t.h().crisis[client] = Crisis::illness;
    CHECK(t.need("1.4"_activity) > 0.0f);
    t.h().crisis[client] = Crisis::none;
    t.h().deficit[livelihood][client] = 0.5f;
    const float clumsy = t.need("1.4"_activity);
    t.h().coping_efficiency[client] = 0.9f;
    CHECK(clumsy > t.need("1.4"_activity));
}

TEST_CASE("reviewing alternatives raises coping efficiency", "[1.4]") {
    TaskScene t;
    t.act("1.4"_activity);
    CHECK(t.h().coping_efficiency[client] ==
          Approx(0.5 + 0.5 * t.effects().review_efficiency).margin(StoredShare::largest_error));
}

TEST_CASE("confrontation is for care risk and misuse", "[1.5]") {
    TaskScene t;
    const auto high = static_cast<float>(t.settings.parameters.care.high_risk);
    t.h().care_risk[client] = high - 0.01f;
    CHECK(t.need("1.5"_activity) == 0.0f);
    t.h().care_risk[client] = high + 2 * StoredShare::largest_error;
    const float risk_alone = t.need("1.5"_activity);
    CHECK(risk_alone > 0.0f);
    t.h().traits[client] |= trait::misuse;
    CHECK(t.need("1.5"_activity) > risk_alone);
    t.h().care_risk[client] = 0;
    CHECK(t.need("1.5"_activity) > 0.0f);
}

TEST_CASE("where there is rapport confrontation raises readiness, lowers care risk and ends misuse",
          "[1.5]") {
    TaskScene t;
    t.file().rapport = 1;
    t.file().readiness = 1;
    t.h().care_risk[client] = 0.8f;
    t.h().traits[client] |= trait::misuse;
    t.act("1.5"_activity);
    CHECK(t.h().care_risk[client] ==
          Approx(0.8 * (1 - t.effects().confront_risk)).margin(StoredShare::largest_error));
    CHECK_FALSE(has_trait(t.h(), client, trait::misuse));
    t.file().readiness = 0.2f;
    t.act("1.5"_activity);
    CHECK(t.file().readiness > 0.2f);
}

TEST_CASE("without rapport confrontation lowers nothing, and the client may drop out", "[1.5]") {
    TaskScene t;
    t.effects().confront_dropout = 1;
    t.file().rapport = 0;
    t.h().care_risk[client] = 0.8f;
    t.act("1.5"_activity);
    CHECK(t.h().care_risk[client] == Approx(0.8).margin(StoredShare::largest_error));
    CHECK(t.file().opened == Case::dropped_out);
}

TEST_CASE("skills are taught to stable clients, to the least capable first", "[1.6]") {
    TaskScene t;
    const float usual = t.need("1.6"_activity);
    CHECK(usual > 0.0f);
    t.h().capability[client] = 0.9f;
    CHECK(t.need("1.6"_activity) < usual);
    t.h().crisis[client] = Crisis::illness;
    CHECK(t.need("1.6"_activity) == 0.0f);
}

TEST_CASE("teaching raises capability, and resources slightly", "[1.6]") {
    TaskScene t;
    const float before = t.h().permanent[client];
    t.act("1.6"_activity);
    CHECK(t.h().capability[client] ==
          Approx(0.5 + 0.5 * t.effects().teach_capability).margin(StoredShare::largest_error));
    CHECK(t.h().permanent[client] - before == Approx(t.effects().teach_resources));
}

TEST_CASE("an unskilled worker's act does less, and it touches no household but the client's", "[1.1]") {
    for (const auto activity :
         {"1.2"_activity, "1.3"_activity, "1.4"_activity, "1.5"_activity, "1.6"_activity}) {
        TaskScene skilled, unskilled;
        for (auto* t : {&skilled, &unskilled}) {
            t->file().rapport = t->file().readiness = 1;
            t->h().care_risk[client] = 0.8f;
            t->h().stigma[client] = 0.8f;
        }
        const Households before = skilled.h();
        skilled.act(activity, 0, 1.0f);
        unskilled.act(activity, 0, 0.0f);
        const auto gain = [&](const Households& h) {
            return h.support[client] + h.coping_efficiency[client] + h.capability[client] -
                   h.care_risk[client] - h.stigma[client];
        };
        INFO(code_of(activity));
        CHECK(gain(skilled.h()) > gain(unskilled.h()));
        CHECK(gain(unskilled.h()) == gain(before));
        Households after = skilled.h();
        for_each_column(after, [](auto& column) { column[client] = {}; });
        Households others = before;
        for_each_column(others, [](auto& column) { column[client] = {}; });
        CHECK(small_country::same_households(after, others));
    }
}
