// SPDX-License-Identifier: Apache-2.0
#include "design/calibration.hpp"

#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>
#include <utility>
#include <vector>

using namespace tujuh;

namespace {

using Numbers = std::vector<double>;
using Model = std::function<Numbers(const Position&)>;

std::vector<Position> rows_of(std::span<const double> positions, std::size_t factors) {
    std::vector<Position> rows;
    for (auto begin = positions.begin(); begin != positions.end();
         begin += static_cast<std::ptrdiff_t>(factors))
        rows.emplace_back(begin, begin + static_cast<std::ptrdiff_t>(factors));
    return rows;
}

Evaluate evaluate_of(std::size_t factors, const Model& model) {
    return [=](std::span<const double> positions) {
        std::vector<Numbers> numbers;
        for (const auto& place : rows_of(positions, factors)) numbers.push_back(model(place));
        return std::optional(numbers);
    };
}

LeastSquaresMethod method_from(Position start) {
    LeastSquaresMethod method;
    method.start = std::move(start);
    method.screening = 16;
    return method;
}

/// One search, from the start and nowhere else.
LeastSquaresMethod search_from(Position start, double tolerance) {
    auto method = method_from(std::move(start));
    method.screening = 0;
    method.starts = 1;
    method.tolerance = tolerance;
    method.evaluations = 1000;
    return method;
}

LeastSquaresFit fit_of(std::span<const FitTarget> targets, const LeastSquaresMethod& method,
                       const Model& model) {
    const auto fit =
        fit_least_squares(method.start.size(), targets, method, evaluate_of(method.start.size(), model));
    REQUIRE(fit);
    return *fit;
}

void check_position(const LeastSquaresFit& fit, const Position& known, double margin) {
    REQUIRE(fit.position.size() == known.size());
    for (std::size_t f = 0; f < known.size(); ++f) {
        CAPTURE(f);
        CHECK(fit.position[f] == Approx(known[f]).epsilon(0).margin(margin));
    }
}

/// a, b and their sum: normal equations (5 4; 4 5) (a b) = (4.6 5), so a = 1/3, b = 11/15, and the squared
/// residuals in tolerances are 16/9, 16/9 and 4/9.
Numbers sum_model(const Position& x) {
    return {x[0], x[1], x[0] + x[1]};
}
const std::vector<FitTarget> sum_targets = {{0.2, 0.1}, {0.6, 0.1}, {1.1, 0.05}};

/// (0.5 + 2a) e^(-(0.1 + 3b) t) at three times.
Numbers decay(const Position& x) {
    Numbers values;
    for (const double t : {0.0, 0.5, 2.0})
        values.push_back((0.5 + 2 * x[0]) * std::exp(-(0.1 + 3 * x[1]) * t));
    return values;
}

/// Rosenbrock (1960) with x from -2 to 2 and y from -1 to 2; the valley's end, (1, 1), is (3/4, 2/3) here.
Numbers rosenbrock(const Position& place) {
    const double x = -2 + 4 * place[0], y = -1 + 3 * place[1];
    return {10 * (y - x * x), 1 - x};
}

/// What was asked and answered, call after call.
struct Recording {
    std::vector<Numbers> asked;
    std::vector<std::vector<Numbers>> answered;
};

Evaluate recorder(const Evaluate& evaluate, Recording& recording) {
    return [&recording, evaluate](std::span<const double> positions) {
        recording.asked.emplace_back(positions.begin(), positions.end());
        auto numbers = evaluate(positions);
        recording.answered.push_back(*numbers);
        return numbers;
    };
}

/// Answers `calls` calls from a recording, if they ask for the same, and stops then.
Evaluate player(const Recording& recording, std::size_t calls, std::size_t& played) {
    return [&recording, calls, &played](std::span<const double> positions) {
        std::optional<std::vector<Numbers>> numbers;
        REQUIRE(played <= calls);
        if (played < calls) {
            REQUIRE(recording.asked[played] == Numbers(positions.begin(), positions.end()));
            numbers = recording.answered[played];
        }
        ++played;
        return numbers;
    };
}

void check_same(const LeastSquaresFit& one, const LeastSquaresFit& other) {
    CHECK(one.position == other.position);
    CHECK(one.model == other.model);
    CHECK(one.misfit == other.misfit);
    CHECK(one.evaluations == other.evaluations);
    CHECK(one.best_search == other.best_search);
    CHECK(one.slopes == other.slopes);
    CHECK(one.knowledge.correlations == other.knowledge.correlations);
}

} // namespace

