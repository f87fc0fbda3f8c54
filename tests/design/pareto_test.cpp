// SPDX-License-Identifier: Apache-2.0
#include "design/pareto.hpp"

#include "base/math.hpp"
#include "base/random.hpp"

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace tujuh;

namespace {

using Indices = std::vector<std::size_t>;

const Judged failure = {{not_a_number_double, 1}, 0};

std::vector<Judged> some_points(std::size_t count, std::size_t objectives, std::uint32_t seed) {
    const Draws draws{seed, 0};
    std::vector<Judged> points(count);
    for (std::uint32_t p = 0; p < count; ++p)
        for (std::uint32_t m = 0; m < objectives; ++m)
            points[p].objectives.push_back(draws.uniform_double(p, 0, Purpose::resample, m));
    return points;
}

/// By inclusion and exclusion: the boxes that every subset of the points dominates together.
double volume_of_union(const std::vector<Judged>& points, const std::vector<double>& reference) {
    double volume = 0;
    for (unsigned subset = 1; subset < 1u << points.size(); ++subset) {
        double box = -1;
        for (std::size_t m = 0; m < reference.size(); ++m) {
            double corner = -infinity_double;
            for (std::size_t p = 0; p < points.size(); ++p)
                if ((subset >> p & 1) != 0) corner = std::max(corner, points[p].objectives[m]);
            box *= std::max(0.0, reference[m] - corner);
        }
        for (std::size_t p = 0; p < points.size(); ++p)
            if ((subset >> p & 1) != 0) box = -box;
        volume += box;
    }
    return volume;
}

} // namespace

// ---------------------------------------------------------------------------------------------------------
// Domination

TEST_CASE("A point dominates another where it is worse in nothing and better in something") {
    CHECK(dominates({{1, 2}}, {{1, 3}}));
    CHECK(dominates({{1, 2}}, {{2, 3}}));
    CHECK_FALSE(dominates({{1, 2}}, {{2, 1}}));
    CHECK_FALSE(dominates({{2, 1}}, {{1, 2}}));
    CHECK_FALSE(dominates({{1, 3}}, {{1, 2}}));
    CHECK_FALSE(dominates({{1, 2}}, {{1, 2}}));
}

TEST_CASE("A point that keeps all limits dominates each that breaks one, whatever its objectives") {
    CHECK(dominates({{9, 9}, 0}, {{1, 1}, 0.1}));
    CHECK_FALSE(dominates({{1, 1}, 0.1}, {{9, 9}, 0}));
}

TEST_CASE("Of two points that break limits the one dominates that breaks them less") {
    CHECK(dominates({{9, 9}, 1}, {{1, 1}, 2}));
    CHECK_FALSE(dominates({{1, 1}, 2}, {{9, 9}, 1}));
    CHECK_FALSE(dominates({{1, 1}, 2}, {{9, 9}, 2}));
}

TEST_CASE("A failed point loses to all others and to no failed one") {
    CHECK(dominates({{9, 9}, 0}, failure));
    CHECK(dominates({{9, 9}, 1e9}, failure));
    CHECK_FALSE(dominates(failure, {{9, 9}, 1e9}));
    CHECK_FALSE(dominates(failure, failure));
    CHECK(failed({{1, 1}, not_a_number_double}));
    CHECK_FALSE(feasible(failure));
}

// ---------------------------------------------------------------------------------------------------------
// Fronts and crowding

TEST_CASE("Fronts worked by hand") {
    const std::vector<Judged> points = {{{1, 5}}, {{2, 2}}, {{5, 1}}, {{2, 6}}, {{3, 3}}, {{6, 6}}, {{3, 3}}};
    CHECK(fronts(points) == std::vector<Indices>{{0, 1, 2}, {3, 4, 6}, {5}});
}

TEST_CASE("Behind all feasible fronts stand points with limits broken, one excess after the other, then the "
          "failed ones") {
    const std::vector<Judged> points = {failure,     {{0, 0}, 2}, {{9, 9}, 0}, {{0, 0}, 1},
                                        {{9, 9}, 1}, {{8, 8}, 0}, failure};
    CHECK(fronts(points) == std::vector<Indices>{{5}, {2}, {3, 4}, {1}, {0, 6}});
}

