// SPDX-License-Identifier: Apache-2.0
#include "design/rejection.hpp"

#include "base/random.hpp"
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <numbers>
#include <vector>

using namespace tujuh;

namespace {

using Numbers = std::vector<double>;
using Model = std::function<Numbers(std::span<const double> place, std::uint32_t point)>;

Evaluate evaluate_of(std::size_t factors, const Model& model) {
    return [=](std::span<const double> positions) {
        std::vector<Numbers> numbers;
        for (std::uint32_t p = 0; p * factors < positions.size(); ++p)
            numbers.push_back(model(positions.subspan(p * factors, factors), p));
        return std::optional(numbers);
    };
}

RejectionFit fit_of(std::size_t factors, std::span<const FitTarget> targets, const RejectionMethod& method,
                    const Model& model) {
    const auto fit = fit_by_rejection(factors, targets, method, evaluate_of(factors, model));
    REQUIRE(fit);
    return *fit;
}

/// A margin that is not relative to the number.
Approx within(double known, double margin) {
    return Approx(known).epsilon(0).margin(margin);
}

} // namespace

TEST_CASE("Of a straight line the nearest points fill an interval as long as their share") {
    // Accepted are positions from 0.4 - 0.05 to 0.4 + 0.05, one in each 1024th: ends are known to two of
    // them.
    const std::vector<FitTarget> targets = {{0.8, 0.1}, {2, 1, true}};
    const auto fit = fit_of(1, targets, {1024, 0.1, 10, 1}, [](auto x, auto) {
        return Numbers{2 * x[0], 5 * x[0]};
    });
    constexpr double margin = 2.0 / 1024;
    CHECK(fit.accepted.size() == 103);
    CHECK(fit.threshold == within(2 * 0.05 / 0.1, 2 * margin / 0.1));
    const auto& position = fit.factors[0].position;
    CHECK(position.median == within(0.4, margin));
    CHECK(position.low == within(0.4 - 0.95 * 0.05, margin));
    CHECK(position.high == within(0.4 + 0.95 * 0.05, margin));
    // A uniform interval of length 0.1 has 0.01 of the variance; its length is known to 4 %.
    CHECK(fit.factors[0].learned == within(1 - 0.01, 0.01 * 2 * 0.04));
    CHECK(fit.targets[0].value.median == within(0.8, 2 * margin));
    CHECK(fit.targets[0].published_inside);
    CHECK(fit.targets[1].value.low == within(5 * (0.4 - 0.95 * 0.05), 5 * margin));
    CHECK(fit.targets[1].published_inside); // 2 = 5 x 0.4
}

TEST_CASE("A held-out figure beside the prediction is told, and changes nothing else") {
    const auto model = [](auto x, auto) { return Numbers{2 * x[0], 5 * x[0]}; };
    std::vector<FitTarget> targets = {{0.8, 0.1}, {2, 1, true}};
    const auto inside = fit_of(1, targets, {1024, 0.1, 10, 1}, model);
    targets[1].value = 2.5; // a position of 0.5, beyond 0.45
    const auto outside = fit_of(1, targets, {1024, 0.1, 10, 1}, model);
    CHECK_FALSE(outside.targets[1].published_inside);
    CHECK(inside.accepted == outside.accepted);
    CHECK(inside.targets[1].value.high == outside.targets[1].value.high);
}

TEST_CASE("With errors of the tolerances' size in the model, the accepted are the normal posterior") {
    // x + error, error normal of size 0.1, seen to be 0.5: x is normal, 0.5 +- 0.1. At a share of 0.05 of
    // outcomes spread evenly, the threshold is 0.25 tolerances and adds 0.25^2 / 3 = 2 % to the variance.
    const Draws draws{5, 0};
    const std::vector<FitTarget> targets = {{0.5, 0.1}};
    const auto fit = fit_of(1, targets, {8192, 0.05, 10, 1}, [&](auto x, auto point) {
        return Numbers{x[0] + 0.1 * draws.normal(point, 0, Purpose::resample)};
    });
    const auto n = static_cast<double>(fit.accepted.size());
    CHECK(n == 410);
    // Three standard errors of independent points each, of a median, a variance, and the 2.5 % percentile
    // (its density is 0.0584 / 0.1).
    const auto& [position, learned] = fit.factors[0];
    CHECK(fit.threshold == within(0.25, 0.25 * 3 / std::sqrt(n)));
    CHECK(position.median == within(0.5, 3 * 0.1 * std::sqrt(std::numbers::pi / 2 / n)));
    CHECK((1 - learned) / 12 == within(0.01 * 1.02, 0.01 * 3 * std::sqrt(2 / n)));
    const double of_percentile = 3 * 0.1 / 0.0584 * std::sqrt(0.025 * 0.975 / n);
    CHECK(position.low == within(0.5 - 1.96 * 0.1, of_percentile));
    CHECK(position.high == within(0.5 + 1.96 * 0.1, of_percentile));
}

