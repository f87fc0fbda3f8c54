// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/names.hpp"

#include <array>

namespace tujuh {

/// Two agencies of a district, the first before the second.
struct AgencyPair {
    std::size_t first, second;
};
inline constexpr std::size_t agency_pair_count = agency_count * (agency_count - 1) / 2;

/// The pairs in order: (0, 1), (0, 2), ..., (3, 4).
constexpr AgencyPair agency_pair(std::size_t number) noexcept {
    constexpr auto pairs = [] {
        std::array<AgencyPair, agency_pair_count> made{};
        std::size_t n = 0;
        for (std::size_t a = 0; a < agency_count; ++a)
            for (std::size_t b = a + 1; b < agency_count; ++b) made[n++] = {a, b};
        return made;
    }();
    return pairs[number];
}

} // namespace tujuh
