// SPDX-License-Identifier: Apache-2.0
// A month of policy-makers, in order: decisions of the past are carried out, streams move, windows open,
// chances are weighed, and a measure may pass. Nothing passes in burn-in: the rules of month 0 are those of
// the scenario.
#include "policy/policy_phase.hpp"

#include "base/month.hpp"
#include "policy/budget.hpp"
#include "policy/streams.hpp"
#include "policy/window.hpp"

#include <algorithm>

namespace tujuh {

namespace {

/// Months from enactment to effect of what executives have decided; courts keep their own time.
void count_on_the_way(District& district, std::int32_t tick) {
    auto& tally = district.tally;
    for (const auto& issue : district.executive.issues) {
        if (!issue.is_on_the_way() || issue.by_court) continue;
        ++tally.measures_on_the_way;
        tally.months_to_effect += tick - issue.enacted + static_cast<double>(issue.lag_left);
    }
}

} // namespace

void district_policy(World& world, std::uint32_t index, const Settings& settings) {
    auto& district = world.districts[index];
    auto& executive = district.executive;
    const auto& p = settings.parameters.reform;
    const Sitting sitting{world.draws, district.number, world.tick};
    if (executive.envelope == 0) executive.envelope = p.envelope * programme_budgets(district);
    district.tally.reforms_effective = carry_out(executive, sitting, p);
    move_streams(world, district, settings);
    open_window(world, district, p);
    Costs costs{};
    for (std::size_t i = 0; i < first_national_issue; ++i)
        costs[i] = cost_of(static_cast<Issue>(i), district, settings);
    weigh(executive, 0, first_national_issue, costs, p);
    if (world.tick >= 0)
        district.tally.reforms_enacted = decide(executive, 0, first_national_issue, costs, sitting, p);
    set_levers(district, world.draws, settings);
    count_on_the_way(district, world.tick);
}

void ministry_policy(World& world, const Settings& settings, const Together& together) {
    auto& ministry = world.national.ministry;
    const auto& p = settings.parameters.reform;
    const Sitting sitting{world.draws, ministry_place, world.tick};
    const auto voices = together.gather(voices_of(world));
    const double budgets = national_budgets(voices, world.national.real_households);
    if (ministry.envelope == 0) ministry.envelope = p.national_envelope * budgets;
    (void)carry_out(ministry, sitting, p);
    gather_national_streams(ministry, voices);
    if (in_turn(0, world.tick, 12)) ministry.window_until = world.tick + 1;
    Costs costs{};
    for (std::size_t i = first_national_issue; i < issue_count; ++i)
        costs[i] = national_cost_of(static_cast<Issue>(i), budgets, p);
    weigh(ministry, first_national_issue, issue_count, costs, p);
    if (world.tick >= 0) (void)decide(ministry, first_national_issue, issue_count, costs, sitting, p);
}

} // namespace tujuh
