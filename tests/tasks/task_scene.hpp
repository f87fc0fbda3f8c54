// SPDX-License-Identifier: Apache-2.0
/// What tests of activities share: a small district with one skilled worker who has a case, and short words
/// for asking who is needed and doing an act.
#pragma once

#include "agencies/small_district.hpp"
#include "tasks/act.hpp"

#include <algorithm>
#include <array>

namespace tujuh::task_scene {

inline constexpr std::uint32_t client = 5; ///< the household with a case

/// Who or what calls for an activity that is not for clients.
inline Candidates candidates_of(const Scene& scene, Activity activity) {
    Candidates found;
    gather(scene, activity, found);
    return found;
}

struct TaskScene {
    Settings settings = small_district::settings();
    World world = small_district::world(settings, 3);
    Scene scene{world, world.districts[0], settings};

    TaskScene() {
        Case file;
        file.household = client;
        file.rapport = 0.5f;
        file.readiness = 0.5f;
        world.districts[0].cases.push_back(file);
        world.districts[0].seats[0].cases = 1;
        h().traits[client] |= trait::has_case;
    }
    TaskScene(const TaskScene&) = delete;
    TaskScene& operator=(const TaskScene&) = delete;

    Households& h() { return world.households; }
    District& district() { return world.districts[0]; }
    Case& file() { return district().cases[0]; }
    TaskParameters& effects() { return settings.parameters.tasks; }

    /// How strongly the client calls for an activity.
    float need(Activity activity) {
        Candidates found;
        gather_clients(scene, activity, std::array{0u}, found);
        return found.empty() ? 0.0f : found[0].need;
    }
    Candidates candidates(Activity activity) const { return candidates_of(scene, activity); }
    /// One act by the first seat.
    void act(Activity activity, std::uint32_t target = 0, float skill = 1.0f) {
        perform(Act{scene, activity, 0, skill}, target);
    }
};

inline bool holds(const Candidates& candidates, std::uint32_t target) {
    return std::any_of(candidates.begin(), candidates.end(),
                       [&](const Candidate& c) { return c.target == target; });
}

} // namespace tujuh::task_scene
