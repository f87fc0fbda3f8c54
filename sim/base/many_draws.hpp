// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.hpp"

#include <cstddef>
#include <cstdint>

namespace tujuh {

/// Draws of up to 64 entities side by side (base/instruction_sets.hpp): each as if asked for by itself.
struct ManyDraws {
    static constexpr std::size_t most = 64;

    std::uint32_t entity[most] = {}, sub_index[most] = {}; ///< what is asked for
    std::uint32_t first[most], second[most];               ///< words drawn
    float normal[most];                                    ///< standard normal, of the first words

    bool happens(double probability, std::size_t k) const noexcept {
        return uniform_double_from(first[k], second[k]) < probability;
    }
};

/// Draws the words of the first `count` entities.
void draw_words(ManyDraws& many, std::size_t count, const Draws& draws, std::int32_t tick, Purpose purpose);

/// The same, and the normal numbers.
void draw_normals(ManyDraws& many, std::size_t count, const Draws& draws, std::int32_t tick, Purpose purpose);

} // namespace tujuh
