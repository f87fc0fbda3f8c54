// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/chance_of_half.hpp"
#include "base/fetch_ahead.hpp"
#include "base/lane_bits.hpp"
#include "base/many_draws.hpp"
#include "base/stored_share.hpp"
#include "base/whole_vectors.hpp"
#include "world/columns.hpp"
#include "world/entitlement.hpp"
#include "world/world.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace tujuh {

/// For what a household calls on agencies and workers.
namespace call {
inline constexpr std::uint8_t distressed = 1, outside = 2, doubtful = 4, due = 8;
}

/// Which of the halves of the month's second draw is for what.
namespace change {
inline constexpr std::size_t papers = 0, informed = 1, transport = 2, denial = 3, misuse = 4,
                             knowledge = 5, ///< of programmes, turned for each
    service = 6, ///< likewise: in a programme, faults and repairs; outside it, asking for it
    need = 7;
}

/// What may happen to a household this month, to be settled one by one: only few have any.
namespace event {
inline constexpr std::uint8_t papers = 1, misuse = 2, need = 4, listing = 8, crisis = 16, safety = 32;
}

/// Up to 64 neighbouring households of a village, side by side (base/instruction_sets.hpp). Columns are
/// copied in and out. Numbers are floats, marks and small counts bytes, so that one vector holds those of
/// all 64. In the lanes from `count` on nobody lives: marks are 0, numbers those of the last household, and
/// nothing is copied out.
struct HouseholdBlock {
    static constexpr std::size_t most = most_side_by_side;
    static constexpr std::size_t lanes_a_vector = 16; ///< floats, on the widest machine
    using Reals = float[most];
    using Marks = std::uint8_t[most];
    using Halves = std::uint16_t[8][most]; ///< of the four words of a draw, low halves at even places

    std::uint32_t first = 0, count = 0; ///< households of the world
    /// `count` rounded up to whole vectors.
    std::size_t lanes() const noexcept {
        return (count + lanes_a_vector - 1) / lanes_a_vector * lanes_a_vector;
    }

    // Random numbers of the month
    alignas(64) WordsSideBySide month_words, safety_words; ///< the latter where safety may change
    Halves month_halves, change_halves;

    // Columns of `Households`
    Reals permanent_start, permanent, transitory, resource_mean, consumption, transfer, savings, debt,
        support, deficit[need_count], morale, stigma, capability, coping_efficiency, preparedness, care_risk;
    Marks traits, crisis, crisis_months, safety, known, eligible, pending, denied, enrolled, served, groups,
        needs_known, members, children, elders, disabled, years_of_schooling;

    // Who lives there, as the sub-models read it: persons, shares of 1, and 0 or 1
    Reals size, schooling, dependants, has_children, needs_care;
    Marks has_required[4]; ///< [RequiredMembers] 0 or 1
    Marks units[4];        ///< [BenefitUnit]
    Marks vulnerable;      ///< bit a vulnerable group, as members and head say

    // The month as it goes on
    Marks events;                              ///< bits of `event`
    Reals begins, in_crisis, is_ill, harmed;   ///< 0 or 1
    Reals crisis_length;                       ///< months
    Reals without_papers, in_group;            ///< 0 or 1
    Reals loss;                                ///< share of resources, 0 without crisis
    Reals cash;                                ///< received, rupiah a household
    Reals cash_kept;                           ///< share of cash that is not misused
    Reals premium, relief[need_count];         ///< received, 0-1
    std::int32_t gross[most], delivered[most]; ///< rupiah, of the programme that is paid out now
    std::int32_t relief_cost[most];            ///< rupiah, of services and assets received
    Reals use;                                 ///< 0-1, how far what is delivered comes to use
    Reals resources;                           ///< rupiah a person
    Reals contribution;                        ///< to one mutual-aid group, whole rupiah a household
    Reals aid;                                 ///< mutual aid, rupiah a household
    Reals accustomed, gap, sale_chance;        ///< coping
    Reals target[need_count];                  ///< deficits before any service
    Reals lines;                               ///< consumption in poverty lines
    Reals functioning;
    Marks sells;      ///< may have to sell what it lives from
    Marks own_month;  ///< its month of the year for checks
    Marks turns;      ///< bit a programme: its check falls in this month
    Marks calls;      ///< bits of `call`
    Marks files;      ///< bit a programme: may ask for it this month
    Reals rounding;   ///< 0-1, see StoredShare
    DrawnFor numbers; ///< nation-wide
};

