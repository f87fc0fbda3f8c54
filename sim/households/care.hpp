// SPDX-License-Identifier: Apache-2.0
// Care risk (ODD 7.12): a state in [0, 1] that relaxes toward
//   risk_base exp(stress - capability - support), the exponent capped on both sides.
// Misuse of cash begins and ends at random; supervision finds it.
// Harm (neglect or violence) begins, and recurs under a safety plan, with a chance in proportion to care
// risk:
//   safe -> harmed              harm_rate x care risk / risk_base
//   harmed, reported -> safe    1 / harm_months, by itself
//   harmed -> reported          report_unaware + report_aware x awareness of the village
//   known -> harmed             recurrence_rate x care risk / risk_base, less supervision_saves if supervised
//   supervised -> known, known -> safe    half-lives supervision_months, plan_months
// Investigation (7.2) makes known what was reported, supervision (7.1) watches what is known.
#pragma once

#include "base/half_life.hpp"
#include "base/math.hpp"
#include "base/random.hpp"
#include "parameters/care.hpp"
#include "world/households.hpp"

#include <algorithm>

namespace tujuh {

struct CareRates {
    float base, crisis, want, members, capability, support, limit, kept;
    float misuse_begins, misuse_ends, misuse_loss;
    float harm_a_risk, recurrence_a_risk; ///< chance a month at care risk 1
    float harm_ends, report_unaware, report_aware, false_reports, plan_ends, supervision_ends, unsaved;
};

/// Harm that begins is rare. One safe household in so many, by lot, is drawn for, at so many times the
/// chance; a month's chance of harm and of a false report together is therefore at most 1 / safe_thinning.
inline constexpr std::uint32_t safe_thinning = 16;

inline CareRates care_rates(const CareParameters& p) {
    const auto f = [](double x) { return static_cast<float>(x); };
    const auto a_risk = [&](double rate) { return f(p.risk_base > 0 ? rate / p.risk_base : 0.0); };
    return {f(p.risk_base),
            f(p.stress_crisis),
            f(p.stress_want),
            f(p.stress_members),
            f(p.protects_capability),
            f(p.protects_support),
            f(p.exponent_limit),
            f(monthly_retention(p.risk_months)),
            f(p.misuse_rate),
            f(1.0 - monthly_retention(p.misuse_months)),
            f(p.misuse_loss),
            a_risk(p.harm_rate),
            a_risk(p.recurrence_rate),
            f(1.0 / p.harm_months),
            f(p.report_unaware),
            f(p.report_aware),
            f(p.false_reports),
            f(1.0 - monthly_retention(p.plan_months)),
            f(1.0 - monthly_retention(p.supervision_months)),
            f(1.0 - p.supervision_saves)};
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

/// What a draw brings to a safe household that was drawn for.
struct SafeMonth {
    bool harmed, falsely_reported;
};
inline SafeMonth month_of_safe(float draw, float care_risk, const CareRates& r) noexcept {
    constexpr auto times = static_cast<float>(safe_thinning);
    const float harm = std::min(1.0f, times * r.harm_a_risk * care_risk);
    return {draw < harm, draw >= harm && draw < harm + times * r.false_reports};
}

/// How a household that is not safe stands after a month, in a village of this awareness.
inline Safety next_safety(Safety now, const Words& words, float care_risk, float awareness,
                          const CareRates& r) noexcept {
    const auto happens = [&](std::size_t word, float chance) {
        return uniform_from(words.word[word]) < chance;
    };
    switch (now) {
    case Safety::safe:
        return now;
    case Safety::harmed:
        if (happens(0, r.harm_ends)) return Safety::safe;
        return happens(1, r.report_unaware + r.report_aware * awareness) ? Safety::reported : now;
    case Safety::reported:
        return happens(0, r.harm_ends) ? Safety::safe : now;
    case Safety::known:
        if (happens(2, r.recurrence_a_risk * care_risk)) return Safety::harmed;
        return happens(3, r.plan_ends) ? Safety::safe : now;
    case Safety::supervised:
        if (happens(2, r.recurrence_a_risk * care_risk * r.unsaved)) return Safety::harmed;
        return happens(3, r.supervision_ends) ? Safety::known : now;
    }
    return now;
}

} // namespace tujuh
