// SPDX-License-Identifier: Apache-2.0
// Care risk (ODD 7.12): a state in [0, 1] that relaxes toward
//   risk_base exp(stress - capability - support), the exponent capped on both sides.
// Misuse of cash begins and ends at random; supervision finds it. The harm itself belongs to task 7.
#pragma once

#include "base/half_life.hpp"
#include "base/math.hpp"
#include "parameters/care.hpp"

namespace tujuh {

struct CareRates {
    float base, crisis, want, members, capability, support, limit, kept;
    float misuse_begins, misuse_ends, misuse_loss;
};

inline CareRates care_rates(const CareParameters& p) {
    const auto f = [](double x) { return static_cast<float>(x); };
    return {f(p.risk_base),           f(p.stress_crisis),
            f(p.stress_want),         f(p.stress_members),
            f(p.protects_capability), f(p.protects_support),
            f(p.exponent_limit),      f(monthly_retention(p.risk_months)),
            f(p.misuse_rate),         f(1.0 - monthly_retention(p.misuse_months)),
            f(p.misuse_loss)};
}

/// Care risk after a month; `dependants` is the share of members who depend on the others.
template <class Real>
[[gnu::always_inline]] inline Real next_care_risk(Real risk, Real in_crisis, Real livelihood_deficit,
                                                  Real dependants, Real capability, Real support,
                                                  const CareRates& r) {
    const Real half(0.5f), limit(r.limit);
    const Real burden = select(dependants > half, dependants - half, Real(0.0f));
    const Real exponent = Real(r.crisis) * in_crisis + Real(r.want) * livelihood_deficit +
                          Real(r.members) * burden - Real(r.capability) * (capability - half) -
                          Real(r.support) * support;
    const Real capped = select(exponent > limit, limit, select(exponent < -limit, -limit, exponent));
    return clamp01(relax(risk, Real(r.base) * exp(capped), Real(r.kept)));
}

} // namespace tujuh
