// SPDX-License-Identifier: Apache-2.0
// Counting many yes-or-no questions at once. What a household answers to 64 questions is one word; counters
// of a byte lie side by side in eight words, so that a word is added by eight shifts, masks and additions,
// which the compiler turns into a vector. A byte overflows after 255 households: whoever adds must carry the
// counts over before.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace tujuh {

static_assert(std::endian::native == std::endian::little, "counters of a byte are read out of words");

/// How many households said yes to each of 64 questions.
class BitCounters {
  public:
    static constexpr std::uint32_t most = 255; ///< households between two calls of `carry`

    [[gnu::always_inline]] void add(std::uint64_t answers) noexcept {
#pragma GCC unroll 1 // written out, the shifts would be done one by one
        for (std::uint64_t bit = 0; bit < 8; ++bit) bytes_[bit] += answers >> bit & 0x0101010101010101u;
    }
    /// Households added since the last carry that said yes to the first question.
    [[gnu::always_inline]] std::uint32_t fresh() const noexcept {
        return static_cast<std::uint32_t>(bytes_[0] & 255u);
    }
    [[gnu::always_inline]] void carry() noexcept {
        std::uint8_t fresh[64];
        std::memcpy(fresh, bytes_, sizeof fresh);
        for (std::size_t place = 0; place < 64; ++place) carried_[place] += fresh[place];
        for (auto& word : bytes_) word = 0;
    }
    /// Carried over.
    std::uint32_t count(std::size_t bit) const noexcept {
        return carried_[bit % 8 * 8 + bit / 8];
    }
    /// Carried over, of the questions `n`, 8 + `n`, ..., 56 + `n`.
    const std::uint32_t* counts_of_every_eighth(std::size_t n) const noexcept {
        return carried_ + n * 8;
    }

  private:
    alignas(64) std::uint64_t bytes_[8] = {}; ///< [bit % 8], of which byte bit / 8 counts the bit
    std::uint32_t carried_[64] = {};          ///< in the order of the bytes
};

/// How many persons live in households that said yes to each of 32 questions. Counters have 16 bits, so that
/// 255 households of 255 persons fit.
class PersonCounters {
  public:
    /// Bytes 0, 2, 4 and 6 of `answers` hold eight questions each.
    [[gnu::always_inline]] void add(std::uint64_t answers, std::uint64_t persons) noexcept {
#pragma GCC unroll 1
        for (std::uint64_t bit = 0; bit < 8; ++bit)
            words_[bit] += (answers >> bit & 0x0001000100010001u) * persons;
    }
    [[gnu::always_inline]] void carry() noexcept {
        std::uint16_t fresh[32];
        std::memcpy(fresh, words_, sizeof fresh);
        for (std::size_t place = 0; place < 32; ++place) carried_[place] += fresh[place];
        for (auto& word : words_) word = 0;
    }
    /// Carried over.
    std::uint32_t count(std::size_t bit) const noexcept {
        return carried_[bit % 8 * 4 + bit / 8];
    }

  private:
    alignas(64) std::uint64_t words_[8] = {};
    std::uint32_t carried_[32] = {};
};

} // namespace tujuh
