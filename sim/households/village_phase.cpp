// SPDX-License-Identifier: Apache-2.0
// A month in a village, household by household: who lives there, resources and shocks, transfers, consumption
// and coping, needs, wellbeing, knowledge, care, and the decision to ask for help. Sums and short lists for
// the later phases fall out of the same pass. The arithmetic of each step stands in the sub-model's own
// header; here is the order.
#include "households/village_phase.hpp"

#include "base/instruction_sets.hpp"
#include "base/month.hpp"
#include "households/demography.hpp"
#include "households/household_events.hpp"
#include "households/household_steps.hpp"
#include "households/village_month.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

namespace {

UsualShare usual_share(double poorest, double mean, const PopulationModel& model) {
    const auto logit = standing_logit(poorest, mean);
    return {static_cast<float>(logit.at_mean),
            static_cast<float>(logit.slope / std::sqrt(model.place_variance + model.permanent_variance))};
}

} // namespace

HouseholdRates household_rates(const Settings& settings, double national_headcount,
                               InstructionSet instructions) {
    const auto& p = settings.parameters;
    HouseholdRates rates;
    rates.settings = &settings;
    rates.instructions = instructions;
    rates.population = population_model(p.population, national_headcount);
    rates.resources = resource_rates(p.resources, p.relaxation, rates.population);
    rates.shocks = shock_rates(p.shocks);
    rates.coping = coping_rates(p.coping);
    rates.needs = need_rates(p.needs);
    rates.wellbeing = wellbeing_rates(p.wellbeing, p.coping, p.tasks, p.relaxation);
    rates.application = application_rates(p.application, p.relaxation.knowledge);
    rates.care = care_rates(p.care);
    rates.papers = usual_share(p.population.documents_poorest, p.population.documents_mean, rates.population);
    rates.listing = usual_share(p.registry.coverage_poorest, p.registry.coverage_mean, rates.population);
    rates.papers_kept = static_cast<float>(monthly_retention(p.relaxation.knowledge));
    rates.noticed = static_cast<float>(p.tasks.notice_rate);
    rates.score_error = registry_error(p.registry.spread, p.registry.fit);
    rates.service_stops = static_cast<float>(p.agencies.stop_rate);
    rates.distress = static_cast<float>(p.measures.distress);
    rates.need_counts = static_cast<float>(p.measures.known_need);
    rates.doubt_band = static_cast<float>(p.registry.doubt_band);
    return rates;
}

namespace {

/// The households of a village take their steps in blocks: what all do, side by side; what only some do, one
/// by one.
class BlockMonth {
  public:
    BlockMonth(World& world, Village& village, const HouseholdRates& rates, const VillageMonth& month)
        : world_(world), village_(village), rates_(rates), month_(month) {}

    void live(std::uint32_t first, std::uint32_t count) {
        b_.first = first;
        b_.count = count;
        fetch_ahead(b_, world_.households);
        grow_older();
        begin_month(b_, world_, household_number(village_, first), rates_.instructions);
        load(b_, world_.households);
        change_papers_and_memory(b_, rates_);
        change_misuse(b_, rates_, month_.misuse_found);
        change_needs_known(b_, rates_);
        find_events(b_, rates_, month_);
        age_crises(b_);
        for_some(b_.events, &HouseholdEvents::meet);
        suffer(b_, rates_.shocks);
        receive(b_, rates_, month_, village_.tally);
        for_some(b_.served, &HouseholdEvents::serve_on, month_.services);
        earn(b_, rates_, month_);
        share_in_groups(b_, rates_, village_);
        spend(b_, rates_);
        list_sales(b_);
        for_listed(&HouseholdEvents::sell_in_need);
        relax_needs(b_, rates_, month_);
        for_some(b_.relief_cost, &HouseholdEvents::count_relief);
        feel(b_, rates_, month_);
        learn(b_, rates_, month_);
        decide(b_, rates_, month_);
        for_some(b_.files, &HouseholdEvents::ask);
        find_turns();
        report(b_, rates_, village_.tally);
        for_some(b_.calls, &HouseholdEvents::join_lists);
        store(b_, world_.households);
    }

  private:
    /// Once a year in the household's own month.
    void grow_older() {
        const auto number = household_number(village_, b_.first);
        for (auto k = numbers_to_turn(number, world_.tick, 12, ageing_offset); k < b_.count; k += 12)
            age(world_, village_, b_.first + k, rates_.population, rates_.settings->parameters);
    }

    /// Whose turn it is this month: the yearly doubts, and the checks of each programme.
    void find_turns() {
        std::fill_n(b_.turns, b_.lanes(), 0u);
        mark_turns(12, HouseholdBlock::own_month);
        for (std::size_t p = 0; p < world_.programme_count; ++p)
            mark_turns(static_cast<std::int32_t>(rates_.settings->programmes[p].recertification_months),
                       bit_of(p));
    }

    void mark_turns(std::int32_t period, std::uint32_t bit) {
        if (period <= 0) return;
        const auto step = static_cast<std::uint32_t>(period);
        const auto number = household_number(village_, b_.first);
        for (auto k = numbers_to_turn(number, world_.tick, step); k < b_.count; k += step) b_.turns[k] |= bit;
    }

    using Step = void (HouseholdEvents::*)();

    /// For the lanes in which one of the bits is set.
    template <class Value>
    void for_some(const Value (&bits)[HouseholdBlock::most], Step step, unsigned of = ~0u) {
        list_lanes(b_, bits, of);
        for_listed(step);
    }
    void for_listed(Step step) {
        for (std::uint32_t n = 0; n < b_.listed; ++n) {
            HouseholdEvents household(world_, village_, rates_, month_, b_, b_.list[n]);
            (household.*step)();
        }
    }

    World& world_;
    Village& village_;
    const HouseholdRates& rates_;
    const VillageMonth& month_;
    HouseholdBlock b_;
};

void live_in_village_plain(World& world, Village& village, const HouseholdRates& rates,
                           const VillageMonth& month) {
    BlockMonth block(world, village, rates, month);
    for (std::uint32_t i = village.begin; i < village.end; i += HouseholdBlock::most)
        block.live(i, std::min<std::uint32_t>(HouseholdBlock::most, village.end - i));
}

TUJUH_COMPILE_FOR_EACH_SET(live_in_village,
                           (World & world, Village& village, const HouseholdRates& rates,
                            const VillageMonth& month),
                           (world, village, rates, month))

void clear_month(Village& village) {
    village.tally = {};
    village.filings.clear();
    village.distressed.clear();
    village.outside.clear();
    village.doubtful.clear();
    village.due.clear();
    village.reported.clear();
    village.supervisable.clear();
}

} // namespace

void village_phase(World& world, std::uint32_t index, const HouseholdRates& rates) {
    auto& village = world.villages[index];
    clear_month(village);
    live_in_village(rates.instructions, world, village, rates, village_month(world, village, rates));
    for (std::size_t p = 0; p < world.programme_count; ++p)
        village.peers_enrolled[p] =
            static_cast<float>(village.tally.enrolled[p]) / static_cast<float>(village.sampled());
}

} // namespace tujuh
