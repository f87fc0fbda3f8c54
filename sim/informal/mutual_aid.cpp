// SPDX-License-Identifier: Apache-2.0
// Mutual-aid groups (ODD 7.9). Members not in crisis pay in and members in crisis are paid out in the village
// phase; here the fund is settled:  fund' = fund + contributed - paid out - lost,  in whole rupiah. The
// payout of next month is set so that the fund would suffice were every member in crisis.
#include "informal/mutual_aid.hpp"

#include "base/half_life.hpp"
#include "base/many_draws.hpp"
#include "base/month.hpp"

#include <algorithm>

namespace tujuh {

bool is_meant_for(GroupKind kind, const Households& h, std::uint32_t i) noexcept {
    switch (kind) {
    case GroupKind::community:
        return true;
    case GroupKind::clients:
        return (h.traits[i] & trait::has_case) != 0;
    case GroupKind::female_head:
        return (h.traits[i] & trait::female_head) != 0;
    case GroupKind::disability:
        return h.disabled[i] > 0;
    case GroupKind::elder:
        return h.elders[i] > 0;
    }
    return false;
}

double dissolution_chance(double competence, const InformalParameters& p) noexcept {
    return 1.0 - exp(-p.dissolution * (1.0 - 0.9 * competence) / 12.0);
}

std::uint32_t groups_alive(const Village& village) noexcept {
    std::uint32_t alive = 0;
    for (const auto& group : village.groups) alive += group.alive ? 1u : 0u;
    return alive;
}

namespace {

std::uint8_t bit_of_group(GroupKind kind) noexcept {
    return static_cast<std::uint8_t>(1u << static_cast<unsigned>(kind));
}

void settle(const Village& village, std::size_t g, MutualAidGroup& group, const InformalParameters& p) {
    const auto& tally = village.tally;
    group.members = tally.members[g];
    group.fund_before = group.fund;
    group.fund += tally.contributed[g] - tally.paid_out[g];
    group.lost = static_cast<Rupiah>(static_cast<double>(group.fund) * p.loss / 12.0);
    group.fund -= group.lost;
}

/// What a member in crisis is paid next month; the fund suffices for all members.
void set_payout(const Village& village, std::size_t g, MutualAidGroup& group, const InformalParameters& p) {
    const Rupiah members = std::max<Rupiah>(1, group.members);
    const auto turn = static_cast<Rupiah>(p.payout * static_cast<double>(village.tally.contributed[g]) /
                                          static_cast<double>(members));
    group.payout = std::min(turn, group.fund / members);
}

/// Members take home equal shares of what is left in the fund.
void break_up(World& world, const Village& village, GroupKind kind, MutualAidGroup& group) {
    auto& h = world.households;
    const auto bit = bit_of_group(kind);
    Rupiah members = 0;
    for (auto i = village.begin; i < village.end; ++i) members += (h.groups[i] & bit) != 0 ? 1 : 0;
    for (auto i = village.begin; i < village.end; ++i) {
        if ((h.groups[i] & bit) == 0) continue;
        h.savings[i] += static_cast<float>(group.fund / members);
        h.groups[i] = static_cast<std::uint8_t>(h.groups[i] & ~bit);
    }
    group = {};
}

/// Households come and go once a year, in their own month. Who does is written down first: nobody can foresee
/// it, and a jump at each household would cost more.
void change_members(World& world, const Village& village, GroupKind kind, MutualAidGroup& group,
                    const InformalParameters& p) {
    constexpr std::uint32_t months = 12, own_month = 3;
    auto& h = world.households;
    const auto bit = bit_of_group(kind);
    const double leaves = 1.0 - exp(-12.0 * p.leaving_rate),
                 joins = (1.0 - exp(-12.0 * p.joining_rate)) * p.member_share;
    ManyDraws luck;
    std::fill_n(luck.sub_index, ManyDraws::most, static_cast<std::uint32_t>(kind));
    auto i = village.begin +
             numbers_to_turn(household_number(village, village.begin), world.tick, months, own_month);
    while (i < village.end) {
        std::size_t count = 0;
        const auto first = i;
        for (; i < village.end && count < ManyDraws::most; i += months)
            luck.entity[count++] = household_number(village, i);
        draw_words(luck, count, world.draws, world.tick, Purpose::group_membership);
        std::array<std::uint32_t, ManyDraws::most> moved;
        std::size_t moves = 0;
        for (std::uint32_t k = 0; k < count; ++k) {
            moved[moves] = first + k * months;
            const bool member = (h.groups[moved[moves]] & bit) != 0;
            moves += static_cast<std::size_t>(luck.happens(member ? leaves : joins, k));
        }
        for (std::size_t m = 0; m < moves; ++m) {
            const auto each = moved[m];
            const bool member = (h.groups[each] & bit) != 0;
            if (!member && !is_meant_for(kind, h, each)) continue;
            h.groups[each] ^= bit;
            group.members += member ? -1u : 1u;
        }
    }
}

} // namespace

void found_group(World& world, Village& village, GroupKind kind, double first, const InformalParameters& p) {
    auto& h = world.households;
    auto& group = village.groups[static_cast<std::size_t>(kind)];
    group = {};
    group.alive = true;
    group.formed = world.tick;
    group.competence = static_cast<float>(p.competence_start);
    ManyDraws luck;
    std::fill_n(luck.sub_index, ManyDraws::most, static_cast<std::uint32_t>(kind));
    std::array<std::uint32_t, ManyDraws::most> asked;
    for (auto next = village.begin; next < village.end;) {
        std::size_t count = 0;
        for (; next < village.end && count < ManyDraws::most; ++next) {
            asked[count] = next;
            luck.entity[count] = household_number(village, next);
            count += static_cast<std::size_t>(is_meant_for(kind, h, next));
        }
        draw_words(luck, count, world.draws, world.tick, Purpose::group_membership);
        for (std::size_t k = 0; k < count; ++k) {
            const bool joins = luck.happens(first, k);
            h.groups[asked[k]] =
                static_cast<std::uint8_t>(h.groups[asked[k]] | (joins ? bit_of_group(kind) : 0u));
            group.members += joins ? 1u : 0u;
        }
    }
}

void relax_bridging(Village& village, const RelaxationParameters& p) noexcept {
    const auto kept = static_cast<float>(monthly_retention(p.bridging));
    for (auto& group : village.groups) group.bridged *= kept;
    village.kin_bridged *= kept;
}

std::uint32_t informal_phase(World& world, Village& village, const InformalParameters& p) {
    std::uint32_t ended = 0;
    const auto kept = static_cast<float>(monthly_retention(p.competence_months));
    for (std::size_t g = 0; g < group_kind_count; ++g) {
        const auto kind = static_cast<GroupKind>(g);
        auto& group = village.groups[g];
        const auto happens = [&](double chance, std::uint32_t sub) {
            return world.draws.happens(chance, village.number, world.tick, Purpose::group_dissolution, sub);
        };
        if (!group.alive) {
            if (kind == GroupKind::community && happens(1.0 - exp(-p.founding / 12.0), 100))
                found_group(world, village, kind, p.member_share, p);
            continue;
        }
        settle(village, g, group, p);
        group.competence = relax(group.competence, static_cast<float>(p.competence_floor), kept);
        if (happens(dissolution_chance(static_cast<double>(group.competence), p),
                    static_cast<std::uint32_t>(g))) {
            break_up(world, village, kind, group);
            ++ended;
            continue;
        }
        change_members(world, village, kind, group, p);
        set_payout(village, g, group, p);
    }
    return ended;
}

} // namespace tujuh
