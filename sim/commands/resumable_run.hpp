// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/runs.hpp"
#include "files/checkpoint_file.hpp"
#include "run/trial.hpp"

#include <cstddef>
#include <string>

/// The run of one scenario that can be stopped and gone on with.
namespace tujuh {

/// Throws Error (cannot create) where the checkpoint of the result could not be written, or one stands there
/// that is neither to be gone on from (--resume) nor to be replaced (--force).
void check_checkpoint_path(const CommandLine& asked, const std::string& output);

class ResumableRun {
  public:
    /// With --resume reads where an earlier run has stopped. Throws Error where it cannot be gone on from.
    ResumableRun(const CommandLine& asked, const LoadedScenario& loaded, const std::string& output,
                 Session& session);

    /// Runs to the end, with checkpoints as often as was asked for. Throws Error: interrupted, after a
    /// checkpoint was written, which it names; bug, without one.
    ScenarioRuns carry_out();

    /// Of all runs together that it took.
    double seconds() const { return seconds_before_ + session_.seconds(); }
    /// Removes the checkpoint: the result stands.
    void remove_checkpoint() const;

  private:
    bool is_complete() const;
    bool is_time_over() const;
    bool is_to_end() const;
    void save(bool ends);
    [[noreturn]] void throw_stopped() const;

    const CommandLine& asked_;
    const Scenario& scenario_;
    Session& session_;
    std::string path_;
    CheckpointOwner owner_;
    Checkpoint state_;
    double seconds_before_ = 0;
};

} // namespace tujuh
