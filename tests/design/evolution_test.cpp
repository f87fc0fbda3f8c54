// SPDX-License-Identifier: Apache-2.0
#include "design/evolution.hpp"

#include "base/math.hpp"
#include "design/samplers.hpp"

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <span>
#include <utility>
#include <vector>

using namespace tujuh;

namespace {

using Position = std::span<const double>;
using Judge = std::function<Judged(Position)>;

std::vector<Individual> judged_at(const std::vector<double>& positions, std::size_t factors,
                                  const Judge& judge) {
    std::vector<Individual> individuals;
    for (std::size_t begin = 0; begin < positions.size(); begin += factors) {
        const Position position{positions.data() + begin, factors};
        individuals.push_back({{position.begin(), position.end()}, judge(position)});
    }
    return individuals;
}

struct Search {
    std::size_t size, generations; ///< the first generation included
    std::uint32_t seed = 1;
};

/// From `start` in every factor; the last survivors.
std::vector<Individual> evolved(const Judge& judge, std::size_t factors, double start, const Search& search) {
    const std::vector<double> today(factors, start);
    auto parents = judged_at(first_generation(search.size, today, search.seed), factors, judge);
    for (std::uint32_t generation = 1; generation < search.generations; ++generation) {
        auto children = judged_at(offspring(parents, search.size, generation, search.seed), factors, judge);
        for (auto& parent : parents) children.push_back(std::move(parent));
        parents = survivors(std::move(children), search.size);
    }
    return parents;
}

std::vector<Judged> judged_of(const std::vector<Individual>& individuals) {
    std::vector<Judged> all;
    for (const auto& individual : individuals) all.push_back(individual.judged);
    return all;
}

/// As many points of a shifted Sobol' sequence as the search would judge.
std::vector<Judged> sampled(const Judge& judge, std::size_t factors, const Search& search) {
    const auto points = sobol_points(search.size * search.generations, factors, search.seed);
    return judged_of(judged_at(points.coordinates, factors, judge));
}

/// A front of two objectives from its curve: the volume below it, and what is lost of it by the best choice
/// of so many points. Steps between neighbours lose half a rectangle each; with the density of points at the
/// square root of the slope the sum is least: (integral of sqrt(-df1 df2))² / (2 points).
struct Curve {
    std::vector<std::array<double, 2>> points; ///< close together, by rising first objective
    std::array<double, 2> reference;

