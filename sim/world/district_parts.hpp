// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <vector>

namespace tujuh {

/// Which of `parts` of a nation holds each district: neighbours, so that all parts hold about as many
/// households. Results do not depend on it.
inline std::vector<std::size_t> parts_of_districts(const std::vector<double>& households, std::size_t parts) {
    double all = 0, before = 0;
    for (const double here : households) all += here;
    std::vector<std::size_t> part;
    for (const double here : households) {
        part.push_back(static_cast<std::size_t>((before + here / 2) / all * static_cast<double>(parts)));
        before += here;
    }
    return part;
}

} // namespace tujuh
