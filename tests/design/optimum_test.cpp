// SPDX-License-Identifier: Apache-2.0
#include "design/optimum.hpp"

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <optional>
#include <vector>

using namespace tujuh;

namespace {

using Numbers = std::vector<double>;
const double missing = std::numeric_limits<double>::quiet_NaN();

/// A design that raises its first reading and lowers its second, within limits.
Design design_with(std::vector<Limit> limits) {
    Design design;
    design.method = DesignMethod::evolution;
    design.objectives = {{{}, Goal::raise}, {{}, Goal::lower}};
    design.limits = std::move(limits);
    return design;
}

Limit limit_of(double at_most, double at_least, bool of_base = false) {
    Limit limit;
    limit.at_most = at_most;
    limit.at_least = at_least;
    limit.of_base = of_base;
    return limit;
}

double excess(const Limit& limit, double value, double base = missing) {
    return judged(design_with({limit}), Numbers{0, 0, value}, Numbers{0, 0, base}).excess;
}

using Model = std::function<Judged(std::span<const double> position)>;

/// Judges by a model of so many factors, and counts what it was asked for.
Judge judge_of(std::size_t factors, const Model& model, std::size_t* asked = nullptr) {
    return [=](std::span<const double> positions) {
        std::vector<Judged> answers;
        for (std::size_t i = 0; i < positions.size(); i += factors)
            answers.push_back(model(positions.subspan(i, factors)));
        if (asked != nullptr) *asked += answers.size();
        return std::optional(answers);
    };
}

/// Two objectives of which one rises with x and the other falls, both worse with y; x is 0.7 at most. The
/// best compromises: y = 0, x from 0 to 0.7.
Judged line(std::span<const double> position) {
    const double x = position[0], y = position[1];
    return {{x * x + y, (1 - x) * (1 - x) + y}, std::max(0.0, x - 0.7)};
}

Evolved evolved_line(std::size_t generations, std::uint32_t seed = 1) {
    const Numbers start = {0.9, 0.8};
    const EvolutionMethod method{24, generations, seed};
    return evolve(method, {start, line(start)}, judge_of(2, line)).value();
}

std::vector<Individual> individuals_at(const std::vector<Numbers>& objectives) {
    std::vector<Individual> individuals;
    for (const Numbers& values : objectives) individuals.push_back({{0.5}, {values, 0}});
    return individuals;
}

} // namespace

// ---------------------------------------------------------------------------------------------------------
// What a point is worth

TEST_CASE("what is to be raised is lowered with the opposite sign") {
    const Judged point = judged(design_with({}), Numbers{0.4, 3}, Numbers{0.1, 7});
    CHECK(point.objectives == Numbers{-0.4, 3});
    CHECK(point.excess == 0);
}

TEST_CASE("a limit is exceeded by a share of itself, at both of its ends") {
    CHECK(excess(limit_of(50, missing), 50) == 0);
    CHECK(excess(limit_of(50, missing), 60) == Approx(0.2));
    CHECK(excess(limit_of(missing, 50), 60) == 0);
    CHECK(excess(limit_of(missing, 50), 40) == Approx(0.2));
    CHECK(excess(limit_of(60, 50), 55) == 0);
    CHECK(excess(limit_of(-10, missing), -8) == Approx(0.2));
}

TEST_CASE("a limit of 0 is exceeded in its own unit") {
    CHECK(excess(limit_of(0, missing), 0.3) == Approx(0.3));
    CHECK(excess(limit_of(missing, 0), -2) == Approx(2));
}

TEST_CASE("a limit of the base is a multiple of what the scenario gives") {
    CHECK(excess(limit_of(1.1, missing, true), 54, 50) == 0);
    CHECK(excess(limit_of(1.1, missing, true), 66, 50) == Approx(0.2));
    CHECK(excess(limit_of(missing, 0.9, true), 36, 50) == Approx(0.2));
}

TEST_CASE("excesses of several limits are summed") {
    const auto design = design_with({limit_of(50, missing), limit_of(missing, 10)});
    CHECK(judged(design, Numbers{0, 0, 55, 8}, Numbers{0, 0, 0, 0}).excess == Approx(0.3));
}

TEST_CASE("a point that failed has failed, whether objectives or limits have no number") {
    CHECK(failed(judged(design_with({}), Numbers{missing, missing}, Numbers{0, 0})));
    CHECK(failed(judged(design_with({limit_of(50, missing)}), Numbers{0, 0, missing}, Numbers{0, 0, 0})));
    CHECK_FALSE(failed(judged(design_with({limit_of(50, missing)}), Numbers{0, 0, 60}, Numbers{0, 0, 0})));
}

// ---------------------------------------------------------------------------------------------------------
// The search

TEST_CASE("the start is the first individual, and every generation has as many as were asked for") {
    std::size_t asked = 0;
    const Numbers start = {0.9, 0.8};
    const auto found = evolve({8, 3, 1}, {start, line(start)}, judge_of(2, line, &asked)).value();
    CHECK(found.individuals.front().position == start);
    CHECK(asked == 8 * 4 - 1); // the start was judged before
    CHECK(found.individuals.size() == 8 * 4);
    CHECK(found.progress.size() == 4);
}

