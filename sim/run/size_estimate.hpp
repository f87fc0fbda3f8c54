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
    double worlds = 0;       ///< held at a time
    double seconds = 0;
    double result_bytes = 0; ///< of the result file, before compression
};

/// Households that the sample of a scenario will hold.
double expected_households(const Scenario& scenario);

/// Worlds small enough that several runs go side by side: all threads together hold at most 2 GB of them.
bool are_small(std::span<const Scenario> scenarios, std::size_t threads);

/// How many runs start from the burnt-in world of a replicate, where the scenarios and their trials do not
/// say so: `attribute` takes away one activity after another.
enum class RunsAWorld : unsigned char { as_scenarios_say, many };

/// The estimate for running the scenarios as `run` and `compare` do.
SizeEstimate estimate_size(std::span<const Scenario> scenarios, std::size_t threads,
                           RunsAWorld runs = RunsAWorld::as_scenarios_say);

/// Households of which the same runs would fit into `bytes` of memory.
double households_that_fit(const SizeEstimate& estimate, double bytes) noexcept;

} // namespace tujuh
