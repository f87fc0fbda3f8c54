// SPDX-License-Identifier: Apache-2.0
#include "outcomes/count_village.hpp"

#include "catch.hpp"
#include "outcomes/district_sums.hpp"
#include "outcomes/reference_count.hpp"
#include "outcomes/tiny_world.hpp"

#include <array>
#include <functional>
#include <initializer_list>

using namespace tujuh;

namespace {

constexpr std::uint32_t household = 0;

/// Counts the first district's households of one area.
void count_area(const World& world, const Settings& settings, Area area, AreaCount& count,
                InstructionSet instructions = widest_instruction_set()) {
    const auto& district = world.districts[0];
    const auto view = view_of(world, settings, district);
    auto rates = rates_of(world, settings, {1200, 1400, 1600, 1700, 1800, 1900, 2000, 2100, 2200});
    look_at(rates, view);
    Cells cells;
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& village = world.villages[v];
        if (village.area != area) continue;
        look_at(rates, world, village);
        count_village(instructions, world.households, village.begin, village.end, rates, cells, count);
    }
    close_cells(cells, settings, view, area, count);
}

/// One household at 100,000 rupiah, with one programme that asks for papers.
struct OneHousehold {
    World world = tiny_world::of({100000});
    Settings settings = tiny_world::settings();
    Sums cell;
    std::array<Sums, max_programmes> programmes{};

    OneHousehold() {
        settings.programmes = {small_country::programme("food", AgencyKind::social_affairs,
                                                        ProgrammeKind::food, Channel::push,
                                                        BenefitUnit::person, 50000)};
        world.programme_count = 1;
        world.districts[0].agencies[0].quality = 0.6f;
        for (auto& provider : world.districts[0].agencies[0].providers) provider.quality = 0.6f;
    }

    const Households& h() const { return world.households; }
    Households& h() { return world.households; }
    double benefits() {
        return benefit_of(settings, view_of(world, settings, world.districts[0]), h(), household, 0);
    }
    const OneHousehold& count() {
        AreaCount counted;
        count_area(world, settings, world.villages[0].area, counted);
        counted.head[0].add_to(cell, 1);
        counted.head[1].add_to(cell, 1);
        for (std::size_t p = 0; p < max_programmes; ++p) counted.programme[p].add_to(programmes[p], 1);
        return *this;
    }
    double operator[](Sum s) const { return cell[s]; }
};

OneHousehold counted(const std::function<void(OneHousehold&)>& change) {
    OneHousehold one;
    change(one);
    one.count();
    return one;
}

} // namespace

TEST_CASE("benefits are benefit x units x what the budget bears x what does not leak") {
    OneHousehold one;
    one.h().size[household] = 3;
    CHECK(one.benefits() == 0);
    one.h().served[household] = 1;
    CHECK(one.benefits() == Approx(3 * 50000 * 0.9));
    one.world.districts[0].paid_share[0] = 0.5f;
    CHECK(one.benefits() == Approx(3 * 50000 * 0.5 * 0.9));
    one.h().traits[household] |= trait::informed;
    CHECK(one.benefits() ==
          Approx(3 * 50000 * 0.5 * (1 - 0.1 * (1 - one.settings.parameters.agencies.bargain))));
}

TEST_CASE("an eligible household is waiting until it is enrolled, and unserved until it is delivered to") {
    const auto waiting = counted([](OneHousehold& c) { c.h().eligible[household] = 1; });
    CHECK(waiting[Sum::eligible] == 1);
    CHECK(waiting[Sum::waiting] == 1);
    CHECK(waiting[Sum::eligible_served] == 0);
    const auto unserved =
        counted([](OneHousehold& c) { c.h().eligible[household] = c.h().enrolled[household] = 1; });
    CHECK(unserved[Sum::waiting] == 0);
    CHECK(unserved[Sum::enrolled_unserved] == 1);
    const auto served = counted([](OneHousehold& c) {
        c.h().eligible[household] = c.h().enrolled[household] = c.h().served[household] = 1;
    });
    CHECK(served[Sum::enrolled_unserved] == 0);
    CHECK(served[Sum::eligible_served] == 1);
    CHECK(served[Sum::eligible_effective] == Approx(0.9 * 0.6));
    CHECK(served[Sum::households_served] == 1);
    CHECK(served[Sum::benefits] == Approx(45000));
}

TEST_CASE("a household with the members but not the need is an inclusion error when enrolled") {
    const auto included = counted([](OneHousehold& c) { c.h().enrolled[household] = 1; });
    CHECK(included[Sum::ineligible] == 1);
    CHECK(included[Sum::ineligible_enrolled] == 1);
    CHECK(included[Sum::eligible] == 0);
    const auto without_members =
        counted([](OneHousehold& c) { c.settings.programmes[0].required = RequiredMembers::child; });
    CHECK(without_members[Sum::ineligible] == 0);
}

