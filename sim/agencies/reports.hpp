// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"
#include "world/world.hpp"

namespace tujuh {

/// Awareness of neglect and violence to which a village relaxes: the declared base, and more with each living
/// mutual-aid group.
float usual_awareness(const Village& village, const ControlParameters& p) noexcept;

/// A month of the district's reports: awareness of villages relaxes; reports that nobody took up lapse, those
/// whose household was renewed or whose harm ended by itself are dropped; this month's are taken in. A
/// household waits once at most.
void follow_reports(World& world, District& district, const Settings& settings);

/// Closes a household's report as investigated, and counts how long it waited. False: there is none.
bool settle_report(World& world, District& district, std::uint32_t household);

/// Counts what still waits, and how long it has waited so far, in the month's tally.
void count_waiting_reports(District& district, std::int32_t tick) noexcept;

} // namespace tujuh
