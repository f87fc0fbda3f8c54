// SPDX-License-Identifier: Apache-2.0
// Private providers deliver a part of an agency's services. They need a licence, and the standard that it asks for
// (ODD 7.12).
#pragma once

#include "parameters/control.hpp"
#include "world/places.hpp"

namespace tujuh {

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

/// Quality of what households receive, 0-1: the agency's own and that of the providers at work, by the share that
/// these deliver.
inline float service_quality(const Agency& agency, const ControlParameters& p) noexcept {
    float sum = 0, at_work = 0;
    for (const auto& provider : agency.providers)
        if (!provider.suspended) sum += provider.quality, at_work += 1.0f;
    if (at_work == 0) return agency.quality;
    const auto share = static_cast<float>(p.provider_share);
    return (1.0f - share) * agency.quality + share * sum / at_work;
}

} // namespace tujuh
