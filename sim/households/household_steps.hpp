// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "households/household_block.hpp"
#include "households/village_month.hpp"

/// Steps of the household month that every household takes, side by side. The arithmetic stands in the
/// sub-models' own headers; here their causes are read from the block and their results put there.
namespace tujuh {

/// Below how many poverty lines a household outside the registry is looked for.
inline constexpr float outside_below_lines = 1.2f;

/// Chances of holding all papers, and of standing in the registry, at the household's permanent standing.
void weigh_papers_and_listing(HouseholdBlock& block, const HouseholdRates& rates);

/// Standing, resources after the crisis, and their mean (ODD 7.1, 7.2).
void earn(HouseholdBlock& block, const HouseholdRates& rates, const VillageMonth& month);

/// Consumption, savings and debt, and how likely a fire sale is (ODD 7.3).
void spend(HouseholdBlock& block, const HouseholdRates& rates);

/// Deficits and social functioning (ODD 7.4).
void relax_needs(HouseholdBlock& block, const HouseholdRates& rates, const VillageMonth& month);

/// Wellbeing and care risk (ODD 7.5, 7.12).
void feel(HouseholdBlock& block, const HouseholdRates& rates, const VillageMonth& month);

/// Programmes that come to be known, and known ones not used that are forgotten (ODD 7.6).
void learn(HouseholdBlock& block, const HouseholdRates& rates, const VillageMonth& month);

/// What the households are entitled to, and what they ask for (ODD 7.7).
void decide(HouseholdBlock& block, const HouseholdRates& rates, const VillageMonth& month);

/// Who calls on agencies and workers, and what the village counts.
void report(HouseholdBlock& block, const HouseholdRates& rates, VillageTally& tally);

} // namespace tujuh
