// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"

#include <cstddef>
#include <span>

namespace tujuh {

/// What this program was measured to need, with the release flags, on two cores of a server of 2024 (Zen 5).
/// The estimates below scale these; another machine differs, which `tujuh bench` tells.
inline constexpr double measured_ns_a_household_month = 800; ///< on one thread
inline constexpr double measured_bytes_a_household = 165;
inline constexpr double measured_bytes_of_program = 40e6;

/// What a command will need, before it is run.
struct SizeEstimate {
    double households = 0;   ///< of one world
    double months = 0;       ///< simulated in all, burn-ins included
    double memory_bytes = 0; ///< at its highest
    double seconds = 0;
    double result_bytes = 0; ///< of the result file, before compression
};

/// Households that the sample of a scenario will hold.
double expected_households(const Scenario& scenario);

/// Worlds small enough that several runs go side by side: all threads together hold at most 2 GB of them.
bool are_small(std::span<const Scenario> scenarios, std::size_t threads);

/// The estimate for running the scenarios as `run` and `compare` do.
SizeEstimate estimate_size(std::span<const Scenario> scenarios, std::size_t threads);

} // namespace tujuh
