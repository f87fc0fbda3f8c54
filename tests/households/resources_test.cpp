// SPDX-License-Identifier: Apache-2.0
#include "households/resources.hpp"

#include "base/random.hpp"
#include "catch.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

using namespace tujuh;

// Bounds of statistics are 4.9 standard errors: a right model breaks one with probability 1e-6. The keys are
// fixed, so that a test which passes always passes.

namespace {

constexpr Parameters parameters = default_parameters();

PopulationModel model() {
    return population_model(parameters.population, 0.09);
}

ResourceRates rates() {
    return resource_rates(parameters.resources, parameters.relaxation, model());
}

/// Transitory parts of many households after `months`, started from their stationary distribution.
std::vector<double> transitory_after(int months, std::uint32_t households) {
    const Draws draws{11, 0};
    const ResourceRates r = rates();
    const auto spread = static_cast<float>(std::sqrt(model().transitory_variance));
    std::vector<double> values;
    for (std::uint32_t i = 0; i < households; ++i) {
        float e = spread * draws.normal(i, -1, Purpose::population);
        for (int t = 0; t < months; ++t)
            e = next_transitory(e, draws.normal(i, t, Purpose::household_month), r);
        values.push_back(static_cast<double>(e));
    }
    return values;
}

double mean_product(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
    return sum / static_cast<double>(a.size());
}

} // namespace

TEST_CASE("the transitory part keeps its variance: v = rho^2 v + innovation^2") {
    const ResourceRates r = rates();
    const double v = model().transitory_variance;
    CHECK(square(static_cast<double>(r.rho)) * v + square(static_cast<double>(r.innovation)) ==
          Approx(v).epsilon(1e-6));
}

TEST_CASE("variance and autocorrelation of the transitory part are those of the stationary process") {
    constexpr std::uint32_t households = 40000;
    const double v = model().transitory_variance, n = households;
    const auto before = transitory_after(24, households), after = transitory_after(36, households);
    CHECK(std::fabs(mean_product(after, after) - v) < 4.9 * v * std::sqrt(2 / n));
    const double correlation = std::pow(parameters.resources.rho, 12);
    const double error = v * std::sqrt((1 + correlation * correlation) / n);
    CHECK(std::fabs(mean_product(before, after) - correlation * v) < 4.9 * error);
}

TEST_CASE("a permanent gain is half gone after its half-life") {
    const ResourceRates r = rates();
    const auto months = static_cast<int>(parameters.relaxation.permanent);
    float permanent = 1.4f;
    for (int month = 0; month < months; ++month) permanent = relax(permanent, 0.4f, r.permanent_kept);
    CHECK(permanent == Approx(0.9).epsilon(1e-4));
}

TEST_CASE("the mean of resources weighs this month by one over its length and forgets the past") {
    const ResourceRates r = rates();
    const double length = parameters.resources.mean_months;
    CHECK(relax(0.0f, 1.0f, r.mean_kept) == Approx(1 / length).epsilon(1e-6));
    CHECK(relax(700.0f, 700.0f, r.mean_kept) == 700.0f);
    double mean = 0, weights = 0;
    for (int month = 0; month < 10 * static_cast<int>(length); ++month) {
        weights += std::pow(1 - 1 / length, month) / length;
        mean = relax(mean, 1.0, static_cast<double>(r.mean_kept));
    }
    CHECK(mean == Approx(weights).epsilon(1e-6));
}

TEST_CASE("without persistence last month's luck is gone") {
    ResourceParameters forgetful = parameters.resources;
    forgetful.rho = 0;
    const auto r = resource_rates(forgetful, parameters.relaxation, model());
    CHECK(next_transitory(3.0f, 0.0f, r) == 0.0f);
    CHECK(r.innovation == Approx(std::sqrt(model().transitory_variance)).epsilon(1e-6));
}
