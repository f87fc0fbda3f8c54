// SPDX-License-Identifier: Apache-2.0
// Steps of the household month that every household takes, side by side. The arithmetic stands in the
// sub-models' own headers; here their causes are read from the block and their results put there.
#pragma once

#include "agencies/delivery.hpp"
#include "households/household_block.hpp"
#include "households/village_month.hpp"

namespace tujuh {

/// Below how many poverty lines a vulnerable household counts as poor enough for a group.
inline constexpr float vulnerable_below_lines = 1.5f;

[[gnu::always_inline]] constexpr float one_if(bool condition) noexcept {
    return condition ? 1.0f : 0.0f;
}

/// One half of a word for each programme, low halves for even ones.
struct Halves {
    const HouseholdBlock::Integers& words;
    std::uint32_t shift;
    Halves(const HouseholdBlock::Integers (&all)[4], std::size_t programme)
        : words(all[programme / 2]), shift(programme % 2 == 0 ? 0 : 16) {}
};

// ---- Papers, memory and standing in the registry (ODD 7.0)

/// Something that a household has or lacks changes with this chance, so that the share of those who have it
/// returns to the usual one at their standing with the half-life of knowledge.
[[gnu::always_inline]] constexpr float chance_of_change(bool has_it, float usual, float kept) noexcept {
    return (1.0f - kept) * (has_it ? 1.0f - usual : usual);
}

/// Papers are lost and made; procedures explained, arranged transport and remembered refusals fade.
inline void change_papers_and_memory(HouseholdBlock& b, const HouseholdRates& rates) {
    const UsualShare papers = rates.papers;
    const float kept = rates.papers_kept, forgets = rates.application.knowledge_lapses;
    const float transport_ends = rates.application.transport_ends;
    const float denial_forgotten = rates.application.denial_forgotten;
    constexpr std::uint32_t documents = trait::documents, informed = trait::informed,
                            transport = trait::transport;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t before = b.traits[k], first = b.change_words[0][k], second = b.change_words[1][k];
        const float chance = chance_of_change((before & documents) != 0, papers.of(b.permanent[k]), kept);
        b.traits[k] = (before ^ (low_half(first) < chance ? documents : 0u)) &
                      ~(high_half(first) < forgets ? informed : 0u) &
                      ~(low_half(second) < transport_ends ? transport : 0u);
        b.denied[k] = high_half(second) < denial_forgotten ? 0u : b.denied[k];
    }
}

/// Misuse of what is received begins and ends, and is found where it is watched (ODD 7.12).
inline void change_misuse(HouseholdBlock& b, const HouseholdRates& rates, float found) {
    const float begins = rates.care.misuse_begins, ends = rates.care.misuse_ends;
    constexpr std::uint32_t misuse = trait::misuse;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t word = b.change_words[2][k], served = b.served[k];
        const float chance = low_half(word);
        const bool stops = (chance < ends) | (high_half(word) < found) | (served == 0);
        const bool starts = (served != 0) & (chance < begins * (1.0f - b.preparedness[k]));
        const bool has_it = (b.traits[k] & misuse) != 0;
        b.traits[k] ^= (has_it ? stops : starts) ? misuse : 0u;
    }
}

/// A need comes to be known, or is lost from sight, with the half-life of knowledge; one dimension a month.
inline void change_needs_known(HouseholdBlock& b, const HouseholdRates& rates) {
    const float chance = static_cast<float>(need_count) * rates.application.knowledge_lapses;
    const float counts = rates.need_counts;
    static_assert(need_count == 6);
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t word = b.change_words[3][k];
        const auto slight = [&](std::size_t d) { return b.deficit[d][k] < counts ? 1u << d : 0u; };
        const std::uint32_t slight_needs =
            slight(0) | slight(1) | slight(2) | slight(3) | slight(4) | slight(5);
        // The low half of the word, in six parts.
        const std::uint32_t bit = 1u << (((word & 0xFFFFu) * std::uint32_t{need_count}) >> 16);
        const std::uint32_t known = b.needs_known[k];
        const std::uint32_t changed = (slight_needs & bit) != 0 ? known & ~bit : known ^ bit;
        b.needs_known[k] = high_half(word) < chance ? changed : known;
    }
}

