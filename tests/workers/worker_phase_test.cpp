// SPDX-License-Identifier: Apache-2.0
#include "workers/worker_phase.hpp"

#include "agencies/small_district.hpp"
#include "catch.hpp"
#include "world/small_country.hpp"

#include <cmath>
#include <numeric>

using namespace tujuh;
using namespace tujuh::literals;

namespace {

/// Thirty clients of the first seat, all in crisis and short of everything; nobody else to visit.
World with_clients(const Settings& s) {
    World w = small_district::world(s);
    for (auto& seat : w.districts[0].seats) seat.home_x = seat.home_y = 0; // where the clients live
    auto& h = w.households;
    for (std::uint32_t i = 0; i < 30; ++i) {
        h.traits[i] = trait::has_case;
        h.crisis[i] = Crisis::illness;
        h.eligible[i] = 7;
        h.deficit[0][i] = 0.8f;
        h.care_risk[i] = 0.8f;
        Case file;
        file.household = i;
        file.rapport = file.readiness = 0.9f;
        w.districts[0].cases.push_back(file);
    }
    return w;
}

bool balances(const HoursLedger& h) {
    return std::fabs(h.available + h.owed_after - h.worked - h.travelled - h.administered - h.idle -
                     h.owed_before) < 1e-9 * std::max(1.0, h.available);
}

/// A country in which there is far more to do than hours.
Settings scarce() {
    auto s = small_country::settings();
    s.workforce = {100, 100, 70};
    return s;
}

/// Only these activities, in their shares.
Settings with_only(std::initializer_list<Activity> activities) {
    auto s = small_district::settings();
    s.programmes[small_district::cash].documents_required = 1;
    s.parameters.workers.leaving_base = s.parameters.workers.leaving_fatigue = 0;
    for (auto& setting : s.activities) setting.enabled = false;
    for (const auto activity : activities) s.activities[index_of(activity)].enabled = true;
    return s;
}

Settings sham(Settings s, Activity activity) {
    s.activities[index_of(activity)].sham = true;
    return s;
}

double sum(const std::array<double, activity_count>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

constexpr std::uint32_t social_worker = 0; // the first seat

} // namespace

TEST_CASE("every hour is worked, travelled, administered or idle, in every month of a country's two years") {
    World w = build_world(small_country::scenario(), 0, in_order);
    double worked = 0, travelled = 0, owed = 0;
    for (int month = 0; month < 24; ++month) {
        tick(w, small_country::settings(), in_order);
        for (const auto& district : w.districts) {
            const auto& h = district.hours;
            REQUIRE(balances(h));
            REQUIRE(sum(h.by_activity) + h.placebo == Approx(h.worked + h.travelled));
            worked += h.worked, travelled += h.travelled, owed += h.owed_after;
        }
    }
    CHECK(worked > 0);
    CHECK(travelled > 0);
    CHECK(owed > 0);
}

TEST_CASE("what is owed at a month's end is owed at the beginning of the next") {
    World w = build_world(small_country::scenario(), 0, in_order);
    const auto s = small_country::settings();
    tick(w, s, in_order);
    for (int month = 0; month < 12; ++month) {
        const World before = w;
        tick(w, s, in_order);
        for (std::size_t d = 0; d < w.districts.size(); ++d)
            REQUIRE(w.districts[d].hours.owed_before == Approx(before.districts[d].hours.owed_after));
    }
}

TEST_CASE("fatigue costs hours, and administration takes its share of the contract") {
    const auto p = default_parameters().workers;
    Seat seat;
    seat.full_time = 2;
    const auto rested = hours_of_seat(seat, p, 0);
    CHECK(rested.available == Approx(2 * p.hours));
    CHECK(rested.administered == Approx(2 * p.hours * p.administration));
    seat.fatigue = 1;
    CHECK(hours_of_seat(seat, p, 0).available == Approx(2 * p.hours * (1 - p.fatigue_cost)));
}

TEST_CASE("where nobody calls for help all hours that are not administration are idle") {
    const auto s = with_only({"1.2"_activity});
    World w = small_district::world(s);
    worker_phase(w, 0, s);
    const auto& h = w.districts[0].hours;
    CHECK(h.worked + h.travelled == 0);
    CHECK(h.idle == Approx(h.available - h.administered));
    CHECK(balances(h));
}

TEST_CASE("hours without candidates pass on to the next activity, and to the next task") {
    auto s = with_only({"1.1"_activity, "2.2"_activity}); // nobody is in distress without a case
    s.workforce = {0.08, 0, 0};                           // 9 hours of field work
    World w = with_clients(s);
    worker_phase(w, 0, s);
    const auto& h = w.districts[0].hours;
    const double field = h.available - h.administered;
    CHECK(hour_shares(s, WorkerKind::social_worker)[index_of("2.2"_activity)] < 0.55);
    CHECK(h.by_activity[index_of("1.1"_activity)] == 0);
    CHECK(h.by_activity[index_of("2.2"_activity)] == Approx(field).margin(0.3)); // to the last act
    CHECK(h.idle == 0);
}

TEST_CASE("hours that no later activity needs go round to the earlier ones before they are idle") {
    auto s = with_only({"1.2"_activity, "6.5"_activity}); // nobody is newly enrolled
    s.workforce = {0.1, 0, 0};                            // 11 hours of field work
    World w = with_clients(s);
    worker_phase(w, 0, s);
    const auto& h = w.districts[0].hours;
    CHECK(hour_shares(s, WorkerKind::social_worker)[index_of("1.2"_activity)] < 0.6);
    CHECK(h.by_activity[index_of("1.2"_activity)] == Approx(h.available - h.administered).margin(1.5));
    CHECK(h.idle == 0);
}

TEST_CASE("nobody does what the kind of worker may not do, and a disabled activity is not done") {
    auto s = small_district::settings();
    s.task_mix = {0.2, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1};
    for (std::size_t kind = 0; kind < worker_kind_count; ++kind) {
        const auto shares = hour_shares(s, static_cast<WorkerKind>(kind));
        CHECK(sum(shares) == Approx(1));
        for (const auto& row : activity_rows)
            CHECK((shares[index_of(row.activity)] > 0) == row.may_do.allows(static_cast<WorkerKind>(kind)));
    }
    auto without = s;
    without.activities[index_of("1.2"_activity)].enabled = false;
    World w = with_clients(without);
    worker_phase(w, 0, without);
    CHECK(w.districts[0].hours.acts[index_of("1.2"_activity)] == 0);
    CHECK(hour_shares(without, WorkerKind::social_worker)[index_of("1.2"_activity)] == 0);
}

TEST_CASE("task_mix moves hours from task to task, activity_mix within a task") {
    auto s = small_district::settings();
    const auto task_share = [&](std::size_t task) {
        const auto shares = hour_shares(s, WorkerKind::social_worker); // may do all activities
        double of_task = 0;
        for (const auto& row : activity_rows)
            if (task_index_of(row.activity) == task) of_task += shares[index_of(row.activity)];
        return of_task;
    };
    CHECK(task_share(0) == Approx(0.35));
    CHECK(task_share(5) == Approx(0.25));
    s.task_mix = {0.1, 0.2, 0, 0, 0, 0.7, 0};
    CHECK(task_share(0) == Approx(0.1));
    CHECK(task_share(5) == Approx(0.7));
    s.activity_mix[index_of("6.1"_activity)] += 0.1;
    s.activity_mix[index_of("6.2"_activity)] -= 0.1;
    CHECK(task_share(5) == Approx(0.7));
    CHECK(hour_shares(s, WorkerKind::social_worker)[index_of("6.1"_activity)] ==
          Approx(0.7 * (1.0 / 6 + 0.1)));
}

TEST_CASE("where hours are scarce they follow task_mix in a country too") {
    for (const double of_task1 : {0.1, 0.5, 0.7}) {
        auto s = scarce();
        s.task_mix = {of_task1, 0.2, 0, 0, 0, 0.8 - of_task1, 0};
        World w = build_world(small_country::scenario(), 0, in_order);
        double task1 = 0, task6 = 0;
        for (int month = 0; month < 12; ++month) {
            tick(w, s, in_order);
            for (const auto& district : w.districts)
                for (const auto& row : activity_rows) {
                    const double hours = district.hours.by_activity[index_of(row.activity)];
                    if (task_index_of(row.activity) == 0) task1 += hours;
                    if (task_index_of(row.activity) == 5) task6 += hours;
                }
        }
        CHECK((task1 > task6) == (of_task1 > 0.8 - of_task1));
    }
}

TEST_CASE("the most needed come first where hours do not suffice for all") {
    auto s = with_only({"1.2"_activity});
    s.workforce = {0.05, 0, 0};
    World w = with_clients(s);
    for (std::uint32_t i = 0; i < 30; ++i) w.households.support[i] = 0.01f * static_cast<float>(i);
    const auto before = w.households.support;
    worker_phase(w, 0, s);
    const auto acts = w.districts[0].hours.acts[index_of("1.2"_activity)];
    REQUIRE(acts > 0);
    REQUIRE(acts < 30);
    for (std::uint32_t i = 0; i < 30; ++i)
        CHECK((w.households.support[i] > before[i]) == (i < acts)); // the least supported
}

TEST_CASE("an act begun is finished on the account of the next month") {
    auto s = with_only({"1.2"_activity});
    s.workforce = {0.005, 0, 0}; // half an hour of field work a month
    World w = with_clients(s);
    const auto& h = w.districts[0].hours;
    worker_phase(w, 0, s);
    CHECK(h.acts[index_of("1.2"_activity)] == 1);
    CHECK(h.owed_after == Approx(1.5 - 0.005 * 150 * 0.75));
    ++w.tick;
    worker_phase(w, 0, s);
    CHECK(h.acts[index_of("1.2"_activity)] == 0);
    CHECK(h.owed_after < h.owed_before);
    CHECK(balances(h));
}

TEST_CASE("travel is there and back at the declared speed, shared by the acts of a trip") {
    const auto s = small_district::settings();
    World w = small_district::world(s, 3);
    const Scene scene{w, w.districts[0], s};
    Seat seat; // lives in the first village, the third is 6 km away
    const auto& p = s.parameters.workers;
    CHECK(travel_of_act(scene, seat, 0) == 0.0);
    CHECK(travel_of_act(scene, seat, 2) == Approx(12 / p.speed / p.acts_a_trip));
    CHECK(travel_of_act(scene, seat, std::nullopt) == 0.0);
}

TEST_CASE("an act on a miniature village or district takes the miniature's part of the hours") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    w.villages[1].real_households = 500; // 50 of them are drawn
    w.districts[0].scale = 0.02;
    const Scene scene{w, w.districts[0], s};
    CHECK(hours_of_act(scene, "6.2"_activity, {1, 1}) == Approx(8 * 0.1));
    CHECK(hours_of_act(scene, "6.2"_activity, {0, 1}) == Approx(8));
    CHECK(hours_of_act(scene, "2.6"_activity, {1, 1}) == Approx(6 * 0.02));
    CHECK(hours_of_act(scene, "6.3"_activity, {0, 1}) == Approx(8 * 0.02));
    CHECK(hours_of_act(scene, "1.2"_activity, {1, 1}) == Approx(1.5));
}

