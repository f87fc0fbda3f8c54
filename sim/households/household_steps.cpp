// SPDX-License-Identifier: Apache-2.0
#include "households/household_steps.hpp"

#include "base/side_by_side.hpp"
#include "world/entitlement.hpp"

namespace tujuh {

namespace {

constexpr std::size_t most = HouseholdBlock::most;

/// Below how many poverty lines a vulnerable household counts as poor enough for a group.
constexpr float vulnerable_below_lines = 1.5f;

float one_if(bool condition) {
    return condition ? 1.0f : 0.0f;
}

} // namespace

TUJUH_SIDE_BY_SIDE void weigh_papers_and_listing(HouseholdBlock& b, const HouseholdRates& rates) {
    const UsualShare papers = rates.papers, listing = rates.listing;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        b.usual_papers[k] = papers.of(b.permanent[k]);
        b.usual_listing[k] = listing.of(b.permanent[k]);
    }
}

TUJUH_SIDE_BY_SIDE void earn(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
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

TUJUH_SIDE_BY_SIDE void spend(HouseholdBlock& b, const HouseholdRates& rates) {
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

namespace {

TUJUH_SIDE_BY_SIDE void set_targets(HouseholdBlock& b, const NeedRates& rates, float poverty_line) {
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

TUJUH_SIDE_BY_SIDE void relax_need(HouseholdBlock& b, std::size_t need, float kept, float weight) {
    const auto lanes = b.lanes();
    auto& deficit = b.deficit[need];
    for (std::size_t k = 0; k < lanes; ++k) {
        const float left = b.target[need][k] * (1.0f - b.relief[need][k]);
        deficit[k] = relax(deficit[k], left, kept);
        b.functioning[k] += weight * deficit[k]; // so far what is lost of it
    }
}

} // namespace

void relax_needs(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    set_targets(b, rates.needs, month.poverty_line);
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) b.functioning[k] = 0;
    for (std::size_t d = 0; d < need_count; ++d)
        relax_need(b, d, kept_of(static_cast<Need>(d), rates.needs), rates.needs.weight[d]);
    for (std::size_t k = 0; k < lanes; ++k) b.functioning[k] = 1.0f - b.functioning[k];
}

TUJUH_SIDE_BY_SIDE void feel(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    const WellbeingRates w = rates.wellbeing;
    const CareRates care = rates.care;
    const float peers = month.peers;
    const auto lanes = b.lanes();
    const auto& livelihood = b.deficit[static_cast<std::size_t>(Need::livelihood)];
    for (std::size_t k = 0; k < lanes; ++k) {
        const float member = one_if(b.groups[k] != 0);
        b.morale[k] = next_morale(b.morale[k], b.begins[k], member, b.harmed[k], w);
        b.stigma[k] = next_stigma(b.stigma[k], peers, w);
        b.capability[k] = next_capability(b.capability[k], b.schooling[k], b.crisis_months[k], w);
        b.support[k] = relax(b.support[k], w.group_support * member, w.support_kept);
        const float usual = w.efficiency_base + w.efficiency_capability * b.capability[k];
        b.coping_efficiency[k] = relax(b.coping_efficiency[k], usual, w.efficiency_kept);
        b.preparedness[k] = relax(b.preparedness[k], w.preparedness_base, w.preparedness_kept);
        b.care_risk[k] = next_care_risk(b.care_risk[k], b.in_crisis[k], livelihood[k], b.dependants[k],
                                        b.capability[k], b.support[k], care);
    }
}

namespace {

/// One half of a word for each programme, low halves for even ones.
struct Halves {
    const std::uint32_t (&words)[most];
    std::uint32_t shift;
    Halves(const std::uint32_t (&all)[4][most], std::size_t programme)
        : words(all[programme / 2]), shift(programme % 2 == 0 ? 0 : 16) {}
};

TUJUH_SIDE_BY_SIDE void learn_of(HouseholdBlock& b, std::size_t programme, float lapses,
                                 std::array<float, 2> learning) {
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

} // namespace

void learn(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p)
        learn_of(b, p, rates.application.knowledge_lapses, month.learning[p]);
}

namespace {

/// Entitled by the rules and the true state of the household (`is_eligible` in agencies/eligibility.hpp).
TUJUH_SIDE_BY_SIDE void find_eligible(HouseholdBlock& b, std::size_t p, const Programme& programme,
                                      std::size_t need, float cutoff, float need_counts) {
    const auto lanes = b.lanes();
    const std::uint32_t bit = bit_of(p);
    const auto& required = b.has_required[static_cast<std::size_t>(programme.required)];
    const auto& deficit = b.deficit[need];
    const float due_above = relieves_directly(programme) ? need_counts : -infinity_single;
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t poor_enough = b.resource_mean[k] < cutoff ? bit : 0u;
        const std::uint32_t in_need = deficit[k] > due_above ? bit : 0u;
        b.eligible[k] |= poor_enough & in_need & (required[k] != 0 ? bit : 0u);
    }
}

TUJUH_SIDE_BY_SIDE void apply_for(HouseholdBlock& b, std::size_t p, const Programme& programme,
                                  const ApplicationRates& rates, const VillageMonth& month) {
    const ApplicationRates r = rates;
    const Halves drawn(b.application_words, p);
    const auto& words = drawn.words;
    const std::uint32_t bit = bit_of(p), shift = drawn.shift, need_bit = 1u << month.need[p];
    const auto& required = b.has_required[static_cast<std::size_t>(programme.required)];
    const auto& units = b.units[static_cast<std::size_t>(programme.benefit_per)];
    const auto& deficit = b.deficit[month.need[p]];
    const double benefit = static_cast<double>(programme.benefit);
    const float burden = month.burden[p], distance_km = month.distance_km;
    const std::uint32_t asks_for_papers = has_bit(month.papers, p) ? trait::documents : 0u;
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t traits = b.traits[k];
        ApplicationCauses<float> c{};
        // Whole rupiah below 2^53: the product is exact.
        c.benefit_share = static_cast<float>(benefit * static_cast<std::int32_t>(units[k])) /
                          (b.consumption[k] * b.size[k]);
        c.deficit = (b.needs_known[k] & need_bit) != 0 ? deficit[k] : 0.0f;
        c.capability = b.capability[k];
        c.informed = one_if((traits & trait::informed) != 0);
        c.burden = burden;
        c.helped = one_if((traits & trait::has_case) != 0);
        c.papers_missing = one_if((~traits & asks_for_papers) != 0);
        c.distance_km = (traits & trait::transport) != 0 ? 0.0f : distance_km;
        c.stigma = b.stigma[k];
        c.morale = b.morale[k];
        c.bridged = b.bridged[k];
        const std::uint32_t open = b.known[k] & ~(b.enrolled[k] | b.pending[k] | b.denied[k]) & bit;
        const std::uint32_t asks = low_half(words[k] >> shift) < application_chance(c, r) ? bit : 0u;
        b.files[k] |= asks & open & (required[k] != 0 ? bit : 0u);
    }
}

} // namespace

