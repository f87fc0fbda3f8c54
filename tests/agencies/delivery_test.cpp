// SPDX-License-Identifier: Apache-2.0
#include "agencies/delivery.hpp"

#include "catch.hpp"

using namespace tujuh;

TEST_CASE("who knows the entitlement loses less to leakage, by the share that bargaining avoids") {
    const auto leaked = leaked_share(0.12, 0.3, 0.6, 0.0);
    CHECK(leaked.of(false) == Approx(0.12));
    CHECK(leaked.of(true) == Approx(0.12 * 0.7));
    for (const double leakage : {0.01, 0.2, 0.9}) {
        const auto of_any = leaked_share(leakage, 0.3, 0.6, 0.5);
        CHECK(of_any.aware < of_any.unaware);
    }
}

TEST_CASE("supervision avoids leakage as far as it can be seen, for the aware and the unaware") {
    const auto unwatched = leaked_share(0.2, 0.3, 0.6, 0.0), watched = leaked_share(0.2, 0.3, 0.6, 1.0);
    CHECK(watched.unaware == Approx(unwatched.unaware * 0.4));
    CHECK(watched.aware == Approx(unwatched.aware * 0.4));
    CHECK(leaked_share(0.2, 0.3, 1.0, 1.0).unaware == 0.0);
}

TEST_CASE("a payment is whole rupiah, and what is delivered and what is leaked make it up exactly") {
    // The last is the largest that a scenario may declare.
    for (const Rupiah benefit : {Rupiah{1}, Rupiah{99999}, Rupiah{1666667}, Rupiah{100000000}})
        for (const std::int32_t units : {0, 1, 7})
            for (const float paid_share : {0.0f, 0.333f, 1.0f})
                for (const float leaked : {0.0f, 0.07f, 1.0f}) {
                    const Payment paid = payment(benefit, units, paid_share, leaked);
                    REQUIRE(paid.delivered() + paid.leaked == paid.gross);
                    REQUIRE(paid.leaked >= 0);
                    REQUIRE(paid.delivered() >= 0);
                    REQUIRE(paid.gross <= benefit * units);
                    if (paid_share == 1.0f) REQUIRE(paid.gross == benefit * units);
                }
}

TEST_CASE("a benefit that the budget can bear is paid in full, else in the share that it can bear") {
    CHECK(payment(100000, 3, 1.0f, 0.0f).gross == 300000);
    CHECK(payment(100000, 3, 0.25f, 0.0f).gross == 75000);
    CHECK(payment(100000, 3, 0.0f, 0.1f).gross == 0);
    CHECK(payment(100000, 3, 1.0f, 0.25f).delivered() == 225000);
}
