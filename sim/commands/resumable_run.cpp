// SPDX-License-Identifier: Apache-2.0
#include "commands/resumable_run.hpp"

#include "commands/interrupt.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "commands/this_process.hpp"
#include "files/error.hpp"
#include "files/output_path.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <limits>

namespace tujuh {

namespace {

bool exists(const std::string& path) {
    std::error_code failed;
    return std::filesystem::exists(path, failed);
}

std::string of_all_months(std::size_t months, const Scenario& scenario) {
    return fmt::format("{} of {} months", number_text(static_cast<double>(months), 0),
                       number_text(static_cast<double>(months_with_trials(scenario)), 0));
}

} // namespace

void check_checkpoint_path(const CommandLine& asked, const std::string& output) {
    const std::string path = checkpoint_path(output);
    check_output_path(path, {}, true);
    if (exists(path) && !asked.resume && !asked.force)
        throw Error(ErrorKind::cannot_create, {{path, "exists: a run was stopped and can be gone on with", "",
                                                "--resume goes on from it, --force starts afresh"}});
    if (asked.resume && !exists(path)) say(asked, fmt::format("{} is not there: starting afresh", path));
}

ResumableRun::ResumableRun(const CommandLine& asked, const LoadedScenario& loaded, const std::string& output,
                           Session& session)
    : asked_(asked), scenario_(loaded.scenario), session_(session), path_(checkpoint_path(output)) {
    owner_.scenario = scenario_.name;
    owner_.resolved_text = loaded.resolved_text;
    owner_.tables = loaded.tables;
    state_.replicates.resize(scenario_.replicates);
    if (asked.resume && exists(path_)) {
        state_ = read_checkpoint(path_, owner_, session.options().together());
        seconds_before_ = state_.wall_seconds;
        const std::size_t months = months_lived(scenario_, state_.replicates);
        session.already_done(months);
        say(asked, fmt::format("going on from {}, after {}", path_, of_all_months(months, scenario_)));
    }
    promise(WhenStopped::a_checkpoint_is_written);
}

ScenarioRuns ResumableRun::carry_out() {
    const std::size_t every =
        asked_.checkpoint_every > 0 ? asked_.checkpoint_every : std::numeric_limits<std::size_t>::max();
    std::atomic<std::size_t> months{0}; // since the last checkpoint
    std::atomic<bool> pause{false};
    RunOptions options = session_.options();
    options.stop = &pause;
    options.month_done = [&] {
        session_.options().month_done();
        if (++months >= every || is_to_end()) pause = true;
    };
    // All runs rest after their month while a checkpoint is written, and go on from what is in it.
    while (true) {
        Halt halt = go_on(scenario_, state_.replicates, options);
        halt.stopped = false;
        session_.end(halt);
        const bool complete = is_complete();
        const bool ends = any_part(options.together(), complete ? !may_begin_writing() : is_to_end());
        if (complete && !ends) return taken_from(state_.replicates, scenario_.trials.size());
        save(ends);
        if (ends) throw_stopped();
        months = 0;
        pause = false;
    }
}

bool ResumableRun::is_complete() const {
    return std::all_of(state_.replicates.begin(), state_.replicates.end(),
                       [](const ReplicateProgress& progress) { return progress.complete; });
}

bool ResumableRun::is_time_over() const {
    return asked_.max_walltime > 0 && session_.seconds() >= asked_.max_walltime;
}

bool ResumableRun::is_to_end() const {
    return stop_flag() || is_time_over();
}

void ResumableRun::save(bool ends) {
    state_.wall_seconds = seconds();
    try {
        write_checkpoint(path_, owner_, state_, session_.options().together());
    } catch (const Error& error) {
        if (ends) throw;
        // The run can still reach its end; an earlier checkpoint stands as it did.
        for (const auto& problem : error.problems) warn(fmt::format("{}; the run goes on", format(problem)));
        return;
    }
    say_more(asked_, fmt::format("wrote {}", path_));
}

void ResumableRun::throw_stopped() const {
    const auto months = of_all_months(months_lived(scenario_, state_.replicates), scenario_);
    throw Error(ErrorKind::interrupted,
                {{"",
                  fmt::format("{} after {}; the run so far is in {}",
                              stop_flag() || !is_time_over() ? "stopped" : "the time is over", months, path_),
                  "", "the same command with --resume goes on from it"}});
}

void ResumableRun::remove_checkpoint() const {
    std::error_code failed;
    if (this_process().rank() == 0) std::filesystem::remove(path_, failed);
}

} // namespace tujuh
