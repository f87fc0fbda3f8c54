// SPDX-License-Identifier: Apache-2.0
// The plan of the whole nation, from the published tables: places are listed, nobody is drawn.
#include "catch.hpp"
#include "files/scenario_toml.hpp"
#include "run/size_estimate.hpp"
#include "world/sample.hpp"
#include "world/world.hpp"

#include <set>
#include <string>

using namespace tujuh;

TEST_CASE("the full nation has its published 38 provinces, 514 districts and 83,762 villages") {
    const auto scenario =
        read_scenario_file(std::string(TUJUH_SOURCE_DIR) + "/scenarios/indonesia-full.toml").scenario;
    const Draws draws{scenario.seed, 0};
    const auto frames =
        province_frames(scenario.published, scenario.base.parameters.population.mean_household_size);
    const auto samples = allocate_sample(scenario.population, frames);
    std::set<std::uint32_t> districts, villages;
    std::uint64_t households = 0;
    for (std::size_t p = 0; p < frames.size(); ++p) {
        INFO(scenario.published.provinces[p].name);
        const auto of_province = district_frames(frames[p], draws);
        CHECK(samples[p].districts == of_province.size());
        for (const auto& district : of_province) {
            districts.insert(district.number);
            const auto list = village_frames(district, draws);
            for (const auto v : villages_in_sample(district, list, samples[p].villages_a_district, draws)) {
                villages.insert(list[v].number);
                households += samples[p].households_a_village;
            }
        }
        CHECK(samples[p].households_a_village < households_a_village_number);
    }
    CHECK(frames.size() == 38);
    CHECK(districts.size() == 514);
    CHECK(villages.size() == 83762);
    CHECK(households > 74000000);
    CHECK(households < 77000000);
    CHECK(expected_households(scenario) == Approx(static_cast<double>(households)).epsilon(1e-12));
}
