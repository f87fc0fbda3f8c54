// SPDX-License-Identifier: Apache-2.0
#include "run/size_estimate.hpp"

#include "households/curve_refit.hpp"
#include "outcomes/catalogue.hpp"
#include "outcomes/flow_table.hpp"
#include "outcomes/outcome_table.hpp"
#include "run/replicates.hpp"
#include "world/sample.hpp"

#include <algorithm>

namespace tujuh {

namespace {

constexpr double most_bytes_side_by_side = 2e9;

/// Worlds that one run at a time holds: the burnt-in one, unless its last user has taken it, a copy that
/// lives on, and in a trial the world beside it.
double worlds_a_run(std::span<const Scenario> scenarios, RunsAWorld runs) {
    double worlds = runs == RunsAWorld::many || share_a_world(scenarios) ? 2 : 1;
    for (const auto& scenario : scenarios)
        if (!scenario.trials.empty()) worlds = 3;
    return worlds;
}

double bytes_of_world(double households, double villages) {
    return households * measured_bytes_a_household + villages * measured_bytes_a_village;
}

double bytes_of_world(std::span<const Scenario> scenarios) {
    double bytes = 0;
    for (const auto& scenario : scenarios)
        bytes = std::max(bytes, bytes_of_world(expected_households(scenario), expected_villages(scenario)));
    return bytes;
}

/// What `compare` keeps of the base's households to follow them into the alternatives.
double bytes_of_records(std::span<const Scenario> scenarios) {
    if (scenarios.size() < 2) return 0;
    const auto& base = scenarios.front();
    return bytes_of_household_record * expected_households(base) *
           static_cast<double>(flow_ticks(base.months).size());
}

double bytes_of_tables(const Scenario& scenario, double replicates) {
    const OutcomeTable table = make_outcome_table(scenario);
    std::size_t values = table.national.size() + table.activity_hours.size() + table.activity_acts.size();
    for (const auto& group : table.groups) values += group.values.size();
    return replicates * static_cast<double>(values * sizeof(double));
}

std::vector<ProvinceFrame> drawn_provinces(const Scenario& scenario) {
    const auto frames =
        province_frames(scenario.published, scenario.base.parameters.population.mean_household_size);
    std::vector<ProvinceFrame> drawn;
    for (const auto& frame : frames) {
        const auto& wanted = scenario.population.provinces;
        const auto& code = scenario.published.provinces[frame.table_row].code;
        if (wanted.empty() || std::find(wanted.begin(), wanted.end(), code) != wanted.end())
            drawn.push_back(frame);
    }
    return drawn;
}

} // namespace

double expected_villages(const Scenario& scenario) {
    const auto provinces = drawn_provinces(scenario);
    const auto samples = allocate_sample(scenario.population, provinces);
    double villages = 0;
    for (std::size_t p = 0; p < samples.size(); ++p)
        villages += expected_households(samples[p], provinces[p]) / samples[p].households_a_village;
    return villages;
}

double expected_households(const Scenario& scenario) {
    const auto provinces = drawn_provinces(scenario);
    const auto samples = allocate_sample(scenario.population, provinces);
    double households = 0;
    for (std::size_t p = 0; p < samples.size(); ++p)
        households += expected_households(samples[p], provinces[p]);
    return households;
}

bool are_small(std::span<const Scenario> scenarios, std::size_t threads) {
    constexpr double worlds_a_thread = 2; // of most commands
    return bytes_of_world(scenarios) * worlds_a_thread * static_cast<double>(threads) <=
           most_bytes_side_by_side;
}

SizeEstimate estimate_size(std::span<const Scenario> scenarios, std::size_t threads, RunsAWorld runs) {
    const auto replicates = static_cast<double>(scenarios.front().replicates);
    SizeEstimate estimate;
    estimate.households = expected_households(scenarios.front());
    estimate.months = static_cast<double>(months_of(scenarios));
    double reported = 0;
    for (const auto& scenario : scenarios) reported += replicates * scenario.months;
    LivedMonths lived;
    lived.add(scenarios.front(), estimate.months - reported, reported, reported);
    estimate.seconds = lived.seconds_on_one_thread() / static_cast<double>(threads);
    for (const auto& scenario : scenarios) estimate.result_bytes += bytes_of_tables(scenario, replicates);
    const double at_a_time =
        are_small(scenarios, threads) ? std::min(static_cast<double>(threads), replicates) : 1;
    estimate.worlds = at_a_time * worlds_a_run(scenarios, runs);
    estimate.memory_bytes = measured_bytes_of_program + estimate.worlds * bytes_of_world(scenarios) +
                            at_a_time * bytes_of_records(scenarios) + estimate.result_bytes;
    return estimate;
}

void LivedMonths::add(const Scenario& scenario, double burnt_in, double reported, double measured) {
    const double simulated = burnt_in + reported, households = expected_households(scenario);
    const auto provinces = static_cast<double>(drawn_provinces(scenario).size());
    const double fitted_on = std::min(households, provinces * area_count * most_in_curve_sample);
    months += simulated;
    of_households += simulated * households;
    of_villages += simulated * expected_villages(scenario);
    of_provinces += measured * provinces;
    fits += burnt_in / 12 * fitted_on;
}

double LivedMonths::seconds_on_one_thread() const noexcept {
    return of_households * measured_ns_a_household_month * 1e-9 +
           of_villages * measured_us_a_village_month * 1e-6 +
           of_provinces * measured_us_a_province_month * 1e-6 + fits * measured_ns_a_household_fit * 1e-9;
}

void SweepSize::add(const Scenario& scenario, double burn_ins, double runs_of_point, double months_read) {
    lived.add(scenario, burn_ins * scenario.burn_in_months, runs_of_point * scenario.months,
              runs_of_point * months_read);
    runs += runs_of_point;
    const double bytes = bytes_of_world(expected_households(scenario), expected_villages(scenario));
    if (bytes <= largest_world_bytes) return;
    largest_world_bytes = bytes;
    largest = scenario;
}

SizeEstimate estimate_size(const SweepSize& sweep, std::size_t threads) {
    const std::vector<Scenario> largest = {sweep.largest};
    SizeEstimate estimate;
    estimate.households = expected_households(sweep.largest);
    estimate.months = sweep.lived.months;
    estimate.seconds = sweep.lived.seconds_on_one_thread() / static_cast<double>(threads);
    estimate.result_bytes = measured_bytes_of_settings + sweep.numbers_kept * sizeof(double);
    const double at_a_time =
        are_small(largest, threads) ? std::min(static_cast<double>(threads), sweep.runs) : 1;
    estimate.worlds = at_a_time * (sweep.shares_worlds ? 2 : 1);
    estimate.memory_bytes = measured_bytes_of_program + estimate.worlds * sweep.largest_world_bytes +
                            at_a_time * bytes_of_tables(sweep.largest, 1) + estimate.result_bytes;
    return estimate;
}

double seconds_a_run(const Scenario& scenario, double months_read) {
    LivedMonths lived;
    lived.add(scenario, scenario.burn_in_months, scenario.months, months_read);
    return lived.seconds_on_one_thread();
}

double households_that_fit(const SizeEstimate& estimate, double bytes) noexcept {
    const double fixed = measured_bytes_of_program + estimate.result_bytes;
    return std::max(0.0, estimate.households * (bytes - fixed) / (estimate.memory_bytes - fixed));
}

} // namespace tujuh
