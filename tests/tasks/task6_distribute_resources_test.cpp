// SPDX-License-Identifier: Apache-2.0
#include "agencies/delivery.hpp"
#include "agencies/eligibility.hpp"
#include "agencies/registry.hpp"
#include "catch.hpp"
#include "informal/mutual_aid.hpp"
#include "tasks/task_scene.hpp"
#include "workers/worker_phase.hpp"

#include <cmath>

using namespace tujuh;
using namespace tujuh::literals;
using namespace tujuh::small_district;
using namespace tujuh::task_scene;

namespace {

MutualAidGroup& group_of(TaskScene& t, std::uint32_t village, GroupKind kind) {
    return t.world.villages[village].groups[static_cast<std::size_t>(kind)];
}

double weighted_distance(const District& district) {
    double sum = 0;
    for (const auto& village : district.frame)
        sum += static_cast<double>(village.poor_weight * village.distance_km);
    return sum;
}

/// A line of villages with one office at its end and the poor at the other.
void make_remote(TaskScene& t) {
    auto& d = t.district();
    d.frame[0].poor_weight = 1;
    d.frame[1].poor_weight = 10;
    d.frame[2].poor_weight = 10;
    measure_distances(d, t.settings.parameters);
}

} // namespace

TEST_CASE("eligibility is determined for applicants not yet visited, and for registered households in doubt",
          "[6.1]") {
    TaskScene t;
    t.world.villages[1].doubtful = {{70, 0.4f}};
    Request waiting, approved, visited;
    waiting.household = 3, approved.household = 4, visited.household = 8;
    approved.stage = Stage::approved;
    t.h().traits[8] |= trait::visited;
    t.district().requests = {waiting, approved, visited};
    const auto found = t.candidates("6.1"_activity);
    REQUIRE(found.size() == 2);
    CHECK(holds(found, 70));
    CHECK(holds(found, 3));
    CHECK(found[1].need > found[0].need); // a decision waits for the applicant
}

TEST_CASE("a visit replaces the registry's score, and a skilled visitor errs less", "[6.1]") {
    TaskScene t;
    double skilled = 0, unskilled = 0;
    for (std::uint32_t i = 0; i < 150; ++i) {
        t.h().score[i] = 99;
        t.act("6.1"_activity, i, 1.0f);
        CHECK(has_trait(t.h(), i, trait::visited));
        const double error = static_cast<double>(t.h().score[i] - log(usual_resources));
        skilled += error * error;
        t.act("6.1"_activity, i, 0.0f);
        const double other = static_cast<double>(t.h().score[i] - log(usual_resources));
        unskilled += other * other;
    }
    // The same draws, scaled: (1.5 - 1) and (1.5 - 0) of the declared error.
    CHECK(std::sqrt(unskilled / skilled) == Approx(3).epsilon(1e-3));
    // Chi-squared with 150 degrees of freedom, five standard deviations of its mean: error below 1e-4.
    CHECK(skilled / 150 == Approx(0.1 * 0.1).epsilon(5 * std::sqrt(2.0 / 150)));
}

TEST_CASE("a group is formed where enough of a vulnerable kind are poor and outside one", "[6.2]") {
    TaskScene t;
    CHECK(t.candidates("6.2"_activity).empty());
    t.world.villages[1].tally.vulnerable_outside = {0, 0, 20};
    t.world.villages[2].tally.vulnerable_outside = {0, 10, 0};
    auto found = t.candidates("6.2"_activity);
    REQUIRE(found.size() == 2);
    CHECK(found[0].target == 1);
    CHECK(found[0].need > found[1].need);
    group_of(t, 1, GroupKind::elder).alive = true;
    found = t.candidates("6.2"_activity);
    REQUIRE(found.size() == 1);
    CHECK(found[0].target == 2);
}

TEST_CASE("the group is for the kind most outside, clients or not", "[6.2]") {
    TaskScene t;
    t.effects().group_first = 1;
    t.world.villages[0].tally.vulnerable_outside = {2, 12, 3};
    for (std::uint32_t i = 0; i < 12; ++i) t.h().disabled[i] = 1;
    t.h().elders[40] = 1;
    t.act("6.2"_activity, 0);
    CHECK(group_of(t, 0, GroupKind::disability).alive);
    CHECK(group_of(t, 0, GroupKind::disability).members == 12);
    CHECK_FALSE(group_of(t, 0, GroupKind::elder).alive);
    CHECK_FALSE(group_of(t, 0, GroupKind::female_head).alive);
    CHECK(t.h().groups[40] == 0);
}

TEST_CASE("distribution is called for at the district's offices, once a month", "[6.3]") {
    TaskScene t;
    const auto found = t.candidates("6.3"_activity);
    REQUIRE(found.size() == 1);
    CHECK_FALSE(village_of_act(t.scene, "6.3"_activity, found[0]).has_value());
}

TEST_CASE("the point whose move lowers the distance of the poor most is moved to the worst served", "[6.3]") {
    TaskScene t;
    make_remote(t);
    const double before = weighted_distance(t.district());
    t.act("6.3"_activity);
    CHECK(t.district().points.size() == 1);
    CHECK(t.district().points[0].x == t.district().frame[2].x);
    CHECK(weighted_distance(t.district()) < before);
}

