// SPDX-License-Identifier: Apache-2.0
#include "run/bench.hpp"

#include "world/build.hpp"

#include <chrono>

namespace tujuh {

namespace {

/// Seconds since the last call.
class Stopwatch {
  public:
    double lap() {
        const auto now = Clock::now();
        const double seconds = std::chrono::duration<double>(now - last_).count();
        last_ = now;
        return seconds;
    }

  private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point last_ = Clock::now();
};

} // namespace

double BenchResult::ns_per_household_month() const noexcept {
    return months_seconds * 1e9 / (static_cast<double>(households) * months);
}

double BenchResult::bytes_per_household() const noexcept {
    return static_cast<double>(bytes) / static_cast<double>(households);
}

BenchResult measure_speed(const Scenario& scenario, const RunOptions& options) {
    BenchResult result;
    result.burn_in_months = scenario.burn_in_months;
    result.months = scenario.months;
    const Watch watch = [&](std::int32_t) {
        if (options.month_done) options.month_done();
        return options.stop == nullptr || !*options.stop;
    };
    OutcomeTable table = make_outcome_table(scenario);
    Stopwatch stopwatch;
    World world = build_world(scenario, 0, options.for_each);
    result.build_seconds = stopwatch.lap();
    result.halt.violation = burn_in(world, scenario, options.for_each, watch);
    result.burn_in_seconds = stopwatch.lap();
    result.halt.stopped = options.stop != nullptr && *options.stop;
    if (result.halt) return result;
    result.halt.violation = simulate(world, scenario, table, options.for_each, watch);
    result.months_seconds = stopwatch.lap();
    result.halt.stopped = options.stop != nullptr && *options.stop;
    result.households = world.household_count();
    result.bytes = world.bytes();
    return result;
}

} // namespace tujuh
