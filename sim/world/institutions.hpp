// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/math.hpp"
#include "scenario/scenario.hpp"
#include "world/sample.hpp"
#include "world/world.hpp"

#include <vector>

namespace tujuh {

/// Where all villages of a district lie, sampled or not, and its distribution points. Towns lie around the
/// centre.
void place_villages(District& district, const std::vector<VillageFrame>& frames, const Draws& draws,
                    double points, const Parameters& p);

/// Puts a distribution point where and how it was at the start: an office in a village drawn by lot.
void place_as_at_start(District& district, std::uint32_t point, const Draws& draws);

inline constexpr float farthest_km = 1e9f;

inline float distance_km(const FrameVillage& village, float x, float y) noexcept {
    return square_root(square(village.x - x) + square(village.y - y));
}

/// What the mechanism at a point makes of a distance, 1 for an office.
float distance_factor(const District& district, const DistributionPoint& point,
                      const TaskParameters& p) noexcept;

/// Distance of each village of the full list to the nearest point, as the mechanism there shortens it.
void measure_distances(District& district, const Parameters& p) noexcept;

/// The same after one point has become new or better, all others being as they were measured.
void bring_nearer(District& district, const DistributionPoint& point, const TaskParameters& p) noexcept;

/// Agencies at the start: districts differ around the declared means.
void found_agencies(District& district, const Draws& draws, const AgencyParameters& p);

/// Quality to which a provider drifts: providers differ around the declared mean.
float usual_provider_quality(std::uint32_t district_number, std::uint32_t agency, std::uint32_t provider,
                             const Draws& draws, const ControlParameters& p) noexcept;

/// Providers at the start: some hold a licence, which ends sooner or later.
void found_providers(District& district, const Draws& draws, std::int32_t tick, const ControlParameters& p);

/// Seats of the district: at least one of each kind of worker; homes, skills and months of service.
void open_seats(District& district, const Draws& draws, const Settings& settings,
                double real_households_of_nation);

/// The mutual-aid group that a village may already have, with its members.
void found_groups(World& world, Village& village, const InformalParameters& p);

/// Persons of a kind of worker that work in the district's miniature, in full-time equivalents. The share
/// `by_poverty` of them follows poor households, the others all households.
double full_time_in(const District& district, double workforce, double real_households_of_nation,
                    double by_poverty) noexcept;

} // namespace tujuh