namespace detail {

/// As std::memcpy.
template <class Value>
[[gnu::always_inline]] inline void copy_values(void* to, const void* from, std::size_t count) noexcept {
    if (count >= HouseholdBlock::most)
        copy_whole<HouseholdBlock::most * sizeof(Value)>(to, from);
    else
        std::memcpy(to, from, count * sizeof(Value));
}

template <class Column>
inline void copy_in(HouseholdBlock::Marks& to, const Column& column, const HouseholdBlock& b) {
    static_assert(sizeof(typename Column::value_type) == 1);
    if (b.count < HouseholdBlock::most) clear(to);
    copy_values<std::uint8_t>(to, column.data() + b.first, b.count);
}

template <class Column>
inline void copy_in(HouseholdBlock::Reals& to, const Column& column, const HouseholdBlock& b) {
    using Value = typename Column::value_type;
    const std::size_t lanes = b.lanes();
    if constexpr (std::is_same_v<Value, StoredShare>) {
        alignas(64) std::uint16_t steps[HouseholdBlock::most]; // of structs the loop would not become vectors
        copy_values<Value>(steps, column.data() + b.first, b.count);
        for (std::size_t k = b.count; k < lanes; ++k) steps[k] = steps[b.count - 1];
        for (std::size_t k = 0; k < lanes; ++k) to[k] = StoredShare::share_of(steps[k]);
    } else {
        copy_values<Value>(to, column.data() + b.first, b.count);
        for (std::size_t k = b.count; k < lanes; ++k) to[k] = to[b.count - 1];
    }
}

template <class Column>
inline void copy_out(const HouseholdBlock::Marks& from, Column& column, const HouseholdBlock& b) {
    copy_values<std::uint8_t>(column.data() + b.first, from, b.count);
}

template <class Column>
inline void copy_out(const HouseholdBlock::Reals& from, Column& column, const HouseholdBlock& b) {
    using Value = typename Column::value_type;
    if constexpr (std::is_same_v<Value, StoredShare>) {
        const std::size_t lanes = b.lanes();
        alignas(64) std::uint16_t steps[HouseholdBlock::most];
        for (std::size_t k = 0; k < lanes; ++k)
            steps[k] = static_cast<std::uint16_t>(StoredShare::steps_of(from[k], b.rounding[k]));
        copy_values<Value>(column.data() + b.first, steps, b.count);
    } else {
        copy_values<Value>(column.data() + b.first, from, b.count);
    }
}

inline void split(HouseholdBlock::Halves& to, const WordsSideBySide& words) noexcept {
    for (std::size_t w = 0; w < 4; ++w)
        for (std::size_t k = 0; k < HouseholdBlock::most; ++k) {
            to[2 * w][k] = half_below_last(words[w][k]);
            to[2 * w + 1][k] = half_below_last(words[w][k] >> 16);
        }
}

/// What rules ask of the members, written out by kind so that no choice is left inside the loop.
inline void apply_rules(HouseholdBlock& b) {
    const auto required = [&](RequiredMembers which) -> auto& {
        return b.has_required[static_cast<std::size_t>(which)];
    };
    const auto units = [&](BenefitUnit which) -> auto& {
        return b.units[static_cast<std::size_t>(which)];
    };
    auto& none = required(RequiredMembers::none);
    auto& child = required(RequiredMembers::child);
    auto& any = required(RequiredMembers::child_elder_or_disability);
    auto& elder = required(RequiredMembers::elder_or_disability);
    auto& a_household = units(BenefitUnit::household);
    auto& a_person = units(BenefitUnit::person);
    auto& a_child = units(BenefitUnit::child);
    auto& a_dependant = units(BenefitUnit::dependant);
    for (std::size_t k = 0; k < HouseholdBlock::most; ++k) {
        const std::uint8_t s = b.members[k], c = b.children[k], e = b.elders[k], d = b.disabled[k];
        none[k] = has_required_members(RequiredMembers::none, c, e, d);
        child[k] = has_required_members(RequiredMembers::child, c, e, d);
        any[k] = has_required_members(RequiredMembers::child_elder_or_disability, c, e, d);
        elder[k] = has_required_members(RequiredMembers::elder_or_disability, c, e, d);
        a_household[k] = static_cast<std::uint8_t>(benefit_units(BenefitUnit::household, s, c, e, d));
        a_person[k] = static_cast<std::uint8_t>(benefit_units(BenefitUnit::person, s, c, e, d));
        a_child[k] = static_cast<std::uint8_t>(benefit_units(BenefitUnit::child, s, c, e, d));
        a_dependant[k] = static_cast<std::uint8_t>(benefit_units(BenefitUnit::dependant, s, c, e, d));
    }
}

constexpr std::uint8_t bit_of_group(VulnerableGroup group) noexcept {
    return static_cast<std::uint8_t>(1u << static_cast<unsigned>(group));
}

inline void describe(HouseholdBlock& b) {
    constexpr std::uint8_t female_head = bit_of_group(VulnerableGroup::female_head);
    constexpr std::uint8_t disability = bit_of_group(VulnerableGroup::disability);
    constexpr std::uint8_t elder = bit_of_group(VulnerableGroup::elder);
    HouseholdBlock::Marks dependants;
    for (std::size_t k = 0; k < HouseholdBlock::most; ++k) {
        dependants[k] = static_cast<std::uint8_t>(b.children[k] + b.elders[k] + b.disabled[k]);
        b.vulnerable[k] =
            static_cast<std::uint8_t>((b.traits[k] & trait::female_head) != 0 ? female_head : 0) |
            static_cast<std::uint8_t>(b.disabled[k] > 0 ? disability : 0) |
            static_cast<std::uint8_t>(b.elders[k] > 0 ? elder : 0);
    }
    for (std::size_t k = 0; k < HouseholdBlock::most; ++k) {
        b.size[k] = real_of_integer(b.members[k]);
        b.schooling[k] = real_of_integer(b.years_of_schooling[k]) / 16.0f;
        b.dependants[k] = real_of_integer(dependants[k]) / b.size[k];
        b.has_children[k] = b.children[k] > 0 ? 1.0f : 0.0f;
        b.needs_care[k] = b.elders[k] + b.disabled[k] > 0 ? 1.0f : 0.0f;
    }
}

/// Calls `visit(lanes of the block, column)` for each column that a month changes for all households.
template <class Block, class Columns, class Visit> void for_each_state(Block& b, Columns& h, Visit&& visit) {
    visit(b.permanent, h.permanent), visit(b.transitory, h.transitory);
    visit(b.resource_mean, h.resource_mean);
    visit(b.savings, h.savings), visit(b.debt, h.debt), visit(b.support, h.support);
    for (std::size_t d = 0; d < need_count; ++d) visit(b.deficit[d], h.deficit[d]);
    visit(b.morale, h.morale), visit(b.stigma, h.stigma), visit(b.capability, h.capability);
    visit(b.coping_efficiency, h.coping_efficiency), visit(b.preparedness, h.preparedness);
    visit(b.care_risk, h.care_risk);
    visit(b.traits, h.traits), visit(b.crisis, h.crisis), visit(b.crisis_months, h.crisis_months);
    visit(b.safety, h.safety), visit(b.known, h.known), visit(b.denied, h.denied);
    visit(b.served, h.served), visit(b.needs_known, h.needs_known);
}

/// The same for all columns that a month reads, and all that it writes, but the memory of who was poor.
template <class Block, class Columns, class Visit> void for_each_loaded(Block& b, Columns& h, Visit&& visit) {
    for_each_state(b, h, visit);
    visit(b.permanent_start, h.permanent_start);
    visit(b.pending, h.pending), visit(b.enrolled, h.enrolled), visit(b.groups, h.groups);
    visit(b.members, h.size), visit(b.children, h.children), visit(b.elders, h.elders);
    visit(b.disabled, h.disabled), visit(b.years_of_schooling, h.schooling);
}
template <class Block, class Columns, class Visit> void for_each_stored(Block& b, Columns& h, Visit&& visit) {
    for_each_state(b, h, visit);
    visit(b.consumption, h.consumption), visit(b.transfer, h.transfer), visit(b.eligible, h.eligible);
}

} // namespace detail

