// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.hpp"
#include "world/households.hpp"
#include "world/places.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace tujuh {

/// What holds for the whole country this month.
struct National {
    std::array<double, max_programmes> cutoff{}; ///< rupiah a person and month, set at each registry round
    std::int32_t registry_round = -1000000;      ///< tick of the last round
    double real_households = 0;                  ///< of the whole country, drawn or not
    double headcount = 0;                        ///< published share of persons below the poverty line
    Ministry ministry;
};

/// The whole state: a plain value that can be copied, so that experiments start from one burnt-in world.
struct World {
    Draws draws{};
    std::int32_t tick = 0; ///< the month to be simulated next; 0 is the first after burn-in
    std::size_t programme_count = 0;
    Households households;
    std::vector<Village> villages;
    std::vector<District> districts;
    std::vector<Province> provinces;
    National national;

    std::size_t household_count() const noexcept { return households.count(); }
    /// Bytes held, tables and lists of districts and villages included.
    std::size_t bytes() const noexcept;
};

/// Households of a village are numbered so that Jakarta's, about 10,800 a ward, fit: 2^14 a village.
inline constexpr std::uint32_t households_a_village_number = 16384;

/// The household's nation-wide number: the same household in every sample that holds its village.
inline std::uint32_t household_number(const Village& village, std::uint32_t household) noexcept {
    return village.number * households_a_village_number + (household - village.begin);
}

/// First household of a district, and the one past its last.
inline std::uint32_t first_household(const World& world, const District& district) noexcept {
    return world.villages[district.village_begin].begin;
}
inline std::uint32_t end_household(const World& world, const District& district) noexcept {
    return world.villages[district.village_end - 1].end;
}

/// The village of a household of the district: all villages of a district are drawn with the same number of
/// households.
inline std::uint32_t village_of(const World& world, const District& district,
                                std::uint32_t household) noexcept {
    const auto sampled = world.villages[district.village_begin].sampled();
    return district.village_begin + (household - first_household(world, district)) / sampled;
}

inline std::uint32_t number_of(const World& world, const District& district,
                               std::uint32_t household) noexcept {
    return household_number(world.villages[village_of(world, district, household)], household);
}

} // namespace tujuh
