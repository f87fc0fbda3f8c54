// SPDX-License-Identifier: Apache-2.0
#include "base/half_life.hpp"

#include <limits>

#include "catch.hpp"

TEST_CASE("after its half-life half of a deviation is left") {
    CHECK(tujuh::monthly_retention(1.0) == 0.5);
    for (const int months : {2, 6, 24}) {
        double x = 7.0;
        const double retention = tujuh::monthly_retention(months);
        for (int month = 0; month < months; ++month) x = tujuh::relax(x, 3.0, retention);
        CHECK(x == Approx(5.0).epsilon(1e-14));
    }
}

TEST_CASE("a half-life of 0 forgets all at once, an infinite one nothing") {
    CHECK(tujuh::monthly_retention(0.0) == 0.0);
    CHECK(tujuh::monthly_retention(std::numeric_limits<double>::infinity()) == 1.0);
    CHECK(tujuh::relax(9.0f, 2.0f, 0.0f) == 2.0f);
    CHECK(tujuh::relax(9.0f, 2.0f, 1.0f) == 9.0f);
    CHECK(tujuh::relax(2.0f, 2.0f, 0.7f) == 2.0f);
}
