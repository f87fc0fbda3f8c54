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
#include <memory>

namespace tujuh {

namespace {

UsualShare usual_share(double poorest, double mean, const PopulationModel& model) {
    const auto logit = standing_logit(poorest, mean);
    return {static_cast<float>(logit.at_mean),
            static_cast<float>(logit.slope / std::sqrt(model.place_variance + model.permanent_variance))};
}

ChancesOfAll chances_of_all(const HouseholdRates& rates, const Parameters& p) {
    ChancesOfAll chances;
    chances.forgets = ChanceOfHalf(rates.application.knowledge_lapses);
    chances.transport_ends = ChanceOfHalf(rates.application.transport_ends);
    chances.denial_forgotten = ChanceOfHalf(rates.application.denial_forgotten);
    chances.service_stops = ChanceOfHalf(static_cast<float>(p.agencies.stop_rate));
    chances.noticed = ChanceOfHalf(static_cast<float>(p.tasks.notice_rate));
    chances.papers_change = ChanceOfHalf(1.0f - rates.papers_kept);
    chances.misuse_begins = ChanceOfHalf(rates.care.misuse_begins);
    chances.need_changes = ChanceOfHalf(static_cast<float>(need_count) * rates.application.knowledge_lapses);
    chances.recovers = ChanceOfHalf::covering(largest_recovery_chance(rates.shocks));
    chances.sells = ChanceOfHalf::covering(rates.coping.fire_sale_rate);
    chances.asks = ChanceOfHalf(largest_application_chance(rates.application));
    return chances;
}

/// Programmes that check their households equally often stand together.
std::vector<Checks> checks_of(const std::vector<Programme>& programmes) {
    std::vector<Checks> checks;
    for (std::size_t p = 0; p < programmes.size(); ++p) {
        if (programmes[p].recertification_months < 1) continue;
        const auto months = static_cast<std::uint32_t>(programmes[p].recertification_months);
        auto same = std::find_if(checks.begin(), checks.end(),
                                 [months](const Checks& other) { return other.months == months; });
        if (same == checks.end()) same = checks.insert(checks.end(), Checks(months));
        same->programmes |= bit_of(p);
    }
    return checks;
}

} // namespace

HouseholdRates household_rates(const Settings& settings, double national_headcount,
                               InstructionSet instructions) {
    const auto& p = settings.parameters;
    HouseholdRates rates;
    rates.settings = &settings;
    rates.instructions = instructions;
    rates.population = population_model(p.population, national_headcount);
    rates.ageing = ageing_chances(p.population);
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
    rates.score_error = registry_error(p.registry.spread, p.registry.fit);
    rates.distress = static_cast<float>(p.measures.distress);
    rates.need_counts = static_cast<float>(p.measures.known_need);
    rates.doubt_band = static_cast<float>(p.registry.doubt_band);
    rates.chances = chances_of_all(rates, p);
    rates.checks = checks_of(settings.programmes);
    rates.yearly = Checks(months_a_year);
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
        age(world_, village_, first, first + count, rates_.ageing, rates_.population,
            rates_.settings->parameters);
        begin_month(b_, world_, household_number(village_, first), rates_.instructions);
        load(b_, world_.households);
        forget(b_, rates_);
        find_events(b_, rates_, month_);
        fetch_next_block<0>(b_, world_.households);
        age_crises(b_);
        for_some(b_.events, event::papers, &HouseholdEvents::change_papers);
        for_some(b_.events, event::misuse, &HouseholdEvents::change_misuse);
        for_some(b_.events, event::need, &HouseholdEvents::change_need_known);
        for_some(b_.events, event::listing, &HouseholdEvents::change_listing);
        for_some(b_.events, event::crisis, &HouseholdEvents::begin_or_end_crisis);
        draw_for_some(b_.safety_words, Purpose::household_safety, event::safety);
        for_some(b_.events, event::safety, &HouseholdEvents::live_with_harm);
        fetch_next_block<1>(b_, world_.households);
        for_some(b_.crisis, 0xFF, &HouseholdEvents::suffer_crisis);
        for_some(b_.safety, 0xFF, &HouseholdEvents::suffer_harm);
        fetch_next_block<2>(b_, world_.households);
        receive(b_, rates_, month_, village_.tally, counts_);
        for_some(b_.served, month_.services, &HouseholdEvents::serve_on);
        fetch_next_block<3>(b_, world_.households);
        earn(b_, rates_, month_);
        share_in_groups(b_, rates_, village_);
        fetch_next_block<4>(b_, world_.households);
        spend(b_, rates_);
        find_sellers(b_, rates_.chances.sells);
        for_some(b_.sells, 0xFF, &HouseholdEvents::sell_in_need);
        read_marks(b_);
        fetch_next_block<5>(b_, world_.households);
        relax_needs(b_, rates_, month_);
        for_some(b_.served, month_.relieving, &HouseholdEvents::count_relief);
        fetch_next_block<6>(b_, world_.households);
        feel(b_, rates_, month_);
        fetch_next_block<7>(b_, world_.households);
        learn(b_, rates_, month_);
        decide(b_, rates_, month_);
        for_some(b_.files, 0xFF, &HouseholdEvents::consider_asking);
        find_turns();
        report(b_, rates_, counts_);
        for_some(b_.calls, call::distressed, &HouseholdEvents::call_in_distress);
        for_some(b_.calls, call::outside, &HouseholdEvents::call_from_outside);
        for_some(b_.calls, call::doubtful, &HouseholdEvents::report_doubt);
        for_some(b_.calls, call::due, &HouseholdEvents::call_for_check);
        store(b_, world_.households);
    }

