// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"
#include "world/world.hpp"

namespace tujuh {

/// One month of a district's agencies (ODD 7.8): staffing, relaxation, requests, checks, money.
/// `registry_round` says whether every registered household is scored anew this month.
void agency_phase(World& world, std::uint32_t district, const Settings& settings, bool registry_round);

/// Everything that work on agencies moves falls back to what the district had at the start (ODD 7.0).
void relax_agencies(District& district, const Draws& draws, const Parameters& p);

/// Distribution points that work has moved or changed go back to what they were (ODD 7.0); distances follow.
void relax_points(District& district, const Draws& draws, std::int32_t tick, const Parameters& p);

/// Checks of served households that are due, and the end of completed services.
void recertify(World& world, District& district, const Settings& settings);

/// Books the month's payments and running costs; opens a new account in the first month of a budget year.
void keep_accounts(World& world, District& district, const Settings& settings);

/// What share of next month's benefits the money left can bear.
void set_paid_shares(World& world, District& district, const Settings& settings);

} // namespace tujuh
