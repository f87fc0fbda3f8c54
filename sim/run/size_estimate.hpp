// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"

#include <cstddef>
#include <span>

namespace tujuh {

/// What this program was measured to need by `tujuh bench --threads 1`, with the release flags, on a server
/// of 2024 (Zen 5): from Yogyakarta at its full size (about 2,300 households a village) and from `indonesia`
/// (60). What a province and a fit cost is the difference of `indonesia` and `baseline` on a slower machine
/// (PERFORMANCE.md); a fit takes 520 to 730 ns. Another machine differs, which `tujuh bench` tells.
inline constexpr double measured_ns_a_household_month = 60; ///< on one thread
inline constexpr double measured_us_a_village_month = 5;    ///< on one thread
inline constexpr double measured_us_a_province_month = 185; ///< on one thread, of months that are measured
inline constexpr double measured_ns_a_household_fit = 600;  ///< on one thread, a year of the burn-in
inline constexpr double measured_bytes_a_household = 100;   ///< after 120 months
inline constexpr double measured_bytes_a_village = 1800;
inline constexpr double bytes_of_household_record = 4; ///< a household, where a base is compared, a year
inline constexpr double measured_bytes_of_program = 42e6;
inline constexpr double measured_bytes_of_settings = 3e5; ///< scenario and tables in the file of a design

/// What a command will need, before it is run.
struct SizeEstimate {
    double households = 0;   ///< of one world
    double months = 0;       ///< simulated in all, burn-ins included
    double memory_bytes = 0; ///< at its highest
    double worlds = 0;       ///< held at a time
    double seconds = 0;
    double result_bytes = 0; ///< of the result file, before compression
};

/// Villages that the sample of a scenario will hold.
double expected_villages(const Scenario& scenario);

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

/// Months of runs, added up.
struct LivedMonths {
    double months = 0, of_households = 0, of_villages = 0; ///< burn-ins included
    double of_provinces = 0;                               ///< in months that are measured
    double fits = 0; ///< households that curves were fitted on, once a year of a burn-in

    /// Adds a scenario's months: so many of burn-ins, so many reported, so many of these measured.
    void add(const Scenario& scenario, double burnt_in, double reported, double measured);
    double seconds_on_one_thread() const noexcept;
};

/// What the runs of a sweep ask for, added up over its points.
struct SweepSize {
    LivedMonths lived;
    double largest_world_bytes = 0;
    Scenario largest;           ///< of the point with that world
    bool shares_worlds = false; ///< several points start from one burnt-in world
    double runs = 0;
    double numbers_kept = 0; ///< of all runs

    /// Adds the runs of a point: so many burn-ins, so many runs of its scenario, and months of each that are
    /// read.
    void add(const Scenario& scenario, double burn_ins, double runs_of_point, double months_read);
};

/// The estimate for a sweep, of which so many runs go side by side where its worlds are small.
SizeEstimate estimate_size(const SweepSize& sweep, std::size_t threads);

/// Seconds that a run of a scenario takes on one thread, burn-in included, where so many months are read.
double seconds_a_run(const Scenario& scenario, double months_read);

/// Households of which the same runs would fit into `bytes` of memory, with as many in a village.
double households_that_fit(const SizeEstimate& estimate, double bytes) noexcept;

} // namespace tujuh
