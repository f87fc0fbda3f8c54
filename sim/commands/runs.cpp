// SPDX-License-Identifier: Apache-2.0
#include "commands/runs.hpp"

#include "commands/interrupt.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "commands/this_process.hpp"
#include "files/error.hpp"
#include "files/output_path.hpp"
#include "files/results_hdf5.hpp"
#include "run/machine_memory.hpp"
#include "run/published_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <thread>
#include <utility>

namespace tujuh {

LoadedScenario load(const CommandLine& asked, const std::string& operand) {
    return read_scenario_file(operand, asked.assignments);
}

void say_remarks(const CommandLine& asked, std::span<const LoadedScenario> loaded) {
    std::set<std::string> said;
    for (const auto& one : loaded)
        for (const auto& remark : one.remarks)
            if (said.insert(remark).second) say(asked, fmt::format("note: {}", remark));
}

std::vector<std::string> paths_of(const std::string& operand, const LoadedScenario& loaded) {
    const FileSource source;
    std::vector<std::string> folders;
    if (source.holds(operand)) folders.push_back(tree_root(source, source.real_name(operand)));
    if (const auto shipped = shipped_folder(source)) folders.push_back(*shipped);
    std::vector<std::string> paths = {operand};
    for (const auto& folder : folders)
        for (const auto* texts : {&loaded.files, &loaded.tables})
            for (const auto& text : *texts) paths.push_back(joined(folder, text.name));
    return paths;
}

std::vector<Scenario> scenarios_of(std::span<const LoadedScenario> loaded) {
    std::vector<Scenario> scenarios;
    for (const auto& one : loaded) scenarios.push_back(one.scenario);
    return scenarios;
}

std::string checked_output(const CommandLine& asked, const std::string& otherwise,
                           std::span<const LoadedScenario> loaded) {
    std::vector<std::string> inputs;
    for (std::size_t i = 0; i < loaded.size(); ++i)
        for (const auto& path : paths_of(asked.operands[i], loaded[i])) inputs.push_back(path);
    std::string output = asked.output.empty() ? otherwise : asked.output;
    check_output_path(output, inputs, asked.force);
    return output;
}

namespace {

/// Two digits are as much as an estimate is worth.
double rounded_down(double households) {
    double unit = 1;
    while (households / unit >= 100) unit *= 10;
    return std::floor(households / unit) * unit;
}

} // namespace

std::optional<Problem> memory_problem(const std::string& where, const SizeEstimate& size) {
    const auto available = available_memory();
    if (!available || size.memory_bytes <= *available) return std::nullopt;
    const double fits = rounded_down(households_that_fit(size, *available));
    return Problem{
        where, fmt::format("about {} of memory are needed", size_text(size.memory_bytes)),
        fmt::format("{} are available on this machine", size_text(*available)),
        fits < 1 ? "the results alone do not fit: ask for fewer replicates or months"
                 : fmt::format("about {} households would fit, as with --set population.households={:.0f}",
                               number_text(fits, 0), fits)};
}

void check_memory(const std::string& where, const SizeEstimate& size) {
    if (auto problem = memory_problem(where, size))
        throw Error(ErrorKind::machine_too_small, {std::move(*problem)});
}

/// Where nobody asked for a number: processes that may use the whole machine share it; those that were bound
/// to some of its processors use these.
std::size_t threads_of(const CommandLine& asked) {
    if (asked.threads > 0) return asked.threads;
    const std::size_t allowed = Threads(0).count();
    if (allowed < std::thread::hardware_concurrency()) return allowed;
    return std::max<std::size_t>(1, allowed / this_process().neighbours());
}

namespace {

/// What of it this machine will hold.
SizeEstimate size_here(SizeEstimate size) {
    const auto& ranks = this_process();
    size.memory_bytes *= static_cast<double>(ranks.neighbours()) / static_cast<double>(ranks.count());
    return size;
}

} // namespace

void say_dry_run(const CommandLine& asked, std::span<const Scenario> scenarios, double months,
                 const std::string& output, RunsAWorld runs) {
    const std::size_t threads = threads_of(asked);
    const SizeEstimate size = size_here(estimate_size(scenarios, threads, runs));
    check_memory(scenarios.front().name, size);
    const double seconds = size.seconds * months / size.months;
    say(asked, fmt::format("dry run: {} with {}, about {} households, {} months in all",
                           scenarios.front().name, count_text(scenarios.front().replicates, "replicate"),
                           number_text(size.households, 0), number_text(months, 0)));
    say(asked,
        fmt::format("about {} and {} of memory on {}, by the rate in 'tujuh check'", duration_text(seconds),
                    size_text(size.memory_bytes), count_text(threads, "thread")));
    say(asked, output.empty() ? "nothing would be written; nothing was simulated"
                              : fmt::format("{} would be written; nothing was simulated or written", output));
}

Session::Session(const CommandLine& asked, std::string title, std::size_t months,
                 std::span<const Scenario> scenarios, RunsAWorld runs)
    : Session(asked, std::move(title), months, scenarios.front().name,
              size_here(estimate_size(scenarios, threads_of(asked), runs)),
              are_small(scenarios, threads_of(asked)), WhenStopped::nothing_is_written) {
    options_.exchange = this_process().exchange();
}

Session::Session(const CommandLine& asked, std::string title, std::size_t months, const std::string& where,
                 const SizeEstimate& size, bool side_by_side, WhenStopped when_stopped)
    : start_(std::chrono::steady_clock::now()), threads_(threads_of(asked)),
      progress_(std::move(title), months,
                asked.quiet || this_process().rank() > 0 ? ProgressStyle::none : asked.progress),
      most_seconds_(asked.max_walltime) {
    check_memory(where, size);
    catch_interrupts(when_stopped);
    options_.for_each = threads_.for_each();
    options_.side_by_side = side_by_side;
    options_.stop = &stop_;
    options_.month_done = [this] {
        if (stop_flag() || (most_seconds_ > 0 && seconds() >= most_seconds_)) stop_ = true;
        progress_.month_done();
    };
}

double Session::seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

void Session::keep_replicates(const ReplicateStore& store, std::string where) {
    options_.store = &store;
    kept_in_ = std::move(where);
    promise(WhenStopped::finished_replicates_are_kept);
}

void Session::end(const Halt& halt) {
    progress_.clear();
    if (halt.stopped && !kept_in_.empty())
        throw Error(ErrorKind::interrupted,
                    {{"", fmt::format("stopped; the replicates that are done are kept in {}", kept_in_), "",
                      "the same command with --resume goes on"}});
    throw_if_halted(halt);
}

namespace {

GroupLabels labels_of(const std::vector<Programme>& programmes) {
    GroupLabels labels;
    for (const auto& programme : programmes) {
        labels.key.push_back(programme.key);
        labels.title.push_back(programme.title);
        labels.title_id.push_back(programme.title_id);
    }
    return labels;
}

CalibrationSection calibration_of(const Scenario& scenario, std::span<const OutcomeTable> tables) {
    CalibrationSection section;
    for (const auto& check : province_checks(scenario, tables))
        section.rows.push_back({check.code, check.name, check.published_headcount, check.model_headcount,
                                check.published_gini, check.model_gini, check.published_mean,
                                check.model_mean});
    return section;
}

std::vector<std::string> notes_of(const Scenario& scenario, std::span<const OutcomeTable> tables) {
    std::vector<std::string> notes;
    for (const auto& drift : drifts(scenario, tables))
        notes.push_back(
            fmt::format("Drift left after the burn-in, before any policy: {} changes by {:+.2f} % a "
                        "year (aim: under 1 %).",
                        drift.outcome, drift.a_year * 100));
    return notes;
}

} // namespace

ResultFile result_of(const CommandLine& asked, std::span<const LoadedScenario> loaded,
                     std::vector<std::vector<OutcomeTable>>& tables, const Session& session) {
    const Scenario& base = loaded.front().scenario;
    ResultFile result;
    result.title = base.title;
    result.title_id = base.title_id;
    result.command = asked.without_folders;
    result.seed = base.seed;
    result.burn_in_months = base.burn_in_months;
    result.start_year = base.start_year;
    result.start_month = base.start_month;
    result.threads = static_cast<std::int32_t>(session.threads());
    result.wall_seconds = session.seconds();
    result.calibration = calibration_of(base, tables.front());
    result.notes = notes_of(base, tables.front());
    for (std::size_t s = 0; s < loaded.size(); ++s) {
        const Scenario& scenario = loaded[s].scenario;
        ScenarioResult one;
        one.name = scenario.name;
        one.title = scenario.title;
        one.title_id = scenario.title_id;
        one.resolved_text = loaded[s].resolved_text;
        for (const auto& table : loaded[s].tables) one.tables.push_back({table.name, table.text});
        one.parameters = scenario.base.parameters;
        one.programmes = labels_of(scenario.base.programmes);
        one.replicates = std::move(tables[s]);
        result.scenarios.push_back(std::move(one));
    }
    return result;
}

void write(const CommandLine& asked, const std::string& path, const ResultFile& result) {
    if (this_process().rank() > 0) return; // all have the same result
    begin_writing();
    say_written(asked, path, write_result(path, result));
}

void say_written(const CommandLine& asked, const std::string& path, const std::string& hash) {
    std::error_code unknown;
    const auto size = std::filesystem::file_size(path, unknown);
    say(asked, fmt::format("wrote {} ({})", path, size_text(static_cast<double>(size))));
    say_more(asked, fmt::format("result hash {}", hash));
}

} // namespace tujuh
