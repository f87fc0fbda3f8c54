// SPDX-License-Identifier: Apache-2.0
#include "households/coping.hpp"

#include "base/random.hpp"
#include "catch.hpp"
#include "parameters/parameters.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace tujuh;

namespace {

/// Rates that make sums easy to do in one's head.
CopingRates plain_rates() {
    CopingRates r{};
    r.saving_share = 0.25f;
    r.savings_limit = 3;
    r.kin_share = 0.25f;
    r.debt_limit = 2;
    r.interest = 0.02f;
    r.repayment = 0.1f;
    r.fire_sale_rate = 0.06f;
    r.fire_sale_gap = 0.05f;
    r.fire_sale_loss = 0.15f;
    return r;
}

struct Situation {
    float cash, accustomed, size, savings, debt, efficiency;
};

Budget<float> cope_in(const Situation& s, const CopingRates& r) {
    return cope(s.cash, s.accustomed, s.size, s.savings, s.debt, s.efficiency, r);
}

/// Households of every kind: rich and poor months, with and without savings and debt.
std::vector<Situation> many_situations() {
    const Draws draws{3, 0};
    std::vector<Situation> all;
    for (std::uint32_t i = 0; i < 50000; ++i) {
        const Words a = draws.words(i, 0, Purpose::household_month),
                    b = draws.words(i, 1, Purpose::household_month);
        Situation s{};
        s.accustomed = std::exp(12.0f + 3.0f * uniform_from(a.word[0]));
        s.cash = s.accustomed * 2.5f * uniform_from(a.word[1]);
        s.size = static_cast<float>(1 + integer_below(a.word[2], 10));
        const float stock = s.accustomed * s.size;
        s.savings = std::max(0.0f, 6.0f * uniform_from(a.word[3]) - 2.0f) * stock;
        s.debt = std::max(0.0f, 5.0f * uniform_from(b.word[0]) - 2.0f) * stock;
        s.efficiency = uniform_from(b.word[1]);
        all.push_back(s);
    }
    return all;
}

float interest_paid(const Situation& s, const CopingRates& r) {
    return std::min(s.cash, r.interest * s.debt / s.size);
}

} // namespace

TEST_CASE("a household that has what it is used to neither saves nor draws") {
    const auto budget = cope_in({500000, 500000, 4, 100000, 0, 0.5f}, plain_rates());
    CHECK(budget.consumption == 500000);
    CHECK(budget.savings == 100000);
    CHECK(budget.debt == 0);
    CHECK(budget.gap == 0);
}

TEST_CASE("a quarter of a surplus is saved, after a tenth of the debt is repaid") {
    // Two persons, debt 200,000: 2,000 interest and 10,000 repaid each; (98,000 - 10,000) / 4 = 22,000 saved.
    const auto budget = cope_in({600000, 500000, 2, 0, 200000, 0.5f}, plain_rates());
    CHECK(budget.consumption == Approx(600000 - 2000 - 10000 - 22000).epsilon(1e-6));
    CHECK(budget.savings == Approx(2 * 22000).epsilon(1e-6));
    CHECK(budget.debt == Approx(200000 - 2 * 10000).epsilon(1e-6));
    CHECK(budget.gap == 0);
}

TEST_CASE("a shortfall is met from savings first") {
    const auto budget = cope_in({400000, 500000, 2, 300000, 0, 0.5f}, plain_rates());
    CHECK(budget.consumption == Approx(500000).epsilon(1e-6));
    CHECK(budget.savings == Approx(300000 - 2 * 100000).epsilon(1e-6));
    CHECK(budget.debt == 0);
    CHECK(budget.gap == 0);
}

TEST_CASE("then by kin, then by debt, and what is left is consumption forgone") {
    // Short of 100,000 a person, efficiency 0.8: kin give 0.25 x 0.8 = 20,000; of the 80,000 left 60 % are
    // borrowed, 32,000 stay uncovered.
    const auto budget = cope_in({400000, 500000, 2, 0, 0, 0.8f}, plain_rates());
    CHECK(budget.debt == Approx(2 * 48000).epsilon(1e-5));
    CHECK(budget.consumption == Approx(400000 + 20000 + 48000).epsilon(1e-5));
    CHECK(budget.gap == Approx(32000.0 / 500000).epsilon(1e-5));
}

