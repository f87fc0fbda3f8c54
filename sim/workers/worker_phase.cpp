// SPDX-License-Identifier: Apache-2.0
// A month of social work in a district (ODD 7.10). Hours are split over tasks by `task_mix` and inside a task
// by `activity_mix`. Inside an activity need ranks the candidates; an act begun is finished on next month's
// account. Hours that find no candidate pass on to the next activity, then task; what is left after a second
// round is idle:
//   available + owed after = worked + travelled + administered + idle + owed before.
// A seat in a sample is a team: the share `specialists` of its people does one task each, dealt over tasks as
// its hours are, so that hours by task do not depend on it, and learns that task sooner.
// A sham charges candidates, hours, travel and fatigue and leaves out the effect.
#include "workers/worker_phase.hpp"

#include "base/fetch_ahead.hpp"
#include "base/math.hpp"
#include "workers/queue.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <type_traits>

namespace tujuh {

namespace {

/// What of an act on a whole village, agency or district falls to the part of it that is drawn.
double scale_of_act(const Scene& scene, Level level, std::uint32_t target) {
    switch (level) {
    case Level::household:
    case Level::client:
        return 1;
    case Level::village:
        return scene.world.villages[target].scale();
    case Level::agency:
    case Level::provider:
    case Level::programme:
    case Level::issue:
    case Level::district:
        return scene.district.scale;
    }
    return 1;
}

} // namespace

double hours_of_act(const Scene& scene, Activity activity, const Candidate& candidate) {
    return scene.settings.activities[index_of(activity)].hours *
           scale_of_act(scene, row_of(activity).level, candidate.target);
}

std::optional<std::uint32_t> village_of_act(const Scene& scene, Activity activity,
                                            const Candidate& candidate) {
    switch (row_of(activity).level) {
    case Level::household:
        return village_of(scene.world, scene.district, candidate.target);
    case Level::client:
        return village_of(scene.world, scene.district, scene.district.cases[candidate.target].household);
    case Level::village:
        return candidate.target;
    default:
        return std::nullopt;
    }
}

double travel_of_act(const Scene& scene, const Seat& seat, std::optional<std::uint32_t> village) {
    if (!village) return 0;
    const auto& p = scene.settings.parameters.workers;
    const auto& at = scene.district.frame[scene.world.villages[*village].frame];
    const double distance =
        static_cast<double>(std::sqrt(square(at.x - seat.home_x) + square(at.y - seat.home_y)));
    return 2.0 * distance / p.speed / p.acts_a_trip;
}

SeatHours hours_of_seat(const Seat& seat, const WorkerParameters& p, std::int32_t tick) {
    if (tick < seat.vacant_until) return {};
    const double contract = seat.full_time * p.hours;
    return {contract * (1.0 - p.fatigue_cost * static_cast<double>(seat.fatigue)),
            contract * p.administration};
}

ByActivity hour_shares(const Settings& settings, WorkerKind kind) {
    ByActivity shares{};
    double sum = 0;
    for (const auto& row : activity_rows) {
        const auto a = index_of(row.activity);
        if (!row.may_do.allows(kind) || !settings.activities[a].enabled) continue;
        shares[a] = settings.task_mix[task_index_of(row.activity)] * settings.activity_mix[a];
        sum += shares[a];
    }
    for (auto& share : shares) share = sum > 0 ? share / sum : 0;
    return shares;
}

ByActivity adaptive_shares(const ByActivity& mix, const ByActivity& needed, const Settings& settings,
                           WorkerKind kind) {
    ByActivity shares{};
    double sum = 0, planned = 0;
    for (const auto& row : activity_rows) {
        const auto a = index_of(row.activity);
        if (!row.may_do.allows(kind) || !settings.activities[a].enabled) continue;
        shares[a] = needed[a];
        sum += needed[a];
        planned += mix[a];
    }
    if (sum <= 0 || planned <= 0) return mix;
    const double adaptive = settings.parameters.workers.adaptive;
    for (std::size_t a = 0; a < activity_count; ++a)
        shares[a] = (1.0 - adaptive) * mix[a] + adaptive * shares[a] / sum;
    return shares;
}

ByActivity needed_hours(const Scene& scene, const std::array<Candidates, activity_count>& candidates) {
    double all = 0;
    for (const auto& seat : scene.district.seats) {
        const auto hours = hours_of_seat(seat, scene.settings.parameters.workers, scene.world.tick);
        all += std::max(0.0, hours.available - hours.administered);
    }
    ByActivity needed{};
    for (const auto& row : activity_rows) {
        auto& hours = needed[index_of(row.activity)];
        for (const auto& candidate : candidates[index_of(row.activity)])
            hours += hours_of_act(scene, row.activity, candidate);
        hours = std::min(hours, all);
    }
    return needed;
}

namespace {

/// People of a seat who split their hours alike.
struct Crew {
    ByActivity shares;                    ///< of the seat's hours
    std::array<float, task_count>& skill; ///< theirs
    double full_time;                     ///< that learn by what is done
    std::size_t task = task_count;        ///< their only one; task_count: all tasks

