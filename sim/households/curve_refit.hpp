// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <cstddef>

namespace tujuh {

/// An area is fitted on at most this many of its households, which sets its headcount with a sampling error
/// of sqrt(p (1 - p) / n), 0.2 points at p = 9 %, and that of the nation, which has 76 areas of unequal size,
/// with about 0.05.
inline constexpr std::size_t most_in_curve_sample = 16384;

/// Solves the consumption curves of every province and area again, so that consumption after transfers,
/// shocks and coping has the published headcount, Gini and mean (ODD 5). Households keep their standing; only
/// what a standing is worth in rupiah changes, and with it their savings, debts and remembered resources.
/// Means of areas are those of the first solution; headcount and Gini of areas and province are published.
void refit_curves(World& world, const Scenario& scenario, const Together& together);

} // namespace tujuh
