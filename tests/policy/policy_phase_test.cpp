// SPDX-License-Identifier: Apache-2.0
#include "policy/policy_phase.hpp"

#include "agencies/registry.hpp"
#include "agencies/small_district.hpp"
#include "catch.hpp"
#include "policy/budget.hpp"
#include "policy/streams.hpp"
#include "policy/window.hpp"
#include "world/conservation.hpp"
#include "world/entitlement.hpp"

using namespace tujuh;

namespace {

constexpr std::size_t at(Issue issue) {
    return static_cast<std::size_t>(issue);
}

/// A district with money, full streams on every issue, and no lag or loss unless a test sets them.
struct Capital {
    Settings settings = small_district::settings();
    World world = small_district::world(settings);

    Capital() {
        auto& p = settings.parameters.reform;
        p.lag_months = 0;
        p.loss = 0;
        p.wage = 1000;
        p.standard_cost = p.point_cost = 100;
        district().annual_budget.fill(1000000);
        for (auto& issue : district().executive.issues) issue.evidence = issue.proposal = issue.support = 1;
        district().executive.envelope = 1e12;
    }
    District& district() { return world.districts[0]; }
    IssueState& issue(Issue which) { return district().executive.issues[at(which)]; }
    ReformParameters& reform() { return settings.parameters.reform; }
    Sitting sitting() { return {world.draws, district().number, world.tick}; }
    /// The measure holds in full.
    void put_in_force(Issue which) {
        enact(district().executive, at(which), 0, sitting(), reform());
        issue(which).strength = 1;
        set_levers(district(), world.draws, settings);
    }
};

} // namespace

TEST_CASE("Streams that nobody works on fall back, and stay higher where agencies have taken a stand") {
    Capital c;
    c.issue(Issue::quota).support = 0;
    for (auto& agency : c.district().agencies) agency.stance[at(Issue::quota)] = 1;
    c.settings.parameters.relaxation.organisation = 600;
    for (int month = 0; month < 240; ++month) move_streams(c.world, c.district(), c.settings);
    const auto rest = static_cast<float>(c.reform().stream_rest);
    CHECK(c.issue(Issue::documents).evidence == Approx(rest).margin(0.01));
    CHECK(c.issue(Issue::documents).support == Approx(rest).margin(0.01));
    CHECK(c.issue(Issue::quota).support > rest + 0.2f);
}

TEST_CASE("All three streams are needed, and a dear measure passes less easily than a cheap one") {
    Capital c;
    auto issue = c.issue(Issue::quota);
    const double full = chance_to_pass(issue, 0, 1000, c.reform());
    CHECK(full > 0.9);
    CHECK(chance_to_pass(issue, 900, 1000, c.reform()) < full);
    CHECK(chance_to_pass(issue, 1001, 1000, c.reform()) == 0);
    auto eased = issue;
    issue.proposal = eased.proposal = 0.2f;
    eased.ease = 1;
    CHECK(chance_to_pass(issue, 0, 1000, c.reform()) < 0.5 * full);
    CHECK(chance_to_pass(eased, 0, 1000, c.reform()) > chance_to_pass(issue, 0, 1000, c.reform()));
    issue.proposal = 0;
    CHECK(chance_to_pass(issue, 0, 1000, c.reform()) == 0);
}

TEST_CASE("Nothing passes outside a window or in burn-in, and a window lets one measure through") {
    Capital c;
    const auto passed_in_a_year = [&] {
        std::uint32_t passed = 0;
        for (int month = 0; month < 12; ++month, ++c.world.tick) {
            c.district().tally = {};
            district_policy(c.world, 0, c.settings);
            passed += c.district().tally.reforms_enacted;
        }
        return passed;
    };
    c.reform().stream_months = 600;
    c.world.tick = -24;
    CHECK(passed_in_a_year() == 0);
    c.world.tick = 0;
    CHECK(passed_in_a_year() == 1);
    c.reform().focusing_share = 1;
    c.world.villages[0].disaster_months = 1; // a disaster every month keeps the window open
    CHECK(passed_in_a_year() > 1);
}

