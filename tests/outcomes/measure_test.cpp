// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure.hpp"

#include "agencies/delivery.hpp"
#include "catch.hpp"
#include "outcomes/tiny_world.hpp"
#include "world/entitlement.hpp"

#include <array>
#include <cmath>
#include <cstring>
#include <functional>
#include <vector>

using namespace tujuh;
using tiny_world::measured;
using tiny_world::national;
using tiny_world::of_group;

namespace {

void backwards(std::size_t count, const std::function<void(std::size_t)>& body) {
    for (std::size_t i = count; i > 0; --i) body(i - 1);
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

/// Equal, or both missing.
bool alike(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || a == Approx(b).epsilon(1e-9).margin(1e-12);
}

/// Weights of the national Alkire-Foster index: four needs of equal weight, poor from two of them on.
Settings four_dimensions() {
    auto settings = tiny_world::settings();
    auto& needs = settings.parameters.needs;
    needs.weight_livelihood = needs.weight_health = needs.weight_education = needs.weight_shelter = 1;
    needs.weight_care = needs.weight_participation = 0;
    settings.parameters.measures.poverty_cutoff = 0.5;
    return settings;
}

/// A country of two provinces after two years, with its measured last month.
struct Lived {
    Scenario scenario = small_country::scenario();
    World world = small_country::lived(scenario, 24);
    MonthTables tables;
    OutcomeTable table = make_outcome_table(scenario);
    Lived() { measure(world, scenario.base, tables, table, 0, in_order); }
    double nation(std::string_view outcome) const {
        return table.national[find_outcome(outcome).value() * table.ticks];
    }
    double group(Grouping grouping, std::size_t g, std::string_view outcome) const {
        const auto& grouped = table.groups[static_cast<std::size_t>(grouping)];
        return grouped.values[find_outcome(outcome).value() * table.ticks * grouped.labels.key.size() + g];
    }
    double weight(const Village& village) const {
        return world.provinces[village.province].weight[static_cast<std::size_t>(village.area)];
    }
    /// Weighted sum over households.
    double sum(const std::function<double(std::uint32_t, const Village&)>& value) const {
        double total = 0;
        for (const auto& village : world.villages)
            for (auto i = village.begin; i < village.end; ++i) total += weight(village) * value(i, village);
        return total;
    }
};

const Lived& lived() {
    static const Lived two_years;
    return two_years;
}

} // namespace

TEST_CASE("headcount, gap and severity of the World Bank handbook's country C") {
    // Haughton & Khandker 2009, Handbook on Poverty and Inequality, pages 70 and 72: expenditure 100, 110,
    // 150 and 160 at a line of 125.
    const auto table = measured(tiny_world::of({100000, 110000, 150000, 160000}), tiny_world::settings());
    CHECK(national(table, "headcount") == Approx(0.5));
    CHECK(national(table, "poverty_gap") == Approx(0.08));
    CHECK(national(table, "poverty_severity") == Approx(0.0136));
    CHECK(national(table, "mean_consumption") == Approx(130000));
}

TEST_CASE("who consumes just the line is not poor") {
    const auto table = measured(tiny_world::of({125000, 124999, 125001}), tiny_world::settings());
    CHECK(national(table, "headcount") == Approx(1.0 / 3));
}

TEST_CASE("H, A and M0 of Alkire and Foster's example of four persons in four dimensions") {
    // Alkire & Foster 2011, Counting and multidimensional poverty measurement: deprivations 0, 2, 4 and 1 of
    // 4, poor from two on: H = 1/2, A = 3/4, M0 = 3/8.
    auto world = tiny_world::of({1e6, 1e6, 1e6, 1e6});
    const bool deprived[4][4] = {{false, false, false, false},
                                 {false, true, false, true},
                                 {true, true, true, true},
                                 {true, false, false, false}};
    for (std::uint32_t i = 0; i < 4; ++i)
        for (std::size_t d = 0; d < 4; ++d) world.households.deficit[d][i] = deprived[i][d] ? 0.9f : 0.1f;
    const auto table = measured(world, four_dimensions());
    CHECK(national(table, "multidimensional_headcount") == Approx(0.5));
    CHECK(national(table, "multidimensional_intensity") == Approx(0.75));
    CHECK(national(table, "multidimensional_poverty") == Approx(0.375));
    CHECK(national(table, "functioning") ==
          Approx(1 - (7 * 0.9 + 9 * 0.1) / 16).margin(StoredShare::largest_error));
}

TEST_CASE("a household of four persons counts four times where persons are counted") {
    auto world = tiny_world::of({100000, 200000});
    world.households.size[0] = 4;
    const auto table = measured(world, tiny_world::settings());
    CHECK(national(table, "headcount") == Approx(0.8));
    CHECK(national(table, "mean_consumption") == Approx(120000));
    // Four persons at 100, one at 200: (1 - sum of p (L + L before)).
    CHECK(national(table, "gini") == Approx(1 - (0.8 * (2.0 / 3) + 0.2 * (2.0 / 3 + 1))));
}

TEST_CASE("a household of weight 2 is two households") {
    auto heavy = tiny_world::of({100000, 110000}, 2);
    auto many = tiny_world::of({100000, 110000, 100000, 110000});
    heavy.households.deficit[0] = {0.9f, 0.2f};
    many.households.deficit[0] = {0.9f, 0.2f, 0.9f, 0.2f};
    heavy.households.crisis = {Crisis::illness, Crisis::none};
    many.households.crisis = {Crisis::illness, Crisis::none, Crisis::illness, Crisis::none};
    const auto one = measured(heavy, tiny_world::settings()), other = measured(many, tiny_world::settings());
    for (const auto& row : outcome_rows()) {
        INFO(row.name);
        CHECK(alike(national(one, row.name), national(other, row.name)));
    }
}

TEST_CASE("provinces count with their weights") {
    World world;
    tiny_world::add_province(world, 1);
    tiny_world::add_province(world, 3);
    tiny_world::add_district(world, {100000, 200000}, 0);
    tiny_world::add_district(world, {100000, 100000, 200000}, 1);
    const auto table = measured(world, tiny_world::settings());
    CHECK(national(table, "headcount") == Approx((1.0 + 3 * 2) / (2 + 3 * 3)));
    CHECK(of_group(table, Grouping::province, 0, "headcount") == Approx(0.5));
    CHECK(of_group(table, Grouping::province, 1, "headcount") == Approx(2.0 / 3));
    CHECK(of_group(table, Grouping::area, 0, "headcount") == national(table, "headcount"));
    CHECK(std::isnan(of_group(table, Grouping::area, 1, "headcount")));
}

TEST_CASE("Theil's index is what is within districts and what is between them") {
    // Districts with means 150 and 500; worked out from the definition, weights of persons 2 and 3.
    World world;
    tiny_world::add_province(world, 1);
    const std::vector<double> poor = {100000, 200000}, rich = {300000, 500000, 700000};
    tiny_world::add_district(world, poor);
    tiny_world::add_district(world, rich);
    const auto table = measured(world, tiny_world::settings());
    const auto theil_of = [](const std::vector<double>& values, double mean) {
        double sum = 0;
        for (const double value : values) sum += value / mean * std::log(value / mean);
        return sum / static_cast<double>(values.size());
    };
    const double mean = 1800000.0 / 5, share_poor = 300.0 / 1800, share_rich = 1500.0 / 1800;
    const double within = share_poor * theil_of(poor, 150000) + share_rich * theil_of(rich, 500000);
    const double between = share_poor * std::log(150000 / mean) + share_rich * std::log(500000 / mean);
    CHECK(national(table, "theil_within") == Approx(within).epsilon(1e-6));
    CHECK(national(table, "theil_between") == Approx(between).epsilon(1e-6));
    CHECK(national(table, "theil") == Approx(within + between).epsilon(1e-6));
}

TEST_CASE("tenths of a hundred persons hold ten each, the poorest first") {
    std::vector<double> consumption;
    for (int person = 0; person < 100; ++person) consumption.push_back(100000 + 10000 * (person * 37 % 100));
    const auto table = measured(tiny_world::of(consumption), tiny_world::settings());
    for (std::size_t tenth = 0; tenth < 10; ++tenth)
        CHECK(of_group(table, Grouping::decile, tenth, "mean_consumption") ==
              Approx(145000 + 100000.0 * static_cast<double>(tenth)));
}

TEST_CASE("coverage, exclusion and inclusion count what a count by hand counts") {
    const auto& l = lived();
    const auto& h = l.world.households;
    double eligible = 0, served = 0, waiting = 0, ineligible = 0, included = 0, enrolled = 0;
    for (std::size_t p = 0; p < l.world.programme_count; ++p) {
        eligible += l.sum([&](std::uint32_t i, const Village&) { return has_bit(h.eligible[i], p); });
        served +=
            l.sum([&](std::uint32_t i, const Village&) { return has_bit(h.eligible[i] & h.served[i], p); });
        waiting += l.sum(
            [&](std::uint32_t i, const Village&) { return has_bit(h.eligible[i] & ~h.enrolled[i], p); });
        enrolled += l.sum([&](std::uint32_t i, const Village&) { return has_bit(h.enrolled[i], p); });
        const auto& rule = l.scenario.base.programmes[p];
        ineligible += l.sum([&](std::uint32_t i, const Village&) {
            return !has_bit(h.eligible[i], p) && meets_conditions(rule, h, i);
        });
        included += l.sum([&](std::uint32_t i, const Village&) {
            return !has_bit(h.eligible[i], p) && meets_conditions(rule, h, i) && has_bit(h.enrolled[i], p);
        });
    }
    REQUIRE(served > 0);
    REQUIRE(included > 0);
    CHECK(l.nation("coverage_of_eligible") == Approx(served / eligible));
    CHECK(l.nation("exclusion_error") == Approx(waiting / eligible));
    CHECK(l.nation("inclusion_error") == Approx(included / ineligible));
    CHECK(l.nation("targeting_error") == Approx((waiting + included) / (eligible + ineligible)));
    CHECK(l.nation("leakage_to_ineligible") == Approx(included / enrolled));
}

TEST_CASE("benefits a person are what is paid to those served, less what leaks") {
    const auto& l = lived();
    const auto& h = l.world.households;
    const auto& agencies = l.scenario.base.parameters.agencies;
    double benefits = 0, persons = 0;
    for (std::size_t p = 0; p < l.world.programme_count; ++p) {
        const auto& rule = l.scenario.base.programmes[p];
        benefits += l.sum([&](std::uint32_t i, const Village& village) {
            if (!has_bit(h.served[i], p)) return 0.0;
            const auto& district = l.world.districts[village.district];
            const auto leaked = leaked_share(rule.leakage, agencies.bargain,
                                             l.scenario.base.parameters.tasks.supervision_leakage,
                                             static_cast<double>(district.supervision[p]));
            return static_cast<double>(rule.benefit * units_of(rule, h, i)) *
                   static_cast<double>(district.paid_share[p]) *
                   (1 - leaked.of((h.traits[i] & trait::informed) != 0));
        });
    }
    persons = l.sum([&](std::uint32_t i, const Village&) { return h.size[i]; });
    REQUIRE(benefits > 0);
    CHECK(l.nation("benefits_a_person") == Approx(benefits / persons));
}

TEST_CASE("groups add up to the nation: provinces, areas, tenths, heads, disability") {
    const auto& l = lived();
    const auto& h = l.world.households;
    const double persons = l.sum([&](std::uint32_t i, const Village&) { return h.size[i]; });
    const auto persons_of = [&](const std::function<bool(std::uint32_t, const Village&)>& belongs) {
        return l.sum([&](std::uint32_t i, const Village& v) { return belongs(i, v) ? h.size[i] : 0; });
    };
    using Belongs = std::function<bool(std::uint32_t, const Village&, std::size_t)>;
    const std::vector<std::pair<Grouping, Belongs>> groupings = {
        {Grouping::province, [](std::uint32_t, const Village& v, std::size_t g) { return v.province == g; }},
        {Grouping::area, [](std::uint32_t, const Village& v,
                            std::size_t g) { return static_cast<std::size_t>(v.area) == g; }},
        {Grouping::head,
         [&](std::uint32_t i, const Village&, std::size_t g) {
             return ((h.traits[i] & trait::female_head) != 0) == (g == 1);
         }},
        {Grouping::disability,
         [&](std::uint32_t i, const Village&, std::size_t g) { return (h.disabled[i] > 0) == (g == 1); }}};
    for (const auto& [grouping, belongs] : groupings)
        for (const auto* outcome : {"headcount", "poverty_gap", "mean_consumption"}) {
            double sum = 0;
            for (std::size_t g = 0; g < 2; ++g)
                sum +=
                    l.group(grouping, g, outcome) *
                    persons_of([&, of = belongs](std::uint32_t i, const Village& v) { return of(i, v, g); });
            INFO(grouping_rows[static_cast<std::size_t>(grouping)].key << " " << outcome);
            CHECK(sum / persons == Approx(l.nation(outcome)));
        }
    double mean_of_tenths = 0, before = 0;
    for (std::size_t tenth = 0; tenth < 10; ++tenth) {
        const double mean = l.group(Grouping::decile, tenth, "mean_consumption");
        CHECK(mean > before);
        mean_of_tenths += mean / 10;
        before = mean;
    }
    CHECK(mean_of_tenths == Approx(l.nation("mean_consumption")).epsilon(0.01)); // tenths within a household
}

TEST_CASE("outcomes of a programme count its own pairs") {
    const auto& l = lived();
    const auto& h = l.world.households;
    for (std::size_t p = 0; p < l.world.programme_count; ++p) {
        const double enrolled =
            l.sum([&](std::uint32_t i, const Village&) { return has_bit(h.enrolled[i], p); });
        const double unserved =
            l.sum([&](std::uint32_t i, const Village&) { return has_bit(h.enrolled[i] & ~h.served[i], p); });
        INFO(l.scenario.base.programmes[p].key);
        CHECK(alike(l.group(Grouping::programme, p, "enrolled_but_unserved"),
                    enrolled > 0 ? unserved / enrolled : not_a_number_double));
        CHECK(std::isnan(l.group(Grouping::programme, p, "headcount")));
    }
}

TEST_CASE("a province measures the same alone as in the nation") {
    auto scenario = small_country::scenario();
    const auto both = build_world(scenario, 0, in_order);
    MonthTables tables;
    auto table = make_outcome_table(scenario);
    measure(both, scenario.base, tables, table, 0, in_order);
    scenario.population.provinces = {"02"};
    const auto alone = build_world(scenario, 0, in_order);
    auto table_alone = make_outcome_table(scenario);
    measure(alone, scenario.base, tables, table_alone, 0, in_order);
    const auto& of_both = table.groups[static_cast<std::size_t>(Grouping::province)].values;
    for (const auto* outcome : {"headcount", "poverty_gap", "gini", "theil", "functioning"}) {
        const auto row = find_outcome(outcome).value();
        CHECK(of_both[row * table.ticks * 2 + 1] == Approx(table_alone.national[row * table_alone.ticks]));
    }
}

TEST_CASE("hours and acts of the nation are those of districts with what a household stands for") {
    const auto& l = lived();
    double hours = 0, acts = 0, expected_hours = 0, expected_acts = 0;
    for (std::size_t a = 0; a < activity_count; ++a)
        hours += l.table.activity_hours[a], acts += l.table.activity_acts[a];
    for (const auto& district : l.world.districts) {
        double weight = 0;
        for (auto v = district.village_begin; v < district.village_end; ++v)
            weight += l.weight(l.world.villages[v]) / (district.village_end - district.village_begin);
        expected_hours += weight * (district.hours.worked + district.hours.travelled);
        for (const auto act : district.hours.acts) expected_acts += weight * static_cast<double>(act);
    }
    CHECK(hours == Approx(expected_hours));
    CHECK(acts == Approx(expected_acts));
    CHECK(hours > 0);
}

TEST_CASE("each month has its own row, and the year's account its own place") {
    auto scenario = small_country::scenario();
    auto world = build_world(scenario, 0, in_order);
    auto table = make_outcome_table(scenario);
    REQUIRE_FALSE(simulate(world, scenario, table, in_order, [](std::int32_t) { return true; }));
    const auto row = find_outcome("headcount").value();
    for (std::size_t t = 0; t < 24; ++t) CHECK(table.national[row * 24 + t] > 0);
    REQUIRE(table.years == 2);
    for (std::size_t p = 0; p < 5; ++p)
        for (std::size_t year = 0; year < 2; ++year) {
            const double* uses = &table.ledger[(p * 2 + year) * money_use_count];
            CHECK(uses[0] == Approx(uses[1] + uses[2] + uses[3] + uses[4]));
            CHECK(uses[0] > 0);
        }
}

TEST_CASE("measuring gives the same bits in whatever order districts are counted, and changes no run") {
    const auto& l = lived();
    MonthTables tables;
    auto table = make_outcome_table(l.scenario);
    measure(l.world, l.scenario.base, tables, table, 0, backwards);
    CHECK(same_bits(table.national, l.table.national));
    for (std::size_t g = 0; g < grouping_count; ++g)
        CHECK(same_bits(table.groups[g].values, l.table.groups[g].values));
    CHECK(same_bits(table.activity_hours, l.table.activity_hours));
}

TEST_CASE("the distribution of consumption holds all persons and all that they consume") {
    const auto& l = lived();
    const auto& h = l.world.households;
    const auto d = consumption_distribution(l.world, l.scenario.base, in_order);
    double persons = 0, consumption = 0;
    for (std::size_t bin = 0; bin < d.persons.size(); ++bin)
        persons += d.persons[bin], consumption += d.consumption[bin];
    CHECK(persons == Approx(l.sum([&](std::uint32_t i, const Village&) { return h.size[i]; })));
    CHECK(consumption == Approx(l.sum([&](std::uint32_t i, const Village&) {
              return h.size[i] * static_cast<double>(h.consumption[i]);
          })));
    CHECK(gini(d) == l.nation("gini"));
}
