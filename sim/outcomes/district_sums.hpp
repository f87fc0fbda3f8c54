// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/measurement.hpp"
#include "outcomes/outcome_table.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <array>

namespace tujuh {

/// What one district adds to a month beside the whole sums of its households. Rows are added up in the order
/// of districts, so that it does not matter which thread or rank has counted which.
struct DistrictRow {
    std::size_t province = 0;
    double weight = 0; ///< what its households stand for on average
    Sums sums;         ///< of districts, not weighted
    struct Programme {
        double gross = 0, leaked = 0, eligible_starts = 0;
        std::array<double, money_use_count> uses{}; ///< of the year's account so far, [MoneyUse] rupiah
    };
    std::array<Programme, max_programmes> programmes{};
    std::array<double, activity_count> hours{}, acts{};
    double persons = 0, consumption = 0, eligible = 0, served = 0; ///< of its households, weighted by area
};

/// All but what households add.
DistrictRow count_district(const World& world, const Settings& settings, const District& district);

} // namespace tujuh
