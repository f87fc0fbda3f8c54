// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instruction_sets.hpp"
#include "base/together.hpp"
#include "outcomes/cells.hpp"
#include "outcomes/district_sums.hpp"
#include "outcomes/measurement.hpp"
#include "outcomes/outcome_table.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <array>
#include <vector>

namespace tujuh {

/// Districts of one province, side by side, that one thread counts at a time.
struct Stretch {
    std::size_t province = 0, district_begin = 0, district_end = 0;
    std::array<AreaCount, area_count> areas;
    std::array<Cells, area_count> cells; ///< of the district that is being counted
};

/// Where a province stands in the lists of stretches and districts; a part of the nation has no stretch of
/// others' districts.
struct ProvinceRange {
    std::size_t province = 0, stretch_begin = 0, stretch_end = 0, district_begin = 0, district_end = 0;
    bool is_drawn() const noexcept { return district_end > 0; }
};

/// Sums of each group, weighted to the nation.
struct GroupSums {
    std::array<Sums, tenth_count> tenth{};
    std::array<Sums, 2> head{}, disability{};
    std::array<Sums, area_count> area{};
    std::array<Sums, max_programmes> programme{};
    Sums districts;
    std::array<double, activity_count> hours{}, acts{};

    /// Adds the whole sums of an area of which each household stands for `weight`.
    void add(const AreaCount& count, std::size_t area_index, double weight) noexcept;
    void add(const DistrictRow& row) noexcept;
    /// All households, and districts.
    Sums all() const noexcept;
};

/// A group whose distribution of consumption is measured.
struct MoneyGroup {
    Distribution after, before;
    Inequality inequality_after, inequality_before;
    std::vector<double> coverage; ///< of its districts, sorted
};

/// What `measure` counts in. To be kept from month to month: setting it up anew would take much
/// of the time of counting.
struct MonthTables {
    InstructionSet instructions = widest_instruction_set();
    std::vector<Stretch> stretches; ///< of the districts that are here
    std::vector<ProvinceRange> ranges;
    std::vector<std::array<AreaCount, area_count>> counted; ///< whole provinces
    std::vector<std::int64_t> numbers;                      ///< what parts of a nation add up
    std::vector<DistrictRow> districts;                     ///< of the whole nation once all are counted
    std::vector<MoneyGroup> provinces;
    std::array<MoneyGroup, area_count> areas;
    MoneyGroup nation;
};

/// Measures the month that the world has just lived and writes it into `table` at `row`. Reads the world,
/// writes nothing into it: leaving it out changes no result. What `tables` held before does not matter.
void measure(const World& world, const Settings& settings, MonthTables& tables, OutcomeTable& table,
             std::size_t row, const Together& together);

/// The bins at which the nation's tenths of persons begin, by consumption before public transfers in that
/// month.
TenthStarts tenths_before_transfers(const World& world, const Settings& settings, const Together& together);

/// The nation's distribution of consumption over persons in the month that the world has just lived.
Distribution consumption_distribution(const World& world, const Settings& settings, const Together& together);

} // namespace tujuh