// ---- Events

/// Whom a shock may hit or leave, whose entry in the registry changes, whose safety may change (ODD 7.2, 7.8,
/// 7.12). Draws are compared with the largest chance that anybody
/// has, so that only few households need their own.
inline void find_events(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    const UsualShare listing = rates.listing;
    const float kept = rates.papers_kept, begins = month.shock_begins, ends = month.crisis_ends;
    constexpr std::uint32_t registered = trait::registered, misuse = trait::misuse;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const float shock = uniform_from(b.month_words[1][k]);
        const float usual = listing.of(b.permanent[k]);
        const bool safe = b.safety[k] == static_cast<std::uint32_t>(Safety::safe);
        const bool drawn = b.month_words[2][k] % safe_thinning == 0;
        const bool changes =
            low_half(b.month_words[3][k]) < chance_of_change((b.traits[k] & registered) != 0, usual, kept);
        const bool free = (b.enrolled[k] | b.pending[k]) == 0;
        b.events[k] = (shock < (b.crisis[k] != 0 ? ends : begins) ? event::crisis : 0u) |
                      (changes & free ? event::listing : 0u) |
                      (!safe | drawn | ((b.traits[k] & misuse) != 0) ? event::safety : 0u);
    }
}

/// A month more in crisis, for those who were in one; what a crisis takes of resources.
inline void age_crises(HouseholdBlock& b) {
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t months = b.crisis_months[k] + (b.crisis[k] != 0 ? 1u : 0u);
        b.crisis_months[k] = months < 255u ? months : 255u;
    }
}

inline void suffer(HouseholdBlock& b, const ShockRates& rates) {
    const ShockRates r = rates;
    static_assert(crisis_kind_count == 6);
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t kind = b.crisis[k], safety = b.safety[k];
        const auto loss_of = [&](std::size_t of) { return kind == of ? r.loss[of] : 0.0f; };
        // All but one are 0.
        b.loss[k] = loss_of(1) + loss_of(2) + loss_of(3) + loss_of(4) + loss_of(5);
        b.in_crisis[k] = one_if(kind != 0);
        b.is_ill[k] = one_if(kind == static_cast<std::uint32_t>(Crisis::illness));
        b.harmed[k] = one_if((safety == static_cast<std::uint32_t>(Safety::harmed)) |
                             (safety == static_cast<std::uint32_t>(Safety::reported)));
    }
}

// ---- Payments (ODD 7.8)

/// Cards are blocked, accounts fall dormant; the agency's monitoring finds some of them.
inline void fail_and_repair(HouseholdBlock& b, std::size_t p, float stops, float repaired) {
    const Halves drawn(b.fault_words, p);
    const std::uint32_t bit = bit_of(p), shift = drawn.shift;
    const auto& words = drawn.words;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const float chance = (b.served[k] & bit) != 0 ? stops : repaired;
        b.served[k] ^= low_half(words[k] >> shift) < chance ? bit & b.enrolled[k] : 0u;
    }
}

/// A programme pays its served households, as `payment` does one.
inline void pay_out(HouseholdBlock& b, std::size_t p, const Programme& programme, float paid_share,
                    const LeakedShare<float>& leaked) {
    const auto& units = b.units[static_cast<std::size_t>(programme.benefit_per)];
    const std::uint32_t bit = bit_of(p);
    const Rupiah benefit = programme.benefit;
    const LeakedShare<float> shares = leaked;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const auto counted = (b.served[k] & bit) != 0 ? static_cast<std::int32_t>(units[k]) : 0;
        const float lost = (b.traits[k] & trait::informed) != 0 ? shares.aware : shares.unaware;
        const Payment paid = payment(benefit, counted, paid_share, lost);
        b.gross[k] = paid.gross;
        b.leaked[k] = paid.leaked;
    }
}

/// Money that was paid out reaches those who are served.
inline void take_home(HouseholdBlock& b, float misuse_loss) {
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const float misused = (b.traits[k] & trait::misuse) != 0 ? misuse_loss : 0.0f;
        b.cash[k] += static_cast<float>(b.gross[k] - b.leaked[k]) * (1.0f - misused);
    }
}