TEST_CASE("an hour of work on villages or agencies takes as much travel and teaches as much in a miniature") {
    for (const auto activity : {"2.6"_activity, "6.2"_activity, "6.3"_activity}) {
        auto s = with_only({activity});
        s.parameters.workers.skill_gain = 0.001;
        World start = small_district::world(s, 3);
        for (auto& village : start.villages)
            village.tally.vulnerable_outside[0] = village.sampled(); // 6.2 has something to do
        const auto an_hour = [&](World w) {
            worker_phase(w, 0, s);
            const auto& district = w.districts[0];
            const auto task = task_index_of(activity);
            double learned = 0; // of what was left to learn, in months of full-time work
            for (std::size_t i = 0; i < district.seats.size(); ++i) {
                const double left = 1.0 - start.districts[0].seats[i].skill[task];
                learned -=
                    std::log((1.0 - district.seats[i].skill[task]) / left) * district.seats[i].full_time;
            }
            const double hours = district.hours.worked + district.hours.travelled;
            REQUIRE(hours > 0);
            CHECK(learned > 0);
            return std::pair{district.hours.travelled / hours, learned / hours};
        };
        World miniature = start;
        miniature.districts[0].scale *= 0.1;
        miniature.districts[0].real_households *= 10;
        for (auto& village : miniature.villages) village.real_households *= 10;
        const auto [travel, learned] = an_hour(start);
        const auto [travel_there, learned_there] = an_hour(miniature);
        CHECK(travel_there == Approx(travel));
        CHECK(learned_there == Approx(learned).epsilon(0.01));
    }
}

