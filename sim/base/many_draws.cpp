// SPDX-License-Identifier: Apache-2.0
#include "base/many_draws.hpp"

#include "base/instruction_sets.hpp"

namespace tujuh {

// Loops run over whole vectors: lanes beyond `count` are drawn too and not read.
namespace {

constexpr std::size_t lanes_of(std::size_t count) noexcept {
    constexpr std::size_t widest = 16;
    return (count + widest - 1) / widest * widest;
}

TUJUH_SIDE_BY_SIDE void draw(ManyDraws& many, std::size_t lanes, const Draws& draws, std::int32_t tick,
                             Purpose purpose) {
    const Draws keys = draws;
    for (std::size_t k = 0; k < lanes; ++k) {
        const Words words = keys.words(many.entity[k], tick, purpose, many.sub_index[k]);
        many.first[k] = words.word[0];
        many.second[k] = words.word[1];
    }
}

TUJUH_SIDE_BY_SIDE void make_normal(ManyDraws& many, std::size_t lanes) {
    for (std::size_t k = 0; k < lanes; ++k) many.normal[k] = normal_from(many.first[k]);
}

} // namespace

void draw_words(ManyDraws& many, std::size_t count, const Draws& draws, std::int32_t tick, Purpose purpose) {
    draw(many, lanes_of(count), draws, tick, purpose);
}

void draw_normals(ManyDraws& many, std::size_t count, const Draws& draws, std::int32_t tick,
                  Purpose purpose) {
    draw_words(many, count, draws, tick, purpose);
    make_normal(many, lanes_of(count));
}

} // namespace tujuh
