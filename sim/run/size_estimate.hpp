// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"

#include <cstddef>
#include <span>

namespace tujuh {

/// What this program was measured to need, with the release flags, on a server of 2024 (Zen 5): a straight
/// line through the times and peaks of `tujuh run indonesia --replicates 1 --threads 1 --set
/// population.households=N` for N = 50,000, 200,000 and 400,000; bytes a household from `tujuh bench`.
/// Another machine differs, which `tujuh bench` tells.
inline constexpr double measured_ns_a_household_month = 285; ///< on one thread
inline constexpr double measured_us_a_province_month = 470;  ///< to count a month, on one thread
inline constexpr double measured_bytes_a_household = 154;
inline constexpr double measured_bytes_of_program = 42e6;

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
