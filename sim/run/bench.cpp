// SPDX-License-Identifier: Apache-2.0
#include "run/bench.hpp"

#include "households/village_phase.hpp"
#include "outcomes/count_village.hpp"
#include "world/build.hpp"

#include <array>
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

double BenchResult::bytes_moved() const noexcept {
    const auto traffic = household_month_traffic();
    const auto a_household = traffic.read + traffic.written + bytes_counted_a_household();
    return static_cast<double>(a_household) * static_cast<double>(households_here) * months;
}

BenchResult measure_speed(const Scenario& scenario, const RunOptions& options) {
    BenchResult result;
    result.burn_in_months = scenario.burn_in_months;
    result.months = scenario.months;
    result.processes = options.exchange.parts;
    PhaseClock clock;
    Traffic traffic, traffic_before;
    const Together together(options.for_each, counted_in(traffic, options.exchange), clock.watch());
    const auto traffic_since = [&] {
        const Traffic since = between(traffic_before, traffic);
        traffic_before = traffic;
        return since;
    };
    const Watch watch = [&](std::int32_t) {
        if (options.month_done) options.month_done();
        result.halt.stopped = any_part(together, options.stop != nullptr && *options.stop);
        return !result.halt.stopped;
    };
    OutcomeTable table = make_outcome_table(scenario);
    Stopwatch stopwatch;
    World world = build_world(scenario, 0, together);
    result.build_seconds = stopwatch.lap();
    result.build_traffic = traffic_since();
    result.halt.violation = burn_in(world, scenario, together, watch);
    result.burn_in_seconds = stopwatch.lap();
    result.burn_in_traffic = traffic_since();
    if (result.halt) return result;
    const PhaseSeconds before = clock.seconds();
    result.halt.violation = simulate(world, scenario, table, together, watch);
    result.months_seconds = stopwatch.lap();
    result.months_traffic = traffic_since();
    result.phases = clock.seconds();
    for (std::size_t phase = 0; phase < phase_count; ++phase) result.phases[phase] -= before[phase];
    result.households_here = world.household_count();
    std::array<std::int64_t, 2> held = {static_cast<std::int64_t>(world.household_count()),
                                        static_cast<std::int64_t>(world.bytes())};
    together.add(held);
    result.households = static_cast<std::size_t>(held[0]);
    result.bytes = static_cast<std::size_t>(held[1]);
    return result;
}

} // namespace tujuh
