// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/json.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "run/bench.hpp"

#include <fmt/format.h>

namespace tujuh {

namespace {

constexpr std::string_view usual_scenario = "indonesia";

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
    return fmt::format("{}: {} households, {}\n\n{}\n{:.1f} bytes a household, {} in all\n", scenario.name,
                       number_text(static_cast<double>(result.households), 0), count_text(threads, "thread"),
                       table.aligned(), result.bytes_per_household(),
                       size_text(static_cast<double>(result.bytes)));
}

Json json_of(const Scenario& scenario, const BenchResult& result, std::size_t threads) {
    return json_object({{"scenario", json(scenario.name)},
                        {"ns_per_household_month", json(result.ns_per_household_month())},
                        {"bytes_per_household", json(result.bytes_per_household())},
                        {"threads", json(static_cast<std::int64_t>(threads))},
                        {"households", json(static_cast<std::int64_t>(result.households))},
                        {"months", json(static_cast<std::int64_t>(result.months))},
                        {"burn_in_months", json(static_cast<std::int64_t>(result.burn_in_months))},
                        {"build_seconds", json(result.build_seconds)},
                        {"burn_in_seconds", json(result.burn_in_seconds)},
                        {"months_seconds", json(result.months_seconds)},
                        {"total_seconds", json(result.total_seconds())}});
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
    if (asked.json)
        print_data(json_of(scenario, result, session.threads()).text() + "\n");
    else
        print_data(text_of(scenario, result, session.threads()));
    return 0;
}

} // namespace tujuh
