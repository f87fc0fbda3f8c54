// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

namespace tujuh {

/// From here on the first Ctrl-C (or SIGTERM, as schedulers send it) says at once that the run will stop
/// after its month, and sets `stop_flag()`; the second one ends the program with code 75.
void catch_interrupts();

/// Set by the first signal. A signal can reach nothing but static storage, so this flag is the program's only
/// one.
const std::atomic<bool>& stop_flag() noexcept;

/// While an object of this class lives a result is being written: the first signal lets it be completed.
class Writing {
  public:
    Writing() noexcept;
    ~Writing();
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
};

} // namespace tujuh