TEST_CASE("nobody borrows beyond the limit") {
    // Debt stands at 2 months of 500,000 for two persons: no credit. Interest 20,000 a person is due as well.
    const auto budget = cope_in({400000, 500000, 2, 0, 2000000, 0}, plain_rates());
    CHECK(budget.debt == 2000000);
    CHECK(budget.consumption == Approx(380000).epsilon(1e-6));
    CHECK(budget.gap == Approx(120000.0 / 500000).epsilon(1e-5));
}

TEST_CASE("savings stop at their limit") {
    const auto budget = cope_in({1000000, 500000, 1, 1490000, 0, 0.5f}, plain_rates());
    CHECK(budget.savings == Approx(1500000).epsilon(1e-6));
    CHECK(budget.consumption == Approx(990000).epsilon(1e-6));
}

TEST_CASE("what a household consumes, saves, repays and pays in interest is what it had, drew, was given and "
          "borrowed") {
    const CopingRates r = coping_rates(default_parameters().coping);
    int gifts = 0;
    for (const auto& s : many_situations()) {
        const auto budget = cope_in(s, r);
        const float in_hand = s.cash - interest_paid(s, r);
        const float shortfall = std::max(0.0f, s.accustomed - in_hand);
        // Consumption = in hand + drawn - saved + borrowed - repaid + kin; kin alone is not a stock.
        const float net_drawn = (s.savings - budget.savings) / s.size;
        const float net_borrowed = (budget.debt - s.debt) / s.size;
        const float kin = budget.consumption - in_hand - net_drawn - net_borrowed;
        const float rounding = 2e-6f * (s.cash + s.accustomed + (s.savings + s.debt) / s.size);
        REQUIRE(kin >= -rounding);
        REQUIRE(kin <= r.kin_share * s.efficiency * shortfall + rounding);
        gifts += kin > rounding ? 1 : 0;
        // What is uncovered is the gap; a surplus leaves none.
        const float uncovered = std::max(0.0f, s.accustomed - budget.consumption);
        REQUIRE(std::fabs(uncovered - budget.gap * s.accustomed) <= rounding);
    }
    CHECK(gifts > 1000);
}

TEST_CASE("no stock is ever negative, and none grows beyond its limit") {
    const CopingRates r = coping_rates(default_parameters().coping);
    for (const auto& s : many_situations()) {
        const auto budget = cope_in(s, r);
        REQUIRE(budget.savings >= 0);
        REQUIRE(budget.debt >= 0);
        REQUIRE(budget.consumption >= 0);
        REQUIRE(budget.gap >= 0);
        REQUIRE(budget.gap <= 1);
        const float month = s.accustomed * s.size;
        REQUIRE(budget.savings <= std::max(s.savings, r.savings_limit * month) * 1.000001f);
        REQUIRE(budget.debt <= std::max(s.debt, r.debt_limit * month) * 1.000001f);
    }
}

TEST_CASE("more cash never means less consumption") {
    const CopingRates r = coping_rates(default_parameters().coping);
    for (auto s : many_situations()) {
        const float before = cope_in(s, r).consumption;
        s.cash *= 1.05f;
        REQUIRE(cope_in(s, r).consumption >= before * 0.999999f);
    }
}

TEST_CASE("who copes better takes on less debt") {
    const CopingRates r = coping_rates(default_parameters().coping);
    for (auto s : many_situations()) {
        s.efficiency = 0.2f;
        const float worse = cope_in(s, r).debt;
        s.efficiency = 0.9f;
        REQUIRE(cope_in(s, r).debt <= worse);
    }
}

TEST_CASE("fire sales need a gap above the threshold, and are rarer where coping is better") {
    const CopingRates r = plain_rates();
    CHECK(fire_sale_chance(0.05f, 0.0f, r) == 0);
    CHECK(fire_sale_chance(0.0501f, 0.0f, r) == 0.06f);
    CHECK(fire_sale_chance(0.9f, 0.5f, r) == Approx(0.03).epsilon(1e-6));
    CHECK(fire_sale_chance(0.9f, 1.0f, r) == 0);
}
