// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

/// Names of the activities: Sukoco's codes "task.activity". The code is the name everywhere; codes never
/// move.
namespace tujuh {

inline constexpr std::size_t task_count = 7;

/// An activity of the catalogue. The value is a position in the order of codes; `code_number` is what random
/// numbers are keyed by, so that a new activity does not shift the draws of the others.
enum class Activity : std::uint8_t {
    identify_and_contact,       // 1.1
    support_in_crisis,          // 1.2
    room_to_express,            // 1.3
    review_alternatives,        // 1.4
    constructive_confrontation, // 1.5
    teach_practical_skills,     // 1.6
    find_the_unaware,           // 2.1
    inform_on_resources,        // 2.2
    help_with_barriers,         // 2.3
    refer_and_accompany,        // 2.4
    advocate_for_client,        // 2.5
    stimulate_policy_review,    // 2.6
    form_solidarity_group,      // 2.7
    explain_consequences,       // 3.1
    consult_agency,             // 3.2
    bridge_informal_systems,    // 3.3
    coordinate_systems,         // 3.4
    advocate_before_agencies,   // 3.5
    organise_beneficiaries,     // 3.6
    mediate_between_agencies,   // 3.7
    carry_information,          // 4.1
    advocate_for_weak_part,     // 4.2
    organise_sub_unit,          // 4.3
    consult_on_roles,           // 4.4
    train_members,              // 4.5
    adjust_membership,          // 4.6
    diagnose_problems,          // 4.7
    gather_evidence,            // 5.1
    win_stances,                // 5.2
    build_for_change,           // 5.3
    recommend_to_policy_makers, // 5.4
    mobilise_others,            // 5.5
    draft_rules,                // 5.6
    test_law,                   // 5.7
    determine_eligibility,      // 6.1
    form_group_for_vulnerable,  // 6.2
    place_distribution_points,  // 6.3
    train_community_managers,   // 6.4
    prepare_to_use_resources,   // 6.5
    monitor_use,                // 6.6
    supervise_behaviour,        // 7.1
    investigate_reports,        // 7.2
    license_providers           // 7.3
};
inline constexpr std::size_t activity_count = 43;

inline constexpr std::array<std::string_view, activity_count> activity_codes = {
    "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "2.7", "3.1", "3.2",
    "3.3", "3.4", "3.5", "3.6", "3.7", "4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7", "5.1", "5.2", "5.3",
    "5.4", "5.5", "5.6", "5.7", "6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "7.1", "7.2", "7.3"};

constexpr std::size_t index_of(Activity activity) noexcept {
    return static_cast<std::size_t>(activity);
}
constexpr std::string_view code_of(Activity activity) noexcept {
    return activity_codes[index_of(activity)];
}
/// 0 for task 1, ..., 6 for task 7.
constexpr std::size_t task_index_of(Activity activity) noexcept {
    return static_cast<std::size_t>(code_of(activity)[0] - '1');
}
/// The code as a number, 24 for "2.4".
constexpr std::uint32_t code_number(Activity activity) noexcept {
    const auto code = code_of(activity);
    return static_cast<std::uint32_t>(code[0] - '0') * 10u + static_cast<std::uint32_t>(code[2] - '0');
}
constexpr std::optional<Activity> find_activity(std::string_view code) noexcept {
    for (std::size_t i = 0; i < activity_count; ++i)
        if (activity_codes[i] == code) return static_cast<Activity>(i);
    return std::nullopt;
}

namespace literals {
/// `"2.4"_activity`: a code that does not exist fails to compile.
consteval Activity operator""_activity(const char* text, std::size_t length) {
    return find_activity(std::string_view(text, length)).value();
}
} // namespace literals

} // namespace tujuh
