// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/draws_side_by_side.hpp"
#include "base/stored_share.hpp"
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
inline constexpr std::uint32_t distressed = 1, outside = 2, doubtful = 4, due = 8;
}

/// What may happen to a household this month, to be settled one by one: only few have any.
namespace event {
inline constexpr std::uint32_t crisis = 1, listing = 2, safety = 4;
}

/// Up to 64 neighbouring households of a village, side by side (base/instruction_sets.hpp). Columns are
/// copied in and out. In the lanes from `count` to `lanes` nobody lives: no member of anything, otherwise as
/// the last household, and never copied out.
struct HouseholdBlock {
    static constexpr std::size_t most = most_side_by_side;
    static constexpr std::size_t lanes_a_vector = 16; ///< of the widest machine
    static constexpr std::uint32_t own_month = 1u << max_programmes;
    using Reals = float[most];
    using Integers = std::uint32_t[most];

    std::uint32_t first = 0, count = 0; ///< households of the world
    /// `count` rounded up to whole vectors.
    std::size_t lanes() const noexcept {
        return (count + lanes_a_vector - 1) / lanes_a_vector * lanes_a_vector;
    }

    // Random words of the month
    alignas(64) WordsSideBySide month_words, change_words, fault_words, knowledge_words, application_words;

    // Columns of `Households`
    Reals permanent_start, permanent, transitory, resource_mean, consumption, transfer, savings, debt,
        support, deficit[need_count], morale, stigma, capability, coping_efficiency, preparedness, care_risk;
    Integers traits, crisis, crisis_months, safety, known, eligible, pending, denied, enrolled, served,
        groups, needs_known;

    // Who lives there, as the sub-models read it: persons, shares of 1, and 0 or 1
    Reals size, schooling, dependants, has_children, needs_care;
    Integers has_required[4]; ///< [RequiredMembers] 0 or 1
    Integers units[4];        ///< [BenefitUnit]
    Integers vulnerable;      ///< bit a vulnerable group, as members and head say

    // The month as it goes on
    Integers events;                         ///< bits of `event`
    Reals begins, in_crisis, is_ill, harmed; ///< 0 or 1
    Reals loss;                              ///< share of resources, 0 without crisis
    Reals cash;                              ///< received, rupiah a household
    Reals premium, relief[need_count];       ///< received, 0-1
    std::int32_t gross[most], leaked[most];  ///< rupiah, of the programme that is paid out now
    std::int32_t relief_cost[most];          ///< rupiah, of services and assets received
    Reals resources;                         ///< rupiah a person
    Reals aid;                               ///< mutual aid, rupiah a household
    Reals accustomed, gap, sale_chance;      ///< coping
    Reals target[need_count];                ///< deficits before any service
    Reals bridged;                           ///< 0-1, way into services of its groups and kin
    Reals lines;                             ///< consumption in poverty lines
    Reals functioning;
    Integers turns; ///< bit a programme: its check falls in this month; and `own_month`
    Integers calls; ///< bits of `call`
    Integers files; ///< bit a programme: may ask for it this month, then asks for it
    Reals rounding; ///< 0-1, see StoredShare

    std::uint32_t listed = 0;
    std::uint8_t list[most]; ///< lanes that have something to settle, in their order
};

/// Lists the lanes in which one of these bits is set.
template <class Value>
inline void list_lanes(HouseholdBlock& b, const Value (&bits)[HouseholdBlock::most],
                       unsigned of = ~0u) noexcept {
    std::uint32_t listed = 0;
    for (std::uint32_t k = 0; k < b.count; ++k) {
        b.list[listed] = static_cast<std::uint8_t>(k);
        listed += (static_cast<unsigned>(bits[k]) & of) != 0 ? 1u : 0u;
    }
    b.listed = listed;
}

