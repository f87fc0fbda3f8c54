// SPDX-License-Identifier: Apache-2.0
#include "base/student_t.hpp"

#include <cmath>
#include <limits>

#include "base/math.hpp"
#include "catch.hpp"

using tujuh::student_t_quantile;
using tujuh::student_t_two_sided;

namespace {
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double pi = 3.14159265358979323846;
} // namespace

TEST_CASE("Student's quantiles have their published values") {
    struct Row {
        double probability, degrees_of_freedom, t;
    };
    // The table in every textbook, with the digits it gives.
    for (const Row& row : {Row{0.975, 1, 12.7062}, Row{0.975, 2, 4.30265}, Row{0.95, 5, 2.01505},
                           Row{0.995, 7, 3.499483}, Row{0.975, 10, 2.228139}, Row{0.999, 10, 4.143700},
                           Row{0.9, 20, 1.325341}, Row{0.975, 30, 2.042272}, Row{0.995, 120, 2.617421}}) {
        CAPTURE(row.probability, row.degrees_of_freedom);
        CHECK(student_t_quantile(row.probability, row.degrees_of_freedom) ==
              Approx(row.t).epsilon(5e-6).margin(5e-7));
    }
    CHECK(std::fabs(student_t_quantile(0.975, 10) - 2.228138852) < 1e-9);
    CHECK(std::fabs(student_t_quantile(0.995, 7) - 3.499483297) < 1e-9);
}

TEST_CASE("Student's quantiles agree with the closed forms for one, two and four degrees of freedom") {
    const auto check = [](double p) {
        CAPTURE(p);
        const double tail = p < 0.5 ? p : 1.0 - p;
        const double sign = p < 0.5 ? -1.0 : 1.0;
        const double one = sign * std::cos(pi * tail) / std::sin(pi * tail);
        CHECK(student_t_quantile(p, 1.0) == Approx(one).epsilon(1e-12).margin(1e-12));
        const double alpha = 4.0 * tail * (1.0 - tail);
        const double two = 2.0 * (p - 0.5) * std::sqrt(2.0 / alpha);
        CHECK(student_t_quantile(p, 2.0) == Approx(two).epsilon(1e-12).margin(1e-12));
        const double q = std::cos(std::acos(std::sqrt(alpha)) / 3.0) / std::sqrt(alpha);
        CHECK(student_t_quantile(p, 4.0) ==
              Approx(sign * 2.0 * std::sqrt(q - 1.0)).epsilon(1e-8).margin(1e-7));
    };
    for (double p = 0.0005; p < 1.0; p += 0.0113) check(p);
    CHECK(student_t_quantile(1e-12, 1.0) == Approx(-1.0 / (pi * 1e-12)).epsilon(1e-12));
    CHECK(student_t_quantile(1e-200, 1.0) == Approx(-1.0 / (pi * 1e-200)).epsilon(1e-8));
}

TEST_CASE("Student's quantiles are antisymmetric, and rise with the probability") {
    for (const double freedom : {1.0, 1.7, 3.0, 12.5, 250.0, 3e5}) {
        double before = -infinity;
        for (double p = 0.0078125; p < 1.0; p += 0.0078125) { // exact, as is its complement
            const double t = student_t_quantile(p, freedom);
            CHECK(t > before);
            CHECK(t == -student_t_quantile(1.0 - p, freedom));
            before = t;
        }
        CHECK(student_t_quantile(0.5, freedom) == 0.0);
    }
}

TEST_CASE("Student's quantiles fall towards the normal one as the degrees of freedom rise, without a step") {
    for (const double p : {0.9, 0.975, 0.9999}) {
        double before = infinity;
        for (double freedom = 1.0; freedom < 1e9; freedom *= 1.5) {
            const double t = student_t_quantile(p, freedom);
            CHECK(t < before);
            before = t;
        }
        CHECK(before == Approx(tujuh::normal_quantile(p)).epsilon(1e-7));
        CHECK(student_t_quantile(p, infinity) == tujuh::normal_quantile(p));
        // Two methods meet at 1e5.
        CHECK(student_t_quantile(p, 1e5) == Approx(student_t_quantile(p, 1e5 + 0.001)).epsilon(1e-9));
    }
}

TEST_CASE("Student's quantile is infinite at 0 and 1, and not a number where there is none") {
    CHECK(student_t_quantile(0.0, 3.0) == -infinity);
    CHECK(student_t_quantile(1.0, 3.0) == infinity);
    CHECK(std::isnan(student_t_quantile(-0.1, 3.0)));
    CHECK(std::isnan(student_t_quantile(1.1, 3.0)));
    CHECK(std::isnan(student_t_quantile(0.5, 0.99)));
    CHECK(std::isnan(student_t_quantile(std::nan(""), 3.0)));
    CHECK(std::isnan(student_t_quantile(0.5, std::nan(""))));
}

TEST_CASE("Student's chance beyond t on both sides is the inverse of his quantile") {
    for (const double freedom : {1.0, 3.0, 9.0, 200.0})
        for (const double p : {0.6, 0.9, 0.975, 0.9999})
            CHECK(student_t_two_sided(student_t_quantile(p, freedom), freedom) ==
                  Approx(2.0 * (1.0 - p)).epsilon(1e-6));
    CHECK(student_t_two_sided(-2.0, 5.0) == student_t_two_sided(2.0, 5.0));
    CHECK(student_t_two_sided(1.0, 1.0) == Approx(0.5)); // Cauchy's quartiles
    CHECK(student_t_two_sided(0.0, 4.0) == 1.0);
    CHECK(student_t_two_sided(infinity, 4.0) == 0.0);
    CHECK(std::isnan(student_t_two_sided(std::nan(""), 4.0)));
    CHECK(std::isnan(student_t_two_sided(1.0, 0.5)));
}
