// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/complete_result.hpp"
#include "commands/json.hpp"
#include "commands/repeatable.hpp"
#include "commands/resumable_run.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "commands/this_process.hpp"
#include "commands/trial_tables.hpp"
#include "files/error.hpp"
#include "outcomes/catalogue.hpp"
#include "run/comparison.hpp"
#include "run/trial.hpp"

#include <fmt/format.h>

namespace tujuh {

namespace {

/// The mean over replicates in one month.
Estimate in_month(const ScenarioResult& result, std::size_t outcome, std::size_t tick) {
    return estimate_level(result.replicates, outcome, {tick, tick + 1}, 0.95);
}

std::string table_of(const CommandLine& asked, const ScenarioResult& result, const Scenario& scenario,
                     std::span<const std::size_t> outcomes) {
    const std::size_t last = result.replicates.front().ticks - 1;
    TextTable table({{std::string(word(asked, "outcome", "luaran")), TextTable::Align::left},
                     {month_text(scenario, 0)},
                     {month_text(scenario, static_cast<std::int32_t>(last))},
                     {std::string(word(asked, "unit", "satuan")), TextTable::Align::left}});
    for (const std::size_t outcome : outcomes) {
        const OutcomeRow& row = outcome_rows()[outcome];
        const double first = in_month(result, outcome, 0).mean, end = in_month(result, outcome, last).mean;
        const int decimals = decimals_for(first);
        table.add({std::string(title_of(row, asked.language)), number_text(first, decimals),
                   number_text(end, decimals), std::string(row.unit)});
    }
    return fmt::format("{}: {}\n\n{}", title_of(result, asked.language),
                       count_text(result.replicates.size(), "replicate"), table.aligned());
}

Json json_of(const CommandLine& asked, const ResultFile& file, const std::string& output,
             std::span<const std::size_t> outcomes) {
    const ScenarioResult& result = file.scenarios.front();
    const std::size_t last = result.replicates.front().ticks - 1;
    std::vector<Json> items;
    for (const std::size_t outcome : outcomes) {
        const OutcomeRow& row = outcome_rows()[outcome];
        const Estimate end = in_month(result, outcome, last);
        items.push_back(json_object({{"outcome", json(row.name)},
                                     {"title", json(title_of(row, asked.language))},
                                     {"unit", json(row.unit)},
                                     {"first", json(in_month(result, outcome, 0).mean)},
                                     {"last", json(end.mean)},
                                     {"last_low", json(end.low)},
                                     {"last_high", json(end.high)}}));
    }
    return json_object({{"scenario", json(result.name)},
                        {"title", json(title_of(result, asked.language))},
                        {"replicates", json(static_cast<std::int64_t>(result.replicates.size()))},
                        {"ticks", json(static_cast<std::int64_t>(last + 1))},
                        {"file", json(output)},
                        {"outcomes", json_list(items)},
                        {"trials", trials_json(file.trials)}});
}

/// The result of runs that are complete.
ResultFile result_of_runs(const CommandLine& asked, const LoadedScenario& loaded, ScenarioRuns runs,
                          const Session& session) {
    std::vector<std::vector<OutcomeTable>> tables;
    tables.push_back(std::move(runs.tables));
    ResultFile result = result_of(asked, {&loaded, 1}, tables, session);
    for (std::size_t t = 0; t < loaded.scenario.trials.size(); ++t)
        result.trials.push_back({loaded.scenario.trials[t], std::move(runs.trials[t])});
    return result;
}

} // namespace

void check_trials(const Scenario& scenario) {
    if (this_process().count() > 1 && !scenario.trials.empty())
        throw Error(ErrorKind::command_line,
                    {{scenario.name, "a scenario with trials runs as one process",
                      "a trial ranks its participants household by household", "leave out mpirun"}});
}

ResultFile run_scenario(const CommandLine& asked, const LoadedScenario& loaded, Session& session) {
    auto runs = run_with_trials(loaded.scenario, session.options());
    session.end(runs.halt);
    return result_of_runs(asked, loaded, std::move(runs), session);
}

int run_command(const CommandLine& asked) {
    const auto outcomes = chosen_outcomes(asked);
    const std::vector<LoadedScenario> loaded = {load(asked, asked.operands.front())};
    say_remarks(asked, loaded);
    const Scenario& scenario = loaded.front().scenario;
    check_trials(scenario);
    const std::vector<Scenario> scenarios = {scenario};
    const std::string usual = scenario.name + ".h5";
    if (is_complete_result(asked, loaded, asked.output.empty() ? usual : asked.output)) return 0;
    const std::string output = checked_output(asked, usual, loaded);
    check_checkpoint_path(asked, output);
    const std::size_t simulated = months_with_trials(scenario);
    const auto months = static_cast<double>(simulated);
    if (asked.dry_run) {
        say_dry_run(asked, scenarios, months, output);
        return 0;
    }
    Session session(asked, scenario.name, simulated, scenarios);
    ResumableRun run(asked, loaded.front(), output, session);
    ResultFile result = result_of_runs(asked, loaded.front(), run.carry_out(), session);
    result.wall_seconds = run.seconds();
    write(asked, output, result);
    run.remove_checkpoint();

    const ScenarioResult& one = result.scenarios.front();
    if (asked.json)
        print_data(json_of(asked, result, output, outcomes).text() + "\n");
    else
        print_data(table_of(asked, one, scenario, outcomes) + trials_text(asked, result.trials));
    say(asked,
        fmt::format("\nnext: tujuh inspect {0}\n"
                    "      tujuh compare {1} OTHER.toml   (one that extends it and says what differs)\n"
                    "      tujuh list outcomes   (what each row means)",
                    output, asked.operands.front()));
    return 0;
}

} // namespace tujuh
