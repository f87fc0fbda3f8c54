// SPDX-License-Identifier: Apache-2.0
#include "files/scenario_toml.hpp"

#include "catch.hpp"
#include "files/small_scenario.hpp"
#include "scenario/fields.hpp"

#include <algorithm>
#include <type_traits>

using namespace tujuh;
using small::messages_of;
using small::read;
using small::with;

namespace {

template <class Struct, std::size_t count>
void require_equal_fields(const Struct& a, const Struct& b, const FieldRow<Struct> (&rows)[count]) {
    for (const auto& row : rows)
        std::visit(
            [&](const auto& member) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(member)>, MonthMember<Struct>>) {
                    INFO(row.key);
                    REQUIRE(a.*member == b.*member);
                }
            },
            row.member);
}

std::vector<double> values_of(Parameters parameters) {
    std::vector<double> values;
    for_each_parameter(parameters, [&](const auto&, double value) { values.push_back(value); });
    return values;
}

void require_equal(const Settings& a, const Settings& b) {
    REQUIRE(values_of(a.parameters) == values_of(b.parameters));
    REQUIRE(a.programmes.size() == b.programmes.size());
    for (std::size_t i = 0; i < a.programmes.size(); ++i) {
        REQUIRE(a.programmes[i].key == b.programmes[i].key);
        require_equal_fields(a.programmes[i], b.programmes[i], programme_rows);
    }
    REQUIRE(a.workforce == b.workforce);
    REQUIRE(a.task_mix == b.task_mix);
    REQUIRE(a.activity_mix == b.activity_mix);
    for (std::size_t i = 0; i < activity_count; ++i)
        require_equal_fields(a.activities[i], b.activities[i], activity_setting_rows);
}

void require_equal(const Scenario& a, const Scenario& b) {
    REQUIRE(a.name == b.name);
    require_equal_fields(a, b, scenario_rows);
    REQUIRE(a.start_year == b.start_year);
    REQUIRE(a.start_month == b.start_month);
    require_equal_fields(a.population, b.population, population_design_rows);
    REQUIRE(a.published.provinces.size() == b.published.provinces.size());
    require_equal(a.base, b.base);
    REQUIRE(a.policies.size() == b.policies.size());
    for (std::size_t i = 0; i < a.policies.size(); ++i) {
        REQUIRE(a.policies[i].id == b.policies[i].id);
        REQUIRE(a.policies[i].from_month == b.policies[i].from_month);
        require_equal(a.policies[i].settings, b.policies[i].settings);
    }
}

std::size_t worker(WorkerKind kind) {
    return static_cast<std::size_t>(kind);
}

} // namespace

TEST_CASE("a scenario says what stands in its file, and defaults hold for the rest") {
    const LoadedScenario loaded = read(small::texts(), {}, "baseline.toml");
    const Scenario& scenario = loaded.scenario;
    REQUIRE(scenario.name == "baseline");
    REQUIRE(loaded.question == "What is there to see?");
    REQUIRE(scenario.title_id == "Dasar");
    REQUIRE(scenario.seed == 7);
    REQUIRE(scenario.months == 24);
    REQUIRE(scenario.burn_in_months == 60);
    REQUIRE(scenario.population.households == 240);
    REQUIRE(scenario.base.parameters.resources.rho == 0.9);
    REQUIRE(scenario.base.parameters.shocks.illness == default_parameters().shocks.illness);
    REQUIRE(scenario.base.workforce[worker(WorkerKind::social_worker)] == 100);
    REQUIRE(scenario.base.workforce[worker(WorkerKind::facilitator)] == 0);
    REQUIRE(scenario.published.provinces.size() == 2);
}

