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

TEST_CASE("the p-value of Student's own sleep data is the published one") {
    const std::vector<double> gain = {1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4};
    CHECK(two_sided_p(estimate(gain, 0.95)) == Approx(0.002832890197).epsilon(1e-7)); // R: t.test
    CHECK(two_sided_p(estimate(std::vector<double>{-1, 1}, 0.95)) == 1);
    CHECK(two_sided_p(estimate(std::vector<double>{0, 0, 0}, 0.95)) == 1);
    CHECK(two_sided_p(estimate(std::vector<double>{2, 2, 2}, 0.95)) == 0);
    CHECK(std::isnan(two_sided_p(estimate(std::vector<double>{2}, 0.95))));
}

TEST_CASE("the p-value is below one less the level just where the interval excludes zero") {
    for (const double shift : {0.1, 1.5, 1.9, 2.0, 3.0}) {
        const Estimate found = estimate(std::vector<double>{shift - 1, shift, shift + 1, shift + 2}, 0.95);
        CHECK(found.excludes_zero() == (two_sided_p(found) < 0.05));
    }
}

TEST_CASE("Holm's correction gives what R's p.adjust gives") {
    CHECK(holm_adjusted(std::vector<double>{0.01, 0.02, 0.03, 0.04, 0.05}) ==
          std::vector<double>{5 * 0.01, 4 * 0.02, 3 * 0.03, 3 * 0.03, 3 * 0.03});
    const auto adjusted = holm_adjusted(std::vector<double>{0.04, missing, 0.001, 0.9});
    CHECK(adjusted[0] == Approx(0.08));
    CHECK(std::isnan(adjusted[1]));
    CHECK(adjusted[2] == Approx(0.003));
    CHECK(adjusted[3] == Approx(0.9));
    CHECK(holm_adjusted(std::vector<double>{0.6, 0.7}) == std::vector<double>{1, 1});
}

TEST_CASE("a single comparison needs no correction") {
    CHECK(holm_adjusted(std::vector<double>{0.03}) == std::vector<double>{0.03});
}

TEST_CASE("replicates needed are those of published tables for the paired t test") {
    // Two-sided 5 %, power 80 %: 199, 34, 15 and 10 pairs for differences of 0.2, 0.5, 0.8 and 1 standard
    // deviation (Cohen 1988; G*Power).
    const auto needed = [](double size) {
        const Estimate two = {2, size, std::sqrt(0.5), size - 9, size + 9}; // standard deviation 1
        return replicates_needed(two, 0.95, 0.8);
    };
    CHECK(needed(0.2) == 199);
    CHECK(needed(-0.2) == 199);
    CHECK(needed(0.5) == 34);
    CHECK(needed(0.8) == 15);
    CHECK(needed(1) == 10);
}

TEST_CASE("more replicates are needed than there were, and none where the answer is known") {
    const Estimate almost = estimate(std::vector<double>{1, 9}, 0.95); // t = 1.25 with one degree of freedom
    CHECK(replicates_needed(almost, 0.95, 0.8) > 2);
    CHECK(std::isnan(replicates_needed(estimate(std::vector<double>{1, 1.1, 0.9}, 0.95), 0.95, 0.8)));
    CHECK(std::isnan(replicates_needed(estimate(std::vector<double>{0, 0, 0}, 0.95), 0.95, 0.8)));
    CHECK(std::isnan(replicates_needed(estimate(std::vector<double>{1}, 0.95), 0.95, 0.8)));
}

TEST_CASE("a number of replicates is told as roughly as it is known") {
    CHECK(roughly(7) == 7);
    CHECK(roughly(10) == 10);
    CHECK(roughly(11) == 12);
    CHECK(roughly(37) == 40);
    CHECK(roughly(81) == 100);
    CHECK(roughly(100) == 100);
    CHECK(roughly(101) == 120);
    CHECK(roughly(2001) == 2500);
    CHECK(std::isnan(roughly(missing)));
}