namespace detail {

/// What stands in the lanes where nobody lives.
enum class Empty : std::uint8_t { as_last, zero };

template <class Value> struct Stored { using Plain = Value; };
template <> struct Stored<StoredShare> {
    using Plain = std::uint16_t; // a struct would keep the loop from becoming vectors
};

template <class Lanes, class Column>
inline void copy_in(Lanes& to, const Column& column, const HouseholdBlock& b, Empty empty) {
    using Value = typename Column::value_type;
    using Plain = typename Stored<Value>::Plain;
    const std::size_t lanes = b.lanes();
    alignas(64) Plain stored[HouseholdBlock::most];
    std::memcpy(stored, static_cast<const void*>(column.data() + b.first), b.count * sizeof(Value));
    const Plain filling = empty == Empty::zero ? Plain{} : stored[b.count - 1];
    for (std::size_t k = b.count; k < lanes; ++k) stored[k] = filling;
    for (std::size_t k = 0; k < lanes; ++k)
        if constexpr (std::is_same_v<Value, StoredShare>)
            to[k] = StoredShare::share_of(stored[k]);
        else if constexpr (std::is_floating_point_v<Value>)
            to[k] = stored[k];
        else
            to[k] = static_cast<std::uint32_t>(stored[k]);
}

template <class Lanes, class Column>
inline void copy_out(const Lanes& from, Column& column, const HouseholdBlock& b) {
    using Value = typename Column::value_type;
    using Plain = typename Stored<Value>::Plain;
    const std::size_t lanes = b.lanes();
    alignas(64) Plain stored[HouseholdBlock::most];
    for (std::size_t k = 0; k < lanes; ++k)
        if constexpr (std::is_same_v<Value, StoredShare>)
            stored[k] = static_cast<Plain>(StoredShare::steps_of(from[k], b.rounding[k]));
        else
            stored[k] = static_cast<Plain>(from[k]);
    std::memcpy(static_cast<void*>(column.data() + b.first), stored, b.count * sizeof(Value));
}

/// Members by kind, to be turned into what rules and sub-models ask for.
struct Members {
    alignas(64) HouseholdBlock::Integers size, children, elders, disabled, schooling;
};

/// What rules ask of the members, written out by kind so that no choice is left inside the loop.
inline void apply_rules(HouseholdBlock& b, const Members& m) {
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
    const std::size_t lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t s = m.size[k], c = m.children[k], e = m.elders[k], d = m.disabled[k];
        none[k] = has_required_members(RequiredMembers::none, c, e, d);
        child[k] = has_required_members(RequiredMembers::child, c, e, d);
        any[k] = has_required_members(RequiredMembers::child_elder_or_disability, c, e, d);
        elder[k] = has_required_members(RequiredMembers::elder_or_disability, c, e, d);
        a_household[k] = static_cast<std::uint32_t>(benefit_units(BenefitUnit::household, s, c, e, d));
        a_person[k] = static_cast<std::uint32_t>(benefit_units(BenefitUnit::person, s, c, e, d));
        a_child[k] = static_cast<std::uint32_t>(benefit_units(BenefitUnit::child, s, c, e, d));
        a_dependant[k] = static_cast<std::uint32_t>(benefit_units(BenefitUnit::dependant, s, c, e, d));
    }
}

constexpr std::uint32_t bit_of_group(VulnerableGroup group) noexcept {
    return 1u << static_cast<unsigned>(group);
}

inline void describe(HouseholdBlock& b, const Members& m) {
    constexpr std::uint32_t female_head = bit_of_group(VulnerableGroup::female_head);
    constexpr std::uint32_t disability = bit_of_group(VulnerableGroup::disability);
    constexpr std::uint32_t elder = bit_of_group(VulnerableGroup::elder);
    const std::size_t lanes = b.lanes();
    for (std::size_t k = 0; k < lanes; ++k) {
        const std::uint32_t children = m.children[k], elders = m.elders[k], disabled = m.disabled[k];
        b.size[k] = real_of_integer(m.size[k]);
        b.schooling[k] = real_of_integer(m.schooling[k]) / 16.0f;
        b.dependants[k] = real_of_integer(children + elders + disabled) / b.size[k];
        b.has_children[k] = children > 0 ? 1.0f : 0.0f;
        b.needs_care[k] = elders + disabled > 0 ? 1.0f : 0.0f;
        b.vulnerable[k] = ((b.traits[k] & trait::female_head) != 0 ? female_head : 0u) |
                          (disabled > 0 ? disability : 0u) | (elders > 0 ? elder : 0u);
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
}

/// The same for columns of bits and kinds.
template <class Block, class Columns, class Visit> void for_each_mark(Block& b, Columns& h, Visit&& visit) {
    visit(b.traits, h.traits), visit(b.crisis, h.crisis), visit(b.crisis_months, h.crisis_months);
    visit(b.safety, h.safety), visit(b.known, h.known), visit(b.denied, h.denied);
    visit(b.served, h.served), visit(b.needs_known, h.needs_known);
}

} // namespace detail

