// SPDX-License-Identifier: Apache-2.0
#include "households/village_phase.hpp"

#include "agencies/delivery.hpp"
#include "catch.hpp"
#include "world/entitlement.hpp"
#include "world/small_country.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace tujuh;

// Bounds of statistics are 4.9 standard errors: a right model breaks one with probability 1e-6. The keys are
// fixed, so that a test which passes always passes.

namespace {

/// 12,000 households of South.
Scenario many_households() {
    auto scenario = small_country::scenario();
    scenario.population.provinces = {"02"};
    scenario.population.villages_per_district = 20;
    scenario.population.households_per_village = 300;
    return scenario;
}

/// Lives households alone: no agency, worker or group acts.
template <class Look> void live_alone(World& world, const Settings& settings, int months, Look&& look) {
    const auto rates = household_rates(settings, world.national.headcount);
    for (int month = 0; month < months; ++month) {
        for (std::uint32_t v = 0; v < world.villages.size(); ++v) village_phase(world, v, rates);
        look();
        ++world.tick;
    }
}
void live_alone(World& world, const Settings& settings, int months) {
    live_alone(world, settings, months, [] {});
}

void no_shocks(Settings& settings) {
    auto& p = settings.parameters.shocks;
    p.job_loss = p.illness = p.earner_loss = p.crop_loss = p.disaster = 0;
}

void no_renewal(Settings& settings) {
    settings.parameters.population.renewal_rate = 0;
}

/// Everybody is enrolled in and served by the programme.
void serve_all(World& world, std::size_t programme) {
    auto& h = world.households;
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        h.enrolled[i] |= bit_of(programme);
        h.served[i] |= bit_of(programme);
    }
}

/// No card is blocked and no money leaks or is misused.
Settings without_faults() {
    auto settings = small_country::settings();
    no_renewal(settings);
    settings.parameters.agencies.stop_rate = 0;
    settings.parameters.care.misuse_rate = 0;
    for (auto& programme : settings.programmes) programme.leakage = 0;
    return settings;
}

template <class Column> double mean_of(const Column& column) {
    double sum = 0;
    for (const float value : column) sum += static_cast<double>(value);
    return sum / static_cast<double>(column.size());
}

double mean_deficit(const World& world, Need need) {
    return mean_of(world.households.deficit[static_cast<std::size_t>(need)]);
}

} // namespace

TEST_CASE("crises are of geometric length at a constant hazard") {
    auto scenario = many_households();
    auto& p = scenario.base.parameters.shocks;
    p.recovery_capability = p.recovery_morale = p.recovery_support = 0;
    p.recovery_rate = 0.3;
    no_renewal(scenario.base);
    auto world = build_world(scenario, 0, in_order);
    std::vector<int> length(world.household_count(), 0);
    std::vector<Crisis> kind(world.household_count(), Crisis::none);
    std::array<double, 12> of_length{}; // spells that began in the first year and ended within two
    double spells = 0;
    int month = 0;
    std::vector<int> began(world.household_count(), -1);
    live_alone(world, scenario.base, 60, [&] {
        for (std::uint32_t i = 0; i < world.household_count(); ++i) {
            if (world.households.crisis[i] != Crisis::none) {
                if (length[i] == 0) began[i] = month;
                ++length[i];
            } else if (length[i] > 0) {
                if (began[i] < 24) {
                    of_length[static_cast<std::size_t>(std::min(length[i], 11))] += 1;
                    spells += 1;
                }
                length[i] = 0;
            }
        }
        ++month;
    });
    const double ends = 1 - std::exp(-0.3);
    REQUIRE(spells > 2000);
    for (std::size_t k = 1; k <= 8; ++k) {
        const double expected = ends * std::pow(1 - ends, static_cast<double>(k - 1));
        INFO("length " << k);
        CHECK(std::fabs(of_length[k] / spells - expected) <
              4.9 * std::sqrt(expected * (1 - expected) / spells));
    }
}

