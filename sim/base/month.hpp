// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace tujuh {

/// Whether it is an entity's turn in this month, when each has one turn in `period` months, spread evenly by
/// number. `offset` months later for another purpose, so that all yearly events do not fall together.
constexpr bool in_turn(std::uint32_t number, std::int32_t tick, std::uint32_t period,
                       std::uint32_t offset = 0) noexcept {
    constexpr std::int32_t before_all_months =
        12000; // a multiple of twelve, so that burn-in counts from above 0
    return (number + static_cast<std::uint32_t>(tick + before_all_months)) % period == offset;
}

} // namespace tujuh
