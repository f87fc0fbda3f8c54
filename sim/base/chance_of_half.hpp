// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace tujuh {

/// A chance as a limit for half a random word, so that 32 or 64 draws are compared at once and need not be
/// made numbers first: `happens(half)` is `low_half(half) < chance` (random.hpp).
struct ChanceOfHalf {
    std::uint16_t limit = 0;
    bool always = false;

    constexpr ChanceOfHalf() noexcept = default;
    constexpr explicit ChanceOfHalf(float chance) noexcept
        : ChanceOfHalf(limit_of(static_cast<double>(chance) * 65536.0 - 0.5)) {}

    /// Happens for the high half of every word whose `uniform_from` is below the chance, and for few others.
    static constexpr ChanceOfHalf covering(float chance) noexcept {
        return ChanceOfHalf(limit_of(static_cast<double>(chance) * 65536.0 + 1.0));
    }

    [[gnu::always_inline]] constexpr bool happens(std::uint16_t half) const noexcept {
        return (half < limit) | always;
    }

    /// Which of `count` things, all as likely, it happens to; for a half with which it happens.
    [[gnu::always_inline]] constexpr std::uint32_t which(std::uint16_t half,
                                                         std::uint32_t count) const noexcept {
        return half * count / (always ? 65536u : limit);
    }

  private:
    constexpr explicit ChanceOfHalf(std::int32_t halves) noexcept
        : limit(static_cast<std::uint16_t>(halves)), always(halves > 65535) {}
    /// The number of halves below `bound`.
    static constexpr std::int32_t limit_of(double bound) noexcept {
        const double within = std::clamp(bound, 0.0, 65536.0);
        const auto whole = static_cast<std::int32_t>(within);
        return whole + (static_cast<double>(whole) < within ? 1 : 0);
    }
};

/// One half for several rare events of a household, here one a programme: for each of the `count` it is
/// turned by another part of a circle, so that each still happens with its own chance, and no two at once
/// unless they are likely.
template <std::size_t count>
[[gnu::always_inline]] constexpr std::uint16_t turned(std::uint16_t half, std::size_t by) noexcept {
    return static_cast<std::uint16_t>(half + by * (65536 / count));
}

} // namespace tujuh
