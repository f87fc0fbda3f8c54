// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agencies/delivery.hpp"
#include "households/village_phase.hpp"

#include <array>

namespace tujuh {

/// Below how many poverty lines a household outside the registry is looked for.
inline constexpr float outside_below_lines = 1.2f;

/// What is the same for all households of a village in a month.
struct VillageMonth {
    CurveOf<float> curve{};
    float poverty_line = 0, distance_km = 0;
    bool rural = false;
    float peers = 0;    ///< share of the village in the programme that reaches most of it, last month
    ChanceOfHalf shock; ///< the largest of any household
    std::array<float, max_programmes> cutoff{}, log_cutoff{}, quality{}, burden{};
    std::array<float, max_programmes> paid_share{}; ///< of the benefit that the district's budget bears
    std::uint8_t relieving = 0;                     ///< services and assets, a bit each
    std::uint8_t services = 0;                      ///< programmes that end after some months, a bit each
    std::array<LeakedShare<float>, max_programmes> leaked{};
    std::array<std::array<ChanceOfHalf, 2>, max_programmes> learning{}; ///< [programme][member of a group]
    std::array<std::size_t, max_programmes> need{};
    std::array<float, 1u << group_kind_count> bridged{}; ///< [groups of a household] 0-1, way into services
    unsigned papers = 0;                                 ///< programmes that ask for papers, a bit each
    std::array<ChanceOfHalf, max_programmes> repaired{};
    float misuse_found = 0;

    /// Whether less than the whole benefit is paid or arrives.
    bool is_cut(std::size_t p) const noexcept { return paid_share[p] < 1.0f || leaked[p].unaware > 0; }
};

/// How well a household of these groups (a bit a kind) knows its way into formal services: as its best group,
/// or as kin and neighbours, whom everybody has.
float bridged_of(const Village& village, unsigned groups, double kin_reach) noexcept;

VillageMonth village_month(const World& world, const Village& village, const HouseholdRates& rates);

} // namespace tujuh
