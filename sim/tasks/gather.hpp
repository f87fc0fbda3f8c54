// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/act.hpp"

namespace tujuh {

/// Candidates from a short list of every village, as the village phase left it.
inline void gather_listed(const Scene& scene, std::vector<Listed> Village::*list, Candidates& out) {
    for (auto v = scene.district.village_begin; v < scene.district.village_end; ++v)
        for (const auto& entry : scene.world.villages[v].*list)
            out.push_back({entry.household, entry.need, v});
}

/// Candidates among the district's drawn villages: `need(village)`.
template <class NeedOf> void gather_villages(const Scene& scene, Candidates& out, NeedOf&& need) {
    for (auto v = scene.district.village_begin; v < scene.district.village_end; ++v) {
        const float wanted = need(scene.world.villages[v]);
        if (wanted > 0) out.push_back({v, wanted, v});
    }
}

/// Candidates numbered 0 .. count-1 at the district's offices (agencies, programmes): `need(index)`.
template <class NeedOf> void gather_offices(std::size_t count, Candidates& out, NeedOf&& need) {
    for (std::size_t i = 0; i < count; ++i) {
        const float wanted = need(i);
        if (wanted > 0) out.push_back({static_cast<std::uint32_t>(i), wanted, Candidate::no_village});
    }
}

} // namespace tujuh
