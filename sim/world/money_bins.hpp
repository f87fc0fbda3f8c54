// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/math.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

/// Bins of money a person and month, 256 an octave (0.3 % wide), for distributions over the whole nation:
/// sums by bin do not depend on threads, and no list of households has to be sorted.
namespace tujuh {

inline constexpr unsigned bits_dropped = 15; ///< of a float's 23 mantissa bits, so that 8 are kept
inline constexpr std::uint32_t first_bin_bits = 0x45800000u >> bits_dropped; ///< 4,096 rupiah
inline constexpr std::size_t money_bin_count = 16u << (23u - bits_dropped);  ///< up to 268 million rupiah

/// The bin of an amount; amounts outside fall into the first or last.
constexpr std::size_t money_bin(float rupiah) noexcept {
    const std::uint32_t position = bits_of(std::max(rupiah, 4096.0f)) >> bits_dropped;
    return std::min<std::size_t>(position - first_bin_bits, money_bin_count - 1);
}

/// Lower end of a bin in rupiah; of `money_bin_count` the upper end of the last.
constexpr double money_bin_start(std::size_t bin) noexcept {
    return static_cast<double>(
        real_of_bits((static_cast<std::uint32_t>(bin) + first_bin_bits) << bits_dropped));
}

} // namespace tujuh
