// SPDX-License-Identifier: Apache-2.0
// A month in a village, household by household: who lives there, resources and shocks, transfers, consumption
// and coping, needs, wellbeing, knowledge, care, and the decision to ask for help. Sums and short lists for
// the later phases fall out of the same pass. The arithmetic of each step stands in the sub-model's own
// header; here is the order.
#include "households/village_phase.hpp"

#include "agencies/delivery.hpp"
#include "agencies/eligibility.hpp"
#include "base/month.hpp"
#include "households/demography.hpp"

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

/// What is the same for all households of the village and month.
struct VillageMonth {
    CurveOf<float> curve{};
    float poverty_line = 0, distance_km = 0;
    bool rural = false;
    std::array<float, max_programmes> cutoff{}, log_cutoff{}, quality{}, burden{};
    std::array<LeakedShare<float>, max_programmes> leaked{};
    std::array<std::array<float, 2>, max_programmes> learning{}; ///< [programme][member of a group]
    std::array<std::size_t, max_programmes> need{};
    float repair = 0, misuse_found = 0;
};

VillageMonth prepare(const World& world, const Village& village, const HouseholdRates& rates) {
    const auto& s = *rates.settings;
    const auto& district = world.districts[village.district];
    const auto& province = world.provinces[village.province];
    const auto area = static_cast<std::size_t>(village.area);
    VillageMonth month;
    month.curve = in_single_precision(province.curve[area]);
    month.poverty_line = static_cast<float>(province.poverty_line[area]);
    month.distance_km = district.frame[village.frame].distance_km;
    month.rural = village.area == Area::rural;
    const auto& a = s.parameters.agencies;
    float closest_watch = 0;
    for (std::size_t p = 0; p < world.programme_count; ++p) {
        const auto& programme = s.programmes[p];
        const auto& agency = district.agencies[static_cast<std::size_t>(programme.agency)];
        month.cutoff[p] = static_cast<float>(world.national.cutoff[p]);
        month.log_cutoff[p] = log(month.cutoff[p]);
        month.quality[p] = agency.quality;
        month.burden[p] = agency.burden;
        month.leaked[p] =
            leaked_share(static_cast<float>(programme.leakage), static_cast<float>(a.bargain),
                         static_cast<float>(s.parameters.tasks.supervision_leakage), district.supervision[p]);
        month.need[p] = main_need_of(programme);
        for (int member = 0; member < 2; ++member)
            month.learning[p][static_cast<std::size_t>(member)] = learning_chance(
                static_cast<double>(village.peers_enrolled[p]), member != 0, s.parameters.application);
        if (programme.kind == ProgrammeKind::cash)
            closest_watch = std::max(closest_watch, district.supervision[p]);
    }
    month.repair = static_cast<float>(a.repair_rate);
    month.misuse_found = static_cast<float>(
        1.0 - exp(-s.parameters.tasks.supervision_misuse * static_cast<double>(closest_watch)));
    return month;
}

/// Transfers of the month a person, and how far services relieve each need.
struct Received {
    float cash = 0;                         ///< rupiah a household
    float premium = 0;                      ///< 0-1
    std::array<float, need_count> relief{}; ///< share of the target taken away
    Rupiah relief_cost = 0;
};

class HouseholdMonth {
  public:
    HouseholdMonth(World& world, Village& village, const HouseholdRates& rates, const VillageMonth& month,
                   std::uint32_t household)
        : world_(world), h_(world.households), v_(village), r_(rates), m_(month), i_(household),
          number_(household_number(village, household)) {}

    void live() {
        const Words words = draw(Purpose::household_month);
        change_papers_and_memory();
        change_listing(words.word[3]);
        suffer_shocks(words);
        const Received received = receive();
        consume(received, words);
        relax_needs(received);
        feel();
        learn();
        decide();
        report(high_half(words.word[3]));
    }

