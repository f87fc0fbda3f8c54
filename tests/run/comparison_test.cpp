// SPDX-License-Identifier: Apache-2.0
#include "run/comparison.hpp"

#include "catch.hpp"
#include "outcomes/catalogue.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

using namespace tujuh;

namespace {

const double missing = std::numeric_limits<double>::quiet_NaN();

/// A table whose outcome o has the value o + month/10 + shift, and no groups.
OutcomeTable table_with(std::size_t ticks, double shift) {
    OutcomeTable table;
    table.ticks = ticks;
    for (std::size_t outcome = 0; outcome < outcome_rows().size(); ++outcome)
        for (std::size_t tick = 0; tick < ticks; ++tick)
            table.national.push_back(static_cast<double>(outcome) + static_cast<double>(tick) / 10 + shift);
    return table;
}

std::vector<OutcomeTable> replicates_with(std::size_t ticks, const std::vector<double>& shifts) {
    std::vector<OutcomeTable> tables;
    for (const double shift : shifts) tables.push_back(table_with(ticks, shift));
    return tables;
}

} // namespace

TEST_CASE("equal tables differ by exactly zero everywhere") {
    const auto base = replicates_with(6, {0.123, 0.777, 1e6});
    const std::vector<std::vector<OutcomeTable>> alternatives = {base, base};
    const Comparison comparison = compare_tables(base, alternatives, 0.95);
    REQUIRE(comparison.difference.size() == 2 * outcome_rows().size() * 6);
    for (const auto* values :
         {&comparison.difference, &comparison.standard_error, &comparison.low, &comparison.high})
        for (const double value : *values) REQUIRE(value == 0);
}

TEST_CASE("differences stand by alternative, outcome and month, with the interval of the paired replicates") {
    const auto base = replicates_with(3, {0, 0, 0, 0, 0});
    const std::vector<std::vector<OutcomeTable>> alternatives = {base, replicates_with(3, {1, 2, 3, 4, 5})};
    const Comparison comparison = compare_tables(base, alternatives, 0.95);
    const std::size_t outcomes = outcome_rows().size();
    const std::size_t at = (1 * outcomes + 2) * 3 + 1; // second alternative, third outcome, second month
    CHECK(comparison.ticks == 3);
    CHECK(comparison.difference[at] == Approx(3));
    CHECK(comparison.standard_error[at] == Approx(std::sqrt(0.5)));
    CHECK(comparison.low[at] == Approx(3 - 2.776445105 * std::sqrt(0.5)));
    CHECK(comparison.high[at] == Approx(3 + 2.776445105 * std::sqrt(0.5)));
    CHECK(comparison.difference[(0 * outcomes + 2) * 3 + 1] == 0);
}

TEST_CASE("one replicate gives a difference without an interval") {
    const auto base = replicates_with(2, {0});
    const std::vector<std::vector<OutcomeTable>> alternatives = {replicates_with(2, {0.5})};
    const Comparison comparison = compare_tables(base, alternatives, 0.95);
    CHECK(comparison.difference.front() == 0.5);
    CHECK(std::isnan(comparison.low.front()));
    CHECK(std::isnan(comparison.high.front()));
}

TEST_CASE("a replicate in which an outcome is missing is left out of that month alone") {
    const auto base = replicates_with(2, {0, 0, 0});
    auto other = replicates_with(2, {1, 2, 30});
    other[2].national[0] = missing; // first outcome, first month
    const Comparison comparison = compare_tables(base, std::vector<std::vector<OutcomeTable>>{other}, 0.95);
    CHECK(comparison.difference[0] == Approx(1.5));
    CHECK(comparison.difference[1] == Approx(11));
}

TEST_CASE("a window is the last months of a run, or all of a shorter one") {
    CHECK(last_months(120, 12).first == 108);
    CHECK(last_months(120, 12).end == 120);
    CHECK(last_months(5, 12).first == 0);
    CHECK(second_half(121).first == 60);
}

TEST_CASE("the mean over a window leaves missing months out") {
    OutcomeTable table = table_with(4, 0);
    OutcomeTable other = table_with(4, -2);
    CHECK(window_mean(table, 0, {2, 4}) == Approx(0.25));
    table.national[3] = missing;
    CHECK(window_mean(table, 0, {2, 4}) == Approx(0.2));
    CHECK(window_difference(table, other, 0, {2, 4}) == Approx(2));
    table.national[2] = missing;
    CHECK(std::isnan(window_mean(table, 0, {2, 4})));
    CHECK(std::isnan(window_difference(table, other, 0, {2, 4})));
}

