// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "policy/district_voice.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <optional>
#include <span>

namespace tujuh {

/// Rupiah a year of the district's miniature that its programmes have.
double programme_budgets(const District& district) noexcept;

/// The same of the whole country, by the districts drawn.
double national_budgets(std::span<const DistrictVoice> voices, double real_households) noexcept;

/// Rupiah a year that a measure would cost: in the miniature for a district's issue, in the nation for the
/// ministry's. Whoever a fairer rule lets in takes a place within the quota: rules themselves cost nothing.
double cost_of(Issue issue, const District& district, const Settings& settings);
double national_cost_of(Issue issue, double budgets, const ReformParameters& p);

/// What the measures enacted hold of the envelope.
double committed_by(const Issues& issues) noexcept;

/// What a measure would have free, and what it would have to cut for that.
struct Room {
    double unspent = 0;
    std::optional<std::size_t> cuts; ///< issue whose measure would be given up
};

/// The envelope is fixed, so a measure that does not fit names what it cuts: the measure with the least
/// support of those that free enough and have less support than itself.
Room room_for(double cost, float support, const Executive& executive) noexcept;

} // namespace tujuh