TEST_CASE("A straight model is fitted by the weighted least-squares solution worked by hand") {
    auto method = method_from({0.9, 0.1});
    method.tolerance = 1e-6;
    const auto fit = fit_of(sum_targets, method, sum_model);
    check_position(fit, {1.0 / 3, 11.0 / 15}, method.tolerance);
    CHECK(fit.misfit == Approx(4)); // flat at its least: a tolerance away it is 1e-9 more
    CHECK(fit.misfit_at_start == Approx(49 + 25 + 4));
    CHECK(fit.residuals[2] == Approx(-2.0 / 3).margin(40 * method.tolerance)); // two slopes of 20
    CHECK(fit.at_an_end.empty());
    for (const auto& search : fit.searches) CHECK(search.end == SearchEnd::small_steps);
    const Numbers slopes = {10, 0, 0, 10, 20, 20};
    for (std::size_t i = 0; i < slopes.size(); ++i) CHECK(fit.slopes[i] == Approx(slopes[i]).margin(1e-9));
    CHECK(fit.knowledge.determined == Approx(900.0 / 912 + 100.0 / 112)); // identifiability_test.cpp
}

TEST_CASE("Amplitude and rate of a decay are recovered from every corner") {
    const Position truth = {0.3, 0.6};
    std::vector<FitTarget> targets;
    for (const double value : decay(truth)) targets.push_back({value, 0.01});
    for (const double a : {0.05, 0.95})
        for (const double b : {0.05, 0.95}) {
            const auto fit = fit_of(targets, search_from({a, b}, 1e-5), decay);
            check_position(fit, truth, 1e-5);
            CHECK(fit.misfit < fit.misfit_at_start);
        }
}

TEST_CASE("The end of Rosenbrock's valley is found from several starts") {
    const std::vector<FitTarget> targets = {{0, 1}, {0, 1}};
    for (const auto& start : {Position{0.2, 2.0 / 3}, Position{0.5, 0.1}, Position{0.9, 0.9}}) {
        const auto fit = fit_of(targets, search_from(start, 1e-5), rosenbrock);
        // In the cube the misfit's curvature across the valley is 3,700 times that along it: a step across
        // it costs as much as 60 such steps along it.
        check_position(fit, {0.75, 2.0 / 3}, 60 * 1e-5);
    }
}

TEST_CASE("A single factor is fitted") {
    const std::vector<FitTarget> targets = {{0.3, 0.1}, {0.8, 0.1}}; // x and x + 0.3: 0.4 is in the middle
    const auto fit = fit_of(targets, search_from({0.95}, 1e-4), [](const auto& x) {
        return Numbers{x[0], x[0] + 0.3};
    });
    check_position(fit, {0.4}, 1e-4);
    CHECK(fit.misfit == Approx(2));
}

TEST_CASE("A best position beyond the end of a range is sought at the end, and never outside") {
    // a = 1.4 and b - a = -0.5; with a at 1, b is best at 0.5.
    const std::vector<FitTarget> targets = {{1.4, 0.1}, {-0.5, 0.1}};
    double lowest = 1, highest = 0;
    const auto fit = fit_of(targets, search_from({0.6, 0.6}, 1e-5), [&](const auto& x) {
        lowest = std::min({lowest, x[0], x[1]});
        highest = std::max({highest, x[0], x[1]});
        return Numbers{x[0], x[1] - x[0]};
    });
    check_position(fit, {1, 0.5}, 1e-5);
    CHECK(fit.at_an_end == std::vector<std::size_t>{0});
    CHECK(lowest >= 0);
    CHECK(highest == 1);
    CHECK(fit.slopes[0] == Approx(10)); // from one side
    CHECK(fit.slopes[3] == Approx(10));
}