    bool does(Activity activity) const noexcept {
        return task == task_count || task_index_of(activity) == task;
    }
};

/// The seat's specialists of a task; none where the mix gives the task no hours. Inside the task they split
/// hours as the others do, and by the mix where the others have nothing to do there.
Crew specialists_of(Seat& seat, std::size_t task, double specialists, const ByActivity& mix,
                    const ByActivity& shares) {
    double dealt = 0, in_task = 0;
    for (const auto& row : activity_rows)
        if (task_index_of(row.activity) == task)
            dealt += mix[index_of(row.activity)], in_task += shares[index_of(row.activity)];
    Crew crew{{}, seat.specialist_skill, specialists * dealt * seat.full_time, task};
    for (const auto& row : activity_rows) {
        const auto a = index_of(row.activity);
        if (task_index_of(row.activity) != task || dealt <= 0) continue;
        crew.shares[a] = specialists * (in_task > 0 ? dealt * shares[a] / in_task : mix[a]);
    }
    return crew;
}

/// What acts with clients read and write of a household.
[[gnu::always_inline]] inline void fetch_client(const Households& h, std::uint32_t i) {
    fetch_ahead(i, h.crisis, h.support, h.coping_efficiency, h.care_risk, h.capability, h.traits,
                h.needs_known, h.eligible, h.served, h.known, h.enrolled, h.pending, h.denied);
    for (const auto& deficit : h.deficit) fetch_ahead(i, deficit);
}

class WorkMonth {
  public:
    WorkMonth(World& world, District& district, const Settings& settings)
        : scene_{world, district, settings}, lists_(district.workspace) {
        sort_files();
        gather_shared();
        for (std::size_t kind = 0; kind < worker_kind_count; ++kind)
            mix_[kind] = hour_shares(settings, static_cast<WorkerKind>(kind));
        if (settings.parameters.workers.adaptive > 0) needed_ = needed_hours(scene_, all_candidates());
    }

    void work() {
        auto& ledger = scene_.district.hours;
        ledger = {};
        for (std::uint32_t s = 0; s < scene_.district.seats.size(); ++s) work_seat(s, ledger);
    }

  private:
    /// Cases by seat, in the order of the table.
    void sort_files() {
        const auto& cases = scene_.district.cases;
        auto& begin = lists_.files_begin;
        begin.assign(scene_.district.seats.size() + 2, 0);
        for (const auto& file : cases) ++begin[file.seat + 2];
        for (std::size_t s = 2; s < begin.size(); ++s) begin[s] += begin[s - 1];
        lists_.files.resize(cases.size());
        for (std::uint32_t c = 0; c < cases.size(); ++c) lists_.files[begin[cases[c].seat + 1]++] = c;
    }

    /// Cases that the seat had when the month began.
    std::span<const std::uint32_t> files_of(std::uint32_t seat) const {
        return std::span(lists_.files)
            .subspan(lists_.files_begin[seat], lists_.files_begin[seat + 1] - lists_.files_begin[seat]);
    }

    /// Candidates that all seats of the district share.
    void gather_shared() {
        auto& all = lists_.shared;
        all.clear();
        std::array<std::size_t, activity_count + 1> begin{};
        for (const auto& row : activity_rows) {
            if (row.level != Level::client) gather(scene_, row.activity, all);
            begin[index_of(row.activity) + 1] = all.size();
        }
        for (std::size_t a = 0; a < activity_count; ++a)
            shared_[a] = Queue(std::span(all).subspan(begin[a], begin[a + 1] - begin[a]));
    }