/// Draws the words of the month for the households `first_number`, `first_number` + 1, ..., and clears what
/// the month will write.
inline void begin_month(HouseholdBlock& b, const World& world, std::uint32_t first_number,
                        InstructionSet instructions) {
    const auto lanes = b.lanes();
    const auto draw_for = [&](WordsSideBySide& words, Purpose purpose) {
        draw_side_by_side(instructions, words, lanes, world.draws, first_number, world.tick, purpose);
    };
    draw_for(b.month_words, Purpose::household_month);
    draw_for(b.change_words, Purpose::household_change);
    draw_for(b.fault_words, Purpose::service_fault);
    draw_for(b.knowledge_words, Purpose::household_knowledge);
    draw_for(b.application_words, Purpose::household_application);
    for (auto* cleared : {&b.begins, &b.cash, &b.premium, &b.aid}) std::fill_n(*cleared, lanes, 0.0f);
    std::fill_n(b.relief_cost, lanes, 0);
    for (auto& relief : b.relief) std::fill_n(relief, lanes, 0.0f);
    // The shock's draw leaves the low nine bits of its word. Seven of them: so 1 is never rounded up.
    for (std::size_t k = 0; k < lanes; ++k)
        b.rounding[k] = (real_of_integer(b.month_words[1][k] & 127u) + 0.5f) / 128.0f;
}

/// Asks for the columns of the next block while this one is worked on. There are more columns than streams
/// that the hardware follows by itself.
inline void fetch_ahead(const HouseholdBlock& b, const Households& h) {
    const std::size_t next = b.first + b.count;
    if (next >= h.count()) return;
    for_each_column(h, [next](const auto& column) {
        const auto* bytes = reinterpret_cast<const char*>(column.data() + next);
        for (std::size_t at = 0; at < HouseholdBlock::most * sizeof(column[0]); at += 64)
            __builtin_prefetch(bytes + at, 1);
    });
}

/// Copies the columns in and describes the members.
inline void load(HouseholdBlock& b, const Households& h) {
    using detail::Empty;
    const auto visit = [&](auto& to, const auto& column) { detail::copy_in(to, column, b, Empty::as_last); };
    const auto mark = [&](auto& to, const auto& column) { detail::copy_in(to, column, b, Empty::zero); };
    detail::for_each_state(b, h, visit);
    detail::for_each_mark(b, h, mark);
    visit(b.permanent_start, h.permanent_start);
    mark(b.pending, h.pending), mark(b.enrolled, h.enrolled), mark(b.groups, h.groups);
    detail::Members members;
    visit(members.size, h.size), visit(members.children, h.children), visit(members.elders, h.elders);
    visit(members.disabled, h.disabled), visit(members.schooling, h.schooling);
    detail::describe(b, members);
    detail::apply_rules(b, members);
}

/// Copies back what the month has written, and adds to what is remembered of who was poor.
inline void store(const HouseholdBlock& b, Households& h) {
    const auto visit = [&](const auto& from, auto& column) { detail::copy_out(from, column, b); };
    detail::for_each_state(b, h, visit);
    detail::for_each_mark(b, h, visit);
    visit(b.consumption, h.consumption), visit(b.transfer, h.transfer), visit(b.eligible, h.eligible);
    std::uint32_t* history = h.poor_history.data() + b.first;
    for (std::size_t k = 0; k < b.count; ++k)
        history[k] = remembered::with_month(history[k], b.lines[k] < 1.0f);
}

} // namespace tujuh
