// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "scenario/scenario.hpp"
#include "world/population.hpp"
#include "world/world.hpp"

namespace tujuh {

/// The country, or the drawn part of it, at the first month of burn-in (`tick` = -burn_in_months): places,
/// people, agencies and workers. `scenario` has passed `validate`. Nobody is enrolled yet.
World build_world(const Scenario& scenario, std::uint32_t replicate, const Together& together);

/// Share of persons below the poverty line over all provinces of the tables.
double published_headcount(const PublishedTables& tables) noexcept;

} // namespace tujuh
