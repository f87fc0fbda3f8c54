// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"
#include "tasks/catalogue.hpp"
#include "world/world.hpp"

#include <span>

/// What the activities of all tasks have in common. An activity is two functions in its task's file:
/// `need_...` (how strongly a candidate calls for it, 0: not taken up) and `do_...` (the effect). Whom to
/// visit, hours and travel are the worker phase's business.
namespace tujuh {

/// A district at work, as an activity sees it.
struct Scene {
    World& world;
    District& district;
    const Settings& settings;

    Households& households() const noexcept { return world.households; }
    const TaskParameters& effects() const noexcept { return settings.parameters.tasks; }
    const MeasureParameters& measures() const noexcept { return settings.parameters.measures; }
};

/// A client: a household with an open case.
struct Client {
    const Scene& scene;
    Case& file;

    std::uint32_t household() const noexcept { return file.household; }
    const Households& h() const noexcept { return scene.world.households; }
};

/// One act under way: who does it, how well, and its own luck.
struct Act {
    const Scene& scene;
    Activity activity;
    std::uint32_t seat; ///< of the district
    float skill;        ///< of the worker in the task, 0-1

    /// Chance keyed by the entity acted on, the month and the activity's code, so that no act shifts
    /// another's luck.
    bool happens(double chance, std::uint32_t entity, std::uint32_t sub = 0) const noexcept {
        return scene.world.draws.happens(chance, entity, scene.world.tick, Purpose::act,
                                         code_number(activity) + 100 * sub);
    }
    bool happens_to_household(double chance, std::uint32_t household, std::uint32_t sub = 0) const noexcept {
        return happens(chance, number_of(scene.world, scene.district, household), sub);
    }
    double effect(double full) const noexcept { return full * static_cast<double>(skill); }
    /// An act on an agency or on the beneficiaries' bodies reaches one of its offices; this is what the whole
    /// of it feels.
    double effect_on_offices(double full) const noexcept {
        return effect(full) / scene.settings.parameters.agency_work.offices;
    }
};

/// Moves a 0-1 state up by a share of what is missing, or down by a share of what is there.
template <class State> void raise(State& state, double share) noexcept {
    state = state + static_cast<float>(share) * (1.0f - state);
}
template <class State> void lower(State& state, double share) noexcept {
    state = state - static_cast<float>(share) * state;
}

inline bool has_trait(const Households& h, std::uint32_t i, std::uint8_t bit) noexcept {
    return (h.traits[i] & bit) != 0;
}

/// The need of who is concerned, 0 of others. Nobody can foresee which clients are, so that this takes no
/// jump.
constexpr float need_if(bool concerned, float need) noexcept {
    return static_cast<float>(concerned) * need;
}

/// Bits of a mask of at most eight.
constexpr unsigned bits_in(unsigned mask) noexcept {
    mask -= (mask >> 1) & 0x55u;
    mask = (mask & 0x33u) + ((mask >> 2) & 0x33u);
    return (mask + (mask >> 4)) & 0x0Fu;
}
static_assert(need_count <= 8 && max_programmes <= 8 && agency_count <= 8);

/// Programmes that a household is entitled to and is not served by.
inline unsigned entitled_unserved(const Households& h, std::uint32_t i) noexcept {
    return static_cast<unsigned>(h.eligible[i]) & ~static_cast<unsigned>(h.served[i]);
}

/// Opens a case with a seat, unless the household has one or the seat carries its limit.
bool open_case(const Scene& scene, std::uint32_t seat, std::uint32_t household);

/// Candidates for an activity that is not for clients, once a district and month.
void gather(const Scene& scene, Activity activity, Candidates& out);
/// Candidates for an activity with clients, among these cases; who has dropped out calls for nothing.
void gather_clients(const Scene& scene, Activity activity, std::span<const std::uint32_t> files,
                    Candidates& out);
/// The effect of an act on its target.
void perform(const Act& act, std::uint32_t target);

// The same of each task, in its file.
void gather_for_task1(const Scene& scene, Activity activity, Candidates& out);
void gather_clients_for_task1(const Scene& scene, Activity activity, std::span<const std::uint32_t> files,
                              Candidates& out);
void do_in_task1(const Act& act, std::uint32_t target);
void gather_for_task2(const Scene& scene, Activity activity, Candidates& out);
void gather_clients_for_task2(const Scene& scene, Activity activity, std::span<const std::uint32_t> files,
                              Candidates& out);
void do_in_task2(const Act& act, std::uint32_t target);
void gather_for_task3(const Scene& scene, Activity activity, Candidates& out);
void gather_clients_for_task3(const Scene& scene, Activity activity, std::span<const std::uint32_t> files,
                              Candidates& out);
void do_in_task3(const Act& act, std::uint32_t target);
void gather_for_task4(const Scene& scene, Activity activity, Candidates& out);
void do_in_task4(const Act& act, std::uint32_t target);
void gather_for_task5(const Scene& scene, Activity activity, Candidates& out);
void do_in_task5(const Act& act, std::uint32_t target);
void gather_for_task6(const Scene& scene, Activity activity, Candidates& out);
void do_in_task6(const Act& act, std::uint32_t target);
void gather_for_task7(const Scene& scene, Activity activity, Candidates& out);
void do_in_task7(const Act& act, std::uint32_t target);

} // namespace tujuh
