// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agencies/delivery.hpp"
#include "outcomes/measurement.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

namespace tujuh {

/// Consumption without this month's cash and food of public programmes, rupiah a person and month. Who is
/// poor and in which tenth is judged by it where the question is whom a programme reaches.
inline float before_transfers(const Households& h, std::uint32_t i) noexcept {
    return std::max(0.0f, h.consumption[i] - h.transfer[i]);
}

/// What counting needs to know of a village, worked out once a village and month.
struct VillageView {
    double poverty_line = 0, distance_km = 0;
    std::array<float, need_count> need_weight{}; ///< in functioning
    std::array<double, max_programmes> paid_share{}, quality{};
    std::array<LeakedShare<double>, max_programmes> leaked{};
};

VillageView view_of(const World& world, const Settings& settings, const Village& village);

/// Rupiah a month that programmes give the household, leakage taken off.
double benefits_of(const World& world, const Settings& settings, const VillageView& view,
                   std::uint32_t household);

/// Adds one household (unweighted) to the sums of its cell, and its programmes to the sums of each programme.
void count_household(const World& world, const Settings& settings, const VillageView& view,
                     std::uint32_t household, double benefits, Sums& cell,
                     std::array<Sums, max_programmes>& programmes);

/// Adds what a district's tallies hold (unweighted) to `sums`, and by programme.
void count_district(const World& world, const Settings& settings, const District& district, Sums& sums,
                    std::array<Sums, max_programmes>& programmes);

} // namespace tujuh
