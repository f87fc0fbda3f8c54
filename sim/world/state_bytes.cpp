// SPDX-License-Identifier: Apache-2.0
#include "world/state_bytes.hpp"

#include "world/columns.hpp"

namespace tujuh {

// Members of every struct of the state, in the order in which they are written.

template <Is<Draws> Struct> auto parts(Struct& draws) {
    auto& [seed, replicate] = draws;
    return std::tie(seed, replicate);
}

template <Is<Listed> Struct> auto parts(Struct& listed) {
    auto& [household, need] = listed;
    return std::tie(household, need);
}

template <Is<Filing> Struct> auto parts(Struct& filing) {
    auto& [household, programme, accompanied, advocated] = filing;
    return std::tie(household, programme, accompanied, advocated);
}

template <Is<Due> Struct> auto parts(Struct& due) {
    auto& [household, programme, complete] = due;
    return std::tie(household, programme, complete);
}

template <Is<MutualAidGroup> Struct> auto parts(Struct& group) {
    auto& [alive, formed, members, fund, fund_before, lost, payout, competence, bridged] = group;
    return std::tie(alive, formed, members, fund, fund_before, lost, payout, competence, bridged);
}

template <Is<VillageTally> Struct> auto parts(Struct& tally) {
    auto& [gross, leaked, full, enrolled, served, contributed, paid_out, members, clients, vulnerable_outside,
           crises_begun, crises, assets_lost, relief, relief_rupiah, harms_begun, watched, harms_again] =
        tally;
    return std::tie(gross, leaked, full, enrolled, served, contributed, paid_out, members, clients,
                    vulnerable_outside, crises_begun, crises, assets_lost, relief, relief_rupiah, harms_begun,
                    watched, harms_again);
}

template <Is<Village> Struct> auto parts(Struct& village) {
    auto& [number, district, province, area, begin, end, frame, real_households, place_effect,
           disaster_months, groups, peers_enrolled, kin_bridged, awareness, detour_km, tally, filings,
           distressed, outside, doubtful, due, reported, supervisable] = village;
    return std::tie(number, district, province, area, begin, end, frame, real_households, place_effect,
                    disaster_months, groups, peers_enrolled, kin_bridged, awareness, detour_km, tally,
                    filings, distressed, outside, doubtful, due, reported, supervisable);
}

template <Is<SubUnitState> Struct> auto parts(Struct& unit) {
    auto& [posts, staff, quits, skill, fit, influence, cohesion, capacity_left] = unit;
    return std::tie(posts, staff, quits, skill, fit, influence, cohesion, capacity_left);
}

template <Is<Provider> Struct> auto parts(Struct& provider) {
    auto& [quality, licensed, suspended, licence_ends] = provider;
    return std::tie(quality, licensed, suspended, licence_ends);
}

template <Is<Agency> Struct> auto parts(Struct& agency) {
    auto& [units, fidelity, burden, quality, responsiveness, diagnosis, bias, problem_known, providers,
           stance] = agency;
    return std::tie(units, fidelity, burden, quality, responsiveness, diagnosis, bias, problem_known,
                    providers, stance);
}

template <Is<Request> Struct> auto parts(Struct& request) {
    auto& [household, filed, programme, stage, accompanied, stuck, lost, advocated, joint, end, since] =
        request;
    return std::tie(household, filed, programme, stage, accompanied, stuck, lost, advocated, joint, end,
                    since);
}

template <Is<Report> Struct> auto parts(Struct& report) {
    auto& [household, since, generation, of_harm] = report;
    return std::tie(household, since, generation, of_harm);
}

template <Is<ReportCounts> Struct> auto parts(Struct& counts) {
    auto& [filed, settled, lapsed, dropped] = counts;
    return std::tie(filed, settled, lapsed, dropped);
}

template <Is<RequestCounts> Struct> auto parts(Struct& counts) {
    auto& [filed, enrolled, denied, lost, withdrawn] = counts;
    return std::tie(filed, enrolled, denied, lost, withdrawn);
}

template <Is<Case> Struct> auto parts(Struct& file) {
    auto& [household, seat, opened, settled, rapport, readiness] = file;
    return std::tie(household, seat, opened, settled, rapport, readiness);
}

template <Is<Seat> Struct> auto parts(Struct& seat) {
    auto& [kind, full_time, home_x, home_y, skill, specialist_skill, fatigue, vacant_until, cases, account] =
        seat;
    return std::tie(kind, full_time, home_x, home_y, skill, specialist_skill, fatigue, vacant_until, cases,
                    account);
}

template <Is<HoursLedger> Struct> auto parts(Struct& hours) {
    auto& [available, worked, travelled, administered, idle, owed_before, owed_after, by_activity, by_kind,
           acts, client_acts, placebo] = hours;
    return std::tie(available, worked, travelled, administered, idle, owed_before, owed_after, by_activity,
                    by_kind, acts, client_acts, placebo);
}

template <Is<DistributionPoint> Struct> auto parts(Struct& point) {
    auto& [x, y, mechanism, competence] = point;
    return std::tie(x, y, mechanism, competence);
}

template <Is<FrameVillage> Struct> auto parts(Struct& village) {
    auto& [x, y, poor_weight, distance_km, area] = village;
    return std::tie(x, y, poor_weight, distance_km, area);
}

template <Is<DistrictTally> Struct> auto parts(Struct& tally) {
    auto& [starts, eligible_starts, starts_by_door, decided, refused, files_lost, groups_ended,
           groups_at_start, workers_left, files_handled, wrong_decisions, referrals, referrals_succeeded,
           restructurings, restructurings_on_bottleneck, reports_open, report_months, harms_stopped,
           reforms_enacted, reforms_effective, months_to_effect, measures_on_the_way] = tally;
    return std::tie(starts, eligible_starts, starts_by_door, decided, refused, files_lost, groups_ended,
                    groups_at_start, workers_left, files_handled, wrong_decisions, referrals,
                    referrals_succeeded, restructurings, restructurings_on_bottleneck, reports_open,
                    report_months, harms_stopped, reforms_enacted, reforms_effective, months_to_effect,
                    measures_on_the_way);
}

template <Is<Account> Struct> auto parts(Struct& account) {
    auto& [budget, delivered, leaked, administered, delivered_before, leaked_before, administered_before] =
        account;
    return std::tie(budget, delivered, leaked, administered, delivered_before, leaked_before,
                    administered_before);
}

template <Is<IssueState> Struct> auto parts(Struct& issue) {
    auto& [evidence, proposal, support, ease, harm, pass_chance, enacted, lag_left, loss, strength, cost,
           by_court, heard_until] = issue;
    return std::tie(evidence, proposal, support, ease, harm, pass_chance, enacted, lag_left, loss, strength,
                    cost, by_court, heard_until);
}

template <Is<Executive> Struct> auto parts(Struct& executive) {
    auto& [issues, envelope, committed, window_until] = executive;
    return std::tie(issues, envelope, committed, window_until);
}

template <Is<Levers> Struct> auto parts(Struct& levers) {
    auto& [bias, waived, places, seats, quality, distance] = levers;
    return std::tie(bias, waived, places, seats, quality, distance);
}

/// Of the index of requests nothing is written: it is made anew from the requests. The index of reports and
/// the workspace are made anew by the month.
template <Is<District> Struct> auto parts(Struct& district) {
    auto& [number, province, village_begin, village_end, real_households, scale, relative_poverty,
           place_effect, frame, points, agencies, conflict, supervision, quota_share, units_a_household,
           enrolled, starts_a_month, starts_by_door, paid_share, annual_budget, accounts, organisation,
           executive, levers, requests, requests_of, reports, counts, report_counts, newly_enrolled, seats,
           cases, hours, tally, reports_of, workspace] = district;
    return std::tie(number, province, village_begin, village_end, real_households, scale, relative_poverty,
                    place_effect, frame, points, agencies, conflict, supervision, quota_share,
                    units_a_household, enrolled, starts_a_month, starts_by_door, paid_share, annual_budget,
                    accounts, organisation, executive, levers, requests, reports, counts, report_counts,
                    newly_enrolled, seats, cases, hours, tally);
}

template <Is<ConsumptionCurve> Struct> auto parts(Struct& curve) {
    auto& [level, spread, bend] = curve;
    return std::tie(level, spread, bend);
}

template <Is<SizeGradient> Struct> auto parts(Struct& gradient) {
    auto& [slope, mean_standing, spread, size_at_zero] = gradient;
    return std::tie(slope, mean_standing, spread, size_at_zero);
}

template <Is<Province> Struct> auto parts(Struct& province) {
    auto& [table_row, curve, weight, poverty_line, mean, gini_held, sizes] = province;
    return std::tie(table_row, curve, weight, poverty_line, mean, gini_held, sizes);
}

template <Is<National> Struct> auto parts(Struct& national) {
    auto& [cutoff, registry_round, real_households, headcount, ministry] = national;
    return std::tie(cutoff, registry_round, real_households, headcount, ministry);
}

template <class Bytes, int size> void carry(Bytes& bytes, Eigen::Matrix<float, size, size>& matrix) {
    bytes.values(std::span(matrix.data(), static_cast<std::size_t>(matrix.size())));
}
template <class Bytes, int size> void carry(Bytes& bytes, const Eigen::Matrix<float, size, size>& matrix) {
    bytes.values(std::span(matrix.data(), static_cast<std::size_t>(matrix.size())));
}

namespace {

/// How far the places of a district's villages and households lie from those that are meant. Differences may
/// be negative: numbers without sign go round.
struct Shift {
    std::uint32_t districts, villages, households;
};

template <class List> void move_households(List& list, std::uint32_t shift) {
    for (auto& entry : list) entry.household += shift;
}

void relocate(Village& village, const Shift& shift) {
    village.district += shift.districts;
    village.begin += shift.households;
    village.end += shift.households;
    move_households(village.filings, shift.households);
    for (auto* list : {&village.distressed, &village.outside, &village.doubtful, &village.supervisable})
        move_households(*list, shift.households);
    move_households(village.due, shift.households);
    for (auto& household : village.reported) household += shift.households;
}

void relocate(District& district, const Shift& shift) {
    district.village_begin += shift.villages;
    district.village_end += shift.villages;
    move_households(district.requests, shift.households);
    move_households(district.reports, shift.households);
    move_households(district.newly_enrolled, shift.households);
    move_households(district.cases, shift.households);
}

/// World without its tables of households, villages and districts.
template <Is<World> Struct> auto nation_of(Struct& world) {
    auto& [draws, tick, programme_count, households, villages, districts, provinces, national] = world;
    return std::tie(draws, tick, programme_count, provinces, national);
}

template <class Bytes, Is<World> Struct>
void carry_households(Bytes& bytes, Struct& world, std::size_t first, std::size_t count) {
    for_each_column(world.households,
                    [&](auto& column) { bytes.values(std::span(column.data() + first, count)); });
}

} // namespace

DistrictSize size_of(const World& world, const District& district) noexcept {
    return {district.village_end - district.village_begin,
            end_household(world, district) - first_household(world, district)};
}

void carry_nation(ByteWriter& bytes, const World& world) {
    std::apply([&](const auto&... members) { (carry(bytes, members), ...); }, nation_of(world));
}

void carry_nation(ByteReader& bytes, World& world) {
    std::apply([&](auto&... members) { (carry(bytes, members), ...); }, nation_of(world));
}

void carry_district(ByteWriter& bytes, const World& world, std::size_t index) {
    District district = world.districts[index];
    const auto [villages, households] = size_of(world, district);
    const std::uint32_t first_village = district.village_begin, first = first_household(world, district);
    const Shift to_front{-static_cast<std::uint32_t>(index), -first_village, -first};
    relocate(district, to_front);
    carry(bytes, std::as_const(district));
    for (std::uint32_t v = 0; v < villages; ++v) {
        Village village = world.villages[first_village + v];
        relocate(village, to_front);
        carry(bytes, std::as_const(village));
    }
    carry_households(bytes, world, first, households);
}

void make_room(World& world, const std::vector<DistrictSize>& sizes) {
    std::uint32_t villages = 0, households = 0;
    world.districts.resize(sizes.size());
    for (std::size_t d = 0; d < sizes.size(); ++d) {
        world.districts[d].village_begin = villages;
        world.districts[d].village_end = villages += sizes[d].villages;
        world.villages.resize(villages);
        if (sizes[d].villages == 0) continue;
        world.villages[villages - sizes[d].villages].begin = households;
        world.villages[villages - 1].end = households += sizes[d].households;
    }
    world.households.resize_untouched(households);
}

void carry_district(ByteReader& bytes, World& world, std::size_t index) {
    District& place = world.districts[index];
    const auto size = size_of(world, place);
    const Shift to_place{static_cast<std::uint32_t>(index), place.village_begin,
                         first_household(world, place)};
    const std::uint32_t last = end_household(world, place);
    District district;
    carry(bytes, district);
    if (district.village_begin != 0 || district.village_end != size.villages) bytes.fail();
    if (bytes.failed()) return;
    relocate(district, to_place);
    district.requests_of.make_anew(district.requests);
    place = std::move(district);
    std::uint32_t end = to_place.households;
    for (std::uint32_t v = 0; v < size.villages; ++v) {
        Village& village = world.villages[to_place.villages + v];
        carry(bytes, village);
        if (bytes.failed()) return;
        relocate(village, to_place);
        if (village.begin != end || village.end < end) bytes.fail();
        end = village.end;
    }
    if (end != last) bytes.fail();
    carry_households(bytes, world, to_place.households, size.households);
}

} // namespace tujuh
