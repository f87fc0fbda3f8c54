// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/fields.hpp"
#include "scenario/published.hpp"

#include <array>
#include <string_view>

/// The columns of the two tables of published figures, a row each. A column that may be empty then stands for
/// 0.
namespace tujuh {

inline constexpr FieldRow<ProvinceFigures> province_rows[] = {
    {"code", &ProvinceFigures::code, "code", 0, 0, "code of the province", Given::must_be},
    {"name", &ProvinceFigures::name, "text", 0, 0, "name of the province", Given::must_be},
    {"population_persons", &ProvinceFigures::population, "persons", 1000, 1e9, "persons", Given::must_be},
    {"households", &ProvinceFigures::households, "households", 0, 1e9, "households; empty: not published"},
    {"mean_household_size_persons", &ProvinceFigures::mean_household_size, "persons", 0, 20,
     "mean size of a household; empty: not published"},
    {"poverty_line_idr_per_person_month", &ProvinceFigures::poverty_line, "rupiah a person and month", 1, 1e9,
     "poverty line", Given::must_be},
    {"headcount_share_of_persons", &ProvinceFigures::headcount, "share of persons", 0.0001, 0.95,
     "persons below the poverty line", Given::must_be},
    {"gini", &ProvinceFigures::gini, "share", 0.01, 0.9, "Gini of consumption a person", Given::must_be},
    {"mean_consumption_idr_per_person_month", &ProvinceFigures::mean_consumption, "rupiah a person and month",
     1, 1e9, "mean consumption", Given::must_be},
    {"districts", &ProvinceFigures::districts, "districts", 1, 1000, "districts (kabupaten, kota)",
     Given::must_be},
    {"subdistricts", &ProvinceFigures::subdistricts, "subdistricts", 1, 100000, "subdistricts (kecamatan)",
     Given::must_be},
    {"villages", &ProvinceFigures::villages, "villages", 1, 1e6, "villages (desa, kelurahan)",
     Given::must_be},
};

inline constexpr FieldRow<AreaFigures> area_rows[] = {
    {"population_share_of_province", &AreaFigures::population_share, "share of the province's persons", 0, 1,
     "persons who live there", Given::must_be},
    {"poverty_line_idr_per_person_month", &AreaFigures::poverty_line, "rupiah a person and month", 1, 1e9,
     "poverty line", Given::must_be},
    {"headcount_share_of_persons", &AreaFigures::headcount, "share of persons", 0.0001, 0.95,
     "persons below the poverty line", Given::must_be},
    {"gini", &AreaFigures::gini, "share", 0.01, 0.9, "Gini of consumption a person", Given::must_be},
};

/// The areas as the table names them, in the order of `Area`.
inline constexpr std::array<std::string_view, area_count> area_keys = {"urban", "rural"};

} // namespace tujuh