TEST_CASE("the months of a crisis are counted from its beginning and forgotten at its end") {
    auto scenario = many_households();
    auto world = build_world(scenario, 0, in_order);
    auto before = world.households;
    live_alone(world, scenario.base, 12, [&] {
        const auto& h = world.households;
        for (std::uint32_t i = 0; i < h.count(); ++i) {
            if (h.generation[i] != before.generation[i]) continue;
            if (h.crisis[i] == Crisis::none)
                REQUIRE(h.crisis_months[i] == 0);
            else if (before.crisis[i] == Crisis::none)
                REQUIRE(h.crisis_months[i] == 0);
            else
                REQUIRE(h.crisis_months[i] == before.crisis_months[i] + 1);
        }
        before = h;
    });
}

TEST_CASE("a disaster reaches its share of a stricken village, and of no other") {
    auto scenario = many_households();
    auto& p = scenario.base.parameters.shocks;
    p.disaster_reach = 0.4;
    p.job_loss = p.illness = p.earner_loss = p.crop_loss = 0;
    auto world = build_world(scenario, 0, in_order);
    for (std::size_t v = 0; v < 20; ++v) world.villages[v].disaster_months = 1;
    live_alone(world, scenario.base, 1);
    double reached = 0;
    for (std::uint32_t i = 0; i < world.household_count(); ++i) {
        if (world.households.crisis[i] != Crisis::disaster) continue;
        REQUIRE(i < world.villages[19].end);
        reached += 1;
    }
    CHECK(std::fabs(reached - 0.4 * 6000) < 4.9 * std::sqrt(6000 * 0.4 * 0.6));
}

TEST_CASE("illness costs less with insurance, and other crises as much as before") {
    auto settings = without_faults();
    const auto resources_after = [&](Crisis crisis, bool insured) {
        auto scenario = many_households();
        scenario.base = settings;
        no_shocks(scenario.base);
        scenario.base.parameters.shocks.recovery_rate = 1e-6;
        scenario.base.parameters.resources.mean_months = 1; // the mean is the month's resources
        auto world = build_world(scenario, 0, in_order);
        for (auto& kind : world.households.crisis) kind = crisis;
        if (insured) serve_all(world, small_country::premium);
        live_alone(world, scenario.base, 1);
        return mean_of(world.households.resource_mean);
    };
    CHECK(resources_after(Crisis::illness, true) > resources_after(Crisis::illness, false));
    CHECK(resources_after(Crisis::illness, true) < resources_after(Crisis::none, true));
    CHECK(resources_after(Crisis::job_loss, true) == resources_after(Crisis::job_loss, false));
}

TEST_CASE("the variance of transitory resources stays what the model says") {
    auto scenario = many_households();
    no_renewal(scenario.base);
    auto world = build_world(scenario, 0, in_order);
    live_alone(world, scenario.base, 48);
    const double v =
        population_model(scenario.base.parameters.population, world.national.headcount).transitory_variance;
    double squares = 0;
    for (const float e : world.households.transitory) squares += square(static_cast<double>(e));
    const double n = static_cast<double>(world.household_count());
    CHECK(std::fabs(squares / n - v) < 4.9 * v * std::sqrt(2 / n));
}

TEST_CASE("permanent standing returns to its start with its half-life where nothing is sold") {
    auto scenario = many_households();
    no_renewal(scenario.base);
    scenario.base.parameters.coping.fire_sale_rate = 0;
    auto world = build_world(scenario, 0, in_order);
    for (auto& permanent : world.households.permanent) permanent += 1;
    live_alone(world, scenario.base, static_cast<int>(scenario.base.parameters.relaxation.permanent));
    for (std::uint32_t i = 0; i < world.household_count(); ++i)
        REQUIRE(world.households.permanent[i] - world.households.permanent_start[i] ==
                Approx(0.5).margin(1e-3));
}

