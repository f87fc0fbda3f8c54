// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/informal.hpp"
#include "parameters/relaxation.hpp"
#include "world/world.hpp"

namespace tujuh {

/// Whom a kind of group is meant for.
bool is_meant_for(GroupKind kind, const Households& h, std::uint32_t household) noexcept;

/// Chance a month that a group of this competence breaks up: the yearly hazard falls with competence to a
/// tenth.
double dissolution_chance(double competence, const InformalParameters& p) noexcept;

/// Founds a group in a village; the households for whom it is meant and who are asked join with chance
/// `first`.
void found_group(World& world, Village& village, GroupKind kind, double first, const InformalParameters& p);

/// One month of a village's groups (ODD 7.9): the fund takes in what members paid and gives what they were
/// paid, part of it is lost; members come and go; groups break up. Returns how many broke up.
std::uint32_t informal_phase(World& world, Village& village, const InformalParameters& p);

/// What groups, kin and neighbours know of the way into formal services is forgotten (ODD 7.0).
void relax_bridging(Village& village, const RelaxationParameters& p) noexcept;

/// Groups of a village that are alive.
std::uint32_t groups_alive(const Village& village) noexcept;

} // namespace tujuh
