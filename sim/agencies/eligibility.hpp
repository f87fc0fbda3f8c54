// SPDX-License-Identifier: Apache-2.0
// Who is entitled, and how resources are measured (ODD 7.8). Eligible: twelve-month resources before
// transfers below the programme's cut-off, the members that it requires, and for services and assets a need
// that it relieves. The registry measures log resources with an error of standard deviation sigma sqrt(1/R^2
// - 1), drawn once a household and round.
#pragma once

#include "base/math.hpp"
#include "base/random.hpp"
#include "parameters/registry.hpp"
#include "world/entitlement.hpp"
#include "world/world.hpp"

namespace tujuh {

/// Entitled by the rules and the true state of the household. `need_counts` is the deficit from which a
/// service or an asset is due; `cutoff` rupiah a person and month.
inline bool is_eligible(const Programme& programme, double cutoff, float need_counts, const Households& h,
                        std::uint32_t i) noexcept {
    if (static_cast<double>(h.resource_mean[i]) >= cutoff || !meets_conditions(programme, h, i)) return false;
    return !relieves_directly(programme) || h.deficit[main_need_of(programme)][i] > need_counts;
}

/// Standard deviation of the registry's error in log points.
inline double registry_error(double sd_log_resources, double fit) noexcept {
    return sd_log_resources * square_root(1.0 / fit - 1.0);
}

/// The registry's score: log rupiah a person and month, with an error of this standard deviation and luck.
inline float registry_score(float resource_mean, float error, float luck) noexcept {
    return log(resource_mean) + error * luck;
}
/// The score of a household in the round that began at `round`.
inline float registry_score(float resource_mean, double error, const Draws& draws, std::uint32_t number,
                            std::int32_t round) noexcept {
    return registry_score(resource_mean, static_cast<float>(error),
                          draws.normal(number, round, Purpose::registry_error));
}

/// The score that a trained visitor gives: the same scale, a smaller error.
inline float visit_score(float resource_mean, double error, const Draws& draws, std::uint32_t number,
                         std::int32_t tick) noexcept {
    return log(resource_mean) + static_cast<float>(error) * draws.normal(number, tick, Purpose::visit_error);
}

/// What a rule adds to the measured standing of a household of vulnerable groups: the largest penalty that
/// applies.
[[gnu::always_inline]] inline float bias_against(const std::array<float, vulnerable_group_count>& bias,
                                                 bool female_head, bool disability, bool elder) noexcept {
    const auto applied = [&](VulnerableGroup group, bool belongs) {
        return belongs ? bias[static_cast<std::size_t>(group)] : 0.0f;
    };
    const float of_woman = std::max(0.0f, applied(VulnerableGroup::female_head, female_head));
    const float or_disabled = std::max(of_woman, applied(VulnerableGroup::disability, disability));
    return std::max(or_disabled, applied(VulnerableGroup::elder, elder));
}
inline float bias_against(const Agency& agency, bool female_head, bool disability, bool elder) noexcept {
    return bias_against(agency.bias, female_head, disability, elder);
}
inline float bias_against(const Agency& agency, const Households& h, std::uint32_t i) noexcept {
    return bias_against(agency, (h.traits[i] & trait::female_head) != 0, h.disabled[i] > 0, h.elders[i] > 0);
}

} // namespace tujuh
