// SPDX-License-Identifier: Apache-2.0
// Task 3. Facilitate interaction with resource systems (Sukoco 2021; Pincus & Minahan 1973).
// What agencies hear of their own rules, advice, informal systems as a way in, joint plans, files that wait,
// bodies of beneficiaries, mediation. Shows in: procedure burden, service quality, take-up among members,
// clients served on several needs, waits, responsiveness, referrals that succeed.
#include "agencies/eligibility.hpp"
#include "agencies/requests.hpp"
#include "tasks/act.hpp"
#include "tasks/agency_pairs.hpp"
#include "tasks/gather.hpp"

#include <algorithm>
#include <array>

namespace tujuh {

using namespace literals;

namespace {

const AgencyWorkParameters& sizes(const Scene& scene) {
    return scene.settings.parameters.agency_work;
}

std::size_t agency_of(const Scene& scene, std::size_t programme) {
    return static_cast<std::size_t>(scene.settings.programmes[programme].agency);
}

// ---- 3.1 Tell agencies what their policies and procedures do to people
// For agencies whose procedures weigh on people, the more so where files are lost or stop. It fills what the
// agency knows; beyond a threshold the agency lightens its rules by itself, month by month
// (agencies/known_problems.hpp). (2.6: one demand that the rules for the vulnerable be reviewed, answered at
// once or not at all.)

/// Share of each agency's requests under way that are lost or have stopped.
std::array<double, agency_count> shares_in_trouble(const Scene& scene) {
    std::array<std::uint32_t, max_programmes> all{}, in_trouble{};
    for (const auto& request : scene.district.requests) {
        ++all[request.programme];
        in_trouble[request.programme] += request.lost || request.stuck ? 1u : 0u;
    }
    std::array<double, agency_count> share{}, under_way{};
    for (std::size_t p = 0; p < scene.settings.programmes.size(); ++p) {
        share[agency_of(scene, p)] += in_trouble[p];
        under_way[agency_of(scene, p)] += all[p];
    }
    for (std::size_t a = 0; a < agency_count; ++a)
        share[a] = under_way[a] > 0 ? share[a] / under_way[a] : 0.0;
    return share;
}

float need_3_1_explain_consequences(const Agency& agency, double in_trouble) {
    return agency.burden * static_cast<float>(1.0 + in_trouble);
}

void do_3_1_explain_consequences(const Act& act, std::uint32_t agency) {
    raise(act.scene.district.agencies[agency].problem_known,
          act.effect_on_offices(sizes(act.scene).explain_gain));
}

// ---- 3.2 Consult agencies on improving their service
// For agencies of low quality; they answer by their responsiveness. (4.5: skill of staff, 7.3: private
// providers.)

float need_3_2_consult_agency(const Scene& scene, std::size_t agency) {
    return 1.0f - scene.district.agencies[agency].quality;
}

void do_3_2_consult_agency(const Act& act, std::uint32_t index) {
    auto& agency = act.scene.district.agencies[index];
    const double answers = static_cast<double>(agency.responsiveness);
    if (!act.happens(answers, act.scene.district.number, index)) return;
    raise(agency.quality, act.effect_on_offices(sizes(act.scene).consult_quality));
}

// ---- 3.3 Consult informal systems so that they reach formal ones
// For villages whose groups or kin do not know the way into services. Members and kin ask more easily,
// clients or not (2.2: clients, one by one, about what they are entitled to).

float need_3_3_bridge_informal_systems(const Village& village) {
    const auto households = static_cast<float>(village.sampled());
    float unbridged = 1.0f - village.kin_bridged;
    for (const auto& group : village.groups)
        if (group.alive) unbridged += static_cast<float>(group.members) / households * (1.0f - group.bridged);
    return unbridged;
}

void do_3_3_bridge_informal_systems(const Act& act, std::uint32_t index) {
    auto& village = act.scene.world.villages[index];
    const double gain = act.effect(sizes(act.scene).bridge_gain);
    raise(village.kin_bridged, gain);
    for (auto& group : village.groups)
        if (group.alive) raise(group.bridged, gain);
}

// ---- 3.4 Link clients with several systems in a coordinated way
// For clients with open entitlements at two or more agencies. One plan that these agencies share: whatever is
// missing is filed at one go, what is under way joins it; all of it is accompanied, handled once and decided
// on one assessment. Agencies that quarrel do not stand in the way of a plan that all have signed. (2.4: one
// system after another.)

/// Programmes of a joint plan: due and not yet granted, asked for or not.
unsigned to_be_planned(const Households& h, std::uint32_t i) {
    return static_cast<unsigned>(h.eligible[i]) & ~static_cast<unsigned>(h.enrolled[i] | h.denied[i]);
}

unsigned agencies_behind(const Scene& scene, unsigned programmes) {
    unsigned agencies = 0;
    for (std::size_t p = 0; p < scene.world.programme_count; ++p)
        if (has_bit(programmes, p)) agencies |= 1u << agency_of(scene, p);
    return bits_in(agencies);
}

bool has_request_on_its_own(const Scene& scene, std::uint32_t household) {
    return any_request_of(scene.district, household, [](const Request& r) { return !r.joint; });
}

float need_3_4_coordinate_systems(const Client& c) {
    const auto i = c.household();
    const unsigned planned = to_be_planned(c.h(), i);
    if (agencies_behind(c.scene, planned) < 2) return 0;
    const bool all_filed = (planned & ~static_cast<unsigned>(c.h().pending[i])) == 0;
    if (all_filed && !has_request_on_its_own(c.scene, i)) return 0;
    return static_cast<float>(bits_in(planned));
}

/// Agencies of a plan go by one assessment, made at the client's home, unless there is one.
void assess_once_for_all(const Scene& scene, std::uint32_t i) {
    auto& h = scene.households();
    if (has_trait(h, i, trait::visited)) return;
    h.score[i] = visit_score(h.resource_mean[i], scene.settings.parameters.registry.visit_error,
                             scene.world.draws, number_of(scene.world, scene.district, i), scene.world.tick);
    h.traits[i] |= trait::visited;
}

void do_3_4_coordinate_systems(const Act& act, Case& file) {
    const auto& scene = act.scene;
    auto& h = scene.households();
    const auto i = file.household;
    const double success =
        scene.settings.parameters.agencies.referral_success * (0.5 + 0.5 * act.effect(1.0));
    if (!act.happens_to_household(success, i)) return;
    const unsigned planned = to_be_planned(h, i);
    for (std::uint32_t p = 0; p < scene.world.programme_count; ++p)
        if (has_bit(planned, p))
            file_requests(scene.world, scene.district, {{i, static_cast<std::uint8_t>(p), true}});
    h.known[i] = static_cast<ProgrammeMask>(h.known[i] | planned);
    assess_once_for_all(scene, i);
    any_request_of(scene.district, i, [](Request& request) {
        request.joint = request.accompanied = true;
        return false;
    });
}

// ---- 3.5 Advocate for clients before agencies
// For any household, client or not, whose request for what it is entitled to is lost, has stopped or waits
// too long. The file is found, goes on from where it was, and comes first. (2.4 and 3.4: clients whose
// request is not yet filed.)

bool waits_too_long(const Scene& scene, const Request& request) {
    const bool undecided = request.stage != Stage::approved && !request.accompanied;
    const bool waits = request.lost || request.stuck ||
                       (undecided && scene.world.tick - request.filed > sizes(scene).advocate_wait);
    return waits && has_bit(scene.world.households.eligible[request.household], request.programme);
}

/// Whether another request of the household speaks for it: one that waits longer, or as long and stands
/// before this one.
bool is_spoken_for(const Scene& scene, const Request& request) {
    return any_request_of(scene.district, request.household, [&](const Request& other) {
        const bool before = other.filed != request.filed ? other.filed < request.filed : &other < &request;
        return before && waits_too_long(scene, other);
    });
}

/// A household is visited once for all its requests, as urgently as its oldest.
void gather_3_5(const Scene& scene, Candidates& out) {
    for (const auto& request : scene.district.requests) {
        if (!waits_too_long(scene, request) || is_spoken_for(scene, request)) continue;
        const auto waited = static_cast<float>(scene.world.tick - request.filed);
        out.push_back({request.household, 1.0f + waited});
    }
}

void do_3_5_advocate_before_agencies(const Act& act, std::uint32_t household) {
    const double success = act.effect(sizes(act.scene).advocate_success);
    any_request_of(act.scene.district, household, [&](Request& request) {
        if (waits_too_long(act.scene, request) &&
            act.happens_to_household(success, household, request.programme)) {
            request.lost = request.stuck = false;
            request.accompanied = request.advocated = true;
        }
        return false;
    });
}

// ---- 3.6 Organise beneficiaries, or strengthen their bodies
// For districts where many are served and few speak for them. Agencies answer more to those who are organised
// (agencies/agency_phase.cpp), and so do policy-makers.

float need_3_6_organise_beneficiaries(const Scene& scene) {
    std::uint32_t served = 0, households = 0;
    for (auto v = scene.district.village_begin; v < scene.district.village_end; ++v) {
        const auto& village = scene.world.villages[v];
        households += village.sampled();
        served += *std::max_element(village.tally.served.begin(), village.tally.served.end());
    }
    return (1.0f - scene.district.organisation) * static_cast<float>(served) / static_cast<float>(households);
}

void do_3_6_organise_beneficiaries(const Act& act) {
    raise(act.scene.district.organisation, act.effect_on_offices(sizes(act.scene).organise_gain));
}

// ---- 3.7 Mediate between agencies
// For pairs that quarrel, first those between which clients are referred: social affairs and the others.

float need_3_7_mediate_between_agencies(const Scene& scene, std::size_t pair) {
    const auto [a, b] = agency_pair(pair);
    const bool refers = a == static_cast<std::size_t>(AgencyKind::social_affairs);
    const float conflict =
        scene.district.conflict(static_cast<Eigen::Index>(a), static_cast<Eigen::Index>(b));
    return refers ? 2.0f * conflict : conflict;
}

void do_3_7_mediate_between_agencies(const Act& act, std::size_t pair) {
    const auto [first, second] = agency_pair(pair);
    const auto a = static_cast<Eigen::Index>(first), b = static_cast<Eigen::Index>(second);
    auto& conflict = act.scene.district.conflict;
    lower(conflict(a, b), act.effect_on_offices(sizes(act.scene).mediate_share));
    conflict(b, a) = conflict(a, b);
}

} // namespace

void gather_for_task3(const Scene& scene, Activity activity, Candidates& out) {
    switch (activity) {
    case "3.1"_activity: {
        const auto in_trouble = shares_in_trouble(scene);
        return gather_offices(agency_count, out, [&](std::size_t a) {
            return need_3_1_explain_consequences(scene.district.agencies[a], in_trouble[a]);
        });
    }
    case "3.2"_activity:
        return gather_offices(agency_count, out,
                              [&](std::size_t a) { return need_3_2_consult_agency(scene, a); });
    case "3.3"_activity:
        return gather_villages(scene, out, need_3_3_bridge_informal_systems);
    case "3.5"_activity:
        return gather_3_5(scene, out);
    case "3.6"_activity:
        return gather_offices(1, out, [&](std::size_t) { return need_3_6_organise_beneficiaries(scene); });
    case "3.7"_activity:
        return gather_offices(agency_pair_count, out, [&](std::size_t pair) {
            return need_3_7_mediate_between_agencies(scene, pair);
        });
    default:
        return;
    }
}

void gather_clients_for_task3(const Scene& scene, Activity activity, std::span<const std::uint32_t> files,
                              Candidates& out) {
    if (activity == "3.4"_activity) gather_calling<need_3_4_coordinate_systems>(scene, files, out);
}

void do_in_task3(const Act& act, std::uint32_t target) {
    switch (act.activity) {
    case "3.1"_activity:
        return do_3_1_explain_consequences(act, target);
    case "3.2"_activity:
        return do_3_2_consult_agency(act, target);
    case "3.3"_activity:
        return do_3_3_bridge_informal_systems(act, target);
    case "3.4"_activity:
        return do_3_4_coordinate_systems(act, act.scene.district.cases[target]);
    case "3.5"_activity:
        return do_3_5_advocate_before_agencies(act, target);
    case "3.6"_activity:
        return do_3_6_organise_beneficiaries(act);
    case "3.7"_activity:
        return do_3_7_mediate_between_agencies(act, target);
    default:
        return;
    }
}

} // namespace tujuh
