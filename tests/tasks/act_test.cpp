// SPDX-License-Identifier: Apache-2.0
// What the activities have in common, and that those which sound alike reach different people.
#include "tasks/act.hpp"

#include "catch.hpp"
#include "tasks/task_scene.hpp"
#include "world/small_country.hpp"

#include <cmath>
#include <set>

using namespace tujuh;
using namespace tujuh::literals;
using namespace tujuh::small_district;
using namespace tujuh::task_scene;

namespace {

std::set<std::uint32_t> targets(const Candidates& candidates) {
    std::set<std::uint32_t> found;
    for (const auto& candidate : candidates) found.insert(candidate.target);
    return found;
}

std::size_t in_both(const std::set<std::uint32_t>& a, const std::set<std::uint32_t>& b) {
    std::size_t both = 0;
    for (const auto x : a) both += b.count(x);
    return both;
}

/// A country after a year with few workers, so that many are still to be found.
World short_of_workers(const Settings& s) {
    auto scenario = small_country::scenario();
    scenario.base = s;
    return small_country::lived(scenario, 12);
}

Settings few_workers() {
    auto s = small_country::settings();
    s.workforce = {300, 0, 0};
    s.parameters.tasks.notice_rate = 1;
    return s;
}

} // namespace

TEST_CASE("a state moves toward its end by a share of what is left, and never past it") {
    float state = 0.2f;
    raise(state, 0.5);
    CHECK(state == Approx(0.6f));
    lower(state, 0.5);
    CHECK(state == Approx(0.3f));
    raise(state, 1);
    CHECK(state == 1.0f);
    lower(state, 1);
    CHECK(state == 0.0f);
}

TEST_CASE(
    "the luck of an act is its own: another household, month, activity or sub-question is another draw") {
    TaskScene t;
    const Act act{t.scene, "2.2"_activity, 0, 1}, other{t.scene, "2.3"_activity, 0, 1};
    int differ_by_household = 0, differ_by_activity = 0, differ_by_sub = 0, differ_by_month = 0;
    for (std::uint32_t i = 0; i < 100; ++i) {
        t.world.tick = 0;
        const bool here = act.happens_to_household(0.5, i);
        CHECK(act.happens_to_household(0.5, i) == here);
        differ_by_household += act.happens_to_household(0.5, (i + 1) % 100) != here ? 1 : 0;
        differ_by_activity += other.happens_to_household(0.5, i) != here ? 1 : 0;
        differ_by_sub += act.happens_to_household(0.5, i, 1) != here ? 1 : 0;
        t.world.tick = 1;
        differ_by_month += act.happens_to_household(0.5, i) != here ? 1 : 0;
    }
    // Of 100 fair coins 20 to 80 differ but with probability below 1e-8.
    for (const int differ : {differ_by_household, differ_by_activity, differ_by_sub, differ_by_month}) {
        CHECK(differ > 20);
        CHECK(differ < 80);
    }
}

TEST_CASE(
    "1.1 reaches the distressed, registered or not; 2.1 the poor outside the registry, distressed or not",
    "[1.1][2.1]") {
    const auto s = few_workers();
    World w = short_of_workers(s);
    const auto& h = w.households;
    std::size_t only_1_1 = 0, only_2_1 = 0, registered_reached_by_1_1 = 0, calm_reached_by_2_1 = 0;
    for (auto& district : w.districts) {
        const auto of_1_1 = targets(candidates_of({w, district, s}, "1.1"_activity));
        const auto of_2_1 = targets(candidates_of({w, district, s}, "2.1"_activity));
        const auto both = in_both(of_1_1, of_2_1);
        only_1_1 += of_1_1.size() - both;
        only_2_1 += of_2_1.size() - both;
        for (const auto i : of_1_1) registered_reached_by_1_1 += has_trait(h, i, trait::registered) ? 1u : 0u;
        for (const auto i : of_2_1) calm_reached_by_2_1 += h.crisis[i] == Crisis::none ? 1u : 0u;
    }
    CHECK(only_1_1 > 10);
    CHECK(only_2_1 > 10);
    CHECK(registered_reached_by_1_1 > 10);
    CHECK(calm_reached_by_2_1 > 10);
}

TEST_CASE(
    "2.5 reaches clients already refused or unserved; 6.1 those whose decision is still open, clients or not",
    "[2.5][6.1]") {
    TaskScene t;
    t.h().eligible[client] = bit_of(cash);
    Request waiting;
    waiting.household = client;
    t.district().requests = {waiting};
    t.h().pending[client] = bit_of(cash);
    CHECK(holds(t.candidates("6.1"_activity), client));
    CHECK(t.need("2.5"_activity) == 0.0f);
    t.district().requests.clear(); // now refused
    t.h().pending[client] = 0;
    t.h().denied[client] = bit_of(cash);
    CHECK_FALSE(holds(t.candidates("6.1"_activity), client));
    CHECK(t.need("2.5"_activity) > 0.0f);

    const auto s = few_workers();
    World w = short_of_workers(s);
    std::size_t no_clients = 0;
    for (auto& district : w.districts)
        for (const auto i : targets(candidates_of({w, district, s}, "6.1"_activity)))
            no_clients += has_trait(w.households, i, trait::has_case) ? 0u : 1u;
    CHECK(no_clients > 5);
}

TEST_CASE(
    "2.7 reaches villages with clients; 6.2 villages with many poor vulnerable households, clients or not",
    "[2.7][6.2]") {
    TaskScene t;
    t.world.villages[0].tally.clients = 10;
    t.world.villages[1].tally.vulnerable_outside = {10, 0, 0};
    CHECK(targets(t.candidates("2.7"_activity)) == std::set<std::uint32_t>{0});
    CHECK(targets(t.candidates("6.2"_activity)) == std::set<std::uint32_t>{1});
    t.effects().group_first = 1;
    t.h().traits[60] |= trait::female_head;
    t.act("2.7"_activity, 0);
    t.act("6.2"_activity, 1);
    CHECK(t.h().groups[client] == 1u << static_cast<unsigned>(GroupKind::clients));
    CHECK(t.h().groups[60] == 1u << static_cast<unsigned>(GroupKind::female_head));
}

TEST_CASE("every activity finds someone or something in a country of two years") {
    auto s = small_country::settings();
    s.parameters.reform.threshold = 0; // reforms pass and are under way soon
    s.parameters.reform.enough = 0;
    s.parameters.reform.window_months = 12;
    s.parameters.reform.life_months = 6;
    World w = build_world(small_country::scenario(), 0, in_order);
    std::array<std::int64_t, activity_count> acts{};
    for (int month = 0; month < 24; ++month) {
        tick(w, s, in_order);
        for (const auto& district : w.districts)
            for (std::size_t a = 0; a < activity_count; ++a) acts[a] += district.hours.acts[a];
    }
    for (const auto& row : activity_rows) {
        INFO(code_of(row.activity));
        CHECK(acts[index_of(row.activity)] > 0);
    }
}
