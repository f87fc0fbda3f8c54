// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/experiment.hpp"

#include <cstddef>

namespace tujuh {

/// How long one replicate took, by a steady clock, and what it held.
struct BenchResult {
    double build_seconds = 0, burn_in_seconds = 0,
           months_seconds = 0; ///< the last: months from tick 0, measuring included
    std::size_t households = 0, bytes = 0;
    std::int32_t burn_in_months = 0, months = 0;
    Halt halt;

    double total_seconds() const noexcept { return build_seconds + burn_in_seconds + months_seconds; }
    double ns_per_household_month() const noexcept;
    double bytes_per_household() const noexcept;
};

/// Runs replicate 0 once, all threads inside the world.
BenchResult measure_speed(const Scenario& scenario, const RunOptions& options);

} // namespace tujuh
