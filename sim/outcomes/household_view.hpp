// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agencies/delivery.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace tujuh {

/// Consumption without this month's cash and food of public programmes, rupiah a person and month. Who is
/// poor and in which tenth is judged by it where the question is whom a programme reaches.
[[gnu::always_inline]] inline float before_transfers(float consumption, float transfer) noexcept {
    return std::max(0.0f, consumption - transfer);
}
inline float before_transfers(const Households& h, std::uint32_t i) noexcept {
    return before_transfers(h.consumption[i], h.transfer[i]);
}

/// What counting needs to know of a district, worked out once a month.
struct DistrictView {
    const District* district = nullptr;
    std::array<double, max_programmes> paid_share{}, quality{};
    std::array<LeakedShare<double>, max_programmes> leaked{};
    ProgrammeMask without_papers = 0; ///< programmes that ask for none
    std::array<float, max_programmes> log_cutoff{};

    /// Share of a programme's benefit that arrives at a household.
    double arriving_share(std::size_t programme, bool informed) const noexcept {
        return paid_share[programme] * (1.0 - leaked[programme].of(informed));
    }
};
DistrictView view_of(const World& world, const Settings& settings, const District& district);

/// Whether the way from a village to the next point of service is longer than `measures.far_km`.
inline bool is_far_from_points(const District& district, const Village& village, const Settings& settings) {
    return static_cast<double>(district.frame[village.frame].distance_km) >
           settings.parameters.measures.far_km;
}

/// Rupiah a month that a programme gives the household, leakage taken off.
double benefit_of(const Settings& settings, const DistrictView& view, const Households& households,
                  std::uint32_t household, std::size_t programme);

} // namespace tujuh
