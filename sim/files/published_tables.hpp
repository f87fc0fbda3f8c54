// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_report.hpp"
#include "scenario/published.hpp"

#include <cstdint>

namespace tujuh {

/// Reads the two tables of published figures: a row a province, and a row for the urban and the rural part of
/// each. `provinces` and `areas` are positions of their texts in the report, which gets all problems with
/// file and line; the places of figures are remembered as "published.<code>.<column>" for checks of their
/// values. Columns are found by name, in any order; columns of other names are passed over.
PublishedTables read_published_tables(std::uint32_t provinces, std::uint32_t areas, ScenarioReport& report);

} // namespace tujuh