void decide(HouseholdBlock& b, const HouseholdRates& rates, const VillageMonth& month) {
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        b.eligible[k] = 0, b.files[k] = 0;
        b.bridged[k] = month.bridged[b.groups[k]];
    }
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p) {
        const auto& programme = rates.settings->programmes[p];
        find_eligible(b, p, programme, month.need[p], month.cutoff[p], rates.need_counts);
        apply_for(b, p, programme, rates.application, month);
    }
}

namespace {

TUJUH_SIDE_BY_SIDE void find_calls(HouseholdBlock& b, float distress, float noticed) {
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
TUJUH_SIDE_BY_SIDE std::uint32_t count_bit(const std::uint32_t (&masks)[most], std::size_t count,
                                           std::uint32_t bit) {
    std::uint32_t households = 0;
    for (std::size_t k = 0; k < count; ++k) households += (masks[k] & bit) != 0 ? 1u : 0u;
    return households;
}

/// The poor of a vulnerable group who are in no mutual-aid group of their kind.
TUJUH_SIDE_BY_SIDE std::uint32_t count_outside_groups(const HouseholdBlock& b, std::uint32_t bit,
                                                      std::uint32_t group_bit) {
    std::uint32_t households = 0;
    for (std::size_t k = 0; k < b.count; ++k) {
        const std::uint32_t poor = b.lines[k] < vulnerable_below_lines ? 1u : 0u;
        households += (b.vulnerable[k] & bit) != 0 && (b.groups[k] & group_bit) == 0 ? poor : 0u;
    }
    return households;
}

} // namespace

void report(HouseholdBlock& b, const HouseholdRates& rates, VillageTally& tally) {
    find_calls(b, rates.distress, rates.noticed);
    for (std::size_t p = 0; p < rates.settings->programmes.size(); ++p) {
        tally.enrolled[p] += count_bit(b.enrolled, b.count, bit_of(p));
        tally.served[p] += count_bit(b.served, b.count, bit_of(p));
    }
    tally.clients += count_bit(b.traits, b.count, trait::has_case);
    for (std::size_t k = 0; k < b.count; ++k) tally.crises += b.in_crisis[k] > 0 ? 1u : 0u;
    for (std::size_t g = 0; g < vulnerable_group_count; ++g) {
        const auto kind = static_cast<std::size_t>(GroupKind::female_head) + g;
        tally.vulnerable_outside[g] += count_outside_groups(b, 1u << g, 1u << kind);
    }
}

} // namespace tujuh
