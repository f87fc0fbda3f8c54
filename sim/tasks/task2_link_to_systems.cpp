// SPDX-License-Identifier: Apache-2.0
// Task 2. Link clients with resource systems (Sukoco 2021; Pincus & Minahan 1973).
// Finding the unaware, information, barriers, referral, advocacy, review of rules, new systems of solidarity.
// Shows in: poor outside the registry, entitlements known, needs given up, months to service, wrongful
// denials, coverage gap of the vulnerable, clients in a group.
#include "agencies/eligibility.hpp"
#include "agencies/requests.hpp"
#include "informal/mutual_aid.hpp"
#include "tasks/act.hpp"
#include "tasks/gather.hpp"

namespace tujuh {

using namespace literals;

namespace {

float count_of(unsigned mask) {
    return static_cast<float>(bits_in(mask));
}

bool lacks_papers(const Scene& scene, std::uint32_t household, unsigned programmes) {
    if (has_trait(scene.world.households, household, trait::documents)) return false;
    for (std::size_t p = 0; p < scene.settings.programmes.size(); ++p)
        if (has_bit(programmes, p) && asks_for_papers(scene.settings.programmes[p], scene.district.levers, p))
            return true;
    return false;
}

bool is_far(const Scene& scene, std::uint32_t household) {
    const auto& village = scene.world.villages[village_of(scene.world, scene.district, household)];
    return !has_trait(scene.world.households, household, trait::transport) &&
           scene.district.frame[village.frame].distance_km > static_cast<float>(scene.measures().far_km);
}

// ---- 2.1 Find people who need a resource system, the unaware included
// ------------------------------------------------------ Reaches the poor outside the registry, whether or
// not they are in distress (1.1: the distressed). Enters them in the registry with the registry's own error,
// and opens a case.

void do_2_1_find_the_unaware(const Act& act, std::uint32_t household) {
    auto& h = act.scene.households();
    const auto& p = act.scene.settings.parameters.registry;
    h.traits[household] |= trait::registered;
    h.score[household] = registry_score(
        h.resource_mean[household], registry_error(p.spread, p.fit), act.scene.world.draws,
        number_of(act.scene.world, act.scene.district, household), act.scene.world.national.registry_round);
    open_case(act.scene, act.seat, household);
}

// ---- 2.2 Information on resources, rights and procedures
// ---------------------------------------------------------------------- For clients who do not know what
// they are entitled to.

float need_2_2_inform_on_resources(const Client& c) {
    const auto i = c.household();
    return count_of(entitled_unserved(c.h(), i) & ~static_cast<unsigned>(c.h().known[i]));
}

void do_2_2_inform_on_resources(const Act& act, Case& file) {
    auto& h = act.scene.households();
    const auto i = file.household;
    const double chance = act.effect(act.scene.effects().inform_chance);
    for (std::uint32_t p = 0; p < act.scene.world.programme_count; ++p)
        if (has_bit(h.eligible[i], p) && act.happens_to_household(chance, i, p)) h.known[i] |= bit_of(p);
    h.traits[i] |= trait::informed;
}

// ---- 2.3 Help with practical barriers
// --------------------------------------------------------------------------------------- For clients without
// the papers that are asked for, or too far away.

float need_2_3_help_with_barriers(const Client& c) {
    const auto i = c.household();
    const unsigned open = entitled_unserved(c.h(), i);
    if (open == 0) return 0;
    return count_of(open) *
           ((lacks_papers(c.scene, i, open) ? 1.0f : 0.0f) + (is_far(c.scene, i) ? 0.5f : 0.0f));
}

void do_2_3_help_with_barriers(const Act& act, Case& file) {
    auto& h = act.scene.households();
    const auto i = file.household;
    const auto& effects = act.scene.effects();
    if (!has_trait(h, i, trait::documents) &&
        act.happens_to_household(act.effect(effects.barrier_documents), i))
        h.traits[i] |= trait::documents;
    if (is_far(act.scene, i) && act.happens_to_household(act.effect(effects.barrier_transport), i, 1))
        h.traits[i] |= trait::transport;
}

// ---- 2.4 Refer and accompany
// -------------------------------------------------------------------------------------------------- For
// clients who are entitled, not served and have no request under way: one system at a time, the largest need
// first (3.4: several at one go). The request is filed at once, goes first and cannot be lost. Conflict
// between the worker's home agency (social affairs) and the agency asked lowers success.

unsigned to_be_referred(const Scene& scene, std::uint32_t i) {
    const auto& h = scene.world.households;
    return static_cast<unsigned>(h.eligible[i]) &
           ~static_cast<unsigned>(h.enrolled[i] | h.pending[i] | h.denied[i]);
}

float need_2_4_refer_and_accompany(const Client& c) {
    return count_of(to_be_referred(c.scene, c.household()));
}

/// The programme, of those in `open`, whose need is the largest.
std::uint32_t most_needed(const Scene& scene, std::uint32_t i, unsigned open) {
    const auto need = [&](std::uint32_t p) {
        return scene.world.households.deficit[main_need_of(scene.settings.programmes[p])][i];
    };
    auto most = static_cast<std::uint32_t>(__builtin_ctz(open));
    for (std::uint32_t p = most + 1; p < scene.world.programme_count; ++p)
        if (has_bit(open, p) && need(p) > need(most)) most = p;
    return most;
}

void do_2_4_refer_and_accompany(const Act& act, Case& file) {
    const auto& scene = act.scene;
    const unsigned open = to_be_referred(scene, file.household);
    if (open == 0) return; // another worker was there before
    const std::uint32_t p = most_needed(scene, file.household, open);
    constexpr auto home = static_cast<Eigen::Index>(AgencyKind::social_affairs);
    const auto agency = static_cast<Eigen::Index>(scene.settings.programmes[p].agency);
    const auto conflict = static_cast<double>(scene.district.conflict(home, agency));
    const double success = scene.settings.parameters.agencies.referral_success * (1.0 - conflict) *
                           (0.5 + 0.5 * act.effect(1.0));
    const bool accepted = act.happens_to_household(success, file.household, p);
    if (agency != home) {
        ++scene.district.tally.referrals;
        if (accepted) ++scene.district.tally.referrals_succeeded;
    }
    if (!accepted) return;
    scene.households().known[file.household] |= bit_of(p);
    file_requests(scene.world, scene.district, {{file.household, static_cast<std::uint8_t>(p), true}});
}

// ---- 2.5 Advocate for clients who are wrongly refused or left unserved
// ------------------------------------------------------ A re-decision with a visit-grade score, and the
// service itself where it was not delivered.

unsigned wrongly_denied(const Households& h, std::uint32_t i) {
    return h.denied[i] & h.eligible[i];
}
unsigned enrolled_unserved(const Households& h, std::uint32_t i) {
    return static_cast<unsigned>(h.enrolled[i]) & ~static_cast<unsigned>(h.served[i]);
}

float need_2_5_advocate_for_client(const Client& c) {
    return count_of(wrongly_denied(c.h(), c.household())) + count_of(enrolled_unserved(c.h(), c.household()));
}

void do_2_5_advocate_for_client(const Act& act, Case& file) {
    const auto& scene = act.scene;
    auto& h = scene.households();
    const auto i = file.household;
    bool taken_up = false;
    for (std::uint32_t p = 0; p < scene.world.programme_count; ++p) {
        if (has_bit(enrolled_unserved(h, i), p) &&
            act.happens_to_household(act.effect(scene.effects().advocate_service), i, p))
            h.served[i] |= bit_of(p);
        if (!has_bit(wrongly_denied(h, i), p)) continue;
        if (!act.happens_to_household(act.effect(scene.effects().advocate_success), i, p + max_programmes))
            continue;
        h.denied[i] = static_cast<ProgrammeMask>(h.denied[i] & ~bit_of(p));
        file_requests(scene.world, scene.district, {{i, static_cast<std::uint8_t>(p), true, true}});
        taken_up = true;
    }
    if (!taken_up) return;
    h.score[i] = visit_score(h.resource_mean[i], scene.settings.parameters.registry.visit_error,
                             scene.world.draws, number_of(scene.world, scene.district, i), scene.world.tick);
    h.traits[i] |= trait::visited;
}

// ---- 2.6 Stimulate systems to review policy for the vulnerable
// ---------------------------------------------------------------- For agencies whose rules disadvantage
// vulnerable groups; they answer by their responsiveness.

float bias_of(const Agency& agency) {
    float sum = 0;
    for (const float bias : agency.bias) sum += bias;
    return sum;
}

void do_2_6_stimulate_policy_review(const Act& act, std::uint32_t agency_index) {
    auto& agency = act.scene.district.agencies[agency_index];
    const double answers = static_cast<double>(agency.responsiveness);
    if (!act.happens(answers, act.scene.district.number, agency_index)) return;
    for (auto& bias : agency.bias) lower(bias, act.effect_on_offices(act.scene.effects().stimulate_bias));
}

// ---- 2.7 Help clients form systems based on solidarity
// -------------------------------------------------------------------------- A group led by clients, where a
// village has enough of them (6.2: groups for named vulnerable groups, clients or not).

float need_2_7_form_solidarity_group(const Scene& scene, const Village& village) {
    const auto clients = static_cast<float>(village.tally.clients) / static_cast<float>(village.sampled());
    const bool enough =
        village.tally.clients >= 2 && clients >= static_cast<float>(scene.effects().group_clients);
    return enough && !village.groups[static_cast<std::size_t>(GroupKind::clients)].alive ? clients : 0.0f;
}

void do_2_7_form_solidarity_group(const Act& act, std::uint32_t village) {
    found_group(act.scene.world, act.scene.world.villages[village], GroupKind::clients,
                act.effect(2.0 * act.scene.effects().group_first), act.scene.settings.parameters.informal);
}

} // namespace

void gather_for_task2(const Scene& scene, Activity activity, Candidates& out) {
    switch (activity) {
    case "2.1"_activity:
        return gather_listed(scene, &Village::outside, out);
    case "2.6"_activity:
        return gather_offices(agency_count, out,
                              [&](std::size_t a) { return bias_of(scene.district.agencies[a]); });
    case "2.7"_activity:
        return gather_villages(scene, out,
                               [&](const Village& v) { return need_2_7_form_solidarity_group(scene, v); });
    default:
        return;
    }
}

void gather_clients_for_task2(const Scene& scene, Activity activity, std::span<const std::uint32_t> files,
                              Candidates& out) {
    switch (activity) {
    case "2.2"_activity:
        return gather_calling<need_2_2_inform_on_resources>(scene, files, out);
    case "2.3"_activity:
        return gather_calling<need_2_3_help_with_barriers>(scene, files, out);
    case "2.4"_activity:
        return gather_calling<need_2_4_refer_and_accompany>(scene, files, out);
    case "2.5"_activity:
        return gather_calling<need_2_5_advocate_for_client>(scene, files, out);
    default:
        return;
    }
}

void do_in_task2(const Act& act, std::uint32_t target) {
    const auto file = [&]() -> Case& { return act.scene.district.cases[target]; };
    switch (act.activity) {
    case "2.1"_activity:
        return do_2_1_find_the_unaware(act, target);
    case "2.2"_activity:
        return do_2_2_inform_on_resources(act, file());
    case "2.3"_activity:
        return do_2_3_help_with_barriers(act, file());
    case "2.4"_activity:
        return do_2_4_refer_and_accompany(act, file());
    case "2.5"_activity:
        return do_2_5_advocate_for_client(act, file());
    case "2.6"_activity:
        return do_2_6_stimulate_policy_review(act, target);
    case "2.7"_activity:
        return do_2_7_form_solidarity_group(act, target);
    default:
        return;
    }
}

} // namespace tujuh
