// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace tujuh {

enum class Area : unsigned char { urban, rural };
inline constexpr std::size_t area_count = 2;

/// Published figures for the urban or rural part of a province.
struct AreaFigures {
    double population_share = 0; ///< of the province's persons, 0-1; 0: the province has no such part
    double poverty_line = 0;     ///< rupiah a person and month
    double headcount = 0;        ///< share of persons below the line
    double gini = 0;             ///< of consumption a person
};

/// Published figures for a province (scenarios/data/README.md names the sources).
struct ProvinceFigures {
    std::string code, name;
    double population = 0;          ///< persons
    double households = 0;          ///< 0: not published, worked out from the mean size
    double mean_household_size = 0; ///< 0: not published
    double poverty_line = 0, headcount = 0, gini = 0;
    double mean_consumption = 0; ///< rupiah a person and month
    double districts = 0, subdistricts = 0, villages = 0;
    std::array<AreaFigures, area_count> areas{};
};

struct PublishedTables {
    std::vector<ProvinceFigures> provinces; ///< in the order of the table
};

} // namespace tujuh
