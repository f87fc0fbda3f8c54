// SPDX-License-Identifier: Apache-2.0
/// The sums over households as a reader of their definitions would count them: one household after the
/// other, one question after the other.
#pragma once

#include "agencies/eligibility.hpp"
#include "households/needs.hpp"
#include "informal/mutual_aid.hpp"
#include "outcomes/household_view.hpp"
#include "outcomes/measurement.hpp"
#include "world/entitlement.hpp"

#include <array>
#include <bit>

namespace tujuh::reference {

/// A village with its district.
struct Seen {
    DistrictView district;
    double poverty_line = 0, distance_km = 0;
    bool rural = false;
    std::int32_t month = 0; ///< the tick that is measured

    Seen(const World& world, const Settings& settings, const Village& village)
        : district(view_of(world, settings, world.districts[village.district])),
          poverty_line(
              world.provinces[village.province].poverty_line[static_cast<std::size_t>(village.area)]),
          distance_km(
              static_cast<double>(world.districts[village.district].frame[village.frame].distance_km)),
          rural(village.area == Area::rural), month(world.tick - 1) {}
};

inline double benefits_of(const Settings& settings, const Seen& view, const Households& h, std::uint32_t i) {
    double benefits = 0;
    for (std::size_t p = 0; p < settings.programmes.size(); ++p)
        benefits += benefit_of(settings, view.district, h, i, p);
    return benefits;
}

inline bool draws_cash_or_food(const Settings& settings, const Households& h, std::uint32_t i) {
    for (std::size_t p = 0; p < settings.programmes.size(); ++p)
        if (has_bit(h.enrolled[i], p) && pays_in_cash_or_food(settings.programmes[p])) return true;
    return false;
}

inline bool is_vulnerable(const Households& h, std::uint32_t i) {
    return (h.traits[i] & trait::female_head) != 0 || h.disabled[i] > 0 || h.elders[i] > 0;
}

inline bool in_group_of_its_kind(const Households& h, std::uint32_t i) {
    for (const auto kind : {GroupKind::female_head, GroupKind::disability, GroupKind::elder})
        if (has_bit(h.groups[i], static_cast<std::size_t>(kind)) && is_meant_for(kind, h, i)) return true;
    return false;
}

inline void count_poverty(const Settings& settings, const Seen& view, const Households& h, std::uint32_t i,
                          Sums& all) {
    const double size = h.size[i], consumption = static_cast<double>(h.consumption[i]);
    all[Sum::households] += 1;
    all[Sum::persons] += size;
    all[Sum::consumption] += size * consumption;
    if (consumption < view.poverty_line) {
        const double gap = 1.0 - consumption / view.poverty_line;
        all[Sum::poor_persons] += size;
        all[Sum::gap] += size * gap;
        all[Sum::severity] += size * gap * gap;
    }
    const double before = static_cast<double>(before_transfers(h, i));
    if (before < view.poverty_line) {
        all[Sum::poor_before] += size;
        all[Sum::gap_before] += size * (1.0 - before / view.poverty_line);
        all[Sum::poor_households] += 1;
        if (h.served[i] != 0) all[Sum::poor_served] += 1;
        if ((h.traits[i] & trait::registered) == 0) all[Sum::poor_unregistered] += 1;
        all[Sum::distance_of_poor] += view.distance_km;
    }
    const auto weight = need_rates(settings.parameters.needs).weight;
    double deprivation = 0;
    for (std::size_t d = 0; d < need_count; ++d)
        if (static_cast<double>(h.deficit[d][i]) > settings.parameters.measures.deprived)
            deprivation += static_cast<double>(weight[d]);
    if (deprivation >= settings.parameters.measures.poverty_cutoff) {
        all[Sum::deprived_persons] += size;
        all[Sum::deprivation] += size * deprivation;
    }
    all[Sum::functioning] += static_cast<double>(functioning_of(h, i, weight));
}

/// Who was poor `months` ago and who is now, of households that lived here then.
inline void count_moves(const Households& h, std::uint32_t i, unsigned months, Sum poor_then, Sums& all) {
    const auto history = h.poor_history[i];
    if (!remembered::reaches_back(history, months)) return;
    const std::size_t first = remembered::was_poor(history, months) ? 0 : 2;
    all[member(poor_then, first)] += h.size[i];
    if (remembered::was_poor(history, 0)) all[member(poor_then, first + 1)] += h.size[i];
}

inline void count_graduates(const Settings& settings, const Seen& view, const Households& h, std::uint32_t i,
                            Sums& all) {
    if (h.graduated[i] == graduation::none) return;
    const std::int32_t months = view.month - h.graduated[i];
    if (months == 0) all[Sum::graduates] += 1;
    if (months != graduation::followed_months) return;
    all[Sum::graduates_year_ago] += 1;
    const bool helped = draws_cash_or_food(settings, h, i) || (h.traits[i] & trait::has_case) != 0;
    if (!helped && static_cast<double>(h.consumption[i]) >= view.poverty_line)
        all[Sum::graduates_on_their_own] += 1;
}

inline void count_client(const Settings& settings, const Households& h, std::uint32_t i, Sums& all) {
    const bool client = (h.traits[i] & trait::has_case) != 0, crisis = h.crisis[i] != Crisis::none;
    if (crisis) all[Sum::crises] += 1;
    if (is_harmed(h.safety[i])) all[Sum::harmed] += 1;
    if (crisis && client) all[Sum::crises_with_case] += 1;
    if (!client) return;
    all[Sum::clients] += 1;
    for (std::size_t d = 0; d < need_count; ++d) {
        if (static_cast<double>(h.deficit[d][i]) <= settings.parameters.measures.known_need) continue;
        all[Sum::client_needs] += 1;
        if (has_bit(h.needs_known[i], d)) all[Sum::client_needs_known] += 1;
    }
    if (std::popcount(h.eligible[i]) >= 2) {
        all[Sum::multi_need] += 1;
        if (std::popcount(static_cast<unsigned>(h.eligible[i] & h.served[i])) >= 2)
            all[Sum::multi_need_served] += 1;
    }
    all[Sum::client_stigma] += static_cast<double>(h.stigma[i]);
    all[Sum::client_care_risk] += static_cast<double>(h.care_risk[i]);
    all[Sum::client_capability] += static_cast<double>(h.capability[i]);
    if (has_bit(h.groups[i], static_cast<std::size_t>(GroupKind::clients))) all[Sum::clients_in_group] += 1;
}

/// Adds the same to the sums of all and of each programme.
struct PairCounter {
    Sums& all;
    std::array<Sums, max_programmes>& programmes;

