// SPDX-License-Identifier: Apache-2.0
#include "design/seen_points.hpp"

#include <set>

namespace tujuh {

bool SeenPoints::see(std::span<const Position> positions) {
    std::set<Position> once;
    std::vector<Position> asked;
    for (const auto& position : positions)
        if (!seen_.contains(position) && once.insert(position).second) asked.push_back(position);
    if (asked.empty()) return true;

    std::vector<double> side_by_side;
    for (const auto& position : asked)
        side_by_side.insert(side_by_side.end(), position.begin(), position.end());
    auto measures = evaluate_(side_by_side);
    if (!measures) return false;
    for (std::size_t p = 0; p < asked.size(); ++p)
        seen_.emplace(std::move(asked[p]), std::move((*measures)[p]));
    return true;
}

const std::vector<double>* SeenPoints::at(const Position& position) const {
    const auto found = seen_.find(position);
    return found == seen_.end() ? nullptr : &found->second;
}

} // namespace tujuh
