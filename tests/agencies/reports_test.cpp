// SPDX-License-Identifier: Apache-2.0
#include "agencies/reports.hpp"

#include "agencies/small_district.hpp"
#include "catch.hpp"
#include "world/conservation.hpp"

using namespace tujuh;

namespace {

struct Reporting {
    Settings settings = small_district::settings();
    World world = small_district::world(settings);

    District& district() { return world.districts[0]; }
    Safety& safety(std::uint32_t household) { return world.households.safety[household]; }
    void report(std::uint32_t household, Safety now) {
        safety(household) = now;
        world.villages[0].reported = {household};
        month();
    }
    void month() {
        follow_reports(world, district(), settings);
        for (auto& village : world.villages) village.reported.clear();
        ++world.tick;
    }
    void months(int count) {
        for (int m = 0; m < count; ++m) month();
    }
};

} // namespace

TEST_CASE("a report waits until it lapses; then the harm may be reported again", "[reports]") {
    Reporting r;
    const int longest = static_cast<int>(r.settings.parameters.control.report_lapse_months);
    r.report(3, Safety::reported);
    r.months(longest - 1);
    CHECK(r.district().reports.size() == 1);
    CHECK(r.safety(3) == Safety::reported);
    r.months(1);
    CHECK(r.district().reports.empty());
    CHECK(r.district().report_counts.lapsed == 1);
    CHECK(r.safety(3) == Safety::harmed);
}

TEST_CASE(
    "a report is dropped when the harm ends by itself or the household is renewed, not when it is unfounded",
    "[reports]") {
    Reporting r;
    r.report(1, Safety::reported);
    r.report(2, Safety::reported);
    r.report(3, Safety::safe);
    r.report(4, Safety::reported);
    r.safety(1) = Safety::safe;
    ++r.world.households.generation[2];
    r.month();
    REQUIRE(r.district().reports.size() == 2);
    CHECK(r.district().reports[0].household == 3);
    CHECK(r.district().reports[1].household == 4);
    CHECK(r.district().report_counts.dropped == 2);
}

TEST_CASE("a household waits once, from its first report on", "[reports]") {
    Reporting r;
    r.report(3, Safety::safe);
    r.report(3, Safety::reported);
    REQUIRE(r.district().reports.size() == 1);
    CHECK(r.district().reports[0].since == 0);
    CHECK(r.district().report_counts.filed == 1);
    r.safety(3) = Safety::safe; // of what has become a report of harm
    r.month();
    CHECK(r.district().reports.empty());
}

TEST_CASE("months to safety count the settled and the waiting", "[reports]") {
    Reporting r;
    r.report(3, Safety::reported);
    r.report(4, Safety::reported);
    r.months(2); // now in month 4: waiting for 4 and 3 months
    REQUIRE(settle_report(r.world, r.district(), 3));
    CHECK_FALSE(settle_report(r.world, r.district(), 3));
    count_waiting_reports(r.district(), r.world.tick);
    CHECK(r.district().tally.reports_open == 2);
    CHECK(r.district().tally.report_months == 7);
}

TEST_CASE("every report ends in one state, and one too many is found", "[reports]") {
    Reporting r;
    r.report(3, Safety::reported);
    r.report(4, Safety::reported);
    settle_report(r.world, r.district(), 3);
    REQUIRE_FALSE(find_violation(r.world));
    ++r.district().report_counts.lapsed;
    const auto violation = find_violation(r.world);
    REQUIRE(violation);
    CHECK(violation->what.find("reports filed") != std::string::npos);
}

TEST_CASE("awareness gained is half gone after the half-life of organisations, and groups keep some",
          "[reports]") {
    Reporting r;
    const auto& p = r.settings.parameters;
    auto& alone = r.world.villages[0];
    auto& organised = r.world.villages[1];
    alone.awareness = organised.awareness = 0.9f;
    organised.groups[0].alive = organised.groups[3].alive = true;
    r.months(static_cast<int>(p.relaxation.organisation));
    CHECK(alone.awareness == Approx((0.9 + p.control.awareness_base) / 2).epsilon(1e-4));
    CHECK(organised.awareness - alone.awareness == Approx(p.control.awareness_group).epsilon(1e-4));
}
