// SPDX-License-Identifier: Apache-2.0
#include "outcomes/catalogue.hpp"

#include "catch.hpp"
#include "tasks/catalogue.hpp"

#include <array>
#include <cmath>
#include <set>
#include <string>
#include <vector>

using namespace tujuh;

namespace {

double value_of(std::string_view name, const Measurement& m) {
    return outcome_rows()[find_outcome(name).value()].value(m);
}

/// Ten tenths of ten households, of which this many are served.
std::array<Sums, 10> tenths_serving(const std::array<double, 10>& served) {
    std::array<Sums, 10> tenths{};
    for (std::size_t t = 0; t < 10; ++t) {
        tenths[t][Sum::households] = 10;
        tenths[t][Sum::households_served] = served[t];
    }
    return tenths;
}

} // namespace

TEST_CASE(
    "every outcome has a name of its own, titles in both languages, a unit, a definition, a reference") {
    std::set<std::string_view> names;
    for (const auto& row : outcome_rows()) {
        INFO(row.name);
        CHECK(names.insert(row.name).second);
        CHECK(row.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string_view::npos);
        CHECK_FALSE(row.title.empty());
        CHECK_FALSE(row.title_id.empty());
        CHECK(row.title != row.title_id);
        CHECK_FALSE(row.unit.empty());
        CHECK_FALSE(row.definition.empty());
        CHECK_FALSE(row.reference.empty());
        CHECK(row.value != nullptr);
    }
    CHECK(names.size() == outcome_rows().size());
}

TEST_CASE("outcomes stand in the order of topics, and each is found by its name") {
    const auto rows = outcome_rows();
    for (std::size_t o = 0; o < rows.size(); ++o) {
        CHECK(find_outcome(rows[o].name) == o);
        if (o > 0) CHECK(rows[o].topic >= rows[o - 1].topic);
        CHECK_FALSE(name_of(rows[o].topic).empty());
    }
    CHECK_FALSE(find_outcome("happiness"));
    CHECK_FALSE(find_outcome(""));
}

TEST_CASE("every activity shows in outcomes that exist") {
    for (const auto& row : activity_rows) {
        INFO(row.title);
        CHECK(find_outcome(row.outcome));
        CHECK(find_outcome(row.downstream));
        CHECK(row.outcome != row.downstream);
    }
}

TEST_CASE("a month of nobody has no value, but for sums of spending") {
    const Measurement nobody;
    for (const auto& row : outcome_rows()) {
        INFO(row.name);
        if (row.name == "benefit_spending" || row.name == "worker_pay" || row.name == "public_cost")
            CHECK(row.value(nobody) == 0);
        else
            CHECK(std::isnan(row.value(nobody)));
    }
}