TEST_CASE("programmes keep the order of the file") {
    const Scenario scenario = read(small::texts(), {}, "baseline.toml").scenario;
    REQUIRE(scenario.base.programmes.size() == 2);
    REQUIRE(scenario.base.programmes[0].key == "cash");
    REQUIRE(scenario.base.programmes[0].benefit == 100000);
    REQUIRE(scenario.base.programmes[0].channel == Channel::push);
    REQUIRE(scenario.base.programmes[1].key == "care");
    REQUIRE(scenario.base.programmes[1].agency == AgencyKind::protection);
    REQUIRE(scenario.base.programmes[1].relief[static_cast<std::size_t>(Need::care)] == 0.5);
}

TEST_CASE("a task without a mix of its own shares its hours equally") {
    using namespace tujuh::literals;
    const Settings settings = read(small::texts(), {}, "baseline.toml").scenario.base;
    REQUIRE(settings.activity_mix[index_of("2.1"_activity)] == 0.5);
    REQUIRE(settings.activity_mix[index_of("2.2"_activity)] == 0);
    REQUIRE(settings.activity_mix[index_of("1.3"_activity)] == 1.0 / 6);
    REQUIRE(settings.activity_mix[index_of("6.6"_activity)] == 1.0 / 6);
}

TEST_CASE("a file says only what differs from its base: tables merge by key") {
    const Scenario scenario = read(with("months = 36\n[programmes.cash]\nquota = 5\n")).scenario;
    REQUIRE(scenario.months == 36);
    REQUIRE(scenario.title == "Base");
    REQUIRE(scenario.base.programmes[0].quota == 5);
    REQUIRE(scenario.base.programmes[0].benefit == 100000);
    REQUIRE(scenario.base.programmes.size() == 2);
}

TEST_CASE("mixes and lists are replaced whole") {
    using namespace tujuh::literals;
    small::Texts texts = with("[population]\nprovinces = [\"02\"]\n"
                              "[workers]\ntask_mix = { \"2\" = 1.0 }\nactivity_mix = { \"2.2\" = 1.0 }\n");
    texts["baseline.toml"].replace(texts["baseline.toml"].find("households = 240"), 16,
                                   "households = 240\nprovinces = [\"01\"]");
    const Scenario scenario = read(texts).scenario;
    REQUIRE(scenario.population.provinces == std::vector<std::string>{"02"});
    REQUIRE(scenario.base.task_mix == std::array<double, task_count>{0, 1, 0, 0, 0, 0, 0});
    REQUIRE(scenario.base.activity_mix[index_of("2.1"_activity)] == 0);
    REQUIRE(scenario.base.activity_mix[index_of("2.2"_activity)] == 1);
}

TEST_CASE("a title without its translation does not stand beside the translation of the base's title") {
    const Scenario scenario = read(with("title = \"Mine\"\n")).scenario;
    REQUIRE(scenario.title == "Mine");
    REQUIRE(scenario.title_id.empty());
}

TEST_CASE("a programme of the base can be left out") {
    const Scenario scenario = read(with("[programmes.cash]\nenabled = false\n")).scenario;
    REQUIRE(scenario.base.programmes.size() == 1);
    REQUIRE(scenario.base.programmes[0].key == "care");
}

TEST_CASE("whole numbers are read where decimals may stand") {
    REQUIRE(read(with("[shocks]\nillness = 1\n")).scenario.base.parameters.shocks.illness == 1.0);
}

TEST_CASE("the start is a month or the first day of one") {
    for (const char* start : {"start = \"2031-11\"\n", "start = 2031-11-01\n"}) {
        const Scenario scenario = read(with(start)).scenario;
        REQUIRE(scenario.start_year == 2031);
        REQUIRE(scenario.start_month == 11);
    }
}

