// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/interrupt.hpp"
#include "commands/json.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "commands/sweeps.hpp"
#include "commands/text_table.hpp"
#include "commands/this_process.hpp"
#include "files/error.hpp"
#include "outcomes/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tujuh {

namespace {

/// An outcome over the points, each the mean of its replicates.
struct Spread {
    std::size_t outcome = 0;
    double lowest = 0, middle = 0, highest = 0;
};

Spread spread_of(const SweepFile& sweep, std::size_t position) {
    std::vector<double> means;
    for (const PointResult& point : sweep.results) {
        const std::size_t of_a_run = point.values.size() / sweep.design.replicates;
        double sum = 0;
        for (std::size_t r = 0; r < sweep.design.replicates && !point.values.empty(); ++r)
            sum += point.values[r * of_a_run + position];
        const double mean = sum / static_cast<double>(sweep.design.replicates);
        if (!point.values.empty() && !std::isnan(mean)) means.push_back(mean);
    }
    const double missing = std::nan("");
    if (means.empty()) return {sweep.outcomes[position], missing, missing, missing};
    std::sort(means.begin(), means.end());
    return {sweep.outcomes[position], means.front(), means[means.size() / 2], means.back()};
}

std::string table_of(const CommandLine& asked, const SweepFile& sweep) {
    TextTable table({{std::string(word(asked, "outcome", "luaran")), TextTable::Align::left},
                     {std::string(word(asked, "lowest", "terendah"))},
                     {std::string(word(asked, "middle", "tengah"))},
                     {std::string(word(asked, "highest", "tertinggi"))},
                     {std::string(word(asked, "unit", "satuan")), TextTable::Align::left}});
    for (std::size_t o = 0; o < sweep.outcomes.size(); ++o) {
        const Spread spread = spread_of(sweep, o);
        const OutcomeRow& row = outcome_rows()[spread.outcome];
        const int decimals = decimals_for(spread.middle);
        table.add({std::string(title_of(row, asked.language)), number_text(spread.lowest, decimals),
                   number_text(spread.middle, decimals), number_text(spread.highest, decimals),
                   std::string(row.unit)});
    }
    return table.aligned();
}

std::string text_of(const CommandLine& asked, const SweepFile& sweep, const Scenario& scenario) {
    return fmt::format("{}: {} x {}\n{} {} - {}\n\n{}", title_of(scenario, asked.language),
                       count_text(asked, sweep.points.count, "point", "titik"),
                       count_text(asked, sweep.design.replicates, "replicate", "replikasi"),
                       word(asked, "mean of", "rerata"), month_text(scenario, sweep.design.from_month),
                       month_text(scenario, sweep.design.to_month), table_of(asked, sweep));
}

Json json_of(const SweepFile& sweep, const std::string& output) {
    std::vector<Json> outcomes;
    for (std::size_t o = 0; o < sweep.outcomes.size(); ++o) {
        const Spread spread = spread_of(sweep, o);
        outcomes.push_back(json_object({{"outcome", json(outcome_rows()[spread.outcome].name)},
                                        {"unit", json(outcome_rows()[spread.outcome].unit)},
                                        {"lowest", json(spread.lowest)},
                                        {"middle", json(spread.middle)},
                                        {"highest", json(spread.highest)}}));
    }
    return json_object({{"design", json(sweep.scenario.name)},
                        {"points", json(static_cast<std::int64_t>(sweep.points.count))},
                        {"replicates", json(static_cast<std::int64_t>(sweep.design.replicates))},
                        {"failed", json(static_cast<std::int64_t>(failed_in(sweep)))},
                        {"file", json(output)},
                        {"outcomes", json_list(outcomes)}});
}

} // namespace

int sweep_command(const CommandLine& asked) {
    Sweep sweep(asked);
    if (asked.dry_run) {
        sweep.say_dry_run();
        return 0;
    }
    const auto found = sweep.carry_out();
    if (!found) return 0; // another part will write the file, or it stands there already
    const std::size_t failed = failed_in(*found);
    print_data(asked.json ? json_of(*found, sweep.output()).text() + "\n"
                          : text_of(asked, *found, sweep.design().base().scenario));
    if (failed == 0) {
        say(asked, fmt::format("\nnext: tujuh report {}", sweep.output()));
        return 0;
    }
    say_failed(*found);
    return points_failed;
}

} // namespace tujuh
