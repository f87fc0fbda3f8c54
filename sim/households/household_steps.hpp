// SPDX-License-Identifier: Apache-2.0
// Steps of the household month that every household takes, side by side. The arithmetic stands in the
// sub-models' own headers; here their causes are read from the block and their results put there.
#pragma once

#include "agencies/delivery.hpp"
#include "households/household_block.hpp"
#include "households/village_month.hpp"

namespace tujuh {

/// Counts of a village by lane, added up once at its end. A lane has at most one household a block, and a
/// village no more than 255 blocks (`households_a_village_number`).
struct LaneCounts {
    alignas(64) HouseholdBlock::Marks of_lane = {};
    std::uint32_t total() const noexcept {
        std::uint32_t sum = 0;
        for (const auto count : of_lane) sum += count;
        return sum;
    }
};
/// The same of benefit units, of which a household has at most ten.
struct UnitCounts {
    alignas(64) std::uint16_t of_lane[HouseholdBlock::most] = {};
    std::uint32_t total() const noexcept {
        std::uint32_t sum = 0;
        for (const auto count : of_lane) sum += count;
        return sum;
    }
};
struct VillageCounts {
    std::array<LaneCounts, max_programmes> enrolled, served;
    std::array<UnitCounts, max_programmes> paid_units;
    std::array<LaneCounts, vulnerable_group_count> outside;
    LaneCounts clients, crises;
};

/// Below how many poverty lines a vulnerable household counts as poor enough for a group.
inline constexpr float vulnerable_below_lines = 1.5f;

[[gnu::always_inline]] constexpr float one_if(bool condition) noexcept {
    return condition ? 1.0f : 0.0f;
}

/// `value` where the condition holds, else 0. Written without a choice, as g++ makes a branch of it.
[[gnu::always_inline]] constexpr std::uint8_t mark_if(bool condition, std::uint8_t value) noexcept {
    return static_cast<std::uint8_t>(value & (0 - static_cast<int>(condition)));
}
/// `condition ? yes : no`, which g++ does not turn into vectors for truth values.
[[gnu::always_inline]] constexpr bool choose(bool condition, bool yes, bool no) noexcept {
    return (condition & yes) | (!condition & no);
}

inline constexpr std::size_t all_lanes = HouseholdBlock::most;

// ---- Papers, memory and standing in the registry (ODD 7.0)

/// Procedures explained, arranged transport and remembered refusals fade.
inline void forget(HouseholdBlock& b, const HouseholdRates& rates) {
    const ChanceOfHalf forgets = rates.chances.forgets, transport_ends = rates.chances.transport_ends,
                       denial_forgotten = rates.chances.denial_forgotten;
    for (std::size_t k = 0; k < all_lanes; ++k) {
        const std::uint8_t lost =
            mark_if(forgets.happens(b.change_halves[change::informed][k]), trait::informed) |
            mark_if(transport_ends.happens(b.change_halves[change::transport][k]), trait::transport);
        b.traits[k] = static_cast<std::uint8_t>(b.traits[k] & ~lost);
        b.denied[k] = mark_if(!denial_forgotten.happens(b.change_halves[change::denial][k]), b.denied[k]);
    }
}

/// To whom something may happen that only some meet: papers are lost or made, misuse begins or ends, a need
/// comes to be known, a shock or its end, an entry in the registry, harm (ODD 7.0, 7.2, 7.8, 7.12). Draws are
/// compared with the largest chance that anybody has; HouseholdEvents knows the household's own.
inline void find_events(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    const ChancesOfAll c = rates.chances;
    const ChanceOfHalf shock = month.shock;
    for (std::size_t k = 0; k < all_lanes; ++k) {
        const bool misuses = (b.traits[k] & trait::misuse) != 0;
        const bool misuse =
            misuses | ((b.served[k] != 0) & c.misuse_begins.happens(b.change_halves[change::misuse][k]));
        const bool free = (b.enrolled[k] | b.pending[k]) == 0;
        const std::uint16_t word = b.month_halves[3][k];
        const bool crisis = choose(b.crisis[k] != 0, c.recovers.happens(word), shock.happens(word));
        const bool safe = b.safety[k] == static_cast<std::uint8_t>(Safety::safe);
        const bool drawn = b.month_halves[4][k] % safe_thinning == 0;
        b.events[k] = mark_if(c.papers_change.happens(b.change_halves[change::papers][k]), event::papers) |
                      mark_if(misuse, event::misuse) |
                      mark_if(c.need_changes.happens(b.change_halves[change::need][k]), event::need) |
                      mark_if(free & c.papers_change.happens(b.month_halves[6][k]), event::listing) |
                      mark_if(crisis, event::crisis) | mark_if(!safe | drawn | misuses, event::safety);
    }
}

/// A month more for whoever is in crisis.
inline void age_crises(HouseholdBlock& b) {
    for (std::size_t k = 0; k < all_lanes; ++k)
        b.crisis_months[k] += mark_if((b.crisis[k] != 0) & (b.crisis_months[k] < 255), 1);
}

// ---- Payments (ODD 7.8)

/// Cards are blocked, accounts fall dormant; the agency's monitoring finds some of them.
inline void fail_and_repair(HouseholdBlock& b, std::size_t p, ChanceOfHalf stops, ChanceOfHalf repaired) {
    const auto& draws = b.change_halves[change::service];
    const std::uint8_t bit = bit_of(p);
    for (std::size_t k = 0; k < all_lanes; ++k) {
        const auto half = turned<max_programmes>(draws[k], p);
        const bool changes = choose((b.served[k] & bit) != 0, stops.happens(half), repaired.happens(half));
        b.served[k] ^= mark_if(changes, bit & b.enrolled[k]);
    }
}

/// What the programme owes its served households, and counts their units.
inline void owe(HouseholdBlock& b, std::size_t p, const Programme& programme, UnitCounts& counts) {
    const auto& units = b.units[static_cast<std::size_t>(programme.benefit_per)];
    const std::uint8_t bit = bit_of(p);
    const auto benefit = static_cast<std::int32_t>(programme.benefit);
    HouseholdBlock::Marks counted;
    for (std::size_t k = 0; k < all_lanes; ++k) {
        counted[k] = mark_if((b.served[k] & bit) != 0, units[k]);
        counts.of_lane[k] = static_cast<std::uint16_t>(counts.of_lane[k] + counted[k]);
    }
    for (std::size_t k = 0; k < all_lanes; ++k) b.gross[k] = b.delivered[k] = counted[k] * benefit;
}

/// The part of it that the budget bears and the part of that which is not lost on the way, as `payment` says.
inline void cut(HouseholdBlock& b, float paid_share, const LeakedShare<float>& leaked) {
    const LeakedShare<float> shares = leaked;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const float lost = (b.traits[k] & trait::informed) != 0 ? shares.aware : shares.unaware;
        const Payment paid = payment(b.gross[k], 1, paid_share, lost);
        b.gross[k] = paid.gross;
        b.delivered[k] = paid.delivered();
    }
}

