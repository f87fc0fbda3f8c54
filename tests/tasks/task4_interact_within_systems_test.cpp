// SPDX-License-Identifier: Apache-2.0
#include "agencies/sub_units.hpp"
#include "catch.hpp"
#include "tasks/task_scene.hpp"

#include <cmath>

using namespace tujuh;
using namespace tujuh::literals;
using namespace tujuh::small_district;
using namespace tujuh::task_scene;

namespace {

/// One agency of the small district, and what a skilled worker does with it.
struct Office {
    TaskScene t;
    Agency& agency = t.district().agencies[0];
    SubUnitState& slowest = agency.units[2];

    Office() { slowest.staff /= 2; }
    float need(Activity activity) const {
        Candidates found;
        gather_for_task4(t.scene, activity, found);
        for (const auto& candidate : found)
            if (candidate.target == 0) return candidate.need;
        return 0;
    }
    void act(Activity activity) { do_in_task4({t.scene, activity, 0, 1.0f}, 0); }
    const AgencyWorkParameters& effects() const { return t.settings.parameters.agency_work; }
    const AgencyParameters& p() const { return t.settings.parameters.agencies; }
};

Approx moved_up(float from, double share) {
    return Approx(static_cast<double>(from) + share * (1.0 - static_cast<double>(from))).epsilon(1e-5);
}

} // namespace

TEST_CASE("carried information mends the link over which most files are lost", "[4.1]") {
    Office o;
    o.agency.fidelity = {0.9f, 0.6f, 0.8f};
    o.act("4.1"_activity);
    CHECK(o.agency.fidelity[1] == moved_up(0.6f, o.effects().carry_fidelity));
    CHECK(o.agency.fidelity[0] == 0.9f);
    o.agency.fidelity.fill(1);
    CHECK(o.need("4.1"_activity) == 0.0f);
}

TEST_CASE("advocacy within is for a slow part with less influence than work, and wins it influence",
          "[4.2]") {
    Office o;
    o.slowest.fit /= 2;
    CHECK(o.need("4.2"_activity) > 0);
    const float before = o.slowest.influence;
    o.act("4.2"_activity);
    CHECK(o.slowest.influence == moved_up(before, o.effects().advocate_influence));
    CHECK(o.agency.units[0].influence == before);
    o.slowest.influence = 1;
    for (auto& unit : o.agency.units)
        if (&unit != &o.slowest) unit.influence = 0.1f;
    CHECK(o.need("4.2"_activity) == 0.0f);
}

TEST_CASE("organising makes the loosest part hold together", "[4.3]") {
    Office o;
    o.agency.units[3].cohesion = 0.2f;
    o.act("4.3"_activity);
    CHECK(o.agency.units[3].cohesion == moved_up(0.2f, o.effects().organise_cohesion));
}

TEST_CASE("consulting mends roles, most at the bottleneck of an agency that knows its problems", "[4.4]") {
    Office o;
    const float before = o.slowest.fit;
    o.agency.diagnosis = 1;
    o.act("4.4"_activity);
    CHECK(o.slowest.fit == moved_up(before, o.effects().consult_fit));
    o.agency.diagnosis = 0;
    for (int month = 0; month < 40; ++month, ++o.t.world.tick) o.act("4.4"_activity);
    CHECK(o.slowest.fit == moved_up(before, o.effects().consult_fit));
    for (const std::size_t other : {0u, 1u, 3u}) CHECK(o.agency.units[other].fit > before);
    CHECK(o.t.district().tally.restructurings == 41);
    CHECK(o.t.district().tally.restructurings_on_bottleneck == 1);
}

TEST_CASE("training is for the least skilled, assessors first among near equals", "[4.5]") {
    Office o;
    auto& units = o.agency.units;
    units[3].skill -= 0.05f;
    const float assessors = units[1].skill;
    o.act("4.5"_activity);
    CHECK(units[1].skill == moved_up(assessors, o.effects().train_skill));
    units[3].skill = 0.1f;
    o.act("4.5"_activity);
    CHECK(units[3].skill == moved_up(0.1f, o.effects().train_skill));
}

TEST_CASE("adjusting membership moves people to the bottleneck and fills vacancies, not roles", "[4.6]") {
    Office o;
    o.agency.diagnosis = 1;
    const auto before = o.agency;
    const double gap = capacity_gap(o.agency, o.p());
    o.act("4.6"_activity);
    double posts = 0, posts_before = 0, staff = 0, staff_before = 0;
    for (std::size_t u = 0; u < sub_unit_count; ++u) {
        posts += o.agency.units[u].posts, posts_before += before.units[u].posts;
        staff += o.agency.units[u].staff, staff_before += before.units[u].staff;
        CHECK(o.agency.units[u].fit == before.units[u].fit);
    }
    CHECK(posts == Approx(posts_before));
    CHECK(staff > staff_before); // vacancies are filled
    CHECK(capacity_gap(o.agency, o.p()) < gap);
}

TEST_CASE("roles call for consulting, vacancies for adjusting membership", "[4.4][4.6]") {
    Office unfit, vacant;
    unfit.slowest.fit = 0.2f;
    vacant.slowest.staff = 0;
    CHECK(unfit.need("4.4"_activity) > vacant.need("4.4"_activity));
    CHECK(vacant.need("4.6"_activity) > unfit.need("4.6"_activity));
}

TEST_CASE("an agency that learns what ails it restructures the bottleneck more often", "[4.7]") {
    Office o;
    const auto hits = [&] {
        o.t.district().tally = {};
        for (o.t.world.tick = 0; o.t.world.tick < 1000; ++o.t.world.tick) {
            o.agency.units = Office().agency.units;
            o.act("4.4"_activity);
        }
        return o.t.district().tally.restructurings_on_bottleneck / 1000.0;
    };
    // Binomial; five standard deviations: error below 1e-6.
    const double before = static_cast<double>(o.agency.diagnosis);
    CHECK(std::fabs(hits() - before) < five_deviations(before, 1000));
    for (int act = 0; act < 10; ++act) o.act("4.7"_activity);
    const double after = static_cast<double>(o.agency.diagnosis);
    CHECK(after > before + 0.3);
    CHECK(std::fabs(hits() - after) < five_deviations(after, 1000));
}
