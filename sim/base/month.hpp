// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace tujuh {

inline constexpr std::uint32_t months_a_year = 12;

namespace detail {

/// The month counted so that burn-in stays above 0, for one entity.
constexpr std::uint32_t months_and_number(std::uint32_t number, std::int32_t tick) noexcept {
    constexpr std::int32_t before_all_months = 12000; // a multiple of twelve
    return number + static_cast<std::uint32_t>(tick + before_all_months);
}

} // namespace detail

/// Whether it is an entity's turn in this month, when each has one turn in `period` months, spread evenly by
/// number. `offset` months later for another purpose, so that all yearly events do not fall together.
constexpr bool in_turn(std::uint32_t number, std::int32_t tick, std::uint32_t period,
                       std::uint32_t offset = 0) noexcept {
    return detail::months_and_number(number, tick) % period == offset;
}

/// How many numbers further than `number` the next entity is whose turn it is; 0: its own turn.
constexpr std::uint32_t numbers_to_turn(std::uint32_t number, std::int32_t tick, std::uint32_t period,
                                        std::uint32_t offset = 0) noexcept {
    return (period + offset - detail::months_and_number(number, tick) % period) % period;
}

} // namespace tujuh