/// Sum over a block, whole rupiah.
inline Rupiah total_of(const std::int32_t (&rupiah)[HouseholdBlock::most]) {
    Rupiah total = 0;
    for (std::size_t k = 0; k < all_lanes; ++k) total += rupiah[k];
    return total;
}

/// Cash that is not misused, or food, reaches the served.
inline void take_home(HouseholdBlock& b, bool may_be_misused) {
    const auto lanes = b.lanes();
    if (may_be_misused)
        for (std::size_t k = 0; k < lanes; ++k)
            b.cash[k] += static_cast<float>(b.delivered[k]) * b.cash_kept[k];
    else
        for (std::size_t k = 0; k < lanes; ++k) b.cash[k] += static_cast<float>(b.delivered[k]);
}

/// How far a payment in kind comes to use: quality, preparedness, and the part that arrives.
inline void find_use(HouseholdBlock& b, float quality) {
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const float prepared = quality * (0.5f + b.preparedness[k]);
        const auto gross = static_cast<float>(b.gross[k]);
        const float arrives = gross > 0 ? static_cast<float>(b.delivered[k]) / gross : 0.0f;
        b.use[k] = (prepared < 1.0f ? prepared : 1.0f) * arrives;
    }
}

inline void insure(HouseholdBlock& b, std::uint8_t bit, float protects) {
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k)
        b.premium[k] = (b.served[k] & bit) != 0 ? protects * b.use[k] : b.premium[k];
}

