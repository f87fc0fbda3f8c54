// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

namespace tujuh {

/// What becomes of the work that was done before a signal.
enum class WhenStopped : unsigned char {
    nothing_is_written,
    a_checkpoint_is_written,
    finished_batches_are_kept,
    finished_replicates_are_kept
};

/// From here on the first Ctrl-C (or SIGTERM, as schedulers send it, or SIGUSR1, which mpirun passes on
/// without ending the processes a second later, as it does after the others) says at once that the run will
/// stop after its month, and sets `stop_flag()`; the second one ends the program with code 75.
void catch_interrupts(WhenStopped when_stopped = WhenStopped::nothing_is_written);

/// Set by the first signal. A signal can reach nothing but static storage, so this flag is the program's only
/// one.
const std::atomic<bool>& stop_flag() noexcept;

/// From here on the first signal says that this becomes of the work.
void promise(WhenStopped when_stopped) noexcept;

/// As `begin_writing`; false where a signal came before.
bool may_begin_writing() noexcept;

/// From here on a result is being written: the first signal lets it be completed. Throws Error (interrupted)
/// where one came before, which has said that nothing is written.
void begin_writing();

/// A file that would grow beyond the user's limit gives an error that can be told, not the end of the
/// program.
void ignore_file_size_signal() noexcept;

} // namespace tujuh
