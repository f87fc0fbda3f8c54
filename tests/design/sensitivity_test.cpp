// SPDX-License-Identifier: Apache-2.0
#include "design/sensitivity.hpp"

#include "base/random.hpp"
#include "catch.hpp"

#include <cmath>
#include <functional>
#include <numbers>
#include <utility>
#include <vector>

using namespace tujuh;

namespace {

using Place = std::vector<double>; ///< in the unit cube
using Function = std::function<double(const Place&)>;

constexpr double level = 0.99;
constexpr Draws draws{11, 0};

double uniform(std::uint32_t row, std::uint32_t column) {
    return draws.uniform_double(row, 0, Purpose::resample, 1000 + column);
}

Place place_of(std::uint32_t row, std::uint32_t first, std::size_t factors) {
    Place place;
    for (std::uint32_t f = 0; f < factors; ++f) place.push_back(uniform(row, first + f));
    return place;
}

/// Rows A, B, AB_1, AB_2, ... of independent places.
std::vector<Place> saltelli_places(std::uint32_t rows, std::size_t factors) {
    std::vector<Place> places;
    for (std::uint32_t row = 0; row < rows; ++row) {
        const Place a = place_of(row, 0, factors), b = place_of(row, 100, factors);
        places.insert(places.end(), {a, b});
        for (std::size_t f = 0; f < factors; ++f) {
            places.push_back(a);
            places.back()[f] = b[f];
        }
    }
    return places;
}

PointNumbers numbers_of(const std::vector<Place>& places, const Function& function) {
    PointNumbers numbers{places.size(), 1, {}};
    for (const auto& place : places) numbers.values.push_back(function(place));
    return numbers;
}

/// Four replicates with normal luck of this size: their own at each point, or one for all points.
PointNumbers with_luck(const std::vector<Place>& places, const Function& function, double size, bool shared) {
    PointNumbers numbers{places.size(), 4, {}};
    for (std::uint32_t p = 0; p < places.size(); ++p)
        for (std::uint32_t r = 0; r < numbers.replicates; ++r) {
            const double luck = draws.normal(shared ? 0 : p, 0, Purpose::resample, 10 + r);
            numbers.values.push_back(function(places[p]) + size * luck);
        }
    return numbers;
}

/// Ishigami and Homma (1990) with a = 7, b = 0.1; variance and indices as in Saltelli and others (2008),
/// Global Sensitivity Analysis, section 4.
double ishigami(const Place& x) {
    const auto angle = [&](std::size_t i) { return std::numbers::pi * (2 * x[i] - 1); };
    return std::sin(angle(0)) + 7 * std::pow(std::sin(angle(1)), 2) +
           0.1 * std::pow(angle(2), 4) * std::sin(angle(0));
}
constexpr double ishigami_variance = 13.8446;
const std::vector<double> ishigami_first = {0.3139, 0.4424, 0}, ishigami_total = {0.5576, 0.4424, 0.2437};

/// The g-function of Sobol': product of (|4x - 2| + a) / (1 + a).
const std::vector<double> g_weights = {0, 1, 4.5, 9, 99};
double g_function(const Place& x) {
    double product = 1;
    for (std::size_t i = 0; i < x.size(); ++i)
        product *= (std::fabs(4 * x[i] - 2) + g_weights[i]) / (1 + g_weights[i]);
    return product;
}

/// Each factor's own variance is 1 / (3 (1 + a)^2); the product's is the product of (1 + these) - 1.
std::pair<std::vector<double>, std::vector<double>> g_indices() {
    std::vector<double> own, first, total;
    double all = 1;
    for (const double a : g_weights) {
        own.push_back(1 / (3 * (1 + a) * (1 + a)));
        all *= 1 + own.back();
    }
    for (const double v : own) {
        first.push_back(v / (all - 1));
        total.push_back(v * all / (1 + v) / (all - 1));
    }
    return {first, total};
}

/// x1 + 2 x2 + 3 x1 x2 - 0 x3: own variances (2.5^2, 3.5^2)/12, interaction 9/144.
double plane_with_a_twist(const Place& x) {
    return x[0] + 2 * x[1] + 3 * x[0] * x[1];
}

void check_inside(const Resampled& found, double known) {
    CHECK(found.low <= known + 1e-12);
    CHECK(found.high >= known - 1e-12);
    CHECK(found.low <= found.value);
    CHECK(found.value <= found.high);
    CHECK(found.high - found.low < 0.3);
}

void check_indices(const SobolIndices& found, const std::vector<double>& first,
                   const std::vector<double>& total) {
    for (std::size_t f = 0; f < first.size(); ++f) {
        CAPTURE(f);
        check_inside(found.factors[f].first, first[f]);
        check_inside(found.factors[f].total, total[f]);
    }
}

} // namespace