/// Deficits that the programme takes away directly.
inline void relieve(HouseholdBlock& b, std::size_t need, float share) {
    auto& relief = b.relief[need];
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) relief[k] = 1.0f - (1.0f - relief[k]) * (1.0f - share * b.use[k]);
}

inline void count_relief_cost(HouseholdBlock& b) {
    for (std::size_t k = 0; k < all_lanes; ++k) b.relief_cost[k] += b.gross[k];
}

inline bool reduces_needs(const Programme& programme) noexcept {
    bool any = programme.kind == ProgrammeKind::premium;
    for (const double relief : programme.relief) any |= relief > 0;
    return any;
}

/// One programme pays its served households.
inline void receive_from(HouseholdBlock& b, std::size_t p, const HouseholdRates& rates,
                         const VillageMonth& month, VillageTally& tally, UnitCounts& units) {
    const Programme& programme = rates.settings->programmes[p];
    owe(b, p, programme, units);
    if (month.is_cut(p)) {
        cut(b, month.paid_share[p], month.leaked[p]);
        const Rupiah gross = total_of(b.gross);
        tally.gross[p] += gross;
        tally.leaked[p] += gross - total_of(b.delivered);
    }
    switch (programme.kind) {
    case ProgrammeKind::cash:
        take_home(b, true);
        break;
    case ProgrammeKind::food:
        take_home(b, false);
        break;
    case ProgrammeKind::premium:
        break;
    case ProgrammeKind::service:
    case ProgrammeKind::asset:
        count_relief_cost(b);
        break;
    }
    if (!reduces_needs(programme)) return;
    find_use(b, month.quality[p]);
    if (programme.kind == ProgrammeKind::premium) insure(b, bit_of(p), rates.needs.premium_protects);
    for (std::size_t d = 0; d < need_count; ++d)
        if (programme.relief[d] > 0) relieve(b, d, static_cast<float>(programme.relief[d]));
}

/// All programmes, in their order.
inline void receive(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month,
                    VillageTally& tally, VillageCounts& counts) {
    std::uint8_t any = 0;
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p)
        fail_and_repair(b, p, rates.chances.service_stops, month.repaired[p]);
    for (std::size_t k = 0; k < all_lanes; ++k) any |= b.served[k];
    if (any == 0) return;
    const float kept = 1.0f - rates.care.misuse_loss;
    for (std::size_t k = 0; k < all_lanes; ++k)
        b.cash_kept[k] = (b.traits[k] & trait::misuse) != 0 ? kept : 1.0f;
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p)
        if (has_bit(any, p)) receive_from(b, p, rates, month, tally, counts.paid_units[p]);
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) b.loss[k] *= 1.0f - b.is_ill[k] * b.premium[k];
}

// ---- Standing, consumption, needs, wellbeing

/// Standing, resources after the crisis, and their mean (ODD 7.1, 7.2).
inline void earn(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    const ResourceRates r = rates.resources;
    const ShockRates shocks = rates.shocks;
    const CurveOf<float> curve = month.curve;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        b.transitory[k] = next_transitory(b.transitory[k], normal_from(b.month_words[0][k]), r);
        b.permanent[k] = relax(b.permanent[k], b.permanent_start[k], r.permanent_kept);
        // Without a crisis the loss is 0 and the share left is exactly 1.
        b.resources[k] = consumption_at(curve, b.permanent[k] + b.transitory[k]) *
                         share_left(b.loss[k], b.capability[k], shocks);
        b.resource_mean[k] = relax(b.resource_mean[k], b.resources[k], r.mean_kept);
    }
}

