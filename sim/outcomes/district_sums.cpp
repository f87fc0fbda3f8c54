// SPDX-License-Identifier: Apache-2.0
// What one district adds to the sums beside its households. The definitions of outcomes are in catalogue.cpp.
#include "outcomes/district_sums.hpp"

#include "agencies/providers.hpp"
#include "agencies/sub_units.hpp"

namespace tujuh {

namespace {

/// What a district's households stand for on average.
double weight_of(const World& world, const District& district) {
    double weight = 0, households = 0;
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& village = world.villages[v];
        weight += village.sampled() *
                  world.provinces[district.province].weight[static_cast<std::size_t>(village.area)];
        households += village.sampled();
    }
    return weight / households;
}

/// Agencies of a district, each of the same weight.
void count_institutions(const World& world, const Settings& settings, const District& district, Sums& sums) {
    const double households = end_household(world, district) - first_household(world, district);
    const double share = households / static_cast<double>(agency_count);
    const double standard = settings.parameters.control.minimum_standard;
    sums[Sum::district_households] += households;
    for (const auto& agency : district.agencies) {
        sums[Sum::procedure_burden] += share * static_cast<double>(agency.burden);
        sums[Sum::service_quality] +=
            share * static_cast<double>(service_quality(agency, settings.parameters.control));
        sums[Sum::responsiveness] += share * static_cast<double>(agency.responsiveness);
        sums[Sum::capacity_gap] += share * capacity_gap(agency, settings.parameters.agencies);
        for (const auto& unit : agency.units) {
            sums[Sum::posts] += unit.posts;
            sums[Sum::staff] += unit.staff;
            sums[Sum::staff_quits] += unit.quits;
        }
        sums[Sum::throughput] += capacity_of_slowest(agency, settings.parameters.agencies);
        for (const auto& provider : agency.providers) {
            sums[Sum::providers] += 1;
            if (is_below_standard(provider, standard)) sums[Sum::providers_below_standard] += 1;
        }
    }
    sums[Sum::organisation] += households * static_cast<double>(district.organisation);
    const auto half_a_year = world.tick - 6;
    for (const auto& request : district.requests) {
        if (request.stage == Stage::approved) continue;
        sums[Sum::undecided] += 1;
        if (request.filed < half_a_year) sums[Sum::undecided_long] += 1;
    }
    const auto& tally = district.tally;
    sums[Sum::files_handled] += tally.files_handled;
    sums[Sum::wrong_decisions] += tally.wrong_decisions;
    sums[Sum::referrals] += tally.referrals;
    sums[Sum::referrals_succeeded] += tally.referrals_succeeded;
    sums[Sum::restructurings] += tally.restructurings;
    sums[Sum::restructurings_on_bottleneck] += tally.restructurings_on_bottleneck;
}

void count_protection(const World& world, const District& district, Sums& sums) {
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& tally = world.villages[v].tally;
        sums[Sum::harms_begun] += tally.harms_begun;
        sums[Sum::watched] += tally.watched;
        sums[Sum::harms_again] += tally.harms_again;
    }
    sums[Sum::harms_stopped] += district.tally.harms_stopped;
    sums[Sum::reports_open] += district.tally.reports_open;
    sums[Sum::report_months] += district.tally.report_months;
}

/// Measures under way or in force that were passed, or won in court, within the twelve months before `tick`.
double enacted_within_a_year(const Issues& issues, std::int32_t tick) {
    double count = 0;
    for (const auto& issue : issues)
        if (issue.is_enacted() && issue.enacted >= tick - 12) count += 1;
    return count;
}

