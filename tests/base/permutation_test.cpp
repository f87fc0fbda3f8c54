// SPDX-License-Identifier: Apache-2.0
#include "base/permutation.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "catch.hpp"

namespace {

using tujuh::Draws;
using tujuh::Permutation;
using tujuh::Purpose;

constexpr Draws draws{5, 1};

bool is_bijection(std::uint32_t n, std::uint32_t entity) {
    const Permutation order(n, draws, entity, Purpose::population);
    std::vector<bool> seen(n, false);
    for (std::uint32_t i = 0; i < n; ++i) {
        const std::uint32_t number = order(i);
        if (number >= n || seen[number]) return false;
        seen[number] = true;
    }
    return true;
}

/// How unevenly the orders of n things occur among many keys.
double chi_squared_of_orders(std::uint32_t n, std::uint32_t orders, std::uint32_t keys) {
    std::vector<std::uint32_t> found;
    for (std::uint32_t entity = 0; entity < keys; ++entity) {
        const Permutation order(n, draws, entity, Purpose::population);
        std::uint32_t code = 0;
        for (std::uint32_t i = 0; i < n; ++i) code = 10 * code + order(i);
        found.push_back(code);
    }
    std::sort(found.begin(), found.end());
    const double expected = static_cast<double>(keys) / orders;
    double chi_squared = 0.0;
    std::uint32_t seen = 0;
    for (auto first = found.begin(); first != found.end();) {
        const auto last = std::upper_bound(first, found.end(), *first);
        chi_squared += tujuh::square(static_cast<double>(last - first) - expected) / expected;
        first = last;
        ++seen;
    }
    return chi_squared + (orders - seen) * expected;
}

} // namespace

TEST_CASE("a permutation holds every number once") {
    for (std::uint32_t n = 1; n <= 200; ++n) {
        CAPTURE(n);
        CHECK(is_bijection(n, n));
        CHECK(is_bijection(n, 1000 + n));
    }
    for (const std::uint32_t n : {255u, 256u, 257u, 1000u, 4096u, 65535u, 65536u, 65537u, 300007u}) {
        CAPTURE(n);
        CHECK(is_bijection(n, 0));
    }
}

TEST_CASE("a permutation reaches as far as 32 bits") {
    constexpr std::uint32_t n = 0xFFFFFFFF;
    const Permutation order(n, draws, 0, Purpose::population);
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < 1000; ++i) numbers.push_back(order(n - 1 - i));
    std::sort(numbers.begin(), numbers.end());
    CHECK(std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end());
    CHECK(numbers.back() < n);
    CHECK(numbers.back() > n - n / 50); // missed with probability 2e-9
}

TEST_CASE("the single call is the permutation's") {
    const Permutation order(1000, draws, 4, Purpose::population, 17);
    for (std::uint32_t i = 0; i < 1000; ++i) {
        CHECK(tujuh::permuted(i, 1000, draws, 4, Purpose::population, 17) == order(i));
    }
}

TEST_CASE("all orders of a few things are equally likely") {
    // Each bound is exceeded with probability 1e-6.
    CHECK(chi_squared_of_orders(2, 2, 10000) < 24.0);
    CHECK(chi_squared_of_orders(3, 6, 30000) < 36.0);
    CHECK(chi_squared_of_orders(4, 24, 48000) < 72.0);
    CHECK(chi_squared_of_orders(5, 120, 120000) < 208.0);
}

TEST_CASE("in a longer order any two neighbours are equally likely") {
    for (const std::uint32_t n : {16u, 17u, 33u, 64u}) {
        CAPTURE(n);
        const std::uint32_t keys = 50 * n * n;
        std::vector<double> counts(std::size_t{n} * n);
        for (std::uint32_t entity = 0; entity < keys; ++entity) {
            const Permutation order(n, draws, entity, Purpose::population, 2);
            ++counts[n * order(0) + order(1)];
        }
        const double expected = static_cast<double>(keys) / (n * (n - 1));
        double chi_squared = 0.0;
        for (std::uint32_t i = 0; i < n; ++i) {
            for (std::uint32_t j = 0; j < n; ++j) {
                if (i != j) chi_squared += tujuh::square(counts[n * i + j] - expected) / expected;
            }
        }
        // Wilson and Hilferty (1931); exceeded with probability 1e-6.
        const double freedom = n * (n - 1) - 1.0;
        const double part = 2.0 / (9.0 * freedom);
        CHECK(chi_squared < freedom * std::pow(1.0 - part + 4.753 * std::sqrt(part), 3.0));
    }
}

TEST_CASE("entity, tick, seed and replicate each give another order") {
    const auto first_twenty = [](Draws from, std::uint32_t entity, std::int32_t tick) {
        std::vector<std::uint32_t> numbers;
        for (std::uint32_t i = 0; i < 20; ++i) {
            numbers.push_back(tujuh::permuted(i, 1000, from, entity, Purpose::population, tick));
        }
        return numbers;
    };
    const auto reference = first_twenty({1, 1}, 1, 1);
    CHECK(first_twenty({1, 1}, 1, 1) == reference);
    CHECK(first_twenty({1, 1}, 2, 1) != reference);
    CHECK(first_twenty({1, 1}, 1, 2) != reference);
    CHECK(first_twenty({2, 1}, 1, 1) != reference);
    CHECK(first_twenty({1, 2}, 1, 1) != reference);
}