/// Members of mutual-aid groups in crisis are paid out, the others pay in (ODD 7.9): whole rupiah a
/// household.
inline void share_in_group(HouseholdBlock& b, std::size_t g, Rupiah payout, VillageTally& tally) {
    const auto bit = static_cast<std::uint8_t>(1u << g);
    const auto given = static_cast<float>(payout);
    const auto lanes = b.lanes();
    std::int32_t paid[HouseholdBlock::most] = {};
    for (std::size_t k = 0; k < lanes; ++k) {
        const float member = (b.groups[k] & bit) != 0 ? 1.0f : 0.0f;
        const float pays = member * (1.0f - b.in_crisis[k]) * b.contribution[k];
        b.aid[k] += member * b.in_crisis[k] * given - pays;
        paid[k] = static_cast<std::int32_t>(pays);
    }
    std::uint32_t members = 0, in_crisis = 0;
    for (std::size_t k = 0; k < all_lanes; ++k) {
        const bool member = (b.groups[k] & bit) != 0;
        members += member ? 1u : 0u;
        in_crisis += (member & (b.crisis[k] != 0)) ? 1u : 0u;
    }
    tally.members[g] += members;
    tally.paid_out[g] += payout * in_crisis;
    tally.contributed[g] += total_of(paid);
}

inline void share_in_groups(HouseholdBlock& b, const HouseholdRates& rates, Village& village) {
    const auto contribution = static_cast<float>(rates.settings->parameters.informal.contribution);
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k)
        b.contribution[k] =
            static_cast<float>(static_cast<std::int32_t>(b.resources[k] * b.size[k] * contribution));
    for (std::size_t g = 0; g < group_kind_count; ++g)
        if (village.groups[g].alive) share_in_group(b, g, village.groups[g].payout, village.tally);
}

/// Consumption, savings and debt, and how likely a fire sale is (ODD 7.3).
inline void spend(HouseholdBlock& b, const HouseholdRates& rates) {
    const CopingRates r = rates.coping;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const float transfer = b.transfer[k] = b.cash[k] / b.size[k];
        const float accustomed = b.resource_mean[k] + transfer;
        const float cash = b.resources[k] + transfer + b.aid[k] / b.size[k];
        const auto budget =
            cope(cash, accustomed, b.size[k], b.savings[k], b.debt[k], b.coping_efficiency[k], r);
        b.accustomed[k] = accustomed;
        b.gap[k] = budget.gap;
        b.sale_chance[k] = fire_sale_chance(budget.gap, b.coping_efficiency[k], r);
        b.savings[k] = budget.savings;
        b.debt[k] = budget.debt;
        b.consumption[k] = budget.consumption;
    }
}

/// Who may have to sell what it lives from: whoever drew less than the largest chance, and has a chance.
inline void find_sellers(HouseholdBlock& b, const ChanceOfHalf sale) {
    const auto lanes = b.lanes();
    clear(b.sells);
    for (std::size_t k = 0; k < lanes; ++k)
        b.sells[k] = mark_if((b.sale_chance[k] > 0.0f) & sale.happens(b.month_halves[5][k]), 1);
}

/// Marks as numbers, for the sub-models of needs and wellbeing.
inline void read_marks(HouseholdBlock& b) {
    for (std::size_t k = 0; k < all_lanes; ++k) {
        b.without_papers[k] = (b.traits[k] & trait::documents) == 0 ? 1.0f : 0.0f;
        b.in_group[k] = b.groups[k] != 0 ? 1.0f : 0.0f;
        b.crisis_length[k] = real_of_integer(b.crisis_months[k]);
    }
}

inline void set_targets(HouseholdBlock& b, const NeedRates& rates, float poverty_line) {
    const NeedRates r = rates;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        NeedCauses<float> c{};
        c.lines = b.lines[k] = b.consumption[k] / poverty_line;
        c.schooling = b.schooling[k];
        c.has_children = b.has_children[k];
        c.needs_care = b.needs_care[k];
        c.in_crisis = b.in_crisis[k];
        c.is_ill = b.is_ill[k];
        c.without_papers = b.without_papers[k];
        c.care_risk = b.care_risk[k];
        c.stigma = b.stigma[k];
        c.premium = b.premium[k];
        c.harmed = b.harmed[k];
        const auto target = need_targets(c, r);
        b.target[0][k] = target[0], b.target[1][k] = target[1], b.target[2][k] = target[2];
        b.target[3][k] = target[3], b.target[4][k] = target[4], b.target[5][k] = target[5];
    }
    static_assert(need_count == 6);
}