TEST_CASE("a need is given up where papers are missing or the way is too far, and nobody has asked") {
    const auto given_up = [](const std::function<void(OneHousehold&)>& change) {
        return counted([&](OneHousehold& c) {
            c.h().eligible[household] = 1;
            c.h().traits[household] = trait::documents;
            change(c);
        })[Sum::given_up];
    };
    CHECK(given_up([](OneHousehold&) {}) == 0);
    CHECK(given_up([](OneHousehold& c) { c.h().traits[household] = 0; }) == 1);
    CHECK(given_up([](OneHousehold& c) {
              c.h().traits[household] = 0;
              c.settings.programmes[0].documents_required = 0;
          }) == 0);
    const auto far = [](OneHousehold& c) { c.world.districts[0].frame[0].distance_km = 100; };
    CHECK(given_up(far) == 1);
    CHECK(given_up([&](OneHousehold& c) {
              far(c);
              c.h().traits[household] |= trait::transport;
          }) == 0);
    CHECK(given_up([&](OneHousehold& c) {
              far(c);
              c.h().pending[household] = 1;
          }) == 0);
}

TEST_CASE("take-up counts those who know, whether they are in or have asked") {
    const auto known =
        counted([](OneHousehold& c) { c.h().eligible[household] = c.h().known[household] = 1; });
    CHECK(known[Sum::eligible_known] == 1);
    CHECK(known[Sum::known_claimed] == 0);
    const auto asked = counted([](OneHousehold& c) {
        c.h().eligible[household] = c.h().known[household] = c.h().pending[household] = 1;
    });
    CHECK(asked[Sum::known_claimed] == 1);
    const auto denied =
        counted([](OneHousehold& c) { c.h().eligible[household] = c.h().denied[household] = 1; });
    CHECK(denied[Sum::wrongly_denied] == 1);
}

TEST_CASE("pairs of a programme are the pairs of the cell") {
    const auto one = counted([](OneHousehold& c) {
        c.h().eligible[household] = c.h().enrolled[household] = c.h().known[household] = 1;
    });
    for (std::size_t s = first_pair_sum; s < first_district_sum; ++s)
        CHECK(one.cell.value[s] == one.programmes[0].value[s]);
    for (std::size_t s = 0; s < first_pair_sum; ++s) CHECK(one.programmes[0].value[s] == 0);
}

TEST_CASE("vulnerable are female heads, persons with disability and elders; groups of their kind count") {
    const std::function<void(OneHousehold&)> kinds[] = {
        [](OneHousehold& c) { c.h().traits[household] |= trait::female_head; },
        [](OneHousehold& c) { c.h().disabled[household] = 1; },
        [](OneHousehold& c) { c.h().elders[household] = 1; }};
    for (std::size_t k = 0; k < 3; ++k) {
        const auto member_of = [&](std::size_t group) {
            return counted([&](OneHousehold& c) {
                kinds[k](c);
                c.h().groups[household] = static_cast<std::uint8_t>(1u << group);
            });
        };
        const auto own = static_cast<std::size_t>(GroupKind::female_head) + k;
        CHECK(member_of(own)[Sum::vulnerable] == 1);
        CHECK(member_of(own)[Sum::vulnerable_in_group] == 1);
        CHECK(member_of(static_cast<std::size_t>(GroupKind::community))[Sum::vulnerable_in_group] == 0);
    }
    CHECK(counted([](OneHousehold&) {})[Sum::vulnerable] == 0);
    CHECK(counted([&](OneHousehold& c) {
              kinds[0](c);
              c.h().consumption[household] = 200000; // above one and a half lines
          })[Sum::vulnerable] == 0);
}

TEST_CASE("clients, their crises, needs and feelings are counted only of households with a case") {
    const auto set = [](OneHousehold& c) {
        c.h().crisis[household] = Crisis::job_loss;
        c.h().deficit[0][household] = c.h().deficit[3][household] = 0.8f;
        c.h().needs_known[household] = 1;
        c.h().stigma[household] = 0.25f;
    };
    const auto stranger = counted(set);
    CHECK(stranger[Sum::crises] == 1);
    CHECK(stranger[Sum::crises_with_case] == 0);
    CHECK(stranger[Sum::client_needs] == 0);
    const auto client = counted([&](OneHousehold& c) {
        set(c);
        c.h().traits[household] |= trait::has_case;
    });
    CHECK(client[Sum::crises_with_case] == 1);
    CHECK(client[Sum::clients] == 1);
    CHECK(client[Sum::client_needs] == 2);
    CHECK(client[Sum::client_needs_known] == 1);
    CHECK(client[Sum::client_stigma] == 0.25);
}

