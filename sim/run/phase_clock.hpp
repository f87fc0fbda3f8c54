// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/phase.hpp"

#include <array>
#include <memory>

namespace tujuh {

/// Seconds of all threads together.
using PhaseSeconds = std::array<double, phase_count>;

/// Adds up what each thread spends on each phase.
class PhaseClock {
  public:
    PhaseClock();
    ~PhaseClock();
    PhaseClock(const PhaseClock&) = delete;
    PhaseClock& operator=(const PhaseClock&) = delete;

    /// Valid as long as the clock lives.
    const PhaseWatch* watch() const noexcept;
    /// Since the clock was made. Not to be asked while threads work.
    PhaseSeconds seconds() const;

  private:
    struct Threads;
    std::unique_ptr<Threads> threads_;
};

} // namespace tujuh
