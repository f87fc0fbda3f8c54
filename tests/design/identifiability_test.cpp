// SPDX-License-Identifier: Apache-2.0
#include "design/identifiability.hpp"

#include "base/random.hpp"
#include "catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace tujuh;

namespace {

/// Rounding of some ten operations with numbers up to a thousand.
constexpr double rounding = 1e-11;

const double half = std::sqrt(0.5);

/// Normal slopes of size 5, a row a target.
std::vector<double> random_slopes(std::size_t targets, std::size_t factors) {
    const Draws draws{3, 0};
    std::vector<double> slopes;
    for (std::uint32_t i = 0; i < targets * factors; ++i)
        slopes.push_back(5 * static_cast<double>(draws.normal(i, 0, Purpose::resample)));
    return slopes;
}

/// J'J + 12 I over the fitted targets.
std::vector<double> precision_of(const std::vector<double>& slopes, std::size_t factors,
                                 const std::vector<FitTarget>& targets) {
    std::vector<double> precision(factors * factors);
    for (std::size_t f = 0; f < factors; ++f)
        for (std::size_t g = 0; g < factors; ++g) {
            precision[f * factors + g] = f == g ? 12 : 0;
            for (std::size_t t = 0; t < targets.size(); ++t)
                if (!targets[t].held_out)
                    precision[f * factors + g] += slopes[t * factors + f] * slopes[t * factors + g];
        }
    return precision;
}

/// That errors and correlations together are the inverse of the precision.
void check_inverse(const Knowledge& found, const std::vector<double>& precision) {
    const std::size_t factors = found.factors.size();
    for (std::size_t f = 0; f < factors; ++f)
        for (std::size_t g = 0; g < factors; ++g) {
            double product = 0;
            for (std::size_t k = 0; k < factors; ++k)
                product += found.correlations[f * factors + k] * found.factors[f].standard_error *
                           found.factors[k].standard_error * precision[k * factors + g];
            CHECK(product == Approx(f == g ? 1 : 0).margin(rounding));
        }
}

void check_orthonormal(const std::vector<KnownDirection>& directions) {
    for (const auto& one : directions) {
        const auto [least, most] = std::minmax_element(one.weights.begin(), one.weights.end());
        CHECK(*most >= -*least); // of two opposite directions the one whose largest weight is above 0
        for (const auto& other : directions) {
            double product = 0;
            for (std::size_t f = 0; f < one.weights.size(); ++f) product += one.weights[f] * other.weights[f];
            CHECK(product == Approx(&one == &other ? 1 : 0).margin(rounding));
        }
    }
}

} // namespace

TEST_CASE("Two factors and three targets, worked by hand") {
    // J'J + 12 = (512 400; 400 512), of determinant 102144; J'J has the eigenvalues 900 and 100.
    const std::vector<double> slopes = {10, 0, 0, 10, 20, 20};
    const std::vector<FitTarget> targets = {{0, 0.1}, {0, 0.1}, {0, 0.05}};
    const auto found = knowledge_of(slopes, 2, targets);
    constexpr double determinant = 102144;
    for (const auto& factor : found.factors) {
        CHECK(factor.standard_error == Approx(std::sqrt(512 / determinant)));
        CHECK(factor.learned == Approx(1 - 12 * 512 / determinant));
    }
    CHECK(found.correlations[1] == Approx(-400.0 / 512));
    CHECK(found.directions[0].singular_value == Approx(30));
    CHECK(found.directions[1].singular_value == Approx(10));
    CHECK(found.directions[0].learned == Approx(900.0 / 912));
    CHECK(found.directions[1].learned == Approx(100.0 / 112));
    CHECK(found.directions[0].weights[0] == Approx(half));
    CHECK(found.directions[0].weights[1] == Approx(half));
    CHECK(found.directions[1].weights[0] == Approx(-found.directions[1].weights[1]));
    CHECK(found.targets[0].leverage == Approx(100 * 512 / determinant));
    CHECK(found.targets[2].leverage == Approx(400 * 224 / determinant));
    CHECK(found.targets[0].pull[0] == Approx(10 * 512 / determinant));
    CHECK(found.targets[0].pull[1] == Approx(-10 * 400 / determinant));
    CHECK(found.targets[2].pull[1] == Approx(20 * 112 / determinant));
    CHECK(found.targets[2].standard_error == Approx(0.05 * std::sqrt(400 * 224 / determinant)));
    CHECK(found.determined == Approx(900.0 / 912 + 100.0 / 112));
}

