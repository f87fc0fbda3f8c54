// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "run/bench.hpp"
#include "run/memory_bandwidth.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tujuh {

namespace {

constexpr std::string_view usual_scenario = "indonesia";

/// What the first process spent on hearing of the others.
std::string traffic_text(const BenchResult& result) {
    if (result.processes == 1) return {};
    TextTable table({{"", TextTable::Align::left}, {"waiting, ms"}, {"exchanging, ms"}, {"received"}});
    const auto add = [&](std::string name, const Traffic& traffic, double months) {
        const double times = std::max(1.0, months);
        table.add({std::move(name), number_text(1000 * traffic.waiting_seconds / times, 2),
                   number_text(1000 * traffic.seconds / times, 2), size_text(traffic.bytes / times)});
    };
    add("build the world", result.build_traffic, 1);
    add("a burn-in month", result.burn_in_traffic, result.burn_in_months);
    add("a month, with outcomes", result.months_traffic, result.months);
    return fmt::format("\n{} processes; the first, with the others:\n\n{}", result.processes,
                       table.aligned());
}

/// The months with outcomes by phase: nanoseconds of all threads of this process together.
std::string phases_text(const BenchResult& result, std::size_t threads) {
    TextTable table({{"phase", TextTable::Align::left}, {"ns a household-month"}, {"share"}});
    const double household_months = static_cast<double>(result.households_here) * result.months;
    const double all = result.months_seconds * static_cast<double>(threads);
    const auto add = [&](std::string_view name, double seconds) {
        table.add({std::string(name), fmt::format("{:.1f}", seconds * 1e9 / household_months),
                   fmt::format("{:.1f} %", 100 * seconds / all)});
    };
    double rest = all;
    for (std::size_t phase = 0; phase < phase_count; ++phase) {
        if (result.phases[phase] > 0) add(phase_names[phase], result.phases[phase]);
        rest -= result.phases[phase];
    }
    add("waiting, and the rest", rest);
    return fmt::format("The months with outcomes, by the time of all threads together:\n\n{}",
                       table.aligned());
}

std::string memory_text(const BenchResult& result, double bandwidth) {
    const double used = result.bytes_moved() / result.months_seconds;
    return fmt::format(
        "\n{:.0f} bytes of columns read and written a household-month, {:.1f} GB a second: {:.0f} % "
        "of the {:.1f} GB a second that memory was measured to give\n",
        result.bytes_moved() / (static_cast<double>(result.households_here) * result.months), used / 1e9,
        100 * used / bandwidth, bandwidth / 1e9);
}

std::string text_of(const Scenario& scenario, const BenchResult& result, std::size_t threads) {
    TextTable table({{"", TextTable::Align::left}, {"seconds"}, {"months"}, {"ns a household-month"}});
    const auto rate = [&](double seconds, double months) {
        const double household_months = static_cast<double>(result.households) * months;
        return household_months > 0 ? number_text(seconds * 1e9 / household_months, 1) : std::string("-");
    };
    table.add({"building the world", number_text(result.build_seconds, 2), "-", "-"});
    table.add({"burn-in", number_text(result.burn_in_seconds, 2), number_text(result.burn_in_months, 0),
               rate(result.burn_in_seconds, result.burn_in_months)});
    table.add({"months, with outcomes", number_text(result.months_seconds, 2), number_text(result.months, 0),
               rate(result.months_seconds, result.months)});
    table.add({"all", number_text(result.total_seconds(), 2),
               number_text(result.burn_in_months + result.months, 0),
               rate(result.total_seconds(), result.burn_in_months + result.months)});
    return fmt::format("{}: {} households, {}\n\n{}\n{:.1f} bytes a household, {} in all\n\n{}{}",
                       scenario.name, number_text(static_cast<double>(result.households), 0),
                       count_text(threads, "thread"), table.aligned(), result.bytes_per_household(),
                       size_text(static_cast<double>(result.bytes)), phases_text(result, threads),
                       traffic_text(result));
}

Json phases_of(const BenchResult& result) {
    std::vector<std::pair<std::string_view, Json>> phases;
    const double household_months = static_cast<double>(result.households_here) * result.months;
    for (std::size_t phase = 0; phase < phase_count; ++phase)
        phases.emplace_back(phase_names[phase], json(result.phases[phase] * 1e9 / household_months));
    return json_object(phases);
}

Json json_of(const Scenario& scenario, const BenchResult& result, std::size_t threads, double bandwidth) {
    return json_object({{"scenario", json(scenario.name)},
                        {"ns_per_household_month", json(result.ns_per_household_month())},
                        {"bytes_per_household", json(result.bytes_per_household())},
                        {"threads", json(static_cast<std::int64_t>(threads))},
                        {"processes", json(static_cast<std::int64_t>(result.processes))},
                        {"months_waiting_seconds", json(result.months_traffic.waiting_seconds)},
                        {"months_exchange_seconds", json(result.months_traffic.seconds)},
                        {"months_received_bytes", json(result.months_traffic.bytes)},
                        {"households", json(static_cast<std::int64_t>(result.households))},
                        {"months", json(static_cast<std::int64_t>(result.months))},
                        {"burn_in_months", json(static_cast<std::int64_t>(result.burn_in_months))},
                        {"build_seconds", json(result.build_seconds)},
                        {"burn_in_seconds", json(result.burn_in_seconds)},
                        {"months_seconds", json(result.months_seconds)},
                        {"total_seconds", json(result.total_seconds())},
                        {"phases_ns_per_household_month", phases_of(result)},
                        {"bytes_moved_per_second", json(result.bytes_moved() / result.months_seconds)},
                        {"memory_bandwidth", json(bandwidth)}});
}

} // namespace

int bench_command(const CommandLine& asked) {
    const std::string operand = asked.operands.empty() ? std::string(usual_scenario) : asked.operands.front();
    const std::vector<Scenario> scenarios = {load(asked, operand).scenario};
    const Scenario& scenario = scenarios.front();
    Session session(asked, "bench", static_cast<std::size_t>(scenario.burn_in_months + scenario.months),
                    scenarios);
    const BenchResult result = measure_speed(scenario, session.options());
    session.end(result.halt);
    const double bandwidth = measure_memory_bandwidth(session.options().for_each, session.threads());
    if (asked.json)
        print_data(json_of(scenario, result, session.threads(), bandwidth).text() + "\n");
    else
        print_data(text_of(scenario, result, session.threads()) + memory_text(result, bandwidth));
    return 0;
}

} // namespace tujuh