/// Draws the words of the month for the households `first_number`, `first_number` + 1, ..., and clears what
/// the month will add up.
inline void begin_month(HouseholdBlock& b, const World& world, std::uint32_t first_number,
                        InstructionSet instructions) {
    for (std::uint32_t k = 0; k < HouseholdBlock::most; ++k) b.numbers.entity[k] = first_number + k;
    const auto draw = [&](WordsSideBySide& words, Purpose purpose) {
        if (b.count < HouseholdBlock::most)
            for (auto& row : words) clear(row);
        draw_words(instructions, words, b.numbers, b.count, world.draws, world.tick, purpose);
    };
    alignas(64) WordsSideBySide words;
    draw(b.month_words, Purpose::household_month);
    detail::split(b.month_halves, b.month_words);
    draw(words, Purpose::household_change);
    detail::split(b.change_halves, words);
    // The shock's draw leaves the low nine bits of its word. Seven of them: so 1 is never rounded up.
    const auto lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k)
        b.rounding[k] = (real_of_integer(b.month_words[1][k] & 127u) + 0.5f) / 128.0f;
    clear(b.begins), clear(b.in_crisis), clear(b.is_ill), clear(b.harmed), clear(b.loss);
    clear(b.cash), clear(b.premium), clear(b.aid), clear(b.relief_cost);
    for (auto& relief : b.relief) clear(relief);
}