inline void relax_need(HouseholdBlock& b, std::size_t need, float kept, float weight) {
    const auto lanes = b.lanes();
    auto& deficit = b.deficit[need];
    for (std::size_t k = 0; k < lanes; ++k) {
        const float left = b.target[need][k] * (1.0f - b.relief[need][k]);
        deficit[k] = relax(deficit[k], left, kept);
        b.functioning[k] += weight * deficit[k]; // so far what is lost of it
    }
}

/// Deficits and social functioning (ODD 7.4).
inline void relax_needs(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    set_targets(b, rates.needs, month.poverty_line);
    const auto lanes = b.lanes();
    clear(b.functioning);
    for (std::size_t d = 0; d < need_count; ++d)
        relax_need(b, d, kept_of(static_cast<Need>(d), rates.needs), rates.needs.weight[d]);
    for (std::size_t k = 0; k < lanes; ++k) b.functioning[k] = 1.0f - b.functioning[k];
}

/// Wellbeing and care risk (ODD 7.5, 7.12).
inline void feel(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    const WellbeingRates w = rates.wellbeing;
    const CareRates care = rates.care;
    const float peers = month.peers;
    const auto lanes = b.lanes();
    const auto& livelihood = b.deficit[static_cast<std::size_t>(Need::livelihood)];
    for (std::size_t k = 0; k < lanes; ++k) {
        const float member = b.in_group[k];
        b.morale[k] = next_morale(b.morale[k], b.begins[k], member, b.harmed[k], w);
        b.stigma[k] = next_stigma(b.stigma[k], peers, w);
        b.capability[k] = next_capability(b.capability[k], b.schooling[k], b.crisis_length[k], w);
        b.support[k] = relax(b.support[k], w.group_support * member, w.support_kept);
        const float usual = w.efficiency_base + w.efficiency_capability * b.capability[k];
        b.coping_efficiency[k] = clamp01(relax(b.coping_efficiency[k], usual, w.efficiency_kept));
        b.preparedness[k] = relax(b.preparedness[k], w.preparedness_base, w.preparedness_kept);
        b.care_risk[k] = next_care_risk(b.care_risk[k], b.in_crisis[k], livelihood[k], b.dependants[k],
                                        b.capability[k], b.support[k], care);
    }
}

// ---- Knowing and asking (ODD 7.6, 7.7)

/// A programme comes to be known, and a known one that is not used is forgotten.
inline void learn_of(HouseholdBlock& b, std::size_t p, ChanceOfHalf lapses, ChanceOfHalf alone,
                     ChanceOfHalf in_group) {
    const auto& draws = b.change_halves[change::knowledge];
    const std::uint8_t bit = bit_of(p);
    for (std::size_t k = 0; k < all_lanes; ++k) {
        const auto half = turned<max_programmes>(draws[k], p);
        const bool forgets = ((b.enrolled[k] & bit) == 0) & lapses.happens(half);
        const bool learns = choose(b.groups[k] != 0, in_group.happens(half), alone.happens(half));
        b.known[k] ^= mark_if(choose((b.known[k] & bit) != 0, forgets, learns), bit);
    }
}

inline void learn(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p)
        learn_of(b, p, rates.chances.forgets, month.learning[p][0], month.learning[p][1]);
}

/// Entitled by the rules and the true state of the household (`is_eligible` in agencies/eligibility.hpp).
inline void find_eligible(HouseholdBlock& b, std::size_t p, const Programme& programme, std::size_t need,
                          float cutoff, float need_counts) {
    const std::uint8_t bit = bit_of(p);
    const auto& required = b.has_required[static_cast<std::size_t>(programme.required)];
    const auto& deficit = b.deficit[need];
    const auto lanes = b.lanes();
    if (relieves_directly(programme))
        for (std::size_t k = 0; k < lanes; ++k)
            b.eligible[k] |=
                mark_if((b.resource_mean[k] < cutoff) & (deficit[k] > need_counts) & required[k], bit);
    else
        for (std::size_t k = 0; k < lanes; ++k)
            b.eligible[k] |= mark_if((b.resource_mean[k] < cutoff) & required[k], bit);
}

