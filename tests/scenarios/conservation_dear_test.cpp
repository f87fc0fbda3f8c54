// SPDX-License-Identifier: Apache-2.0
// Every shipped scenario and lesson, lived through from a short burn-in until after its last policy: money,
// places, requests and cases are counted again at the end of each month. Of the whole nation one province.
#include "catch.hpp"
#include "files/design_toml.hpp"
#include "files/scenario_source.hpp"
#include "files/scenario_toml.hpp"
#include "run/parallel.hpp"
#include "simulation.hpp"
#include "world/audit.hpp"
#include "world/build.hpp"

#include <algorithm>
#include <cstdio>

using namespace tujuh;

namespace {

constexpr std::int32_t shortest_months = 13, months_after_last_policy = 3, burn_in_months = 12;

std::vector<std::string> scenario_files() {
    std::vector<std::string> paths;
    for (const std::string folder : {"/scenarios", "/scenarios/lessons", "/scenarios/patterns"}) {
        const std::string root = std::string(TUJUH_SOURCE_DIR) + folder + "/";
        for (const auto& file : FileSource().files_in(root))
            if (file.ends_with(".toml") && !is_design_file(root + file)) paths.push_back(root + file);
    }
    return paths;
}

std::int32_t months_of(const Scenario& scenario) {
    std::int32_t months = shortest_months;
    for (const auto& policy : scenario.policies)
        months = std::max(months, policy.from_month + months_after_last_policy);
    return std::min(months, scenario.months);
}

} // namespace

TEST_CASE("no month of any shipped scenario makes or loses money, places, requests or cases") {
    const Threads threads(0);
    const auto files = scenario_files();
    REQUIRE(files.size() >= 25);
    for (const auto& file : files) {
        auto scenario = read_scenario_file(file).scenario;
        scenario.burn_in_months = burn_in_months;
        scenario.months = months_of(scenario);
        if (scenario.population.takes_everybody())
            scenario.population.provinces = {"65"}; // Kalimantan Utara, the smallest: all of it
        auto world = build_world(scenario, 0, threads.for_each());
        std::int32_t months = 0;
        const Watch count = [&](std::int32_t) {
            ++months;
            return true;
        };
        auto violation = burn_in(world, scenario, threads.for_each(), count);
        auto table = make_outcome_table(scenario);
        if (!violation) violation = simulate(world, scenario, table, threads.for_each(), count);
        if (!violation) violation = find_inconsistency(world);
        std::printf("%-28s %3d months  %7u households  %s\n", scenario.name.c_str(), static_cast<int>(months),
                    static_cast<unsigned>(world.households.count()),
                    violation ? violation->what.c_str() : "no violation");
        INFO(file);
        CHECK_FALSE(violation);
        CHECK(months == burn_in_months + scenario.months);
    }
}