TEST_CASE("policies are cumulative and come in the order of their months") {
    const Scenario scenario =
        read(with("[[policy]]\nid = \"late\"\nfrom_month = 18\nresources.rho = 0.5\n"
                  "[[policy]]\nid = \"early\"\nfrom_month = 3\nworkforce.facilitator = 9\n"
                  "activities.\"2.1\".enabled = false\n"))
            .scenario;
    REQUIRE(scenario.policies.size() == 3);
    REQUIRE(scenario.policies[0].id == "early");
    REQUIRE(scenario.policies[1].id == "more_workers");
    REQUIRE(scenario.policies[2].id == "late");
    const Settings& last = scenario.policies[2].settings;
    REQUIRE(last.parameters.resources.rho == 0.5);
    REQUIRE(last.workforce[worker(WorkerKind::social_worker)] == 200);
    REQUIRE(last.workforce[worker(WorkerKind::facilitator)] == 9);
    REQUIRE_FALSE(last.activities[index_of(Activity::find_the_unaware)].enabled);
    REQUIRE(scenario.policies[0].settings.parameters.resources.rho == 0.9);
}

TEST_CASE("policies of one month come in the order of the files, the base's first") {
    const Scenario scenario =
        read(with("[[policy]]\nid = \"also\"\nfrom_month = 12\nworkforce.social_worker = 5\n")).scenario;
    REQUIRE(scenario.policies[0].id == "more_workers");
    REQUIRE(scenario.policies[1].id == "also");
    REQUIRE(settings_at(scenario, 12).workforce[worker(WorkerKind::social_worker)] == 5);
}

TEST_CASE("before the month of its policy a scenario has the settings of its base") {
    const Scenario base = read(small::texts(), {}, "baseline.toml").scenario;
    const Scenario mine =
        read(with("[[policy]]\nid = \"mine\"\nfrom_month = 15\nworkers.hours = 10\n")).scenario;
    for (std::int32_t tick = -60; tick < 15; ++tick)
        require_equal(settings_at(base, tick), settings_at(mine, tick));
    REQUIRE(settings_at(mine, 15).parameters.workers.hours == 10);
}

TEST_CASE("a policy with the id of a policy of the base replaces it whole") {
    const Scenario scenario =
        read(with("[[policy]]\nid = \"more_workers\"\nfrom_month = 6\nresources.rho = 0.5\n")).scenario;
    REQUIRE(scenario.policies.size() == 1);
    REQUIRE(scenario.policies[0].from_month == 6);
    REQUIRE(scenario.policies[0].settings.workforce[worker(WorkerKind::social_worker)] == 100);
}

TEST_CASE("a policy of the base can be switched off by its id alone") {
    const LoadedScenario loaded = read(with("[[policy]]\nid = \"more_workers\"\nenabled = false\n"));
    REQUIRE(loaded.scenario.policies.empty());
    REQUIRE(loaded.resolved_text.find("[[policy]]") == std::string::npos);
}

TEST_CASE("the command line comes last and is typed like the file") {
    const std::vector<std::string> settings = {"months=30",
                                               "title=A new title",
                                               "start=2040-01",
                                               "programmes.cash.quota=3",
                                               "activities.2.4.sham=true",
                                               "workers.task_mix={ \"1\" = 1.0 }",
                                               "population.provinces=[\"02\"]",
                                               "policy.more_workers.from_month=20",
                                               "policy.more_workers.workforce.facilitator=4"};
    const Scenario scenario = read(with("months = 36\n"), settings).scenario;
    REQUIRE(scenario.months == 30);
    REQUIRE(scenario.title == "A new title");
    REQUIRE(scenario.start_year == 2040);
    REQUIRE(scenario.base.programmes[0].quota == 3);
    REQUIRE(scenario.base.activities[index_of(Activity::refer_and_accompany)].sham);
    REQUIRE(scenario.base.task_mix[0] == 1);
    REQUIRE(scenario.population.provinces.size() == 1);
    REQUIRE(scenario.policies[0].from_month == 20);
    REQUIRE(scenario.policies[0].settings.workforce[worker(WorkerKind::facilitator)] == 4);
    REQUIRE(scenario.policies[0].settings.workforce[worker(WorkerKind::social_worker)] == 200);
}

