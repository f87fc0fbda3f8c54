// SPDX-License-Identifier: Apache-2.0
#include "design/samplers.hpp"

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>
#include <vector>

using namespace tujuh;

namespace {

std::vector<double> column(const UnitPoints& points, std::size_t factor) {
    std::vector<double> values;
    for (std::size_t p = 0; p < points.count; ++p) values.push_back(points.at(p, factor));
    return values;
}

void check_in_cube(const UnitPoints& points) {
    CHECK(points.coordinates.size() == points.count * points.factors);
    for (const double x : points.coordinates) CHECK((x >= 0 && x <= 1));
}

} // namespace

TEST_CASE("A grid holds every combination of levels once, ends included") {
    const std::array<std::size_t, 3> levels = {2, 3, 1};
    const auto points = grid_points(levels);
    REQUIRE(points.count == 6);
    check_in_cube(points);
    std::set<std::vector<double>> different;
    for (std::size_t p = 0; p < points.count; ++p)
        different.insert({points.at(p, 0), points.at(p, 1), points.at(p, 2)});
    CHECK(different.size() == 6);
    CHECK(column(points, 0) == std::vector<double>{0, 0, 0, 1, 1, 1});
    CHECK(column(points, 1) == std::vector<double>{0, 0.5, 1, 0, 0.5, 1});
}

TEST_CASE("In a Latin hypercube each stratum of each factor holds one point") {
    for (const std::uint32_t seed : {1u, 2u}) {
        const auto points = latin_hypercube(50, 7, seed);
        check_in_cube(points);
        for (std::size_t f = 0; f < 7; ++f) {
            std::set<int> strata;
            for (const double x : column(points, f)) strata.insert(static_cast<int>(x * 50));
            CHECK(strata.size() == 50);
        }
    }
}

TEST_CASE("Factors of a Latin hypercube are paired by chance: no two columns have one order") {
    const auto points = latin_hypercube(200, 2, 1);
    double sum = 0;
    for (std::size_t p = 0; p < 200; ++p) sum += (points.at(p, 0) - 0.5) * (points.at(p, 1) - 0.5);
    CHECK(std::fabs(sum / 200 * 12) < 3 / std::sqrt(200.0)); // a correlation within three standard errors
}

TEST_CASE("The first points of Sobol's sequence are the published ones") {
    // Joe and Kuo: 0; 1/2 1/2 1/2; 3/4 1/4 1/4; 1/4 3/4 3/4, in the order of Gray codes.
    const auto bits = sobol_bits(4, 3);
    const auto at = [&](std::size_t point, std::size_t dimension) {
        return std::ldexp(static_cast<double>(bits[point * 3 + dimension] >> 11), -53);
    };
    const double published[4][3] = {{0, 0, 0}, {0.5, 0.5, 0.5}, {0.75, 0.25, 0.25}, {0.25, 0.75, 0.75}};
    for (std::size_t p = 0; p < 4; ++p)
        for (std::size_t d = 0; d < 3; ++d) CHECK(at(p, d) == published[p][d]);
}

TEST_CASE("Of 2^m points of a shifted Sobol' sequence each of 2^m strata of each factor holds one") {
    const auto points = sobol_points(64, 9, 3);
    check_in_cube(points);
    for (std::size_t f = 0; f < 9; ++f) {
        std::set<int> strata;
        for (const double x : column(points, f)) strata.insert(static_cast<int>(x * 64));
        CHECK(strata.size() == 64);
    }
}

TEST_CASE("Along a trajectory of Morris each factor changes once, by the step") {
    constexpr std::size_t factors = 6, trajectories = 20, levels = 4;
    const auto points = morris_points(trajectories, factors, levels, 1);
    REQUIRE(points.count == trajectories * (factors + 1));
    CHECK(morris_step(levels) == Approx(2.0 / 3));
    check_in_cube(points);
    for (std::size_t t = 0; t < trajectories; ++t) {
        std::vector<int> changes(factors);
        for (std::size_t step = 0; step < factors; ++step)
            for (std::size_t f = 0; f < factors; ++f) {
                const std::size_t p = t * (factors + 1) + step;
                const double moved = points.at(p + 1, f) - points.at(p, f);
                if (moved == 0) continue;
                ++changes[f];
                CHECK(std::fabs(moved) == Approx(morris_step(levels)));
            }
        CHECK(changes == std::vector<int>(factors, 1));
    }
}

TEST_CASE("A row of Saltelli is A, B, and A with one factor after the other from B") {
    constexpr std::size_t factors = 3, rows = 8;
    const auto points = saltelli_points(rows, factors, 1);
    REQUIRE(points.count == rows * (factors + 2));
    check_in_cube(points);
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t a = row * (factors + 2), b = a + 1;
        for (std::size_t i = 0; i < factors; ++i)
            for (std::size_t f = 0; f < factors; ++f)
                CHECK(points.at(b + 1 + i, f) == points.at(f == i ? b : a, f));
    }
}

TEST_CASE("The same seed gives the same points, another seed others") {
    CHECK(latin_hypercube(20, 3, 5).coordinates == latin_hypercube(20, 3, 5).coordinates);
    CHECK(latin_hypercube(20, 3, 5).coordinates != latin_hypercube(20, 3, 6).coordinates);
    CHECK(sobol_points(16, 3, 5).coordinates == sobol_points(16, 3, 5).coordinates);
    CHECK(sobol_points(16, 3, 5).coordinates != sobol_points(16, 3, 6).coordinates);
    CHECK(morris_points(5, 3, 4, 5).coordinates == morris_points(5, 3, 4, 5).coordinates);
    CHECK(morris_points(5, 3, 4, 5).coordinates != morris_points(5, 3, 4, 6).coordinates);
}
