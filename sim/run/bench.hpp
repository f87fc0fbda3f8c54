// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/experiment.hpp"
#include "run/phase_clock.hpp"
#include "run/traffic.hpp"

#include <cstddef>

namespace tujuh {

/// How long one replicate took, by a steady clock, and what it held.
struct BenchResult {
    double build_seconds = 0, burn_in_seconds = 0,
           months_seconds = 0; ///< the last: months from tick 0, measuring included
    std::size_t households = 0, bytes = 0;
    std::size_t households_here = 0; ///< in this process
    std::int32_t burn_in_months = 0, months = 0;
    PhaseSeconds phases{}; ///< of this process's threads, in the months from tick 0
    std::size_t processes = 1;
    Traffic build_traffic, burn_in_traffic, months_traffic; ///< of this process with the others
    Halt halt;

    double total_seconds() const noexcept { return build_seconds + burn_in_seconds + months_seconds; }
    double ns_per_household_month() const noexcept;
    double bytes_per_household() const noexcept;
    /// Bytes of this process's household columns that were read and written in the months from tick 0, at the
    /// least: once a month by the households, once or twice by outcomes.
    double bytes_moved() const noexcept;
};

/// Runs replicate 0 once, all threads inside the world.
BenchResult measure_speed(const Scenario& scenario, const RunOptions& options);

} // namespace tujuh
