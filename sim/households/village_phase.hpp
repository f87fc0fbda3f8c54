// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/chance_of_half.hpp"
#include "base/instruction_sets.hpp"
#include "base/many_draws.hpp"
#include "households/application.hpp"
#include "households/care.hpp"
#include "households/coping.hpp"
#include "households/demography.hpp"
#include "households/needs.hpp"
#include "households/resources.hpp"
#include "households/shocks.hpp"
#include "households/wellbeing.hpp"
#include "scenario/scenario.hpp"
#include "world/population.hpp"
#include "world/world.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace tujuh {

/// The share of households that have something, as a logit over permanent standing.
struct UsualShare {
    float at_mean = 0, slope = 0;
    float of(float permanent) const { return logistic(at_mean + slope * permanent); }
};

/// Monthly chances that are the same for all households, or the largest that any household has.
struct ChancesOfAll {
    ChanceOfHalf forgets, transport_ends, denial_forgotten, service_stops, noticed;
    ChanceOfHalf papers_change, misuse_begins, need_changes, recovers, sells, asks; ///< largest
};

/// Programmes that check each of their households once in so many months.
struct Checks {
    std::uint32_t months = 1;
    ProgrammeMask programmes = 0;
    alignas(64) std::array<std::uint8_t, most_side_by_side> remainder{}; ///< of a lane's place by the months

    Checks() = default;
    explicit Checks(std::uint32_t every) : months(every) {
        for (std::uint32_t k = 0; k < most_side_by_side; ++k)
            remainder[k] = static_cast<std::uint8_t>(k % months);
    }
};

/// Monthly rates of all household sub-models, worked out once a month from the settings in force.
struct HouseholdRates {
    const Settings* settings = nullptr;
    InstructionSet instructions = InstructionSet::plain;
    PopulationModel population;
    AgeingChances ageing;
    ResourceRates resources{};
    ShockRates shocks{};
    CopingRates coping{};
    NeedRates needs{};
    WellbeingRates wellbeing{};
    ApplicationRates application{};
    CareRates care{};
    UsualShare papers, listing; ///< holding all papers; standing in the registry
    float papers_kept = 0;      ///< share of a deviation from these usual shares that is left after a month
    double score_error = 0;     ///< of the registry, log points
    ChancesOfAll chances;
    std::vector<Checks> checks;
    Checks yearly; ///< of doubts about listed households
    float distress = 0, need_counts = 0, doubt_band = 0;
};

/// With the widest instruction set of the machine, unless a narrower one is asked for.
HouseholdRates household_rates(const Settings& settings, double national_headcount,
                               InstructionSet instructions = widest_instruction_set());

/// One month of the households of one village (ODD 7.1-7.7, 7.12, 7.13). Reads last month's programme rules,
/// agencies, groups and distances; writes the columns of its own households, and the tally and short lists of
/// the village.
void village_phase(World& world, std::uint32_t village, const HouseholdRates& rates);

/// Bytes of its columns that a month of the village reads and writes for each household.
struct ColumnTraffic {
    std::size_t read = 0, written = 0;
};
ColumnTraffic household_month_traffic();

} // namespace tujuh