TEST_CASE("Of two factors the accepted fill the ellipse of the targets, with its correlation") {
    // a + b = 1 to 0.05 and a - b = 0 to 0.1. Within r: an ellipse of area pi r^2 / |det J|, |det J| = 2 /
    // 0.005, and covariance r^2/4 (J'J)^-1, which is r^2/4 (0.003125 -0.001875; -0.001875 0.003125).
    const std::vector<FitTarget> targets = {{1, 0.05}, {0, 0.1}};
    const RejectionMethod method{16384, 0.05, 10, 1};
    const auto fit = fit_of(2, targets, method, [](auto x, auto) {
        return Numbers{x[0] + x[1], x[0] - x[1]};
    });
    const auto n = static_cast<double>(fit.accepted.size());
    const double r_squared = 0.05 * 400 / std::numbers::pi;
    // Standard errors of independent points, of which these need less: of the area 1/sqrt(n); of the variance
    // as much, since a disc's fourth moment is twice the squared second; of a correlation less than (1 -
    // 0.36).
    CHECK(fit.threshold == within(std::sqrt(r_squared / 2), 3 * 0.5 * std::sqrt(r_squared / 2 / n)));
    for (const auto& factor : fit.factors) {
        const double variance = r_squared / 4 * 0.003125;
        CHECK((1 - factor.learned) / 12 == within(variance, 3 * variance / std::sqrt(n)));
        CHECK(factor.position.low < 0.5); // where the targets are met
        CHECK(factor.position.high > 0.5);
        CHECK(factor.position.median == within(0.5, 3 * std::sqrt(std::numbers::pi / 2 * variance / n)));
    }
    CHECK(fit.correlations[1] == within(-0.6, 3 * 0.64 / std::sqrt(n)));
    CHECK(fit.correlations[1] == fit.correlations[2]);
    CHECK(fit.correlations[0] == Approx(1));
}

TEST_CASE("Of a factor that moves no target nothing is learned") {
    const std::vector<FitTarget> targets = {{0.5, 0.1}};
    const auto fit = fit_of(2, targets, {4096, 0.1, 10, 1}, [](auto x, auto) { return Numbers{x[0]}; });
    // A uniform factor's variance has a relative standard error of sqrt(0.8 / n).
    const auto n = static_cast<double>(fit.accepted.size());
    CHECK(fit.factors[0].learned == Approx(0.99).margin(0.001));
    CHECK(fit.factors[1].learned == within(0, 3 * std::sqrt(0.8 / n)));
    CHECK(fit.factors[1].position.low == within(0.025, 3 * std::sqrt(0.025 * 0.975 / n)));
}

TEST_CASE("The accepted are the nearest, in order, with their positions") {
    const std::vector<FitTarget> targets = {{0.3, 0.1}};
    Numbers distances;
    const auto fit = fit_of(2, targets, {64, 0.25, 10, 1}, [&](auto x, auto) {
        distances.push_back(std::fabs(x[0] * x[1] - 0.3) / 0.1);
        return Numbers{x[0] * x[1]};
    });
    REQUIRE(fit.accepted.size() == 16);
    for (std::size_t i = 0; i < 16; ++i) {
        CHECK(fit.distances[i] == Approx(distances[fit.accepted[i]]));
        CHECK(fit.positions[2 * i] * fit.positions[2 * i + 1] == within(0.3, 0.1 * fit.distances[i] + 1e-12));
    }
    CHECK(std::is_sorted(fit.distances.begin(), fit.distances.end()));
    std::sort(distances.begin(), distances.end());
    CHECK(fit.threshold == Approx(distances[15]));
    CHECK(distances[16] > fit.threshold);
}

TEST_CASE("Of eleven accepted an interval ends a quarter of the way from the outermost to its neighbour") {
    const std::vector<FitTarget> targets = {{0.5, 0.1}};
    auto fit = fit_of(1, targets, {64, 0.05, 11, 1}, [](auto x, auto) { return Numbers{x[0]}; });
    REQUIRE(fit.accepted.size() == 11);
    auto& places = fit.positions;
    std::sort(places.begin(), places.end());
    CHECK(fit.factors[0].position.low == Approx(0.75 * places[0] + 0.25 * places[1])); // 2.5 % of ten steps
    CHECK(fit.factors[0].position.median == places[5]);
    CHECK(fit.factors[0].position.high == Approx(0.25 * places[9] + 0.75 * places[10]));
}

TEST_CASE("A small share of few points still accepts the least number") {
    const std::vector<FitTarget> targets = {{0.5, 0.1}};
    const auto model = [](auto x, auto) { return Numbers{x[0]}; };
    CHECK(fit_of(1, targets, {64, 0.05, 10, 1}, model).accepted.size() == 10);
    CHECK(fit_of(1, targets, {8, 0.05, 10, 1}, model).accepted.size() == 8);
}

TEST_CASE("Failed points are never accepted, those that fail a held-out target alone are") {
    const std::vector<FitTarget> targets = {{0.5, 0.1}, {0.5, 1, true}};
    const auto fit = fit_of(1, targets, {64, 0.5, 10, 1}, [](auto x, auto) {
        return x[0] < 0.5 ? Numbers{NAN, NAN} : Numbers{x[0], x[0] < 0.6 ? NAN : x[0]};
    });
    CHECK(fit.failed == 32);
    CHECK(fit.accepted.size() == 32);
    for (const double x : fit.positions) CHECK(x >= 0.5);
    CHECK(fit.targets[1].value.low >= 0.6);
}

TEST_CASE("Where every point fails nothing is accepted and no figure is a number") {
    const std::vector<FitTarget> targets = {{0.5, 0.1}};
    const auto fit = fit_of(2, targets, {64, 0.5, 10, 1}, [](auto, auto) { return Numbers{NAN}; });
    CHECK(fit.failed == 64);
    CHECK(fit.accepted.empty());
    CHECK(std::isnan(fit.threshold));
    CHECK(std::isnan(fit.factors[0].position.median));
    CHECK(std::isnan(fit.factors[0].learned));
    CHECK(std::isnan(fit.correlations[1]));
    CHECK_FALSE(fit.targets[0].published_inside);
}

TEST_CASE("Stopped runs give nothing") {
    const std::vector<FitTarget> targets = {{0.5, 0.1}};
    CHECK_FALSE(fit_by_rejection(1, targets, {64, 0.5, 10, 1}, [](auto) { return std::nullopt; }));
}