TEST_CASE(
    "Every point stands in one front, and is dominated by one of the front before and none of its own") {
    const auto points = some_points(200, 3, 1);
    const auto found = fronts(points);
    CHECK(found.size() > 3);
    Indices all;
    for (std::size_t rank = 0; rank < found.size(); ++rank) {
        CHECK(std::is_sorted(found[rank].begin(), found[rank].end()));
        for (const auto i : found[rank]) {
            all.push_back(i);
            const auto beats_it = [&](auto j) { return dominates(points[j], points[i]); };
            CHECK(std::none_of(found[rank].begin(), found[rank].end(), beats_it));
            if (rank > 0) CHECK(std::any_of(found[rank - 1].begin(), found[rank - 1].end(), beats_it));
        }
    }
    std::sort(all.begin(), all.end());
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
    CHECK(all.size() == points.size());
}

TEST_CASE("Crowding distances worked by hand: neighbours apart, as shares of the range") {
    const std::vector<Judged> points = {{{4, 1}}, {{99, 99}}, {{0, 11}}, {{1, 6}}, {{2, 3}}};
    const Indices front = {0, 2, 3, 4};
    const auto distances = crowding_distances(points, front);
    CHECK(distances[0] == infinity_double);
    CHECK(distances[1] == infinity_double);
    CHECK(distances[2] == 2.0 / 4 + 8.0 / 10); // between (0, 11) and (2, 3)
    CHECK(distances[3] == 3.0 / 4 + 5.0 / 10); // between (1, 6) and (4, 1)
}

TEST_CASE("An objective that is the same everywhere, or has no finite range, adds nothing to crowding") {
    const std::vector<Judged> points = {
        {{0, 7, 4}}, {{1, 7, 3}}, {{2, 7, 2}}, {{3, 7, 1}}, {{4, 7, -infinity_double}}};
    const Indices front = {0, 1, 2, 3, 4};
    const auto distances = crowding_distances(points, front);
    CHECK(distances == std::vector<double>{infinity_double, 0.5, 0.5, 0.5, infinity_double});
    const std::vector<Judged> equal(3, Judged{{1, 2}});
    CHECK(crowding_distances(equal, Indices{0, 1, 2}) == std::vector<double>(3));
}

TEST_CASE("Failed points have no crowding distance, and no front has none") {
    const std::vector<Judged> points = {failure, failure, failure};
    CHECK(crowding_distances(points, Indices{0, 1, 2}) == std::vector<double>(3));
    CHECK(crowding_distances(points, Indices{}).empty());
}

TEST_CASE("Who stands before whom is decided by front, then by crowding") {
    CHECK(stands_before({0, 0.1}, {1, infinity_double}));
    CHECK_FALSE(stands_before({1, infinity_double}, {0, 0.1}));
    CHECK(stands_before({1, 0.2}, {1, 0.1}));
    CHECK_FALSE(stands_before({1, 0.1}, {1, 0.1}));
    const std::vector<Judged> points = {{{5, 5}}, {{0, 4}}, {{1, 1}}, {{4, 0}}};
    const auto all = standings(points);
    CHECK(all[0].rank == 1);
    CHECK(all[1].rank == 0);
    CHECK(all[2].crowding == 2);
    CHECK(all[3].crowding == infinity_double);
}

// ---------------------------------------------------------------------------------------------------------
// The Pareto front

TEST_CASE("The Pareto front worked by hand, in the order of its first objective") {
    const std::vector<Judged> points = {{{5, 1}}, {{2, 2}}, {{5, 1}},    {{1, 5}}, {{2, 3}},
                                        {{2, 2}}, failure,  {{0, 0}, 1}, {{1, 6}}};
    CHECK(pareto_front(points) == Indices{3, 1, 0});
}

TEST_CASE("Without a feasible point there is no Pareto front") {
    CHECK(pareto_front({}).empty());
    CHECK(pareto_front(std::vector<Judged>{failure, {{0, 0}, 1}}).empty());
}

