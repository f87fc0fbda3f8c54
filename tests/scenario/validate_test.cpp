// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "scenario/fields.hpp"
#include "scenario/plain_number.hpp"
#include "scenario/scenario.hpp"
#include "workers/worker_phase.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <string>

using namespace tujuh;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

Programme sample_programme(const std::string& key) {
    Programme programme;
    programme.key = key;
    programme.benefit = 1000;
    programme.cutoff_percentile = 0.3;
    programme.quota = 100;
    return programme;
}

constexpr std::array<double, task_count> activities_of_task = {6, 7, 7, 7, 7, 6, 3};

Scenario sample_scenario() {
    Scenario scenario;
    scenario.population.households = 600;
    ProvinceFigures province{"01", "North", 1e6, 0, 0, 600000, 0.1, 0.35, 1300000, 5, 50, 600, {}};
    province.areas[0] = {0.6, 620000, 0.08, 0.36};
    province.areas[1] = {0.4, 580000, 0.13, 0.30};
    scenario.published.provinces.push_back(province);
    Settings& base = scenario.base;
    base.parameters = default_parameters();
    base.programmes = {sample_programme("cash"), sample_programme("care")};
    base.workforce = {10, 20, 30};
    base.task_mix = {0.3, 0.4, 0, 0, 0, 0.3, 0};
    for (std::size_t i = 0; i < activity_count; ++i) {
        base.activity_mix[i] = 1.0 / activities_of_task[task_index_of(static_cast<Activity>(i))];
        base.activities[i].hours = 1;
    }
    return scenario;
}

/// The problems of the sample scenario after a change, as "where: what".
std::vector<std::string> problems_after(const std::function<void(Scenario&)>& change) {
    Scenario scenario = sample_scenario();
    change(scenario);
    std::vector<std::string> found;
    for (const Problem& problem : validate(scenario)) found.push_back(problem.where + ": " + problem.what);
    return found;
}

using Found = std::vector<std::string>;

} // namespace

TEST_CASE("a sound scenario has no problem") {
    REQUIRE(validate(sample_scenario()).empty());
}

TEST_CASE("counts of a run stay in their ranges") {
    REQUIRE(problems_after([](Scenario& s) { s.months = 0; }) == Found{"months: 0 is out of range"});
    REQUIRE(problems_after([](Scenario& s) { s.months = 1201; }) == Found{"months: 1201 is out of range"});
    REQUIRE(problems_after([](Scenario& s) { s.burn_in_months = -1; }) ==
            Found{"burn_in_months: -1 is out of range"});
    REQUIRE(problems_after([](Scenario& s) { s.replicates = 0; }) == Found{"replicates: 0 is out of range"});
    REQUIRE(problems_after([](Scenario& s) { s.replicates = 10001; }) ==
            Found{"replicates: 10001 is out of range"});
    REQUIRE(problems_after([](Scenario& s) { s.start_month = 13; }) == Found{"start: 13 is out of range"});
    REQUIRE(problems_after([](Scenario& s) { s.seed = 4294967295u; }).empty());
    REQUIRE(problems_after([](Scenario& s) { s.burn_in_months = 0; }).empty());
}

TEST_CASE("every parameter is held to the range of its row") {
    std::size_t count = 0;
    Parameters defaults = default_parameters();
    for_each_parameter(defaults, [&](const auto&, double&) { ++count; });
    for (std::size_t wanted = 0; wanted < count; ++wanted) {
        std::string key;
        const auto found = problems_after([&](Scenario& scenario) {
            std::size_t number = 0;
            for_each_parameter(scenario.base.parameters, [&](const auto& row, double& value) {
                if (number++ != wanted) return;
                value = row.high * 2 + 1;
                key = row.key;
            });
        });
        INFO(key);
        REQUIRE(std::any_of(found.begin(), found.end(),
                            [&](const std::string& text) { return text.find(key + ": ") == 0; }));
    }
}

