// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "commands/runs.hpp"
#include "commands/sweeps.hpp"
#include "design/search.hpp"
#include "files/design_toml.hpp"
#include "files/parts_folder.hpp"
#include "files/sweep_file.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tujuh {

/// Throws Error (command line) where one part of several was asked for, or failed points again: a search has
/// one path.
void refuse_parts(const CommandLine& asked);

/// The runs of a design whose points are chosen by what came out at earlier ones, for `calibrate` and
/// `optimise`. What is done stands in parts beside the result, in the order in which it was asked for: a
/// command that was stopped asks again from the first point on, is answered from the parts as far as these
/// go, and so comes to the same end.
class Search {
  public:
    /// Throws Error before any run: where the file cannot be created, holds something else, or the runs would
    /// not fit into memory.
    Search(const CommandLine& asked, LoadedDesign design, Writes writes);
    Search(const Search&) = delete;
    Search& operator=(const Search&) = delete;

    const LoadedDesign& design() const noexcept { return design_; }
    const std::string& output() const noexcept { return output_; }
    /// True where the file stands there complete and was to be gone on with.
    bool is_done() const;
    /// From here on, what is asked is read from that file and not run.
    void answer_from_file();

    /// What all its runs ask for on so many threads, were it to take all that it may.
    SizeEstimate size_on(std::size_t threads) const { return estimate_size(size_, threads); }
    /// Says how many runs there may be, and what they take.
    void say_dry_run() const;

    /// Runs the design's replicates at points and keeps the points for the file. Nothing where the runs were
    /// stopped.
    std::optional<std::vector<PointResult>> run(const DesignPoints& points);
    /// Runs points in replicates of their own and keeps them out of the file. Nothing where the runs were
    /// stopped.
    std::optional<std::vector<PointResult>> run_again(const DesignPoints& points, std::uint32_t replicates,
                                                      std::uint32_t first_replicate);
    /// A reading of a point, [replicate]; NaN where it failed.
    std::vector<double> reading(const PointResult& point, std::size_t reading,
                                std::uint32_t replicates) const;

    /// The file with all points so far, in the order in which they were asked for.
    const SweepFile& file() const noexcept { return file_; }
    /// Throws Error (interrupted) that says how to go on.
    [[noreturn]] void throw_stopped() const;
    /// Takes the progress off the screen.
    void end() { session_->end({}); }
    /// The same, writes the file and removes the parts.
    void write(const SweepFile& whole);

  private:
    void check_corners();
    void check_output() const;
    void begin();
    std::vector<PointResult> next_answers(std::size_t count);
    std::optional<std::vector<PointResult>> carry_out(const DesignPoints& points, SweepPlan plan,
                                                      const LoadedDesign& round);

    const CommandLine& asked_;
    LoadedDesign design_;
    std::string output_;
    SweepFile file_;
    SweepSize size_;
    std::optional<PartsFolder> parts_;
    std::optional<Session> session_;
    std::size_t next_part_ = 0;
    std::vector<PointResult> answers_; ///< of a file that stands there complete, in the order of asking
    std::size_t next_answer_ = 0;
};

} // namespace tujuh
