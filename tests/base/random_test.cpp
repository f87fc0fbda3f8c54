// SPDX-License-Identifier: Apache-2.0
#include "base/random.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

#if __has_include(<Random123/philox.h>)
#include <Random123/philox.h>
#define TUJUH_HAS_RANDOM123
#endif

#include "catch.hpp"

// Bounds below are 4.9 standard errors: a right generator breaks one with probability 1e-6. The keys are
// fixed, so that a test which passes always passes.

namespace {

using tujuh::Draws;
using tujuh::Purpose;
using tujuh::Words;

constexpr Draws draws{2024, 3};
constexpr double standard_errors = 4.9;
constexpr std::uint32_t many = 1000000;

bool same(const Words& a, const Words& b) {
    for (int i = 0; i < 4; ++i) {
        if (a.word[i] != b.word[i]) return false;
    }
    return true;
}

std::vector<float> sample(Draws from, std::uint32_t first_entity, std::int32_t tick,
                          std::uint32_t sub_index) {
    std::vector<float> numbers;
    for (std::uint32_t i = 0; i < many / 4; ++i) {
        numbers.push_back(from.uniform(first_entity + i, tick, Purpose::population, sub_index));
    }
    return numbers;
}

double correlation(const std::vector<float>& first, const std::vector<float>& second) {
    double sum = 0.0;
    for (std::size_t i = 0; i < first.size(); ++i) sum += (first[i] - 0.5) * (second[i] - 0.5);
    return 12.0 * sum / static_cast<double>(first.size());
}

} // namespace

TEST_CASE("Philox gives the known answers of its authors") {
    CHECK(same(tujuh::philox4x32_10(0, 0, 0, 0, 0, 0), {{0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8}}));
    constexpr std::uint32_t ones = 0xFFFFFFFF;
    CHECK(same(tujuh::philox4x32_10(ones, ones, ones, ones, ones, ones),
               {{0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD}}));
    CHECK(same(tujuh::philox4x32_10(0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344, 0xA4093822, 0x299F31D0),
               {{0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1}}));
}

TEST_CASE("Philox can be computed while compiling") {
    static_assert(draws.words(1, 2, Purpose::population).word[3] !=
                  draws.words(1, 3, Purpose::population).word[3]);
    const volatile std::uint32_t zero = 0;
    constexpr Words computed_while_compiling = tujuh::philox4x32_10(0, 0, 0, 0, 0, 0);
    CHECK(same(tujuh::philox4x32_10(zero, zero, zero, zero, zero, zero), computed_while_compiling));
}

#ifdef TUJUH_HAS_RANDOM123
TEST_CASE("Philox agrees with the library Random123") {
    r123::Philox4x32 philox;
    std::uint32_t x = 1;
    const auto next = [&] { return x = x * 1664525u + 1013904223u; };
    int differences = 0;
    for (int i = 0; i < 200000; ++i) {
        const r123::Philox4x32::ctr_type counter = {{next(), next(), next(), next()}};
        const r123::Philox4x32::key_type key = {{next(), next()}};
        const auto right = philox(counter, key);
        const Words found =
            tujuh::philox4x32_10(counter[0], counter[1], counter[2], counter[3], key[0], key[1]);
        if (!same(found, {{right[0], right[1], right[2], right[3]}})) ++differences;
    }
    CHECK(differences == 0);
}
#endif

TEST_CASE("a draw is Philox of entity, tick, purpose and sub-index under seed and replicate") {
    const Words found = Draws{11, 22}.words(33, -44, Purpose::population, 55);
    const auto purpose = static_cast<std::uint32_t>(Purpose::population);
    CHECK(same(found, tujuh::philox4x32_10(33, 0xFFFFFFD4, purpose, 55, 11, 22)));
    CHECK(same(found, Draws{11, 22}.words(33, -44, Purpose::population, 55)));
}

