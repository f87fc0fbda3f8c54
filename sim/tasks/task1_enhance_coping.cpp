// SPDX-License-Identifier: Apache-2.0
// Task 1. Enhance people's problem-solving and coping capacities (Sukoco 2021; Pincus & Minahan 1973).
// Direct work with households: contact, support, expression, advice, confrontation, skills. Shows in: crises
// with a case, months in crisis, needs known, assets lost, care risk, capability.
#include "base/math.hpp"
#include "households/needs.hpp"
#include "tasks/act.hpp"
#include "tasks/gather.hpp"

#include <algorithm>

namespace tujuh {

using namespace literals;

namespace {

void build_rapport(const Act& act, Case& file) {
    raise(file.rapport, act.effect(act.scene.effects().rapport_gain));
}

// ---- 1.1 Identify and contact people who struggle with life tasks
// ------------------------------------------------------ Reaches households in distress, whether or not they
// are entitled to anything. (2.1 looks for the poor outside the registry, whether or not they are in
// distress.)

void do_1_1_identify_and_contact(const Act& act, std::uint32_t household) {
    open_case(act.scene, act.seat, household);
}

// ---- 1.2 Understanding, encouragement and support in crisis
// --------------------------------------------------------------- Support speeds recovery (ODD 7.2);
// morale rises.

float need_1_2_support_in_crisis(const Client& c) {
    return need_if(c.h().crisis[c.household()] != Crisis::none, 1.0f + (1.0f - c.h().support[c.household()]));
}

void do_1_2_support_in_crisis(const Act& act, Case& file) {
    auto& h = act.scene.households();
    raise(h.support[file.household], act.effect(act.scene.effects().support_gain));
    raise(h.morale[file.household], act.effect(act.scene.effects().support_morale));
    build_rapport(act, file);
}

// ---- 1.3 Room to express difficulties
// ----------------------------------------------------------------------------------- For clients whose needs
// are still hidden, new ones first. Stigma falls, hidden needs come to light.

unsigned hidden_needs(const Scene& scene, std::uint32_t i) {
    const auto& h = scene.world.households;
    unsigned hidden = 0;
    for (std::size_t d = 0; d < need_count; ++d)
        hidden |= (h.deficit[d][i] > static_cast<float>(scene.measures().known_need) ? 1u : 0u) << d;
    return hidden & ~static_cast<unsigned>(h.needs_known[i]);
}

float need_1_3_room_to_express(const Client& c) {
    const unsigned hidden = hidden_needs(c.scene, c.household());
    const auto age = static_cast<float>(c.scene.world.tick - c.file.opened);
    return need_if(hidden != 0, static_cast<float>(bits_in(hidden)) / need_count + 1.0f / (1.0f + age));
}

void do_1_3_room_to_express(const Act& act, Case& file) {
    auto& h = act.scene.households();
    const auto i = file.household;
    lower(h.stigma[i], act.effect(act.scene.effects().express_stigma));
    const unsigned hidden = hidden_needs(act.scene, i);
    for (std::uint32_t d = 0; d < need_count; ++d)
        if (has_bit(hidden, d) &&
            act.happens_to_household(act.effect(act.scene.effects().express_reveal), i, d))
            h.needs_known[i] = static_cast<std::uint8_t>(h.needs_known[i] | 1u << d);
    build_rapport(act, file);
}

// ---- 1.4 Review alternatives and inform decisions
// ------------------------------------------------------------------------- For clients under money stress.
// Better coping: fewer sales of what the household lives from (ODD 7.3).

float need_1_4_review_alternatives(const Client& c) {
    const auto i = c.household();
    const float stress = c.h().deficit[static_cast<std::size_t>(Need::livelihood)][i];
    const bool under_stress = stress > static_cast<float>(c.scene.measures().known_need);
    const bool in_crisis = c.h().crisis[i] != Crisis::none;
    return need_if(under_stress | in_crisis, stress + (1.0f - c.h().coping_efficiency[i]));
}

void do_1_4_review_alternatives(const Act& act, Case& file) {
    raise(act.scene.households().coping_efficiency[file.household],
          act.effect(act.scene.effects().review_efficiency));
    build_rapport(act, file);
}

// ---- 1.5 Constructive confrontation with reality
// -------------------------------------------------------------------------- For care risk and misuse. Works
// through readiness where there is rapport; without it the client may drop out.

float need_1_5_constructive_confrontation(const Client& c) {
    const auto i = c.household();
    const float risk = c.h().care_risk[i];
    const bool misuse = has_trait(c.h(), i, trait::misuse);
    const bool at_risk = risk >= static_cast<float>(c.scene.settings.parameters.care.high_risk);
    return need_if(at_risk | misuse, risk + need_if(misuse, 0.5f));
}

void do_1_5_constructive_confrontation(const Act& act, Case& file) {
    auto& h = act.scene.households();
    const auto& effects = act.scene.effects();
    const auto i = file.household;
    if (act.happens_to_household(1.0 - static_cast<double>(file.rapport), i)) {
        if (act.happens_to_household(effects.confront_dropout, i, 1)) file.opened = Case::dropped_out;
        return;
    }
    raise(file.readiness, act.effect(effects.confront_readiness));
    lower(h.care_risk[i], act.effect(effects.confront_risk) * static_cast<double>(file.readiness));
    if (act.happens_to_household(static_cast<double>(file.readiness), i, 2))
        h.traits[i] = static_cast<std::uint8_t>(h.traits[i] & ~trait::misuse);
}

// ---- 1.6 Teach practical skills
// ------------------------------------------------------------------------------------------- For stable
// clients. Capability grows, and with it resources, slightly.

float need_1_6_teach_practical_skills(const Client& c) {
    return need_if(c.h().crisis[c.household()] == Crisis::none, 1.0f - c.h().capability[c.household()]);
}

void do_1_6_teach_practical_skills(const Act& act, Case& file) {
    auto& h = act.scene.households();
    raise(h.capability[file.household], act.effect(act.scene.effects().teach_capability));
    h.permanent[file.household] += static_cast<float>(act.effect(act.scene.effects().teach_resources));
}

} // namespace

void gather_for_task1(const Scene& scene, Activity activity, Candidates& out) {
    if (activity == "1.1"_activity) gather_listed(scene, &Village::distressed, out);
}

void gather_clients_for_task1(const Scene& scene, Activity activity, std::span<const std::uint32_t> files,
                              Candidates& out) {
    switch (activity) {
    case "1.2"_activity:
        return gather_calling<need_1_2_support_in_crisis>(scene, files, out);
    case "1.3"_activity:
        return gather_calling<need_1_3_room_to_express>(scene, files, out);
    case "1.4"_activity:
        return gather_calling<need_1_4_review_alternatives>(scene, files, out);
    case "1.5"_activity:
        return gather_calling<need_1_5_constructive_confrontation>(scene, files, out);
    case "1.6"_activity:
        return gather_calling<need_1_6_teach_practical_skills>(scene, files, out);
    default:
        return;
    }
}

void do_in_task1(const Act& act, std::uint32_t target) {
    const auto file = [&]() -> Case& { return act.scene.district.cases[target]; };
    switch (act.activity) {
    case "1.1"_activity:
        return do_1_1_identify_and_contact(act, target);
    case "1.2"_activity:
        return do_1_2_support_in_crisis(act, file());
    case "1.3"_activity:
        return do_1_3_room_to_express(act, file());
    case "1.4"_activity:
        return do_1_4_review_alternatives(act, file());
    case "1.5"_activity:
        return do_1_5_constructive_confrontation(act, file());
    case "1.6"_activity:
        return do_1_6_teach_practical_skills(act, file());
    default:
        return;
    }
}

} // namespace tujuh