TEST_CASE("a district adds its seats, hours, requests and the tallies of its villages") {
    OneHousehold one;
    auto& district = one.world.districts[0];
    one.world.tick = 5;
    Seat seat;
    seat.full_time = 0.5;
    seat.fatigue = 0.4f;
    seat.cases = 7;
    seat.vacant_until = -1;
    district.seats = {seat, seat};
    district.seats[1].vacant_until = 9;
    district.hours.worked = 30;
    district.hours.travelled = 10;
    district.hours.idle = 5;
    district.requests.resize(3);
    district.tally.decided = 4;
    district.starts_a_month[0] = 2;
    auto& village = one.world.villages[0].tally;
    village.gross[0] = 1000;
    village.leaked[0] = 100;
    village.assets_lost = 77;
    const auto row = count_district(one.world, one.settings, district);
    const auto& sums = row.sums;
    CHECK(sums[Sum::full_time] == 1);
    CHECK(sums[Sum::vacant] == 0.5);
    CHECK(sums[Sum::fatigue] == Approx(0.4));
    CHECK(sums[Sum::open_cases] == 14);
    CHECK(sums[Sum::hours_field] == 40);
    CHECK(sums[Sum::hours_travelled] == 10);
    CHECK(sums[Sum::hours_idle] == 5);
    CHECK(sums[Sum::requests] == 3);
    CHECK(sums[Sum::decided] == 4);
    CHECK(sums[Sum::eligible_starts] == 2);
    CHECK(sums[Sum::gross] == 1000);
    CHECK(sums[Sum::leaked] == 100);
    CHECK(sums[Sum::assets_lost] == 77);
    CHECK(row.programmes[0].gross == 1000);
}

namespace {

/// The history of a household that was poor in these months, the oldest first.
std::uint32_t history_of(std::initializer_list<bool> months) {
    auto history = remembered::nothing;
    for (const bool poor : months) history = remembered::with_month(history, poor);
    return history;
}

} // namespace

TEST_CASE("a household that was poor a year ago and is not now counts its persons as having left") {
    const auto counted_with = [](std::uint32_t history) {
        return counted([&](OneHousehold& c) {
            c.h().size[household] = 4;
            c.h().poor_history[household] = history;
        });
    };
    auto year = history_of({true});
    for (int month = 0; month < 11; ++month) year = remembered::with_month(year, false);
    const auto shorter = counted_with(year);
    CHECK(shorter[Sum::poor_year_ago] + shorter[Sum::others_year_ago] == 0);
    const auto left = counted_with(remembered::with_month(year, false));
    CHECK(left[Sum::poor_year_ago] == 4);
    CHECK(left[Sum::poor_year_ago_and_now] == 0);
    CHECK(left[Sum::poor_two_years_ago] + left[Sum::others_two_years_ago] == 0);
    const auto stayed = counted_with(remembered::with_month(year, true));
    CHECK(stayed[Sum::poor_year_ago_and_now] == 4);
    auto two_years = remembered::with_month(year, false);
    for (int month = 0; month < 12; ++month) two_years = remembered::with_month(two_years, true);
    const auto later = counted_with(two_years);
    CHECK(later[Sum::poor_two_years_ago_and_now] == 4);
    CHECK(later[Sum::others_year_ago_poor_now] == 4);
}

TEST_CASE("a graduate is on its own after a year if it is not poor, has no case and draws no cash or food") {
    const auto after_a_year = [](const std::function<void(Households&)>& change) {
        return counted([&](OneHousehold& c) {
            c.world.tick = 32; // month 31 has been lived
            c.h().graduated[household] = 19;
            c.h().consumption[household] = 200000;
            change(c.h());
        });
    };
    const auto well = after_a_year([](Households&) {});
    CHECK(well[Sum::graduates_year_ago] == 1);
    CHECK(well[Sum::graduates_on_their_own] == 1);
    CHECK(well[Sum::graduates] == 0);
    const std::function<void(Households&)> setbacks[] = {
        [](Households& h) { h.consumption[household] = 120000; },
        [](Households& h) { h.enrolled[household] = 1; },
        [](Households& h) { h.traits[household] |= trait::has_case; }};
    for (const auto& setback : setbacks) {
        const auto back = after_a_year(setback);
        CHECK(back[Sum::graduates_year_ago] == 1);
        CHECK(back[Sum::graduates_on_their_own] == 0);
    }
    const auto now = after_a_year([](Households& h) { h.graduated[household] = 31; });
    CHECK(now[Sum::graduates] == 1);
    CHECK(now[Sum::graduates_year_ago] == 0);
    const auto never = after_a_year([](Households& h) { h.graduated[household] = graduation::none; });
    CHECK(never[Sum::graduates] + never[Sum::graduates_year_ago] == 0);
}