TEST_CASE("Measures enacted stay within the envelope: what does not fit displaces what has less support") {
    Capital c;
    auto& executive = c.district().executive;
    executive.envelope = 100;
    executive.window_until = 1;
    Costs costs{};
    costs.fill(60);
    c.put_in_force(Issue::quota);
    executive.issues[at(Issue::quota)].cost = executive.committed = 60;
    const auto decide_on_workers = [&](float support_of_quota) {
        auto asked = executive;
        asked.issues[at(Issue::quota)].support = support_of_quota;
        weigh(asked, at(Issue::workers), at(Issue::workers) + 1, costs, c.reform());
        while (is_window_open(asked, 0) && asked.issues[at(Issue::workers)].pass_chance > 0 &&
               decide(asked, at(Issue::workers), at(Issue::workers) + 1, costs,
                      {c.world.draws, ++c.district().number, 0}, c.reform()) == 0) {
        }
        return asked;
    };
    const auto kept = decide_on_workers(1.0f), displaced = decide_on_workers(0.2f);
    CHECK(kept.issues[at(Issue::quota)].is_enacted());
    CHECK_FALSE(kept.issues[at(Issue::workers)].is_enacted());
    CHECK_FALSE(displaced.issues[at(Issue::quota)].is_enacted());
    CHECK(displaced.issues[at(Issue::workers)].is_enacted());
    for (const auto& asked : {kept, displaced}) {
        CHECK(asked.committed == committed_by(asked.issues));
        CHECK(asked.committed <= asked.envelope);
    }
}

TEST_CASE("A measure waits for its lag, holds less what is lost on the way, and is given up some day") {
    Capital c;
    c.reform().lag_months = 10;
    c.reform().loss = 0.4;
    auto& executive = c.district().executive;
    enact(executive, at(Issue::quota), 50, c.sitting(), c.reform());
    int months = 0;
    for (; !c.issue(Issue::quota).in_force(); ++months, ++c.world.tick)
        carry_out(executive, c.sitting(), c.reform());
    CHECK(months >= 5);
    CHECK(months <= 15);
    CHECK(c.issue(Issue::quota).strength == 1.0f - c.issue(Issue::quota).loss);
    CHECK(executive.committed == 50);
    for (months = 0; c.issue(Issue::quota).is_enacted(); ++months, ++c.world.tick)
        carry_out(executive, c.sitting(), c.reform());
    CHECK(months > 0);
    CHECK(executive.committed == 0);
}

TEST_CASE("Each measure of a district moves its own rule") {
    Capital c;
    c.settings.programmes[small_district::cash].documents_required = 1;
    auto& district = c.district();
    const float bias = district.agencies[0].bias[0], far = district.frame[1].distance_km;
    const auto quota = quota_of(c.world, district, c.settings.programmes[small_district::cash], 0);
    for (std::size_t i = 0; i < first_national_issue; ++i) c.put_in_force(static_cast<Issue>(i));
    measure_distances(district, c.settings.parameters);
    CHECK(bias > 0);
    CHECK(district.agencies[0].bias[0] == 0);
    CHECK_FALSE(asks_for_papers(c.settings.programmes[small_district::cash], district.levers, 0));
    CHECK(quota_of(c.world, district, c.settings.programmes[small_district::cash], 0) > quota);
    CHECK(district.frame[1].distance_km < far);
    const float quality = district.agencies[0].quality;
    for (int month = 0; month < 24; ++month) relax_agencies(district, c.world.draws, c.settings.parameters);
    CHECK(district.agencies[0].quality > quality);
    CHECK(district.agencies[0].bias[0] == 0);
    CHECK(district.levers.seats > 1);
}

TEST_CASE("The ministry's measures rewrite what programmes say, and only when in force") {
    Capital c;
    auto& ministry = c.world.national.ministry;
    CHECK_FALSE(with_national_measures(c.settings, ministry));
    for (const auto issue : {Issue::cutoff, Issue::benefit, Issue::registry})
        ministry.issues[at(issue)].strength = 1;
    const auto reformed = with_national_measures(c.settings, ministry);
    REQUIRE(reformed);
    CHECK(reformed->programmes[0].benefit == 105000);
    CHECK(reformed->programmes[0].cutoff_percentile > c.settings.programmes[0].cutoff_percentile);
    CHECK(reformed->parameters.registry.update_months < c.settings.parameters.registry.update_months);
}

TEST_CASE("National streams are the mean over districts, by their households") {
    Capital c;
    c.world.districts.push_back(c.district());
    c.world.districts[1].real_households = 3 * c.district().real_households;
    c.world.districts[1].executive.issues[at(Issue::benefit)].support = 0;
    gather_national_streams(c.world.national.ministry, voices_of(c.world));
    CHECK(c.world.national.ministry.issues[at(Issue::benefit)].support == Approx(0.25f));
}
