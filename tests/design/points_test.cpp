// SPDX-License-Identifier: Apache-2.0
#include "design/points.hpp"

#include "catch.hpp"

#include <cmath>
#include <vector>

using namespace tujuh;

namespace {

Factor factor_of(double low, double high, FactorScale scale = FactorScale::linear, bool whole = false) {
    Factor factor;
    factor.key = "agencies.burden";
    factor.low = low;
    factor.high = high;
    factor.scale = scale;
    factor.whole = whole;
    return factor;
}

} // namespace

TEST_CASE("the position of a value is where the value came from") {
    for (const Factor& factor : {factor_of(-2, 6), factor_of(0.01, 100, FactorScale::log)})
        for (const double position : {0.0, 0.1, 0.25, 0.5, 0.99, 1.0}) {
            INFO(position);
            CHECK(position_of(factor, value_at(factor, position)) == Approx(position).margin(1e-12));
        }
    CHECK(value_at(factor_of(0.01, 100, FactorScale::log), 0.5) == Approx(1));
}

TEST_CASE("the position of a whole number gives this number again, whatever the scale") {
    for (const Factor& factor :
         {factor_of(3, 12, FactorScale::linear, true), factor_of(1, 4000, FactorScale::log, true)})
        for (double value = factor.low; value <= factor.high; ++value) {
            INFO(value);
            CHECK(value_at(factor, position_of(factor, value)) == value);
        }
}

TEST_CASE("a value outside of a range has the position of the nearer end") {
    CHECK(position_of(factor_of(2, 4), 1) == 0);
    CHECK(position_of(factor_of(2, 4), 9) == 1);
    const Factor log_scale = factor_of(0.1, 10, FactorScale::log);
    CHECK(position_of(log_scale, 0) == 0);
    CHECK(position_of(log_scale, -1) == 0);
    CHECK(position_of(log_scale, 99) == 1);
}

TEST_CASE("points that are put behind others keep their values and choices") {
    Design design;
    design.factors = {factor_of(0, 10)};
    DesignPoints points = points_at(design, {0.1, 0.2});
    append(points, points_at(design, {0.7}));
    CHECK(points.count == 3);
    CHECK(points.value.at(points.index(2, 0)) == Approx(7));
    CHECK(points.position == std::vector<double>{0.1, 0.2, 0.7});
    CHECK(points.choice.size() == 3);
}

TEST_CASE("a search has no points beforehand") {
    Design design;
    design.factors = {factor_of(0, 1)};
    design.points = 8;
    for (const auto method : {DesignMethod::least_squares, DesignMethod::evolution}) {
        design.method = method;
        CHECK(points_of(design).count == 0);
    }
    design.method = DesignMethod::rejection;
    CHECK(points_of(design).count == 8);
}
