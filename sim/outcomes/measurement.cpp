// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measurement.hpp"

#include <algorithm>

namespace tujuh {

DistrictLeague district_league(std::vector<double>& coverage) {
    DistrictLeague league;
    const std::size_t districts = coverage.size();
    if (districts < 2) return league;
    std::sort(coverage.begin(), coverage.end());
    double mean = 0, squares = 0;
    for (const double share : coverage) mean += share / static_cast<double>(districts);
    for (const double share : coverage) squares += square(share - mean);
    league.spread = square_root(squares / static_cast<double>(districts - 1));
    const std::size_t tenth = districts / 10;
    if (tenth == 0) return league;
    double worst = 0, best = 0;
    for (std::size_t d = 0; d < tenth; ++d) worst += coverage[d], best += coverage[districts - 1 - d];
    league.worst_tenth = worst / static_cast<double>(tenth);
    league.best_tenth = best / static_cast<double>(tenth);
    return league;
}

} // namespace tujuh
