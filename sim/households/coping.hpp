// SPDX-License-Identifier: Apache-2.0
// Consumption and coping (ODD 7.3). The household is used to a level: its twelve-month mean of resources plus
// present transfers. Above it, a share of the surplus pays debt and is saved. Below it, the shortfall is met
// from savings, then by kin, then by new debt; the better the coping, the more kin carry
// and the less is borrowed. What is left may force the sale of what the household lives from, at once a
// relief and a lasting loss of permanent standing. Amounts are rupiah a person and month; stocks are rupiah a
// household.
#pragma once

#include "base/math.hpp"
#include "parameters/coping.hpp"

namespace tujuh {

struct CopingRates {
    float saving_share, savings_limit, kin_share, debt_limit, interest, repayment;
    float fire_sale_rate, fire_sale_gap, fire_sale_loss;
};

inline CopingRates coping_rates(const CopingParameters& p) {
    const auto f = [](double x) { return static_cast<float>(x); };
    return {f(p.saving_share), f(p.savings_limit),  f(p.kin_share),     f(p.debt_limit),    f(p.interest),
            f(p.repayment),    f(p.fire_sale_rate), f(p.fire_sale_gap), f(p.fire_sale_loss)};
}

template <class Real> struct Budget {
    Real consumption;   ///< rupiah a person and month
    Real savings, debt; ///< rupiah a household, after this month
    Real gap;           ///< share of the accustomed level that stayed uncovered
};

/// One month of a household with `cash` a person against the level `accustomed` to.
template <class Real>
[[gnu::always_inline]] inline Budget<Real> cope(Real cash, Real accustomed, Real size, Real savings,
                                                Real debt, Real efficiency, const CopingRates& r) {
    const Real zero(0.0f), one(1.0f);
    const auto smaller = [](Real a, Real b) { return select(a < b, a, b); };
    const auto at_least_zero = [zero](Real a) { return select(a > zero, a, zero); };

    const Real interest_due = Real(r.interest) * debt / size;
    const Real in_hand = at_least_zero(cash - interest_due);
    const Real shortfall = at_least_zero(accustomed - in_hand);
    const Real surplus = at_least_zero(in_hand - accustomed);

    const Real from_savings = smaller(shortfall, savings / size);
    const Real from_kin = smaller(shortfall - from_savings, Real(r.kin_share) * efficiency * shortfall);
    const Real still_short = shortfall - from_savings - from_kin;
    const Real credit = at_least_zero(Real(r.debt_limit) * accustomed - debt / size);
    const Real borrowed = smaller(still_short * (one - efficiency * Real(0.5f)), credit);

    const Real repaid = smaller(surplus, Real(r.repayment) * debt / size);
    const Real room = at_least_zero(Real(r.savings_limit) * accustomed - savings / size);
    const Real saved = smaller(Real(r.saving_share) * (surplus - repaid), room);

    Budget<Real> budget;
    budget.consumption = in_hand + from_savings + from_kin + borrowed - repaid - saved;
    // size * (savings / size) can round to a little more than the savings.
    budget.savings = at_least_zero(savings + size * (saved - from_savings));
    budget.debt = at_least_zero(debt + size * (borrowed - repaid));
    budget.gap = (still_short - borrowed) / accustomed;
    return budget;
}

/// Chance of a fire sale in a month in which `gap` stayed uncovered.
template <class Real>
[[gnu::always_inline]] inline Real fire_sale_chance(Real gap, Real efficiency, const CopingRates& r) {
    return select(gap > Real(r.fire_sale_gap), Real(r.fire_sale_rate) * (Real(1.0f) - efficiency),
                  Real(0.0f));
}

} // namespace tujuh