TEST_CASE("skill grows with every act and never past one") {
    const auto s = with_only({"1.2"_activity});
    World w = with_clients(s);
    const float before = w.districts[0].seats[social_worker].skill[0];
    const float untouched = w.districts[0].seats[social_worker].skill[1];
    worker_phase(w, 0, s);
    CHECK(w.districts[0].seats[social_worker].skill[0] > before);
    CHECK(w.districts[0].seats[social_worker].skill[0] < 1.0f);
    CHECK(w.districts[0].seats[social_worker].skill[1] == untouched);
}

TEST_CASE("load tires whoever carries it, and nobody tires in a vacant seat") {
    auto s = with_only({"1.2"_activity});
    s.workforce = {0.5, 0, 0}; // 30 cases for half a person: load 1.5
    World w = with_clients(s);
    World vacant = w;
    vacant.districts[0].seats[social_worker].vacant_until = 10;
    worker_phase(w, 0, s);
    worker_phase(vacant, 0, s);
    CHECK(w.districts[0].seats[social_worker].fatigue == Approx(0.5 * s.parameters.workers.fatigue_rise));
    CHECK(vacant.districts[0].seats[social_worker].fatigue == 0.0f);
    CHECK(vacant.districts[0].hours.available == 0);
}

TEST_CASE("where workers specialise each task keeps its hours") {
    for (const double specialists : {0.0, 0.5, 1.0}) {
        auto s = with_only({"1.2"_activity, "2.2"_activity});
        s.workforce = {0.1, 0, 0}; // 11 hours of field work, 54 are called for
        s.parameters.workers.specialists = specialists;
        World w = with_clients(s);
        worker_phase(w, 0, s);
        const auto& h = w.districts[0].hours;
        const double field = h.available - h.administered;
        CHECK(balances(h));
        CHECK(h.by_activity[index_of("1.2"_activity)] == Approx(field * 0.35 / 0.75).margin(1.5));
    }
}

