// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace tujuh {

/// Half a random word, 0 to 65534: the last of the 65536 halves counts as the one before it, so that there is
/// a limit that none reaches.
[[gnu::always_inline]] constexpr std::uint16_t half_below_last(std::uint32_t half) noexcept {
    const auto h = static_cast<std::uint16_t>(half);
    return h < 65535 ? h : std::uint16_t{65534};
}

/// A chance as a limit for such a half, so that 32 or 64 draws are compared at once and need not be made
/// numbers first: `happens(half)` is `low_half(half) < chance` (random.hpp), and from 65535/65536 on always.
/// (A mark for "always" beside the limit takes sixty instructions a loop to become a vector's mask.)
struct ChanceOfHalf {
    static constexpr std::uint16_t always = 65535;
    std::uint16_t limit = 0;

    constexpr ChanceOfHalf() noexcept = default;
    constexpr explicit ChanceOfHalf(float chance) noexcept
        : limit(limit_of(static_cast<double>(chance) * 65536.0 - 0.5)) {}

    /// Happens for the high half of every word whose `uniform_from` is below the chance, and for few others.
    static constexpr ChanceOfHalf covering(float chance) noexcept {
        ChanceOfHalf covers;
        covers.limit = limit_of(static_cast<double>(chance) * 65536.0 + 1.0);
        return covers;
    }

    [[gnu::always_inline]] constexpr bool happens(std::uint16_t half) const noexcept { return half < limit; }

    /// Which of `count` things, all as likely, it happens to; for a half with which it happens.
    [[gnu::always_inline]] constexpr std::uint32_t which(std::uint16_t half,
                                                         std::uint32_t count) const noexcept {
        return half * count / (limit == always ? 65536u : limit);
    }

  private:
    /// The number of halves below `bound`.
    static constexpr std::uint16_t limit_of(double bound) noexcept {
        const double within = std::clamp(bound, 0.0, static_cast<double>(always));
        const auto whole = static_cast<std::uint16_t>(within);
        return static_cast<std::uint16_t>(whole + (static_cast<double>(whole) < within ? 1 : 0));
    }
};

/// One half for several rare events of a household, here one a programme: for each of the `count` it is
/// turned by another part of a circle, so that each still happens with its own chance, and no two at once
/// unless they are likely.
template <std::size_t count>
[[gnu::always_inline]] constexpr std::uint16_t turned(std::uint16_t half, std::size_t by) noexcept {
    return half_below_last(static_cast<std::uint32_t>(half + by * (65536 / count)));
}

} // namespace tujuh
