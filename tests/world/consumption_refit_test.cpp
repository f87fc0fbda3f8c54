// SPDX-License-Identifier: Apache-2.0
#include "world/consumption_refit.hpp"

#include "catch.hpp"
#include "world/many_persons.hpp"

#include <utility>

using namespace tujuh;
using namespace tujuh::many_persons;

TEST_CASE("a second fit gives simulated households the published figures") {
    const CurveTargets targets = {580349, 0.1103, 0.299, 1205000};
    const ConsumptionCurve first = fit_curve(targets).curve;
    for (const auto& [count, key] :
         {std::pair<std::size_t, std::uint64_t>{150, 1}, {500, 2}, {1500, 3}, {5000, 4}}) {
        const Simulated households(count, key);
        const CurveRefit refit = refit_curve(first, households.sample(), targets);
        INFO(count << " households");
        CHECK(refit.result == RefitResult::solved);
        const auto persons = households.under(refit.curve);
        const double largest_weight =
            std::max_element(persons.begin(), persons.end(), [](const Person& a, const Person& b) {
                return a.weight < b.weight;
            })->weight;
        CHECK(headcount_of(persons, targets.poverty_line) ==
              Approx(targets.headcount).margin(largest_weight));
        CHECK(gini_of(persons) == Approx(targets.gini).margin(1e-6));
        CHECK(mean_of(persons) == Approx(targets.mean).epsilon(1e-9));
        CHECK(refit.headcount == Approx(headcount_of(persons, targets.poverty_line)).epsilon(1e-9));
        CHECK(refit.gini == Approx(gini_of(persons)).epsilon(1e-9));
        CHECK(refit.mean == Approx(mean_of(persons)).epsilon(1e-9));
    }
}

TEST_CASE("a second fit without shocks or transfers changes a large sample's curve little") {
    const CurveTargets targets = {580349, 0.1103, 0.299, 1205000};
    const ConsumptionCurve first = fit_curve(targets).curve;
    Simulated households(5000, 9);
    for (std::size_t i = 0; i < 5000; ++i) {
        households.standing[i] = normal_quantile((static_cast<double>(i) + 0.5) / 5000.0);
        households.multiplier[i] = 1.0;
        households.transfer[i] = 0.0;
        households.persons[i] = 1.0;
    }
    const CurveRefit refit = refit_curve(first, households.sample(), targets);
    CHECK(refit.result == RefitResult::solved);
    CHECK(refit.curve.level == Approx(first.level).margin(0.005));
    CHECK(refit.curve.spread == Approx(first.spread).margin(0.005));
    CHECK(refit.curve.bend == Approx(first.bend).margin(0.01));
}

TEST_CASE("a second fit that cannot succeed leaves the curve and says so") {
    const ConsumptionCurve first = {13.9, 0.5, 0.1};
    Simulated households(200, 5);
    const CurveTargets targets = {580349, 0.1103, 0.299, 1205000};

    SECTION("transfers above the published mean") {
        for (double& transfer : households.transfer) transfer = 2e6;
        const CurveRefit refit = refit_curve(first, households.sample(), targets);
        CHECK(refit.result == RefitResult::unchanged);
        CHECK(refit.curve.level == first.level);
        CHECK(refit.curve.bend == first.bend);
        CHECK(refit.mean > 2e6);
    }
    SECTION("no household") {
        CHECK(refit_curve(first, {}, targets).result == RefitResult::unchanged);
    }
    SECTION("all on one standing") {
        for (double& standing : households.standing) standing = 0.0;
        CHECK(refit_curve(first, households.sample(), targets).result == RefitResult::unchanged);
    }
}

TEST_CASE("a second fit that cannot hold all three figures releases the mean") {
    // A fiftieth below a line close to the mean, with a Gini that puts far more there.
    const CurveTargets targets = {1000000, 0.02, 0.299, 1205000};
    const ConsumptionCurve first = {13.9, 0.5, 0.1};
    const Simulated households(1000, 6);
    const CurveRefit refit = refit_curve(first, households.sample(), targets);
    CHECK(refit.result == RefitResult::mean_released);
    CHECK(refit.headcount == Approx(targets.headcount).margin(0.002));
    CHECK(refit.gini == Approx(targets.gini).margin(1e-6));
    CHECK(refit.mean > 1.1 * targets.mean);
}