TEST_CASE("Errors and correlations are the inverse of the precision, leverages add up to what is learned") {
    for (const std::size_t fitted : {2u, 5u, 9u}) { // fewer targets than factors, as many, more
        constexpr std::size_t factors = 5;
        CAPTURE(fitted);
        std::vector<FitTarget> targets(fitted + 1, {0, 1});
        targets[1].held_out = true;
        const auto slopes = random_slopes(targets.size(), factors);
        const auto found = knowledge_of(slopes, factors, targets);
        check_inverse(found, precision_of(slopes, factors, targets));
        check_orthonormal(found.directions);
        double leverages = 0, learned = 0;
        for (const auto& target : found.targets) leverages += target.leverage;
        for (const auto& factor : found.factors) learned += factor.learned;
        CHECK(leverages == Approx(found.determined));
        CHECK(learned == Approx(found.determined));
        for (std::size_t k = fitted; k < factors; ++k)
            CHECK(found.directions[k].singular_value == Approx(0).margin(rounding));
    }
}

TEST_CASE("Of two factors that act only as a sum the difference is not identified") {
    const std::vector<FitTarget> targets = {{1, 0.01}};
    const auto found = knowledge_of(std::vector<double>{100, 100}, 2, targets); // s^2 = 20000
    CHECK(found.directions[0].learned == Approx(20000.0 / 20012));
    CHECK(found.directions[1].learned == Approx(0).margin(rounding));
    CHECK(found.directions[1].weights[0] == Approx(-found.directions[1].weights[1]));
    CHECK(std::fabs(found.directions[1].weights[0]) == Approx(half));
    // Of each factor's variance the half that belongs to the difference stays.
    const double of_sum = 1.0 / 20012, of_difference = 1.0 / 12;
    CHECK(found.factors[0].standard_error == Approx(std::sqrt((of_sum + of_difference) / 2)));
    CHECK(found.correlations[1] == Approx((of_sum - of_difference) / (of_sum + of_difference)));
    CHECK(found.correlations[1] < -0.99);
    CHECK(found.determined == Approx(20000.0 / 20012));
}

TEST_CASE("A target that alone determines a factor has leverage near 1 and pulls by the inverse slope") {
    const std::vector<FitTarget> targets = {{0.9, 0.01}, {0, 2, true}};
    const auto found = knowledge_of(std::vector<double>{300, 2.5}, 1, targets);
    CHECK(found.targets[0].leverage == Approx(90000.0 / 90012));
    CHECK(found.targets[0].pull[0] == Approx(300.0 / 90012)); // 1/300 but for the prior's 12
    CHECK(found.targets[0].pull[0] == Approx(1.0 / 300).epsilon(12.0 / 90012));
    CHECK(found.factors[0].standard_error == Approx(1 / std::sqrt(90012.0)));
    // What is predicted of a held-out target: its slope of 2.5 tolerances of 2, times that error.
    CHECK(found.targets[1].standard_error == Approx(2 * 2.5 / std::sqrt(90012.0)));
    CHECK(found.targets[1].leverage == 0);
    CHECK(found.targets[1].pull[0] == 0);
}

TEST_CASE("A factor that moves no target keeps the error of its range") {
    const std::vector<FitTarget> targets = {{0, 1}, {0, 1}};
    const auto found = knowledge_of(std::vector<double>{7, 0, -2, 0}, 2, targets);
    CHECK(found.factors[1].standard_error == Approx(std::sqrt(1.0 / 12)));
    CHECK(found.factors[1].learned == 0);
    CHECK(found.correlations[1] == 0);
    CHECK(found.directions[1].singular_value == 0);
}
