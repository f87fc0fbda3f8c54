// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"
#include "world/world.hpp"

namespace tujuh {

/// Opens a window for the district in its budget month, and for some months after a disaster that is heard of
/// beyond its village (a focusing event, Birkland 1998).
void open_window(const World& world, District& district, const ReformParameters& p);

constexpr bool is_window_open(const Executive& executive, std::int32_t tick) noexcept {
    return tick < executive.window_until;
}

/// Chance that a measure of this cost passes an open window, `unspent` rupiah being free for it:
///   logistic(a ((evidence x proposal x support)^(1/3) - threshold (1 - b ease)) - cost / unspent)
double chance_to_pass(const IssueState& issue, double cost, double unspent, const ReformParameters& p);

} // namespace tujuh
