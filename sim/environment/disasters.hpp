// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/shocks.hpp"
#include "world/world.hpp"

namespace tujuh {

/// Whether a disaster strikes the village this month (ODD 7.2). It reaches a part of its households, in the
/// village phase.
inline void strike_village(World& world, Village& village, const ShockParameters& p) noexcept {
    const double chance = 1.0 - exp(-p.disaster / 12.0);
    village.disaster_months =
        world.draws.happens(chance, village.number, world.tick, Purpose::disaster) ? 1 : 0;
}

} // namespace tujuh