    /// Of each activity, clients of all seats included.
    std::array<Candidates, activity_count> all_candidates() {
        std::array<Candidates, activity_count> all;
        for (const auto& row : activity_rows) {
            auto& list = all[index_of(row.activity)];
            const auto shared = shared_[index_of(row.activity)].all();
            list.assign(shared.begin(), shared.end());
            if (row.level != Level::client) continue;
            for (std::uint32_t s = 0; s < scene_.district.seats.size(); ++s)
                gather_clients(scene_, row.activity, files_of(s), list);
        }
        return all;
    }

    /// What an act on a household who is no client, the next one, will read and write.
    void fetch_household(std::uint32_t i) const {
        const auto& h = scene_.world.households;
        fetch_ahead(i, h.traits, h.score, h.resource_mean, h.preparedness, h.care_risk, h.morale, h.safety);
    }

    ShortQueue queue_of_clients(Activity activity, std::uint32_t seat) {
        lists_.clients.clear();
        gather_clients(scene_, activity, files_of(seat), lists_.clients);
        return ShortQueue(lists_.clients);
    }

    void work_seat(std::uint32_t s, HoursLedger& ledger) {
        auto& seat = scene_.district.seats[s];
        const auto& p = scene_.settings.parameters.workers;
        const SeatHours hours = hours_of_seat(seat, p, scene_.world.tick);
        ledger.available += hours.available;
        ledger.administered += std::min(hours.administered, hours.available);
        for (const double owed : seat.account) ledger.owed_before -= owed;
        double field = std::max(0.0, hours.available - hours.administered);
        if (field > 0) {
            for (const auto c : files_of(s))
                fetch_client(scene_.households(), scene_.district.cases[c].household);
            field -= do_placebo(s, field * scene_.settings.placebo_share, ledger);
            ledger.idle += work_field_hours(s, field, ledger);
        }
        if (p.specialists <= 0) seat.specialist_skill = seat.skill; // who specialises later begins with it
        for (const double owed : seat.account) ledger.owed_after -= owed;
        if (scene_.world.tick < seat.vacant_until) return; // nobody is there to tire
        seat.fatigue = next_fatigue(
            seat.fatigue, seat.full_time > 0 ? seat.cases / (p.case_reference * seat.full_time) : 0, p);
    }

    /// Specialists first, two rounds in their own task; then the others; then a second round of the whole
    /// seat over all activities with what is left. Returns the hours that found no candidate.
    double work_field_hours(std::uint32_t s, double field, HoursLedger& ledger) {
        auto& seat = scene_.district.seats[s];
        const auto& p = scene_.settings.parameters.workers;
        const auto& mix = mix_[static_cast<std::size_t>(seat.kind)];
        const auto shares = p.adaptive > 0 ? adaptive_shares(mix, needed_, scene_.settings, seat.kind) : mix;
        // Hours of a kind of worker for whom nothing is planned pass on to whatever it may do, or are idle.
        if (std::none_of(shares.begin(), shares.end(), [](double x) { return x > 0; }))
            return spend(s, 0, {shares, seat.skill, seat.full_time}, field, ledger);
        double passed = 0;
        for (std::size_t task = 0; p.specialists > 0 && task < task_count; ++task) {
            Crew crew = specialists_of(seat, task, p.specialists, mix, shares);
            const double left = spend(s, field, crew, 0, ledger);
            passed += spend(s, 0, crew, left, ledger);
        }
        const double general = 1.0 - p.specialists;
        passed += spend(s, field * general, {shares, seat.skill, general * seat.full_time}, 0, ledger);
        return spend(s, 0, {shares, seat.skill, seat.full_time}, passed, ledger);
    }

