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

void gather(const Scene& scene, Activity activity, Candidates& out) {
    constexpr decltype(&gather_for_task1) of_task[task_count] = {
        gather_for_task1, gather_for_task2, gather_for_task3, gather_for_task4,
        gather_for_task5, gather_for_task6, gather_for_task7};
    of_task[task_index_of(activity)](scene, activity, out);
}

void gather_clients(const Scene& scene, Activity activity, std::span<const std::uint32_t> files,
                    Candidates& out) {
    switch (task_index_of(activity)) {
    case 0:
        return gather_clients_for_task1(scene, activity, files, out);
    case 1:
        return gather_clients_for_task2(scene, activity, files, out);
    case 2:
        return gather_clients_for_task3(scene, activity, files, out);
    default:
        return; // the other tasks have no activity with clients
    }
}

void perform(const Act& act, std::uint32_t target) {
    constexpr decltype(&do_in_task1) of_task[task_count] = {
        do_in_task1, do_in_task2, do_in_task3, do_in_task4, do_in_task5, do_in_task6, do_in_task7};
    of_task[task_index_of(act.activity)](act, target);
}

} // namespace tujuh