TEST_CASE("what villages are paid is benefit x units of those served, leakage within") {
    auto settings = without_faults();
    settings.programmes[small_country::cash].leakage = 0.1;
    settings.parameters.agencies.bargain = 0;
    auto scenario = small_country::scenario();
    scenario.base = settings;
    auto world = build_world(scenario, 0, in_order);
    serve_all(world, small_country::cash);
    serve_all(world, small_country::premium);
    const auto& village = world.villages[5];
    Rupiah cash = 0, leaked = 0, premium = 0;
    live_alone(world, settings, 1);
    const auto& h = world.households;
    for (auto i = village.begin; i < village.end; ++i) {
        const Rupiah benefit = 100000 * std::min(4, h.children[i] + h.elders[i] + h.disabled[i]);
        cash += benefit;
        leaked += static_cast<Rupiah>(static_cast<double>(benefit) * static_cast<double>(0.1f));
        premium += 42000 * h.size[i];
    }
    CHECK(village.tally.gross[small_country::cash] == cash);
    CHECK(village.tally.leaked[small_country::cash] == leaked);
    CHECK(village.tally.gross[small_country::premium] == premium);
    CHECK(village.tally.leaked[small_country::premium] == 0);
    CHECK(village.tally.gross[small_country::food] == 0);
}

TEST_CASE("households that know what they are entitled to lose less, by the share they bargain") {
    auto settings = without_faults();
    settings.programmes[small_country::food].leakage = 0.2;
    settings.parameters.agencies.bargain = 0.3;
    settings.parameters.relaxation.knowledge = 1e9; // nobody forgets within the month
    auto scenario = small_country::scenario();
    scenario.base = settings;
    const auto leaked = [&](bool informed) {
        auto world = build_world(scenario, 0, in_order);
        serve_all(world, small_country::food);
        for (auto& traits : world.households.traits)
            traits =
                static_cast<std::uint8_t>(informed ? traits | trait::informed : traits & ~trait::informed);
        live_alone(world, settings, 1);
        double sum = 0;
        for (const auto& village : world.villages)
            sum += static_cast<double>(village.tally.leaked[small_country::food]);
        return sum;
    };
    CHECK(leaked(true) / leaked(false) == Approx(0.7).epsilon(1e-4));
}

TEST_CASE("cash raises consumption by what arrives; a budget that bears half pays half") {
    auto settings = without_faults();
    no_shocks(settings);
    auto scenario = small_country::scenario();
    scenario.base = settings;
    const auto food_arriving = [&](float paid_share) {
        auto world = build_world(scenario, 0, in_order);
        serve_all(world, small_country::food);
        for (auto& district : world.districts) district.paid_share[small_country::food] = paid_share;
        live_alone(world, settings, 1);
        return world.households;
    };
    auto world = build_world(scenario, 0, in_order);
    live_alone(world, settings, 1);
    const auto none = world.households, half = food_arriving(0.5f), full = food_arriving(1);
    for (std::uint32_t i = 0; i < none.count(); ++i) {
        REQUIRE(full.consumption[i] - none.consumption[i] == Approx(200000.0 / none.size[i]).epsilon(0.01));
        REQUIRE(half.consumption[i] - none.consumption[i] == Approx(100000.0 / none.size[i]).epsilon(0.01));
    }
}

TEST_CASE("cash and food relieve want, a premium health alone, services their declared needs") {
    auto settings = without_faults();
    settings.parameters.wellbeing.stigma_peers = 0; // or enrolment itself lets people take part
    auto scenario = many_households();
    scenario.base = settings;
    const auto after_two_years = [&](int programme) {
        auto world = build_world(scenario, 0, in_order);
        if (programme >= 0) serve_all(world, static_cast<std::size_t>(programme));
        live_alone(world, settings, 24);
        return world;
    };
    const auto nothing = after_two_years(-1), food = after_two_years(small_country::food),
               premium = after_two_years(small_country::premium),
               housing = after_two_years(small_country::housing), care = after_two_years(small_country::care);
    const auto lower = [&](const World& with, Need need) {
        return mean_deficit(with, need) < 0.98 * mean_deficit(nothing, need);
    };
    for (const auto need : {Need::livelihood, Need::health, Need::education, Need::shelter})
        CHECK(lower(food, need));
    CHECK_FALSE(lower(food, Need::participation));
    CHECK(lower(premium, Need::health));
    CHECK_FALSE(lower(premium, Need::shelter));
    CHECK(lower(housing, Need::shelter));
    CHECK_FALSE(lower(housing, Need::livelihood));
    CHECK(lower(care, Need::care));
    CHECK(lower(care, Need::participation));
    CHECK_FALSE(lower(care, Need::shelter));
}

