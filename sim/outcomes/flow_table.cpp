// SPDX-License-Identifier: Apache-2.0
#include "outcomes/flow_table.hpp"

#include "base/month.hpp"

namespace tujuh {

GroupLabels distance_labels() {
    return {{"near", "far"},
            {"near a point of service", "far from a point of service"},
            {"dekat titik layanan", "jauh dari titik layanan"}};
}

std::vector<std::int32_t> flow_ticks(std::int32_t months) {
    constexpr auto year = static_cast<std::int32_t>(months_a_year);
    std::vector<std::int32_t> ticks;
    for (std::int32_t tick = year - 1; tick < months; tick += year) ticks.push_back(tick);
    if (months % year != 0) ticks.push_back(months - 1);
    return ticks;
}

} // namespace tujuh