TEST_CASE("Ishigami's indices lie in their intervals") {
    const auto found = sobol_indices(3, numbers_of(saltelli_places(4000, 3), ishigami), level, 1);
    check_indices(found, ishigami_first, ishigami_total);
    CHECK(found.variance == Approx(ishigami_variance).epsilon(0.05));
    CHECK(found.rows == 4000);
    CHECK(std::isnan(found.chance_share));
}

TEST_CASE("The indices of Sobol's g-function lie in their intervals") {
    const auto [first, total] = g_indices();
    const auto numbers = numbers_of(saltelli_places(4000, g_weights.size()), g_function);
    check_indices(sobol_indices(g_weights.size(), numbers, level, 1), first, total);
}

TEST_CASE("The indices of two factors that act together, and of one that does nothing, are the exact ones") {
    const double one = 6.25 / 12, two = 12.25 / 12, both = 9.0 / 144, all = one + two + both;
    const auto found = sobol_indices(3, numbers_of(saltelli_places(4000, 3), plane_with_a_twist), level, 1);
    check_indices(found, {one / all, two / all, 0}, {(one + both) / all, (two + both) / all, 0});
    CHECK(found.factors[2].total.value == 0); // to the bit: nothing that it moves is moved
}

TEST_CASE("Chance as large as all factors together changes no index, its own luck or shared") {
    const auto places = saltelli_places(4000, 3);
    const double size = std::sqrt(ishigami_variance);
    const auto own = sobol_indices(3, with_luck(places, ishigami, size, false), level, 1);
    check_indices(own, ishigami_first, ishigami_total);
    CHECK(own.chance_share == Approx(0.5).margin(0.03));
    check_indices(sobol_indices(3, with_luck(places, ishigami, size, true), level, 1), ishigami_first,
                  ishigami_total);
}

TEST_CASE("With one replicate chance counts as an effect of every factor") {
    const auto places = saltelli_places(4000, 3);
    auto numbers = with_luck(places, ishigami, std::sqrt(ishigami_variance), false);
    PointNumbers single{numbers.points, 1, {}};
    for (std::size_t p = 0; p < numbers.points; ++p) single.values.push_back(numbers.at(p)[0]);
    const auto found = sobol_indices(3, single, level, 1);
    for (std::size_t f = 0; f < 3; ++f)
        CHECK(found.factors[f].total.value > ishigami_total[f]); // (T V + V) / 2 V > T where T < 1
}

TEST_CASE("Factors that do nothing beside chance have no indices, rather than wrong ones") {
    const auto places = saltelli_places(50, 2);
    const auto found = sobol_indices(2, numbers_of(places, [](const Place&) { return 4.0; }), level, 1);
    CHECK(std::isnan(found.factors[0].first.value));
    CHECK(std::isnan(found.factors[0].total.low));
}

TEST_CASE("A row with a failed point is left out, and nothing else") {
    auto numbers = numbers_of(saltelli_places(2000, 3), ishigami);
    for (std::size_t row = 0; row < 2000; row += 10) numbers.values[row * 5 + row % 5] = NAN;
    const auto found = sobol_indices(3, numbers, level, 1);
    CHECK(found.rows == 1800);
    check_indices(found, ishigami_first, ishigami_total);
}

