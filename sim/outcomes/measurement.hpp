// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/distribution.hpp"
#include "scenario/names.hpp"
#include "world/places.hpp"

#include <array>
#include <cstddef>
#include <vector>

namespace tujuh {

/// What is added up over households, over pairs of household and programme, and over districts. Outcomes are
/// ratios of these sums; all are weighted to the nation.
enum class Sum : unsigned char {
    // Households, of each whether it counts
    households,
    poor_households, ///< before public transfers, as the two that follow
    poor_served,
    poor_unregistered,
    households_served,
    vulnerable,
    vulnerable_in_group,
    crises,
    harmed,
    // Persons: a household that counts does so with its size
    persons,
    poor_persons,
    poor_before, ///< public transfers
    deprived_persons,
    poor_year_ago, ///< in households that lived here then, as the seven that follow
    poor_year_ago_and_now,
    others_year_ago,
    others_year_ago_poor_now,
    poor_two_years_ago,
    poor_two_years_ago_and_now,
    others_two_years_ago,
    others_two_years_ago_poor_now,
    // Households of which there are few
    crises_with_case,
    clients,
    client_needs,
    client_needs_known,
    clients_in_group,
    multi_need, ///< clients entitled to two programmes or more
    multi_need_served,
    graduates,          ///< of this month
    graduates_year_ago, ///< of the month a year ago
    graduates_on_their_own,
    // Shares, poverty lines and km
    gap,
    severity,
    gap_before, ///< public transfers
    deprivation,
    functioning,
    distance_of_poor, ///< before public transfers
    client_stigma,
    client_care_risk,
    client_capability,
    // Rupiah a month
    consumption,
    benefits,
    // Pairs of household and programme
    ineligible,
    eligible,
    eligible_served,
    informed_served, ///< of them in households that know what they are entitled to
    eligible_known,
    known_claimed,
    given_up,
    wrongly_denied,
    enrolled,
    enrolled_unserved,
    ineligible_enrolled,
    waiting,
    vulnerable_eligible,
    vulnerable_served,
    elder_eligible,
    elder_served,
    member_known, ///< of members of groups
    member_claimed,
    excluded_by_rule,
    rural_eligible,
    rural_served,
    female_head_eligible,
    female_head_served,
    disability_eligible,
    disability_served,
    eligible_effective,
    eligible_starts, ///< counted by districts
    // Districts
    gross,
    leaked,
    administered,
    wages,
    assets_lost,
    relief,
    relief_rupiah,
    groups,
    groups_ended,
    full_time,
    vacant,
    open_cases,
    fatigue,
    hours_field,
    hours_idle,
    hours_travelled,
    hours_by_kind, ///< three, in the order of WorkerKind
    hours_by_kind_end = hours_by_kind + worker_kind_count - 1,
    starts_by_door, ///< six, in the order of Door
    starts_by_door_end = starts_by_door + door_count - 1,
    acts,
    client_acts, ///< with households that have a case
    requests,
    decided,
    refused,
    files_lost,
    workers_left,
    workers_present,
    undecided, ///< requests
    undecided_long,
    files_handled,
    wrong_decisions,
    referrals,
    referrals_succeeded,
    restructurings,
    restructurings_on_bottleneck,
    posts,
    staff,
    staff_quits,
    throughput,
    // Means of districts are weighted by their households
    district_households,
    procedure_burden,
    service_quality,
    responsiveness,
    capacity_gap,
    organisation,
    stances,
    support_stream,
    pass_chances,
    reforms_in_force,
    // Providers, protection, policy: counts
    providers,
    providers_below_standard,
    harms_begun,
    harms_stopped,
    watched,
    harms_again,
    reports_open,
    report_months,
    districts, ///< real ones, each of the same weight
    reforms_effective,
    reforms_of_year, ///< in force or under way, enacted within twelve months; then their powers, for the
                     ///< spread
    reforms_of_year_squared,
    reforms_of_year_cubed,
    reforms_of_year_fourth,
    measures_on_the_way,
    months_to_effect,
    count
};
inline constexpr std::size_t sum_count = static_cast<std::size_t>(Sum::count);
inline constexpr std::size_t first_pair_sum = static_cast<std::size_t>(Sum::ineligible);
inline constexpr std::size_t first_district_sum = static_cast<std::size_t>(Sum::gross);

struct Sums {
    std::array<double, sum_count> value{};

    double& operator[](Sum s) noexcept { return value[static_cast<std::size_t>(s)]; }
    double operator[](Sum s) const noexcept { return value[static_cast<std::size_t>(s)]; }
    void add(const Sums& other, double weight) noexcept {
        for (std::size_t s = 0; s < sum_count; ++s) value[s] += weight * other.value[s];
    }
};

/// The sum of a family that stands for one kind of worker, one door.
constexpr Sum member(Sum first, std::size_t which) noexcept {
    return static_cast<Sum>(static_cast<std::size_t>(first) + which);
}
constexpr Sum hours_of(WorkerKind kind) noexcept {
    return member(Sum::hours_by_kind, static_cast<std::size_t>(kind));
}
constexpr Sum starts_through(Door door) noexcept {
    return member(Sum::starts_by_door, static_cast<std::size_t>(door));
}

/// How districts differ in coverage of the eligible; the tenths are NaN below ten districts. A district
/// counts once, however large.
struct DistrictLeague {
    double worst_tenth = not_a_number_double, best_tenth = not_a_number_double; ///< mean coverage
    double spread = not_a_number_double;                                        ///< standard deviation
};

/// Of the coverage of each district, which is sorted.
DistrictLeague district_league(std::vector<double>& coverage);

/// One month of one group (or the nation), ready for the outcomes. What a group does not have is NaN or null,
/// so that an outcome that needs it is missing there.
struct Measurement {
    Sums sums;
    Inequality after,
        before; ///< of consumption after and before public transfers, where the group has its own
    const std::array<Sums, 10>* tenths = nullptr; ///< of the nation by consumption before public transfers
    double theil_between_districts = not_a_number_double;
    DistrictLeague league;

    double operator[](Sum s) const noexcept { return sums[s]; }
};

/// numerator / denominator; NaN where there is nothing to divide by.
inline double ratio(double numerator, double denominator) noexcept {
    return denominator > 0 ? numerator / denominator : not_a_number_double;
}

} // namespace tujuh
