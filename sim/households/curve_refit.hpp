// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

namespace tujuh {

/// Solves the consumption curves of every province and area again, so that consumption after transfers,
/// shocks and coping has the published headcount, Gini and mean (ODD 5). Households keep their standing; only
/// what a standing is worth in rupiah changes, and with it their savings, debts and remembered resources.
/// Means of areas are those of the first solution; headcount and Gini of areas and province are published.
void refit_curves(World& world, const Scenario& scenario, const Together& together);

} // namespace tujuh
