// SPDX-License-Identifier: Apache-2.0
// Philox multiplies 32-bit words to 64 bits. Vectors have an instruction for just this, which takes the low
// half of each 64-bit lane; neither the loop as it is written in random.hpp nor the compilers' vector types
// lead g++ 12 to it. So the multiplication is named here, and words stay in lanes of 64 bits whose high
// halves are garbage until they are stored. Nanoseconds a word, g++ 12, plain loop against this: 0.59 and
// 0.30 (x86-64-v4), 1.49 and 0.51 (v3), 1.46 and 0.94 (v2); a scalar call takes about 2.
#include "base/many_draws.hpp"

#include <cstring>

#ifdef TUJUH_HAS_INSTRUCTION_SETS
#include <immintrin.h>
#endif

namespace tujuh {

namespace {

/// Loops run over whole vectors: lanes beyond the count are drawn too and not read.
constexpr std::size_t lanes_of(std::size_t count) noexcept {
    constexpr std::size_t widest = 16;
    return (count + widest - 1) / widest * widest;
}

void draw_plain(WordsSideBySide& to, const DrawnFor& who, std::size_t count, const Draws& draws,
                std::int32_t tick, Purpose purpose) noexcept {
    for (std::size_t k = 0; k < count; ++k) {
        const Words words = draws.words(who.entity[k], tick, purpose, who.sub_index[k]);
        to[0][k] = words.word[0], to[1][k] = words.word[1];
        to[2][k] = words.word[2], to[3][k] = words.word[3];
    }
}

#ifdef TUJUH_HAS_INSTRUCTION_SETS

// GCC 12 takes the undefined register of its own header for a mistake.
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

// `multiply` is the machine's product of the low halves of 64-bit lanes, `Register` its type.
#define TUJUH_DRAW(name, instructions, Register, multiply)                                                   \
    [[gnu::target(instructions)]] void name(WordsSideBySide& to, const DrawnFor& who, std::size_t count,     \
                                            const Draws& draws, std::int32_t tick,                           \
                                            Purpose purpose) noexcept {                                      \
        constexpr std::size_t lanes = sizeof(Register) / sizeof(std::uint64_t);                              \
        typedef std::uint64_t Vector __attribute__((vector_size(sizeof(Register))));                         \
        typedef std::uint32_t Words32 __attribute__((vector_size(sizeof(Register) / 2)));                    \
        for (std::size_t k = 0; k < count; k += lanes) {                                                     \
            Words32 entity, sub_index;                                                                       \
            std::memcpy(&entity, who.entity + k, sizeof entity);                                             \
            std::memcpy(&sub_index, who.sub_index + k, sizeof sub_index);                                    \
            Vector c0 = __builtin_convertvector(entity, Vector);                                             \
            Vector c1 = Vector{} + static_cast<std::uint32_t>(tick);                                         \
            Vector c2 = Vector{} + static_cast<std::uint32_t>(purpose);                                      \
            Vector c3 = __builtin_convertvector(sub_index, Vector);                                          \
            std::uint32_t k0 = draws.seed, k1 = draws.replicate;                                             \
            for (int round = 0; round < 10; ++round) {                                                       \
                const Vector by0 = Vector{} + philox_multiplier_0, by1 = Vector{} + philox_multiplier_1;     \
                const auto product0 = (Vector)multiply((Register)c0, (Register)by0);                         \
                const auto product1 = (Vector)multiply((Register)c2, (Register)by1);                         \
                c0 = (product1 >> 32) ^ c1 ^ k0;                                                             \
                c1 = product1;                                                                               \
                c2 = (product0 >> 32) ^ c3 ^ k1;                                                             \
                c3 = product0;                                                                               \
                k0 += philox_key_step_0;                                                                     \
                k1 += philox_key_step_1;                                                                     \
            }                                                                                                \
            const Words32 words[] = {                                                                        \
                __builtin_convertvector(c0, Words32), __builtin_convertvector(c1, Words32),                  \
                __builtin_convertvector(c2, Words32), __builtin_convertvector(c3, Words32)};                 \
            for (std::size_t w = 0; w < 4; ++w) std::memcpy(to[w] + k, &words[w], sizeof words[w]);          \
        }                                                                                                    \
    }

TUJUH_DRAW(draw_v2, "arch=x86-64-v2", __m128i, _mm_mul_epu32)
TUJUH_DRAW(draw_v3, "arch=x86-64-v3", __m256i, _mm256_mul_epu32)
TUJUH_DRAW(draw_v4, "arch=x86-64-v4", __m512i, _mm512_mul_epu32)

#endif

TUJUH_SIDE_BY_SIDE void make_normal(ManyDraws& many, std::size_t lanes) {
    for (std::size_t k = 0; k < lanes; ++k) many.normal[k] = normal_from(many.words[0][k]);
}

} // namespace

void draw_words(InstructionSet set, WordsSideBySide& to, const DrawnFor& who, std::size_t count,
                const Draws& draws, std::int32_t tick, Purpose purpose) noexcept {
    const auto lanes = lanes_of(count);
    switch (set) {
#ifdef TUJUH_HAS_INSTRUCTION_SETS
    case InstructionSet::x86_64_v2:
        return draw_v2(to, who, lanes, draws, tick, purpose);
    case InstructionSet::x86_64_v3:
        return draw_v3(to, who, lanes, draws, tick, purpose);
    case InstructionSet::x86_64_v4:
        return draw_v4(to, who, lanes, draws, tick, purpose);
#endif
    default:
        return draw_plain(to, who, lanes, draws, tick, purpose);
    }
}

void draw_words(ManyDraws& many, std::size_t count, const Draws& draws, std::int32_t tick, Purpose purpose) {
    draw_words(widest_instruction_set(), many.words, many, count, draws, tick, purpose);
}

void draw_normals(ManyDraws& many, std::size_t count, const Draws& draws, std::int32_t tick,
                  Purpose purpose) {
    draw_words(many, count, draws, tick, purpose);
    make_normal(many, lanes_of(count));
}

} // namespace tujuh
