// SPDX-License-Identifier: Apache-2.0
// Caseload, fatigue and turnover (ODD 7.10). A seat in a sample stands for fewer than one person; all limits
// are by full-time equivalents, so its size does not matter.
#include "base/fetch_ahead.hpp"
#include "base/math.hpp"
#include "households/needs.hpp"
#include "workers/worker_phase.hpp"
#include "world/institutions.hpp"

#include <algorithm>

namespace tujuh {

void size_seats(District& district, const Settings& settings, double real_households_of_nation) {
    std::array<double, worker_kind_count> seats{};
    for (const auto& seat : district.seats) ++seats[static_cast<std::size_t>(seat.kind)];
    for (auto& seat : district.seats) {
        const auto kind = static_cast<std::size_t>(seat.kind);
        seat.full_time = full_time_in(district, settings.workforce[kind], real_households_of_nation,
                                      settings.parameters.workers.by_poverty) *
                         district.levers.seats / seats[kind];
    }
}

float next_fatigue(float fatigue, double load, const WorkerParameters& p) noexcept {
    return clamp01(fatigue * static_cast<float>(1.0 - p.fatigue_recovery) +
                   static_cast<float>(p.fatigue_rise * std::max(0.0, load - 1.0)));
}

std::uint32_t turn_over(World& world, District& district, const WorkerParameters& p,
                        const TaskParameters& tasks) {
    constexpr double highest_chance = 0.06; // a month, whatever the fatigue
    std::uint32_t left = 0;
    for (std::uint32_t s = 0; s < district.seats.size(); ++s) {
        auto& seat = district.seats[s];
        if (world.tick < seat.vacant_until || seat.full_time <= 0) continue;
        const double chance =
            std::min(highest_chance, p.leaving_base + p.leaving_fatigue * static_cast<double>(seat.fatigue));
        if (!world.draws.happens(chance, district.number, world.tick, Purpose::seat_leaving, s)) continue;
        ++left;
        seat.vacant_until = world.tick + static_cast<std::int32_t>(p.vacancy_months);
        seat.fatigue = 0;
        seat.skill.fill(static_cast<float>(p.novice_skill));
        seat.specialist_skill = seat.skill;
        for (auto& file : district.cases)
            if (file.seat == s) file.rapport = static_cast<float>(tasks.rapport_first);
    }
    return left;
}

namespace {

bool is_settled(const Settings& settings, const Households& h, std::uint32_t i,
                const std::array<float, need_count>& weight) {
    return h.crisis[i] == Crisis::none && entitled_unserved(h, i) == 0 &&
           functioning_of(h, i, weight) >= static_cast<float>(settings.parameters.measures.distress);
}

} // namespace

void close_cases(World& world, District& district, const Settings& settings) {
    auto& h = world.households;
    const auto& p = settings.parameters.workers;
    const auto weight = need_rates(settings.parameters.needs).weight;
    for (auto& seat : district.seats) seat.cases = 0;
    constexpr std::size_t ahead = 8;
    const auto fetch = [&](std::size_t c) {
        if (c >= district.cases.size()) return;
        const auto i = district.cases[c].household;
        fetch_ahead(i, h.crisis, h.eligible, h.served, h.traits);
        for (const auto& deficit : h.deficit) fetch_ahead(i, deficit);
    };
    std::size_t kept = 0;
    for (std::size_t c = 0; c < district.cases.size(); ++c) {
        fetch(c + ahead);
        auto& file = district.cases[c];
        const bool gone = !has_trait(h, file.household, trait::has_case); // the household was renewed
        file.settled = is_settled(settings, h, file.household, weight) ? file.settled + 1 : 0;
        const bool settled = file.settled >= static_cast<std::int32_t>(p.case_close_months);
        const bool ends = settled || static_cast<double>(world.tick) - file.opened >= p.case_max_months;
        if (gone || ends) {
            if (settled && !gone) graduate(h, file.household, world.tick);
            if (ends)
                h.traits[file.household] =
                    static_cast<std::uint8_t>(h.traits[file.household] & ~trait::has_case);
            continue;
        }
        ++district.seats[file.seat].cases;
        district.cases[kept++] = file;
    }
    district.cases.resize(kept);
}

} // namespace tujuh
