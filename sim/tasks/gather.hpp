// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tasks/act.hpp"

#include <span>

namespace tujuh {

/// Candidates from a short list of every village, as the village phase left it.
inline void gather_listed(const Scene& scene, std::vector<Listed> Village::*list, Candidates& out) {
    for (auto v = scene.district.village_begin; v < scene.district.village_end; ++v)
        for (const auto& entry : scene.world.villages[v].*list) out.push_back({entry.household, entry.need});
}

/// Candidates among the district's drawn villages: `need(village)`.
template <class NeedOf> void gather_villages(const Scene& scene, Candidates& out, NeedOf&& need) {
    for (auto v = scene.district.village_begin; v < scene.district.village_end; ++v) {
        const float wanted = need(scene.world.villages[v]);
        if (wanted > 0) out.push_back({v, wanted});
    }
}

/// Candidates numbered 0 .. count-1 at the district's offices (agencies, programmes): `need(index)`.
template <class NeedOf> void gather_offices(std::size_t count, Candidates& out, NeedOf&& need) {
    for (std::size_t i = 0; i < count; ++i) {
        const float wanted = need(i);
        if (wanted > 0) out.push_back({static_cast<std::uint32_t>(i), wanted});
    }
}

/// Candidates among clients: `NeedOf(client)`. Each is written down and kept if it calls: nobody can foresee
/// who does, so a jump at each would cost more.
template <auto NeedOf>
void gather_calling(const Scene& scene, std::span<const std::uint32_t> files, Candidates& out) {
    auto count = out.size();
    out.resize(count + files.size());
    for (const auto c : files) {
        auto& file = scene.district.cases[c];
        const float wanted = NeedOf(Client{scene, file});
        out[count] = {c, wanted};
        count += static_cast<std::size_t>((wanted > 0) & (file.opened != Case::dropped_out));
    }
    out.resize(count);
}

} // namespace tujuh
