// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/programme.hpp"
#include "world/households.hpp"
#include "world/policy_state.hpp"

#include <algorithm>

/// What a programme's rules say of a household's members.
namespace tujuh {

/// Benefit units of a household, in the programme's unit.
inline Rupiah benefit_units(BenefitUnit unit, unsigned size, unsigned children, unsigned elders,
                            unsigned disabled) noexcept {
    switch (unit) {
    case BenefitUnit::household:
        return 1;
    case BenefitUnit::person:
        return size;
    case BenefitUnit::child:
        return children;
    case BenefitUnit::dependant:
        return std::min(4u, children + elders + disabled);
    }
    return 0;
}

/// Whether the members that a programme requires live in the household.
inline bool has_required_members(RequiredMembers required, unsigned children, unsigned elders,
                                 unsigned disabled) noexcept {
    switch (required) {
    case RequiredMembers::none:
        return true;
    case RequiredMembers::child:
        return children > 0;
    case RequiredMembers::child_elder_or_disability:
        return children + elders + disabled > 0;
    case RequiredMembers::elder_or_disability:
        return elders + disabled > 0;
    }
    return false;
}

inline bool meets_conditions(const Programme& programme, const Households& h, std::uint32_t i) noexcept {
    return has_required_members(programme.required, h.children[i], h.elders[i], h.disabled[i]);
}

inline Rupiah units_of(const Programme& programme, const Households& h, std::uint32_t i) noexcept {
    return benefit_units(programme.benefit_per, h.size[i], h.children[i], h.elders[i], h.disabled[i]);
}

/// The need that a programme relieves most; livelihood where it declares none.
inline std::size_t main_need_of(const Programme& programme) noexcept {
    std::size_t main = 0;
    for (std::size_t d = 0; d < need_count; ++d)
        if (programme.relief[d] > programme.relief[main]) main = d;
    return main;
}

inline bool relieves_directly(const Programme& programme) noexcept {
    return programme.kind == ProgrammeKind::service || programme.kind == ProgrammeKind::asset;
}

inline bool pays_in_cash_or_food(const Programme& programme) noexcept {
    return programme.kind == ProgrammeKind::cash || programme.kind == ProgrammeKind::food;
}

/// Whether a household without papers is turned away here.
inline bool asks_for_papers(const Programme& programme, const Levers& levers, std::size_t index) noexcept {
    return programme.documents_required > 0 && !has_bit(levers.waived, index);
}

} // namespace tujuh
