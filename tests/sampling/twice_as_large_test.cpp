// SPDX-License-Identifier: Apache-2.0
// A sample twice as large gives the same answers, within what chance leaves. Replicates redraw population,
// sample and events, so their spread is the design-based one; those of the two sizes are independent (other
// replicate numbers), and Welch's interval of the difference of their means must hold zero, for every outcome
// at once: over k outcomes each interval has level 1 - 0.01 / k (Bonferroni), so that samples that do agree
// fail this test with probability 0.01 at most.
#include "base/student_t.hpp"
#include "catch.hpp"
#include "files/scenario_toml.hpp"
#include "outcomes/catalogue.hpp"
#include "run/comparison.hpp"
#include "run/experiment.hpp"
#include "run/parallel.hpp"

#include <cmath>
#include <cstdio>
#include <string>
#include <vector>

using namespace tujuh;

namespace {

constexpr std::uint32_t replicates = 6;
constexpr double error_probability = 0.01;

Scenario indonesia_of(std::uint32_t households) {
    return read_scenario_file(
               std::string(TUJUH_SOURCE_DIR) + "/scenarios/indonesia.toml",
               {"population.households=" + std::to_string(households), "months=12", "burn_in_months=36"})
        .scenario;
}

/// The headline outcomes, and what the poverty line is held against.
bool is_compared(const OutcomeRow& row) {
    return row.headline || row.name == "mean_consumption";
}

/// Means of an outcome over the last half-year, a replicate each.
using Means = std::vector<std::vector<double>>; ///< [outcome][replicate]

Means means_of(const Scenario& scenario, std::uint32_t first_replicate) {
    const Threads threads(0);
    RunOptions options;
    options.for_each = threads.for_each();
    Experiment experiment(options);
    Means means(outcome_rows().size());
    for (std::uint32_t r = first_replicate; r < first_replicate + replicates; ++r) {
        auto world = experiment.burnt_in_world(scenario, r);
        REQUIRE(world);
        const auto table = experiment.outcomes_of(std::move(*world), scenario, r);
        REQUIRE(table);
        for (std::size_t outcome = 0; outcome < means.size(); ++outcome)
            means[outcome].push_back(window_mean(*table, outcome, last_months(table->ticks, 6)));
    }
    return means;
}

struct MeanAndError {
    double mean = 0, squared_error = 0;
};

MeanAndError mean_of(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    MeanAndError made;
    for (const double value : values) made.mean += value / n;
    for (const double value : values) made.squared_error += (value - made.mean) * (value - made.mean);
    made.squared_error /= n * (n - 1);
    return made;
}

/// Half of Welch's interval (1947) of a difference of two means of equally many values.
double welch_half_length(const MeanAndError& one, const MeanAndError& other, double level) {
    const double squared = one.squared_error + other.squared_error;
    const double freedom =
        (replicates - 1.0) * squared * squared /
        (one.squared_error * one.squared_error + other.squared_error * other.squared_error);
    return student_t_quantile(0.5 + 0.5 * level, freedom) * std::sqrt(squared);
}

/// Computed once for both tests.
const Means& means_of_usual_size() {
    static const Means made = means_of(indonesia_of(200000), 0);
    return made;
}

} // namespace

TEST_CASE("twice as many households give the same headline outcomes within sampling error") {
    const auto& small = means_of_usual_size();
    const auto large = means_of(indonesia_of(400000), replicates);
    std::size_t headlines = 0;
    for (const auto& row : outcome_rows()) headlines += is_compared(row) ? 1u : 0u;
    REQUIRE(headlines > 10);
    const double level = 1.0 - error_probability / static_cast<double>(headlines);
    std::printf("%-28s %14s %14s %14s %14s\n", "outcome", "200,000", "400,000", "difference", "+-");
    for (std::size_t outcome = 0; outcome < outcome_rows().size(); ++outcome) {
        const auto& row = outcome_rows()[outcome];
        if (!is_compared(row)) continue;
        const auto one = mean_of(small[outcome]), other = mean_of(large[outcome]);
        const double half = welch_half_length(one, other, level);
        std::printf("%-28s %14.6g %14.6g %14.3g %14.3g\n", std::string(row.name).c_str(), one.mean,
                    other.mean, other.mean - one.mean, half);
        INFO(row.name);
        CHECK(std::fabs(other.mean - one.mean) <= half);
    }
    // The test has power: a difference of half a point of the headcount would be seen.
    const auto headcount = *find_outcome("headcount");
    CHECK(welch_half_length(mean_of(small[headcount]), mean_of(large[headcount]), level) < 0.005);
}

TEST_CASE("the standard error of the national headcount is at most a quarter of a point") {
    const auto headcount = mean_of(means_of_usual_size()[*find_outcome("headcount")]);
    CHECK(std::sqrt(headcount.squared_error * replicates) <= 0.0025);
}
