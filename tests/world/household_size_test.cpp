// SPDX-License-Identifier: Apache-2.0
#include "world/household_size.hpp"

#include "catch.hpp"
#include "world/many_persons.hpp"

#include <utility>

using namespace tujuh;
using namespace tujuh::many_persons;

TEST_CASE("counting persons makes the permanent standing normal about 0") {
    const double share = 0.35;
    const SizeGradient gradient = size_gradient(3.7, 4.72, 0.0847, share);
    CHECK(gradient.slope > 0.0);
    double persons = 0, first = 0, second = 0, third = 0, below = 0;
    const double step = 0.01;
    for (double normal = -8.0; normal <= 8.0; normal += step) { // of households
        const double x = permanent_standing(gradient, normal);
        const double size = gradient.size_at_zero * tujuh::exp(-gradient.slope * x);
        const double weight = step * tujuh::exp(-0.5 * normal * normal) / 2.5066282746310002 * size;
        persons += weight;
        first += weight * x;
        second += weight * x * x;
        third += weight * x * x * x;
        below += weight * normal_cdf((-1.0 - x) / square_root(1.0 - share)); // whole standing below -1
    }
    CHECK(persons == Approx(3.7).epsilon(1e-9)); // the mean size
    CHECK(first / persons == Approx(0.0).margin(1e-9));
    CHECK(second / persons == Approx(share).epsilon(1e-9));
    CHECK(third / persons == Approx(0.0).margin(1e-9));
    CHECK(below / persons == Approx(normal_cdf(-1.0)).epsilon(1e-9));
}

TEST_CASE("drawn sizes have the published means, among all and among the poor") {
    const double share = 0.35, headcount = 0.0847;
    const SizeGradient gradient = size_gradient(3.7, 4.72, headcount, share);
    const double line_standing = normal_quantile(headcount);
    // 400,000 keyed households: standard errors 0.0025 of all and 0.011 of the poor; bounds are four of them,
    // so a right program fails with probability 1e-4, and with these keys gives the same answer every time.
    const std::uint64_t count = 400000;
    double persons = 0, poor_persons = 0, poor_households = 0, below_minus_half = 0;
    for (std::uint64_t i = 0; i < count; ++i) {
        const double x = permanent_standing(gradient, normal_quantile(even_number(3 * i)));
        const double z = x + square_root(1.0 - share) * normal_quantile(even_number(3 * i + 1));
        const int size = household_size(gradient, x, even_number(3 * i + 2));
        persons += size;
        if (z < -0.5) below_minus_half += size;
        if (z < line_standing) {
            poor_households += 1;
            poor_persons += size;
        }
    }
    CHECK(persons / static_cast<double>(count) == Approx(3.7).margin(0.010));
    CHECK(poor_persons / poor_households == Approx(4.72).margin(0.044));
    CHECK(poor_persons / persons == Approx(headcount).margin(0.002));
    CHECK(below_minus_half / persons == Approx(normal_cdf(-0.5)).margin(0.004));
}

TEST_CASE("a size lies between 1 and 10, rises with its uniform and falls with standing") {
    const SizeGradient gradient = size_gradient(3.7, 4.72, 0.0847, 0.35);
    for (double x = -12.0; x <= 12.0; x += 1.0) {
        int last = 0;
        for (double uniform = 0.0005; uniform < 1.0; uniform += 0.0333) {
            const int size = household_size(gradient, x, uniform);
            CHECK(size >= std::max(1, last));
            CHECK(size <= largest_household);
            CHECK(size >= household_size(gradient, x + 1.0, uniform));
            last = size;
        }
    }
}

TEST_CASE("another mean size keeps the gradient") {
    const SizeGradient nation = size_gradient(3.7, 4.72, 0.0847, 0.35);
    const SizeGradient province = with_mean_size(nation, 5.0);
    CHECK(province.slope == nation.slope);
    CHECK(province.size_at_zero / nation.size_at_zero == Approx(5.0 / 3.7).epsilon(1e-12));
}

TEST_CASE("without a permanent part or a difference in sizes there is no gradient") {
    CHECK(size_gradient(3.7, 4.72, 0.0847, 0.0).slope == 0.0);
    CHECK(size_gradient(3.7, 4.72, 0.0847, 0.0).size_at_zero == 3.7);
    CHECK(size_gradient(3.7, 3.7, 0.0847, 0.35).slope == Approx(0.0).margin(1e-12));
}