    double volume() const {
        double sum = (reference[0] - points.back()[0]) * (reference[1] - points.back()[1]);
        for (std::size_t i = 1; i < points.size(); ++i)
            sum += (points[i][0] - points[i - 1][0]) * (reference[1] - (points[i][1] + points[i - 1][1]) / 2);
        return sum;
    }
    double least_loss(std::size_t count) const {
        double root = 0;
        for (std::size_t i = 1; i < points.size(); ++i)
            root += std::sqrt((points[i][0] - points[i - 1][0]) * (points[i - 1][1] - points[i][1]));
        return square(root) / (2 * static_cast<double>(count));
    }
};

void check_in_cube(const std::vector<double>& positions) {
    CHECK(std::all_of(positions.begin(), positions.end(), [](double x) { return x >= 0 && x <= 1; }));
}

/// Zitzler, Deb and Thiele (2000), Comparison of multiobjective evolutionary algorithms, problem T1.
Judged zdt1(Position x) {
    double sum = 0;
    for (const double rest : x.subspan(1)) sum += rest;
    const double g = 1 + 9 * sum / static_cast<double>(x.size() - 1);
    return {{x[0], g * (1 - std::sqrt(x[0] / g))}};
}

Curve zdt1_front() {
    Curve curve{{}, {1, 1}};
    for (int i = 0; i <= 10000; ++i) curve.points.push_back({square(i / 1e4), 1 - i / 1e4});
    return curve;
}

/// Srinivas and Deb (1994), Multiobjective optimization using nondominated sorting in genetic algorithms.
Judged srn_at(double x, double y) {
    const double disc = square(x) + square(y) - 225, half_plane = x - 3 * y + 10;
    return {{square(x - 2) + square(y - 1) + 2, 9 * x - square(y - 1)},
            std::max(0.0, disc) + std::max(0.0, half_plane)};
}
Judged srn(Position u) {
    return srn_at(40 * u[0] - 20, 40 * u[1] - 20);
}

/// Inside both limits the gradients are opposed where x = -5/2. The front begins on the edge of the half
/// plane, nearest to (2, 1), follows it to that line, the line to the circle, and the circle to the least
/// second objective.
Curve srn_front() {
    Curve curve{{}, {250, 50}};
    const auto add = [&](double x, double y) {
        const auto judged = srn_at(x, y);
        if (curve.points.empty() || judged.objectives[1] < curve.points.back()[1])
            curve.points.push_back({judged.objectives[0], judged.objectives[1]});
    };
    const auto along = [](double from, double to, int i) { return from + (to - from) * i / 1e4; };
    for (int i = 0; i <= 10000; ++i) add(along(1.1, -2.5, i), (along(1.1, -2.5, i) + 10) / 3);
    for (int i = 1; i <= 10000; ++i) add(-2.5, along(2.5, std::sqrt(225 - square(2.5)), i));
    for (int i = 1; i <= 10000; ++i) add(along(-2.5, -10, i), std::sqrt(225 - square(along(-2.5, -10, i))));
    return curve;
}

/// Deb, Thiele, Laumanns and Zitzler (2002), Scalable multi-objective optimization test problems, DTLZ2 with
/// three objectives: on the front their squares add up to 1.
Judged dtlz2(Position x) {
    double g = 0;
    for (const double rest : x.subspan(2)) g += square(rest - 0.5);
    constexpr double right_angle = 1.5707963267948966;
    const double a = x[0] * right_angle, b = x[1] * right_angle;
    return {
        {(1 + g) * std::cos(a) * std::cos(b), (1 + g) * std::cos(a) * std::sin(b), (1 + g) * std::sin(a)}};
}

} // namespace

namespace {

/// Equally good parents, every factor of one at the same place.
std::vector<Individual> parents_at(const std::vector<double>& places, std::size_t factors) {
    std::vector<Individual> parents;
    for (const double place : places) parents.push_back({std::vector<double>(factors, place), {{0}, 0}});
    return parents;
}

/// Parents scattered over the cube, some on its faces, some failed or beyond limits.
std::vector<Individual> mixed_parents(std::size_t count, std::size_t factors) {
    auto positions = sobol_points(count, factors, 7).coordinates;
    for (double& x : positions) x = clamp01(1.5 * x - 0.25);
    auto parents = judged_at(positions, factors, zdt1);
    parents[0].judged.objectives[1] = not_a_number_double;
    parents[1].judged.excess = 2;
    return parents;
}

double share(std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(whole);
}

/// Four standard errors of a share: passed by chance in one of 16,000 tests.
double error_of_share(double probability, std::size_t trials) {
    return 4 * std::sqrt(probability * (1 - probability) / static_cast<double>(trials));
}

} // namespace

// ---------------------------------------------------------------------------------------------------------
// The first generation

TEST_CASE("The first individual is today's setting, the others are spread over the whole cube") {
    const std::array today = {0.125, 1.0, 0.0};
    const auto positions = first_generation(65, today, 1);
    REQUIRE(positions.size() == 65 * 3);
    check_in_cube(positions);
    CHECK(std::equal(today.begin(), today.end(), positions.begin()));
    for (std::size_t f = 0; f < 3; ++f) {
        std::vector<int> in_quarter(4);
        for (std::size_t i = 1; i < 65; ++i) ++in_quarter[static_cast<std::size_t>(positions[3 * i + f] * 4)];
        CHECK(in_quarter == std::vector<int>(4, 16));
    }
}