TEST_CASE("the best that is found is never worse than the start") {
    const Numbers start = {0.3, 0.01}; // hard to better
    for (const std::uint32_t seed : {1u, 2u, 3u, 4u, 5u}) {
        const auto found = evolve({4, 1, seed}, {start, line(start)}, judge_of(2, line)).value();
        REQUIRE_FALSE(found.front.empty());
        const Judged& best = found.individuals[found.front.front()].judged;
        CHECK(best.objectives[0] <= line(start).objectives[0]);
        for (const std::size_t member : found.front)
            CHECK_FALSE(dominates(line(start), found.individuals[member].judged));
    }
}

TEST_CASE("a known front with a limit is reached") {
    const auto found = evolved_line(40);
    double least = 1, most = 0;
    for (const std::size_t member : found.front) {
        const Individual& individual = found.individuals[member];
        CHECK(individual.judged.excess == 0);
        CHECK(individual.position[0] <= 0.7);
        CHECK(individual.position[1] < 0.02);
        least = std::min(least, individual.position[0]);
        most = std::max(most, individual.position[0]);
    }
    CHECK(least < 0.02);
    CHECK(most > 0.68);
    CHECK(found.front.size() > 20);
}

TEST_CASE("members of the front stand in the order of the first objective, the best first") {
    const auto found = evolved_line(5);
    const auto first = [&](std::size_t member) { return found.individuals[member].judged.objectives[0]; };
    CHECK(std::is_sorted(found.front.begin(), found.front.end(),
                         [&](std::size_t a, std::size_t b) { return first(a) < first(b); }));
}

TEST_CASE("progress never falls and ends at 1") {
    for (const std::uint32_t seed : {1u, 2u, 3u}) {
        const auto progress = evolved_line(10, seed).progress;
        REQUIRE(progress.size() == 11);
        CHECK(std::is_sorted(progress.begin(), progress.end()));
        CHECK(progress.front() >= 0);
        CHECK(progress.back() == 1);
    }
}

TEST_CASE("where no point keeps to the limits there is no front and no progress") {
    const auto never = [](std::span<const double> position) { return Judged{{position[0], 1}, 0.5}; };
    const Numbers start = {0.5, 0.5};
    const auto found = evolve({8, 2, 1}, {start, never(start)}, judge_of(2, never)).value();
    CHECK(found.front.empty());
    CHECK(std::all_of(found.progress.begin(), found.progress.end(), [](double p) { return std::isnan(p); }));
}

TEST_CASE("a search in which all points but one fail finds that one") {
    const auto fails = [](std::span<const double>) { return Judged{{missing, missing}, 0}; };
    const Numbers start = {0.5, 0.5};
    const auto found = evolve({8, 2, 1}, {start, {{1, 2}, 0}}, judge_of(2, fails)).value();
    CHECK(found.front == std::vector<std::size_t>{0});
}

TEST_CASE("a search that is stopped in any generation finds nothing") {
    for (const std::size_t generations : {0u, 1u, 2u}) {
        std::size_t calls = 0;
        const Judge stops = [&](std::span<const double> positions) -> std::optional<std::vector<Judged>> {
            if (calls++ == generations) return std::nullopt;
            return judge_of(2, line)(positions);
        };
        const Numbers start = {0.5, 0.5};
        CHECK_FALSE(evolve({8, 2, 1}, {start, line(start)}, stops).has_value());
        CHECK(calls == generations + 1);
    }
}

TEST_CASE("the same seed gives the same search, another one another") {
    const auto one = evolved_line(3), same = evolved_line(3), other = evolved_line(3, 2);
    REQUIRE(one.individuals.size() == same.individuals.size());
    for (std::size_t i = 0; i < one.individuals.size(); ++i)
        CHECK(one.individuals[i].position == same.individuals[i].position);
    CHECK(one.individuals.back().position != other.individuals.back().position);
}

// ---------------------------------------------------------------------------------------------------------
// Fewer of the front

TEST_CASE("a front that is small enough is kept whole") {
    const auto individuals = individuals_at({{0, 3}, {1, 1}, {3, 0}});
    const std::vector<std::size_t> front = {0, 1, 2};
    CHECK(thinned(individuals, front, 3) == front);
    CHECK(thinned(individuals, front, 9) == front);
    CHECK(thinned(individuals, {}, 9).empty());
}

TEST_CASE("of a large front both ends are kept, then the loneliest, in the order of the front") {
    // The third and the fourth lie close together beside the fifth.
    const auto individuals =
        individuals_at({{9, 9}, {0, 10}, {1, 6}, {4, 3}, {4.1, 2.9}, {4.2, 2.8}, {10, 0}});
    const std::vector<std::size_t> front = {1, 2, 3, 4, 5, 6};
    CHECK(thinned(individuals, front, 2) == std::vector<std::size_t>{1, 6});
    const auto four = thinned(individuals, front, 4);
    CHECK(four.front() == 1);
    CHECK(four.back() == 6);
    CHECK(std::is_sorted(four.begin(), four.end()));
    CHECK(std::count(four.begin(), four.end(), 2) == 1);
    CHECK(std::count(four.begin(), four.end(), 4) == 0); // the most crowded
}
