// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <optional>

namespace tujuh {

/// Rupiah a year by issue.
using Costs = std::array<double, issue_count>;

/// Whose decision it is and when: the key of its luck.
struct Sitting {
    const Draws& draws;
    std::uint32_t place; ///< number of the district, or `ministry_place`
    std::int32_t tick;
};
inline constexpr std::uint32_t ministry_place = 0xFFFFFFFF;

/// Issues from `first` up to `end` are the executive's own: the chance of each to pass, were a window open.
/// 0 for what is enacted, and for what finds no room in the envelope.
void weigh(Executive& executive, std::size_t first, std::size_t end, const Costs& costs,
           const ReformParameters& p);

/// In an open window, issues are taken up by their chance to pass; when `agenda_places` have passed, the
/// window closes. Returns how many.
std::uint32_t decide(Executive& executive, std::size_t first, std::size_t end, const Costs& costs,
                     const Sitting& sitting, const ReformParameters& p);

/// The measure is decided: it holds its cost from now on, and takes effect after a lag, in part.
void enact(Executive& executive, std::size_t issue, double cost, const Sitting& sitting,
           const ReformParameters& p);

/// The measure is given up; its cost is free again.
void give_up(Executive& executive, std::size_t issue) noexcept;

/// A month passes: lags shorten, measures whose lag is over take effect, and some in force are given up.
/// Returns how many took effect.
std::uint32_t carry_out(Executive& executive, const Sitting& sitting, const ReformParameters& p);

/// What the measures in force do to the district's rules.
void set_levers(District& district, const Draws& draws, const Settings& settings);

/// The settings with the ministry's measures in force; nothing where there are none.
std::optional<Settings> with_national_measures(const Settings& written, const Ministry& ministry);

} // namespace tujuh
