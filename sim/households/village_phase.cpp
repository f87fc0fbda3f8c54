// SPDX-License-Identifier: Apache-2.0
// A month in a village, household by household: who lives there, resources and shocks, transfers, consumption
// and coping, needs, wellbeing, knowledge, care, and the decision to ask for help. Sums and short lists for
// the later phases fall out of the same pass. The arithmetic of each step stands in the sub-model's own
// header; here is the order.
#include "households/village_phase.hpp"

#include "agencies/eligibility.hpp"
#include "base/month.hpp"
#include "households/demography.hpp"
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

HouseholdRates household_rates(const Settings& settings, double national_headcount) {
    const auto& p = settings.parameters;
    HouseholdRates rates;
    rates.settings = &settings;
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

/// The parts of one household's month in which it does not do what all do: events, payments, lists. The
/// block holds what the steps side by side worked out, or will read.
class HouseholdMonth {
  public:
    HouseholdMonth(World& world, Village& village, const HouseholdRates& rates, const VillageMonth& month,
                   HouseholdBlock& block, std::uint32_t lane)
        : world_(world), h_(world.households), v_(village), r_(rates), m_(month), b_(block), k_(lane),
          i_(block.first + lane), number_(household_number(village, i_)) {}

    /// What happens to the household before it spends: papers and memory, shocks, payments.
    void meet_events() {
        change_papers_and_memory();
        change_listing(b_.month_words[3][k_]);
        suffer_shocks();
        receive();
        live_with_harm();
    }

  private:
    Words words_of(const std::uint32_t (&words)[4][HouseholdBlock::most]) const {
        return {{words[0][k_], words[1][k_], words[2][k_], words[3][k_]}};
    }
    bool has(std::uint8_t bit) const { return (h_.traits[i_] & bit) != 0; }
    void set(std::uint8_t bit, bool on) {
        h_.traits[i_] = static_cast<std::uint8_t>(on ? h_.traits[i_] | bit : h_.traits[i_] & ~bit);
    }
    bool in_crisis() const { return h_.crisis[i_] != Crisis::none; }
    float size() const { return static_cast<float>(h_.size[i_]); }
    const Programme& programme(std::size_t p) const { return r_.settings->programmes[p]; }

    /// Papers, procedures explained, arranged transport and remembered refusals relax toward what is usual
    /// (ODD 7.0).
    void change_papers_and_memory() {
        const Words a = words_of(b_.change_words);
        if (changes(has(trait::documents), b_.usual_papers[k_], low_half(a.word[0])))
            set(trait::documents, !has(trait::documents));
        if (has(trait::informed) && high_half(a.word[0]) < r_.application.knowledge_lapses)
            set(trait::informed, false);
        if (has(trait::transport) && low_half(a.word[1]) < r_.application.transport_ends)
            set(trait::transport, false);
        if (h_.denied[i_] != 0 && high_half(a.word[1]) < r_.application.denial_forgotten) h_.denied[i_] = 0;
        change_misuse(low_half(a.word[2]), high_half(a.word[2]));
        change_needs_known(a.word[3]);
    }

    /// Whether something that the household has or lacks changes this month, so that the share of those who
    /// have it returns to the usual one at its standing.
    bool changes(bool has_it, float usual, float chance) const {
        return chance < (1.0f - r_.papers_kept) * (has_it ? 1.0f - usual : usual);
    }

    /// Entries in the registry lapse as people move and offices forget, and are made without a worker's
    /// doing; who is in a programme, or asks for one, stays listed.
    void change_listing(std::uint32_t word) {
        if ((h_.enrolled[i_] | h_.pending[i_]) != 0) return;
        if (!changes(has(trait::registered), b_.usual_listing[k_], low_half(word))) return;
        set(trait::registered, !has(trait::registered));
        if (has(trait::registered) && !has(trait::visited))
            h_.score[i_] = registry_score(h_.resource_mean[i_], r_.score_error, world_.draws, number_,
                                          world_.national.registry_round);
    }

    void change_misuse(float chance, float found) {
        if (has(trait::misuse)) {
            if (chance < r_.care.misuse_ends || found < m_.misuse_found || h_.served[i_] == 0)
                set(trait::misuse, false);
        } else if (h_.served[i_] != 0 && chance < r_.care.misuse_begins * (1.0f - h_.preparedness[i_])) {
            set(trait::misuse, true);
        }
    }

    /// A need comes to be known, or is lost from sight, with the half-life of knowledge; one dimension a
    /// month.
    void change_needs_known(std::uint32_t word) {
        const std::size_t d = integer_below(word << 16, need_count);
        const auto bit = static_cast<std::uint8_t>(1u << d);
        const float chance = static_cast<float>(need_count) * r_.application.knowledge_lapses;
        if (high_half(word) >= chance) return;
        if (h_.deficit[d][i_] < r_.need_counts)
            h_.needs_known[i_] = static_cast<std::uint8_t>(h_.needs_known[i_] & ~bit);
        else
            h_.needs_known[i_] = static_cast<std::uint8_t>(h_.needs_known[i_] ^ bit);
    }

    void suffer_shocks() {
        const float draw = uniform_from(b_.month_words[1][k_]);
        begin_or_end_crisis(draw);
        if (!in_crisis()) return;
        b_.in_crisis[k_] = 1.0f;
        b_.is_ill[k_] = h_.crisis[i_] == Crisis::illness ? 1.0f : 0.0f;
        b_.loss[k_] = r_.shocks.loss[static_cast<std::size_t>(h_.crisis[i_])];
    }

    void begin_or_end_crisis(float draw) {
        if (in_crisis()) {
            if (h_.crisis_months[i_] < 255) ++h_.crisis_months[i_];
            const float ends = recovery_chance(h_.capability[i_], h_.morale[i_], h_.support[i_], r_.shocks);
            if (draw < ends) h_.crisis[i_] = Crisis::none, h_.crisis_months[i_] = 0;
            return;
        }
        Crisis kind = shock_of(draw, m_.rural, r_.shocks);
        if (v_.disaster_months > 0 && world_.draws.happens(r_.settings->parameters.shocks.disaster_reach,
                                                           number_, world_.tick, Purpose::disaster_reach))
            kind = Crisis::disaster;
        if (kind == Crisis::none) return;
        h_.crisis[i_] = kind;
        b_.begins[k_] = 1.0f;
        ++v_.tally.crises_begun;
    }

    void receive() {
        service_faults();
        for (std::size_t p = 0; p < world_.programme_count; ++p)
            if (has_bit(h_.served[i_], p)) receive_from(p);
        if (b_.is_ill[k_] > 0) b_.loss[k_] *= 1.0f - b_.premium[k_];
    }

    /// Cards are blocked, accounts fall dormant; the agency's monitoring finds some of them.
    void service_faults() {
        if (h_.enrolled[i_] == 0) return;
        const Words words = words_of(b_.fault_words);
        for (std::size_t p = 0; p < world_.programme_count; ++p) {
            if (!has_bit(h_.enrolled[i_], p)) continue;
            const float chance = p % 2 == 0 ? low_half(words.word[p / 2]) : high_half(words.word[p / 2]);
            if (has_bit(h_.served[i_], p) ? chance < r_.service_stops : chance < m_.repair[p] * m_.quality[p])
                h_.served[i_] ^= bit_of(p);
        }
    }

    void receive_from(std::size_t p) {
        const auto& rule = programme(p);
        const float leaked = m_.leaked[p].of(has(trait::informed));
        const auto& district = world_.districts[v_.district];
        const Rupiah units = units_of(rule, h_, i_);
        const Payment paid = payment(rule.benefit, units, district.paid_share[p], leaked);
        v_.tally.full[p] += rule.benefit * units;
        v_.tally.gross[p] += paid.gross;
        v_.tally.leaked[p] += paid.leaked;
        const float use = std::min(1.0f, m_.quality[p] * (0.5f + h_.preparedness[i_]));
        const float arrives =
            paid.gross > 0 ? static_cast<float>(paid.delivered()) / static_cast<float>(paid.gross) : 0.0f;
        switch (rule.kind) {
        case ProgrammeKind::cash:
        case ProgrammeKind::food: {
            const float misused =
                rule.kind == ProgrammeKind::cash && has(trait::misuse) ? r_.care.misuse_loss : 0.0f;
            b_.cash[k_] += static_cast<float>(paid.delivered()) * (1.0f - misused);
            break;
        }
        case ProgrammeKind::premium:
            b_.premium[k_] = r_.needs.premium_protects * use * arrives;
            break;
        case ProgrammeKind::service:
        case ProgrammeKind::asset:
            b_.relief_cost[k_] += paid.gross;
            break;
        }
        for (std::size_t d = 0; d < need_count; ++d) {
            const float relief = static_cast<float>(rule.relief[d]) * use * arrives;
            b_.relief[d][k_] = 1.0f - (1.0f - b_.relief[d][k_]) * (1.0f - relief);
        }
        if (rule.service_months > 0 && !in_service_) serve_on(p);
    }

    /// One service at a time counts its months; when they are over the agency releases the household.
    void serve_on(std::size_t p) {
        in_service_ = true;
        if (++h_.service_months[i_] < static_cast<unsigned>(programme(p).service_months)) return;
        h_.service_months[i_] = 0;
        v_.due.push_back({i_, static_cast<std::uint8_t>(p), true});
    }

    /// Neglect and violence begin, end, are reported or recur (ODD 7.12).
    void live_with_harm() {
        const Safety before = h_.safety[i_];
        const Safety now = before == Safety::safe ? safe_or_harmed() : not_safe(before);
        h_.safety[i_] = now;
        b_.harmed[k_] = is_harmed(now) ? 1.0f : 0.0f;
        const bool misuses = has(trait::misuse);
        if (now == Safety::known || misuses)
            v_.supervisable.push_back(
                {i_, h_.care_risk[i_] + (now == Safety::known ? 1.0f : 0.0f) + (misuses ? 0.1f : 0.0f)});
    }

    Safety safe_or_harmed() {
        // The low bits of a word of which `uniform_from` reads the high ones.
        if (b_.month_words[2][k_] % safe_thinning != 0) return Safety::safe;
        const float draw = world_.draws.uniform(number_, world_.tick, Purpose::household_safety);
        const SafeMonth month = month_of_safe(draw, h_.care_risk[i_], r_.care);
        if (month.falsely_reported) v_.reported.push_back(i_);
        if (!month.harmed) return Safety::safe;
        ++v_.tally.harms_begun;
        return Safety::harmed;
    }

    Safety not_safe(Safety before) {
        const Words words = world_.draws.words(number_, world_.tick, Purpose::household_safety);
        const Safety now = next_safety(before, words, h_.care_risk[i_], v_.awareness, r_.care);
        if (before == Safety::harmed && now == Safety::reported) v_.reported.push_back(i_);
        if (!is_harmed(before)) {
            ++v_.tally.watched;
            if (now == Safety::harmed) ++v_.tally.harms_again;
        }
        return now;
    }

  public:
    /// Members in crisis are paid out, the others pay in (ODD 7.9). Whole rupiah a household; negative when
    /// paid in.
    void share_in_groups() {
        const unsigned mask = h_.groups[i_];
        if (mask == 0) return;
        float aid = 0;
        for (std::size_t g = 0; g < group_kind_count; ++g) {
            if (!has_bit(mask, g)) continue;
            const auto& group = v_.groups[g];
            ++v_.tally.members[g];
            if (in_crisis()) {
                v_.tally.paid_out[g] += group.payout;
                aid += static_cast<float>(group.payout);
            } else {
                const auto paid =
                    static_cast<Rupiah>(b_.resources[k_] * size() *
                                        static_cast<float>(r_.settings->parameters.informal.contribution));
                v_.tally.contributed[g] += paid;
                aid -= static_cast<float>(paid);
            }
        }
        b_.aid[k_] = aid;
    }

    /// The sale of what the household lives from: relief at once, a lasting loss of standing.
    void sell_in_need() {
        if (uniform_from(b_.month_words[2][k_]) >= b_.sale_chance[k_]) return;
        const float e = b_.transitory[k_], lost = r_.coping.fire_sale_loss;
        b_.permanent[k_] -= lost;
        const float after = consumption_at(m_.curve, b_.permanent[k_] + e);
        const float before = consumption_at(m_.curve, b_.permanent[k_] + lost + e);
        v_.tally.assets_lost += static_cast<double>((before - after) * size());
        b_.consumption[k_] += b_.gap[k_] * b_.accustomed[k_];
    }

    /// Deficit that services took away, and what they cost.
    void count_relief() {
        if (b_.relief_cost[k_] <= 0) return;
        double relieved = 0;
        for (std::size_t d = 0; d < need_count; ++d) {
            const float target = b_.target[d][k_];
            relieved += static_cast<double>(target - target * (1.0f - b_.relief[d][k_]));
        }
        v_.tally.relief += relieved;
        v_.tally.relief_rupiah += static_cast<double>(b_.relief_cost[k_]);
    }

    /// Requests, and the lists that agencies and workers read.
    void join_lists() {
        for (unsigned files = b_.files[k_]; files != 0; files &= files - 1)
            v_.filings.push_back({i_, lowest_bit(files), false});
        const std::uint32_t calls = b_.calls[k_];
        if (calls == 0) return;
        if ((calls & call::distressed) != 0)
            v_.distressed.push_back({i_, 1.0f - b_.functioning[k_] + (in_crisis() ? 0.5f : 0.0f)});
        if ((calls & call::outside) != 0) v_.outside.push_back({i_, outside_below_lines - b_.lines[k_]});
        if ((calls & call::doubtful) != 0) report_doubt();
        for (unsigned due = b_.turns[k_] & b_.enrolled[k_]; due != 0; due &= due - 1)
            v_.due.push_back({i_, lowest_bit(due), false});
    }

  private:
    void report_doubt() {
        float nearest = r_.doubt_band;
        for (std::size_t p = 0; p < world_.programme_count; ++p)
            if (programme(p).channel == Channel::push && meets_conditions(programme(p), h_, i_))
                nearest = std::min(nearest, std::fabs(h_.score[i_] - m_.log_cutoff[p]));
        if (nearest < r_.doubt_band) v_.doubtful.push_back({i_, 1.0f - nearest / r_.doubt_band});
    }

    static std::uint8_t lowest_bit(unsigned mask) { return static_cast<std::uint8_t>(__builtin_ctz(mask)); }

    World& world_;
    Households& h_;
    Village& v_;
    const HouseholdRates& r_;
    const VillageMonth& m_;
    HouseholdBlock& b_;
    std::uint32_t k_;         ///< its lane in the block
    std::uint32_t i_;         ///< its index in the columns
    std::uint32_t number_;    ///< nation-wide
    bool in_service_ = false; ///< a service or asset is under way
};

/// The households of a village take their steps in blocks: what all do, side by side; what only some do, one
/// by one.
class BlockMonth {
  public:
    BlockMonth(World& world, Village& village, const HouseholdRates& rates, const VillageMonth& month)
        : world_(world), village_(village), rates_(rates), month_(month) {}

    void live(std::uint32_t first, std::uint32_t count) {
        block_.first = first;
        block_.count = count;
        for (std::uint32_t i = first; i < first + count; ++i)
            age(world_, village_, i, rates_.population, rates_.settings->parameters);
        begin_month(block_, world_, household_number(village_, first));
        weigh_papers_and_listing(block_, rates_);
        for_each(&HouseholdMonth::meet_events);
        load(block_, world_.households);
        earn(block_, rates_, month_);
        for_each(&HouseholdMonth::share_in_groups);
        spend(block_, rates_);
        for_each(&HouseholdMonth::sell_in_need);
        relax_needs(block_, rates_, month_);
        for_each(&HouseholdMonth::count_relief);
        feel(block_, rates_, month_);
        learn(block_, rates_, month_);
        decide(block_, rates_, month_);
        store(block_, world_.households);
        remember(block_, world_.households);
        find_turns();
        report(block_, rates_, village_.tally);
        for_each(&HouseholdMonth::join_lists);
    }

  private:
    /// Whose turn it is this month: the yearly doubts, and the checks of each programme.
    void find_turns() {
        std::fill_n(block_.turns, block_.lanes(), 0u);
        mark_turns(12, HouseholdBlock::own_month);
        for (std::size_t p = 0; p < world_.programme_count; ++p)
            mark_turns(static_cast<std::int32_t>(rates_.settings->programmes[p].recertification_months),
                       bit_of(p));
    }

    void mark_turns(std::int32_t period, std::uint32_t bit) {
        if (period <= 0) return;
        const auto step = static_cast<std::uint32_t>(period);
        const auto number = household_number(village_, block_.first);
        for (auto k = numbers_to_turn(number, world_.tick, step); k < block_.count; k += step)
            block_.turns[k] |= bit;
    }

    void for_each(void (HouseholdMonth::*step)()) {
        for (std::uint32_t k = 0; k < block_.count; ++k) {
            HouseholdMonth household(world_, village_, rates_, month_, block_, k);
            (household.*step)();
        }
    }

    World& world_;
    Village& village_;
    const HouseholdRates& rates_;
    const VillageMonth& month_;
    HouseholdBlock block_;
};

} // namespace

void village_phase(World& world, std::uint32_t index, const HouseholdRates& rates) {
    auto& village = world.villages[index];
    village.tally = {};
    village.filings.clear();
    village.distressed.clear();
    village.outside.clear();
    village.doubtful.clear();
    village.due.clear();
    village.reported.clear();
    village.supervisable.clear();
    const VillageMonth month = village_month(world, village, rates);
    BlockMonth block(world, village, rates, month);
    for (std::uint32_t i = village.begin; i < village.end; i += HouseholdBlock::most)
        block.live(i, std::min<std::uint32_t>(HouseholdBlock::most, village.end - i));
    for (std::size_t p = 0; p < world.programme_count; ++p)
        village.peers_enrolled[p] =
            static_cast<float>(village.tally.enrolled[p]) / static_cast<float>(village.sampled());
}

} // namespace tujuh