TEST_CASE("an estimate over a window pairs the replicates") {
    const auto base = replicates_with(4, {10, 20, 30});
    const auto other = replicates_with(4, {11, 21, 31});
    CHECK(estimate_difference(other, base, 1, {0, 4}, 0.95).mean == Approx(1));
    CHECK(estimate_difference(base, base, 1, {0, 4}, 0.95).high == 0);
    CHECK(estimate_level(base, 1, {0, 4}, 0.95).mean == Approx(21.15));
}

namespace {

/// The table above, with two areas: the second has the outcome doubled. The last outcome has no value in
/// areas.
OutcomeTable table_with_areas(std::size_t ticks, double shift) {
    OutcomeTable table = table_with(ticks, shift);
    auto& areas = table.groups[static_cast<std::size_t>(Grouping::area)];
    areas.labels = {{"urban", "rural"}, {"urban", "rural"}, {"perkotaan", "perdesaan"}};
    const std::size_t outcomes = outcome_rows().size();
    for (std::size_t outcome = 0; outcome < outcomes; ++outcome)
        for (std::size_t tick = 0; tick < ticks; ++tick)
            for (const double factor : {1.0, 2.0})
                areas.values.push_back(
                    outcome + 1 == outcomes ? missing : factor * table.national[outcome * ticks + tick]);
    return table;
}

} // namespace

TEST_CASE("a year has twelve months from the first on, and the last what is left") {
    const auto years = years_of(26);
    REQUIRE(years.size() == 3);
    CHECK(years[1].first == 12);
    CHECK(years[1].end == 24);
    CHECK(years[2].end == 26);
    CHECK(years_of(12).size() == 1);
}

TEST_CASE("groups are compared by year and over the window, those outcomes that they have") {
    const std::vector<OutcomeTable> base = {table_with_areas(26, 0), table_with_areas(26, 0)};
    const std::vector<std::vector<OutcomeTable>> alternatives = {
        base, {table_with_areas(26, 1), table_with_areas(26, 3)}};
    const auto found = compare_groups(base, alternatives, last_months(26, 12), 0.95);
    REQUIRE(found.size() == 1); // no other grouping has groups
    CHECK(found[0].grouping == Grouping::area);
    const std::size_t outcomes = outcome_rows().size() - 1;
    REQUIRE(found[0].outcomes.size() == outcomes);
    REQUIRE(found[0].years.difference.size() == 2 * outcomes * 3 * 2);
    REQUIRE(found[0].window.difference.size() == 2 * outcomes * 2);
    for (std::size_t k = 0; k < outcomes * 3 * 2; ++k) REQUIRE(found[0].years.difference[k] == 0);
    const std::size_t rural = ((1 * outcomes + 5) * 3 + 2) * 2 + 1; // alternative, outcome, year, group
    CHECK(found[0].years.difference[rural] == Approx(4));
    CHECK(found[0].years.standard_error[rural] == Approx(2));
    CHECK(found[0].window.difference[(1 * outcomes + 5) * 2] == Approx(2));
    CHECK(found[0].window.low[(1 * outcomes + 5) * 2] == Approx(2 - 12.70620474).epsilon(1e-6));
}

TEST_CASE("over the window each outcome has its level, its p-value and, among the headline ones, Holm's") {
    const auto base = replicates_with(4, {0, 0.1, 0.2, 0.3});
    const std::vector<std::vector<OutcomeTable>> alternatives = {base,
                                                                 replicates_with(4, {1, 1.2, 1.1, 1.5})};
    const auto found = compare_windows(base, alternatives, {2, 4}, 0.95, 0.8);
    const auto rows = outcome_rows();
    REQUIRE(found.difference.size() == 2 * rows.size());
    CHECK(found.base[1] == Approx(1.4));
    CHECK(found.alternative[rows.size() + 1] == Approx(2.45));
    for (std::size_t o = 0; o < rows.size(); ++o) {
        CHECK(found.p_value[o] == 1); // the base against itself
        CHECK(std::isnan(found.replicates_needed[o]));
        CHECK(std::isnan(found.holm_p_value[rows.size() + o]) == !rows[o].headline);
        CHECK(found.estimate(1, o).excludes_zero());
    }
    std::size_t family = 0;
    for (const auto& row : rows) family += row.headline ? 2u : 0u; // of both alternatives
    const double smallest = *std::min_element(found.p_value.begin(), found.p_value.end());
    double smallest_of_holm = 1;
    for (const double p : found.holm_p_value)
        if (!std::isnan(p)) smallest_of_holm = std::min(smallest_of_holm, p);
    CHECK(smallest_of_holm == Approx(static_cast<double>(family) * smallest).epsilon(0.01));
}
