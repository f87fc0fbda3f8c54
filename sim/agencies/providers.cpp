// SPDX-License-Identifier: Apache-2.0
#include "agencies/providers.hpp"

#include "base/half_life.hpp"
#include "base/random.hpp"
#include "world/institutions.hpp"

namespace tujuh {

void change_providers(District& district, const Draws& draws, std::int32_t tick, const ControlParameters& p) {
    const auto kept = static_cast<float>(monthly_retention(p.provider_months));
    const double chance = office_licence_chance(p);
    for (std::uint32_t a = 0; a < agency_count; ++a)
        for (std::uint32_t i = 0; i < providers_an_agency; ++i) {
            auto& provider = district.agencies[a].providers[i];
            const float usual = usual_provider_quality(district.number, a, i, draws, p);
            provider.quality = relax(provider.quality, usual, kept);
            if (provider.suspended)
                provider.quality += static_cast<float>(p.suspended_gain) * (1.0f - provider.quality);
            if (provider.licence_ends <= tick) provider.licensed = false;
            if (provider.licensed || (provider.suspended && !meets_standard(provider, p))) continue;
            const auto number = a * static_cast<std::uint32_t>(providers_an_agency) + i;
            if (draws.happens(chance, district.number, tick, Purpose::licence, number))
                grant_licence(provider, tick, p);
        }
}

} // namespace tujuh