TEST_CASE("The better of two valleys is taken, with the search that came there") {
    // (a - 0.2)(a - 0.8) = 0 in both; the second target prefers the right one.
    const std::vector<FitTarget> targets = {{0, 0.01}, {0.8, 0.3}, {0.5, 0.1}};
    auto method = method_from({0.2, 0.5});
    method.tolerance = 1e-5;
    const auto fit = fit_of(targets, method, [](const auto& x) {
        return Numbers{(x[0] - 0.2) * (x[0] - 0.8), x[0], x[1]};
    });
    check_position(fit, {0.8, 0.5}, 1e-5);
    CHECK(fit.searches.size() == 2);
    CHECK(fit.searches[fit.best_search].position == fit.position);
    CHECK(fit.searches[1 - fit.best_search].misfit >= fit.misfit);
}

TEST_CASE("A held-out target does not change the fit, and is predicted") {
    auto targets = sum_targets;
    targets.push_back({0, 1, true});
    const auto model = [](const Position& x) { return Numbers{x[0], x[1], x[0] + x[1], 3 * x[0] - x[1]}; };
    const auto fit = fit_of(targets, method_from({0.9, 0.1}), model);
    targets.back().value = 1000;
    const auto other = fit_of(targets, method_from({0.9, 0.1}), model);
    check_same(fit, other);
    const auto without = fit_of(sum_targets, method_from({0.9, 0.1}), sum_model);
    CHECK(fit.position == without.position);
    CHECK(fit.knowledge.correlations == without.knowledge.correlations);
    CHECK(fit.residuals[3] == fit.model[3]);
    CHECK(other.residuals[3] == fit.model[3] - 1000);
    // Variance of 3a - b with the covariance (512 -400; -400 512) / 102144.
    CHECK(fit.knowledge.targets[3].standard_error == Approx(std::sqrt((10 * 512 + 6 * 400) / 102144.0)));
}

TEST_CASE("Failed points beside the best position are survived") {
    // The lower neighbour in a fails, at 1/3 - 0.1; so do many points on the way.
    auto method = method_from({0.9, 0.9});
    method.tolerance = 1e-5;
    const auto fit = fit_of(sum_targets, method, [](const auto& x) {
        return x[0] < 0.3 ? Numbers{NAN, NAN, NAN} : sum_model(x);
    });
    check_position(fit, {1.0 / 3, 11.0 / 15}, method.tolerance);
    CHECK(fit.slopes[0] == Approx(10)); // from above
    CHECK(fit.unknown_slopes == 0);
}

TEST_CASE("Where both neighbours fail the targets are taken to say nothing of the factor") {
    auto method = search_from({0.34, 0.5}, 1e-4);
    method.first_step = 0.02;
    const auto fit = fit_of(sum_targets, method, [](const auto& x) {
        return std::fabs(x[0] - 1.0 / 3) > 0.05 ? Numbers{NAN, NAN, NAN} : sum_model(x);
    });
    CHECK(fit.unknown_slopes == 3);
    CHECK(fit.knowledge.factors[0].learned == 0);
    CHECK(fit.knowledge.factors[1].learned == Approx(500.0 / 512));
}

TEST_CASE("Where everything fails nothing is found, and no search is begun") {
    std::size_t calls = 0;
    const auto fit = fit_of(sum_targets, method_from({0.5, 0.5}), [&](const auto&) {
        ++calls;
        return Numbers{NAN, NAN, NAN};
    });
    CHECK_FALSE(fit.found());
    CHECK(std::isinf(fit.misfit));
    CHECK(std::isnan(fit.residuals[0]));
    CHECK(fit.evaluations == calls);
    CHECK(calls == 17);
}

TEST_CASE("A model that moves in steps is fitted to within a step and the tolerance") {
    constexpr double step = 0.01;
    const auto stepped = [](double x) { return step * std::floor(x / step + 0.5); };
    auto method = method_from({0.9, 0.1});
    method.tolerance = 0.02;
    const std::vector<FitTarget> targets = {{0.3, 0.01}, {0.7, 0.01}};
    const auto fit = fit_of(targets, method, [&](const auto& x) {
        return Numbers{stepped(x[0]), stepped(x[1])};
    });
    check_position(fit, {0.3, 0.7}, step / 2 + method.tolerance);
}