    /// Goes through what a crew does in the order of codes; returns the hours that found no candidate.
    double spend(std::uint32_t s, double field, const Crew& crew, double passed, HoursLedger& ledger) {
        auto& seat = scene_.district.seats[s];
        for (const auto& row : activity_rows) {
            if (!crew.does(row.activity)) continue;
            const auto a = index_of(row.activity);
            if (!row.may_do.allows(seat.kind) || !scene_.settings.activities[a].enabled) {
                // Hours owed for an activity that is no longer done are paid back from what passes by.
                const double paid = std::min(passed, -seat.account[a]);
                seat.account[a] += paid;
                passed -= paid;
                continue;
            }
            double credit = seat.account[a] + field * crew.shares[a] + passed;
            if (credit > 0) credit = act_until_spent(s, row, credit, crew, ledger);
            passed = std::max(0.0, credit);
            seat.account[a] = std::min(0.0, credit);
        }
        return passed;
    }

    double act_until_spent(std::uint32_t s, const ActivityRow& row, double credit, const Crew& crew,
                           HoursLedger& ledger) {
        if (row.level != Level::client)
            return act_until_spent(s, row, shared_[index_of(row.activity)], credit, crew, ledger);
        auto clients = queue_of_clients(row.activity, s);
        return act_until_spent(s, row, clients, credit, crew, ledger);
    }

    template <class AnyQueue>
    double act_until_spent(std::uint32_t s, const ActivityRow& row, AnyQueue& queue, double credit,
                           const Crew& crew, HoursLedger& ledger) {
        const auto a = index_of(row.activity);
        auto& seat = scene_.district.seats[s];
        // Learning by doing; a seat that stands for a part of a person acts as much less and learns as fast.
        const double gain = scene_.settings.parameters.workers.skill_gain / std::max(crew.full_time, 1e-9);
        while (credit > 0 && !queue.empty()) {
            const Candidate candidate = queue.take();
            if constexpr (std::is_same_v<AnyQueue, Queue>)
                if (row.level == Level::household && !queue.empty()) fetch_household(queue.next().target);
            const double worked = hours_of_act(scene_, row.activity, candidate);
            const double scale = scale_of_act(scene_, row.level, candidate.target);
            const double travelled =
                scale * travel_of_act(scene_, seat, village_of_act(scene_, row.activity, candidate));
            credit -= worked + travelled;
            ledger.worked += worked;
            ledger.travelled += travelled;
            ledger.by_activity[a] += worked + travelled;
            ledger.by_kind[static_cast<std::size_t>(seat.kind)] += worked + travelled;
            ++ledger.acts[a];
            if (row.level == Level::client) ++ledger.client_acts;
            const auto task = task_index_of(row.activity);
            const Act act{scene_, row.activity, s, crew.skill[task]};
            if (!scene_.settings.activities[a].sham) perform(act, candidate.target);
            raise(crew.skill[task], std::min(0.5, gain * scale));
        }
        return credit;
    }

    /// An act on clients that has no effect: it takes hours and luck of its own, and moves nothing.
    double do_placebo(std::uint32_t s, double hours, HoursLedger& ledger) {
        if (hours <= 0) return 0;
        for (const std::uint32_t c : files_of(s)) {
            if (scene_.settings.placebo_sham) break;
            const auto number = number_of(scene_.world, scene_.district, scene_.district.cases[c].household);
            (void)scene_.world.draws.words(number, scene_.world.tick, Purpose::act, 0);
        }
        ledger.placebo += hours;
        ledger.worked += hours;
        return hours;
    }

    Scene scene_;
    Workspace& lists_;
    std::array<Queue, activity_count> shared_{};
    std::array<ByActivity, worker_kind_count> mix_{}; ///< shares of hours
    ByActivity needed_{};                             ///< hours; only where mixes adapt
};

/// A registry round fills lists as no other month does; then their memory is given back.
template <class List> void give_back(List& list, std::size_t usual) {
    constexpr std::size_t little = 1024;
    if (list.capacity() > std::max(usual, little)) List().swap(list);
}

} // namespace

void worker_phase(World& world, std::uint32_t index, const Settings& settings) {
    auto& district = world.districts[index];
    size_seats(district, settings, world.national.real_households);
    district.tally.workers_left =
        turn_over(world, district, settings.parameters.workers, settings.parameters.tasks);
    close_cases(world, district, settings);
    WorkMonth(world, district, settings).work();
    const std::size_t households = end_household(world, district) - first_household(world, district);
    give_back(district.newly_enrolled, households / 16);
    give_back(district.workspace.shared, households / 4);
}

} // namespace tujuh
