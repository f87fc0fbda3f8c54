// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "households/application.hpp"
#include "households/care.hpp"
#include "households/coping.hpp"
#include "households/needs.hpp"
#include "households/resources.hpp"
#include "households/shocks.hpp"
#include "households/wellbeing.hpp"
#include "scenario/scenario.hpp"
#include "world/population.hpp"
#include "world/world.hpp"

namespace tujuh {

/// Monthly rates of all household sub-models, worked out once a month from the settings in force.
struct HouseholdRates {
    const Settings* settings = nullptr;
    PopulationModel population;
    ResourceRates resources{};
    ShockRates shocks{};
    CopingRates coping{};
    NeedRates needs{};
    WellbeingRates wellbeing{};
    ApplicationRates application{};
    CareRates care{};
    float papers_at_mean = 0, papers_slope = 0; ///< logit of holding papers by permanent standing
    float documents_kept = 0; ///< share of a deviation of papers from their usual share that is left
    float service_stops = 0;  ///< chance a month
    float distress = 0, need_counts = 0, doubt_band = 0;
};

HouseholdRates household_rates(const Settings& settings, double national_headcount);

/// One month of the households of one village (ODD 7.1-7.7, 7.12, 7.13). Reads last month's programme rules,
/// agencies, groups and distances; writes the columns of its own households, and the tally and short lists of
/// the village.
void village_phase(World& world, std::uint32_t village, const HouseholdRates& rates);

} // namespace tujuh