TEST_CASE("a float from a word lies between 0 and 1, and the complement of the word gives the rest") {
    CHECK(tujuh::uniform_from(std::uint32_t{0}) == 0x1p-24f);
    CHECK(tujuh::uniform_from(0xFFFFFFFFu) == 1.0f - 0x1p-24f);
    CHECK(tujuh::uniform_from(0x80000000u) == 0.5f + 0x1p-24f);
    for (std::uint32_t i = 0; i < 10000; ++i) {
        const std::uint32_t word = draws.words(i, 0, Purpose::population).word[0];
        CHECK(1.0f - tujuh::uniform_from(word) == tujuh::uniform_from(~word));
    }
}

TEST_CASE("the halves of a word give the middles of 65536 intervals") {
    CHECK(tujuh::low_half(0xABCD0000u) == 0x1p-17f);
    CHECK(tujuh::low_half(0x0000FFFFu) == 1.0f - 0x1p-17f);
    CHECK(tujuh::high_half(0xFFFF0000u) == 1.0f - 0x1p-17f);
    CHECK(tujuh::high_half(0x0000ABCDu) == 0x1p-17f);
    CHECK(tujuh::high_half(0x40000000u) == 0.25f + 0x1p-17f);
    for (std::uint32_t half = 0; half < 65536; half += 7) {
        CHECK(tujuh::low_half(half) == (static_cast<float>(half) + 0.5f) * 0x1p-16f);
    }
}

TEST_CASE("uniform numbers have the mean and the variance of a uniform distribution") {
    double sum = 0.0, sum_of_squares = 0.0, sum_of_neighbours = 0.0, before = 0.0;
    double sum_double = 0.0;
    bool all_within = true;
    for (std::uint32_t i = 0; i < many; ++i) {
        const double x = draws.uniform(i, 7, Purpose::population) - 0.5;
        sum += x;
        sum_of_squares += x * x;
        sum_of_neighbours += x * before;
        before = x;
        const double y = draws.uniform_double(5, static_cast<std::int32_t>(i), Purpose::population);
        all_within = all_within && x > -0.5 && x < 0.5 && y > 0.0 && y < 1.0;
        sum_double += y - 0.5;
    }
    CHECK(all_within);
    const double n = many;
    CHECK(std::fabs(sum / n) < standard_errors * std::sqrt(1.0 / 12.0 / n));
    CHECK(std::fabs(sum_double / n) < standard_errors * std::sqrt(1.0 / 12.0 / n));
    CHECK(std::fabs(sum_of_squares / n - 1.0 / 12.0) < standard_errors * std::sqrt(1.0 / 180.0 / n));
    CHECK(std::fabs(sum_of_neighbours / n) < standard_errors / 12.0 / std::sqrt(n));
}

TEST_CASE("each word of a draw fills 256 cells evenly") {
    std::vector<double> counts(4 * 256);
    for (std::uint32_t i = 0; i < many / 4; ++i) {
        const Words words = draws.words(i, 1, Purpose::population, 9);
        for (std::uint32_t j = 0; j < 4; ++j) ++counts[256 * j + (words.word[j] >> 24)];
    }
    const double expected = many / 4.0 / 256.0;
    for (std::uint32_t j = 0; j < 4; ++j) {
        double chi_squared = 0.0;
        for (std::uint32_t cell = 0; cell < 256; ++cell) {
            chi_squared += tujuh::square(counts[256 * j + cell] - expected) / expected;
        }
        CHECK(chi_squared < 377.0); // exceeded with probability 1e-6 (255 degrees of freedom)
        CHECK(chi_squared > 164.0); // undershot with probability 1e-7
    }
}

TEST_CASE("normal numbers have the first four moments of a normal distribution") {
    double sums[5] = {};
    for (std::uint32_t i = 0; i < many; ++i) {
        const double z = draws.normal(i, 3, Purpose::population, 1);
        double power = 1.0;
        for (double& sum : sums) {
            sum += power;
            power *= z;
        }
    }
    const double n = many;
    CHECK(std::fabs(sums[1] / n) < standard_errors * std::sqrt(1.0 / n));
    CHECK(std::fabs(sums[2] / n - 1.0) < standard_errors * std::sqrt(2.0 / n));
    CHECK(std::fabs(sums[3] / n) < standard_errors * std::sqrt(15.0 / n));
    CHECK(std::fabs(sums[4] / n - 3.0) < standard_errors * std::sqrt(96.0 / n));
}

