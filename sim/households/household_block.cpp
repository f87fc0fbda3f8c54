// SPDX-License-Identifier: Apache-2.0
#include "households/household_block.hpp"

#include "base/side_by_side.hpp"
#include "world/entitlement.hpp"

#include <algorithm>

namespace tujuh {

namespace {

constexpr std::size_t most = HouseholdBlock::most;
using Reals = float[most];
using Integers = std::uint32_t[most];

template <class T, class Column> void copy_in(T (&to)[most], const Column& column, const HouseholdBlock& b) {
    for (std::size_t k = 0; k < b.count; ++k) to[k] = static_cast<T>(column[b.first + k]);
    std::fill(to + b.count, to + b.lanes(), to[b.count - 1]);
}

template <class T, class Column>
void copy_out(const T (&from)[most], Column& column, const HouseholdBlock& b) {
    using Value = typename Column::value_type;
    for (std::size_t k = 0; k < b.count; ++k) column[b.first + k] = static_cast<Value>(from[k]);
}

TUJUH_SIDE_BY_SIDE void draw(std::uint32_t (&to)[4][most], std::size_t lanes, const Draws& draws,
                             std::uint32_t first_number, std::int32_t tick, Purpose purpose) {
    const Draws keys = draws;
    for (std::size_t k = 0; k < lanes; ++k) {
        const Words words = keys.words(first_number + static_cast<std::uint32_t>(k), tick, purpose);
        to[0][k] = words.word[0], to[1][k] = words.word[1];
        to[2][k] = words.word[2], to[3][k] = words.word[3];
    }
}

/// Members by kind, to be turned into what rules and sub-models ask for.
struct Members {
    alignas(64) std::uint32_t size[most];
    std::uint32_t children[most], elders[most], disabled[most], schooling[most];
};

/// What rules ask of the members, written out by kind so that no choice is left inside the loop.
TUJUH_SIDE_BY_SIDE void apply_rules(HouseholdBlock& b, const Members& m, std::size_t lanes) {
    const auto required = [&](RequiredMembers which) -> Integers& {
        return b.has_required[static_cast<std::size_t>(which)];
    };
    const auto units = [&](BenefitUnit which) -> Integers& {
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

TUJUH_SIDE_BY_SIDE void describe(HouseholdBlock& b, const Members& m, std::size_t lanes) {
    constexpr std::uint32_t female_head = bit_of_group(VulnerableGroup::female_head);
    constexpr std::uint32_t disability = bit_of_group(VulnerableGroup::disability);
    constexpr std::uint32_t elder = bit_of_group(VulnerableGroup::elder);
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

/// Calls `visit(lanes of the block, column)` for each column that the steps side by side write.
template <class Block, class Columns, class Visit> void for_each_state(Block& b, Columns& h, Visit&& visit) {
    visit(b.permanent, h.permanent), visit(b.transitory, h.transitory);
    visit(b.resource_mean, h.resource_mean), visit(b.consumption, h.consumption),
        visit(b.transfer, h.transfer);
    visit(b.savings, h.savings), visit(b.debt, h.debt), visit(b.support, h.support);
    for (std::size_t d = 0; d < need_count; ++d) visit(b.deficit[d], h.deficit[d]);
    visit(b.morale, h.morale), visit(b.stigma, h.stigma), visit(b.capability, h.capability);
    visit(b.coping_efficiency, h.coping_efficiency), visit(b.preparedness, h.preparedness);
    visit(b.care_risk, h.care_risk);
}

} // namespace

void begin_month(HouseholdBlock& b, const World& world, std::uint32_t first_number) {
    const auto lanes = b.lanes();
    const auto draw_for = [&](std::uint32_t(&words)[4][most], Purpose purpose) {
        draw(words, lanes, world.draws, first_number, world.tick, purpose);
    };
    draw_for(b.month_words, Purpose::household_month);
    draw_for(b.change_words, Purpose::household_change);
    draw_for(b.fault_words, Purpose::service_fault);
    draw_for(b.knowledge_words, Purpose::household_knowledge);
    draw_for(b.application_words, Purpose::household_application);
    copy_in(b.permanent, world.households.permanent, b);
    for (Reals* cleared :
         {&b.begins, &b.in_crisis, &b.is_ill, &b.harmed, &b.loss, &b.cash, &b.premium, &b.aid})
        std::fill_n(*cleared, lanes, 0.0f);
    for (auto& relief : b.relief) std::fill_n(relief, lanes, 0.0f);
    std::fill_n(b.relief_cost, lanes, Rupiah{0});
}

void load(HouseholdBlock& b, const Households& h) {
    const auto lanes = b.lanes();
    for_each_state(b, h, [&](auto& to, const auto& column) { copy_in(to, column, b); });
    copy_in(b.permanent_start, h.permanent_start, b);
    copy_in(b.known, h.known, b), copy_in(b.pending, h.pending, b), copy_in(b.denied, h.denied, b);
    copy_in(b.enrolled, h.enrolled, b), copy_in(b.served, h.served, b), copy_in(b.groups, h.groups, b);
    copy_in(b.needs_known, h.needs_known, b), copy_in(b.traits, h.traits, b);
    copy_in(b.crisis_months, h.crisis_months, b);
    Members members;
    copy_in(members.size, h.size, b), copy_in(members.children, h.children, b);
    copy_in(members.elders, h.elders, b), copy_in(members.disabled, h.disabled, b);
    copy_in(members.schooling, h.schooling, b);
    describe(b, members, lanes);
    apply_rules(b, members, lanes);
}

void store(const HouseholdBlock& b, Households& h) {
    for_each_state(b, h, [&](const auto& from, auto& column) { copy_out(from, column, b); });
    copy_out(b.known, h.known, b);
    copy_out(b.eligible, h.eligible, b);
}

TUJUH_SIDE_BY_SIDE void remember(const HouseholdBlock& b, Households& h) {
    std::uint32_t* history = h.poor_history.data() + b.first;
    for (std::size_t k = 0; k < b.count; ++k)
        history[k] = remembered::with_month(history[k], b.lines[k] < 1.0f);
}

} // namespace tujuh