    void add(Sum s, unsigned mask) {
        for (std::size_t p = 0; p < max_programmes; ++p)
            if (has_bit(mask, p)) all[s] += 1, programmes[p][s] += 1;
    }
};

/// Programmes whose required members live in the household.
inline unsigned meeting_conditions(const Settings& settings, const Households& h, std::uint32_t i) {
    unsigned programmes = 0;
    for (std::size_t p = 0; p < settings.programmes.size(); ++p)
        if (meets_conditions(settings.programmes[p], h, i)) programmes |= bit_of(p);
    return programmes;
}

/// Programmes for which the household has the papers and a way to get there.
inline unsigned in_reach(const Settings& settings, const Seen& view, const Households& h, std::uint32_t i) {
    const bool reached =
        (h.traits[i] & trait::transport) != 0 || view.distance_km <= settings.parameters.measures.far_km;
    if (!reached) return 0;
    return (h.traits[i] & trait::documents) != 0 ? ~0u : view.district.without_papers;
}

/// Programmes for which the household is listed, measured below the cut-off, and kept above it by the rule
/// that weighs against its group.
inline unsigned excluded_by_rule(const Settings& settings, const Seen& view, const Households& h,
                                 std::uint32_t i, unsigned open) {
    unsigned excluded = 0;
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        if (!has_bit(open, p) || !(h.score[i] < view.district.log_cutoff[p])) continue;
        const auto& agency =
            view.district.district->agencies[static_cast<std::size_t>(settings.programmes[p].agency)];
        if (h.score[i] + bias_against(agency, h, i) >= view.district.log_cutoff[p]) excluded |= bit_of(p);
    }
    return excluded;
}