TEST_CASE(
    "a specialist knows the own task better than a generalist who divides the month, and no other task") {
    auto s = with_only({"1.2"_activity, "2.2"_activity});
    s.workforce = {0.2, 0, 0};
    s.parameters.workers.specialists = 0.5;
    World w = with_clients(s);
    const auto& seat = w.districts[0].seats[social_worker];
    const float start = seat.skill[0];
    worker_phase(w, 0, s);
    CHECK(seat.skill[0] > start);
    CHECK(seat.specialist_skill[0] > seat.skill[0]);
    CHECK(seat.specialist_skill[1] > seat.skill[1]);
    CHECK(seat.specialist_skill[5] == start); // task 6 has no hours, so nobody does it alone
}

TEST_CASE("who specialises later begins with the skill of the seat, and who is replaced with a novice's") {
    auto s = with_only({"1.2"_activity});
    World w = with_clients(s);
    auto& seat = w.districts[0].seats[social_worker];
    worker_phase(w, 0, s);
    const float grown = seat.skill[0];
    REQUIRE(grown > seat.skill[1]);
    s.parameters.workers.specialists = 0.5;
    for (auto& setting : s.activities) setting.enabled = false;
    ++w.tick;
    worker_phase(w, 0, s);
    CHECK(seat.specialist_skill[0] == grown);
    auto& p = s.parameters.workers;
    p.leaving_base = 0.06;
    for (int month = 0; month < 400 && w.tick >= seat.vacant_until; ++month, ++w.tick)
        turn_over(w, w.districts[0], p, s.parameters.tasks);
    REQUIRE(w.tick < seat.vacant_until);
    CHECK(seat.specialist_skill[0] == static_cast<float>(p.novice_skill));
}

