// SPDX-License-Identifier: Apache-2.0
// Six deficits in [0, 1], each relaxing toward a target set by consumption, members, shocks and care
// (ODD 7.4). want = how far consumption lies below `livelihood_span` poverty lines. Cash and food act through
// consumption alone; the relief of a programme lowers the target: for a premium the cost of care, for
// services and assets, and for conditions that cash carries, as the programme declares.
#pragma once

#include "base/half_life.hpp"
#include "base/math.hpp"
#include "parameters/needs.hpp"
#include "world/households.hpp"

#include <array>

namespace tujuh {

struct NeedRates {
    float span, health_base, health_want, health_illness, premium_protects;
    float education_want, education_schooling, shelter_want, shelter_base;
    float care_members, care_risk, care_harm, care_crisis, papers, stigma;
    float fast_kept, slow_kept;
    std::array<float, need_count> weight; ///< in functioning, sum 1
};

inline NeedRates need_rates(const NeedParameters& p) {
    const auto f = [](double x) { return static_cast<float>(x); };
    const double sum = p.weight_livelihood + p.weight_health + p.weight_education + p.weight_shelter +
                       p.weight_care + p.weight_participation;
    return {f(p.livelihood_span),
            f(p.health_base),
            f(p.health_want),
            f(p.health_illness),
            f(p.premium_protects),
            f(p.education_want),
            f(p.education_schooling),
            f(p.shelter_want),
            f(p.shelter_base),
            f(p.care_members),
            f(p.care_risk_weight),
            f(p.care_harm),
            f(p.care_crisis),
            f(p.participation_papers),
            f(p.participation_stigma),
            f(monthly_retention(p.fast_months)),
            f(monthly_retention(p.slow_months)),
            {f(p.weight_livelihood / sum), f(p.weight_health / sum), f(p.weight_education / sum),
             f(p.weight_shelter / sum), f(p.weight_care / sum), f(p.weight_participation / sum)}};
}

/// What a household's needs depend on; shares and flags are 0-1.
template <class Real> struct NeedCauses {
    Real lines;     ///< consumption in poverty lines
    Real schooling; ///< of the best schooled adult, 1 = 16 years
    Real has_children, needs_care, in_crisis, is_ill, without_papers;
    Real care_risk, stigma;
    Real premium; ///< how far a premium takes away the cost of care
    Real harmed;  ///< by neglect or violence
};

/// Targets before any service.
template <class Real>
[[gnu::always_inline]] inline std::array<Real, need_count> need_targets(const NeedCauses<Real>& c,
                                                                        const NeedRates& r) {
    const Real one(1.0f);
    const Real want = clamp01(one - c.lines / Real(r.span));
    return {want,
            clamp01(Real(r.health_base) + Real(r.health_want) * want * (one - c.premium) +
                    Real(r.health_illness) * c.is_ill),
            clamp01(c.has_children *
                    (Real(r.education_want) * want + Real(r.education_schooling) * (one - c.schooling))),
            clamp01(Real(r.shelter_base) + Real(r.shelter_want) * want),
            clamp01(Real(r.care_members) * c.needs_care + Real(r.care_risk) * c.care_risk +
                    Real(r.care_harm) * c.harmed + Real(r.care_crisis) * c.in_crisis),
            clamp01(Real(r.papers) * c.without_papers + Real(r.stigma) * c.stigma)};
}

/// Share of a deviation from the target that is left after a month.
constexpr float kept_of(Need need, const NeedRates& r) noexcept {
    return need == Need::education || need == Need::shelter ? r.slow_kept : r.fast_kept;
}

/// Social functioning F = 1 - sum of weight x deficit (keberfungsian sosial).
inline float functioning_of(const Households& h, std::uint32_t i,
                            const std::array<float, need_count>& weight) noexcept {
    float lost = 0;
    for (std::size_t d = 0; d < need_count; ++d) lost += weight[d] * h.deficit[d][i];
    return 1.0f - lost;
}

} // namespace tujuh
