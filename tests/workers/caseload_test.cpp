// SPDX-License-Identifier: Apache-2.0
#include "agencies/small_district.hpp"
#include "catch.hpp"
#include "workers/worker_phase.hpp"

#include <cmath>

using namespace tujuh;
using namespace tujuh::small_district;

namespace {

void open(World& w, std::uint32_t household, std::uint32_t seat, std::int32_t opened = 0) {
    Case file;
    file.household = household;
    file.seat = seat;
    file.opened = opened;
    file.rapport = 0.9f;
    w.districts[0].cases.push_back(file);
    w.households.traits[household] |= trait::has_case;
}

/// In distress, so that the case stays open.
void distress(World& w) {
    for (auto& crisis : w.households.crisis) crisis = Crisis::illness;
}

/// Share of `seats` that leave in one month at this fatigue.
double leaving(float fatigue, const WorkerParameters& p, std::uint32_t seats) {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    Seat seat;
    seat.full_time = 1;
    seat.fatigue = fatigue;
    w.districts[0].seats.assign(seats, seat);
    return static_cast<double>(turn_over(w, w.districts[0], p, s.parameters.tasks)) / seats;
}

} // namespace

TEST_CASE("fatigue does not rise at the reference load, rises above it, and never past one") {
    const auto p = default_parameters().workers;
    CHECK(next_fatigue(0, 1.0, p) == 0.0f);
    CHECK(next_fatigue(0, 0.3, p) == 0.0f);
    CHECK(next_fatigue(0, 1.2, p) > 0.0f);
    CHECK(next_fatigue(0, 2.0, p) == Approx(p.fatigue_rise));
    CHECK(next_fatigue(0.4f, 1.8, p) > next_fatigue(0.4f, 1.4, p));
    float fatigue = 0;
    for (int month = 0; month < 200; ++month) fatigue = next_fatigue(fatigue, 9, p);
    CHECK(fatigue == 1.0f);
}

TEST_CASE("fatigue recovers by the declared share a month once load is back to the reference") {
    const auto p = default_parameters().workers;
    float fatigue = 0.8f;
    for (int month = 0; month < 10; ++month) fatigue = next_fatigue(fatigue, 1.0, p);
    CHECK(fatigue == Approx(0.8 * std::pow(1 - p.fatigue_recovery, 10)).epsilon(1e-5));
}

// Binomial with 20,000 seats; five standard deviations: error below 1e-6 for each fatigue.
TEST_CASE("leaving rises with fatigue and never above 0.06 a month") {
    auto p = default_parameters().workers;
    constexpr std::uint32_t seats = 20000;
    double before = 0;
    for (const float fatigue : {0.0f, 0.5f, 1.0f}) {
        const double expected = p.leaving_base + p.leaving_fatigue * static_cast<double>(fatigue);
        const double left = leaving(fatigue, p, seats);
        CHECK(std::fabs(left - expected) < five_deviations(expected, seats));
        CHECK(left > before);
        before = left;
    }
    p.leaving_base = p.leaving_fatigue = 0.06;
    CHECK(std::fabs(leaving(1.0f, p, seats) - 0.06) < five_deviations(0.06, seats));
}

TEST_CASE("a seat that is left stays vacant for its months, then a rested novice fills it") {
    auto s = small_district::settings();
    auto& p = s.parameters.workers;
    p.leaving_base = 0.06;
    World w = small_district::world(s);
    auto& district = w.districts[0];
    for (auto& seat : district.seats) seat.fatigue = 1, seat.skill.fill(0.95f);
    open(w, 0, 0);
    const auto& seat = district.seats[0];
    while (turn_over(w, district, p, s.parameters.tasks), w.tick >= seat.vacant_until) ++w.tick;
    CHECK(seat.vacant_until == w.tick + static_cast<std::int32_t>(p.vacancy_months));
    CHECK(seat.skill[0] == Approx(p.novice_skill));
    CHECK(seat.fatigue == 0.0f);
    CHECK(district.cases[0].rapport == Approx(s.parameters.tasks.rapport_first));
    for (int month = 0; month < static_cast<int>(p.vacancy_months); ++month, ++w.tick)
        CHECK(hours_of_seat(seat, p, w.tick).available == 0);
    CHECK(hours_of_seat(seat, p, w.tick).available > 0);
}

TEST_CASE("seats are filled from the first month of burn-in") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    for (const auto& seat : w.districts[0].seats)
        CHECK(hours_of_seat(seat, s.parameters.workers, -60).available > 0);
}

TEST_CASE("persons behind the seats follow the workforce, however many seats there are") {
    auto s = small_district::settings();
    World w = small_district::world(s);
    s.workforce = {6, 4.5, 1};
    size_seats(w.districts[0], s, w.national.real_households);
    std::array<double, worker_kind_count> persons{};
    for (const auto& seat : w.districts[0].seats)
        persons[static_cast<std::size_t>(seat.kind)] += seat.full_time;
    CHECK(persons[0] == Approx(6));
    CHECK(persons[1] == Approx(4.5));
    CHECK(persons[2] == Approx(1));
}

TEST_CASE("a case is closed after its calm months, and calm is counted in a row") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    auto& district = w.districts[0];
    open(w, 0, 0), open(w, 1, 1);
    const auto months = static_cast<int>(s.parameters.workers.case_close_months);
    for (int month = 1; month < months; ++month, ++w.tick) {
        w.households.crisis[1] = month == 3 ? Crisis::illness : Crisis::none;
        close_cases(w, district, s);
    }
    CHECK(district.cases.size() == 2);
    close_cases(w, district, s);
    REQUIRE(district.cases.size() == 1);
    CHECK(district.cases[0].household == 1);
    CHECK((w.households.traits[0] & trait::has_case) == 0);
}

TEST_CASE("a case stays open while an entitlement is not met") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    open(w, 0, 0);
    w.households.eligible[0] = bit_of(cash);
    for (int month = 0; month < 12; ++month, ++w.tick) close_cases(w, w.districts[0], s);
    CHECK(w.districts[0].cases.size() == 1);
    w.households.served[0] = bit_of(cash);
    for (int month = 0; month < 12; ++month, ++w.tick) close_cases(w, w.districts[0], s);
    CHECK(w.districts[0].cases.empty());
}

TEST_CASE("old cases, and those of clients who dropped out or are no more, are closed at once") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    auto& district = w.districts[0];
    distress(w);
    w.tick = 50;
    open(w, 0, 0, 50 - static_cast<std::int32_t>(s.parameters.workers.case_max_months));
    open(w, 1, 0, Case::dropped_out);
    open(w, 2, 0, 49), open(w, 3, 1, 49);
    w.households.traits[2] = 0; // renewed
    close_cases(w, district, s);
    REQUIRE(district.cases.size() == 1);
    CHECK(district.cases[0].household == 3);
    CHECK(((w.households.traits[0] | w.households.traits[1]) & trait::has_case) == 0);
    CHECK(district.seats[0].cases == 0);
    CHECK(district.seats[1].cases == 1);
}

TEST_CASE("a client graduates when the case is closed as settled, not when it has grown old") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    w.households.graduated.assign(w.households.count(), graduation::none);
    open(w, 0, 0), open(w, 1, 0, -static_cast<std::int32_t>(s.parameters.workers.case_max_months));
    for (int month = 0; month < static_cast<int>(s.parameters.workers.case_close_months); ++month, ++w.tick)
        close_cases(w, w.districts[0], s);
    CHECK(w.districts[0].cases.empty());
    CHECK(w.households.graduated[0] == w.tick - 1);
    CHECK(w.households.graduated[1] == graduation::none);
}
