// SPDX-License-Identifier: Apache-2.0
#include "agencies/eligibility.hpp"

#include "agencies/small_district.hpp"
#include "catch.hpp"

#include <cmath>
#include <vector>

using namespace tujuh;
using namespace tujuh::small_district;

namespace {

constexpr std::uint32_t many = 40000;

double squared_correlation(const std::vector<double>& x, const std::vector<double>& y) {
    double sx = 0, sy = 0, xx = 0, yy = 0, xy = 0;
    const auto n = static_cast<double>(x.size());
    for (std::size_t i = 0; i < x.size(); ++i) {
        sx += x[i], sy += y[i];
        xx += x[i] * x[i], yy += y[i] * y[i], xy += x[i] * y[i];
    }
    const double covariance = xy - sx * sy / n;
    return covariance * covariance / ((xx - sx * sx / n) * (yy - sy * sy / n));
}

/// Standard deviation of `score(number) - log(resources)` over many households of the same resources.
template <class Score> double spread_of(Score&& score) {
    double sum = 0, squares = 0;
    for (std::uint32_t number = 0; number < many; ++number) {
        const double error = static_cast<double>(score(number) - log(usual_resources));
        sum += error, squares += error * error;
    }
    return std::sqrt((squares - sum * sum / many) / (many - 1));
}

} // namespace

TEST_CASE("who has less than the cut-off and the required members is entitled to cash") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    auto& h = w.households;
    CHECK(is_eligible(s.programmes[cash], 400001, 0.3f, h, 0));
    CHECK_FALSE(is_eligible(s.programmes[cash], 400000, 0.3f, h, 0));
    CHECK_FALSE(is_eligible(s.programmes[school], cutoff, 0.3f, h, 0));
    h.children[0] = 1;
    CHECK(is_eligible(s.programmes[school], cutoff, 0.3f, h, 0));
}

TEST_CASE("a service is due only to who has the need that it relieves") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    auto& deficit = w.households.deficit[static_cast<std::size_t>(Need::care)][0];
    deficit = 0.3f;
    CHECK_FALSE(is_eligible(s.programmes[care], cutoff, 0.3f, w.households, 0));
    deficit = 0.31f;
    CHECK(is_eligible(s.programmes[care], cutoff, 0.3f, w.households, 0));
}

TEST_CASE("entitlement follows resources before transfers: what a programme pays does not end it") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    w.households.consumption[0] = 5e6f;
    CHECK(is_eligible(s.programmes[cash], cutoff, 0.3f, w.households, 0));
}

// The standard error of a squared correlation is 2 r (1 - r^2) / sqrt(n), here at most 0.004; five of them
// are left with probability below 1e-6.
TEST_CASE("over many households the registry's score explains the declared share of the variance") {
    const Draws draws{11, 0};
    for (const double fit : {0.2, 0.49, 0.8}) {
        const double spread = 0.665, error = registry_error(spread, fit);
        std::vector<double> truth, score;
        for (std::uint32_t number = 0; number < many; ++number) {
            const double resources =
                13.0 + spread * static_cast<double>(draws.normal(number, 0, Purpose::population));
            const auto rupiah = static_cast<float>(tujuh::exp(resources));
            truth.push_back(static_cast<double>(log(rupiah)));
            score.push_back(static_cast<double>(registry_score(rupiah, error, draws, number, 3)));
        }
        const double standard_error = 2.0 * std::sqrt(fit) * (1.0 - fit) / std::sqrt(double{many});
        CHECK(std::fabs(squared_correlation(truth, score) - fit) < 5.0 * standard_error);
    }
}

TEST_CASE("the registry's error is the same for a household all through a round, and new in the next") {
    const Draws draws{11, 0};
    const double error = registry_error(0.665, 0.49);
    for (std::uint32_t number = 0; number < 100; ++number) {
        const float before = registry_score(400000, error, draws, number, 24);
        CHECK(registry_score(400000, error, draws, number, 24) == before);
        CHECK(registry_score(400000, error, draws, number, 60) != before);
        // Inside a round the score moves as resources move.
        CHECK(registry_score(800000, error, draws, number, 24) - before ==
              Approx(std::log(2.0f)).epsilon(1e-4));
    }
}

// A standard deviation of n normal errors has standard error sd / sqrt(2 n); five: error below 1e-6.
TEST_CASE("a home visit errs by its own, smaller spread") {
    const Draws draws{5, 0};
    const double tolerance = 5.0 / std::sqrt(2.0 * many), in_registry = registry_error(0.665, 0.49);
    const double of_registry = spread_of(
        [&](std::uint32_t number) { return registry_score(usual_resources, in_registry, draws, number, 0); });
    const double of_visit =
        spread_of([&](std::uint32_t number) { return visit_score(usual_resources, 0.2, draws, number, 0); });
    CHECK(of_registry == Approx(in_registry).epsilon(tolerance));
    CHECK(of_visit == Approx(0.2).epsilon(tolerance));
    CHECK(of_visit < 0.5 * of_registry);
}

TEST_CASE("a household of several vulnerable groups bears the heaviest of their penalties, others none") {
    const auto s = small_district::settings();
    World w = small_district::world(s);
    auto& h = w.households;
    Agency agency;
    agency.bias = {0.1f, 0.3f, 0.2f};
    CHECK(bias_against(agency, h, 0) == 0.0f);
    h.traits[0] |= trait::female_head;
    CHECK(bias_against(agency, h, 0) == 0.1f);
    h.elders[0] = 1;
    CHECK(bias_against(agency, h, 0) == 0.2f);
    h.disabled[0] = 1;
    CHECK(bias_against(agency, h, 0) == 0.3f);
}