TEST_CASE("a prepared household makes more of a service than one that is not") {
    auto settings = without_faults();
    auto scenario = many_households();
    scenario.base = settings;
    scenario.base.parameters.tasks.preparedness_months = infinity_double;
    const auto relieved = [&](float preparedness) {
        auto world = build_world(scenario, 0, in_order);
        for (auto& p : world.households.preparedness) p = preparedness;
        serve_all(world, small_country::care);
        live_alone(world, scenario.base, 1);
        double relief = 0;
        for (const auto& village : world.villages) relief += village.tally.relief;
        return relief;
    };
    CHECK(relieved(0.1f) > 0);
    CHECK(relieved(0.5f) > relieved(0.1f));
}

TEST_CASE("a service is due for release after its months") {
    auto settings = without_faults();
    auto scenario = small_country::scenario();
    scenario.base = settings;
    auto world = build_world(scenario, 0, in_order);
    serve_all(world, small_country::housing);
    int month = 0;
    live_alone(world, settings, 6, [&] {
        ++month;
        for (const auto& village : world.villages) {
            std::size_t complete = 0;
            for (const auto& due : village.due) complete += due.complete ? 1u : 0u;
            REQUIRE(complete == (month == 6 ? village.sampled() : 0));
        }
    });
}

TEST_CASE("requests come from those who know, are not in, not waiting, not refused, and have the members") {
    auto scenario = small_country::scenario();
    scenario.base.parameters.application.apply_rate = 5;
    auto world = small_country::lived(scenario, 12);
    const auto rates = household_rates(scenario.base, world.national.headcount);
    std::size_t filed = 0;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        village_phase(world, v, rates);
        for (const auto& filing : world.villages[v].filings) {
            const auto& h = world.households;
            const auto i = filing.household;
            ++filed;
            REQUIRE(i >= world.villages[v].begin);
            REQUIRE(i < world.villages[v].end);
            REQUIRE(has_bit(h.known[i], filing.programme));
            REQUIRE_FALSE(has_bit(h.enrolled[i] | h.pending[i] | h.denied[i], filing.programme));
            REQUIRE(meets_conditions(scenario.base.programmes[filing.programme], h, i));
            REQUIRE_FALSE(filing.accompanied);
        }
    }
    CHECK(filed > 20);
}

TEST_CASE("nobody who knows of nothing asks, and nobody learns without media, peers and groups") {
    auto scenario = small_country::scenario();
    auto& p = scenario.base.parameters.application;
    p.media_rate = p.peer_rate = p.group_rate = 0;
    p.apply_rate = 5;
    auto world = build_world(scenario, 0, in_order);
    live_alone(world, scenario.base, 6, [&] {
        for (const auto& village : world.villages) REQUIRE(village.filings.empty());
        for (const auto known : world.households.known) REQUIRE(known == 0);
    });
}

TEST_CASE("the tally of a village counts its households") {
    auto scenario = small_country::scenario();
    auto world = small_country::lived(scenario, 12);
    const auto rates = household_rates(scenario.base, world.national.headcount);
    const auto& h = world.households;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        village_phase(world, v, rates);
        const auto& village = world.villages[v];
        std::array<std::uint32_t, max_programmes> enrolled{}, served{};
        std::array<std::uint32_t, group_kind_count> members{};
        std::uint32_t clients = 0, crises = 0;
        for (auto i = village.begin; i < village.end; ++i) {
            for (std::size_t p = 0; p < world.programme_count; ++p) {
                enrolled[p] += has_bit(h.enrolled[i], p);
                served[p] += has_bit(h.served[i], p);
            }
            for (std::size_t g = 0; g < group_kind_count; ++g) members[g] += has_bit(h.groups[i], g);
            clients += (h.traits[i] & trait::has_case) != 0;
            crises += h.crisis[i] != Crisis::none;
        }
        CHECK(village.tally.enrolled == enrolled);
        CHECK(village.tally.served == served);
        CHECK(village.tally.members == members);
        CHECK(village.tally.clients == clients);
        CHECK(village.tally.crises == crises);
        for (std::size_t p = 0; p < world.programme_count; ++p)
            CHECK(village.peers_enrolled[p] ==
                  static_cast<float>(enrolled[p]) / static_cast<float>(village.sampled()));
    }
}