TEST_CASE("Where all points are feasible and different the Pareto front is the first front") {
    for (const std::size_t objectives : {1u, 2u, 3u, 4u}) {
        const auto points = some_points(100, objectives, 2);
        auto front = pareto_front(points);
        CHECK(std::is_sorted(front.begin(), front.end(),
                             [&](auto a, auto b) { return points[a].objectives < points[b].objectives; }));
        std::sort(front.begin(), front.end());
        CHECK(front == fronts(points).front());
    }
}

// ---------------------------------------------------------------------------------------------------------
// Hypervolume

TEST_CASE("The hypervolume of one point is a box, in one to four dimensions") {
    CHECK(hypervolume(std::vector<Judged>{{{2}}}, std::array{5.0}) == 3);
    CHECK(hypervolume(std::vector<Judged>{{{2, 1}}}, std::array{5.0, 3.0}) == 6);
    CHECK(hypervolume(std::vector<Judged>{{{2, 1, 0}}}, std::array{5.0, 3.0, 4.0}) == 24);
    CHECK(hypervolume(std::vector<Judged>{{{2, 1, 0, -1}}}, std::array{5.0, 3.0, 4.0, 1.0}) == 48);
}

TEST_CASE("What two points dominate together counts once") {
    CHECK(hypervolume(std::vector<Judged>{{{1, 2}}, {{2, 1}}}, std::array{4.0, 4.0}) == 6 + 6 - 4);
    CHECK(hypervolume(std::vector<Judged>{{{0, 1, 2}}, {{2, 1, 0}}}, std::array{3.0, 3.0, 3.0}) == 6 + 6 - 2);
}

TEST_CASE("Three steps around a corner of a cube, by hand") {
    // Each takes a slab of 1 x 2 x 2 or more from the cube of side 2; without (1, 1, 1) one eighth is left.
    const std::vector<Judged> points = {{{1, 0, 1}}, {{0, 1, 1}}, {{1, 1, 0}}};
    CHECK(hypervolume(points, std::array{2.0, 2.0, 2.0}) == 1 + 3 * 1);
}

TEST_CASE("The hypervolume agrees with inclusion and exclusion, in one to four dimensions") {
    for (const std::size_t objectives : {1u, 2u, 3u, 4u})
        for (std::uint32_t seed = 1; seed <= 20; ++seed) {
            const auto points = some_points(8, objectives, seed);
            const std::vector<double> reference(objectives, 0.9); // some points lie beyond it
            CHECK(hypervolume(points, reference) ==
                  Approx(volume_of_union(points, reference)).epsilon(1e-12).margin(1e-13));
        }
}

TEST_CASE("The hypervolume is the same to the bit in every order of the points") {
    for (const std::size_t objectives : {2u, 3u, 4u}) {
        auto points = some_points(60, objectives, 3);
        for (auto& point : points) // ties
            point.objectives.back() = std::floor(point.objectives.back() * 8) / 8;
        const std::vector<double> reference(objectives, 1.0);
        const double volume = hypervolume(points, reference);
        std::reverse(points.begin(), points.end());
        CHECK(hypervolume(points, reference) == volume);
        std::rotate(points.begin(), points.begin() + 17, points.end());
        CHECK(hypervolume(points, reference) == volume);
    }
}

TEST_CASE("A further point adds to the hypervolume where it is not dominated, and else nothing") {
    const std::array reference = {1.0, 1.0, 1.0};
    const auto all = some_points(40, 3, 4);
    std::vector<Judged> points;
    for (const auto& point : all) {
        const double before = hypervolume(points, reference);
        const bool dominated = std::any_of(points.begin(), points.end(),
                                           [&](const auto& other) { return dominates(other, point); });
        points.push_back(point);
        const double after = hypervolume(points, reference);
        CHECK((dominated ? after == before : after > before));
    }
}

TEST_CASE("Points that failed, break limits or do not lie below the reference add no hypervolume") {
    const std::array reference = {4.0, 4.0};
    CHECK(hypervolume({}, reference) == 0);
    CHECK(hypervolume(std::vector<Judged>{failure, {{1, 1}, 0.5}, {{4, 0}}, {{0, 9}}}, reference) == 0);
    CHECK(hypervolume(std::vector<Judged>{failure, {{1, 1}, 0.5}, {{4, 0}}, {{3, 3}}}, reference) == 1);
}