    /// Puts what was counted by lane into the village's tally.
    void finish() {
        askers_.file(village_, rates_.application);
        auto& tally = village_.tally;
        for (std::size_t p = 0; p < world_.programme_count; ++p) {
            tally.enrolled[p] = counts_.enrolled[p].total();
            tally.served[p] = counts_.served[p].total();
            tally.full[p] = rates_.settings->programmes[p].benefit * counts_.paid_units[p].total();
            if (!month_.is_cut(p)) tally.gross[p] = tally.full[p];
        }
        for (std::size_t g = 0; g < vulnerable_group_count; ++g)
            tally.vulnerable_outside[g] = counts_.outside[g].total();
        tally.clients = counts_.clients.total();
        tally.crises = counts_.crises.total();
    }

  private:
    /// Whose turn it is this month: the yearly doubts, and the checks of each programme.
    void find_turns() {
        clear(b_.own_month), clear(b_.turns);
        mark_turns(b_.own_month, rates_.yearly, 1);
        for (const auto& checks : rates_.checks) mark_turns(b_.turns, checks, checks.programmes);
    }

    void mark_turns(HouseholdBlock::Marks& marks, const Checks& checks, std::uint8_t bits) const {
        const auto first = numbers_to_turn(household_number(village_, b_.first), world_.tick, checks.months);
        if (first >= HouseholdBlock::most) return;
        const auto its_turn = static_cast<std::uint8_t>(first);
        for (std::size_t k = 0; k < HouseholdBlock::most; ++k)
            marks[k] |= mark_if(checks.remainder[k] == its_turn, bits);
    }

    /// For the lanes in which one of the bits is set.
    void for_some(const HouseholdBlock::Marks& marks, std::uint8_t bits, void (HouseholdEvents::*step)()) {
        for_each_lane(lanes_with(marks, bits) & first_lanes(b_.count), [&](std::uint32_t k) {
            HouseholdEvents household(world_, village_, rates_, month_, b_, askers_, k);
            (household.*step)();
        });
    }

    /// Draws for the lanes with this event.
    void draw_for_some(WordsSideBySide& to, Purpose purpose, std::uint8_t event) {
        const auto lanes = lanes_with(b_.events, event) & first_lanes(b_.count);
        const auto number = household_number(village_, b_.first);
        DrawnFor who;
        std::uint32_t count = 0;
        for_each_lane(lanes, [&](std::uint32_t k) { who.entity[count++] = number + k; });
        alignas(64) WordsSideBySide words;
        draw_words(rates_.instructions, words, who, count, world_.draws, world_.tick, purpose);
        count = 0;
        for_each_lane(lanes, [&](std::uint32_t k) {
            for (std::size_t w = 0; w < 4; ++w) to[w][k] = words[w][count];
            ++count;
        });
    }

    World& world_;
    Village& village_;
    const HouseholdRates& rates_;
    const VillageMonth& month_;
    HouseholdBlock b_;
    VillageCounts counts_;
    Askers askers_;
};

void live_in_village_plain(World& world, Village& village, const HouseholdRates& rates,
                           const VillageMonth& month) {
    BlockMonth block(world, village, rates, month);
    for (std::uint32_t i = village.begin; i < village.end; i += HouseholdBlock::most)
        block.live(i, std::min<std::uint32_t>(HouseholdBlock::most, village.end - i));
    block.finish();
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

ColumnTraffic household_month_traffic() {
    const Households columns;
    const auto block = std::make_unique<HouseholdBlock>();
    ColumnTraffic bytes;
    detail::for_each_loaded(*block, columns,
                            [&](auto&, const auto& column) { bytes.read += sizeof(column[0]); });
    detail::for_each_stored(*block, columns,
                            [&](auto&, const auto& column) { bytes.written += sizeof(column[0]); });
    bytes.read += sizeof(columns.poor_history[0]);
    bytes.written += sizeof(columns.poor_history[0]);
    return bytes;
}

} // namespace tujuh
