// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instruction_sets.hpp"
#include "base/random.hpp"

#include <cstddef>
#include <cstdint>

namespace tujuh {

/// Most entities that are drawn for at once.
inline constexpr std::size_t most_side_by_side = 64;

/// Whom draws are made for, side by side (base/instruction_sets.hpp): each gets what it would get alone.
struct DrawnFor {
    alignas(64) std::uint32_t entity[most_side_by_side] = {};
    alignas(64) std::uint32_t sub_index[most_side_by_side] = {};
};

/// The words of the k-th stand in [0..3][k].
using WordsSideBySide = std::uint32_t[4][most_side_by_side];

/// `Draws::words` for the first `count` of `who`.
void draw_words(InstructionSet set, WordsSideBySide& to, const DrawnFor& who, std::size_t count,
                const Draws& draws, std::int32_t tick, Purpose purpose) noexcept;

/// Draws together with whom they are for.
struct ManyDraws : DrawnFor {
    static constexpr std::size_t most = most_side_by_side;

    alignas(64) WordsSideBySide words;
    float normal[most]; ///< standard normal, of the first words

    bool happens(double probability, std::size_t k) const noexcept {
        return uniform_double_from(words[0][k], words[1][k]) < probability;
    }
};

/// Draws the words of the first `count` entities.
void draw_words(ManyDraws& many, std::size_t count, const Draws& draws, std::int32_t tick, Purpose purpose);

/// The same, and the normal numbers.
void draw_normals(ManyDraws& many, std::size_t count, const Draws& draws, std::int32_t tick, Purpose purpose);

} // namespace tujuh
