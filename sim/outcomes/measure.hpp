// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/for_each.hpp"
#include "outcomes/measurement.hpp"
#include "outcomes/outcome_table.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

namespace tujuh {

/// Measures the month that the world has just lived and writes it into `table` at `row`. Reads the world,
/// writes nothing into it: leaving it out changes no result.
void measure(const World& world, const Settings& settings, OutcomeTable& table, std::size_t row,
             const ForEach& for_each);

/// The nation's distribution of consumption over persons in the month that the world has just lived.
Distribution consumption_distribution(const World& world, const Settings& settings, const ForEach& for_each);

} // namespace tujuh
