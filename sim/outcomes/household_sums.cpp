// SPDX-License-Identifier: Apache-2.0
// What one household, and one district, adds to the sums. The definitions of outcomes are in catalogue.cpp.
#include "outcomes/household_sums.hpp"

#include "agencies/eligibility.hpp"
#include "households/needs.hpp"
#include "informal/mutual_aid.hpp"

namespace tujuh {

VillageView view_of(const World& world, const Settings& settings, const Village& village) {
    const auto& district = world.districts[village.district];
    const auto& province = world.provinces[village.province];
    VillageView view;
    view.need_weight = need_rates(settings.parameters.needs).weight;
    view.poverty_line = province.poverty_line[static_cast<std::size_t>(village.area)];
    view.distance_km = static_cast<double>(district.frame[village.frame].distance_km);
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        const auto& programme = settings.programmes[p];
        view.paid_share[p] = static_cast<double>(district.paid_share[p]);
        view.quality[p] =
            static_cast<double>(district.agencies[static_cast<std::size_t>(programme.agency)].quality);
        view.leaked[p] = leaked_share(programme.leakage, settings.parameters.agencies.bargain,
                                      settings.parameters.tasks.supervision_leakage,
                                      static_cast<double>(district.supervision[p]));
    }
    return view;
}

namespace {

double arriving_share(const VillageView& view, const Households& h, std::uint32_t i, std::size_t p) {
    return view.paid_share[p] * (1.0 - view.leaked[p].of(has_bit(h.known[i], p)));
}

bool is_vulnerable(const Households& h, std::uint32_t i) {
    return (h.traits[i] & trait::female_head) != 0 || h.disabled[i] > 0 || h.elders[i] > 0;
}

bool in_group_of_its_kind(const Households& h, std::uint32_t i) {
    for (const auto kind : {GroupKind::female_head, GroupKind::disability, GroupKind::elder})
        if (has_bit(h.groups[i], static_cast<std::size_t>(kind)) && is_meant_for(kind, h, i)) return true;
    return false;
}

void count_poverty(const Settings& settings, const VillageView& view, const Households& h, std::uint32_t i,
                   Sums& cell) {
    const double size = h.size[i], consumption = static_cast<double>(h.consumption[i]);
    cell[Sum::households] += 1;
    cell[Sum::persons] += size;
    cell[Sum::consumption] += size * consumption;
    if (consumption < view.poverty_line) {
        const double gap = 1.0 - consumption / view.poverty_line;
        cell[Sum::poor_persons] += size;
        cell[Sum::gap] += size * gap;
        cell[Sum::severity] += size * gap * gap;
    }
    if (static_cast<double>(before_transfers(h, i)) < view.poverty_line) {
        cell[Sum::poor_before] += size;
        cell[Sum::poor_households] += 1;
        if (h.served[i] != 0) cell[Sum::poor_served] += 1;
        if ((h.traits[i] & trait::registered) == 0) cell[Sum::poor_unregistered] += 1;
        cell[Sum::distance_of_poor] += view.distance_km;
    }
    const auto& weight = view.need_weight;
    double deprivation = 0;
    for (std::size_t d = 0; d < need_count; ++d)
        if (static_cast<double>(h.deficit[d][i]) > settings.parameters.measures.deprived)
            deprivation += static_cast<double>(weight[d]);
    if (deprivation >= settings.parameters.measures.poverty_cutoff) {
        cell[Sum::deprived_persons] += size;
        cell[Sum::deprivation] += size * deprivation;
    }
    cell[Sum::functioning] += static_cast<double>(functioning_of(h, i, weight));
}

void count_client(const Settings& settings, const Households& h, std::uint32_t i, Sums& cell) {
    const bool client = (h.traits[i] & trait::has_case) != 0, crisis = h.crisis[i] != Crisis::none;
    if (crisis) cell[Sum::crises] += 1;
    if (crisis && client) cell[Sum::crises_with_case] += 1;
    if (!client) return;
    cell[Sum::clients] += 1;
    for (std::size_t d = 0; d < need_count; ++d) {
        if (static_cast<double>(h.deficit[d][i]) <= settings.parameters.measures.known_need) continue;
        cell[Sum::client_needs] += 1;
        if (has_bit(h.needs_known[i], d)) cell[Sum::client_needs_known] += 1;
    }
    cell[Sum::client_stigma] += static_cast<double>(h.stigma[i]);
    cell[Sum::client_care_risk] += static_cast<double>(h.care_risk[i]);
    cell[Sum::client_capability] += static_cast<double>(h.capability[i]);
    if (has_bit(h.groups[i], static_cast<std::size_t>(GroupKind::clients))) cell[Sum::clients_in_group] += 1;
}

/// Adds the same to the sums of a cell and of a programme.
struct PairCounter {
    Sums &cell, &programme;
    void add(Sum s, double amount = 1.0) noexcept {
        cell[s] += amount;
        programme[s] += amount;
    }
};

/// One pair of household and programme.
void count_pair(const Settings& settings, const VillageView& view, const Households& h, std::uint32_t i,
                std::size_t p, bool vulnerable, PairCounter count) {
    const bool enrolled = has_bit(h.enrolled[i], p), served = has_bit(h.served[i], p),
               known = has_bit(h.known[i], p);
    if (enrolled) count.add(Sum::enrolled);
    if (enrolled && !served) count.add(Sum::enrolled_unserved);
    if (!has_bit(h.eligible[i], p)) {
        if (!meets_conditions(settings.programmes[p], h, i)) return;
        count.add(Sum::ineligible);
        if (enrolled) count.add(Sum::ineligible_enrolled);
        return;
    }
    count.add(Sum::eligible);
    if (served) count.add(Sum::eligible_served);
    if (served) count.add(Sum::eligible_effective, arriving_share(view, h, i, p) * view.quality[p]);
    if (!enrolled) count.add(Sum::waiting);
    if (known) count.add(Sum::eligible_known);
    if (known && (enrolled || has_bit(h.pending[i], p))) count.add(Sum::known_claimed);
    if (has_bit(h.denied[i], p)) count.add(Sum::wrongly_denied);
    const bool papers =
        settings.programmes[p].documents_required <= 0 || (h.traits[i] & trait::documents) != 0;
    const bool reached =
        (h.traits[i] & trait::transport) != 0 || view.distance_km <= settings.parameters.measures.far_km;
    if (!enrolled && !has_bit(h.pending[i], p) && !(papers && reached)) count.add(Sum::given_up);
    count.add(vulnerable ? Sum::vulnerable_eligible : Sum::other_eligible);
    if (served) count.add(vulnerable ? Sum::vulnerable_served : Sum::other_served);
}

} // namespace