TEST_CASE("one share of a mix can be set alone") {
    const std::vector<std::string> settings = {"workers.task_mix.1=0.2", "workers.task_mix.2=0.5"};
    const Scenario scenario = read(with(""), settings).scenario;
    REQUIRE(scenario.base.task_mix == std::array<double, task_count>{0.2, 0.5, 0, 0, 0, 0.3, 0});
}

TEST_CASE("the resolved text gives the same scenario again") {
    const LoadedScenario first = read(
        with(
            "title = \"A \\\"quoted\\\" title, \\\\ and \\u0007\"\nstart = \"2030-12\"\n[shocks]\nillness = "
            "0.1\n"
            "[programmes.\"third-1\"]\nagency = \"health\"\nkind = \"premium\"\nchannel = \"push\"\n"
            "benefit = 42000\ncutoff_percentile = 0.3333333333333333\nquota = 1e6\nbenefit_per = \"person\"\n"
            "[[policy]]\nid = \"x\"\nfrom_month = 2\ntitle = \"X\"\nactivities.\"2.1\".sham = true\n"
            "workers.activity_mix = { \"1.1\" = 1.0 }\nprogrammes.third-1.quota = 0.1\n"),
        {"resources.rho=0.12345678901234567", "policy.x.coping.debt_limit=1"});
    const LoadedScenario second = read_resolved(first.scenario.name, first.resolved_text, first.tables);
    require_equal(first.scenario, second.scenario);
    REQUIRE(second.resolved_text == first.resolved_text);
    REQUIRE(first.resolved_text.find("extends") == std::string::npos);
    REQUIRE(first.files.size() == 2);
    REQUIRE(first.tables[0].name == "data/provinces.csv");
}

TEST_CASE("every parameter says where its value was set") {
    const LoadedScenario loaded = read(with("[shocks]\nillness = 0.07\n"), {"workers.hours=100"});
    const auto origin_of = [&](std::string_view key) {
        return *std::find_if(loaded.parameters.begin(), loaded.parameters.end(),
                             [&](const ParameterOrigin& origin) { return origin.key == key; });
    };
    REQUIRE(origin_of("shocks.illness").set_in == "mine.toml:4");
    REQUIRE(origin_of("shocks.illness").changed == (default_parameters().shocks.illness != 0.07));
    REQUIRE(origin_of("resources.rho").set_in == "baseline.toml:21");
    REQUIRE(origin_of("resources.rho").changed);
    REQUIRE(origin_of("workers.hours").set_in == "--set");
    REQUIRE(origin_of("workers.hours").value == 100);
    REQUIRE(origin_of("shocks.job_loss").set_in.empty());
    REQUIRE_FALSE(origin_of("shocks.job_loss").changed);
    REQUIRE(loaded.parameters.size() == values_of(loaded.scenario.base.parameters).size());
}

TEST_CASE("a file in a folder of its own builds on the base above it") {
    small::Texts texts = small::texts();
    texts["lessons/one.toml"] = "format = 1\nextends = \"../baseline.toml\"\nmonths = 15\n";
    texts["lessons/two.toml"] = "format = 1\nextends = \"one.toml\"\n";
    REQUIRE(read(texts, {}, "lessons/two.toml").scenario.months == 15);
    texts["lessons/three.toml"] = "format = 1\nextends = \"baseline\"\n";
    REQUIRE(read(texts, {}, "lessons/three.toml").scenario.months == 24);
}

TEST_CASE("a scenario without workers, programmes or policies is a scenario") {
    const std::vector<std::string> nobody = {"workforce.social_worker=0", "programmes.cash.enabled=false",
                                             "programmes.care.enabled=false",
                                             "policy.more_workers.enabled=false", "agencies.staff=0"};
    const Scenario scenario = read(with(""), nobody).scenario;
    REQUIRE(scenario.base.programmes.empty());
    REQUIRE(scenario.policies.empty());
}
