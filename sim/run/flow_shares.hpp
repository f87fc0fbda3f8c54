// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/flow_table.hpp"
#include "run/statistics.hpp"

#include <cstddef>
#include <span>

namespace tujuh {

/// Groups of one grouping that are looked at together, by their positions.
struct FlowGroups {
    std::size_t grouping = flow_of_nation;
    std::size_t first = 0, end = 1;
};

/// Gains and losses as shares of the households that can be compared, means over replicates with intervals.
/// NaN where nothing was counted.
struct FlowShares {
    Estimate gained, lost;
    Estimate net; ///< gained - lost, replicate by replicate
};

/// Who is served in the alternative and not in the base, and the other way round.
FlowShares coverage_flows(std::span<const FlowTable> replicates, FlowGroups groups, std::size_t tick,
                          double level);
/// Gained: out of poverty. Lost: into poverty.
FlowShares poverty_flows(std::span<const FlowTable> replicates, FlowGroups groups, std::size_t tick,
                         double level);

} // namespace tujuh