/// How far a payment in kind comes to use: quality, preparedness, and the part that arrives.
[[gnu::always_inline]] inline float use_of(const HouseholdBlock& b, std::size_t k, float quality) noexcept {
    const float prepared = quality * (0.5f + b.preparedness[k]);
    const float arrives =
        b.gross[k] > 0 ? static_cast<float>(b.gross[k] - b.leaked[k]) / static_cast<float>(b.gross[k]) : 0.0f;
    return (prepared < 1.0f ? prepared : 1.0f) * arrives;
}

inline void insure(HouseholdBlock& b, std::uint32_t bit, float quality, float protects) {
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k)
        b.premium[k] = (b.served[k] & bit) != 0 ? protects * use_of(b, k, quality) : b.premium[k];
}

/// Deficits that the programme takes away directly.
inline void relieve(HouseholdBlock& b, std::size_t need, float share, float quality) {
    auto& relief = b.relief[need];
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k)
        relief[k] = 1.0f - (1.0f - relief[k]) * (1.0f - share * use_of(b, k, quality));
}

inline void count_relief_cost(HouseholdBlock& b) {
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) b.relief_cost[k] += b.gross[k];
}

/// Sum over a block, whole rupiah.
inline Rupiah total_of(const std::int32_t (&rupiah)[HouseholdBlock::most], std::size_t lanes) {
    Rupiah total = 0;
    for (std::size_t k = 0; k < lanes; ++k) total += rupiah[k];
    return total;
}

/// What all served households would be paid had the budget borne it.
inline Rupiah full_payment(const HouseholdBlock& b, std::size_t p, const Programme& programme) {
    const auto& units = b.units[static_cast<std::size_t>(programme.benefit_per)];
    const std::uint32_t bit = bit_of(p);
    const auto lanes = b.lanes();
    std::uint32_t counted = 0;
    for (std::size_t k = 0; k < lanes; ++k) counted += (b.served[k] & bit) != 0 ? units[k] : 0u;
    return programme.benefit * counted;
}

inline bool any_served(const HouseholdBlock& b, std::size_t p) {
    const auto lanes = b.lanes();
    std::uint32_t any = 0;
    for (std::size_t k = 0; k < lanes; ++k) any |= b.served[k];
    return has_bit(any, p);
}

