// SPDX-License-Identifier: Apache-2.0
#include "run/flow_shares.hpp"

#include "catch.hpp"

#include <cmath>
#include <vector>

using namespace tujuh;

namespace {

/// One month; of the nation, and of the tenths of which only the first two hold anybody.
FlowTable table_with(double gained, double lost) {
    FlowTable table;
    table.ticks = {11};
    const auto tenths = static_cast<std::size_t>(Grouping::decile);
    const double of_nation[flow_count] = {50, gained, lost, 50 - gained - lost, 20, 6, 4, 70, 7};
    for (const double households : of_nation) {
        table.values[flow_of_nation].push_back(households);
        for (std::size_t t = 0; t < 10; ++t) table.values[tenths].push_back(t < 2 ? households / 2 : 0);
    }
    return table;
}

} // namespace

TEST_CASE("gains and losses are shares of the households that live in both worlds") {
    const std::vector<FlowTable> replicates = {table_with(10, 2), table_with(14, 4)};
    const auto coverage = coverage_flows(replicates, {}, 0, 0.95);
    CHECK(coverage.gained.mean == Approx(0.12));
    CHECK(coverage.lost.mean == Approx(0.03));
    CHECK(coverage.net.mean == Approx(0.09));
    CHECK(coverage.net.standard_error == Approx(0.01)); // of 0.08 and 0.10
    const auto poverty = poverty_flows(replicates, {}, 0, 0.95);
    CHECK(poverty.gained.mean == Approx(0.06));
    CHECK(poverty.lost.mean == Approx(0.04));
    CHECK(poverty.net.standard_error == 0);
}

TEST_CASE("groups that are looked at together are one group") {
    const std::vector<FlowTable> replicates = {table_with(10, 2)};
    const auto tenths = static_cast<std::size_t>(Grouping::decile);
    CHECK(coverage_flows(replicates, {tenths, 0, 2}, 0, 0.95).gained.mean == Approx(0.10));
    CHECK(coverage_flows(replicates, {tenths, 0, 1}, 0, 0.95).gained.mean == Approx(0.10));
    CHECK(std::isnan(coverage_flows(replicates, {tenths, 2, 10}, 0, 0.95).gained.mean)); // nobody
}
