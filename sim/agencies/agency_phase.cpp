// SPDX-License-Identifier: Apache-2.0
// A month of a district's agencies, in order: posts, relaxation, new requests, the registry's round, the
// desk, checks, accounts.
#include "agencies/agency_phase.hpp"

#include "agencies/known_problems.hpp"
#include "agencies/providers.hpp"
#include "agencies/registry.hpp"
#include "agencies/reports.hpp"
#include "agencies/requests.hpp"
#include "agencies/staffing.hpp"
#include "base/half_life.hpp"
#include "base/month.hpp"
#include "world/institutions.hpp"

namespace tujuh {

/// A point that was moved, or serves by agents or on tour, goes back to its office with the half-life of what
/// organisations keep up.
void relax_points(District& district, const Draws& draws, std::int32_t tick, const Parameters& p) {
    const double returns = 1.0 - monthly_retention(p.relaxation.organisation);
    const auto usual = static_cast<float>(p.agencies.point_competence);
    for (std::uint32_t i = 0; i < district.points.size(); ++i) {
        auto& competence = district.points[i].competence;
        competence = relax(competence, usual, static_cast<float>(1.0 - returns));
        if (draws.happens(returns, district.number, tick, Purpose::point_return, i))
            place_as_at_start(district, i, draws);
    }
    measure_distances(district, p);
}

void relax_agencies(District& district, const Draws& draws, const Parameters& p) {
    District rest;
    rest.number = district.number;
    found_agencies(rest, draws, p.agencies);
    const auto organisation = static_cast<float>(monthly_retention(p.relaxation.organisation));
    const auto rules = static_cast<float>(monthly_retention(p.relaxation.burden));
    const auto quality = static_cast<float>(monthly_retention(p.agencies.quality_months));
    const auto fall_back = [](float& x, float baseline, float kept) { x = relax(x, baseline, kept); };
    for (std::size_t a = 0; a < agency_count; ++a) {
        auto& agency = district.agencies[a];
        const auto& usual = rest.agencies[a];
        fall_back(agency.burden, usual.burden, rules);
        fall_back(agency.quality, lerp(usual.quality, 1.0f, district.levers.quality), quality);
        // Agencies answer more where those whom they serve speak with one voice (3.6).
        const float voice = static_cast<float>(p.agency_work.organisation_answers) * district.organisation;
        fall_back(agency.responsiveness, usual.responsiveness + voice * (1.0f - usual.responsiveness),
                  organisation);
        fall_back(agency.problem_known, 0.0f, organisation);
        fall_back(agency.diagnosis, usual.diagnosis, organisation);
        for (std::size_t g = 0; g < vulnerable_group_count; ++g)
            fall_back(agency.bias[g], usual.bias[g] * district.levers.bias, rules);
        for (std::size_t f = 0; f < agency.fidelity.size(); ++f)
            fall_back(agency.fidelity[f], usual.fidelity[f], organisation);
        for (std::size_t u = 0; u < sub_unit_count; ++u) {
            auto& unit = agency.units[u];
            const auto& usual_unit = usual.units[u];
            fall_back(unit.skill, usual_unit.skill, organisation);
            fall_back(unit.fit, usual_unit.fit, organisation);
            // What members hold together for does not slide back as fast: the half-life is the declared one
            // at cohesion one half, and half as long again at full cohesion.
            const double holds = 0.5 + static_cast<double>(unit.cohesion);
            fall_back(unit.influence, usual_unit.influence,
                      static_cast<float>(monthly_retention(p.relaxation.organisation * holds)));
            fall_back(unit.cohesion, usual_unit.cohesion, organisation);
        }
    }
    district.conflict = rest.conflict + (district.conflict - rest.conflict) * organisation;
    fall_back(district.organisation, 0.0f, static_cast<float>(monthly_retention(p.relaxation.bridging)));
    for (auto& supervision : district.supervision) fall_back(supervision, 0.0f, organisation);
}

namespace {

/// Renewed households have left their programmes, so the month begins with a count.
void count_enrolled(const World& world, District& district) {
    district.enrolled.fill(0);
    for (auto v = district.village_begin; v < district.village_end; ++v)
        for (std::size_t p = 0; p < world.programme_count; ++p)
            district.enrolled[p] += world.villages[v].tally.enrolled[p];
}

/// Starts come in bursts with registry rounds; waiting is judged by a year's flow.
void remember_starts(District& district) {
    for (std::size_t p = 0; p < max_programmes; ++p)
        district.starts_a_month[p] += (district.tally.eligible_starts[p] - district.starts_a_month[p]) / 12.0;
    for (std::size_t d = 0; d < door_count; ++d)
        district.starts_by_door[d] += (district.tally.starts_by_door[d] - district.starts_by_door[d]) / 12.0;
}

} // namespace

void agency_phase(World& world, std::uint32_t index, const Settings& settings, bool registry_round) {
    auto& district = world.districts[index];
    district.tally = {};
    district.newly_enrolled.clear();
    count_enrolled(world, district);
    share_posts(district, settings.parameters.agencies);
    turn_over_staff(district, settings.parameters.agencies);
    relax_agencies(district, world.draws, settings.parameters);
    for (auto& agency : district.agencies) act_on_known_problems(agency, settings.parameters.agency_work);
    relax_points(district, world.draws, world.tick, settings.parameters);
    change_providers(district, world.draws, world.tick, settings.parameters.control);
    follow_reports(world, district, settings);
    for (auto v = district.village_begin; v < district.village_end; ++v)
        file_requests(world, district, world.villages[v].filings);
    const bool own_month = in_turn(district.number, world.tick, 12);
    if (registry_round)
        hold_registry_round(world, district, settings);
    else if (own_month)
        refill_programmes(world, district, settings);
    process_requests(world, district, settings);
    recertify(world, district, settings);
    keep_accounts(world, district, settings);
    remember_starts(district);
}

} // namespace tujuh