TEST_CASE("the slope of coverage is the difference between the richest and the poorest person") {
    Measurement m;
    const auto rising = tenths_serving({0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    m.tenths = &rising;
    CHECK(value_of("slope_index", m) == Approx(1));
    const auto even = tenths_serving({4, 4, 4, 4, 4, 4, 4, 4, 4, 4});
    m.tenths = &even;
    CHECK(value_of("slope_index", m) == Approx(0).margin(1e-12));
    const auto falling = tenths_serving({10, 8, 6, 5, 4, 3, 2, 1, 1, 0});
    m.tenths = &falling;
    CHECK(value_of("slope_index", m) < 0);
    CHECK(value_of("coverage_poorest_richest", m) == Approx(18));
}

TEST_CASE("the Kakwani index is the concentration of benefits less the Gini, both before transfers") {
    Distribution d;
    for (const double amount : {200000.0, 400000.0, 900000.0}) {
        const auto bin = money_bin(static_cast<float>(amount));
        d.persons[bin] = 1;
        d.consumption[bin] = amount;
        d.benefits[bin] = 1e5 - amount / 10;
    }
    Measurement m;
    m.before = inequality_before_transfers(d);
    CHECK(value_of("kakwani", m) == Approx(concentration_index(d) - gini(d)));
    CHECK(value_of("kakwani", m) < value_of("concentration_index", m));
}

TEST_CASE("groups survive a year with the twelfth power of a month's survival") {
    Measurement m;
    m.sums[Sum::groups] = 200;
    CHECK(value_of("groups_surviving", m) == Approx(1));
    m.sums[Sum::groups_ended] = 2;
    CHECK(value_of("groups_surviving", m) == Approx(std::pow(0.99, 12)));
    m.sums[Sum::groups_ended] = 200;
    CHECK(value_of("groups_surviving", m) == 0);
}

TEST_CASE("waiting over starts is the mean wait: 60 who wait and 5 who start a month make 12 months") {
    Measurement m;
    m.sums[Sum::waiting] = 60;
    m.sums[Sum::eligible_starts] = 5;
    CHECK(value_of("months_to_service", m) == 12);
    m.sums[Sum::eligible_starts] = 0;
    CHECK(std::isnan(value_of("months_to_service", m)));
}

TEST_CASE("ratios of hand-made sums") {
    Measurement m;
    m.sums[Sum::households] = 50;
    m.sums[Sum::crises] = 5;
    m.sums[Sum::requests] = 3;
    m.sums[Sum::eligible] = 30;
    m.sums[Sum::eligible_served] = 18;
    m.sums[Sum::vulnerable_eligible] = 20;
    m.sums[Sum::vulnerable_served] = 10;
    m.sums[Sum::relief] = 6;
    m.sums[Sum::relief_rupiah] = 2e6;
    CHECK(value_of("months_in_crisis", m) == Approx(1.2));
    CHECK(value_of("backlog", m) == Approx(60));
    CHECK(value_of("vulnerable_coverage_gap", m) == Approx(0.3));
    CHECK(value_of("relief_a_rupiah", m) == Approx(3));
}

TEST_CASE("a coverage gap is the coverage outside the group less that inside it") {
    Measurement m;
    m.sums[Sum::eligible] = 30;
    m.sums[Sum::eligible_served] = 18;
    m.sums[Sum::elder_eligible] = 10;
    m.sums[Sum::elder_served] = 4;
    CHECK(value_of("elder_coverage_gap", m) == Approx(14.0 / 20 - 4.0 / 10));
    m.sums[Sum::rural_eligible] = 30; // nobody lives elsewhere
    m.sums[Sum::rural_served] = 18;
    CHECK(std::isnan(value_of("rural_coverage_gap", m)));
}

TEST_CASE("leaving and entering poverty are shares of those who could, and newly poor of the poor") {
    Measurement m;
    m.sums[Sum::poor_year_ago] = 20;
    m.sums[Sum::poor_year_ago_and_now] = 8;
    m.sums[Sum::others_year_ago] = 200;
    m.sums[Sum::others_year_ago_poor_now] = 12;
    m.sums[Sum::poor_two_years_ago] = 10;
    m.sums[Sum::poor_two_years_ago_and_now] = 3;
    m.sums[Sum::others_two_years_ago] = 50;
    m.sums[Sum::others_two_years_ago_poor_now] = 4;
    CHECK(value_of("poverty_exit", m) == Approx(0.6));
    CHECK(value_of("poverty_entry", m) == Approx(0.06));
    CHECK(value_of("newly_poor", m) == Approx(0.6));
    CHECK(value_of("still_poor_after_two_years", m) == Approx(0.3));
    CHECK(value_of("fallen_into_poverty_in_two_years", m) == Approx(0.08));
}

TEST_CASE("hours by kind of worker are shares of the whole, starts by door of all starts of the eligible") {
    Measurement m;
    m.sums[hours_of(WorkerKind::social_worker)] = 20;
    m.sums[hours_of(WorkerKind::facilitator)] = 50;
    m.sums[hours_of(WorkerKind::subdistrict_worker)] = 30;
    CHECK(value_of("social_worker_hours", m) == Approx(0.2));
    CHECK(value_of("facilitator_hours", m) == Approx(0.5));
    CHECK(value_of("subdistrict_worker_hours", m) == Approx(0.3));
    m.sums[Sum::eligible_starts] = 8;
    m.sums[starts_through(Door::listed)] = 5;
    m.sums[starts_through(Door::advocated)] = 1;
    CHECK(value_of("starts_listed", m) == Approx(0.625));
    CHECK(value_of("starts_advocated", m) == Approx(0.125));
    CHECK(value_of("starts_asked", m) == 0);
}

TEST_CASE("a point costs benefits, running and pay over the points; without an effect it has no price") {
    Measurement m;
    m.sums[Sum::gross] = 700;
    m.sums[Sum::administered] = 100;
    m.sums[Sum::wages] = 200;
    m.sums[Sum::open_cases] = 4;
    m.sums[Sum::households_served] = 20;
    m.sums[Sum::eligible] = 50;
    m.sums[Sum::eligible_served] = 20;
    m.sums[Sum::persons] = 100;
    m.sums[Sum::poor_before] = 14;
    m.sums[Sum::poor_persons] = 10;
    m.sums[Sum::gap_before] = 3;
    m.sums[Sum::gap] = 2.5;
    CHECK(value_of("benefit_spending", m) == 700);
    CHECK(value_of("worker_pay", m) == 200);
    CHECK(value_of("public_cost", m) == 1000);
    CHECK(value_of("public_cost_a_household_served", m) == Approx(50));
    CHECK(value_of("cost_a_case", m) == Approx(50));
    CHECK(value_of("cost_a_point_of_coverage", m) == Approx(25));   // 40 points
    CHECK(value_of("cost_a_point_of_headcount", m) == Approx(250)); // 4 points
    CHECK(value_of("cost_a_point_of_gap", m) == Approx(2000));      // half a point
    m.sums[Sum::gap_before] = m.sums[Sum::gap];
    CHECK(std::isnan(value_of("cost_a_point_of_gap", m)));
}

TEST_CASE("the relative index is the slope over coverage") {
    Measurement m;
    const auto tenths = tenths_serving({9, 8, 7, 6, 5, 4, 3, 2, 1, 0});
    m.tenths = &tenths;
    m.sums[Sum::households] = 100;
    m.sums[Sum::households_served] = 45;
    CHECK(value_of("relative_index", m) == Approx(-1 / 0.45));
}

TEST_CASE("the league of twenty districts: two at each end, and the standard deviation over all") {
    std::vector<double> coverage;
    for (int d = 0; d < 20; ++d) coverage.push_back(0.05 * ((d * 7) % 20)); // 0 to 0.95 in some order
    Measurement m;
    m.league = district_league(coverage);
    CHECK(value_of("district_coverage_worst", m) == Approx(0.025));
    CHECK(value_of("district_coverage_best", m) == Approx(0.925));
    CHECK(value_of("district_coverage_ratio", m) == Approx(37));
    CHECK(value_of("district_coverage_spread", m) == Approx(0.05 * std::sqrt(35.0))); // (n^2 + n) / 12
    std::vector<double> two = {0.2, 0.4}, one = {0.2};
    m.league = district_league(two);
    CHECK(std::isnan(value_of("district_coverage_worst", m)));
    CHECK(value_of("district_coverage_spread", m) == Approx(0.1 * std::sqrt(2.0)));
    m.league = district_league(one);
    CHECK(std::isnan(value_of("district_coverage_spread", m)));
}
