// SPDX-License-Identifier: Apache-2.0
/// A country of two provinces and five programmes, small enough to live through years in a unit test. North
/// has towns and villages, South is rural throughout. Every kind of programme and of worker is there, and
/// workers are many, so that every activity finds hours.
#pragma once

#include "base/for_each.hpp"
#include "scenario/scenario.hpp"
#include "simulation.hpp"
#include "world/build.hpp"
#include "world/columns.hpp"
#include "world/world.hpp"

#include <cstring>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace tujuh::small_country {

inline ProvinceFigures north() {
    ProvinceFigures province{"01", "North", 3e6, 0, 0, 600000, 0.10, 0.35, 1300000, 5, 50, 600, {}};
    province.areas[0] = {0.6, 620000, 0.08, 0.36};
    province.areas[1] = {0.4, 580000, 0.13, 0.30};
    return province;
}

inline ProvinceFigures south() {
    ProvinceFigures province{"02", "South", 2e6, 500000, 4.0, 550000, 0.15, 0.30, 1100000, 4, 40, 500, {}};
    province.areas[1] = {1.0, 550000, 0.15, 0.30};
    return province;
}

inline Programme programme(std::string key, AgencyKind agency, ProgrammeKind kind, Channel channel,
                           BenefitUnit benefit_per, Rupiah benefit) {
    Programme made;
    made.key = std::move(key);
    made.agency = agency;
    made.kind = kind;
    made.channel = channel;
    made.benefit_per = benefit_per;
    made.benefit = benefit;
    made.cutoff_percentile = 0.3;
    made.quota = 200000;
    made.documents_required = 1;
    made.leakage = 0.1;
    made.administration = 0.05;
    return made;
}

inline void set_relief(Programme& programme, std::initializer_list<std::pair<Need, double>> shares) {
    for (const auto& [need, share] : shares) programme.relief[static_cast<std::size_t>(need)] = share;
}

inline constexpr std::size_t cash = 0, food = 1, premium = 2, housing = 3, care = 4;

inline std::vector<Programme> programmes() {
    using A = AgencyKind;
    using K = ProgrammeKind;
    std::vector<Programme> all = {
        programme("cash", A::social_affairs, K::cash, Channel::push, BenefitUnit::dependant, 100000),
        programme("food", A::social_affairs, K::food, Channel::push, BenefitUnit::household, 200000),
        programme("premium", A::health, K::premium, Channel::push, BenefitUnit::person, 42000),
        programme("housing", A::housing, K::asset, Channel::request, BenefitUnit::household, 1500000),
        programme("care", A::protection, K::service, Channel::request, BenefitUnit::household, 400000)};
    all[cash].required = RequiredMembers::child_elder_or_disability;
    all[cash].recertification_months = 24;
    all[food].recertification_months = 12;
    set_relief(all[cash], {{Need::education, 0.1}});
    set_relief(all[housing], {{Need::shelter, 0.8}});
    all[housing].service_months = 6;
    set_relief(all[care], {{Need::care, 0.5}, {Need::participation, 0.2}});
    all[care].service_months = 12;
    all[care].documents_required = 0;
    return all;
}

inline Settings settings() {
    Settings base;
    base.parameters = default_parameters();
    base.programmes = programmes();
    base.workforce = {3000, 3000, 2000};
    base.task_mix = {0.2, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1};
    const std::array<double, task_count> activities_of = {6, 7, 7, 7, 7, 6, 3};
    for (std::size_t a = 0; a < activity_count; ++a) {
        base.activity_mix[a] = 1.0 / activities_of[task_index_of(static_cast<Activity>(a))];
        base.activities[a].hours = 1;
    }
    return base;
}

/// About 720 households: two provinces, two districts each, three villages a district.
inline Scenario scenario() {
    Scenario made;
    made.name = "small_country";
    made.seed = 7;
    made.months = 24;
    made.burn_in_months = 0;
    made.population.districts_per_province = 2;
    made.population.villages_per_district = 3;
    made.published.provinces = {north(), south()};
    made.base = settings();
    return made;
}

/// The world that has lived through `months`.
inline World lived(const Scenario& of, std::int32_t months) {
    World world = build_world(of, 0, in_order);
    for (std::int32_t month = 0; month < months; ++month) tick(world, of.base, in_order);
    return world;
}

/// Whether all columns of two worlds' households have the same bits.
inline bool same_households(const Households& a, const Households& b) {
    std::vector<std::string> bytes;
    const auto copy = [&bytes](const auto& column) {
        bytes.emplace_back(reinterpret_cast<const char*>(column.data()), column.size() * sizeof(column[0]));
    };
    for_each_column(a, copy);
    std::vector<std::string> of_a;
    std::swap(bytes, of_a);
    for_each_column(b, copy);
    return of_a == bytes;
}

} // namespace tujuh::small_country