TEST_CASE("the gap before transfers is of what the household would consume without cash and food") {
    const auto one = counted([](OneHousehold& c) {
        c.h().size[household] = 2;
        c.h().transfer[household] = 50000;
    });
    CHECK(one[Sum::gap] == Approx(2 * 0.2));
    CHECK(one[Sum::gap_before] == Approx(2 * 0.6));
}

TEST_CASE("an eligible household counts for every group that it belongs to") {
    const auto one = counted([](OneHousehold& c) {
        c.h().eligible[household] = c.h().served[household] = 1;
        c.h().elders[household] = 1;
        c.world.villages[0].area = Area::rural;
    });
    for (const auto s : {Sum::elder_eligible, Sum::elder_served, Sum::rural_eligible, Sum::rural_served})
        CHECK(one[s] == 1);
    CHECK(one[Sum::disability_eligible] + one[Sum::female_head_eligible] == 0);
    CHECK(one.programmes[0][Sum::elder_served] == 1);
}

namespace {

/// A district of the small country after two years and a half, of which every sum has something to count.
struct LivedDistrict {
    Scenario scenario = small_country::scenario();
    World world = small_country::lived(scenario, 30);

    LivedDistrict() {
        auto& h = world.households;
        for (std::uint32_t i = 0; i < h.count(); ++i) {
            if (i % 7 == 0) h.graduated[i] = static_cast<std::int16_t>(world.tick - 1);
            if (i % 11 == 0) h.graduated[i] = static_cast<std::int16_t>(world.tick - 13);
            if (i % 5 == 0) h.traits[i] |= trait::has_case;
            if (i % 13 == 0) h.groups[i] |= 31u;
            if (i % 17 == 0) h.denied[i] |= h.eligible[i];
            if (i % 9 == 0)
                for (auto& deficit : h.deficit) deficit[i] = 0.9f;
            if (i % 6 == 0) h.enrolled[i] = h.served[i] = 0;
        }
        for (auto& agency : world.districts[0].agencies) agency.bias.fill(2.0f);
    }
};

const LivedDistrict& lived_district() {
    static const LivedDistrict district;
    return district;
}

} // namespace

TEST_CASE("every sum is what a count of one household after the other gives") {
    const auto& l = lived_district();
    const auto& district = l.world.districts[0];
    Sums found, expected;
    std::array<Sums, max_programmes> found_by_programme{}, expected_by_programme{};
    for (const auto area : {Area::urban, Area::rural}) {
        AreaCount counted;
        count_area(l.world, l.scenario.base, area, counted);
        for (const auto& tenth : counted.tenth) tenth.add_to(found, 1);
        for (std::size_t p = 0; p < max_programmes; ++p)
            counted.programme[p].add_to(found_by_programme[p], 1);
    }
    for (auto v = district.village_begin; v < district.village_end; ++v)
        for (auto i = l.world.villages[v].begin; i < l.world.villages[v].end; ++i)
            reference::count_household(l.world, l.scenario.base, l.world.villages[v], i, expected,
                                       expected_by_programme);
    for (std::size_t s = 0; s < first_district_sum; ++s) {
        INFO("sum " << s);
        if (s != static_cast<std::size_t>(Sum::eligible_starts)) CHECK(expected.value[s] > 0);
        CHECK(found.value[s] == Approx(expected.value[s]).epsilon(1e-6));
        if (unit_of(s) == 1) CHECK(found.value[s] == expected.value[s]);
        for (std::size_t p = 0; p < l.world.programme_count; ++p)
            if (s >= first_pair_sum)
                CHECK(found_by_programme[p].value[s] ==
                      Approx(expected_by_programme[p].value[s]).epsilon(1e-6));
    }
}

TEST_CASE("the sums of an area have the same bits with every instruction set") {
    const auto& l = lived_district();
    AreaCount first;
    count_area(l.world, l.scenario.base, Area::rural, first, InstructionSet::plain);
    for (const auto set : instruction_sets) {
        if (!machine_has(set)) continue;
        AreaCount counted;
        count_area(l.world, l.scenario.base, Area::rural, counted, set);
        for (std::size_t t = 0; t < tenth_count; ++t) CHECK(counted.tenth[t].value == first.tenth[t].value);
        for (std::size_t bin = 0; bin < money_bin_count; ++bin) {
            REQUIRE(counted.after[bin].consumption == first.after[bin].consumption);
            REQUIRE(counted.before[bin].benefits == first.before[bin].benefits);
        }
    }
}

TEST_CASE("a cell holds more households than its counters of a byte") {
    const auto world = tiny_world::of(std::vector<double>(3000, 100000));
    AreaCount counted;
    count_area(world, tiny_world::settings(), Area::urban, counted);
    CHECK(counted.head[0][Sum::households] == 3000);
    CHECK(counted.head[0][Sum::persons] == 3000);
}
