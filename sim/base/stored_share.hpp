// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/math.hpp"

#include <cstdint>

namespace tujuh {

/// A number from 0 to 1 in two bytes, in steps of 2^-15, so that 0, 1/2 and 1 are exact. Reads as a float;
/// what is written is rounded to the nearest step.
struct StoredShare {
    static constexpr float steps_to_one = 32768.0f;

    /// Of rounding to the nearest step.
    static constexpr float largest_error = 0.5f / steps_to_one;

    std::uint16_t steps;

    StoredShare() noexcept = default;           // leaves memory as it is, as a float does
    constexpr StoredShare(float share) noexcept // NOLINT(google-explicit-constructor): as from an int
        : steps(static_cast<std::uint16_t>(steps_of(share, 0.5f))) {}
    constexpr operator float() const noexcept { // NOLINT(google-explicit-constructor): it is a number
        return share_of(steps);
    }

    /// `rounding` 0 rounds down and one half to the nearest; at most 255/256, beyond which 1 itself is
    /// rounded up. A number drawn from 0 to 1 keeps the mean of what is rounded, so that a state which moves
    /// by less than a step a month still arrives (stochastic rounding: Croci et al. 2022, Royal Society Open
    /// Science 9, 211631).
    [[gnu::always_inline]] static constexpr std::uint32_t steps_of(float share, float rounding) noexcept {
        return static_cast<std::uint32_t>(static_cast<std::int32_t>(share * steps_to_one + rounding));
    }
    [[gnu::always_inline]] static constexpr float share_of(std::uint32_t steps) noexcept {
        return real_of_integer(steps) * (1.0f / steps_to_one);
    }
};
static_assert(sizeof(StoredShare) == 2);

} // namespace tujuh