TEST_CASE("short lists hold whom they name, in the order of households") {
    auto scenario = small_country::scenario();
    scenario.base.parameters.tasks.notice_rate = 1;
    scenario.base.workforce = {}; // who would enter the unaware in the registry
    auto world = small_country::lived(scenario, 12);
    const auto rates = household_rates(scenario.base, world.national.headcount);
    const auto& h = world.households;
    std::size_t distressed = 0, outside = 0, doubtful = 0;
    for (std::uint32_t v = 0; v < world.villages.size(); ++v) {
        village_phase(world, v, rates);
        const auto& village = world.villages[v];
        const auto in_order_of_households = [](const std::vector<Listed>& list) {
            for (std::size_t k = 1; k < list.size(); ++k)
                if (list[k - 1].household >= list[k].household) return false;
            return true;
        };
        REQUIRE(in_order_of_households(village.distressed));
        REQUIRE(in_order_of_households(village.outside));
        REQUIRE(in_order_of_households(village.doubtful));
        for (const auto& listed : village.distressed) {
            REQUIRE((h.traits[listed.household] & trait::has_case) == 0);
            REQUIRE(listed.need > 0);
        }
        for (const auto& listed : village.outside) {
            REQUIRE((h.traits[listed.household] & trait::registered) == 0);
            REQUIRE(listed.need > 0);
        }
        for (const auto& listed : village.doubtful)
            REQUIRE((h.traits[listed.household] & (trait::registered | trait::visited)) == trait::registered);
        distressed += village.distressed.size();
        outside += village.outside.size();
        doubtful += village.doubtful.size();
    }
    CHECK(distressed > 0);
    CHECK(outside > 0);
    CHECK(doubtful > 0);
}

TEST_CASE("the richer a household, the less its want") {
    auto scenario = many_households();
    auto world = build_world(scenario, 0, in_order);
    live_alone(world, scenario.base, 24);
    const auto& h = world.households;
    double want[3] = {}, count[3] = {};
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        const std::size_t third = h.permanent[i] < -0.4f ? 0 : h.permanent[i] < 0.4f ? 1 : 2;
        want[third] += static_cast<double>(h.deficit[0][i]);
        count[third] += 1;
    }
    CHECK(want[0] / count[0] > want[1] / count[1] + 0.1);
    CHECK(want[1] / count[1] > want[2] / count[2] + 0.1);
}

TEST_CASE("a village's month is the same whatever villages lived before it") {
    const auto scenario = small_country::scenario();
    auto one = small_country::lived(scenario, 12), other = one;
    const auto rates = household_rates(scenario.base, one.national.headcount);
    const auto count = static_cast<std::uint32_t>(one.villages.size());
    for (std::uint32_t v = 0; v < count; ++v) village_phase(one, v, rates);
    for (std::uint32_t v = count; v > 0; --v) village_phase(other, v - 1, rates);
    CHECK(small_country::same_households(one.households, other.households));
}

TEST_CASE("what a household remembers of this month is whether it is below the line now") {
    const auto scenario = many_households();
    World world = build_world(scenario, 0, in_order);
    std::size_t poor = 0;
    live_alone(world, scenario.base, 3, [&] {
        for (const auto& village : world.villages) {
            const double line =
                world.provinces[village.province].poverty_line[static_cast<std::size_t>(village.area)];
            for (auto i = village.begin; i < village.end; ++i) {
                const bool below = static_cast<double>(world.households.consumption[i]) < line;
                poor += below ? 1u : 0u;
                REQUIRE(remembered::was_poor(world.households.poor_history[i], 0) == below);
            }
        }
    });
    CHECK(poor > 0);
}