TEST_CASE("Intervals of indices shorten as rows are added") {
    const auto width = [](std::uint32_t rows) {
        const auto found = sobol_indices(3, numbers_of(saltelli_places(rows, 3), ishigami), level, 1);
        return found.factors[0].total.high - found.factors[0].total.low;
    };
    CHECK(width(4000) < 0.6 * width(1000)); // by the root of four
}

namespace {

struct Trajectories {
    std::vector<Place> places;
    std::vector<double> positions; ///< [point][factor]
};

/// From random corners of a grid of four levels, factor after factor, up by two thirds.
Trajectories trajectories(std::uint32_t count, std::size_t factors) {
    Trajectories all;
    for (std::uint32_t t = 0; t < count; ++t) {
        Place place;
        for (std::uint32_t f = 0; f < factors; ++f) place.push_back(uniform(t, f) < 0.5 ? 0.0 : 1.0 / 3);
        all.places.push_back(place);
        for (std::size_t f = 0; f < factors; ++f) {
            place[f] += 2.0 / 3;
            all.places.push_back(place);
        }
    }
    for (const auto& place : all.places)
        all.positions.insert(all.positions.end(), place.begin(), place.end());
    return all;
}

} // namespace

TEST_CASE("The elementary effects of a straight line are its slopes, without spread") {
    const auto all = trajectories(10, 3);
    const auto numbers = numbers_of(all.places, [](const Place& x) { return 3 * x[0] - 5 * x[1]; });
    const auto found = elementary_effects(all.positions, 3, numbers, level, 1);
    const double slopes[] = {3, -5, 0};
    for (std::size_t f = 0; f < 3; ++f) {
        CHECK(found[f].trajectories == 10);
        CHECK(found[f].mean == Approx(slopes[f]).margin(1e-12));
        CHECK(found[f].mean_absolute.value == Approx(std::fabs(slopes[f])).margin(1e-12));
        CHECK(found[f].spread == Approx(0).margin(1e-9));
    }
}

TEST_CASE("Factors that act together have effects that spread; opposite ones do not cancel in the ranking") {
    const auto all = trajectories(400, 2);
    const auto numbers = numbers_of(all.places, [](const Place& x) { return x[0] * (x[1] - 1.0 / 6); });
    const auto found = elementary_effects(all.positions, 2, numbers, level, 1);
    // The second factor is at 0 or 1/3 when the first moves: its slope is -1/6 or 1/6.
    CHECK(found[0].mean_absolute.value == Approx(1.0 / 6));
    CHECK(std::fabs(found[0].mean) < 0.02);
    CHECK(found[0].spread == Approx(1.0 / 6).epsilon(0.02));
}

TEST_CASE("A factor that does nothing has the effect that chance gives, and no more") {
    const auto all = trajectories(1000, 2);
    const auto numbers = with_luck(
        all.places, [](const Place& x) { return 10 * x[0]; }, 2.0, false);
    const auto found = elementary_effects(all.positions, 2, numbers, level, 1);
    // Luck of size 2 at both ends, a mean of four, over a step of two thirds.
    CHECK(found[1].chance ==
          Approx(std::sqrt(2 / std::numbers::pi) * std::sqrt(2.0) * 2 / 2 * 1.5).epsilon(0.1));
    check_inside({found[1].mean_absolute.value - found[1].chance + 1,
                  found[1].mean_absolute.low - found[1].chance + 1,
                  found[1].mean_absolute.high - found[1].chance + 1},
                 1);
    CHECK(found[0].mean_absolute.low > found[0].chance);
}

TEST_CASE("A step with a failed end is left out of the factor that changes there") {
    const auto all = trajectories(10, 2);
    auto numbers = numbers_of(all.places, [](const Place& x) { return x[0]; });
    numbers.values[0] = NAN; // the first point of the first trajectory
    const auto found = elementary_effects(all.positions, 2, numbers, level, 1);
    CHECK(found[0].trajectories == 9);
    CHECK(found[1].trajectories == 10);
}