/// All pairs of one household and a programme.
inline void count_pairs(const Settings& settings, const Seen& view, const Households& h, std::uint32_t i,
                        bool vulnerable, PairCounter count) {
    const unsigned eligible = h.eligible[i], enrolled = h.enrolled[i], served = h.served[i];
    const unsigned ineligible = meeting_conditions(settings, h, i) & ~eligible;
    count.add(Sum::ineligible, ineligible);
    if ((eligible | enrolled) == 0) return;
    const unsigned known = h.known[i], pending = h.pending[i];
    count.add(Sum::enrolled, enrolled);
    count.add(Sum::enrolled_unserved, enrolled & ~served);
    count.add(Sum::ineligible_enrolled, ineligible & enrolled);
    count.add(Sum::eligible, eligible);
    count.add(Sum::eligible_served, eligible & served);
    count.add(Sum::waiting, eligible & ~enrolled);
    count.add(Sum::eligible_known, eligible & known);
    count.add(Sum::known_claimed, eligible & known & (enrolled | pending));
    count.add(Sum::wrongly_denied, eligible & h.denied[i]);
    count.add(Sum::given_up, eligible & ~enrolled & ~pending & ~in_reach(settings, view, h, i));
    if (h.groups[i] != 0) {
        count.add(Sum::member_known, eligible & known);
        count.add(Sum::member_claimed, eligible & known & (enrolled | pending));
    }
    if (vulnerable && (h.traits[i] & trait::registered) != 0)
        count.add(Sum::excluded_by_rule, excluded_by_rule(settings, view, h, i, eligible & ~enrolled));
    count.add(Sum::informed_served, (h.traits[i] & trait::informed) != 0 ? eligible & served : 0u);
    if (vulnerable) {
        count.add(Sum::vulnerable_eligible, eligible);
        count.add(Sum::vulnerable_served, eligible & served);
    }
    const auto add_to = [&](Sum entitled, Sum reached) {
        count.add(entitled, eligible);
        count.add(reached, eligible & served);
    };
    if (view.rural) add_to(Sum::rural_eligible, Sum::rural_served);
    if (vulnerable) {
        if ((h.traits[i] & trait::female_head) != 0)
            add_to(Sum::female_head_eligible, Sum::female_head_served);
        if (h.disabled[i] > 0) add_to(Sum::disability_eligible, Sum::disability_served);
        if (h.elders[i] > 0) add_to(Sum::elder_eligible, Sum::elder_served);
    }
    for (std::size_t p = 0; (eligible & served) >> p != 0; ++p) {
        if (!has_bit(eligible & served, p)) continue;
        const double effective =
            view.district.arriving_share(p, (h.traits[i] & trait::informed) != 0) * view.district.quality[p];
        count.all[Sum::eligible_effective] += effective;
        count.programmes[p][Sum::eligible_effective] += effective;
    }
}

/// Adds one household, unweighted.
inline void count_household(const World& world, const Settings& settings, const Village& village,
                            std::uint32_t i, Sums& all, std::array<Sums, max_programmes>& programmes) {
    const auto& h = world.households;
    const Seen view(world, settings, village);
    count_poverty(settings, view, h, i, all);
    count_moves(h, i, 12, Sum::poor_year_ago, all);
    count_moves(h, i, 24, Sum::poor_two_years_ago, all);
    count_graduates(settings, view, h, i, all);
    count_client(settings, h, i, all);
    const bool vulnerable = is_vulnerable(h, i);
    if (vulnerable && static_cast<double>(h.consumption[i]) < 1.5 * view.poverty_line) {
        all[Sum::vulnerable] += 1;
        if (in_group_of_its_kind(h, i)) all[Sum::vulnerable_in_group] += 1;
    }
    all[Sum::benefits] += benefits_of(settings, view, h, i);
    if (h.served[i] != 0) all[Sum::households_served] += 1;
    count_pairs(settings, view, h, i, vulnerable, {all, programmes});
}

} // namespace tujuh::reference
