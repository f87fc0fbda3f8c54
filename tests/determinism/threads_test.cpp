// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "files/result_hash.hpp"
#include "files/scenario_toml.hpp"
#include "run/parallel.hpp"
#include "run/replicates.hpp"

#include <string>

using namespace tujuh;

namespace {

std::string path_of(const std::string& name) {
    return std::string(TUJUH_SOURCE_DIR) + "/scenarios/" + name + ".toml";
}

/// The hash of all numbers that two replicates of the scenario give with this loop.
std::string hash_with(const Scenario& scenario, const ForEach& for_each, bool side_by_side) {
    RunOptions options;
    options.for_each = for_each;
    options.side_by_side = side_by_side;
    ScenarioResult one;
    one.name = scenario.name;
    for (const auto& programme : scenario.base.programmes) {
        one.programmes.key.push_back(programme.key);
        one.programmes.title.push_back(programme.title);
        one.programmes.title_id.push_back(programme.title_id);
    }
    one.replicates = run_replicates(scenario, options).tables.at(0);
    ResultFile result;
    result.scenarios.push_back(one);
    return result_hash(result);
}
std::string hash_with(const Scenario& scenario, std::size_t count, bool side_by_side) {
    const Threads threads(count);
    return hash_with(scenario, threads.for_each(), side_by_side);
}

void last_first(std::size_t count, const std::function<void(std::size_t)>& body) {
    for (std::size_t i = count; i > 0; --i) body(i - 1);
}
/// Every seventh, then those between.
void in_strides(std::size_t count, const std::function<void(std::size_t)>& body) {
    for (std::size_t first = 0; first < 7; ++first)
        for (std::size_t i = first; i < count; i += 7) body(i);
}

} // namespace

TEST_CASE("districts, villages and provinces may be gone through in any order") {
    const auto scenario =
        read_scenario_file(path_of("baseline"),
                           {"months=14", "burn_in_months=12", "replicates=1", "population.households=3000"})
            .scenario;
    const std::string forward = hash_with(scenario, ForEach(in_order), false);
    CHECK(hash_with(scenario, ForEach(last_first), false) == forward);
    CHECK(hash_with(scenario, ForEach(in_strides), false) == forward);
}

TEST_CASE("a community has the same result hash on 1, 2, 3 and 4 threads, inside a world and side by side") {
    const auto scenario =
        read_scenario_file(path_of("community"),
                           {"months=14", "burn_in_months=12", "replicates=2",
                            "population.households_per_village=200", "population.districts_per_province=3",
                            "workers.by_poverty=0.7"})
            .scenario;
    const std::string serial = hash_with(scenario, 1, false);
    CHECK(serial.size() == 64);
    for (const std::size_t threads : {2u, 3u, 4u})
        for (const bool side_by_side : {false, true}) {
            INFO(threads << " threads");
            CHECK(hash_with(scenario, threads, side_by_side) == serial);
        }
}

TEST_CASE("one changed number of the scenario changes the hash") {
    const std::vector<std::string> settings = {"months=2", "burn_in_months=2", "replicates=1",
                                               "population.households_per_village=50"};
    auto changed = settings;
    changed.push_back("agencies.stop_rate=0.05");
    CHECK(hash_with(read_scenario_file(path_of("community"), settings).scenario, 1, false) !=
          hash_with(read_scenario_file(path_of("community"), changed).scenario, 1, false));
}
