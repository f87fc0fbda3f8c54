// SPDX-License-Identifier: Apache-2.0
#include "outcomes/coverage_by_distance.hpp"

#include "catch.hpp"
#include "outcomes/catalogue.hpp"
#include "outcomes/measure.hpp"
#include "world/small_country.hpp"

#include <cmath>

using namespace tujuh;

namespace {

double national(const World& world, const Scenario& scenario, std::string_view outcome) {
    OutcomeTable table = make_outcome_table(scenario);
    MonthTables counts;
    measure(world, scenario.base, counts, table, 0, in_order);
    return table.national[*find_outcome(outcome) * table.ticks];
}

} // namespace

TEST_CASE("where everybody lives far from points of service, coverage far from them is the nation's") {
    auto scenario = small_country::scenario();
    scenario.base.parameters.measures.far_km = -1;
    const World world = small_country::lived(scenario, 8);
    const auto coverage = coverage_by_distance(world, scenario.base, in_order);
    for (std::size_t o = 0; o < outcomes_by_distance.size(); ++o) {
        CHECK(coverage[o][1] == Approx(national(world, scenario, outcomes_by_distance[o])).epsilon(1e-12));
        CHECK(coverage[o][1] > 0);
        CHECK(std::isnan(coverage[o][0]));
    }
}

TEST_CASE("a village counts among the near or the far by its way, and by the weight of its households") {
    auto scenario = small_country::scenario();
    World world = small_country::lived(scenario, 8);
    auto& h = world.households;
    for (auto& district : world.districts)
        for (auto v = district.village_begin; v < district.village_end; ++v) {
            const auto& village = world.villages[v];
            const bool far = v % 2 == 0;
            district.frame[village.frame].distance_km = far ? 100.0f : 0.0f;
            for (auto i = village.begin; i < village.end; ++i) h.served[i] = far ? 0 : 1;
        }
    const auto coverage = coverage_by_distance(world, scenario.base, in_order);
    CHECK(coverage[2][0] == 1);
    CHECK(coverage[2][1] == 0);
}
