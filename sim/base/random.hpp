// SPDX-License-Identifier: Apache-2.0
/// Random numbers without state: a draw is asked for by what it is for, never as "the next one", so that no
/// draw depends on what ran before it, on threads or on ranks, and two scenarios share their luck.
#pragma once

#include <cstdint>

#include "base/math.hpp"
#include "base/purpose.hpp"

namespace tujuh {

struct Words {
    std::uint32_t word[4];
};

inline constexpr std::uint32_t philox_multiplier_0 = 0xD2511F53, philox_multiplier_1 = 0xCD9E8D57;
inline constexpr std::uint32_t philox_key_step_0 = 0x9E3779B9; ///< golden ratio
inline constexpr std::uint32_t philox_key_step_1 = 0xBB67AE85; ///< sqrt(3) - 1

/// Philox4x32-10 of Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3, SC11,
/// section 3.3: a bijection of the counter c0..c3 under the key k0, k1, by ten rounds of multiplication.
[[gnu::always_inline]] constexpr Words philox4x32_10(std::uint32_t c0, std::uint32_t c1, std::uint32_t c2,
                                                     std::uint32_t c3, std::uint32_t k0,
                                                     std::uint32_t k1) noexcept {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t product0 = std::uint64_t{philox_multiplier_0} * c0;
        const std::uint64_t product1 = std::uint64_t{philox_multiplier_1} * c2;
        c0 = static_cast<std::uint32_t>(product1 >> 32) ^ c1 ^ k0;
        c1 = static_cast<std::uint32_t>(product1);
        c2 = static_cast<std::uint32_t>(product0 >> 32) ^ c3 ^ k1;
        c3 = static_cast<std::uint32_t>(product0);
        k0 += philox_key_step_0;
        k1 += philox_key_step_1;
    }
    return {{c0, c1, c2, c3}};
}

// -----------------------------------------------------------------------------------------------------------
// From a word to a number. `Word` is std::uint32_t, or many of them side by side (math.hpp).

/// A number between 0 and 1, never 0 nor 1: the middle of one of 2^23 equal intervals, exact in a float, so
/// that the complement of a word gives exactly one minus its number. (A 24th bit would round half of the
/// numbers above 1/2, the last one up to 1.)
template <class Word> [[gnu::always_inline]] constexpr auto uniform_from(Word word) noexcept {
    const auto from_one_to_two = real_of_bits((word >> 9) | Word{0x3F800000});
    return from_one_to_two - decltype(from_one_to_two)(1.0f - 0x1p-24f);
}

/// A number between 0 and 1 from the low or the high half of a word: the middle of one of 2^16 equal
/// intervals.
template <class Word> [[gnu::always_inline]] constexpr auto low_half(Word word) noexcept {
    const auto from_one_to_two = real_of_bits(((word & Word{0xFFFF}) << 7) | Word{0x3F800000});
    return from_one_to_two - decltype(from_one_to_two)(1.0f - 0x1p-17f);
}
template <class Word> [[gnu::always_inline]] constexpr auto high_half(Word word) noexcept {
    return low_half(word >> 16);
}

/// A number between 0 and 1 from two words, never 0 nor 1: the middle of one of 2^52 equal intervals.
[[gnu::always_inline]] constexpr double uniform_double_from(std::uint32_t high, std::uint32_t low) noexcept {
    const std::uint64_t bits = (std::uint64_t{high} << 32 | low) >> 12;
    return real_of_bits(bits | std::uint64_t{0x3FF0000000000000}) - (1.0 - 0x1p-53);
}

/// A standard normal number: the sign from the highest bit, the distance from the other 31 by inversion, so
/// that both tails reach 6.3.
template <class Word> [[gnu::always_inline]] inline auto normal_from(Word word) noexcept {
    const auto rank = real_of_integer(word & Word{0x7FFFFFFF});
    using Real = decltype(real_of_bits(word));
    const Real distance = upper_normal_quantile_single((rank + Real(0.5f)) * Real(0x1p-32f));
    return real_of_bits(bits_of(distance) ^ (word & Word{0x80000000}));
}

/// An integer from 0 to n - 1 (n > 0) by multiplication and shift. Each value's probability differs from 1/n
/// by less than 2^-32; all these differences together stay below n·2^-32.
[[gnu::always_inline]] constexpr std::uint32_t integer_below(std::uint32_t word, std::uint32_t n) noexcept {
    return static_cast<std::uint32_t>((std::uint64_t{word} * n) >> 32);
}

// -----------------------------------------------------------------------------------------------------------

/// All random numbers of one replicate: Philox with key (seed, replicate) and counter (entity, tick, purpose,
/// sub-index). The same question always has the same answer.
struct Draws {
    std::uint32_t seed = 0;
    std::uint32_t replicate = 0;

    /// Four independent words.
    [[gnu::always_inline]] constexpr Words words(std::uint32_t entity, std::int32_t tick, Purpose purpose,
                                                 std::uint32_t sub_index = 0) const noexcept {
        return philox4x32_10(entity, static_cast<std::uint32_t>(tick), static_cast<std::uint32_t>(purpose),
                             sub_index, seed, replicate);
    }

    /// Between 0 and 1, never either; see `uniform_from`.
    [[gnu::always_inline]] constexpr float uniform(std::uint32_t entity, std::int32_t tick, Purpose purpose,
                                                   std::uint32_t sub_index = 0) const noexcept {
        return uniform_from(words(entity, tick, purpose, sub_index).word[0]);
    }

    /// Between 0 and 1, never either; see `uniform_double_from`.
    [[gnu::always_inline]] constexpr double uniform_double(std::uint32_t entity, std::int32_t tick,
                                                           Purpose purpose,
                                                           std::uint32_t sub_index = 0) const noexcept {
        const Words drawn = words(entity, tick, purpose, sub_index);
        return uniform_double_from(drawn.word[0], drawn.word[1]);
    }

    /// True with this probability: never at 0, always at 1. What happens at one probability happens, for the
    /// same question, at every higher one.
    [[gnu::always_inline]] constexpr bool happens(double probability, std::uint32_t entity, std::int32_t tick,
                                                  Purpose purpose,
                                                  std::uint32_t sub_index = 0) const noexcept {
        return uniform_double(entity, tick, purpose, sub_index) < probability;
    }

    /// Standard normal; see `normal_from`.
    [[gnu::always_inline]] float normal(std::uint32_t entity, std::int32_t tick, Purpose purpose,
                                        std::uint32_t sub_index = 0) const noexcept {
        return normal_from(words(entity, tick, purpose, sub_index).word[0]);
    }
};

} // namespace tujuh