TEST_CASE("hours for which a specialist finds nobody pass on to other tasks") {
    auto s = with_only({"1.1"_activity, "2.2"_activity}); // nobody is in distress without a case
    s.workforce = {0.08, 0, 0};
    s.parameters.workers.specialists = 1;
    World w = with_clients(s);
    worker_phase(w, 0, s);
    const auto& h = w.districts[0].hours;
    CHECK(h.by_activity[index_of("2.2"_activity)] == Approx(h.available - h.administered).margin(0.6));
    CHECK(h.idle == 0);
    CHECK(balances(h));
}

TEST_CASE("adaptive hours go to information where clients do not know what they are entitled to") {
    const auto informing = [](double adaptive, std::uint32_t who_know) {
        auto s = with_only({"1.2"_activity, "2.2"_activity});
        s.workforce = {0.05, 0, 0}; // 6 hours of field work
        s.parameters.workers.adaptive = adaptive;
        World w = with_clients(s);
        for (std::uint32_t i = 0; i < who_know; ++i) w.households.known[i] = w.households.eligible[i];
        worker_phase(w, 0, s);
        CHECK(balances(w.districts[0].hours));
        return w.districts[0].hours.by_activity[index_of("2.2"_activity)];
    };
    CHECK(informing(0.8, 0) > informing(0.8, 27) + 0.6);
    CHECK(informing(0, 0) == informing(0, 20)); // a fixed mix does not ask
}

TEST_CASE("half adaptive, half fixed: an activity that nobody calls for keeps half of its hours") {
    const auto s = with_only({"1.2"_activity, "2.2"_activity});
    auto half = s;
    half.parameters.workers.adaptive = 0.5;
    const auto mix = hour_shares(s, WorkerKind::social_worker);
    ByActivity needed{};
    needed[index_of("1.2"_activity)] = 40;
    const auto shares = adaptive_shares(mix, needed, half, WorkerKind::social_worker);
    CHECK(shares[index_of("2.2"_activity)] == Approx(0.5 * mix[index_of("2.2"_activity)]));
    CHECK(sum(shares) == Approx(1));
    CHECK(adaptive_shares(mix, {}, half, WorkerKind::social_worker) == mix); // nobody calls for anything
}

TEST_CASE("a list without end counts as all hours of the district, not more") {
    auto s = with_only({"1.2"_activity, "2.2"_activity});
    s.workforce = {0.05, 0, 0};
    const World w = with_clients(s);
    World copy = w;
    const Scene scene{copy, copy.districts[0], s};
    std::array<Candidates, activity_count> candidates{};
    candidates[index_of("1.2"_activity)].assign(1000, {0, 1});
    candidates[index_of("2.2"_activity)].assign(2, {0, 1});
    const auto needed = needed_hours(scene, candidates);
    double field = 0;
    for (const auto& seat : w.districts[0].seats) {
        const auto hours = hours_of_seat(seat, s.parameters.workers, w.tick);
        field += hours.available - hours.administered;
    }
    CHECK(needed[index_of("1.2"_activity)] == Approx(field));
    CHECK(needed[index_of("2.2"_activity)] == Approx(2 * 0.3));
}

TEST_CASE("every hour is accounted for with specialists and adaptive mixes too") {
    auto scenario = small_country::scenario();
    scenario.base.parameters.workers.specialists = 0.6;
    scenario.base.parameters.workers.adaptive = 0.7;
    World w = build_world(scenario, 0, in_order);
    for (int month = 0; month < 24; ++month) {
        REQUIRE(!tick(w, scenario.base, in_order).has_value());
        for (const auto& district : w.districts) REQUIRE(balances(district.hours));
    }
}