TEST_CASE("a normal number from a word is the quantile at its rank, and its sign is the highest bit") {
    for (std::uint32_t i = 0; i < 10000; ++i) {
        const std::uint32_t word = draws.words(i, 0, Purpose::population).word[1];
        const double rank = (static_cast<double>(word & 0x7FFFFFFF) + 0.5) * 0x1p-32;
        const double right = -tujuh::normal_quantile(rank) * (word >> 31 ? -1.0 : 1.0);
        CHECK(std::fabs(static_cast<double>(tujuh::normal_from(word)) - right) < 2e-6);
        CHECK(tujuh::normal_from(word ^ 0x80000000u) == -tujuh::normal_from(word));
    }
    CHECK(tujuh::normal_from(std::uint32_t{0}) == Approx(6.3378).epsilon(1e-4));
    CHECK(tujuh::normal_from(0x80000000u) == Approx(-6.3378).epsilon(1e-4));
    CHECK(std::fabs(tujuh::normal_from(0x7FFFFFFFu)) < 2e-6f);
}

TEST_CASE("an event happens never at probability 0, always at 1, and as often as its probability says") {
    int never = 0, always = 0, rare = 0, lost = 0;
    for (std::uint32_t i = 0; i < many; ++i) {
        never += draws.happens(0.0, i, 0, Purpose::population);
        always += draws.happens(1.0, i, 0, Purpose::population);
        const bool happened = draws.happens(0.003, i, 0, Purpose::population);
        rare += happened;
        lost += happened && !draws.happens(0.0031, i, 0, Purpose::population);
    }
    CHECK(never == 0);
    CHECK(always == static_cast<int>(many));
    CHECK(std::fabs(rare - 0.003 * many) < standard_errors * std::sqrt(0.003 * 0.997 * many));
    CHECK(lost == 0);
    CHECK_FALSE(draws.happens(tujuh::not_a_number_double, 0, 0, Purpose::population));
}

TEST_CASE("an integer below n is never n, and all are equally likely") {
    CHECK(tujuh::integer_below(0, 7) == 0);
    CHECK(tujuh::integer_below(0xFFFFFFFF, 7) == 6);
    CHECK(tujuh::integer_below(0xFFFFFFFF, 1) == 0);
    CHECK(tujuh::integer_below(0xFFFFFFFF, 0xFFFFFFFF) == 0xFFFFFFFE);
    double counts[7] = {};
    for (std::uint32_t i = 0; i < 700000; ++i) {
        ++counts[tujuh::integer_below(draws.words(i, 0, Purpose::population).word[2], 7)];
    }
    for (const double count : counts) {
        CHECK(std::fabs(count - 100000.0) < standard_errors * std::sqrt(700000.0 / 7.0 * 6.0 / 7.0));
    }
}

TEST_CASE("seed, replicate, entity, tick and sub-index each give other numbers, unrelated to the first") {
    const double bound = standard_errors / std::sqrt(many / 4);
    const std::vector<float> reference = sample({2024, 3}, 0, 8, 0);
    CHECK(correlation(reference, reference) == Approx(1.0).epsilon(0.01));
    CHECK(std::fabs(correlation(reference, sample({2025, 3}, 0, 8, 0))) < bound);
    CHECK(std::fabs(correlation(reference, sample({2024, 4}, 0, 8, 0))) < bound);
    CHECK(std::fabs(correlation(reference, sample({2024, 3}, 1, 8, 0))) < bound);
    CHECK(std::fabs(correlation(reference, sample({2024, 3}, 0, 9, 0))) < bound);
    CHECK(std::fabs(correlation(reference, sample({2024, 3}, 0, 8, 1))) < bound);
}