TEST_CASE("A first generation of one is today's setting, one of none is empty") {
    const std::array today = {0.125, 1.0};
    CHECK(first_generation(1, today, 1) == std::vector<double>{0.125, 1.0});
    CHECK(first_generation(0, today, 1).empty());
}

// ---------------------------------------------------------------------------------------------------------
// Offspring

TEST_CASE("Offspring stay in the cube, whatever their parents are") {
    const auto parents = mixed_parents(20, 5);
    for (std::uint32_t generation = 1; generation <= 50; ++generation) {
        const auto positions = offspring(parents, 21, generation, 1);
        CHECK(positions.size() == 21 * 5);
        check_in_cube(positions);
    }
    check_in_cube(offspring(parents_at({0, 1}, 5), 1000, 1, 1));
    auto failures = parents_at({0.2, 0.7}, 5);
    for (auto& parent : failures) parent.judged.objectives[0] = not_a_number_double;
    check_in_cube(offspring(failures, 1000, 1, 1));
}

TEST_CASE("The same seed and generation give the same offspring, others give other offspring") {
    const auto parents = mixed_parents(20, 5);
    CHECK(offspring(parents, 20, 1, 1) == offspring(parents, 20, 1, 1));
    CHECK(offspring(parents, 20, 1, 1) != offspring(parents, 20, 1, 2));
    CHECK(offspring(parents, 20, 1, 1) != offspring(parents, 20, 2, 1));
    CHECK(first_generation(20, std::array{0.5, 0.5}, 1) == first_generation(20, std::array{0.5, 0.5}, 1));
    CHECK(first_generation(20, std::array{0.5, 0.5}, 1) != first_generation(20, std::array{0.5, 0.5}, 2));
}

TEST_CASE("A child does not depend on how many others are asked for") {
    const auto parents = mixed_parents(20, 5);
    const auto all = offspring(parents, 40, 3, 1);
    for (std::size_t count = 0; count < 40; ++count) {
        const auto few = offspring(parents, count, 3, 1);
        CHECK(few.size() == count * 5);
        CHECK(std::equal(few.begin(), few.end(), all.begin()));
    }
}

TEST_CASE("Nobody has no offspring, and a single parent has changed copies of itself") {
    CHECK(offspring({}, 10, 1, 1).empty());
    const auto parents = parents_at({0.5}, 4);
    for (const auto& child : judged_at(offspring(parents, 100, 1, 1), 4, zdt1))
        CHECK(child.position != parents[0].position);
}

TEST_CASE("No child is a copy of a parent") {
    const auto parents = parents_at({0.3, 0.4, 0.6}, 2);
    for (const auto& child : judged_at(offspring(parents, 3000, 1, 1), 2, zdt1))
        for (const auto& parent : parents) CHECK(child.position != parent.position);
}

TEST_CASE("Of equal parents children change in one factor on average, copies in one of theirs, by 1/22") {
    // From the middle of the cube the change is 1 - u^(1/21), down or up: 1/22 on average, with a standard
    // deviation of 0.0434; the bounds make a difference of 2^-21.
    constexpr std::size_t factors = 10, children = 20000;
    const auto positions = offspring(parents_at({0.5, 0.5, 0.5}, factors), children, 1, 1);
    std::size_t changes = 0, ups = 0;
    double size = 0;
    for (const double x : positions) {
        changes += x != 0.5;
        ups += x > 0.5;
        size += std::fabs(x - 0.5);
    }
    const double copies = std::pow(0.9, 10);
    CHECK(share(changes, children) == Approx(1 + copies).margin(4 * std::sqrt(0.9 / children)));
    CHECK(share(ups, changes) == Approx(0.5).margin(error_of_share(0.5, changes)));
    CHECK(size / static_cast<double>(changes) ==
          Approx(1.0 / 22).margin(4 * 0.0434 / std::sqrt(static_cast<double>(changes))));
}