// Hours are scarce in the tests of shams: where they are not, the second round of a month begins with those
// whom the first one left in need, and these are fewer where the activity works.
TEST_CASE("a sham takes the same acts and hours in its month, and leaves the households as they were") {
    for (const auto& row : activity_rows) {
        if (row.level != Level::client) continue;
        auto s = with_only({row.activity});
        s.workforce = {0.07, 0, 0};
        World before = with_clients(s);
        for (std::uint32_t i = 0; i < 30; ++i) {
            before.households.denied[i] = 1; // so that 2.5 finds what it is for
            if (row.activity == "1.6"_activity) before.households.crisis[i] = Crisis::none;
        }
        World working = before, idle = before;
        worker_phase(working, 0, s);
        worker_phase(idle, 0, sham(s, row.activity));
        INFO(code_of(row.activity));
        const auto &in = working.districts[0].hours, &out = idle.districts[0].hours;
        REQUIRE(in.acts[index_of(row.activity)] > 0);
        CHECK(in.acts == out.acts);
        CHECK(in.by_activity == out.by_activity);
        CHECK(in.idle == out.idle);
        CHECK(in.owed_after == out.owed_after);
        CHECK(working.districts[0].seats[0].fatigue == idle.districts[0].seats[0].fatigue);
        CHECK(small_country::same_households(idle.households, before.households));
        CHECK(idle.districts[0].requests.empty());
        CHECK_FALSE(small_country::same_households(working.households, before.households));
    }
}

TEST_CASE("in a country where hours are scarce a sham's month charges the hours of the working month") {
    const auto s = scarce();
    auto scenario = small_country::scenario();
    scenario.base = s;
    const World start = small_country::lived(scenario, 12);
    for (const auto& row : activity_rows) {
        World working = start, idle = start;
        tick(working, s, in_order);
        tick(idle, sham(s, row.activity), in_order);
        INFO(code_of(row.activity));
        for (std::size_t d = 0; d < start.districts.size(); ++d) {
            const auto &in = working.districts[d].hours, &out = idle.districts[d].hours;
            CHECK(in.by_activity[index_of(row.activity)] == out.by_activity[index_of(row.activity)]);
            CHECK(in.acts[index_of(row.activity)] == out.acts[index_of(row.activity)]);
            CHECK(in.available == out.available);
        }
    }
}

TEST_CASE("a placebo takes its share of field hours and moves no household, sham or not") {
    auto s = with_only({"1.2"_activity});
    s.placebo_share = 0.2;
    World working = with_clients(s), idle = working;
    worker_phase(working, 0, s);
    s.placebo_sham = true;
    worker_phase(idle, 0, s);
    const auto &in = working.districts[0].hours, &out = idle.districts[0].hours;
    CHECK(in.placebo == Approx(0.2 * (in.available - in.administered)));
    CHECK(in.placebo == out.placebo);
    CHECK(in.by_activity == out.by_activity);
    CHECK(balances(in));
    CHECK(small_country::same_households(working.households, idle.households));
}

TEST_CASE("a kind of worker for whom no hours are planned does whatever it may do, or is idle") {
    auto s = with_only({"1.2"_activity, "6.4"_activity}); // a subdistrict worker may not do 1.2
    s.workforce = {0, 0, 1};
    s.task_mix = {1, 0, 0, 0, 0, 0, 0};
    World w = with_clients(s);
    worker_phase(w, 0, s);
    const auto& h = w.districts[0].hours;
    CHECK(h.idle == Approx(150 * 0.75));
    CHECK(balances(h));
    w.villages[0].groups[0] = {true, 0, 5, 0, 0, 0, 0, 0.4f};
    ++w.tick;
    worker_phase(w, 0, s);
    CHECK(h.acts[index_of("6.4"_activity)] > 0);
    CHECK(balances(h));
}

TEST_CASE("hours owed for an activity that is given up are paid back, not forgotten") {
    auto s = with_only({"1.2"_activity});
    s.workforce = {0.005, 0, 0};
    World w = with_clients(s);
    worker_phase(w, 0, s);
    const double owed = w.districts[0].hours.owed_after;
    REQUIRE(owed > 0);
    s = with_only({"1.1"_activity}); // nobody calls for it
    s.workforce = {0.005, 0, 0};
    ++w.tick;
    worker_phase(w, 0, s);
    const auto& h = w.districts[0].hours;
    CHECK(balances(h));
    CHECK(h.owed_after < owed);
    CHECK(h.owed_after + h.available - h.administered - h.idle == Approx(owed));
}
