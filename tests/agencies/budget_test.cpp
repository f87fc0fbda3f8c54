// SPDX-License-Identifier: Apache-2.0
#include "agencies/agency_phase.hpp"
#include "agencies/delivery.hpp"
#include "agencies/registry.hpp"
#include "agencies/small_district.hpp"
#include "catch.hpp"

#include <numeric>

using namespace tujuh;
using namespace tujuh::small_district;

namespace {

/// Cash for 60 households of 100,000 rupiah a month, 5 % of the budget for running it.
Settings cash_for_60() {
    auto s = small_district::settings();
    s.programmes[cash].quota = 60;
    return s;
}

constexpr Rupiah year_of_benefits = Rupiah{60} * 100000 * 12;

/// What the village phase would pay: `served` households at the share that was promised, a tenth of it
/// leaked.
void pay(World& w, const Settings& s, std::uint32_t served) {
    auto& tally = w.villages[0].tally;
    tally.gross[cash] = tally.leaked[cash] = 0;
    for (std::uint32_t i = 0; i < served; ++i) {
        const auto paid = payment(s.programmes[cash].benefit, 1, w.districts[0].paid_share[cash],
                                  0.1f + 0.001f * static_cast<float>(i));
        tally.gross[cash] += paid.gross;
        tally.leaked[cash] += paid.leaked;
    }
    w.districts[0].enrolled[cash] = served;
}

void month(World& w, const Settings& s, std::uint32_t served) {
    pay(w, s, served);
    keep_accounts(w, w.districts[0], s);
    set_paid_shares(w, w.districts[0], s);
    ++w.tick;
}

const Account& account(const World& w) {
    return w.districts[0].accounts[cash];
}

} // namespace

TEST_CASE("a year's budget is what the quota costs, with the running of the programme on top") {
    const auto s = cash_for_60();
    World w = small_district::world(s);
    keep_accounts(w, w.districts[0], s);
    CHECK(static_cast<double>(account(w).budget) ==
          Approx(static_cast<double>(year_of_benefits) / 0.95).margin(1));
}

TEST_CASE(
    "at each month's end what was delivered, leaked, administered and not spent is the budget exactly") {
    const auto s = cash_for_60();
    World w = small_district::world(s);
    Rupiah gross = 0, leaked = 0;
    for (int m = 0; m < 12; ++m) {
        month(w, s, 55);
        gross += w.villages[0].tally.gross[cash];
        leaked += w.villages[0].tally.leaked[cash];
        const auto& a = account(w);
        REQUIRE(a.leaked == leaked);
        REQUIRE(a.delivered == gross - leaked);
        REQUIRE(a.unspent() >= 0);
        REQUIRE(a.budget == a.delivered + a.leaked + a.administered + a.unspent());
    }
    CHECK(gross == Rupiah{55} * 100000 * 12);
    CHECK(account(w).administered ==
          static_cast<Rupiah>(static_cast<double>(account(w).budget) * s.programmes[cash].administration));
}

TEST_CASE("each budget year opens an account of its own") {
    const auto s = cash_for_60();
    World w = small_district::world(s);
    for (int m = 0; m < 12; ++m) month(w, s, 30);
    REQUIRE(account(w).unspent() > 0);
    const auto budget = account(w).budget;
    month(w, s, 30);
    CHECK(account(w).budget == budget);
    CHECK(account(w).delivered + account(w).leaked == Rupiah{30} * 100000);
}

TEST_CASE("benefits are paid in full while the money lasts") {
    const auto s = cash_for_60();
    World w = small_district::world(s);
    for (int m = 0; m < 24; ++m) {
        month(w, s, 50);
        REQUIRE(w.districts[0].paid_share[cash] == 1.0f);
    }
}

TEST_CASE(
    "where money is short every household is cut by the same share, and no more is spent than there is") {
    const auto s = cash_for_60();
    World w = small_district::world(s);
    month(w, s, 60);
    const Rupiah budget = account(w).budget;
    bool cut = false;
    for (int m = 1; m < 12; ++m) {
        const float share = w.districts[0].paid_share[cash];
        pay(w, s, 150);
        // The same share for all: what is paid is a household's payment, 150 times.
        REQUIRE(w.villages[0].tally.gross[cash] == 150 * payment(100000, 1, share, 0).gross);
        month(w, s, 150);
        REQUIRE(account(w).budget == budget); // no supplement was needed
        cut = cut || w.districts[0].paid_share[cash] < 0.5f;
    }
    CHECK(cut);
    CHECK(account(w).unspent() >= 0);
    CHECK(account(w).delivered + account(w).leaked > year_of_benefits * 9 / 10);
}

TEST_CASE("what is promised follows what the enrolled really cost, so that no supplement is needed") {
    const auto s = cash_for_60();
    World w = small_district::world(s);
    auto& tally = w.villages[0].tally;
    w.districts[0].enrolled[cash] = tally.enrolled[cash] = 60;
    for (; w.tick < 12; ++w.tick) { // families of three units, where the budget counts on one
        const auto paid = payment(100000, 3, w.districts[0].paid_share[cash], 0.1f);
        tally.full[cash] = Rupiah{60} * 300000;
        tally.gross[cash] = 60 * paid.gross;
        tally.leaked[cash] = 60 * paid.leaked;
        keep_accounts(w, w.districts[0], s);
        // A share is a float: its rounding may cost some rupiah.
        REQUIRE(account(w).budget - w.districts[0].annual_budget[cash] <= 60);
        set_paid_shares(w, w.districts[0], s);
    }
    CHECK(account(w).delivered + account(w).leaked > year_of_benefits * 99 / 100);
}

TEST_CASE("the share paid in a new year is what the new budget can bear") {
    const auto s = cash_for_60();
    World w = small_district::world(s);
    month(w, s, 60);
    for (int m = 1; m < 12; ++m) month(w, s, 150);
    CHECK(w.districts[0].paid_share[cash] == 1.0f);
}

TEST_CASE("a larger quota in mid-year brings the remaining months' part of the difference") {
    auto s = cash_for_60();
    World w = small_district::world(s);
    for (int m = 0; m < 6; ++m) month(w, s, 50);
    const Rupiah before = account(w).budget;
    s.programmes[cash].quota = 120;
    month(w, s, 50);
    CHECK(static_cast<double>(account(w).budget - before) ==
          Approx(static_cast<double>(before) / 2).margin(12));
}

TEST_CASE("a smaller quota takes nothing back before the year is over") {
    auto s = cash_for_60();
    World w = small_district::world(s);
    month(w, s, 50);
    const Rupiah before = account(w).budget;
    s.programmes[cash].quota = 20;
    for (int m = 1; m < 12; ++m) month(w, s, 20);
    CHECK(account(w).budget == before);
    month(w, s, 20);
    CHECK(account(w).budget < before / 2);
}

TEST_CASE("a programme without households to serve has nothing to pay and nothing to cut") {
    auto s = cash_for_60();
    s.programmes[cash].quota = 0;
    World w = small_district::world(s);
    w.districts[0].quota_share[cash] = 0;
    month(w, s, 0);
    CHECK(account(w).budget == 0);
    CHECK(account(w).administered == 0);
    CHECK(w.districts[0].paid_share[cash] == 1.0f);
}
