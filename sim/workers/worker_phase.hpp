// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"
#include "tasks/act.hpp"
#include "world/world.hpp"

#include <optional>

namespace tujuh {

/// One month of a district's social workers (ODD 7.10): people come and go, cases are closed, hours are
/// planned over tasks and activities, acts are done, fatigue follows load. Every hour is accounted for in
/// `district.hours`.
void worker_phase(World& world, std::uint32_t district, const Settings& settings);

/// Hours an act costs before travel: acts on a whole village, agency, programme or district scale with the
/// miniature.
double hours_of_act(const Scene& scene, Activity activity, const Candidate& candidate);

/// The village where the worker has to go for an act, or none: it takes place at the district's offices.
std::optional<std::uint32_t> village_of_act(const Scene& scene, Activity activity,
                                            const Candidate& candidate);

/// Hours of travel an act there costs from a seat: there and back, shared by the acts of one trip.
double travel_of_act(const Scene& scene, const Seat& seat, std::optional<std::uint32_t> village);

/// Shares or hours, one an activity.
using ByActivity = std::array<double, activity_count>;

/// Share of a seat's hours that goes to each activity: task mix x activity mix over what this kind of worker
/// may do.
ByActivity hour_shares(const Settings& settings, WorkerKind kind);

/// The mixes with the share `workers.adaptive` of hours given to what candidates need,
///   share_a = (1 - adaptive) mix_a + adaptive n_a / sum n,   over what this kind of worker may do.
ByActivity adaptive_shares(const ByActivity& mix, const ByActivity& needed, const Settings& settings,
                           WorkerKind kind);

/// Hours n_a that all candidates of an activity would take this month, without travel. More than all hours
/// of the district count as all of them, so that one list without end does not take everything.
ByActivity needed_hours(const Scene& scene, const std::array<Candidates, activity_count>& candidates);

/// Hours that a seat has this month, and what of them goes to administration.
struct SeatHours {
    double available = 0, administered = 0;
};
SeatHours hours_of_seat(const Seat& seat, const WorkerParameters& p, std::int32_t tick);

/// Persons behind each seat, from the workforce in force.
void size_seats(District& district, const Settings& settings, double real_households_of_nation);

/// Leaving, vacancy, return with a novice. Returns how many left.
std::uint32_t turn_over(World& world, District& district, const WorkerParameters& p,
                        const TaskParameters& tasks);

/// Fatigue after a month: f' = f (1 - recovery) + rise max(0, load - 1), load = open cases over the
/// reference.
float next_fatigue(float fatigue, double load, const WorkerParameters& p) noexcept;

/// Closes cases that are settled, old, dropped out, or whose household was renewed; recounts the caseload.
void close_cases(World& world, District& district, const Settings& settings);

} // namespace tujuh
