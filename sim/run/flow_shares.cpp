// SPDX-License-Identifier: Apache-2.0
#include "run/flow_shares.hpp"

#include "outcomes/measurement.hpp"

#include <vector>

namespace tujuh {

namespace {

/// Four flows of which one holds for each household: both, gained, lost, neither.
struct FlowFamily {
    Flow both, gained, lost, neither;
};
constexpr FlowFamily of_coverage = {Flow::kept, Flow::gained, Flow::lost, Flow::never};
constexpr FlowFamily of_poverty = {Flow::stayed_poor, Flow::out_of_poverty, Flow::into_poverty,
                                   Flow::never_poor};

double households(const FlowTable& table, FlowGroups groups, Flow flow, std::size_t tick) {
    double sum = 0;
    for (std::size_t g = groups.first; g < groups.end; ++g)
        sum += table.value(groups.grouping, flow, tick, g);
    return sum;
}

FlowShares shares_of(std::span<const FlowTable> replicates, const FlowFamily& family, FlowGroups groups,
                     std::size_t tick, double level) {
    std::vector<double> gained, lost;
    for (const auto& table : replicates) {
        const auto in = [&](Flow flow) { return households(table, groups, flow, tick); };
        const double all = in(family.both) + in(family.gained) + in(family.lost) + in(family.neither);
        gained.push_back(ratio(in(family.gained), all));
        lost.push_back(ratio(in(family.lost), all));
    }
    return {estimate(gained, level), estimate(lost, level),
            estimate(paired_differences(gained, lost), level)};
}

} // namespace

FlowShares coverage_flows(std::span<const FlowTable> replicates, FlowGroups groups, std::size_t tick,
                          double level) {
    return shares_of(replicates, of_coverage, groups, tick, level);
}

FlowShares poverty_flows(std::span<const FlowTable> replicates, FlowGroups groups, std::size_t tick,
                         double level) {
    return shares_of(replicates, of_poverty, groups, tick, level);
}

} // namespace tujuh
