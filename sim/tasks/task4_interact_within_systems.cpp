// SPDX-License-Identifier: Apache-2.0
// Task 4. Facilitate interaction within resource systems (Sukoco 2021; Pincus & Minahan 1973).
// Information between parts, the weak part, the sub-unit's own organisation, roles, training, membership,
// diagnosis. Shows in: files lost, capacity gap, staff quitting, throughput, decision errors, vacant posts,
// restructurings that hit the bottleneck.
#include "agencies/sub_units.hpp"
#include "base/random.hpp"
#include "tasks/act.hpp"
#include "tasks/gather.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

using namespace literals;

namespace {

const AgencyWorkParameters& effects_of(const Scene& scene) {
    return scene.settings.parameters.agency_work;
}
const AgencyParameters& agencies_of(const Scene& scene) {
    return scene.settings.parameters.agencies;
}

/// The sub-unit for which `value` is lowest, the first of equals.
template <class ValueOf> std::size_t lowest_unit(const Agency& agency, ValueOf&& value) {
    std::size_t lowest = 0;
    for (std::size_t u = 1; u < sub_unit_count; ++u)
        if (value(agency.units[u]) < value(agency.units[lowest])) lowest = u;
    return lowest;
}

// ---- 4.1 Carry information between parts of an agency
// The link over which most files are lost.

std::size_t weakest_link(const Agency& agency) {
    return static_cast<std::size_t>(std::min_element(agency.fidelity.begin(), agency.fidelity.end()) -
                                    agency.fidelity.begin());
}

float need_4_1_carry_information(const Agency& agency) {
    return 1.0f - agency.fidelity[weakest_link(agency)];
}

void do_4_1_carry_information(const Act& act, Agency& agency) {
    raise(agency.fidelity[weakest_link(agency)], act.effect_on_offices(effects_of(act.scene).carry_fidelity));
}

// ---- 4.2 Advocate for the weak part
// Where the sub-unit that holds up the others has less influence than its share of the work. The budget
// follows influence, and stays (4.6: moves people, whom the budget calls back).

float need_4_2_advocate_for_weak_part(const Scene& scene, const Agency& agency) {
    const auto slowest = bottleneck_of(agency, agencies_of(scene));
    if (missing_influence(agency, slowest) <= 0) return 0;
    return static_cast<float>(capacity_gap(agency, agencies_of(scene)));
}

void do_4_2_advocate_for_weak_part(const Act& act, Agency& agency) {
    raise(agency.units[bottleneck_of(agency, agencies_of(act.scene))].influence,
          act.effect_on_offices(effects_of(act.scene).advocate_influence));
}

// ---- 4.3 Organise the sub-unit
// The one that holds together least: its staff stays, and the influence that it has won does not slide back.

std::size_t loosest_unit(const Agency& agency) {
    return lowest_unit(agency, [](const SubUnitState& unit) { return unit.cohesion; });
}

float need_4_3_organise_sub_unit(const Agency& agency) {
    return 1.0f - agency.units[loosest_unit(agency)].cohesion;
}

void do_4_3_organise_sub_unit(const Act& act, Agency& agency) {
    raise(agency.units[loosest_unit(agency)].cohesion,
          act.effect_on_offices(effects_of(act.scene).organise_cohesion));
}

// ---- What 4.4 and 4.6 share
// An agency that knows its problems has its bottleneck restructured; another has one of the other sub-units
// by lot.

std::size_t unit_to_restructure(const Act& act, std::uint32_t index) {
    const auto& scene = act.scene;
    const auto& agency = scene.district.agencies[index];
    const auto slowest = bottleneck_of(agency, agencies_of(scene));
    auto& tally = scene.district.tally;
    ++tally.restructurings;
    if (act.happens(static_cast<double>(agency.diagnosis), scene.district.number, index)) {
        ++tally.restructurings_on_bottleneck;
        return slowest;
    }
    const std::uint32_t lot = agency_count + index; // beside the draws on the pick itself
    const Words words = scene.world.draws.words(scene.district.number, scene.world.tick, Purpose::act,
                                                code_number(act.activity) + 100 * lot);
    return (slowest + 1 + integer_below(words.word[0], sub_unit_count - 1)) % sub_unit_count;
}

// ---- 4.4 Consult on structure and roles
// For roles that do not fit the work; nobody is moved (4.6).

float need_4_4_consult_on_roles(const Agency& agency) {
    return 1.0f - agency.units[lowest_unit(agency, [](const SubUnitState& u) { return u.fit; })].fit;
}

void do_4_4_consult_on_roles(const Act& act, std::uint32_t index) {
    const auto& effects = effects_of(act.scene);
    auto& agency = act.scene.district.agencies[index];
    const auto slowest = bottleneck_of(agency, agencies_of(act.scene));
    const auto picked = unit_to_restructure(act, index);
    const double gain = effects.consult_fit * (picked == slowest ? 1.0 : effects.misplaced);
    raise(agency.units[picked].fit, act.effect_on_offices(gain));
}

// ---- 4.5 Train members
// The least skilled sub-unit; assessors first among near equals, since their errors harm (3.2: better
// service; 7.3: providers outside the agency).

std::size_t unit_to_train(const Agency& agency) {
    constexpr float near = 0.1f;
    const auto lowest = lowest_unit(agency, [](const SubUnitState& unit) { return unit.skill; });
    constexpr auto assessors = static_cast<std::size_t>(SubUnit::assessment);
    return agency.units[assessors].skill <= agency.units[lowest].skill + near ? assessors : lowest;
}

float need_4_5_train_members(const Agency& agency) {
    return 1.0f - agency.units[unit_to_train(agency)].skill;
}

void do_4_5_train_members(const Act& act, Agency& agency) {
    raise(agency.units[unit_to_train(agency)].skill,
          act.effect_on_offices(effects_of(act.scene).train_skill));
}

// ---- 4.6 Adjust membership and roles
// For vacancies and surplus: people move, with their posts, from where there is most room, and vacancies of
// the sub-unit are filled at once. Roles stay as they are (4.4).

float need_4_6_adjust_membership(const Agency& agency) {
    double misplaced = 0, posts = 0;
    for (const auto& unit : agency.units) {
        misplaced += std::fabs(unit.posts - unit.staff);
        posts += unit.posts;
    }
    return posts > 0 ? static_cast<float>(misplaced / posts) : 0.0f;
}

std::size_t roomiest_but(const Agency& agency, std::size_t excepted, const AgencyParameters& p) {
    std::size_t roomiest = excepted == 0 ? 1 : 0;
    for (std::size_t u = roomiest + 1; u < sub_unit_count; ++u)
        if (u != excepted && capacity_of(agency.units[u], p) > capacity_of(agency.units[roomiest], p))
            roomiest = u;
    return roomiest;
}

void do_4_6_adjust_membership(const Act& act, std::uint32_t index) {
    const auto& effects = effects_of(act.scene);
    auto& agency = act.scene.district.agencies[index];
    const auto picked = unit_to_restructure(act, index);
    auto& from = agency.units[roomiest_but(agency, picked, agencies_of(act.scene))];
    auto& to = agency.units[picked];
    const double moved = act.effect_on_offices(effects.adjust_moves);
    to.posts += moved * from.posts;
    to.staff += moved * from.staff;
    from.posts -= moved * from.posts;
    from.staff -= moved * from.staff;
    to.staff += act.effect_on_offices(effects.adjust_fills) * std::max(0.0, to.posts - to.staff);
}

// ---- 4.7 Help agencies diagnose internal problems
// What an agency knows of itself decides whether 4.4 and 4.6 reach its bottleneck.

void do_4_7_diagnose_problems(const Act& act, Agency& agency) {
    raise(agency.diagnosis, act.effect_on_offices(effects_of(act.scene).diagnose));
}

float need_of_agency(const Scene& scene, Activity activity, const Agency& agency) {
    switch (activity) {
    case "4.1"_activity:
        return need_4_1_carry_information(agency);
    case "4.2"_activity:
        return need_4_2_advocate_for_weak_part(scene, agency);
    case "4.3"_activity:
        return need_4_3_organise_sub_unit(agency);
    case "4.4"_activity:
        return need_4_4_consult_on_roles(agency);
    case "4.5"_activity:
        return need_4_5_train_members(agency);
    case "4.6"_activity:
        return need_4_6_adjust_membership(agency);
    case "4.7"_activity:
        return 1.0f - agency.diagnosis;
    default:
        return 0;
    }
}

} // namespace

void gather_for_task4(const Scene& scene, Activity activity, Candidates& out) {
    gather_offices(agency_count, out, [&](std::size_t a) {
        return need_of_agency(scene, activity, scene.district.agencies[a]);
    });
}

void do_in_task4(const Act& act, std::uint32_t target) {
    auto& agency = act.scene.district.agencies[target];
    switch (act.activity) {
    case "4.1"_activity:
        return do_4_1_carry_information(act, agency);
    case "4.2"_activity:
        return do_4_2_advocate_for_weak_part(act, agency);
    case "4.3"_activity:
        return do_4_3_organise_sub_unit(act, agency);
    case "4.4"_activity:
        return do_4_4_consult_on_roles(act, target);
    case "4.5"_activity:
        return do_4_5_train_members(act, agency);
    case "4.6"_activity:
        return do_4_6_adjust_membership(act, target);
    case "4.7"_activity:
        return do_4_7_diagnose_problems(act, agency);
    default:
        return;
    }
}

} // namespace tujuh
