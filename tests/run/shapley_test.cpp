// SPDX-License-Identifier: Apache-2.0
#include "run/shapley.hpp"

#include "base/math.hpp"
#include "catch.hpp"
#include "outcomes/catalogue.hpp"
#include "world/small_country.hpp"

#include <bit>
#include <cmath>
#include <iterator>

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

TEST_CASE("Tasks that only add to one another do not interact", "[shapley]") {
    const auto indices = shapley_interactions(worth_of([](std::size_t c) {
        double sum = 3;
        for (std::size_t t = 0; t < task_count; ++t) sum += contains(c, t) ? 0.5 * static_cast<double>(t) : 0;
        return sum;
    }));
    for (const double index : indices) REQUIRE(std::fabs(index) < 1e-12);
}

TEST_CASE("What only three tasks do together makes each two of them interact by one half", "[shapley]") {
    // Grabisch & Roubens (1999): in the unanimity game of t players the index of two of them is 1 / (t - 1).
    const auto indices = shapley_interactions(worth_of(
        [](std::size_t c) { return contains(c, 1) && contains(c, 3) && contains(c, 4) ? 1.0 : 0.0; }));
    const auto pairs = task_pairs();
    const auto is_of_them = [](std::size_t t) { return t == 1 || t == 3 || t == 4; };
    for (std::size_t p = 0; p < pair_count; ++p)
        REQUIRE(indices[p] ==
                Approx(is_of_them(pairs[p].first) && is_of_them(pairs[p].second) ? 0.5 : 0.0).margin(1e-12));
}

TEST_CASE("Two tasks of which one is enough stand in for one another", "[shapley]") {
    const auto indices = shapley_interactions(
        worth_of([](std::size_t c) { return contains(c, 0) || contains(c, 6) ? 2.0 : 0.0; }));
    const auto pairs = task_pairs();
    for (std::size_t p = 0; p < pair_count; ++p) {
        const bool both = pairs[p].first == 0 && pairs[p].second == 6;
        REQUIRE(indices[p] == Approx(both ? -2.0 : 0.0).margin(1e-12));
    }
}

TEST_CASE("The glove game has the interactions worked by hand", "[shapley]") {
    // Without other players: v(12) - v(1) - v(2) = 1 with no right glove besides, 0 with one; mean 1/2. The
    // two right gloves: 0 without the left one, 1 - 1 - 1 = -1 with it; mean -1/2.
    const auto indices = shapley_interactions(worth_of(
        [](std::size_t c) { return contains(c, 0) && (contains(c, 1) || contains(c, 2)) ? 1.0 : 0.0; }));
    const auto pairs = task_pairs();
    for (std::size_t p = 0; p < pair_count; ++p) {
        const auto [first, second] = pairs[p];
        double expected = 0;
        if (first == 0 && second <= 2) expected = 0.5;
        if (first == 1 && second == 2) expected = -0.5;
        REQUIRE(indices[p] == Approx(expected).margin(1e-12));
    }
}

TEST_CASE("Pairs are those of seven tasks, each once, in the order of their numbers", "[shapley]") {
    const auto pairs = task_pairs();
    CHECK(pairs.front().first == 0);
    CHECK(pairs.front().second == 1);
    CHECK(pairs.back().first == 5);
    CHECK(pairs.back().second == 6);
    for (const auto& pair : pairs) CHECK(pair.first < pair.second);
}

TEST_CASE("A missing outcome of one coalition leaves no interaction standing", "[shapley]") {
    auto worth = worth_of([](std::size_t c) { return static_cast<double>(c); });
    worth[5] = not_a_number_double;
    for (const double index : shapley_interactions(worth)) REQUIRE(std::isnan(index));
}

TEST_CASE("The values of tasks sum to the whole effect in every group and year", "[shapley]") {
    auto scenario = small_country::scenario();
    scenario.population.districts_per_province = 1;
    scenario.population.villages_per_district = 1;
    scenario.population.households_per_village = 30;
    scenario.months = 14;
    scenario.replicates = 2;
    const auto found = attribute_tasks(scenario, {}, {});
    std::size_t compared = 0;
    const auto check = [&](const Contributions& of) {
        if (of.whole.count < scenario.replicates) return;
        double sum = 0;
        for (const auto& task : of.tasks) sum += task.mean;
        REQUIRE(sum ==
                Approx(of.whole.mean).epsilon(1e-9).margin(1e-9 * std::fabs(of.tasks[0].mean) + 1e-12));
        ++compared;
    };
    REQUIRE(found.outcomes.size() == outcome_rows().size());
    for (const auto& outcome : found.outcomes) {
        REQUIRE(outcome.years.size() == 2);
        for (const auto& year : outcome.years) check(year);
    }
    REQUIRE(found.groups.size() == std::size(shapley_groupings) + 1);
    CHECK(found.groups.back().grouping.key == "distance");
    for (const auto& of : found.groups) {
        REQUIRE(of.values.size() == of.outcomes.size() * of.labels.key.size());
        for (const auto& value : of.values) check(value);
    }
    CHECK(compared > 200);
}
