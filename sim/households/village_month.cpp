// SPDX-License-Identifier: Apache-2.0
#include "households/village_month.hpp"

#include "agencies/providers.hpp"
#include "agencies/sub_units.hpp"
#include "world/entitlement.hpp"

#include <algorithm>

namespace tujuh {

float bridged_of(const Village& village, unsigned groups, double kin_reach) noexcept {
    float best = static_cast<float>(kin_reach) * village.kin_bridged;
    for (std::size_t g = 0; g < group_kind_count; ++g)
        if (has_bit(groups, g)) best = std::max(best, village.groups[g].bridged);
    return best;
}

VillageMonth village_month(const World& world, const Village& village, const HouseholdRates& rates) {
    const auto& s = *rates.settings;
    const auto& district = world.districts[village.district];
    const auto& province = world.provinces[village.province];
    const auto area = static_cast<std::size_t>(village.area);
    VillageMonth month;
    month.curve = in_single_precision(province.curve[area]);
    month.poverty_line = static_cast<float>(province.poverty_line[area]);
    month.distance_km = district.frame[village.frame].distance_km + village.detour_km;
    month.rural = village.area == Area::rural;
    // A disaster may strike whoever is not in crisis.
    month.shock =
        ChanceOfHalf::covering(village.disaster_months > 0 ? 1.0f : onset_chance(month.rural, rates.shocks));
    month.paid_share = district.paid_share;
    const auto& a = s.parameters.agencies;
    float closest_watch = 0;
    for (std::size_t p = 0; p < world.programme_count; ++p) {
        const auto& programme = s.programmes[p];
        const auto& agency = district.agencies[static_cast<std::size_t>(programme.agency)];
        month.cutoff[p] = static_cast<float>(world.national.cutoff[p]);
        month.log_cutoff[p] = log(month.cutoff[p]);
        month.quality[p] = service_quality(agency, s.parameters.control);
        month.burden[p] = agency.burden;
        if (asks_for_papers(programme, district.levers, p)) month.papers |= bit_of(p);
        const auto repaired = static_cast<float>(a.repair_rate * monitoring_pace(district, agency, a));
        month.repaired[p] = ChanceOfHalf(repaired * month.quality[p]);
        month.leaked[p] =
            leaked_share(static_cast<float>(programme.leakage), static_cast<float>(a.bargain),
                         static_cast<float>(s.parameters.tasks.supervision_leakage), district.supervision[p]);
        month.need[p] = main_need_of(programme);
        if (relieves_directly(programme)) month.relieving |= bit_of(p);
        if (programme.service_months > 0) month.services |= bit_of(p);
        for (int member = 0; member < 2; ++member)
            month.learning[p][static_cast<std::size_t>(member)] = ChanceOfHalf(learning_chance(
                static_cast<double>(village.peers_enrolled[p]), member != 0, s.parameters.application));
        month.peers = std::max(month.peers, village.peers_enrolled[p]);
        if (programme.kind == ProgrammeKind::cash)
            closest_watch = std::max(closest_watch, district.supervision[p]);
    }
    for (unsigned groups = 0; groups < month.bridged.size(); ++groups)
        month.bridged[groups] = bridged_of(village, groups, s.parameters.application.kin_reach);
    month.misuse_found = static_cast<float>(
        1.0 - exp(-s.parameters.tasks.supervision_misuse * static_cast<double>(closest_watch)));
    return month;
}

} // namespace tujuh