  private:
    Words draw(Purpose purpose, std::uint32_t block = 0) const {
        return world_.draws.words(number_, world_.tick, purpose, block);
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
        const Words a = draw(Purpose::household_change);
        if (changes(has(trait::documents), r_.papers, low_half(a.word[0])))
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
    bool changes(bool has_it, const UsualShare& usual, float chance) const {
        const float share = usual.of(h_.permanent[i_]);
        return chance < (1.0f - r_.papers_kept) * (has_it ? 1.0f - share : share);
    }

    /// Entries in the registry lapse as people move and offices forget, and are made without a worker's
    /// doing; who is in a programme, or asks for one, stays listed.
    void change_listing(std::uint32_t word) {
        if ((h_.enrolled[i_] | h_.pending[i_]) != 0) return;
        if (!changes(has(trait::registered), r_.listing, low_half(word))) return;
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

    void suffer_shocks(const Words& words) {
        begins_ = false;
        if (in_crisis()) {
            if (h_.crisis_months[i_] < 255) ++h_.crisis_months[i_];
            const float ends = recovery_chance(h_.capability[i_], h_.morale[i_], h_.support[i_], r_.shocks);
            if (uniform_from(words.word[1]) < ends) h_.crisis[i_] = Crisis::none, h_.crisis_months[i_] = 0;
            return;
        }
        Crisis kind = shock_of(uniform_from(words.word[1]), m_.rural, r_.shocks);
        if (v_.disaster_months > 0 && world_.draws.happens(r_.settings->parameters.shocks.disaster_reach,
                                                           number_, world_.tick, Purpose::disaster_reach))
            kind = Crisis::disaster;
        if (kind == Crisis::none) return;
        h_.crisis[i_] = kind;
        begins_ = true;
        ++v_.tally.crises_begun;
    }

    Received receive() {
        Received received;
        service_faults();
        for (std::size_t p = 0; p < world_.programme_count; ++p)
            if (has_bit(h_.served[i_], p)) receive_from(p, received);
        return received;
    }

    /// Cards are blocked, accounts fall dormant; the agency's monitoring finds some of them.
    void service_faults() {
        if (h_.enrolled[i_] == 0) return;
        const Words words = draw(Purpose::service_fault);
        for (std::size_t p = 0; p < world_.programme_count; ++p) {
            if (!has_bit(h_.enrolled[i_], p)) continue;
            const float chance = p % 2 == 0 ? low_half(words.word[p / 2]) : high_half(words.word[p / 2]);
            if (has_bit(h_.served[i_], p) ? chance < r_.service_stops : chance < m_.repair * m_.quality[p])
                h_.served[i_] ^= bit_of(p);
        }
    }

    void receive_from(std::size_t p, Received& received) {
        const auto& rule = programme(p);
        const float leaked = m_.leaked[p].of(has_bit(h_.known[i_], p));
        const auto& district = world_.districts[v_.district];
        const Payment paid = payment(rule.benefit, units_of(rule, h_, i_), district.paid_share[p], leaked);
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
            received.cash += static_cast<float>(paid.delivered()) * (1.0f - misused);
            break;
        }
        case ProgrammeKind::premium:
            received.premium = r_.needs.premium_protects * use * arrives;
            break;
        case ProgrammeKind::service:
        case ProgrammeKind::asset:
            received.relief_cost += paid.gross;
            break;
        }
        for (std::size_t d = 0; d < need_count; ++d) {
            const float relief = static_cast<float>(rule.relief[d]) * use * arrives;
            received.relief[d] = 1.0f - (1.0f - received.relief[d]) * (1.0f - relief);
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

    void consume(const Received& received, const Words& words) {
        auto& e = h_.transitory[i_];
        e = next_transitory(e, normal_from(words.word[0]), r_.resources);
        h_.permanent[i_] = relax(h_.permanent[i_], h_.permanent_start[i_], r_.resources.permanent_kept);
        float resources = consumption_at(m_.curve, h_.permanent[i_] + e);
        if (in_crisis()) {
            float loss = r_.shocks.loss[static_cast<std::size_t>(h_.crisis[i_])];
            if (h_.crisis[i_] == Crisis::illness) loss *= 1.0f - received.premium;
            resources *= share_left(loss, h_.capability[i_], r_.shocks);
        }
        h_.resource_mean[i_] = relax(h_.resource_mean[i_], resources, r_.resources.mean_kept);

        const float transfer = h_.transfer[i_] = received.cash / size();
        const float accustomed = h_.resource_mean[i_] + transfer;
        const float cash = resources + transfer + mutual_aid(resources) / size();
        auto budget =
            cope(cash, accustomed, size(), h_.savings[i_], h_.debt[i_], h_.coping_efficiency[i_], r_.coping);
        const float sale = fire_sale_chance(budget.gap, h_.coping_efficiency[i_], r_.coping);
        if (uniform_from(words.word[2]) < sale) {
            h_.permanent[i_] -= r_.coping.fire_sale_loss;
            const float after = consumption_at(m_.curve, h_.permanent[i_] + e);
            const float before = consumption_at(m_.curve, h_.permanent[i_] + r_.coping.fire_sale_loss + e);
            v_.tally.assets_lost += static_cast<double>((before - after) * size());
            budget.consumption += budget.gap * accustomed;
        }
        h_.savings[i_] = budget.savings;
        h_.debt[i_] = budget.debt;
        h_.consumption[i_] = budget.consumption;
    }

    /// Members in crisis are paid out, the others pay in (ODD 7.9). Whole rupiah a household; negative when
    /// paid in.
    float mutual_aid(float resources) {
        const unsigned mask = h_.groups[i_];
        if (mask == 0) return 0;
        float aid = 0;
        for (std::size_t g = 0; g < group_kind_count; ++g) {
            if (!has_bit(mask, g)) continue;
            const auto& group = v_.groups[g];
            ++v_.tally.members[g];
            if (in_crisis()) {
                v_.tally.paid_out[g] += group.payout;
                aid += static_cast<float>(group.payout);
            } else {
                const auto paid = static_cast<Rupiah>(
                    resources * size() * static_cast<float>(r_.settings->parameters.informal.contribution));
                v_.tally.contributed[g] += paid;
                aid -= static_cast<float>(paid);
            }
        }
        return aid;
    }

    void relax_needs(const Received& received) {
        NeedCauses<float> c{};
        c.lines = h_.consumption[i_] / m_.poverty_line;
        c.schooling = static_cast<float>(h_.schooling[i_]) / 16.0f;
        c.has_children = h_.children[i_] > 0 ? 1.0f : 0.0f;
        c.needs_care = h_.elders[i_] + h_.disabled[i_] > 0 ? 1.0f : 0.0f;
        c.in_crisis = in_crisis() ? 1.0f : 0.0f;
        c.is_ill = h_.crisis[i_] == Crisis::illness ? 1.0f : 0.0f;
        c.without_papers = has(trait::documents) ? 0.0f : 1.0f;
        c.care_risk = h_.care_risk[i_];
        c.stigma = h_.stigma[i_];
        c.premium = received.premium;
        const auto target = need_targets(c, r_.needs);
        double relieved = 0;
        for (std::size_t d = 0; d < need_count; ++d) {
            const float left = target[d] * (1.0f - received.relief[d]);
            relieved += static_cast<double>(target[d] - left);
            h_.deficit[d][i_] = relax(h_.deficit[d][i_], left, kept_of(static_cast<Need>(d), r_.needs));
        }
        if (received.relief_cost > 0) {
            v_.tally.relief += relieved;
            v_.tally.relief_rupiah += static_cast<double>(received.relief_cost);
        }
    }

    void feel() {
        const auto& w = r_.wellbeing;
        const float member = h_.groups[i_] != 0 ? 1.0f : 0.0f;
        const float schooling = static_cast<float>(h_.schooling[i_]) / 16.0f;
        float peers = 0;
        for (std::size_t p = 0; p < world_.programme_count; ++p)
            peers = std::max(peers, v_.peers_enrolled[p]);
        h_.morale[i_] = next_morale(h_.morale[i_], begins_ ? 1.0f : 0.0f, member, w);
        h_.stigma[i_] = next_stigma(h_.stigma[i_], peers, w);
        h_.capability[i_] =
            next_capability(h_.capability[i_], schooling, static_cast<float>(h_.crisis_months[i_]), w);
        h_.support[i_] = relax(h_.support[i_], w.group_support * member, w.support_kept);
        const float usual = w.efficiency_base + w.efficiency_capability * h_.capability[i_];
        h_.coping_efficiency[i_] = relax(h_.coping_efficiency[i_], usual, w.efficiency_kept);
        h_.preparedness[i_] = relax(h_.preparedness[i_], w.preparedness_base, w.preparedness_kept);
        const float dependants =
            static_cast<float>(h_.children[i_] + h_.elders[i_] + h_.disabled[i_]) / size();
        h_.care_risk[i_] = next_care_risk(h_.care_risk[i_], in_crisis() ? 1.0f : 0.0f,
                                          h_.deficit[static_cast<std::size_t>(Need::livelihood)][i_],
                                          dependants, h_.capability[i_], h_.support[i_], r_.care);
    }

    void learn() {
        const Words words = draw(Purpose::household_knowledge);
        const std::size_t member = h_.groups[i_] != 0 ? 1 : 0;
        for (std::size_t p = 0; p < world_.programme_count; ++p) {
            const float chance = p % 2 == 0 ? low_half(words.word[p / 2]) : high_half(words.word[p / 2]);
            if (has_bit(h_.known[i_], p)) {
                if (!has_bit(h_.enrolled[i_], p) && chance < r_.application.knowledge_lapses)
                    h_.known[i_] ^= bit_of(p);
            } else if (chance < m_.learning[p][member]) {
                h_.known[i_] |= bit_of(p);
            }
        }
    }

    void decide() {
        ProgrammeMask eligible = 0;
        for (std::size_t p = 0; p < world_.programme_count; ++p)
            if (is_eligible(programme(p), static_cast<double>(m_.cutoff[p]), r_.need_counts, h_, i_))
                eligible |= bit_of(p);
        h_.eligible[i_] = eligible;
        const unsigned open = h_.known[i_] & ~(h_.enrolled[i_] | h_.pending[i_] | h_.denied[i_]);
        if (open == 0) return;
        const Words words = draw(Purpose::household_application);
        for (std::size_t p = 0; p < world_.programme_count; ++p) {
            if (!has_bit(open, p) || !meets_conditions(programme(p), h_, i_)) continue;
            const float chance = p % 2 == 0 ? low_half(words.word[p / 2]) : high_half(words.word[p / 2]);
            if (chance < application_chance(causes(p), r_.application))
                v_.filings.push_back({i_, static_cast<std::uint8_t>(p), false});
        }
    }

    ApplicationCauses<float> causes(std::size_t p) const {
        const auto& rule = programme(p);
        ApplicationCauses<float> c{};
        c.benefit_share =
            static_cast<float>(rule.benefit * units_of(rule, h_, i_)) / (h_.consumption[i_] * size());
        c.deficit = has_bit(h_.needs_known[i_], m_.need[p]) ? h_.deficit[m_.need[p]][i_] : 0.0f;
        c.capability = h_.capability[i_];
        c.informed = has(trait::informed) ? 1.0f : 0.0f;
        c.burden = m_.burden[p];
        c.helped = has(trait::has_case) ? 1.0f : 0.0f;
        c.papers_missing = rule.documents_required > 0 && !has(trait::documents) ? 1.0f : 0.0f;
        c.distance_km = has(trait::transport) ? 0.0f : m_.distance_km;
        c.stigma = h_.stigma[i_];
        c.morale = h_.morale[i_];
        return c;
    }

    /// `seen`: uniform; the unaware are found only where they come to notice.
    void report(float seen) {
        auto& tally = v_.tally;
        for (std::size_t p = 0; p < world_.programme_count; ++p) {
            tally.enrolled[p] += has_bit(h_.enrolled[i_], p) ? 1u : 0u;
            tally.served[p] += has_bit(h_.served[i_], p) ? 1u : 0u;
        }
        if (in_crisis()) ++tally.crises;
        if (has(trait::has_case)) ++tally.clients;
        const float lines = h_.consumption[i_] / m_.poverty_line;
        report_vulnerable(lines);
        if (!has(trait::has_case)) {
            const float functioning = functioning_of(h_, i_, r_.needs.weight);
            if (in_crisis() || functioning < r_.distress)
                v_.distressed.push_back({i_, 1.0f - functioning + (in_crisis() ? 0.5f : 0.0f)});
        }
        if (!has(trait::registered) && lines < 1.2f && seen < r_.noticed)
            v_.outside.push_back({i_, 1.2f - lines});
        // Everybody's month in the year: checks and doubts come up once in twelve months.
        if (has(trait::registered) && !has(trait::visited) && in_turn(number_, world_.tick, 12))
            report_doubt();
        if (h_.enrolled[i_] != 0) report_due();
    }

    void report_vulnerable(float lines) {
        if (lines >= 1.5f) return;
        const bool belongs[vulnerable_group_count] = {has(trait::female_head), h_.disabled[i_] > 0,
                                                      h_.elders[i_] > 0};
        for (std::size_t g = 0; g < vulnerable_group_count; ++g) {
            const auto kind = static_cast<std::size_t>(GroupKind::female_head) + g;
            if (belongs[g] && !has_bit(h_.groups[i_], kind)) ++v_.tally.vulnerable_outside[g];
        }
    }

    void report_doubt() {
        float nearest = r_.doubt_band;
        for (std::size_t p = 0; p < world_.programme_count; ++p)
            if (programme(p).channel == Channel::push && meets_conditions(programme(p), h_, i_))
                nearest = std::min(nearest, std::fabs(h_.score[i_] - m_.log_cutoff[p]));
        if (nearest < r_.doubt_band) v_.doubtful.push_back({i_, 1.0f - nearest / r_.doubt_band});
    }

    void report_due() {
        for (std::size_t p = 0; p < world_.programme_count; ++p) {
            const auto period = static_cast<std::uint32_t>(programme(p).recertification_months);
            if (period > 0 && has_bit(h_.enrolled[i_], p) && in_turn(number_, world_.tick, period))
                v_.due.push_back({i_, static_cast<std::uint8_t>(p), false});
        }
    }

    World& world_;
    Households& h_;
    Village& v_;
    const HouseholdRates& r_;
    const VillageMonth& m_;
    std::uint32_t i_;
    std::uint32_t number_;
    bool begins_ = false;     ///< a crisis begins this month
    bool in_service_ = false; ///< a service or asset is under way
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
    const VillageMonth month = prepare(world, village, rates);
    for (std::uint32_t i = village.begin; i < village.end; ++i) {
        age(world, village, i, rates.population, rates.settings->parameters);
        HouseholdMonth(world, village, rates, month, i).live();
    }
    for (std::size_t p = 0; p < world.programme_count; ++p)
        village.peers_enrolled[p] =
            static_cast<float>(village.tally.enrolled[p]) / static_cast<float>(village.sampled());
}

} // namespace tujuh
