// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "commands/interrupt.hpp"
#include "commands/progress.hpp"
#include "files/result_file.hpp"
#include "files/scenario_toml.hpp"
#include "run/experiment.hpp"
#include "run/parallel.hpp"
#include "run/replicate_store.hpp"
#include "run/size_estimate.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What the commands that simulate do alike: read scenarios, look at the output path, run, write.
namespace tujuh {

/// A scenario as the command line changes it. Throws Error.
LoadedScenario load(const CommandLine& asked, const std::string& operand);

/// Says what is done otherwise than a scenario asks, each once.
void say_remarks(const CommandLine& asked, std::span<const LoadedScenario> loaded);

/// Where on the disk the texts of a scenario may have come from: its own tree, or that of the shipped
/// scenarios.
std::vector<std::string> paths_of(const std::string& operand, const LoadedScenario& loaded);

std::vector<Scenario> scenarios_of(std::span<const LoadedScenario> loaded);

/// The output that was asked for, or `otherwise`. Throws Error (cannot create) before any work is done.
std::string checked_output(const CommandLine& asked, const std::string& otherwise,
                           std::span<const LoadedScenario> loaded);

/// Threads that a command uses where nobody else decides.
std::size_t threads_of(const CommandLine& asked);

/// Says where a result is, how large, and with which hash.
void say_written(const CommandLine& asked, const std::string& path, const std::string& hash);

/// Why runs of this size cannot be had here: they need more memory than the machine has left.
std::optional<Problem> memory_problem(const std::string& where, const SizeEstimate& size);

/// Throws Error (machine too small) where there is such a problem.
void check_memory(const std::string& where, const SizeEstimate& size);

/// Says what --dry-run would have done: size, memory, time, and where the result would stand ("" for
/// nowhere). Throws Error as the runs themselves would where they do not fit into memory.
void say_dry_run(const CommandLine& asked, std::span<const Scenario> scenarios, double months,
                 const std::string& output, RunsAWorld runs = RunsAWorld::as_scenarios_say);

/// The threads, the clock and the progress of one command. Catches Ctrl-C from its creation on, and stops the
/// runs after their month then or when --max-walltime is over. Its creation throws Error where the runs would
/// not fit into memory.
class Session {
  public:
    Session(const CommandLine& asked, std::string title, std::size_t months,
            std::span<const Scenario> scenarios, RunsAWorld runs = RunsAWorld::as_scenarios_say);

    /// For runs whose size was estimated otherwise. `where` is named where they do not fit.
    Session(const CommandLine& asked, std::string title, std::size_t months, const std::string& where,
            const SizeEstimate& size, bool side_by_side, WhenStopped when_stopped);

    const RunOptions& options() const noexcept { return options_; }
    std::size_t threads() const noexcept { return threads_.count(); }
    double seconds() const;
    /// Months that an earlier run has done, for the progress.
    void already_done(std::size_t months) { progress_.already_done(months); }

    /// Finished replicates are kept in the store, which must live as long; `where` is told when the runs end
    /// early.
    void keep_replicates(const ReplicateStore& store, std::string where);

    /// Takes the progress off the screen; throws Error where the runs ended early.
    void end(const Halt& halt);

  private:
    std::chrono::steady_clock::time_point start_;
    Threads threads_;
    Progress progress_;
    double most_seconds_; ///< after which the runs stop; 0: never
    std::atomic<bool> stop_{false};
    std::string kept_in_;
    RunOptions options_;
};

/// A result with everything but comparison and attribution. `tables` is [scenario][replicate] and is moved
/// from.
ResultFile result_of(const CommandLine& asked, std::span<const LoadedScenario> loaded,
                     std::vector<std::vector<OutcomeTable>>& tables, const Session& session);

/// Writes the result and says where it is, how large, and with which hash.
void write(const CommandLine& asked, const std::string& path, const ResultFile& result);

} // namespace tujuh