TEST_CASE("A search that may ask for few points ends there, with the best of them") {
    auto method = search_from({0.2, 2.0 / 3}, 1e-5);
    method.evaluations = 20;
    const std::vector<FitTarget> targets = {{0, 1}, {0, 1}};
    const auto fit = fit_of(targets, method, rosenbrock);
    CHECK(fit.searches[0].end == SearchEnd::evaluations_used);
    CHECK(fit.searches[0].evaluations == 20);
    CHECK(fit.misfit < fit.misfit_at_start);
    CHECK(fit.evaluations <= 20 + 1 + 4); // the start, which a search may move, and the neighbours
}

TEST_CASE("Searches begin at the best points of the screening, further apart than a first step") {
    auto method = method_from({0.9, 0.1});
    method.screening = 256;
    method.starts = 4;
    method.first_step = 0.2;
    const auto fit = fit_of(sum_targets, method, sum_model);
    REQUIRE(fit.searches.size() == 4);
    for (std::size_t one = 0; one < 4; ++one)
        for (std::size_t other = 0; other < one; ++other) {
            const auto &here = fit.searches[one].from, &there = fit.searches[other].from;
            CHECK(std::max(std::fabs(here[0] - there[0]), std::fabs(here[1] - there[1])) > 0.2);
            CHECK(fit.searches[one].misfit_from >= fit.searches[other].misfit_from);
        }
    // A disc around the best position with the area of four points is not empty; at its edge the misfit is
    // at most 4 + 900 x 4 / (256 pi).
    CHECK(fit.searches[0].misfit_from < 8.5);
}

TEST_CASE("Points are asked for side by side, and none twice") {
    Recording recording;
    auto method = method_from({0.5, 0.5});
    method.starts = 3;
    const auto fit =
        fit_least_squares(2, sum_targets, method, recorder(evaluate_of(2, sum_model), recording));
    REQUIRE(fit);
    REQUIRE(fit->searches.size() == 3);
    std::vector<std::size_t> sizes;
    std::set<Position> different;
    for (const auto& asked : recording.asked) {
        sizes.push_back(asked.size() / 2);
        for (auto& position : rows_of(asked, 2)) CHECK(different.insert(position).second);
    }
    CHECK(different.size() == fit->evaluations);
    CHECK(sizes[0] == 17);    // the start and the screening
    CHECK(sizes[1] >= 3 * 4); // the neighbours in three quadratics; a middle is new where it was moved
    CHECK(sizes[1] <= 3 * 5);
    CHECK(sizes.back() <= 4); // for the slopes
    for (std::size_t call = 2; call + 1 < sizes.size(); ++call) CHECK(sizes[call] <= 3);
    std::size_t longest = 0;
    for (const auto& search : fit->searches) longest = std::max(longest, search.evaluations);
    CHECK(sizes.size() == 2 + (longest - 5) + 1);
}

TEST_CASE("A stop at any call gives nothing; from the recorded calls the same fit comes, to the bit") {
    Recording recording;
    const std::vector<FitTarget> targets = {{0, 1}, {0, 1}};
    const auto method = method_from({0.2, 0.2});
    const auto fit = fit_least_squares(2, targets, method, recorder(evaluate_of(2, rosenbrock), recording));
    REQUIRE(fit);
    const std::size_t calls = recording.asked.size();
    REQUIRE(calls > 10);
    for (std::size_t stop = 0; stop < calls; ++stop) {
        std::size_t played = 0;
        CHECK_FALSE(fit_least_squares(2, targets, method, player(recording, stop, played)));
        CHECK(played == stop + 1); // nothing is asked for after the stop
    }
    std::size_t played = 0;
    const auto again = fit_least_squares(2, targets, method, player(recording, calls, played));
    REQUIRE(again);
    CHECK(played == calls);
    check_same(*fit, *again);
}

TEST_CASE("The misfit counts fitted targets in tolerances, and is infinite where one of them has no number") {
    const std::vector<FitTarget> targets = {{1, 0.5}, {2, 2}, {0, 1, true}};
    CHECK(misfit(Numbers{2, 4, 100}, targets) == 4 + 1);
    CHECK(misfit(Numbers{2, 4, NAN}, targets) == 4 + 1);
    CHECK(std::isinf(misfit(Numbers{NAN, 4, 0}, targets)));
    CHECK(count_fitted(targets) == 2);
}
