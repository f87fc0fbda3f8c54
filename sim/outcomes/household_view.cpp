// SPDX-License-Identifier: Apache-2.0
#include "outcomes/household_view.hpp"

#include "agencies/providers.hpp"
#include "base/math.hpp"
#include "world/entitlement.hpp"

namespace tujuh {

DistrictView view_of(const World& world, const Settings& settings, const District& district) {
    DistrictView view;
    view.district = &district;
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        const auto& programme = settings.programmes[p];
        view.paid_share[p] = static_cast<double>(district.paid_share[p]);
        view.quality[p] = static_cast<double>(service_quality(
            district.agencies[static_cast<std::size_t>(programme.agency)], settings.parameters.control));
        view.leaked[p] = leaked_share(programme.leakage, settings.parameters.agencies.bargain,
                                      settings.parameters.tasks.supervision_leakage,
                                      static_cast<double>(district.supervision[p]));
        view.log_cutoff[p] = log(static_cast<float>(world.national.cutoff[p]));
        if (!asks_for_papers(programme, district.levers, p)) view.without_papers |= bit_of(p);
    }
    return view;
}

double benefit_of(const Settings& settings, const DistrictView& view, const Households& h, std::uint32_t i,
                  std::size_t p) {
    if (!has_bit(h.served[i], p)) return 0;
    const auto& programme = settings.programmes[p];
    return static_cast<double>(programme.benefit * units_of(programme, h, i)) *
           view.arriving_share(p, (h.traits[i] & trait::informed) != 0);
}

} // namespace tujuh
