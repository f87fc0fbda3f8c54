// SPDX-License-Identifier: Apache-2.0
// Start reading here: `tick` is one month of the whole ecosystem, phase by phase; `simulate` runs months and
// measures them. A phase reads what earlier phases of this month wrote and what later phases wrote last
// month; nothing else crosses.
#include "simulation.hpp"

#include "agencies/agency_phase.hpp"
#include "agencies/registry.hpp"
#include "agencies/reports.hpp"
#include "environment/disasters.hpp"
#include "households/curve_refit.hpp"
#include "households/village_phase.hpp"
#include "informal/mutual_aid.hpp"
#include "outcomes/catalogue.hpp"
#include "outcomes/measure.hpp"
#include "policy/policy_phase.hpp"
#include "workers/worker_phase.hpp"
#include "world/audit.hpp"
#include "world/build.hpp"
#include "world/conservation.hpp"
#include "world/first_found.hpp"

namespace tujuh {

namespace {

template <class Live> auto in_phase(const Together& together, Phase phase, Live&& live) {
    const Working working(together.watch(), phase);
    return live();
}

/// Villages do not depend on one another within a month.
void live_in_villages(World& world, const District& district, const Settings& settings,
                      const HouseholdRates& rates, const Together& together) {
    const Working working(together.watch(), Phase::households);
    together(district.village_end - district.village_begin, [&](std::size_t v) {
        const auto index = district.village_begin + static_cast<std::uint32_t>(v);
        strike_village(world, world.villages[index], settings.parameters.shocks);
        village_phase(world, index, rates);
    });
}

/// Groups belong to villages, the month's count of them to the district.
void settle_groups(World& world, District& district, const Parameters& p) {
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        district.tally.groups_at_start += groups_alive(world.villages[v]);
        district.tally.groups_ended += informal_phase(world, world.villages[v], p.informal);
        relax_bridging(world.villages[v], p.relaxation);
    }
}

/// What follows in a district when its households have lived their month.
void live_in_district(World& world, std::uint32_t index, const Settings& settings, bool registry_round,
                      const Together& together) {
    auto& district = world.districts[index];
    const auto in = [&](Phase phase, auto&& live) { in_phase(together, phase, live); };
    in(Phase::agencies, [&] { agency_phase(world, index, settings, registry_round); }); // formal systems
    in(Phase::groups, [&] { settle_groups(world, district, settings.parameters); });    // informal systems
    in(Phase::workers, [&] { worker_phase(world, index, settings); });                  // social workers
    in(Phase::policy, [&] { // policy-makers of the district
        count_waiting_reports(district, world.tick);
        district_policy(world, index, settings);
        set_paid_shares(world, district, settings); // what next month can pay
    });
}

/// Losses and gains of permanent standing outlast any burn-in. At its beginning both run `start_pace` times
/// as fast, which leads to the same distribution in a fraction of the time.
Settings with_quick_standing(Settings settings) {
    auto& p = settings.parameters;
    p.relaxation.permanent /= p.relaxation.start_pace;
    p.coping.fire_sale_rate *= p.relaxation.start_pace;
    p.tasks.teach_resources *= p.relaxation.start_pace;
    return settings;
}

} // namespace

std::optional<Violation> tick(World& world, const Settings& settings, const Together& together) {
    const bool registry_round = is_registry_round(world, settings.parameters.registry);
    if (registry_round)
        in_phase(together, Phase::registry, [&] { set_cutoffs(world, settings.programmes, together); });

    const HouseholdRates rates = household_rates(settings, world.national.headcount);
    together(world.districts.size(), [&](std::size_t d) {
        live_in_villages(world, world.districts[d], settings, rates, together); // environment and households
        live_in_district(world, static_cast<std::uint32_t>(d), settings, registry_round, together);
    });
    in_phase(together, Phase::policy, [&] { ministry_policy(world, settings, together); });
    auto violation =
        in_phase(together, Phase::conservation, [&] { return find_violation(world, together.for_each()); });
    if (is_audit_build && !violation) violation = find_inconsistency(world);
    ++world.tick;
    return first_found(violation, together);
}

std::optional<Violation> burn_in(World& world, const Scenario& scenario, const Together& together,
                                 const Watch& watch) {
    const Settings quick = with_quick_standing(scenario.base);
    const std::int32_t settled = -scenario.burn_in_months * 3 / 5;
    while (world.tick < 0) {
        const Settings& settings = world.tick < settled ? quick : scenario.base;
        if (auto violation = tick(world, settings, together)) return violation;
        if (world.tick % 12 == 0)
            in_phase(together, Phase::curves, [&] { refit_curves(world, scenario, together); });
        if (!watch(world.tick)) break;
    }
    return std::nullopt;
}

InForce::InForce(const World& world, const Scenario& scenario)
    : written_(settings_at(scenario, world.tick)),
      reformed_(with_national_measures(written_, world.national.ministry)) {}

std::optional<Violation> live_a_month(World& world, const Scenario& scenario, const Together& together) {
    return tick(world, InForce(world, scenario).settings(), together);
}

std::optional<Violation> simulate(World& world, const Scenario& scenario, OutcomeTable& table,
                                  const Together& together, const Watch& watch,
                                  const MonthsRead& months_read) {
    const auto is_read = [&](std::int32_t month) {
        return month >= 0 && (months_read.empty() || months_read[static_cast<std::size_t>(month)]);
    };
    MonthTables counts;
    while (world.tick < scenario.months) {
        const auto month = world.tick;
        const InForce in_force(world, scenario);
        const Settings& settings = in_force.settings();
        if (auto violation = tick(world, settings, together)) return violation;
        if (is_read(month))
            in_phase(together, Phase::outcomes, [&] {
                measure(world, settings, counts, table, static_cast<std::size_t>(month), together);
            });
        if (!watch(month)) break;
    }
    return std::nullopt;
}

} // namespace tujuh
