// SPDX-License-Identifier: Apache-2.0
#include "run/sweep.hpp"

#include "catch.hpp"
#include "outcomes/catalogue.hpp"
#include "run/replicates.hpp"
#include "world/small_country.hpp"

#include <atomic>
#include <map>
#include <numeric>
#include <stdexcept>
#include <string>
#include <vector>

using namespace tujuh;

namespace {

/// A scenario of a few months whose points differ in the burden of procedures.
Scenario at_point(std::size_t point) {
    auto scenario = small_country::scenario();
    scenario.months = 4;
    scenario.burn_in_months = 2;
    scenario.base.parameters.agencies.burden = 0.1 * static_cast<double>(point + 1);
    return scenario;
}

SweepPlan plan_of(std::size_t points) {
    SweepPlan plan;
    plan.points = points;
    plan.replicates = 2;
    plan.batch_points = 2;
    plan.measures = {{*find_outcome("coverage"), *find_outcome("procedure_burden")}, {}, {2, 4}};
    plan.months = 4;
    plan.scenario_of = at_point;
    for (std::size_t point = 0; point < points; ++point) plan.start_of.push_back(point);
    plan.burn_in_months.assign(points, 2);
    return plan;
}

bool every_point(std::size_t) {
    return true;
}

/// What comes out at each point, whichever order the batches were done in.
std::map<std::size_t, PointResult> carried_out(const SweepPlan& plan, const RunOptions& options = {}) {
    std::vector<std::size_t> batches(plan.batches());
    std::iota(batches.begin(), batches.end(), std::size_t{0});
    std::map<std::size_t, PointResult> points;
    const auto commit = [&](BatchResult batch) {
        for (std::size_t i = 0; i < batch.points.size(); ++i)
            points[plan.first_point(batch.batch) + i] = batch.points[i];
    };
    CHECK(run_batches(plan, batches, every_point, commit, options));
    return points;
}

} // namespace

TEST_CASE("a point of a sweep has the numbers of its scenario run by itself") {
    auto plan = plan_of(3);
    Reading reading;
    reading.outcome = "coverage";
    reading.from_month = reading.to_month = 0; // before the window of the others
    plan.measures.readings = {reading};
    const auto points = carried_out(plan);
    REQUIRE(points.size() == 3);
    auto alone = at_point(1);
    alone.replicates = 2;
    const auto tables = run_replicates(alone, {}).tables.front();
    for (std::size_t r = 0; r < 2; ++r) {
        for (std::size_t m = 0; m < 2; ++m)
            CHECK(points.at(1).values[r * 3 + m] ==
                  window_mean(tables[r], plan.measures.outcomes[m], plan.measures.window));
        CHECK(points.at(1).values[r * 3 + 2] == read(tables[r], reading));
    }
}

TEST_CASE("a point that fails is told with its reason, and all others are kept") {
    auto plan = plan_of(5);
    plan.scenario_of = [](std::size_t point) {
        if (point == 3) throw std::runtime_error("no such world");
        return at_point(point);
    };
    const auto points = carried_out(plan);
    const auto whole = carried_out(plan_of(5));
    CHECK(points.at(3).reason == "replicate 0: no such world");
    CHECK(points.at(3).values.empty());
    for (const std::size_t other : {0u, 1u, 2u, 4u}) CHECK(points.at(other).values == whole.at(other).values);
}

TEST_CASE("with common random numbers points that are alike are equal, else every run has its own luck") {
    auto plan = plan_of(2);
    plan.scenario_of = [](std::size_t) { return at_point(0); };
    const auto shared = carried_out(plan);
    CHECK(shared.at(0).values == shared.at(1).values);
    plan.common_random_numbers = false;
    const auto own = carried_out(plan);
    CHECK(own.at(0).values == shared.at(0).values);
    CHECK(own.at(1).values != own.at(0).values);
}

TEST_CASE("points that start from one world have the numbers of worlds of their own") {
    const auto with_policy = [](std::size_t point) {
        auto scenario = at_point(0);
        scenario.policies.push_back({"later", 1, scenario.base});
        scenario.policies[0].settings.programmes[small_country::cash].benefit *= 3 * (point + 1);
        return scenario;
    };
    auto plan = plan_of(2);
    plan.measures.outcomes = {*find_outcome("poverty_gap")};
    plan.scenario_of = with_policy;
    const auto apart = carried_out(plan);
    plan.start_of = {0, 0};
    const auto together = carried_out(plan);
    for (std::size_t point = 0; point < 2; ++point)
        CHECK(together.at(point).values == apart.at(point).values);
    CHECK(apart.at(0).values != apart.at(1).values);
}

TEST_CASE("a sweep that is stopped gives out no batch that was under way") {
    const std::atomic<bool> stop = true;
    RunOptions options;
    options.stop = &stop;
    const std::vector<std::size_t> batches = {0, 1};
    bool any = false;
    CHECK_FALSE(run_batches(
        plan_of(4), batches, every_point, [&](BatchResult) { any = true; }, options));
    CHECK_FALSE(any);
}