/// All programmes, in their order.
inline void receive(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month,
                    VillageTally& tally) {
    const auto lanes = b.lanes();
    const auto& programmes = rates.settings->programmes;
    for (std::size_t p = 0; p < programmes.size(); ++p) {
        const Programme& programme = programmes[p];
        fail_and_repair(b, p, rates.service_stops, month.repair[p] * month.quality[p]);
        if (!any_served(b, p)) continue;
        pay_out(b, p, programme, month.paid_share[p], month.leaked[p]);
        tally.full[p] += full_payment(b, p, programme);
        tally.gross[p] += total_of(b.gross, lanes);
        tally.leaked[p] += total_of(b.leaked, lanes);
        switch (programme.kind) {
        case ProgrammeKind::cash:
            take_home(b, rates.care.misuse_loss);
            break;
        case ProgrammeKind::food:
            take_home(b, 0.0f);
            break;
        case ProgrammeKind::premium:
            insure(b, bit_of(p), month.quality[p], rates.needs.premium_protects);
            break;
        case ProgrammeKind::service:
        case ProgrammeKind::asset:
            count_relief_cost(b);
            break;
        }
        for (std::size_t d = 0; d < need_count; ++d)
            if (programme.relief[d] > 0)
                relieve(b, d, static_cast<float>(programme.relief[d]), month.quality[p]);
    }
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
inline void share_in_group(HouseholdBlock& b, std::size_t g, Rupiah payout, float contribution,
                           VillageTally& tally) {
    const std::uint32_t bit = 1u << g;
    const auto given = static_cast<float>(payout);
    const auto lanes = b.lanes();
    std::int32_t paid[HouseholdBlock::most];
    std::uint32_t members = 0, in_crisis = 0;
    for (std::size_t k = 0; k < lanes; ++k) {
        const bool member = (b.groups[k] & bit) != 0, crisis = b.crisis[k] != 0;
        const auto share = static_cast<std::int32_t>(b.resources[k] * b.size[k] * contribution);
        paid[k] = member & !crisis ? share : 0;
        b.aid[k] += (member & crisis ? given : 0.0f) - static_cast<float>(paid[k]);
        members += member ? 1u : 0u;
        in_crisis += member & crisis ? 1u : 0u;
    }
    tally.members[g] += members;
    tally.paid_out[g] += payout * in_crisis;
    tally.contributed[g] += total_of(paid, lanes);
}

inline void share_in_groups(HouseholdBlock& b, const HouseholdRates& rates, Village& village) {
    const auto contribution = static_cast<float>(rates.settings->parameters.informal.contribution);
    for (std::size_t g = 0; g < group_kind_count; ++g)
        if (village.groups[g].alive)
            share_in_group(b, g, village.groups[g].payout, contribution, village.tally);
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

/// Lists who sells what it lives from.
inline void list_sales(HouseholdBlock& b) {
    const auto lanes = b.lanes();
    HouseholdBlock::Integers sells;
    for (std::size_t k = 0; k < lanes; ++k)
        sells[k] = uniform_from(b.month_words[2][k]) < b.sale_chance[k] ? 1u : 0u;
    list_lanes(b, sells);
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
        c.without_papers = one_if((b.traits[k] & trait::documents) == 0);
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
    for (std::size_t k = 0; k < lanes; ++k) b.functioning[k] = 0;
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
        const float member = one_if(b.groups[k] != 0);
        b.morale[k] = next_morale(b.morale[k], b.begins[k], member, b.harmed[k], w);
        b.stigma[k] = next_stigma(b.stigma[k], peers, w);
        const float crisis_months = real_of_integer(b.crisis_months[k]);
        b.capability[k] = next_capability(b.capability[k], b.schooling[k], crisis_months, w);
        b.support[k] = relax(b.support[k], w.group_support * member, w.support_kept);
        const float usual = w.efficiency_base + w.efficiency_capability * b.capability[k];
        b.coping_efficiency[k] = clamp01(relax(b.coping_efficiency[k], usual, w.efficiency_kept));
        b.preparedness[k] = relax(b.preparedness[k], w.preparedness_base, w.preparedness_kept);
        b.care_risk[k] = next_care_risk(b.care_risk[k], b.in_crisis[k], livelihood[k], b.dependants[k],
                                        b.capability[k], b.support[k], care);
    }
}

// ---- Knowing and asking (ODD 7.6, 7.7)

inline void learn_of(HouseholdBlock& b, std::size_t programme, float lapses, std::array<float, 2> learning) {
    const Halves drawn(b.knowledge_words, programme);
    const std::uint32_t bit = bit_of(programme), shift = drawn.shift;
    const auto& words = drawn.words;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        // A draw is above 0: at chance 0, for a programme that is known and used, nothing changes.
        const float forgets = (b.enrolled[k] & bit) != 0 ? 0.0f : lapses;
        const float learns = b.groups[k] != 0 ? learning[1] : learning[0];
        const float changes = (b.known[k] & bit) != 0 ? forgets : learns;
        b.known[k] ^= low_half(words[k] >> shift) < changes ? bit : 0u;
    }
}

/// Programmes that come to be known, and known ones not used that are forgotten (ODD 7.6).
inline void learn(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p)
        learn_of(b, p, rates.application.knowledge_lapses, month.learning[p]);
}

/// Entitled by the rules and the true state of the household (`is_eligible` in agencies/eligibility.hpp).
inline void find_eligible(HouseholdBlock& b, std::size_t p, const Programme& programme, std::size_t need,
                          float cutoff, float need_counts) {
    const auto lanes = b.lanes();
    const std::uint32_t bit = bit_of(p);
    const auto& required = b.has_required[static_cast<std::size_t>(programme.required)];
    const auto& deficit = b.deficit[need];
    const float due_above = relieves_directly(programme) ? need_counts : -infinity_single;
    for (std::size_t k = 0; k < lanes; ++k) {
        const bool entitled = (b.resource_mean[k] < cutoff) & (deficit[k] > due_above) & (required[k] != 0);
        b.eligible[k] |= entitled ? bit : 0u;
    }
}