TEST_CASE("no number is nan or infinite") {
    REQUIRE(problems_after([](Scenario& s) { s.base.parameters.resources.rho = not_a_number; }) ==
            Found{"resources.rho: nan is not a number that can be computed with"});
    REQUIRE(problems_after([](Scenario& s) {
                s.base.workforce[0] = std::numeric_limits<double>::infinity();
            }) == Found{"workforce.social_worker: inf is not a number that can be computed with"});
    REQUIRE(problems_after([](Scenario& s) { s.base.task_mix[0] = not_a_number; }) ==
            Found{"workers.task_mix.1: nan is not a number that can be computed with"});
}

TEST_CASE("a share that was written as a percentage is recognised") {
    Scenario scenario = sample_scenario();
    scenario.base.programmes[0].leakage = 30;
    const Problems problems = validate(scenario);
    REQUIRE(problems.size() == 1);
    REQUIRE(problems[0].why == "allowed: 0 to 1, share of the benefit");
    REQUIRE(problems[0].suggestion == "for 30 % write 0.3");
    scenario.base.programmes[0].leakage = -0.1;
    REQUIRE(validate(scenario)[0].suggestion.empty());
}

TEST_CASE("mixes sum to one, within a task for activities") {
    REQUIRE(problems_after([](Scenario& s) { s.base.task_mix[0] = 0.32; }) ==
            Found{"workers.task_mix: shares sum to 1.02"});
    REQUIRE(problems_after([](Scenario& s) {
                s.base.task_mix = {0.333333, 0.333333, 0, 0, 0, 0.333333, 0};
            }).empty());
    REQUIRE(problems_after([](Scenario& s) { s.base.activity_mix[0] = 0; }) ==
            Found{"workers.activity_mix: shares of task 1 sum to 0.833333"});
    REQUIRE(problems_after([](Scenario& s) { s.base.parameters.needs.weight_care += 0.1; }) ==
            Found{"needs: the six weights sum to 1.1"});
}

TEST_CASE("programmes have keys of their own and at most as many as the model holds") {
    REQUIRE(problems_after([](Scenario& s) { s.base.programmes[1].key = "cash"; }) ==
            Found{"programmes.cash: stands twice"});
    REQUIRE(problems_after([](Scenario& s) { s.base.programmes[1].key = "c\xC3\xA9"; }) ==
            Found{"programmes.c\xC3\xA9: \"c\xC3\xA9\" cannot be used as a name"});
    const auto many = [](Scenario& s) {
        s.base.programmes.clear();
        for (char key = 'a'; key < 'j'; ++key)
            s.base.programmes.push_back(sample_programme(std::string(1, key)));
    };
    REQUIRE(problems_after(many) == Found{"programmes: 9 programmes are too many"});
}

TEST_CASE("fields of programmes and activities stay in their ranges") {
    const auto of_programme = [](const std::function<void(Programme&)>& change) {
        return problems_after([&](Scenario& s) { change(s.base.programmes[0]); });
    };
    REQUIRE(of_programme([](Programme& p) { p.quota = -1; }) ==
            Found{"programmes.cash.quota: -1 is out of range"});
    REQUIRE(of_programme([](Programme& p) { p.quota = 0; }).empty());
    REQUIRE(of_programme([](Programme& p) { p.benefit = -1; }) ==
            Found{"programmes.cash.benefit: -1 is out of range"});
    REQUIRE(of_programme([](Programme& p) { p.cutoff_percentile = 0; }) ==
            Found{"programmes.cash.cutoff_percentile: 0 is out of range"});
    REQUIRE(of_programme([](Programme& p) { p.cutoff_percentile = 1; }).empty());
    REQUIRE(of_programme([](Programme& p) { p.relief[2] = 1.5; }) ==
            Found{"programmes.cash.relief.education: 1.5 is out of range"});
    REQUIRE(problems_after([](Scenario& s) { s.base.activities[9].hours = 0; }) ==
            Found{"activities.2.4.hours: 0 is out of range"});
}