TEST_CASE("Nine pairs of ten cross, in half of their factors") {
    constexpr std::size_t factors = 100, pairs = 2000;
    const auto positions = offspring(parents_at({0.4, 0.6}, factors), 2 * pairs, 1, 1);
    std::size_t crossed_pairs = 0, crossed = 0;
    for (std::size_t pair = 0; pair < pairs; ++pair) {
        std::size_t moved = 0;
        for (std::size_t f = 0; f < factors; ++f) {
            const double x = positions[2 * pair * factors + f];
            moved += x != 0.4 && x != 0.6;
        }
        // Of a hundred factors one changes, by mutation; 50 cross, or none.
        if (moved < 20) continue;
        ++crossed_pairs;
        crossed += moved;
    }
    CHECK(share(crossed_pairs, pairs) == Approx(0.9).margin(error_of_share(0.9, pairs)));
    const double moves = 0.5 + 0.5 * 0.01;
    CHECK(share(crossed, crossed_pairs * factors) ==
          Approx(moves).margin(error_of_share(moves, crossed_pairs * factors)));
}

TEST_CASE("Far from the bounds two children lie evenly about the middle of their parents, as far out as "
          "published") {
    // beta is u^(1/16), or its reciprocal: (16/17 + 16/15) / 2 on average, with a standard deviation of
    // 0.0932.
    constexpr std::size_t factors = 1000, pairs = 100;
    const auto positions = offspring(parents_at({0.4, 0.6}, factors), 2 * pairs, 1, 1);
    std::size_t crossed = 0, lower = 0, even = 0;
    double beta = 0;
    for (std::size_t pair = 0; pair < pairs; ++pair)
        for (std::size_t f = 0; f < factors; ++f) {
            const double one = positions[2 * pair * factors + f],
                         other = positions[(2 * pair + 1) * factors + f];
            if (one == 0.4 || one == 0.6) continue;
            ++crossed;
            lower += one < 0.5;
            if (std::fabs(one + other - 1) > 1e-9) continue; // a mutation came on top
            ++even;
            beta += std::fabs(one - other) / 0.2;
        }
    REQUIRE(crossed > pairs * factors / 3);
    CHECK(share(lower, crossed) ==
          Approx(0.5).margin(error_of_share(0.5, crossed))); // the first of two children
    CHECK(share(even, crossed) > 1 - 4 * 0.002); // either of two children, once in a thousand factors
    CHECK(beta / static_cast<double>(even) ==
          Approx((16.0 / 17 + 16.0 / 15) / 2).margin(4 * 0.0932 / std::sqrt(static_cast<double>(even))));
}

TEST_CASE("Near a bound children fill what is left up to it, as published, and do not pile up on it") {
    // From 0.01 and 0.06 a child may lie 1.4 times as far from the middle, 0.035. Below 0.002 beta is above
    // 1.32: that has the probability (1.32^-16 - 1.4^-16) / (2 - 1.4^-16).
    constexpr std::size_t factors = 10000, pairs = 20; // so many factors that few mutations come on top
    const auto positions = offspring(parents_at({0.01, 0.06}, factors), 2 * pairs, 1, 1);
    std::size_t crossed = 0, near_bound = 0;
    for (std::size_t pair = 0; pair < pairs; ++pair)
        for (std::size_t f = 0; f < factors; ++f) {
            const double one = positions[2 * pair * factors + f],
                         other = positions[(2 * pair + 1) * factors + f];
            if (one == 0.01 || one == 0.06) continue;
            ++crossed;
            near_bound += std::min(one, other) < 0.002;
        }
    const double unused = std::pow(1.4, -16), expected = (std::pow(1.32, -16) - unused) / (2 - unused);
    CHECK(share(near_bound, crossed) == Approx(expected).margin(error_of_share(expected, crossed)));
    CHECK(std::count(positions.begin(), positions.end(), 0.0) == 0);
    for (const auto& places : {std::vector{0.94, 0.99}, {0.01, 0.01}, {0.99, 0.99}}) {
        const auto children = offspring(parents_at(places, 100), 1000, 1, 1);
        CHECK(std::all_of(children.begin(), children.end(), [](double x) { return x > 0 && x < 1; }));
    }
}