/// Asks for one of the eight shares of the columns of the next block while this one is worked on.
template <int share>
[[gnu::always_inline]] inline void fetch_next_block(const HouseholdBlock& b, const Households& h) {
    const std::size_t next = b.first + b.count;
    if (next + HouseholdBlock::most > h.count()) return;
    int column_number = 0;
    for_each_column(
        h, [ next, &column_number ](const auto& column) __attribute__((always_inline)) {
            if (column_number++ % column_shares == share)
                fetch_next_lanes<HouseholdBlock::most>(column, next);
        });
}

/// Copies the columns in and describes the members.
inline void load(HouseholdBlock& b, const Households& h) {
    detail::for_each_loaded(b, h, [&](auto& to, const auto& column) { detail::copy_in(to, column, b); });
    for (std::size_t k = b.count; k < HouseholdBlock::most; ++k) b.members[k] = 1; // somebody to divide by
    detail::describe(b);
    detail::apply_rules(b);
}

/// Copies back what the month has written, and adds to what is remembered of who was poor.
inline void store(const HouseholdBlock& b, Households& h) {
    detail::for_each_stored(b, h, [&](const auto& from, auto& column) { detail::copy_out(from, column, b); });
    alignas(64) std::uint32_t history[HouseholdBlock::most]; // a copy, which cannot overlap the lanes
    auto* const remembers = h.poor_history.data() + b.first;
    detail::copy_values<std::uint32_t>(history, remembers, b.count);
    for (std::size_t k = 0; k < b.count; ++k)
        history[k] = remembered::with_month(history[k], b.lines[k] < 1.0f);
    detail::copy_values<std::uint32_t>(remembers, history, b.count);
}

} // namespace tujuh
