// SPDX-License-Identifier: Apache-2.0
#include "run/trial.hpp"

#include "catch.hpp"
#include "run/replicates.hpp"
#include "run/trial_actions.hpp"
#include "world/small_country.hpp"

#include <algorithm>

using namespace tujuh;

namespace {

constexpr std::size_t untreated = 0, treated = 1;

/// A trial of the first programme of the small country that is asked for.
Scenario with_trial(Trial trial) {
    auto scenario = small_country::scenario();
    scenario.months = 3;
    scenario.burn_in_months = 6;
    scenario.replicates = 2;
    const auto requested =
        std::find_if(scenario.base.programmes.begin(), scenario.base.programmes.end(),
                     [](const Programme& programme) { return programme.channel == Channel::request; });
    REQUIRE(requested != scenario.base.programmes.end());
    requested->required = RequiredMembers::none;
    trial.programme = requested->key;
    trial.id = "trial";
    trial.months = 9;
    scenario.trials.push_back(std::move(trial));
    return scenario;
}

TrialArm arm(std::string id, double share) {
    TrialArm made;
    made.id = std::move(id);
    made.share = share;
    return made;
}

double asked(const ScenarioRuns& runs, std::size_t arm, std::size_t world) {
    return trial_level(runs.trials.front(), TrialOutcome::asked, arm, world, trial_everybody, 0.95).mean;
}

} // namespace

TEST_CASE("an arm to which nothing is done does not differ from the untreated world by a bit") {
    Trial trial;
    trial.arms = {arm("nothing", 0.5), arm("nothing_either", 0.3)};
    const auto runs = run_with_trials(with_trial(trial), {});
    REQUIRE(runs.trials.size() == 1);
    for (const auto& table : runs.trials.front())
        for (std::size_t o = 0; o < trial_outcome_count; ++o)
            for (std::size_t a = 0; a < table.arms; ++a)
                for (std::size_t g = 0; g < trial_group_count; ++g) {
                    const auto outcome = static_cast<TrialOutcome>(o);
                    const double before = table.value(outcome, a, untreated, g);
                    if (before == before) CHECK(before == table.value(outcome, a, treated, g));
                }
}

TEST_CASE("arms take their shares of the units, and every household is in one arm or in none") {
    Trial trial;
    trial.arms = {arm("half", 0.5), arm("fifth", 0.2)};
    const auto runs = run_with_trials(with_trial(trial), {});
    for (const auto& table : runs.trials.front()) {
        double all = 0;
        for (std::size_t a = 0; a < table.arms; ++a) all += table.households[a * trial_group_count];
        CHECK(table.households[0] / all == Approx(0.5).margin(0.1));
        CHECK(table.households[trial_group_count] / all == Approx(0.2).margin(0.1));
        for (std::size_t a = 0; a < table.arms; ++a) {
            const double* of_arm = &table.households[a * trial_group_count];
            CHECK(of_arm[trial_poor] + of_arm[trial_not_poor] == Approx(of_arm[trial_everybody]));
        }
    }
}

TEST_CASE("more of those ask who are told of their entitlement, and more still who are helped") {
    Trial trial;
    trial.participants = TrialParticipants::outside;
    trial.arms = {arm("told", 0.5), arm("helped", 0.5)};
    for (auto& each : trial.arms) each.known = true;
    trial.arms[1].help = true;
    const auto runs = run_with_trials(with_trial(trial), {});
    const double told = asked(runs, 0, treated) - asked(runs, 0, untreated);
    const double helped = asked(runs, 1, treated) - asked(runs, 1, untreated);
    CHECK(told > 0);
    CHECK(helped > told);
}

TEST_CASE("fewer ask who have farther to go, more whose papers are complete") {
    Trial trial;
    trial.unit = TrialUnit::village;
    trial.known = true;
    trial.arms = {arm("far", 0.5), arm("papers", 0.5)};
    trial.arms[0].distance_km = 20;
    trial.arms[1].documents = true;
    const auto runs = run_with_trials(with_trial(trial), {});
    CHECK(asked(runs, 0, treated) < asked(runs, 0, untreated));
    CHECK(asked(runs, 1, treated) > asked(runs, 1, untreated));
}

TEST_CASE("trials leave the run of their scenario as it was") {
    Trial trial;
    trial.arms = {arm("told", 1)};
    trial.arms[0].known = true;
    const auto scenario = with_trial(trial);
    auto without = scenario;
    without.trials.clear();
    const auto one = run_with_trials(scenario, {});
    const auto other = run_replicates(without, {});
    for (std::size_t r = 0; r < one.tables.size(); ++r)
        for (std::size_t k = 0; k < one.tables[r].national.size(); ++k) {
            const double a = one.tables[r].national[k], b = other.tables[0][r].national[k];
            CHECK((a == b || (a != a && b != b)));
        }
}

TEST_CASE("a selection fills the places of the villages, by the lowest scores inside each") {
    const auto scenario = small_country::scenario();
    World world = small_country::lived(scenario, 3);
    auto& district = world.districts.front();
    const std::size_t p = 0;
    const auto villages = district.village_end - district.village_begin;
    const std::vector<TrialSelection> by_test(villages, TrialSelection::proxy_means);
    auto settings = scenario.base;
    settings.programmes[p].required = RequiredMembers::none;
    select_households(world, settings, district, p, 0.3, by_test);

    const auto households = end_household(world, district) - first_household(world, district);
    std::uint32_t chosen = 0;
    for (auto i = first_household(world, district); i < end_household(world, district); ++i)
        chosen += has_bit(world.households.enrolled[i], p) ? 1u : 0u;
    CHECK(chosen == static_cast<std::uint32_t>(0.3 * households + 0.5));

    // The same number in each village when the meeting chooses; who sees without error chooses the poorest.
    std::vector<std::uint32_t> places;
    const auto in_programme = [&](const Village& village) {
        std::uint32_t count = 0;
        for (auto i = village.begin; i < village.end; ++i)
            count += has_bit(world.households.enrolled[i], p) ? 1u : 0u;
        return count;
    };
    for (auto v = district.village_begin; v < district.village_end; ++v)
        places.push_back(in_programme(world.villages[v]));
    settings.parameters.registry.neighbour_error = 0;
    const std::vector<TrialSelection> by_meeting(villages, TrialSelection::community);
    select_households(world, settings, district, p, 0.3, by_meeting);
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& village = world.villages[v];
        CHECK(in_programme(village) == places[v - district.village_begin]);
        float richest_in = 0, poorest_out = infinity_single;
        for (auto i = village.begin; i < village.end; ++i) {
            const float resources = world.households.resource_mean[i];
            if (has_bit(world.households.enrolled[i], p))
                richest_in = std::max(richest_in, resources);
            else
                poorest_out = std::min(poorest_out, resources);
        }
        CHECK(richest_in <= poorest_out);
    }
}