TEST_CASE("The better half of the parents wins three of four tournaments") {
    // A worse one becomes a parent where both candidates are worse: 1/4. The second parent is drawn from the
    // other 99, so that it is one of them a little more often than the first.
    constexpr std::size_t factors = 3, children = 20000;
    std::vector<double> places(50, 0.25);
    places.resize(100, 0.75);
    auto parents = parents_at(places, factors);
    for (std::size_t i = 50; i < 100; ++i) parents[i].judged.objectives[0] = 1;
    const double second = 0.75 * (50.0 * 50 / (99 * 99)) + 0.25 * (49.0 * 49 / (99 * 99));
    const auto positions = offspring(parents, children, 1, 1);
    const auto worse = std::count_if(positions.begin(), positions.end(), [](double x) { return x > 0.5; });
    // Pairs are independent of one another, their six coordinates are not.
    CHECK(share(static_cast<std::size_t>(worse), positions.size()) ==
          Approx((0.25 + second) / 2).margin(error_of_share(0.25, children / 2)));
}

// ---------------------------------------------------------------------------------------------------------
// Survivors

TEST_CASE("Survivors are the best fronts, and of the last one the least crowded, both ends first") {
    const std::vector<Judged> judged = {
        {{9, 9}},                                          // dominated
        {{0, 10}}, {{1, 8}}, {{2, 7}}, {{5, 5}}, {{10, 0}} // a front: 1 and 5 are its ends
    };
    std::vector<Individual> all;
    for (std::size_t i = 0; i < judged.size(); ++i) all.push_back({{static_cast<double>(i)}, judged[i]});
    const auto kept = [&](std::size_t count) {
        std::vector<double> places;
        for (const auto& individual : survivors(all, count)) places.push_back(individual.position[0]);
        return places;
    };
    // Distances: 2 has 0.2 + 0.3, 3 has 0.4 + 0.3, 4 has 0.8 + 0.7.
    CHECK(kept(0).empty());
    CHECK(kept(2) == std::vector<double>{1, 5});
    CHECK(kept(4) == std::vector<double>{1, 5, 4, 3});
    CHECK(kept(6) == std::vector<double>{1, 5, 4, 3, 2, 0});
    CHECK(kept(7) == kept(6));
}

TEST_CASE("Who keeps the limits survives before who breaks them, and failed ones come last") {
    const std::vector<Individual> all = {{{0}, {{not_a_number_double}, 0}},
                                         {{1}, {{1}, 3}},
                                         {{2}, {{9}, 0}},
                                         {{3}, {{1}, 2}},
                                         {{4}, {{9}, 0}}};
    std::vector<double> places;
    for (const auto& individual : survivors(all, 5)) places.push_back(individual.position[0]);
    CHECK(places == std::vector<double>{2, 4, 3, 1, 0});
}

// ---------------------------------------------------------------------------------------------------------
// Problems with a known front. Points thrown onto a front at random, with the best density, lose twice what
// the best choice loses, since the mean square of their gaps is twice that of equal ones. A search that has
// arrived and spreads by crowding must lose less.

TEST_CASE("A curve's volume and the least loss agree with the closed form of ZDT1") {
    CHECK(zdt1_front().volume() == Approx(2.0 / 3).margin(1e-6));
    CHECK(zdt1_front().least_loss(100) == Approx(square(4.0 / 3) / 2 / 200).epsilon(1e-3));
}

TEST_CASE("From the worst corner of 30 factors the search reaches the front of ZDT1; a sample comes nowhere "
          "near") {
    const auto front = zdt1_front();
    for (const std::uint32_t seed : {1u, 2u, 3u}) {
        const Search search{100, 250, seed};
        const double volume = hypervolume(judged_of(evolved(zdt1, 30, 1, search)), front.reference);
        CHECK(volume < front.volume());
        CHECK(volume > front.volume() - 2 * front.least_loss(100));
    }
    CHECK(hypervolume(sampled(zdt1, 30, {100, 250}), front.reference) == 0);
}