TEST_CASE("where no move helps, the office nearest to the worst served brings its service closer", "[6.3]") {
    TaskScene t;
    make_remote(t);
    double before = weighted_distance(t.district());
    t.act("6.3"_activity);
    for (int act = 0; act < 20; ++act) {
        const double now = weighted_distance(t.district());
        CHECK(now <= before);
        before = now;
        t.act("6.3"_activity);
    }
    CHECK(t.district().points[0].mechanism == Mechanism::mobile);
}

TEST_CASE("an unskilled worker's plans for distribution come to nothing", "[6.3]") {
    TaskScene t;
    make_remote(t);
    const double before = weighted_distance(t.district());
    for (t.world.tick = 0; t.world.tick < 20; ++t.world.tick) t.act("6.3"_activity, 0, 0.0f);
    CHECK(weighted_distance(t.district()) == before);
}

TEST_CASE("managers are trained where a living group lacks competence, the least competent first", "[6.4]") {
    TaskScene t;
    CHECK(t.candidates("6.4"_activity).empty());
    group_of(t, 0, GroupKind::community) = {true, 0, 5, 0, 0, 0, 0, 0.9f};
    group_of(t, 2, GroupKind::community) = {true, 0, 5, 0, 0, 0, 0, 0.3f};
    const auto found = t.candidates("6.4"_activity);
    REQUIRE(found.size() == 2);
    CHECK(found[1].target == 2);
    CHECK(found[1].need > found[0].need);
}

TEST_CASE("training raises the competence of the village's living groups and of the nearest point", "[6.4]") {
    TaskScene t;
    t.district().points.push_back({6, 0, Mechanism::mobile, 0.6f});
    measure_distances(t.district(), t.settings.parameters);
    group_of(t, 2, GroupKind::community) = {true, 0, 5, 0, 0, 0, 0, 0.4f};
    group_of(t, 0, GroupKind::community) = {true, 0, 5, 0, 0, 0, 0, 0.4f};
    t.act("6.4"_activity, 2);
    CHECK(group_of(t, 2, GroupKind::community).competence ==
          Approx(0.4 + 0.6 * t.effects().train_competence));
    CHECK(group_of(t, 2, GroupKind::elder).competence == 0.0f);
    CHECK(group_of(t, 0, GroupKind::community).competence == 0.4f);
    CHECK(t.district().points[1].competence > 0.6f);
    CHECK(t.district().points[0].competence == 0.6f);
}

TEST_CASE("a trained group breaks up less often", "[6.4]") {
    TaskScene t;
    group_of(t, 0, GroupKind::community) = {true, 0, 5, 0, 0, 0, 0, 0.4f};
    const double before = dissolution_chance(0.4, t.settings.parameters.informal);
    t.act("6.4"_activity, 0);
    CHECK(dissolution_chance(static_cast<double>(group_of(t, 0, GroupKind::community).competence),
                             t.settings.parameters.informal) < before);
}

TEST_CASE("the newly enrolled are prepared, the least prepared first", "[6.5]") {
    TaskScene t;
    t.h().preparedness[60] = 0.9f;
    enrol(t.world, t.district(), 3, cash, Door::asked, true);
    enrol(t.world, t.district(), 60, cash, Door::asked, true);
    const auto found = t.candidates("6.5"_activity);
    REQUIRE(found.size() == 2);
    CHECK(found[0].target == 3);
    CHECK(found[0].need > found[1].need);
    CHECK(village_of_act(t.scene, "6.5"_activity, found[1]) == 1u);
}

TEST_CASE("preparation raises preparedness by a share of what is missing", "[6.5]") {
    TaskScene t;
    t.act("6.5"_activity, 3);
    CHECK(t.h().preparedness[3] ==
          Approx(0.45 + 0.55 * t.effects().prepare).margin(StoredShare::largest_error));
    CHECK(t.h().preparedness[4] == Approx(0.45).margin(StoredShare::largest_error));
}

TEST_CASE("use is monitored where programmes leak and nobody watches, the leakiest first", "[6.6]") {
    TaskScene t;
    t.settings.programmes[cash].leakage = 0;
    t.settings.programmes[school].leakage = 0.3;
    auto found = t.candidates("6.6"_activity);
    REQUIRE(found.size() == 2);
    CHECK_FALSE(holds(found, cash));
    CHECK(found[1].target == school);
    CHECK(found[1].need > found[0].need);
    t.district().supervision[school] = 1;
    found = t.candidates("6.6"_activity);
    REQUIRE(found.size() == 1);
    CHECK(found[0].target == care);
}

TEST_CASE("monitoring raises supervision of one programme, and so less of its benefits leak", "[6.6]") {
    TaskScene t;
    t.act("6.6"_activity, cash);
    t.act("6.6"_activity, cash);
    const double gain = t.effects().monitor_supervision;
    CHECK(t.district().supervision[cash] == Approx(1 - (1 - gain) * (1 - gain)));
    CHECK(t.district().supervision[care] == 0.0f);
    CHECK(leaked_share(0.1f, 0.3f, 0.6f, t.district().supervision[cash]).unaware < 0.1f);
}
