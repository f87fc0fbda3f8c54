// SPDX-License-Identifier: Apache-2.0
// Shocks open a crisis of geometric length (ODD 7.2). While it lasts, resources are multiplied by
//   1 - loss (1 - protection x capability)
// and it ends with hazard recovery_rate exp(a (capability - 1/2) + b (morale - 1/2) + c support).
#pragma once

#include "base/math.hpp"
#include "parameters/shocks.hpp"
#include "world/households.hpp"

#include <algorithm>
#include <array>

namespace tujuh {

inline constexpr std::size_t crisis_kind_count = 6;

struct ShockRates {
    std::array<float, crisis_kind_count>
        onset_until{};     ///< cumulated monthly chances of the four own shocks, by kind
    float onset_rural = 0; ///< cumulated chance with crop loss, rural households only
    std::array<float, crisis_kind_count> loss{}; ///< share of resources lost, by kind
    float protects, recovery, by_capability, by_morale, by_support;
};

constexpr double monthly_chance(double yearly_hazard) noexcept {
    return 1.0 - exp(-yearly_hazard / 12.0);
}

inline ShockRates shock_rates(const ShockParameters& p) {
    ShockRates rates{};
    const double job = monthly_chance(p.job_loss), illness = monthly_chance(p.illness);
    const double earner = monthly_chance(p.earner_loss), crop = monthly_chance(p.crop_loss);
    rates.onset_until = {0.0f,
                         static_cast<float>(job),
                         static_cast<float>(job + illness),
                         static_cast<float>(job + illness + earner),
                         static_cast<float>(job + illness + earner + crop),
                         0.0f};
    rates.loss = {0.0f,
                  static_cast<float>(p.job_loss_size),
                  static_cast<float>(p.illness_size),
                  static_cast<float>(p.earner_loss_size),
                  static_cast<float>(p.crop_loss_size),
                  static_cast<float>(p.disaster_size)};
    rates.protects = static_cast<float>(p.capability_protects);
    rates.recovery = static_cast<float>(p.recovery_rate);
    rates.by_capability = static_cast<float>(p.recovery_capability);
    rates.by_morale = static_cast<float>(p.recovery_morale);
    rates.by_support = static_cast<float>(p.recovery_support);
    return rates;
}

/// Chance a month that one of a household's own shocks hits it.
inline float onset_chance(bool rural, const ShockRates& rates) noexcept {
    return rates.onset_until[static_cast<std::size_t>(rural ? Crisis::crop_loss : Crisis::earner_loss)];
}

/// The shock that a draw between 0 and 1 brings to a household that is not in crisis; mostly none.
inline Crisis shock_of(float draw, bool rural, const ShockRates& rates) noexcept {
    if (draw >= onset_chance(rural, rates)) return Crisis::none;
    for (const auto kind : {Crisis::job_loss, Crisis::illness, Crisis::earner_loss})
        if (draw < rates.onset_until[static_cast<std::size_t>(kind)]) return kind;
    return Crisis::crop_loss;
}

/// Chance that a crisis ends this month.
template <class Real>
[[gnu::always_inline]] inline Real recovery_chance(Real capability, Real morale, Real support,
                                                   const ShockRates& rates) {
    const Real half(0.5f);
    const Real hazard = Real(rates.recovery) *
                        exp(Real(rates.by_capability) * (capability - half) +
                            Real(rates.by_morale) * (morale - half) + Real(rates.by_support) * support);
    return Real(1.0f) - exp(-hazard);
}

/// No crisis has a larger chance to end, whatever the household's capability, morale and support (0-1),
/// rounding included.
inline float largest_recovery_chance(const ShockRates& rates) noexcept {
    const auto most = [](float weight, float low, float high) {
        return std::max(weight * low, weight * high);
    };
    const float hazard =
        rates.recovery * exp(most(rates.by_capability, -0.5f, 0.5f) + most(rates.by_morale, -0.5f, 0.5f) +
                             most(rates.by_support, 0.0f, 1.0f));
    return 1.0f - exp(-hazard) + 1e-6f;
}

/// Share of resources that is left in a crisis that takes `loss`.
template <class Real>
[[gnu::always_inline]] inline Real share_left(Real loss, Real capability, const ShockRates& rates) {
    return Real(1.0f) - loss * (Real(1.0f) - Real(rates.protects) * capability);
}

} // namespace tujuh
