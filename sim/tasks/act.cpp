// SPDX-License-Identifier: Apache-2.0
#include "tasks/act.hpp"

namespace tujuh {

bool open_case(const Scene& scene, std::uint32_t seat_index, std::uint32_t household) {
    auto& h = scene.households();
    auto& seat = scene.district.seats[seat_index];
    if (has_trait(h, household, trait::has_case)) return false;
    if (seat.cases >= scene.settings.parameters.workers.case_limit * seat.full_time) return false;
    h.traits[household] |= trait::has_case;
    ++seat.cases;
    Case opened;
    opened.household = household;
    opened.seat = seat_index;
    opened.opened = scene.world.tick;
    opened.rapport = static_cast<float>(scene.effects().rapport_first);
    opened.readiness = static_cast<float>(scene.effects().readiness_first);
    scene.district.cases.push_back(opened);
    return true;
}

} // namespace tujuh
