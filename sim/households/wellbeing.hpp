// SPDX-License-Identifier: Apache-2.0
// Morale, stigma, capability, support, coping efficiency and preparedness: each relaxes to its baseline;
// events move it (ODD 7.5). What a crisis, a refusal, a group or a worker's act adds stands with the event.
#pragma once

#include "base/half_life.hpp"
#include "base/math.hpp"
#include "parameters/coping.hpp"
#include "parameters/relaxation.hpp"
#include "parameters/tasks.hpp"
#include "parameters/wellbeing.hpp"

namespace tujuh {

struct WellbeingRates {
    float morale_base, morale_kept, crisis_lowers, group_raises, harm_lowers;
    float stigma_base, stigma_peers, stigma_kept;
    float capability_base, capability_schooling, capability_kept, long_crisis, scar;
    float support_kept, group_support;
    float efficiency_base, efficiency_capability, efficiency_kept;
    float preparedness_base, preparedness_kept;
};

inline WellbeingRates wellbeing_rates(const WellbeingParameters& w, const CopingParameters& c,
                                      const TaskParameters& t, const RelaxationParameters& r) {
    const auto f = [](double x) { return static_cast<float>(x); };
    const auto kept = [](double months) { return static_cast<float>(monthly_retention(months)); };
    return {f(w.morale_base),
            kept(w.morale_months),
            f(w.crisis_lowers_morale),
            f(w.group_raises_morale),
            f(w.harm_lowers_morale),
            f(w.stigma_base),
            f(w.stigma_peers),
            kept(w.stigma_months),
            f(w.capability_base),
            f(w.capability_schooling),
            kept(w.capability_months),
            f(w.long_crisis),
            f(w.scar),
            kept(w.support_months),
            f(w.group_support),
            f(c.efficiency_base),
            f(c.efficiency_capability),
            kept(r.coping),
            f(t.preparedness_base),
            kept(t.preparedness_months)};
}

/// Morale after a month; `begins` is 1 in the month in which a crisis begins, `member` 1 for members of a
/// group, `harmed` 1 while harm goes on.
template <class Real>
[[gnu::always_inline]] inline Real next_morale(Real morale, Real begins, Real member, Real harmed,
                                               const WellbeingRates& r) {
    return clamp01(relax(morale, Real(r.morale_base), Real(r.morale_kept)) - Real(r.crisis_lowers) * begins +
                   Real(r.group_raises) * member - Real(r.harm_lowers) * harmed);
}

/// Stigma after a month among peers of whom the share `peers` is enrolled (Contini & Richiardi 2007).
template <class Real>
[[gnu::always_inline]] inline Real next_stigma(Real stigma, Real peers, const WellbeingRates& r) {
    return relax(stigma, Real(r.stigma_base) * (Real(1.0f) - Real(r.stigma_peers) * peers),
                 Real(r.stigma_kept));
}

/// Capability after a month; `schooling` 1 = 16 years.
template <class Real>
[[gnu::always_inline]] inline Real next_capability(Real capability, Real schooling, Real crisis_months,
                                                   const WellbeingRates& r) {
    const Real baseline = Real(r.capability_base) + Real(r.capability_schooling) * schooling;
    const Real scar = select(crisis_months > Real(r.long_crisis), Real(r.scar), Real(0.0f));
    return clamp01(relax(capability, baseline, Real(r.capability_kept)) - scar);
}

} // namespace tujuh
