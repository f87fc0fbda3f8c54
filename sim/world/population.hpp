// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/parameters.hpp"
#include "world/consumption_distribution.hpp"
#include "world/household_size.hpp"
#include "world/world.hpp"

namespace tujuh {

/// A chance that rises or falls with standing along a logistic line.
struct StandingLogit {
    double at_mean = 0, slope = 0; ///< log odds, log odds a standard deviation
    double chance(double standing) const noexcept { return logistic(at_mean + slope * standing); }
};

/// The line through its values two standard deviations below the mean and at the mean.
StandingLogit standing_logit(double poorest, double mean) noexcept;

/// What decides who lives in a household, worked out once from the parameters (ODD 7.1, 7.13).
struct PopulationModel {
    SizeGradient sizes;        ///< how size falls with permanent standing, at the national mean size
    double place_variance = 0; ///< between villages, districts included
    double district_variance = 0;
    double permanent_variance = 0;
    double transitory_variance = 0; ///< with those of place and permanent standing it makes one
    double individual_spread = 0;   ///< of permanent standing within a village
    double permanent_spread = 0;    ///< of permanent standing, the place included
    float transitory_spread = 0;
    StandingLogit documents;                             ///< chance of holding all papers
    std::array<float, largest_household + 1> all_able{}; ///< [size] chance that nobody has a disability
};

PopulationModel population_model(const PopulationParameters& p, double national_headcount);

/// Draws the first people of a village, household by household.
void populate_village(World& world, const Village& village, const PopulationModel& model,
                      const Parameters& p);

/// Draws the people of one household anew, those of its `generation`, with the standing of its village. All
/// other columns of the household are written; programmes, groups and cases are empty.
void populate_household(World& world, const Village& village, std::uint32_t household,
                        const PopulationModel& model, const Parameters& p);

} // namespace tujuh