/// Who may ask: knows the programme, is not in it, has the members that it requires, and draws less than the
/// largest chance that anybody has.
inline void find_askers(HouseholdBlock& b, std::size_t p, const Programme& programme, ChanceOfHalf largest) {
    const auto& draws = b.change_halves[change::service];
    const std::uint8_t bit = bit_of(p);
    const auto& required = b.has_required[static_cast<std::size_t>(programme.required)];
    for (std::size_t k = 0; k < all_lanes; ++k) {
        const auto open =
            static_cast<std::uint8_t>(b.known[k] & ~(b.enrolled[k] | b.pending[k] | b.denied[k]) & bit);
        b.files[k] |=
            mark_if(largest.happens(turned<max_programmes>(draws[k], p)) & (required[k] != 0), open);
    }
}

/// What the households are entitled to, and who may ask for what.
inline void decide(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    clear(b.eligible), clear(b.files);
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p) {
        const auto& programme = rates.settings->programmes[p];
        find_eligible(b, p, programme, month.need[p], month.cutoff[p], rates.need_counts);
        find_askers(b, p, programme, rates.chances.asks);
    }
}

// ---- Who calls on agencies and workers, and what the village counts

inline void find_calls(HouseholdBlock& b, float distress, const ChanceOfHalf noticed) {
    constexpr std::uint8_t listed = trait::registered, unvisited = trait::registered | trait::visited;
    const auto lanes = b.lanes();
    HouseholdBlock::Marks in_distress = {}, poor = {};
    for (std::size_t k = 0; k < lanes; ++k) {
        in_distress[k] = mark_if((b.in_crisis[k] > 0) | (b.functioning[k] < distress), call::distressed);
        poor[k] = mark_if(b.lines[k] < outside_below_lines, call::outside);
    }
    for (std::size_t k = 0; k < all_lanes; ++k) {
        const std::uint8_t traits = b.traits[k];
        // The unaware are found only where they come to notice.
        const bool found = noticed.happens(b.month_halves[7][k]) & ((traits & trait::registered) == 0);
        b.calls[k] = mark_if((traits & trait::has_case) == 0, in_distress[k]) | mark_if(found, poor[k]) |
                     // Everybody's month in the year: checks and doubts come up once in twelve months.
                     mark_if((b.own_month[k] != 0) & ((traits & unvisited) == listed), call::doubtful) |
                     mark_if((b.turns[k] & b.enrolled[k]) != 0, call::due);
    }
}

/// Adds one in the lanes that have the bit.
inline void count_bit(LaneCounts& counts, const HouseholdBlock::Marks& marks, std::uint8_t bit) {
    for (std::size_t k = 0; k < all_lanes; ++k) counts.of_lane[k] += mark_if((marks[k] & bit) != 0, 1);
}

/// The poor of vulnerable groups who are in no mutual-aid group of their kind.
inline void count_outside_groups(HouseholdBlock& b, VillageCounts& counts) {
    const auto lanes = b.lanes();
    HouseholdBlock::Marks outside = {};
    for (std::size_t k = 0; k < lanes; ++k) outside[k] = mark_if(b.lines[k] < vulnerable_below_lines, 0xFF);
    constexpr auto first_kind = static_cast<unsigned>(GroupKind::female_head);
    for (std::size_t k = 0; k < all_lanes; ++k)
        outside[k] &= static_cast<std::uint8_t>(b.vulnerable[k] & ~(b.groups[k] >> first_kind));
    for (std::size_t g = 0; g < vulnerable_group_count; ++g) count_bit(counts.outside[g], outside, bit_of(g));
}

inline void report(HouseholdBlock& b, const HouseholdRates& rates, VillageCounts& counts) {
    find_calls(b, rates.distress, rates.chances.noticed);
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p) {
        count_bit(counts.enrolled[p], b.enrolled, bit_of(p));
        count_bit(counts.served[p], b.served, bit_of(p));
    }
    count_bit(counts.clients, b.traits, trait::has_case);
    count_bit(counts.crises, b.crisis, 0xFF);
    count_outside_groups(b, counts);
}

} // namespace tujuh