double benefits_of(const World& world, const Settings& settings, const VillageView& view, std::uint32_t i) {
    const auto& h = world.households;
    if (h.served[i] == 0) return 0;
    double benefits = 0;
    for (std::size_t p = 0; p < world.programme_count; ++p)
        if (has_bit(h.served[i], p))
            benefits +=
                static_cast<double>(settings.programmes[p].benefit * units_of(settings.programmes[p], h, i)) *
                arriving_share(view, h, i, p);
    return benefits;
}

void count_household(const World& world, const Settings& settings, const VillageView& view, std::uint32_t i,
                     double benefits, Sums& cell, std::array<Sums, max_programmes>& programmes) {
    const auto& h = world.households;
    count_poverty(settings, view, h, i, cell);
    count_client(settings, h, i, cell);
    const bool vulnerable = is_vulnerable(h, i);
    if (vulnerable && static_cast<double>(h.consumption[i]) < 1.5 * view.poverty_line) {
        cell[Sum::vulnerable] += 1;
        if (in_group_of_its_kind(h, i)) cell[Sum::vulnerable_in_group] += 1;
    }
    cell[Sum::benefits] += benefits;
    if (h.served[i] != 0) cell[Sum::households_served] += 1;
    for (std::size_t p = 0; p < world.programme_count; ++p)
        count_pair(settings, view, h, i, p, vulnerable, {cell, programmes[p]});
}

void count_district(const World& world, const Settings& settings, const District& district, Sums& sums,
                    std::array<Sums, max_programmes>& programmes) {
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& tally = world.villages[v].tally;
        sums[Sum::assets_lost] += tally.assets_lost;
        sums[Sum::relief] += tally.relief;
        sums[Sum::relief_rupiah] += tally.relief_rupiah;
        for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
            programmes[p][Sum::gross] += static_cast<double>(tally.gross[p]);
            programmes[p][Sum::leaked] += static_cast<double>(tally.leaked[p]);
        }
    }
    const auto& tally = district.tally;
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        programmes[p][Sum::eligible_starts] += district.starts_a_month[p];
        for (const auto s : {Sum::gross, Sum::leaked, Sum::eligible_starts}) sums[s] += programmes[p][s];
    }
    sums[Sum::groups] += tally.groups_at_start;
    sums[Sum::groups_ended] += tally.groups_ended;
    for (const auto& seat : district.seats) {
        sums[Sum::full_time] += seat.full_time;
        const bool vacant = world.tick <= seat.vacant_until;
        if (vacant) sums[Sum::vacant] += seat.full_time;
        if (!vacant) sums[Sum::workers_present] += 1;
        sums[Sum::fatigue] += seat.full_time * static_cast<double>(seat.fatigue);
        sums[Sum::open_cases] += seat.cases;
    }
    const auto& hours = district.hours;
    sums[Sum::hours_field] += hours.worked + hours.travelled;
    sums[Sum::hours_travelled] += hours.travelled;
    sums[Sum::hours_idle] += hours.idle;
    for (const auto acts : hours.acts) sums[Sum::acts] += static_cast<double>(acts);
    sums[Sum::requests] += static_cast<double>(district.requests.size());
    sums[Sum::decided] += tally.decided;
    sums[Sum::refused] += tally.refused;
    sums[Sum::files_lost] += tally.files_lost;
    sums[Sum::workers_left] += tally.workers_left;
    sums[Sum::workers_present] += tally.workers_left; // whoever leaves was there
}

} // namespace tujuh