/// Streams are means over issues, weighted by the households of the district as its sums are.
void count_policy(const Settings& settings, const District& district, std::int32_t tick, Sums& sums) {
    const double counts = settings.parameters.reform.stance_counts;
    const double households = sums[Sum::district_households];
    for (const auto& issue : district.executive.issues) {
        sums[Sum::support_stream] +=
            households * static_cast<double>(issue.support) / static_cast<double>(issue_count);
        sums[Sum::pass_chances] += households * static_cast<double>(issue.pass_chance);
        if (issue.in_force()) sums[Sum::reforms_in_force] += households;
    }
    for (const auto& agency : district.agencies)
        for (const float stance : agency.stance)
            if (static_cast<double>(stance) > counts)
                sums[Sum::stances] += households / static_cast<double>(agency_count * issue_count);
    const auto& tally = district.tally;
    sums[Sum::districts] += district.scale > 0 ? 1.0 : 0.0;
    sums[Sum::reforms_effective] += tally.reforms_effective;
    if (district.scale > 0) {
        const double passed = enacted_within_a_year(district.executive.issues, tick);
        sums[Sum::reforms_of_year] += passed;
        sums[Sum::reforms_of_year_squared] += passed * passed;
        sums[Sum::reforms_of_year_cubed] += passed * passed * passed;
        sums[Sum::reforms_of_year_fourth] += passed * passed * passed * passed;
    }
    sums[Sum::measures_on_the_way] += tally.measures_on_the_way;
    sums[Sum::months_to_effect] += tally.months_to_effect;
}

} // namespace

DistrictRow count_district(const World& world, const Settings& settings, const District& district) {
    DistrictRow row;
    auto& sums = row.sums;
    row.province = district.province;
    row.weight = weight_of(world, district);
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& tally = world.villages[v].tally;
        sums[Sum::assets_lost] += tally.assets_lost;
        sums[Sum::relief] += tally.relief;
        sums[Sum::relief_rupiah] += tally.relief_rupiah;
        for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
            row.programmes[p].gross += static_cast<double>(tally.gross[p]);
            row.programmes[p].leaked += static_cast<double>(tally.leaked[p]);
        }
    }
    const auto& tally = district.tally;
    for (std::size_t door = 0; door < door_count; ++door)
        sums[member(Sum::starts_by_door, door)] += district.starts_by_door[door];
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        const auto& account = district.accounts[p];
        sums[Sum::administered] += static_cast<double>(account.administered_this_month());
        auto& programme = row.programmes[p];
        programme.eligible_starts = district.starts_a_month[p];
        sums[Sum::gross] += programme.gross;
        sums[Sum::leaked] += programme.leaked;
        sums[Sum::eligible_starts] += programme.eligible_starts;
        programme.uses = {static_cast<double>(account.budget), static_cast<double>(account.delivered),
                          static_cast<double>(account.leaked), static_cast<double>(account.administered),
                          static_cast<double>(account.unspent())};
    }
    sums[Sum::groups] += tally.groups_at_start;
    sums[Sum::groups_ended] += tally.groups_ended;
    for (const auto& seat : district.seats) {
        sums[Sum::full_time] += seat.full_time;
        const bool vacant = world.tick <= seat.vacant_until;
        if (vacant) sums[Sum::vacant] += seat.full_time;
        if (!vacant) sums[Sum::wages] += seat.full_time * settings.parameters.reform.wage / 12.0;
        if (!vacant && seat.full_time > 0) sums[Sum::workers_present] += 1;
        sums[Sum::fatigue] += seat.full_time * static_cast<double>(seat.fatigue);
        sums[Sum::open_cases] += seat.cases;
    }
    const auto& hours = district.hours;
    sums[Sum::hours_field] += hours.worked + hours.travelled;
    sums[Sum::hours_travelled] += hours.travelled;
    sums[Sum::hours_idle] += hours.idle;
    for (std::size_t kind = 0; kind < worker_kind_count; ++kind)
        sums[member(Sum::hours_by_kind, kind)] += hours.by_kind[kind];
    row.hours = hours.by_activity;
    for (std::size_t a = 0; a < activity_count; ++a) {
        row.acts[a] = static_cast<double>(hours.acts[a]);
        sums[Sum::acts] += row.acts[a];
    }
    sums[Sum::client_acts] += static_cast<double>(hours.client_acts);
    sums[Sum::requests] += static_cast<double>(district.requests.size());
    sums[Sum::decided] += tally.decided;
    sums[Sum::refused] += tally.refused;
    sums[Sum::files_lost] += tally.files_lost;
    sums[Sum::workers_left] += tally.workers_left;
    count_institutions(world, settings, district, sums);
    count_protection(world, district, sums);
    count_policy(settings, district, world.tick, sums);
    sums[Sum::workers_present] += tally.workers_left; // whoever leaves was there
    return row;
}

} // namespace tujuh
