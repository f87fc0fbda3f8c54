// SPDX-License-Identifier: Apache-2.0
#include "run/statistics.hpp"

#include "catch.hpp"

#include <cmath>
#include <limits>
#include <vector>

using namespace tujuh;

namespace {
const double missing = std::numeric_limits<double>::quiet_NaN();
const double infinite = std::numeric_limits<double>::infinity();
} // namespace

TEST_CASE("the interval of Student's own sleep data is the published one") {
    // Student (1908), The probable error of a mean, section IX: hours of sleep gained by ten patients with
    // two drugs.
    const std::vector<double> first = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};
    const std::vector<double> second = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};
    const Estimate gain = estimate(paired_differences(second, first), 0.95);
    CHECK(gain.count == 10);
    CHECK(gain.mean == Approx(1.58));
    CHECK(gain.t() == Approx(4.0621).epsilon(1e-5));
    CHECK(gain.low == Approx(0.7001142).epsilon(1e-6));
    CHECK(gain.high == Approx(2.4598858).epsilon(1e-6));
    CHECK(gain.excludes_zero());
}

TEST_CASE("mean, standard error and interval of five numbers worked by hand") {
    const std::vector<double> values = {1, 2, 3, 4, 5};
    const Estimate at_95 = estimate(values, 0.95);
    CHECK(at_95.mean == 3);
    CHECK(at_95.standard_error == Approx(std::sqrt(0.5)));
    CHECK(at_95.low == Approx(3 - 2.776445105 * std::sqrt(0.5)));
    CHECK(at_95.high == Approx(3 + 2.776445105 * std::sqrt(0.5)));
    const Estimate at_99 = estimate(values, 0.99);
    CHECK(at_99.low == Approx(3 - 4.604094871 * std::sqrt(0.5)));
    CHECK_FALSE(at_99.excludes_zero());
}

TEST_CASE("a replicate without a value is left out") {
    const Estimate with = estimate(std::vector<double>{1, missing, 2, 3, missing, 4, 5}, 0.95);
    const Estimate without = estimate(std::vector<double>{1, 2, 3, 4, 5}, 0.95);
    CHECK(with.count == 5);
    CHECK(with.mean == without.mean);
    CHECK(with.low == without.low);
    CHECK(with.high == without.high);
}

TEST_CASE("one value has a mean and no interval, none has neither") {
    const Estimate one = estimate(std::vector<double>{missing, 7}, 0.95);
    CHECK(one.count == 1);
    CHECK(one.mean == 7);
    CHECK(std::isnan(one.low));
    CHECK(std::isnan(one.high));
    CHECK_FALSE(one.excludes_zero());
    const Estimate none = estimate(std::vector<double>{missing}, 0.95);
    CHECK(none.count == 0);
    CHECK(std::isnan(none.mean));
    CHECK_FALSE(none.excludes_zero());
}

TEST_CASE("equal values give themselves and an interval of length zero, to the bit") {
    // Three times 0.1 divided by 3 is not 0.1.
    const Estimate same = estimate(std::vector<double>{0.1, 0.1, 0.1}, 0.95);
    CHECK(same.mean == 0.1);
    CHECK(same.low == 0.1);
    CHECK(same.high == 0.1);
    CHECK(same.t() == infinite);
}

TEST_CASE("differences that are all zero have an interval from zero to zero, which does not exclude it") {
    const std::vector<double> values = {0.3, 0.7, 1e9};
    const Estimate nothing = estimate(paired_differences(values, values), 0.95);
    CHECK(nothing.mean == 0);
    CHECK(nothing.low == 0);
    CHECK(nothing.high == 0);
    CHECK(nothing.t() == 0);
    CHECK_FALSE(nothing.excludes_zero());
}

TEST_CASE("a difference is missing where either value is") {
    const auto differences =
        paired_differences(std::vector<double>{3, missing, 5}, std::vector<double>{1, 2, missing});
    CHECK(differences[0] == 2);
    CHECK(std::isnan(differences[1]));
    CHECK(std::isnan(differences[2]));
}

TEST_CASE("pairing takes away what two worlds have in common") {
    // The same large differences between replicates in both; the second is a little higher everywhere.
    const std::vector<double> base = {10, 20, 30, 40};
    const std::vector<double> other = {10.9, 21.1, 31.0, 41.0};
    CHECK(estimate(paired_differences(other, base), 0.95).excludes_zero());
    CHECK(estimate(other, 0.95).low < estimate(base, 0.95).high);
}
