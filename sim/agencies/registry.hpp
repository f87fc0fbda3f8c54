// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

namespace tujuh {

/// Whether a registry round falls in this month.
bool is_registry_round(const World& world, const RegistryParameters& p) noexcept;

/// Turns each programme's cut-off percentile into rupiah: twelve-month resources before transfers below which
/// that share of all persons of the nation live.
void set_cutoffs(World& world, const std::vector<Programme>& programmes, const Together& together);

/// The round in one district: every registered household is scored anew, and pushed programmes are filled by
/// lowest score.
void hold_registry_round(World& world, District& district, const Settings& settings);

/// Between rounds, once a year in the district's own month: places that have become free are filled from the
/// list as it is.
void refill_programmes(World& world, District& district, const Settings& settings);

/// Puts a household into a programme: bits, counts, the list of the newly enrolled. `starts_by_itself`: the
/// service works without further ado.
void enrol(World& world, District& district, std::uint32_t household, std::size_t programme, Door door,
           bool starts_by_itself);

/// Takes a household out of a programme.
void release(World& world, District& district, std::uint32_t household, std::size_t programme);

/// Households that a programme may serve in the district's miniature.
std::int64_t quota_of(const World& world, const District& district, const Programme& programme,
                      std::size_t index);

} // namespace tujuh
