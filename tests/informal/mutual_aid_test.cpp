// SPDX-License-Identifier: Apache-2.0
#include "informal/mutual_aid.hpp"

#include "catch.hpp"
#include "world/small_country.hpp"

#include <cmath>

using namespace tujuh;

namespace {

constexpr std::size_t community = static_cast<std::size_t>(GroupKind::community);

InformalParameters parameters() {
    return default_parameters().informal;
}

/// No group breaks up, is founded, gains or loses members or money by itself.
InformalParameters quiet() {
    auto p = parameters();
    p.dissolution = p.founding = p.joining_rate = p.leaving_rate = p.loss = 0;
    return p;
}

World without_groups() {
    auto scenario = small_country::scenario();
    scenario.base.parameters.informal.village_share = 0;
    return small_country::lived(scenario, 0);
}

std::uint32_t members_of(const World& world, const Village& village, std::size_t kind) {
    std::uint32_t members = 0;
    for (auto i = village.begin; i < village.end; ++i) members += has_bit(world.households.groups[i], kind);
    return members;
}

/// A village whose community group has these members and fund, and this month's money.
Village& prepared(World& world, std::uint32_t members, Rupiah fund, Rupiah contributed, Rupiah paid_out) {
    auto& village = world.villages[0];
    auto& group = village.groups[community];
    group.alive = true;
    group.formed = world.tick - 12;
    group.members = members;
    group.fund = fund;
    group.competence = 0.5f;
    village.tally.members[community] = members;
    village.tally.contributed[community] = contributed;
    village.tally.paid_out[community] = paid_out;
    for (std::uint32_t i = 0; i < members; ++i) world.households.groups[village.begin + i] |= 1u << community;
    return village;
}

} // namespace

TEST_CASE("a group is meant for everybody, clients, female heads, persons with disability or elders") {
    Households h;
    h.resize(5);
    h.traits[1] = trait::has_case;
    h.traits[2] = trait::female_head;
    h.disabled[3] = 1;
    h.elders[4] = 2;
    for (std::uint32_t i = 0; i < 5; ++i) {
        CHECK(is_meant_for(GroupKind::community, h, i));
        CHECK(is_meant_for(GroupKind::clients, h, i) == (i == 1));
        CHECK(is_meant_for(GroupKind::female_head, h, i) == (i == 2));
        CHECK(is_meant_for(GroupKind::disability, h, i) == (i == 3));
        CHECK(is_meant_for(GroupKind::elder, h, i) == (i == 4));
    }
}

TEST_CASE("groups survive a year with exp(-hazard), and full competence takes nine tenths of it away") {
    const auto p = parameters();
    const auto a_year = [&](double competence) {
        return std::pow(1 - dissolution_chance(competence, p), 12);
    };
    CHECK(a_year(0) == Approx(std::exp(-p.dissolution)));
    CHECK(a_year(1) == Approx(std::exp(-p.dissolution / 10)));
    CHECK(a_year(0.7) > a_year(0.3));
}

TEST_CASE("a fund takes in contributions, gives payouts and loses its share, in whole rupiah") {
    auto world = without_groups();
    auto& village = prepared(world, 10, 1000000, 120000, 20001);
    auto p = quiet();
    p.loss = 0.12;
    CHECK(informal_phase(world, village, p) == 0);
    const auto& group = village.groups[community];
    CHECK(group.fund == 1099999 - 10999);
    CHECK(group.fund == group.fund_before + 120000 - 20001 - group.lost);
    CHECK(group.members == 10);
}

TEST_CASE("a member in crisis is paid some months of contributions, as far as the fund would go round") {
    auto p = quiet();
    p.payout = 6;
    SECTION("a full fund") {
        auto world = without_groups();
        auto& village = prepared(world, 10, 10000000, 50000, 0);
        informal_phase(world, village, p);
        CHECK(village.groups[community].payout == 6 * 50000 / 10);
    }
    SECTION("an empty one") {
        auto world = without_groups();
        auto& village = prepared(world, 10, 1000, 50000, 0);
        informal_phase(world, village, p);
        const auto& group = village.groups[community];
        CHECK(group.payout == 51000 / 10);
        CHECK(group.payout * group.members <= group.fund);
    }
}

TEST_CASE("competence falls back to its floor with its half-life") {
    auto world = without_groups();
    auto& village = prepared(world, 10, 0, 0, 0);
    auto p = quiet();
    village.groups[community].competence = 0.95f;
    for (int month = 0; month < static_cast<int>(p.competence_months); ++month)
        informal_phase(world, village, p);
    CHECK(village.groups[community].competence == Approx((0.95 + p.competence_floor) / 2).epsilon(1e-4));
}

TEST_CASE("a group that breaks up leaves no member, no fund and no payout") {
    auto world = without_groups();
    auto& village = prepared(world, 10, 1000000, 0, 0);
    auto p = quiet();
    p.dissolution = 1e9;
    CHECK(informal_phase(world, village, p) == 1);
    CHECK(members_of(world, village, community) == 0);
    CHECK(groups_alive(village) == 0);
    CHECK(village.groups[community].fund == 0);
    CHECK(village.groups[community].payout == 0);
}

