// SPDX-License-Identifier: Apache-2.0
// Task 6. Distribute and even out resources (Sukoco 2021; Pincus & Minahan 1973).
// Eligibility, informal systems for named groups, places of distribution, community management, preparation
// for use, supervision of use. Shows in: targeting error, vulnerable households in a group, distance of the
// poor, groups that survive, need relieved a rupiah, leakage.
#include "agencies/eligibility.hpp"
#include "base/instruction_sets.hpp"
#include "base/math.hpp"
#include "informal/mutual_aid.hpp"
#include "tasks/act.hpp"
#include "tasks/gather.hpp"
#include "world/institutions.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

using namespace literals;

namespace {

// ---- 6.1 Determine needs and eligibility
// ------------------------------------------------------------------------------------- A visit-grade score
// replaces the registry's: for applicants who wait for a decision, and for households in doubt. (2.5 visits
// those already refused.)

void gather_6_1(const Scene& scene, Candidates& out) {
    gather_listed(scene, &Village::doubtful, out);
    const auto& h = scene.world.households;
    for (const auto& request : scene.district.requests)
        if (request.stage != Stage::approved && !has_trait(h, request.household, trait::visited))
            out.push_back({request.household, 1.5f});
}

void do_6_1_determine_eligibility(const Act& act, std::uint32_t i) {
    const auto& scene = act.scene;
    auto& h = scene.households();
    // The less skilled the visitor, the larger the error; at half skill it is the declared one.
    const double error = scene.settings.parameters.registry.visit_error * (1.5 - act.effect(1.0));
    h.score[i] = visit_score(h.resource_mean[i], error, scene.world.draws,
                             number_of(scene.world, scene.district, i), scene.world.tick);
    h.traits[i] |= trait::visited | trait::registered;
}

// ---- 6.2 Form informal systems for named groups
// ----------------------------------------------------------------------------- For elders, persons with
// disability or households headed by a woman, where many of them are poor and in no group of theirs. (2.7:
// groups that clients lead.)

float need_6_2_form_group(const Scene& scene, const Village& village, std::size_t vulnerable) {
    const auto kind = static_cast<std::size_t>(GroupKind::female_head) + vulnerable;
    const auto outside = static_cast<float>(village.tally.vulnerable_outside[vulnerable]) /
                         static_cast<float>(village.sampled());
    const bool enough = outside >= static_cast<float>(scene.effects().group_vulnerable);
    return enough && !village.groups[kind].alive ? outside : 0.0f;
}

std::size_t most_underserved(const Scene& scene, const Village& village) {
    std::size_t most = 0;
    for (std::size_t g = 1; g < vulnerable_group_count; ++g)
        if (need_6_2_form_group(scene, village, g) > need_6_2_form_group(scene, village, most)) most = g;
    return most;
}

void do_6_2_form_group_for_vulnerable(const Act& act, std::uint32_t index) {
    auto& village = act.scene.world.villages[index];
    const auto vulnerable = most_underserved(act.scene, village);
    if (need_6_2_form_group(act.scene, village, vulnerable) <= 0) return;
    found_group(act.scene.world, village,
                static_cast<GroupKind>(static_cast<std::size_t>(GroupKind::female_head) + vulnerable),
                act.effect(2.0 * act.scene.effects().group_first), act.scene.settings.parameters.informal);
}

// ---- 6.3 Choose places and mechanisms of distribution
// ----------------------------------------------------------------------- The village of the district's full
// list that weighs most (poor households x distance) calls for it. The point whose move there lowers the
// weighted distance of all villages most is moved (a swap of the p-median problem, Teitz & Bart 1968); where
// no move helps, the nearest office gains a mobile service or an agent.

double weighted_distance(const District& district) {
    double sum = 0;
    for (const auto& village : district.frame)
        sum += static_cast<double>(village.poor_weight * village.distance_km);
    return sum;
}

std::uint32_t worst_served(const District& district) {
    std::uint32_t worst = 0;
    const auto burden = [&](std::uint32_t v) {
        return district.frame[v].poor_weight * district.frame[v].distance_km;
    };
    for (std::uint32_t v = 1; v < district.frame.size(); ++v)
        if (burden(v) > burden(worst)) worst = v;
    return worst;
}

/// Ways of up to 64 villages, side by side (base/instruction_sets.hpp): to the nearest point, to the second
/// nearest, and which the nearest is.
struct Ways {
    static constexpr std::size_t most = 64;
    alignas(64) float x[most], y[most], poor_weight[most];
    float nearest[most], second[most];
    std::uint32_t nearest_point[most];
};

TUJUH_SIDE_BY_SIDE void find_two_nearest(Ways& ways, const District& district, const float* factors) {
    for (std::size_t k = 0; k < ways.most; ++k) {
        ways.nearest[k] = ways.second[k] = farthest_km;
        ways.nearest_point[k] = 0;
    }
    for (std::uint32_t p = 0; p < district.points.size(); ++p) {
        const float x = district.points[p].x, y = district.points[p].y, factor = factors[p];
        for (std::size_t k = 0; k < ways.most; ++k) {
            const float way = square_root(square(ways.x[k] - x) + square(ways.y[k] - y)) * factor;
            const bool nearer = way < ways.nearest[k];
            ways.second[k] = std::min(ways.second[k], nearer ? ways.nearest[k] : way);
            ways.nearest_point[k] = nearer ? p : ways.nearest_point[k];
            ways.nearest[k] = nearer ? way : ways.nearest[k];
        }
    }
}

/// Adds the first `villages` to the sums, one a point.
TUJUH_SIDE_BY_SIDE void add_moves(double* __restrict sums, const Ways& ways, std::size_t villages,
                                  const float* __restrict factors, std::size_t points, float x, float y) {
    for (std::size_t v = 0; v < villages; ++v) {
        const float to_new_place = square_root(square(ways.x[v] - x) + square(ways.y[v] - y));
        const float nearest = ways.nearest[v], second = ways.second[v], weight = ways.poor_weight[v];
        const std::uint32_t nearest_point = ways.nearest_point[v];
        for (std::uint32_t p = 0; p < points; ++p) {
            const float to_others = p == nearest_point ? second : nearest;
            sums[p] += static_cast<double>(weight * std::min(to_others, to_new_place * factors[p]));
        }
    }
}

/// For each point the weighted distance of all villages if that point stood at (x, y). A village then goes
/// there, or to the nearest of the others.
void weigh_moves(District& district, float x, float y, const TaskParameters& p) {
    auto& sums = district.workspace.ways;
    auto& factors = district.workspace.distance_factors;
    sums.assign(district.points.size(), 0.0);
    factors.clear();
    for (const auto& point : district.points) factors.push_back(distance_factor(district, point, p));
    Ways ways;
    const auto& frame = district.frame;
    for (std::size_t first = 0; first < frame.size(); first += ways.most) {
        const std::size_t count = std::min(ways.most, frame.size() - first);
        for (std::size_t k = 0; k < ways.most; ++k) { // the last village again where there are fewer
            const auto& village = frame[first + std::min(k, count - 1)];
            ways.x[k] = village.x;
            ways.y[k] = village.y;
            ways.poor_weight[k] = village.poor_weight;
        }
        find_two_nearest(ways, district, factors.data());
        add_moves(sums.data(), ways, count, factors.data(), factors.size(), x, y);
    }
}

/// Moves the best point to the village and returns true; false, and no move, where none helps.
bool swap_point(District& district, std::uint32_t village, const Parameters& p) {
    const float x = district.frame[village].x, y = district.frame[village].y;
    weigh_moves(district, x, y, p.tasks);
    const auto& sums = district.workspace.ways;
    const auto best = std::min_element(sums.begin(), sums.end());
    const bool moves = best != sums.end() && *best < weighted_distance(district);
    if (moves) {
        auto& point = district.points[static_cast<std::size_t>(best - sums.begin())];
        point.x = x;
        point.y = y;
        measure_distances(district, p);
    }
    return moves;
}

void do_6_3_place_distribution_points(const Act& act) {
    auto& district = act.scene.district;
    const auto& p = act.scene.settings.parameters;
    if (!act.happens(act.effect(1.0), district.number)) return;
    const auto village = worst_served(district);
    if (swap_point(district, village, p)) return;
    const auto& at = district.frame[village];
    const auto distance = [&](const DistributionPoint& point) {
        return square(point.x - at.x) + square(point.y - at.y);
    };
    auto nearest = std::min_element(district.points.begin(), district.points.end(),
                                    [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    if (nearest->mechanism == Mechanism::office)
        nearest->mechanism = Mechanism::agent;
    else if (nearest->mechanism == Mechanism::agent)
        nearest->mechanism = Mechanism::mobile;
    measure_distances(district, p);
}

// ---- 6.4 Train the community to run its systems
// ----------------------------------------------------------------------------- For villages whose groups
// lack competence. The nearest point's keepers learn too; a drawn village stands for several, so their share
// is larger.

float need_6_4_train_community_managers(const Village& village) {
    float need = 0;
    for (const auto& group : village.groups)
        if (group.alive) need = std::max(need, 1.0f - group.competence);
    return need;
}

void do_6_4_train_community_managers(const Act& act, std::uint32_t index) {
    auto& district = act.scene.district;
    auto& village = act.scene.world.villages[index];
    const double gain = act.effect(act.scene.effects().train_competence);
    for (auto& group : village.groups)
        if (group.alive) raise(group.competence, gain);
    const auto& at = district.frame[village.frame];
    const auto distance = [&](const DistributionPoint& point) {
        return square(point.x - at.x) + square(point.y - at.y);
    };
    auto nearest = std::min_element(district.points.begin(), district.points.end(),
                                    [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    const double stands_for =
        static_cast<double>(district.frame.size()) / (district.village_end - district.village_begin);
    raise(nearest->competence, std::min(1.0, gain * stands_for * static_cast<double>(district.points.size()) /
                                                 static_cast<double>(district.frame.size())));
    if (nearest->mechanism != Mechanism::office) bring_nearer(district, *nearest, act.scene.effects());
}

// ---- 6.5 Prepare people to use resources
// ------------------------------------------------------------------------------------- For the newly
// enrolled: services relieve more of a need, cash is misused less.

void do_6_5_prepare_to_use_resources(const Act& act, std::uint32_t household) {
    raise(act.scene.households().preparedness[household], act.effect(act.scene.effects().prepare));
}

// ---- 6.6 Monitor and supervise the use of resources
// --------------------------------------------------------------------------- For programmes that leak: less
// is lost on the way, and misuse is found.

float need_6_6_monitor_use(const Scene& scene, std::size_t programme) {
    return static_cast<float>(scene.settings.programmes[programme].leakage) *
           (1.0f - scene.district.supervision[programme]);
}

void do_6_6_monitor_use(const Act& act, std::uint32_t programme) {
    raise(act.scene.district.supervision[programme], act.effect(act.scene.effects().monitor_supervision));
}

} // namespace

void gather_for_task6(const Scene& scene, Activity activity, Candidates& out) {
    switch (activity) {
    case "6.1"_activity:
        return gather_6_1(scene, out);
    case "6.2"_activity:
        return gather_villages(scene, out, [&](const Village& v) {
            return need_6_2_form_group(scene, v, most_underserved(scene, v));
        });
    case "6.3"_activity:
        return gather_offices(1, out, [&](std::size_t) { return 1.0f; });
    case "6.4"_activity:
        return gather_villages(scene, out, need_6_4_train_community_managers);
    case "6.5"_activity:
        for (const auto& entry : scene.district.newly_enrolled) out.push_back({entry.household, entry.need});
        return;
    case "6.6"_activity:
        return gather_offices(scene.world.programme_count, out,
                              [&](std::size_t p) { return need_6_6_monitor_use(scene, p); });
    default:
        return;
    }
}

void do_in_task6(const Act& act, std::uint32_t target) {
    switch (act.activity) {
    case "6.1"_activity:
        return do_6_1_determine_eligibility(act, target);
    case "6.2"_activity:
        return do_6_2_form_group_for_vulnerable(act, target);
    case "6.3"_activity:
        return do_6_3_place_distribution_points(act);
    case "6.4"_activity:
        return do_6_4_train_community_managers(act, target);
    case "6.5"_activity:
        return do_6_5_prepare_to_use_resources(act, target);
    case "6.6"_activity:
        return do_6_6_monitor_use(act, target);
    default:
        return;
    }
}

} // namespace tujuh