TEST_CASE("a population needs a province and households") {
    REQUIRE(problems_after([](Scenario& s) { s.population.households = 0; }) ==
            Found{"population.households: no households are asked for"});
    REQUIRE(problems_after([](Scenario& s) {
                s.population.households = 0;
                s.population.districts_per_province = 1;
                s.population.villages_per_district = 2;
            }).empty());
    REQUIRE(problems_after([](Scenario& s) {
                s.population.households = s.population.households_per_village = 0; // everybody
            }).empty());
    REQUIRE(problems_after([](Scenario& s) { s.population.provinces = {"99"}; }) ==
            Found{"population.provinces: \"99\" is not the code of a province"});
    REQUIRE(problems_after([](Scenario& s) { s.published.provinces.clear(); }) ==
            Found{"population.provinces_table: holds no province"});
    REQUIRE(problems_after([](Scenario& s) { s.population.households_per_village = 5000; }) ==
            Found{"population.households_per_village: 5000 is out of range"});
}

TEST_CASE("published figures are looked at") {
    const auto of_province = [](const std::function<void(ProvinceFigures&)>& change) {
        return problems_after([&](Scenario& s) { change(s.published.provinces[0]); });
    };
    REQUIRE(of_province([](ProvinceFigures& p) { p.gini = 35; }) ==
            Found{"published.01.gini: 35 is out of range"});
    REQUIRE(of_province([](ProvinceFigures& p) { p.villages = 0; }) ==
            Found{"published.01.villages: 0 is out of range"});
    REQUIRE(of_province([](ProvinceFigures& p) { p.areas[0].population_share = 0.7; }) ==
            Found{"published.01: the urban and the rural share sum to 1.1"});
    REQUIRE(of_province([](ProvinceFigures& p) {
                p.areas = {AreaFigures{}, AreaFigures{1, 600000, 0.1, 0.35}};
            }).empty());
}

TEST_CASE("nobody to work, nothing to give and nobody eligible is a scenario all the same") {
    REQUIRE(problems_after([](Scenario& s) {
                s.base.workforce = {};
                s.base.programmes.clear();
                s.base.parameters.agencies.staff = 0;
            }).empty());
    REQUIRE(problems_after([](Scenario& s) { s.base.programmes[0].cutoff_percentile = 0.0001; }).empty());
}

TEST_CASE("what a policy breaks is told once, under its name") {
    const auto found = problems_after([](Scenario& s) {
        s.policies = {{"first", 3, s.base}, {"second", 5, s.base}};
        s.policies[0].settings.workforce[0] = -1;
        s.policies[1].settings.workforce[0] = -1;
        s.policies[1].settings.workforce[1] = -2;
    });
    REQUIRE(found == Found{"policy.first.workforce.social_worker: -1 is out of range",
                           "policy.second.workforce.facilitator: -2 is out of range"});
}

TEST_CASE("what the base breaks is not told again by its policies") {
    REQUIRE(problems_after([](Scenario& s) {
                s.base.workforce[0] = -1;
                s.policies = {{"first", 3, s.base}};
            }) == Found{"workforce.social_worker: -1 is out of range"});
}

TEST_CASE("a policy leaves the list of programmes and what they are alone") {
    const auto found = [](const std::function<void(std::vector<Programme>&)>& change) {
        return problems_after([&](Scenario& s) {
            s.policies = {{"p", 3, s.base}};
            change(s.policies[0].settings.programmes);
        });
    };
    REQUIRE(found([](auto& programmes) { programmes.pop_back(); }) ==
            Found{"policy.p.programmes: a policy adds or removes a programme"});
    REQUIRE(found([](auto& programmes) { programmes.push_back(sample_programme("new")); }) ==
            Found{"policy.p.programmes: a policy adds or removes a programme"});
    REQUIRE(found([](auto& programmes) { programmes[0].kind = ProgrammeKind::food; }) ==
            Found{"policy.p.programmes.cash.kind: cannot be changed by a policy"});
    REQUIRE(found([](auto& programmes) { programmes[0].channel = Channel::request; }).empty());
}

TEST_CASE("policies have ids of their own and come in the order of months") {
    REQUIRE(problems_after([](Scenario& s) {
                s.policies = {{"p", 3, s.base}, {"p", 3, s.base}};
            }) == Found{"policy.p: stands twice"});
    REQUIRE(problems_after([](Scenario& s) {
                s.policies = {{"p", 3, s.base}, {"q", 2, s.base}};
            }) == Found{"policy.q: is not in the order of months"});
    REQUIRE(problems_after([](Scenario& s) {
                s.policies = {{"p", 1201, s.base}};
            }) == Found{"policy.p.from_month: 1201 is out of range"});
}

