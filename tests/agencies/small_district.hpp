// SPDX-License-Identifier: Apache-2.0
/// One district that is its own sample, with villages of like households and no difference between its
/// agencies and the declared means: what a test changes is what it is about. Everybody is registered, holds
/// papers, and is measured at what it has, 100,000 rupiah below the cut-off.
#pragma once

#include "agencies/agency_phase.hpp"
#include "base/math.hpp"
#include "scenario/scenario.hpp"
#include "tasks/catalogue.hpp"
#include "world/institutions.hpp"
#include "world/world.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <utility>

namespace tujuh::small_district {

/// Programmes: cash pushed by social affairs, care on request from protection, school pushed by education.
inline constexpr std::size_t cash = 0, care = 1, school = 2, programmes = 3;
inline constexpr double cutoff = 500000;
inline constexpr float usual_resources = 400000;

inline Programme programme(std::string key, AgencyKind agency, ProgrammeKind kind, Channel channel,
                           Rupiah benefit) {
    Programme made;
    made.key = std::move(key);
    made.agency = agency;
    made.kind = kind;
    made.channel = channel;
    made.benefit = benefit;
    made.cutoff_percentile = 0.3;
    made.quota = 1e6;
    made.leakage = 0.1;
    made.administration = 0.05;
    return made;
}

inline Settings settings() {
    Settings made;
    made.parameters = default_parameters();
    made.parameters.agencies.variation = 0;
    made.parameters.control.provider_variation = 0;
    made.parameters.control.provider_quality = made.parameters.agencies.quality;
    made.programmes = {
        programme("cash", AgencyKind::social_affairs, ProgrammeKind::cash, Channel::push, 100000),
        programme("care", AgencyKind::protection, ProgrammeKind::service, Channel::request, 400000),
        programme("school", AgencyKind::education, ProgrammeKind::cash, Channel::push, 60000)};
    made.programmes[care].relief[static_cast<std::size_t>(Need::care)] = 0.5;
    made.programmes[school].required = RequiredMembers::child;
    made.workforce = {2, 2, 2};
    made.parameters.agency_work.offices = 1; // an act reaches the whole agency
    made.task_mix = {0.35, 0.40, 0, 0, 0, 0.25, 0};
    const std::array<double, task_count> activities_of = {6, 7, 7, 7, 7, 6, 3};
    for (const auto& row : activity_rows) {
        made.activity_mix[index_of(row.activity)] = 1.0 / activities_of[task_index_of(row.activity)];
        made.activities[index_of(row.activity)].hours = row.hours;
    }
    return made;
}

inline void add_households(World& world, std::uint32_t villages, std::uint32_t households_a_village) {
    auto& h = world.households;
    h.resize(villages * households_a_village);
    for (std::uint32_t i = 0; i < h.count(); ++i) {
        h.size[i] = 4;
        h.traits[i] = trait::registered | trait::documents;
        h.resource_mean[i] = h.consumption[i] = usual_resources;
        h.score[i] = log(usual_resources);
        h.morale[i] = h.capability[i] = h.coping_efficiency[i] = 0.5f;
        h.preparedness[i] = 0.45f;
    }
    for (std::uint32_t v = 0; v < villages; ++v) {
        Village village;
        village.number = 100 + v;
        village.begin = v * households_a_village;
        village.end = village.begin + households_a_village;
        village.frame = v;
        village.real_households = households_a_village;
        world.villages.push_back(village);
    }
}

/// Villages lie in a row, 3 km apart, with one office in the first.
inline World world(const Settings& settings, std::uint32_t villages = 2,
                   std::uint32_t households_a_village = 50, std::uint32_t seed = 1) {
    World made;
    made.draws = {seed, 0};
    made.programme_count = settings.programmes.size();
    made.national.cutoff.fill(cutoff);
    made.national.real_households = villages * households_a_village;
    made.national.registry_round = 0;
    add_households(made, villages, households_a_village);
    Province province;
    province.weight = {1, 1};
    province.poverty_line = {450000, 450000};
    made.provinces.push_back(province);
    District district;
    district.number = 7;
    district.village_end = villages;
    district.real_households = made.national.real_households;
    district.scale = 1;
    for (std::uint32_t v = 0; v < villages; ++v)
        district.frame.push_back({3.0f * static_cast<float>(v), 0, 10, 0, Area::rural});
    district.points.push_back({0, 0, Mechanism::office, 0.6f});
    measure_distances(district, settings.parameters);
    district.quota_share.fill(1);
    district.units_a_household.fill(1);
    found_agencies(district, made.draws, settings.parameters.agencies);
    found_providers(district, made.draws, made.tick, settings.parameters.control);
    made.districts.push_back(std::move(district));
    open_seats(made.districts[0], made.draws, settings, made.national.real_households);
    return made;
}

/// Gives every sub-unit the capacity of this many cases a month, and a hair more, so that no case is lost to
/// rounding.
inline void set_capacity(District& district, double cases, const AgencyParameters& p) {
    for (auto& agency : district.agencies)
        for (auto& unit : agency.units)
            unit.staff =
                cases * (1 + 1e-12) /
                (static_cast<double>(unit.skill) * static_cast<double>(unit.fit) * p.cases_per_staff);
}

inline Agency& agency_of(District& district, AgencyKind kind) {
    return district.agencies[static_cast<std::size_t>(kind)];
}

/// Half of an interval that a binomial count of `n` trials leaves with probability below 1e-6 (five standard
/// deviations by the normal law), as a share.
inline double five_deviations(double share, double n) {
    return 5.0 * square_root(share * (1.0 - share) / n);
}

} // namespace tujuh::small_district
