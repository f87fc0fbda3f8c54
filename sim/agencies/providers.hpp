// SPDX-License-Identifier: Apache-2.0
// Private providers deliver a part of an agency's services. They need a licence, and the standard that it
// asks for (ODD 7.12).
#pragma once

#include "parameters/control.hpp"
#include "world/places.hpp"

#include <algorithm>

namespace tujuh {

/// A month without inspection: quality drifts to where it was at the start, and rises while a provider is
/// suspended; licences end; the office gives some by papers alone, but none to whoever is suspended and still
/// below the standard.
void change_providers(District& district, const Draws& draws, std::int32_t tick, const ControlParameters& p);

/// Chance a month that the office licenses an unlicensed provider, such that `licensed_usual` of them hold
/// one.
inline double office_licence_chance(const ControlParameters& p) noexcept {
    const double odds = p.licensed_usual / (1.0 - p.licensed_usual);
    return std::min(1.0, odds / p.licence_months);
}

inline void grant_licence(Provider& provider, std::int32_t tick, const ControlParameters& p) noexcept {
    provider.licensed = true;
    provider.suspended = false;
    provider.licence_ends = tick + static_cast<std::int32_t>(p.licence_months);
}

inline bool meets_standard(const Provider& provider, const ControlParameters& p) noexcept {
    return static_cast<double>(provider.quality) >= p.minimum_standard;
}

/// Works without a licence, or below the minimum standard; who is suspended does not work.
inline bool is_below_standard(const Provider& provider, double standard) noexcept {
    return !provider.suspended && (!provider.licensed || static_cast<double>(provider.quality) < standard);
}

/// Share of the agency's providers that work.
inline double providers_at_work(const Agency& agency) noexcept {
    double at_work = 0;
    for (const auto& provider : agency.providers) at_work += provider.suspended ? 0.0 : 1.0;
    return at_work / static_cast<double>(providers_an_agency);
}

/// Part of its service that an agency can deliver while some of its providers are suspended.
inline double share_delivered(const Agency& agency, const ControlParameters& p) noexcept {
    return 1.0 - p.provider_share * (1.0 - providers_at_work(agency));
}

/// Quality of what households receive, 0-1: the agency's own and that of the providers at work, by the share
/// that these deliver.
inline float service_quality(const Agency& agency, const ControlParameters& p) noexcept {
    float sum = 0, at_work = 0;
    for (const auto& provider : agency.providers)
        if (!provider.suspended) sum += provider.quality, at_work += 1.0f;
    if (at_work == 0) return agency.quality;
    const auto share = static_cast<float>(p.provider_share);
    return (1.0f - share) * agency.quality + share * sum / at_work;
}

} // namespace tujuh