/// Who may ask: knows the programme, is not in it, has the members that it requires, and draws less than the
/// largest chance that anybody has.
inline void find_askers(HouseholdBlock& b, std::size_t p, const Programme& programme, float largest_chance) {
    const Halves drawn(b.application_words, p);
    const auto& words = drawn.words;
    const std::uint32_t bit = bit_of(p), shift = drawn.shift;
    const auto& required = b.has_required[static_cast<std::size_t>(programme.required)];
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t open = b.known[k] & ~(b.enrolled[k] | b.pending[k] | b.denied[k]) & bit;
        const bool may = (low_half(words[k] >> shift) < largest_chance) & (required[k] != 0);
        b.files[k] |= may ? open : 0u;
    }
}

/// What the households are entitled to, and who may ask for what.
inline void decide(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) b.eligible[k] = 0, b.files[k] = 0;
    const float largest_chance = largest_application_chance(rates.application);
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p) {
        const auto& programme = rates.settings->programmes[p];
        find_eligible(b, p, programme, month.need[p], month.cutoff[p], rates.need_counts);
        find_askers(b, p, programme, largest_chance);
    }
}

// ---- Who calls on agencies and workers, and what the village counts

inline void find_calls(HouseholdBlock& b, float distress, float noticed) {
    constexpr std::uint32_t listed = trait::registered, unvisited = trait::registered | trait::visited;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t traits = b.traits[k];
        const bool in_distress = (b.in_crisis[k] > 0) | (b.functioning[k] < distress);
        const std::uint32_t distressed = in_distress ? call::distressed : 0u;
        // The unaware are found only where they come to notice.
        const bool seen = (b.lines[k] < outside_below_lines) & (high_half(b.month_words[3][k]) < noticed);
        const std::uint32_t outside = seen ? call::outside : 0u;
        // Everybody's month in the year: checks and doubts come up once in twelve months.
        const std::uint32_t doubtful = (b.turns[k] & HouseholdBlock::own_month) != 0 ? call::doubtful : 0u;
        b.calls[k] = ((traits & trait::has_case) == 0 ? distressed : 0u) |
                     ((traits & trait::registered) == 0 ? outside : 0u) |
                     ((traits & unvisited) == listed ? doubtful : 0u) |
                     ((b.turns[k] & b.enrolled[k]) != 0 ? call::due : 0u);
    }
}

/// Households of the block whose mask has the bit.
inline std::uint32_t count_bit(const HouseholdBlock::Integers& masks, std::size_t lanes, std::uint32_t bit) {
    std::uint32_t households = 0;
    for (std::size_t k = 0; k < lanes; ++k) households += (masks[k] & bit) != 0 ? 1u : 0u;
    return households;
}

/// The poor of a vulnerable group who are in no mutual-aid group of their kind.
inline std::uint32_t count_outside_groups(const HouseholdBlock& b, std::uint32_t bit,
                                          std::uint32_t group_bit) {
    std::uint32_t households = 0;
    for (std::size_t k = 0; k < b.count; ++k) {
        const std::uint32_t poor = b.lines[k] < vulnerable_below_lines ? 1u : 0u;
        households += (b.vulnerable[k] & bit) != 0 && (b.groups[k] & group_bit) == 0 ? poor : 0u;
    }
    return households;
}

inline void report(HouseholdBlock& b, const HouseholdRates& rates, VillageTally& tally) {
    const auto lanes = b.lanes();
    find_calls(b, rates.distress, rates.noticed);
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p) {
        tally.enrolled[p] += count_bit(b.enrolled, lanes, bit_of(p));
        tally.served[p] += count_bit(b.served, lanes, bit_of(p));
    }
    tally.clients += count_bit(b.traits, lanes, trait::has_case);
    tally.crises += count_bit(b.crisis, lanes, ~0u);
    for (std::size_t g = 0; g < vulnerable_group_count; ++g) {
        const auto kind = static_cast<std::size_t>(GroupKind::female_head) + g;
        tally.vulnerable_outside[g] += count_outside_groups(b, 1u << g, 1u << kind);
    }
}

} // namespace tujuh
