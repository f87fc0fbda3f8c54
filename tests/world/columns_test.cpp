// SPDX-License-Identifier: Apache-2.0
// Each phase, run alone, changes only the columns whose comments in world/households.hpp name it.
#include "world/columns.hpp"

#include "agencies/agency_phase.hpp"
#include "agencies/registry.hpp"
#include "catch.hpp"
#include "environment/disasters.hpp"
#include "households/curve_refit.hpp"
#include "households/village_phase.hpp"
#include "informal/mutual_aid.hpp"
#include "outcomes/measure.hpp"
#include "workers/worker_phase.hpp"
#include "world/small_country.hpp"

#include <array>
#include <cstring>
#include <functional>
#include <set>
#include <string>
#include <vector>

using namespace tujuh;

namespace {

using Names = std::set<std::string>;

/// In the order of `for_each_column`.
const std::vector<std::string> column_names = {
    "size",         "children",        "elders",     "disabled",    "schooling",     "generation",
    "traits",       "permanent_start", "permanent",  "transitory",  "resource_mean", "consumption",
    "transfer",     "savings",         "debt",       "crisis",      "crisis_months", "support",
    "poor_history", "graduated",       "livelihood", "health",      "education",     "shelter",
    "care",         "participation",   "morale",     "stigma",      "capability",    "coping_efficiency",
    "preparedness", "care_risk",       "safety",     "needs_known", "known",         "eligible",
    "pending",      "denied",          "enrolled",   "served",      "score",         "service_months",
    "groups"};

std::vector<std::string> bytes_of(const Households& h) {
    std::vector<std::string> columns;
    for_each_column(h, [&](const auto& column) {
        columns.emplace_back(reinterpret_cast<const char*>(column.data()), column.size() * sizeof(column[0]));
    });
    return columns;
}

using Phase = std::function<void(World&, const Settings&)>;

/// Columns that the phase changes over four years in which all other phases are lived as well.
Names changed_by(const Phase& phase) {
    auto settings = small_country::settings();
    settings.parameters.population.renewal_rate = 0; // a renewed household is drawn anew in all columns
    auto scenario = small_country::scenario();
    scenario.base = settings;
    Names changed;
    World world = small_country::lived(scenario, 0);
    for (int month = 0; month < 48; ++month) {
        World alone = world;
        phase(alone, settings);
        const auto before = bytes_of(world.households), after = bytes_of(alone.households);
        for (std::size_t c = 0; c < before.size(); ++c)
            if (before[c] != after[c]) changed.insert(column_names[c]);
        tick(world, settings, in_order);
    }
    return changed;
}

void villages(World& world, const Settings& settings) {
    const auto rates = household_rates(settings, world.national.headcount);
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) village_phase(world, v, rates);
}

template <class Do> Phase in_districts(Do&& act) {
    return [act](World& world, const Settings& settings) {
        for (std::uint32_t d = 0; d < world.districts.size(); ++d) act(world, d, settings);
    };
}

} // namespace

TEST_CASE("the list of columns holds every column once") {
    Households h;
    h.resize(3);
    std::size_t columns = 0, bytes = 0;
    std::set<const void*> distinct;
    for_each_column(h, [&](const auto& column) {
        ++columns;
        bytes += sizeof(column[0]);
        distinct.insert(column.data());
        CHECK(column.size() == 3);
    });
    CHECK(columns == column_names.size());
    CHECK(distinct.size() == columns);
    CHECK(bytes == bytes_a_household());
    CHECK(bytes <= 128);
    // Every member is a vector of the list or part of the array of deficits.
    CHECK(sizeof(Households) == columns * sizeof(std::vector<float>));
}

TEST_CASE("households write what their sub-models own, and of programmes what they know and ask for") {
    const auto changed = changed_by(villages);
    // Not: the state of requests and enrolments, and the membership of groups.
    CHECK(changed ==
          Names{"size",          "children",   "elders",        "disabled",      "traits",
                "permanent",     "transitory", "resource_mean", "consumption",   "transfer",
                "savings",       "debt",       "crisis",        "crisis_months", "support",
                "livelihood",    "health",     "education",     "shelter",       "care",
                "participation", "morale",     "stigma",        "capability",    "coping_efficiency",
                "preparedness",  "care_risk",  "safety",        "needs_known",   "known",
                "eligible",      "denied",     "served",        "score",         "service_months",
                "poor_history"});
}

TEST_CASE("a disaster only marks the village") {
    CHECK(changed_by([](World& world, const Settings& settings) {
              for (auto& village : world.villages) strike_village(world, village, settings.parameters.shocks);
          }) == Names{});
}

