// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "commands/interrupt.hpp"
#include "files/design_toml.hpp"
#include "files/sweep_file.hpp"
#include "files/sweep_parts.hpp"
#include "run/size_estimate.hpp"
#include "run/sweep.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tujuh {

/// Reads the design that was asked for; `--replicates` is the design's here: how often each point is run.
LoadedDesign load_design(const CommandLine& asked);

/// The runs of a design, as its file is described. Both must outlive the plan. Months of burn-in are those of
/// the scenario without any factor set.
SweepPlan plan_of(const LoadedDesign& design, const SweepFile& described);

/// Months of a run that are read.
double months_read(const SweepPlan& plan);

/// Remarks on the scenario that the points start from.
void say_about(const CommandLine& asked, const LoadedScenario& base);

/// A point whose groups are others than the base's has no place in the arrays of the file: throws Error.
void check_groups(const std::vector<SweptGrouping>& groupings, const Scenario& scenario);

/// Whether a command writes its file, and keeps what is done until then, or only works the numbers out.
enum class Writes : unsigned char { file, nothing };

/// A design from its file to its result, for `sweep` and whatever works on points: read and checked when it
/// is created, then carried out in batches that outlast an interruption.
class Sweep {
  public:
    /// Reads the design and checks all points. Throws Error before any run.
    explicit Sweep(const CommandLine& asked) : Sweep(asked, load_design(asked), Writes::file) {}
    /// Checks all points of a design that was read already.
    Sweep(const CommandLine& asked, LoadedDesign design, Writes writes);
    Sweep(const Sweep&) = delete;
    Sweep& operator=(const Sweep&) = delete;

    const LoadedDesign& design() const noexcept { return design_; }
    const std::string& output() const noexcept { return output_; }

    /// What all its runs ask for on so many threads.
    SizeEstimate size_on(std::size_t threads) const { return estimate_size(size_, threads); }

    /// Says how many runs there are, and what time, memory and disk they take. Throws Error where they do not
    /// fit into memory or the file cannot be created.
    void say_dry_run() const;

    /// Runs what is not done, and writes the file when all is. The whole sweep as it stands in the file;
    /// nothing where other parts of it are not done, or this is not the process that writes. A file that
    /// stands there complete is read. Throws Error: interrupted with how to go on, and what reading and
    /// writing throw.
    std::optional<SweepFile> carry_out();

    /// Runs everything and writes nothing. Throws Error (interrupted).
    SweepFile in_memory() const;

  private:
    void check_points();
    void check_output() const;
    std::vector<std::size_t> own_batches() const;
    std::optional<std::vector<PointResult>> finished(std::size_t batch) const;
    /// False where the runs were stopped.
    bool run(const std::vector<std::size_t>& batches, const WantsPoint& wants,
             const std::function<void(BatchResult)>& commit, WhenStopped when_stopped) const;
    void run_what_is_left(const std::vector<std::size_t>& batches) const;
    SweepFile stored() const;
    std::optional<SweepFile> assembled() const;

    const CommandLine& asked_;
    LoadedDesign design_;
    std::string output_;
    SweepFile file_; ///< without results
    SweepPlan plan_;
    SweepSize size_;
    std::optional<PartsFolder> parts_;
};

inline constexpr int points_failed = 3; ///< exit code: done, but for points that failed

std::size_t failed_in(const SweepFile& sweep);

/// Says which points failed, the first few with their reasons, and what helps.
void say_failed(const SweepFile& sweep, std::string_view remedy = "--retry-failed runs them again");

/// Says what may come next, or which points failed. Returns the exit code.
int say_end(const CommandLine& asked, const SweepFile& sweep, const std::string& output,
            std::string_view remedy = "--retry-failed runs them again");

} // namespace tujuh
