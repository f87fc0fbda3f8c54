// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/problem.hpp"
#include "parameters/parameters.hpp"
#include "scenario/activity.hpp"
#include "scenario/programme.hpp"
#include "scenario/published.hpp"
#include "scenario/trial.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

/// What a scenario file says, as plain structs. Reading and writing files is in files/.
namespace tujuh {

/// `[population]`: which part of the country is drawn, and how densely.
struct PopulationDesign {
    std::vector<std::string> provinces;        ///< codes of the provinces; empty: all of the table
    std::uint32_t households = 0;              ///< aimed at; ignored when districts and villages are given
    std::uint32_t households_per_village = 60; ///< households drawn in a village; 0: all of them
    std::uint32_t districts_per_province = 0;  ///< 0: worked out from `households`
    std::uint32_t villages_per_district = 0;   ///< 0: worked out from `households`

    /// All villages of the districts drawn, and all their households: no number is aimed at.
    bool takes_everybody() const noexcept {
        return households == 0 && households_per_village == 0 && villages_per_district == 0;
    }
};

/// What an activity may do in a scenario. A sham charges candidates, hours, travel and fatigue, and has no
/// effect.
struct ActivitySetting {
    bool enabled = true;
    bool sham = false;
    double hours = 0; ///< hours an act, before travel
};

/// Everything that a policy may change: ordinary keys, in force from a month on.
struct Settings {
    Parameters parameters;
    std::vector<Programme> programmes;
    std::array<double, worker_kind_count>
        workforce{};                           ///< `[workforce]`: persons in the nation, by kind of worker
    std::array<double, task_count> task_mix{}; ///< `[workers] task_mix`: shares of hours, sum 1
    std::array<double, activity_count>
        activity_mix{}; ///< `[workers] activity_mix`: shares inside a task, sum 1 a task
    std::array<ActivitySetting, activity_count> activities{}; ///< `[activities."2.1"]`
    double placebo_share = 0;  ///< of all hours, for an act without effect; only experiments set it
    bool placebo_sham = false; ///< must not change anything
};

/// The settings in force from `from_month` on (0: the first month after burn-in).
struct DatedSettings {
    std::string id; ///< of the policy
    std::int32_t from_month = 0;
    Settings settings;
};

struct Scenario {
    std::string name; ///< file name without folder and suffix
    std::string title, title_id;
    std::uint32_t seed = 1;
    std::uint32_t replicates = 1;
    std::int32_t months = 120;
    std::int32_t burn_in_months = 60;
    std::int32_t start_year = 2025, start_month = 3; ///< calendar month of tick 0
    PopulationDesign population;
    PublishedTables published; ///< figures by province and area that the population is built on
    Settings base;
    std::vector<DatedSettings> policies; ///< ordered by month; each holds all that came before it
    std::vector<Trial> trials;           ///< each runs by itself, beside the run of the scenario
};

/// The settings in force in `tick` (negative in burn-in).
const Settings& settings_at(const Scenario& scenario, std::int32_t tick) noexcept;

/// Every problem of a scenario that is not a matter of reading the file: ranges, sums, counts, combinations.
Problems validate(const Scenario& scenario);

/// What a sound scenario asks for and gets otherwise, such as hours for a task that is switched off, each
/// with a key: nothing to put right, but to be told.
Problems remarks(const Scenario& scenario);

} // namespace tujuh
