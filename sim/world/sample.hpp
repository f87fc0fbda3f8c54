// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.hpp"
#include "scenario/scenario.hpp"

#include <array>
#include <cstdint>
#include <vector>

/// Which districts and villages are drawn (ODD 2, sampling). The full list of places exists whatever is
/// drawn: a village has the same number, area and place effect in every sample that holds it.
namespace tujuh {

/// Published counts of a province, as the sample needs them.
struct ProvinceFrame {
    std::uint32_t table_row = 0;
    double real_households = 0;
    std::uint32_t districts = 0, villages = 0;
    std::uint32_t first_district = 0, first_village = 0; ///< nation-wide numbers
    double urban_share = 0;
};

/// Frames of all provinces of the table, in its order. Households are population / mean size where not
/// published.
std::vector<ProvinceFrame> province_frames(const PublishedTables& tables, double mean_household_size);

struct DistrictFrame {
    std::uint32_t number = 0;                      ///< nation-wide
    std::uint32_t first_village = 0, villages = 0; ///< nation-wide number of its first village
    std::uint32_t urban_villages = 0;
    double effect = 0; ///< standard normal, exact quantiles over the districts of the province
};

/// All districts of a province.
std::vector<DistrictFrame> district_frames(const ProvinceFrame& province, const Draws& draws);

struct VillageFrame {
    std::uint32_t number = 0; ///< nation-wide
    Area area = Area::urban;
    double effect = 0; ///< standard normal, exact quantiles over the villages of the district and area
};

/// All villages of a district.
std::vector<VillageFrame> village_frames(const DistrictFrame& district, const Draws& draws);

/// What is drawn in one province.
struct ProvinceSample {
    std::uint32_t districts = 0;
    std::uint32_t villages_a_district = 0; ///< at most: a district has no more than there are
    std::uint32_t households_a_village = 0;
};

/// How many districts, villages and households each province gets: in proportion to the square root of its
/// households (Bankier 1988), so that each province has an estimate of its own; at least two villages.
std::vector<ProvinceSample> allocate_sample(const PopulationDesign& design,
                                            const std::vector<ProvinceFrame>& drawn);

/// Households that the sample of a province will hold, exactly where all districts are drawn.
double expected_households(const ProvinceSample& sample, const ProvinceFrame& province) noexcept;

/// Positions of the `count` villages that are drawn in a district, in ascending order: urban and rural ones
/// in the district's own shares, a fraction of a village being one by chance; all of them where `count` asks
/// for as many.
std::vector<std::uint32_t> villages_in_sample(const DistrictFrame& district,
                                              const std::vector<VillageFrame>& villages, std::uint32_t count,
                                              const Draws& draws);

/// `count` of `effects.size()` places, spread evenly over their ranks (systematic sampling along the effect),
/// in ascending order of position.
std::vector<std::uint32_t> spread_over_ranks(const std::vector<double>& effects, std::uint32_t count,
                                             double start);

} // namespace tujuh