TEST_CASE("Along both of its limits the search reaches the front of SRN; a sample, all of it kept, reaches "
          "less") {
    const auto front = srn_front();
    const double enough = front.volume() - 2 * front.least_loss(100);
    for (const std::uint32_t seed : {1u, 2u, 3u}) {
        const Search search{100, 50, seed};
        const auto last = evolved(srn, 2, 0, search);
        CHECK(std::all_of(last.begin(), last.end(), [](const auto& each) { return feasible(each.judged); }));
        const double volume = hypervolume(judged_of(last), front.reference);
        CHECK(volume < front.volume());
        CHECK(volume > enough);
        CHECK(hypervolume(sampled(srn, 2, search), front.reference) < enough);
    }
}

TEST_CASE("With three objectives the search reaches the sphere of DTLZ2 and spreads over it; a sample does "
          "not reach it") {
    const auto squares_of = [](const std::vector<Judged>& points) {
        std::vector<double> sums;
        for (const auto i : pareto_front(points)) {
            sums.push_back(0);
            for (const double objective : points[i].objectives) sums.back() += square(objective);
        }
        std::sort(sums.begin(), sums.end());
        return sums;
    };
    const Search search{100, 250};
    const auto last = judged_of(evolved(dtlz2, 12, 0, search));
    const auto sums = squares_of(last);
    CHECK(sums.size() > 90);
    CHECK(sums.front() > 1 - 1e-9);      // nothing lies within the sphere
    CHECK(sums[sums.size() / 2] < 1.02); // half of them within a hundredth of its radius
    CHECK(sums.back() < 1.21);
    for (std::size_t m = 0; m < 3; ++m) {
        const auto [least, most] = std::minmax_element(
            last.begin(), last.end(), [&](auto& a, auto& b) { return a.objectives[m] < b.objectives[m]; });
        CHECK(least->objectives[m] < 0.05);
        CHECK(most->objectives[m] > 0.95);
    }
    CHECK(squares_of(sampled(dtlz2, 12, search)).front() > 1.1);
}

TEST_CASE("A single objective is lowered to its least; a sample comes as near as one of 4,000 points must") {
    const auto bowl = [](Position x) {
        double sum = 0;
        for (const double each : x) sum += square(each - 0.3);
        return Judged{{sum}, 0};
    };
    const Search search{40, 100};
    CHECK(evolved(bowl, 5, 1, search).front().judged.objectives[0] < 1e-5);
    // A ball of radius 0.136 holds one point in 4,000, one of radius 0.01 one in two billion.
    const auto sample = sampled(bowl, 5, search);
    CHECK(sample[pareto_front(sample).front()].objectives[0] > square(0.01));
}

TEST_CASE("A search goes round the half of the cube in which points fail") {
    const auto half_fails = [](Position x) {
        auto judged = zdt1(x);
        if (x[1] > 0.5) judged.objectives[0] = not_a_number_double;
        return judged;
    };
    const auto front = zdt1_front();
    const auto last = evolved(half_fails, 5, 1, {40, 100});
    CHECK(std::none_of(last.begin(), last.end(), [](const auto& each) { return failed(each.judged); }));
    CHECK(hypervolume(judged_of(last), front.reference) > front.volume() - 2 * front.least_loss(40));
}

TEST_CASE("A whole search repeats to the bit") {
    const auto positions_of = [](const std::vector<Individual>& individuals) {
        std::vector<std::vector<double>> positions;
        for (const auto& individual : individuals) positions.push_back(individual.position);
        return positions;
    };
    const auto once = positions_of(evolved(zdt1, 5, 1, {20, 20, 1}));
    CHECK(once == positions_of(evolved(zdt1, 5, 1, {20, 20, 1})));
    CHECK(once != positions_of(evolved(zdt1, 5, 1, {20, 20, 2})));
}
