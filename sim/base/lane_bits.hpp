// SPDX-License-Identifier: Apache-2.0
// Which of 64 households side by side something holds for, as the bits of one word, so that the few are
// visited one by one. Plain loops that become some twenty instructions on the widest machine
// (base/instruction_sets.hpp); gathering eight bytes at a time by a product took over a hundred, and as lists
// are made some twenty times a block, 1.5 ns a household-month.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tujuh {

inline constexpr std::size_t lanes_a_word = 64;

/// Bit k: whether `holds(k)`.
template <class Holds> [[gnu::always_inline]] inline std::uint64_t lanes_where(Holds&& holds) noexcept {
    alignas(64) std::uint8_t places[lanes_a_word];
    for (std::size_t k = 0; k < lanes_a_word; ++k)
        places[k] = holds(k) ? static_cast<std::uint8_t>(1u << k % 8) : std::uint8_t{0};
    std::uint64_t eights[lanes_a_word / 8], lanes = 0;
    std::memcpy(eights, places, sizeof eights);
    std::uint8_t gathered[8];
    for (std::size_t n = 0; n < 8; ++n) {
        std::uint64_t eight = eights[n];
        eight |= eight >> 32, eight |= eight >> 16, eight |= eight >> 8;
        gathered[n] = static_cast<std::uint8_t>(eight);
    }
    std::memcpy(&lanes, gathered, sizeof lanes);
    return lanes;
}

/// Bit k: whether the k-th byte has one of the bits.
[[gnu::always_inline]] inline std::uint64_t lanes_with(const std::uint8_t (&marks)[lanes_a_word],
                                                       std::uint8_t bits) noexcept {
    return lanes_where([&](std::size_t k) { return (marks[k] & bits) != 0; });
}

/// The first `count` lanes, at most 64.
constexpr std::uint64_t first_lanes(std::uint32_t count) noexcept {
    return count < lanes_a_word ? (std::uint64_t{1} << count) - 1 : ~std::uint64_t{0};
}

template <class Visit> [[gnu::always_inline]] inline void for_each_lane(std::uint64_t lanes, Visit&& visit) {
    for (; lanes != 0; lanes &= lanes - 1) visit(static_cast<std::uint32_t>(__builtin_ctzll(lanes)));
}

} // namespace tujuh
