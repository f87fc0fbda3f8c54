// SPDX-License-Identifier: Apache-2.0
/// A world small enough to be worked out by hand: one province and area, one district, one village of
/// one-person households, no workers; what a test does not set is zero.
#pragma once

#include "base/for_each.hpp"
#include "outcomes/catalogue.hpp"
#include "outcomes/measure.hpp"
#include "world/small_country.hpp"

#include <string_view>
#include <vector>

namespace tujuh::tiny_world {

inline constexpr double poverty_line = 125000;

/// Adds a district with one village whose households consume this, in rupiah a person and month.
inline void add_district(World& world, const std::vector<double>& consumption, std::uint32_t province = 0) {
    auto& h = world.households;
    const auto begin = static_cast<std::uint32_t>(h.count());
    h.resize(h.count() + consumption.size());
    for (std::size_t k = 0; k < consumption.size(); ++k) {
        h.size[begin + k] = 1;
        h.consumption[begin + k] = static_cast<float>(consumption[k]);
    }
    Village village;
    village.number = static_cast<std::uint32_t>(world.villages.size());
    village.district = static_cast<std::uint32_t>(world.districts.size());
    village.province = province;
    village.begin = begin;
    village.end = static_cast<std::uint32_t>(h.count());
    District district;
    district.number = village.district;
    district.province = province;
    district.village_begin = static_cast<std::uint32_t>(world.villages.size());
    district.village_end = district.village_begin + 1;
    district.frame.resize(1);
    world.villages.push_back(village);
    world.districts.push_back(district);
}

inline void add_province(World& world, double weight) {
    Province province;
    province.weight = {weight, weight};
    province.poverty_line = {poverty_line, poverty_line};
    world.provinces.push_back(province);
}

/// One district whose households each stand for `weight`.
inline World of(const std::vector<double>& consumption, double weight = 1) {
    World world;
    add_province(world, weight);
    add_district(world, consumption);
    return world;
}

inline Settings settings() {
    Settings made;
    made.parameters = default_parameters();
    return made;
}

inline OutcomeTable measured(const World& world, const Settings& settings) {
    Scenario scenario;
    scenario.months = 1;
    scenario.base = settings;
    for (std::size_t p = 0; p < world.provinces.size(); ++p) {
        ProvinceFigures figures;
        figures.code = std::to_string(p);
        scenario.published.provinces.push_back(figures);
    }
    auto table = make_outcome_table(scenario);
    MonthTables tables;
    measure(world, settings, tables, table, 0, in_order);
    return table;
}

/// A national outcome of a table of one month.
inline double national(const OutcomeTable& table, std::string_view outcome) {
    return table.national.at(find_outcome(outcome).value());
}

/// An outcome of one group in a table of one month.
inline double of_group(const OutcomeTable& table, Grouping grouping, std::size_t group,
                       std::string_view outcome) {
    const auto& grouped = table.groups[static_cast<std::size_t>(grouping)];
    return grouped.values.at(find_outcome(outcome).value() * grouped.labels.key.size() + group);
}

} // namespace tujuh::tiny_world
