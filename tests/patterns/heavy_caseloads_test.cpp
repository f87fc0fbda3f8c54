// SPDX-License-Identifier: Apache-2.0
// Heavier caseloads go with fewer contacts a case, more turnover and worse outcomes (pattern P7). The chances
// to leave of a rested and of a tired worker are put in; that fewer workers tire, see clients less often and
// leave more of them in crisis follows.
#include "catch.hpp"
#include "files/scenario_toml.hpp"
#include "simulation.hpp"
#include "world/build.hpp"

#include <cstdio>
#include <string>

using namespace tujuh;

namespace {

struct Work {
    double caseload = 0, contacts = 0, turnover = 0, in_crisis = 0;
};

/// Means over three years after a burn-in of three in a small Indonesia with this many times the workers.
Work work_with(double times) {
    auto scenario =
        read_scenario_file(std::string(TUJUH_SOURCE_DIR) + "/scenarios/baseline.toml", {}).scenario;
    scenario.burn_in_months = 36;
    for (auto& workers : scenario.base.workforce) workers *= times;
    World world = build_world(scenario, 0, in_order);
    REQUIRE(!burn_in(world, scenario, in_order, [](std::int32_t) { return true; }).has_value());
    double full_time = 0, cases = 0, acts = 0, left = 0, present = 0, crises = 0, households = 0;
    for (int month = 0; month < 36; ++month) {
        REQUIRE(!tick(world, scenario.base, in_order).has_value());
        for (const auto& district : world.districts) {
            for (const auto& seat : district.seats) {
                full_time += seat.full_time;
                cases += seat.cases;
                if (world.tick > seat.vacant_until) ++present;
            }
            acts += static_cast<double>(district.hours.client_acts);
            left += district.tally.workers_left;
        }
        for (const auto crisis : world.households.crisis) crises += crisis != Crisis::none ? 1 : 0;
        households += static_cast<double>(world.household_count());
    }
    const Work work{cases / full_time, acts / cases, 12 * left / (present + left), crises / households};
    std::printf("workers x %-4g cases a worker %5.1f, contacts a case %.3f, turnover %.3f a year, "
                "in crisis %.4f\n",
                times, work.caseload, work.contacts, work.turnover, work.in_crisis);
    return work;
}

} // namespace

TEST_CASE("fewer workers carry more cases, see each less often, leave sooner, and more people stay in crisis",
          "[P7]") {
    const Work few = work_with(1), many = work_with(4), most = work_with(8);
    CHECK(few.caseload > many.caseload);
    CHECK(many.caseload > most.caseload);
    CHECK(few.contacts < many.contacts);
    CHECK(many.contacts < most.contacts);
    CHECK(few.turnover > many.turnover);
    CHECK(many.turnover > most.turnover);
    CHECK(few.in_crisis > many.in_crisis);
    CHECK(many.in_crisis > most.in_crisis);
}