TEST_CASE("members of a group that breaks up take home equal shares of its fund") {
    auto world = without_groups();
    auto& village = prepared(world, 10, 1000000, 0, 0);
    const auto before = world.households.savings;
    const auto groups = world.households.groups;
    auto p = quiet();
    p.dissolution = 1e9;
    informal_phase(world, village, p);
    for (auto i = village.begin; i < village.end; ++i)
        CHECK(world.households.savings[i] - before[i] == Approx(groups[i] != 0 ? 100000 : 0).margin(1));
}

TEST_CASE("a village founds a community group as often as declared, and only that kind by itself") {
    auto world = without_groups();
    auto p = quiet();
    p.founding = 1e9;
    for (auto& village : world.villages) {
        informal_phase(world, village, p);
        CHECK(village.groups[community].alive);
        CHECK(groups_alive(village) == 1);
        CHECK(village.groups[community].members == members_of(world, village, community));
    }
    auto quiet_world = without_groups();
    for (auto& village : quiet_world.villages) {
        informal_phase(quiet_world, village, quiet());
        CHECK(groups_alive(village) == 0);
    }
}

TEST_CASE("a new group takes in all it is meant for at a chance of 1, nobody at 0") {
    auto world = without_groups();
    auto& village = world.villages[3];
    std::uint32_t elders = 0;
    for (auto i = village.begin; i < village.end; ++i) elders += world.households.elders[i] > 0 ? 1u : 0u;
    REQUIRE(elders > 0);
    const auto kind = static_cast<std::size_t>(GroupKind::elder);
    found_group(world, village, GroupKind::elder, 0, parameters());
    CHECK(village.groups[kind].members == 0);
    found_group(world, village, GroupKind::elder, 1, parameters());
    CHECK(village.groups[kind].members == elders);
    CHECK(members_of(world, village, kind) == elders);
    CHECK(village.groups[kind].formed == world.tick);
}

TEST_CASE("members come and go once a year, at the declared rates") {
    // 4.9 standard errors of a binomial: error probability 1e-6.
    auto world = without_groups();
    auto p = quiet();
    p.joining_rate = 0.03;
    p.leaving_rate = 0.02;
    p.member_share = 0.5;
    double joined = 0, left = 0, outside = 0, inside = 0;
    std::vector<bool> was_member;
    for (auto& village : world.villages) {
        village.groups[community] = {};
        found_group(world, village, GroupKind::community, 0.5, p);
        for (auto i = village.begin; i < village.end; ++i)
            was_member.push_back(has_bit(world.households.groups[i], community));
    }
    for (int month = 0; month < 12; ++month, ++world.tick)
        for (auto& village : world.villages) {
            village.tally.members[community] = members_of(world, village, community);
            informal_phase(world, village, p);
            CHECK(village.groups[community].members == members_of(world, village, community));
        }
    for (std::uint32_t i = 0; i < world.household_count(); ++i) {
        const bool is_member = has_bit(world.households.groups[i], community);
        (was_member[i] ? inside : outside) += 1;
        if (was_member[i] && !is_member) left += 1;
        if (!was_member[i] && is_member) joined += 1;
    }
    const auto near = [](double count, double of, double chance) {
        return std::fabs(count - of * chance) < 4.9 * std::sqrt(of * chance * (1 - chance));
    };
    CHECK(near(left, inside, 1 - std::exp(-12 * 0.02)));
    CHECK(near(joined, outside, 0.5 * (1 - std::exp(-12 * 0.03))));
}

TEST_CASE("what groups pay out never exceeds what they hold, in years with a crisis in every house") {
    auto scenario = small_country::scenario();
    scenario.base.parameters.shocks.job_loss = 3;
    scenario.base.parameters.informal.payout = 60;
    World world = build_world(scenario, 0, in_order);
    Rupiah paid_out = 0;
    for (int month = 0; month < 36; ++month) {
        REQUIRE_FALSE(tick(world, scenario.base, in_order));
        for (const auto& village : world.villages)
            for (std::size_t g = 0; g < group_kind_count; ++g) {
                REQUIRE(village.groups[g].fund >= 0);
                paid_out += village.tally.paid_out[g];
            }
    }
    CHECK(paid_out > 0);
}

TEST_CASE("half of a group's way into services is forgotten after the half-life") {
    Village village;
    village.groups[0].bridged = 0.8f;
    village.kin_bridged = 0.4f;
    RelaxationParameters p = default_parameters().relaxation;
    p.bridging = 12;
    for (int month = 0; month < 12; ++month) relax_bridging(village, p);
    CHECK(village.groups[0].bridged == Approx(0.4));
    CHECK(village.kin_bridged == Approx(0.2));
}
