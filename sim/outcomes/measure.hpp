// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/for_each.hpp"
#include "outcomes/measurement.hpp"
#include "outcomes/outcome_table.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <array>
#include <vector>

namespace tujuh {

inline constexpr std::size_t tenth_count = 10;
/// Cells of a month's sums: tenth x area x sex of head x disability.
inline constexpr std::size_t cell_count = tenth_count * area_count * 2 * 2;

/// Of consumption after and before public transfers.
struct Distributions {
    Distribution after, before;

    void clear();
    void add(const Distributions& other);
};

/// All that one province adds up in a month, weighted to the nation.
struct ProvinceCount {
    std::array<Distributions, area_count> distribution;
    std::vector<double> benefits; ///< by household of the province, rupiah a month
    std::vector<Sums> cells;
    std::array<Sums, max_programmes> programmes{};
    Sums district_sums;
    std::array<double, activity_count> hours{}, acts{};
    std::vector<double> district_persons, district_consumption, district_eligible, district_served;

    void clear();
};

/// What `measure` counts in. To be kept from month to month: setting it up anew would take much
/// of the time of counting.
struct MonthTables {
    std::vector<ProvinceCount> provinces;
    Distributions nation;
    std::array<Distributions, area_count> areas;
};

/// Measures the month that the world has just lived and writes it into `table` at `row`. Reads the world,
/// writes nothing into it: leaving it out changes no result. What `tables` held before does not matter.
void measure(const World& world, const Settings& settings, MonthTables& tables, OutcomeTable& table,
             std::size_t row, const ForEach& for_each);

/// The nation's distribution of consumption over persons in the month that the world has just lived.
Distribution consumption_distribution(const World& world, const Settings& settings, const ForEach& for_each);

} // namespace tujuh