TEST_CASE("agencies write the state of requests and enrolments, scores, and what a decision does to people") {
    CHECK(changed_by(in_districts([](World& world, std::uint32_t d, const Settings& settings) {
              const bool round = is_registry_round(world, settings.parameters.registry);
              agency_phase(world, d, settings, round || world.tick % 6 == 0);
          })) == Names{"traits", "morale", "known", "pending", "denied", "enrolled", "served", "score",
                       "graduated"});
}

TEST_CASE("cut-offs and paid shares are the nation's and the district's: no household changes") {
    CHECK(changed_by([](World& world, const Settings& settings) {
              set_cutoffs(world, settings.programmes, in_order);
          }) == Names{});
    CHECK(changed_by(in_districts([](World& world, std::uint32_t d, const Settings& settings) {
              set_paid_shares(world, world.districts[d], settings);
          })) == Names{});
}

TEST_CASE("groups write their membership, and savings when they share out a fund") {
    CHECK(changed_by([](World& world, const Settings& settings) {
              for (auto& village : world.villages)
                  informal_phase(world, village, settings.parameters.informal);
          }) == Names{"savings", "groups"});
}

TEST_CASE("workers write what their activities move") {
    const auto changed = changed_by(in_districts(
        [](World& world, std::uint32_t d, const Settings& settings) { worker_phase(world, d, settings); }));
    CHECK(changed == Names{"traits", "permanent", "support", "morale", "stigma", "capability",
                           "coping_efficiency", "preparedness", "care_risk", "safety", "needs_known", "known",
                           "pending", "denied", "served", "score", "groups", "graduated"});
}

TEST_CASE("measuring writes nothing into households, solving the curves again what is counted in rupiah") {
    const auto scenario = small_country::scenario();
    CHECK(changed_by([&](World& world, const Settings& settings) {
              auto table = make_outcome_table(scenario);
              MonthTables tables;
              measure(world, settings, tables, table, 0, in_order);
          }) == Names{});
    CHECK(changed_by([&](World& world, const Settings&) { refit_curves(world, scenario, in_order); }) ==
          Names{"resource_mean", "savings", "debt", "score"});
}

TEST_CASE("a phase of one village or district leaves the households of all others alone") {
    auto scenario = small_country::scenario();
    const World world = small_country::lived(scenario, 15);
    const auto rates = household_rates(scenario.base, world.national.headcount);
    const auto outside_unchanged = [&](const World& after, std::uint32_t begin, std::uint32_t end) {
        bool same = true;
        std::vector<std::string> columns;
        for_each_column(world.households, [&](const auto& column) {
            columns.emplace_back(reinterpret_cast<const char*>(column.data()),
                                 column.size() * sizeof(column[0]));
        });
        std::size_t c = 0;
        for_each_column(after.households, [&](const auto& column) {
            const auto* data = reinterpret_cast<const char*>(column.data());
            const std::size_t width = sizeof(column[0]);
            const auto& was = columns[c++];
            same = same && std::memcmp(was.data(), data, begin * width) == 0 &&
                   std::memcmp(was.data() + end * width, data + end * width, was.size() - end * width) == 0;
        });
        return same;
    };
    World after = world;
    village_phase(after, 4, rates);
    CHECK(outside_unchanged(after, world.villages[4].begin, world.villages[4].end));
    CHECK_FALSE(small_country::same_households(world.households, after.households));
    after = world;
    const auto& district = world.districts[1];
    agency_phase(after, 1, scenario.base, true);
    worker_phase(after, 1, scenario.base);
    CHECK(outside_unchanged(after, first_household(world, district), end_household(world, district)));
    CHECK_FALSE(small_country::same_households(world.households, after.households));
}

TEST_CASE("a household remembers 31 months of being poor or not, and who lived there before is not its own") {
    auto history = remembered::nothing;
    CHECK_FALSE(remembered::reaches_back(history, 0));
    for (int month = 0; month < 60; ++month) {
        history = remembered::with_month(history, month % 7 == 0);
        for (unsigned back = 0; back <= 30; ++back) {
            REQUIRE(remembered::reaches_back(history, back) == (static_cast<int>(back) <= month));
            const int then = month - static_cast<int>(back);
            if (then >= 0) REQUIRE(remembered::was_poor(history, back) == (then % 7 == 0));
        }
    }
}

TEST_CASE("a graduation is followed for a year; another one counts only after it") {
    Households h;
    h.resize(1);
    h.graduated[0] = graduation::none;
    graduate(h, 0, -40);
    CHECK(h.graduated[0] == -40);
    graduate(h, 0, -28);
    CHECK(h.graduated[0] == -40);
    graduate(h, 0, -27);
    CHECK(h.graduated[0] == -27);
}
