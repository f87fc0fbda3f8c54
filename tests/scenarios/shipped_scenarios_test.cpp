// SPDX-License-Identifier: Apache-2.0
#include "base/for_each.hpp"
#include "catch.hpp"
#include "files/design_toml.hpp"
#include "files/scenario_source.hpp"
#include "files/scenario_toml.hpp"

#include <cstdlib>
#include <set>
#include <string>

using namespace tujuh;

namespace {

std::string path_of(const std::string& name) {
    return std::string(TUJUH_SOURCE_DIR) + "/scenarios/" + name + ".toml";
}

std::vector<std::string> shipped(bool designs = false) {
    std::vector<std::string> names;
    for (const std::string& file : FileSource().files_in(std::string(TUJUH_SOURCE_DIR) + "/scenarios"))
        if (file.ends_with(".toml")) {
            const std::string name = file.substr(0, file.size() - 5);
            if (is_design_file(path_of(name)) == designs) names.push_back(name);
        }
    return names;
}

} // namespace

TEST_CASE("every shipped scenario is valid and says what it asks, in both languages") {
    const std::vector<std::string> names = shipped();
    REQUIRE(names.size() >= 8);
    for (const std::string& name : names) {
        INFO(name);
        const LoadedScenario loaded = read_scenario_file(path_of(name));
        REQUIRE(loaded.scenario.name == name);
        REQUIRE(loaded.question.back() == '?');
        REQUIRE_FALSE(loaded.scenario.title.empty());
        REQUIRE_FALSE(loaded.scenario.title_id.empty());
        REQUIRE(loaded.scenario.title != loaded.scenario.title_id);
        for (const Programme& programme : loaded.scenario.base.programmes)
            REQUIRE_FALSE(programme.title_id.empty());
    }
}

TEST_CASE("every shipped design is valid at all its points and says what it asks, in both languages") {
    const std::vector<std::string> names = shipped(true);
    REQUIRE(names.size() >= 4);
    for (const std::string& name : names) {
        INFO(name);
        const LoadedDesign loaded = read_design_file(path_of(name));
        std::size_t points = 0;
        loaded.check_points(in_order, [&](std::size_t, const Scenario& scenario) {
            ++points;
            REQUIRE(scenario.title != scenario.title_id);
        });
        REQUIRE(points == loaded.points().count);
        REQUIRE(loaded.base().question.back() == '?');
        for (const Factor& factor : loaded.design().factors) REQUIRE_FALSE(factor.title_id.empty());
    }
}

TEST_CASE("a shipped design can be had again from its resolved text, with the same points") {
    for (const std::string& name : shipped(true)) {
        INFO(name);
        const LoadedDesign first = read_design_file(path_of(name));
        const LoadedDesign second = read_resolved_design(name, first.base().resolved_text,
                                                         first.resolved_text(), first.base().tables);
        REQUIRE(second.resolved_text() == first.resolved_text());
        REQUIRE(second.points().value == first.points().value);
        REQUIRE(second.points().choice == first.points().choice);
    }
}

TEST_CASE("every shipped scenario can be had again from its resolved text") {
    for (const std::string& name : shipped()) {
        INFO(name);
        const LoadedScenario first = read_scenario_file(path_of(name));
        const LoadedScenario second = read_resolved(name, first.resolved_text, first.tables);
        REQUIRE(second.resolved_text == first.resolved_text);
        REQUIRE(second.scenario.policies.size() == first.scenario.policies.size());
        for (const NamedText& text : first.files) REQUIRE(text.name.find('/') == std::string::npos);
    }
}

TEST_CASE("shipped titles differ, so that a comparison can be read") {
    std::set<std::string> titles;
    for (const std::string& name : shipped())
        REQUIRE(titles.insert(read_scenario_file(path_of(name)).scenario.title).second);
}

TEST_CASE("a shipped scenario is found by its name, from anywhere") {
    REQUIRE(::setenv("TUJUH_SCENARIOS", (std::string(TUJUH_SOURCE_DIR) + "/scenarios").c_str(), 1) == 0);
    REQUIRE(read_scenario_file("indonesia").scenario.population.households == 200000);
    REQUIRE(read_scenario_file("indonesia", {"months=3"}).scenario.months == 3);
    const std::vector<ShippedScenario> listed = shipped_scenarios();
    REQUIRE(listed.size() == shipped().size() + shipped(true).size());
    for (std::size_t i = 0; i < listed.size(); ++i) {
        REQUIRE_FALSE(listed[i].question.empty());
        if (i > 0) REQUIRE(listed[i - 1].name < listed[i].name);
    }
    REQUIRE(::unsetenv("TUJUH_SCENARIOS") == 0);
    REQUIRE(read_scenario_file("indonesia").scenario.population.households == 200000);
}

TEST_CASE("the baseline's programmes and workers are of the published size") {
    const Settings base = read_scenario_file(path_of("baseline")).scenario.base;
    REQUIRE(base.programmes.size() == 6);
    REQUIRE(base.programmes[0].quota == 10e6);
    // 2.87 million rupiah a PKH family and year, and 96.757 million persons with paid premiums.
    REQUIRE(static_cast<double>(base.programmes[0].benefit) * 2.4 * 12 == Approx(2.87e6).epsilon(0.02));
    REQUIRE(base.programmes[1].quota == 18.8e6);
    REQUIRE(base.programmes[2].quota * 3.7 == Approx(96757416).epsilon(0.001));
    REQUIRE(base.workforce == std::array<double, worker_kind_count>{15500, 33500, 7285});
}