TEST_CASE("shares of tasks that are switched off are remarked on, once where they are set") {
    Scenario scenario = sample_scenario();
    REQUIRE(remarks(scenario).empty());
    scenario.policies = {{"p", 1, scenario.base}, {"q", 2, scenario.base}, {"r", 3, scenario.base}};
    const auto switch_off = [](Settings& settings, std::size_t task) {
        for (std::size_t i = 0; i < activity_count; ++i)
            if (task_index_of(static_cast<Activity>(i)) == task) settings.activities[i].enabled = false;
    };
    for (auto& policy : scenario.policies)
        policy.settings.task_mix = {0.2, 0.35, 0.1, 0.07, 0.05, 0.15, 0.08};
    for (const std::size_t task : {2u, 3u, 4u, 6u}) {
        switch_off(scenario.policies[0].settings, task);
        switch_off(scenario.policies[1].settings, task);
    }
    switch_off(scenario.policies[2].settings, 4);
    const Problems found = remarks(scenario);
    REQUIRE(found.size() == 2);
    REQUIRE(found[0].where == "policy.p.workers.task_mix");
    REQUIRE(
        found[0].what ==
        "every activity of tasks 3, 4, 5, 7 is switched off: their 0.3 of the hours pass on to the others");
    REQUIRE(found[1].where == "policy.r.workers.task_mix");
    REQUIRE(found[1].what ==
            "every activity of task 5 is switched off: its 0.05 of the hours pass on to the others");
}

TEST_CASE("hours of tasks that are switched off go to the others in proportion to their shares") {
    Settings settings = sample_scenario().base;
    for (std::size_t i = 0; i < activity_count; ++i) {
        const auto task = task_index_of(static_cast<Activity>(i));
        settings.activities[i].enabled = task == 0 || task == 1 || task == 5;
    }
    settings.task_mix = {0.2, 0.4, 0.1, 0.05, 0.02, 0.2, 0.03};
    const auto passed_on = hour_shares(settings, WorkerKind::social_worker);
    settings.task_mix = {0.25, 0.5, 0, 0, 0, 0.25, 0};
    const auto given = hour_shares(settings, WorkerKind::social_worker);
    double sum = 0;
    for (std::size_t i = 0; i < activity_count; ++i) {
        REQUIRE(passed_on[i] == Approx(given[i]).epsilon(1e-12));
        sum += passed_on[i];
    }
    REQUIRE(sum == Approx(1).epsilon(1e-12));
}

TEST_CASE("a policy begins within the months of the run") {
    const auto found = [](std::int32_t from_month) {
        return problems_after([&](Scenario& s) {
            s.months = 24;
            s.policies = {{"p", from_month, s.base}};
        });
    };
    REQUIRE(found(0).empty());
    REQUIRE(found(23).empty());
    REQUIRE(found(24) == Found{"policy.p.from_month: 24 is never reached"});
    REQUIRE(found(1200) == Found{"policy.p.from_month: 1200 is never reached"});
}

TEST_CASE("the settings in force are those of the last policy that has begun") {
    Scenario scenario = sample_scenario();
    scenario.policies = {{"p", 3, scenario.base}, {"q", 3, scenario.base}, {"r", 7, scenario.base}};
    REQUIRE(&settings_at(scenario, -60) == &scenario.base);
    REQUIRE(&settings_at(scenario, 2) == &scenario.base);
    REQUIRE(&settings_at(scenario, 3) == &scenario.policies[1].settings);
    REQUIRE(&settings_at(scenario, 6) == &scenario.policies[1].settings);
    REQUIRE(&settings_at(scenario, 7) == &scenario.policies[2].settings);
    REQUIRE(&settings_at(scenario, 1000) == &scenario.policies[2].settings);
}

TEST_CASE("numbers are shown without superfluous digits") {
    REQUIRE(plain_number(1.02) == "1.02");
    REQUIRE(plain_number(3) == "3");
    REQUIRE(plain_number(200e6) == "200000000");
    REQUIRE(plain_number(-0.0) == "0");
    REQUIRE(plain_number(0.1 + 0.2) == "0.3");
    REQUIRE(plain_number(not_a_number) == "nan");
}
