// SPDX-License-Identifier: Apache-2.0
#include "run/shapley.hpp"

#include "base/math.hpp"
#include "catch.hpp"

#include <bit>
#include <cmath>

using namespace tujuh;

namespace {

using Worth = std::array<double, coalition_count>;

template <class Game> Worth worth_of(Game&& game) {
    Worth worth{};
    for (std::size_t coalition = 0; coalition < coalition_count; ++coalition)
        worth[coalition] = game(coalition);
    return worth;
}

bool contains(std::size_t coalition, std::size_t task) {
    return (coalition >> task & 1u) != 0;
}

} // namespace

TEST_CASE("In a game without interaction each task's value is what it adds", "[shapley]") {
    const std::array<double, task_count> adds = {0.3, -0.1, 0, 2, 5, 0.25, 1};
    const auto values = shapley_values(worth_of([&](std::size_t coalition) {
        double sum = 7;
        for (std::size_t t = 0; t < task_count; ++t) sum += contains(coalition, t) ? adds[t] : 0;
        return sum;
    }));
    for (std::size_t t = 0; t < task_count; ++t) REQUIRE(values[t] == Approx(adds[t]).margin(1e-12));
}

TEST_CASE("What only some tasks do together they share evenly, and the others get nothing", "[shapley]") {
    const auto values = shapley_values(worth_of(
        [](std::size_t c) { return contains(c, 1) && contains(c, 3) && contains(c, 4) ? 1.0 : 0.0; }));
    for (const std::size_t t : {1u, 3u, 4u}) REQUIRE(values[t] == Approx(1.0 / 3));
    for (const std::size_t t : {0u, 2u, 5u, 6u}) REQUIRE(std::fabs(values[t]) < 1e-12);
}

TEST_CASE("The glove game has the values that textbooks give", "[shapley]") {
    // One left glove (task 1) and two right gloves (tasks 2 and 3): a pair is worth 1; values 2/3, 1/6, 1/6.
    const auto values = shapley_values(worth_of(
        [](std::size_t c) { return contains(c, 0) && (contains(c, 1) || contains(c, 2)) ? 1.0 : 0.0; }));
    REQUIRE(values[0] == Approx(2.0 / 3));
    REQUIRE(values[1] == Approx(1.0 / 6));
    REQUIRE(values[2] == Approx(1.0 / 6));
}

TEST_CASE("The seven values sum to the whole effect in any game", "[shapley]") {
    const auto worth =
        worth_of([](std::size_t c) { return static_cast<double>(c * c % 97) / (1.0 + std::popcount(c)); });
    const auto values = shapley_values(worth);
    double sum = 0;
    for (const double value : values) sum += value;
    REQUIRE(sum == Approx(worth.back() - worth.front()).epsilon(1e-12));
}

TEST_CASE("A missing outcome of one coalition leaves no value standing", "[shapley]") {
    auto worth = worth_of([](std::size_t c) { return static_cast<double>(c); });
    worth[5] = not_a_number_double;
    for (const double value : shapley_values(worth)) REQUIRE(std::isnan(value));
}
