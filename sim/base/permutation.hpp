// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

#include "base/random.hpp"

namespace tujuh {

/// A random order of 0..n-1 that needs no memory: a Feistel network over the next power of two (Luby and
/// Rackoff 1988), walked along its cycle until the number is below n (Black and Rogaway 2002, Ciphers with
/// arbitrary finite domains), in fewer than two steps on average. The keys of its rounds are the Philox words
/// with sub-index 0 to 3: an order needs a purpose of its own. Up to n = 16, where such a network favours
/// some orders by several per cent, the order is shuffled and kept instead.
class Permutation {
  public:
    constexpr Permutation(std::uint32_t n, Draws draws, std::uint32_t entity, Purpose purpose,
                          std::int32_t tick = 0) noexcept
        : n_(n) {
        std::uint32_t keys[16] = {};
        for (std::uint32_t block = 0; block < 4; ++block) {
            const Words words = draws.words(entity, tick, purpose, block);
            for (std::uint32_t i = 0; i < 4; ++i) keys[4 * block + i] = words.word[i];
        }
        if (n <= few) {
            shuffle(keys);
            return;
        }
        for (std::uint32_t round = 0; round < rounds; ++round) keys_or_order_[round] = keys[round];
        while (left_bits_ + right_bits_ < 32 && (std::uint64_t{1} << (left_bits_ + right_bits_)) < n) {
            if (left_bits_ < right_bits_)
                ++left_bits_;
            else
                ++right_bits_;
        }
    }

    /// The number at this place of the order; index < n.
    constexpr std::uint32_t operator()(std::uint32_t index) const noexcept {
        if (n_ <= few) return keys_or_order_[index];
        do index = step(index);
        while (index >= n_);
        return index;
    }

  private:
    static constexpr std::uint32_t few = 16;
    static constexpr std::uint32_t rounds = 12;

    /// Fisher and Yates (1938).
    constexpr void shuffle(const std::uint32_t (&words)[few]) noexcept {
        for (std::uint32_t i = 0; i < n_; ++i) {
            const std::uint32_t place = integer_below(words[i], i + 1);
            keys_or_order_[i] = keys_or_order_[place];
            keys_or_order_[place] = i;
        }
    }

    constexpr std::uint32_t step(std::uint32_t index) const noexcept {
        std::uint32_t left = index >> right_bits_;
        std::uint32_t right = index & ((1u << right_bits_) - 1);
        for (std::uint32_t round = 0; round < rounds; round += 2) {
            left ^= mixed(right, keys_or_order_[round]) >> (32 - left_bits_);
            right ^= mixed(left, keys_or_order_[round + 1]) >> (32 - right_bits_);
        }
        return (left << right_bits_) | right;
    }

    /// Its high bits depend on all bits of both. The multipliers are those of Philox.
    static constexpr std::uint32_t mixed(std::uint32_t half, std::uint32_t key) noexcept {
        const std::uint64_t once = std::uint64_t{half ^ key} * 0xD2511F53;
        const std::uint32_t folded =
            static_cast<std::uint32_t>(once >> 32) ^ static_cast<std::uint32_t>(once);
        const std::uint64_t twice = std::uint64_t{folded} * 0xCD9E8D57;
        return static_cast<std::uint32_t>(twice >> 32) ^ static_cast<std::uint32_t>(twice);
    }

    std::uint32_t n_;
    std::uint32_t left_bits_ = 2;
    std::uint32_t right_bits_ = 2;
    std::uint32_t keys_or_order_[few] = {};
};

/// The number at place `index` (< n) of a random order of 0..n-1. For many places of one order make a
/// `Permutation`.
constexpr std::uint32_t permuted(std::uint32_t index, std::uint32_t n, Draws draws, std::uint32_t entity,
                                 Purpose purpose, std::int32_t tick = 0) noexcept {
    return Permutation(n, draws, entity, purpose, tick)(index);
}

} // namespace tujuh
