// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/names.hpp"
#include "scenario/programme.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tujuh {

/// A bit a programme, in the order of the scenario.
using ProgrammeMask = std::uint8_t;
static_assert(max_programmes <= 8);

constexpr ProgrammeMask bit_of(std::size_t programme) noexcept {
    return static_cast<ProgrammeMask>(1u << programme);
}
constexpr bool has_bit(unsigned mask, std::size_t position) noexcept {
    return ((mask >> position) & 1u) != 0;
}

/// Bits of `Households::traits`.
namespace trait {
inline constexpr std::uint8_t female_head = 1, documents = 2, registered = 4, visited = 8, has_case = 16,
                              misuse = 32, informed = 64, transport = 128;
}

enum class Crisis : std::uint8_t { none, job_loss, illness, earner_loss, crop_loss, disaster };

/// Households in columns for the whole world; a village is a range of indices. Padded by nothing, pointed to
/// by nobody: a household is an index. Each line: unit or range, and who writes it after the build.
struct Households {
    // Who lives there: demography (4.13)
    std::vector<std::uint8_t> size, children, elders, disabled; ///< persons
    std::vector<std::uint8_t> schooling;                        ///< years of the best schooled adult, 0-16
    std::vector<std::uint8_t> generation;                       ///< times the household was renewed
    std::vector<std::uint8_t> traits; ///< bits of `trait`: demography, knowledge, agencies, tasks

    // Resources (4.1): standard-normal units of the area's curve
    std::vector<float> permanent_start; ///< place and person; demography
    std::vector<float> permanent;       ///< resources, coping, task 1
    std::vector<float> transitory;      ///< resources
    std::vector<float>
        resource_mean; ///< rupiah a person and month before transfers, twelve-month mean; resources
    std::vector<float> consumption; ///< rupiah a person and month; coping
    std::vector<float> transfer; ///< cash and food of public programmes this month, rupiah a person; delivery
    std::vector<float> savings, debt; ///< rupiah a household; coping

    // Crisis (4.2)
    std::vector<Crisis> crisis;              ///< shocks
    std::vector<std::uint8_t> crisis_months; ///< months since it began; shocks
    std::vector<float> support;              ///< 0-1, felt from workers and groups; wellbeing, task 1

    // Needs and wellbeing (4.4, 4.5), all 0-1
    std::array<std::vector<float>, need_count> deficit; ///< needs
    std::vector<float> morale, stigma, capability;      ///< wellbeing, tasks 1
    std::vector<float> coping_efficiency;               ///< wellbeing, task 1
    std::vector<float> preparedness;                    ///< wellbeing, task 6
    std::vector<float> care_risk;                       ///< care, task 1
    std::vector<std::uint8_t> needs_known;              ///< bit a need; knowledge, task 1

    // Programmes (4.6-4.8), a bit each
    std::vector<ProgrammeMask> known;    ///< knowledge, tasks 2
    std::vector<ProgrammeMask> eligible; ///< by the rules and true resources; application
    std::vector<ProgrammeMask> pending;  ///< request under way; agencies, task 2
    std::vector<ProgrammeMask> denied;   ///< refused and not tried again yet; application, agencies, task 2
    std::vector<ProgrammeMask> enrolled; ///< agencies, task 2
    std::vector<ProgrammeMask> served;   ///< enrolled and really delivered to; agencies, task 2
    std::vector<float> score; ///< log rupiah as measured by the registry or a visit; agencies, task 6
    std::vector<std::uint8_t> service_months; ///< months of the service or asset under way; delivery
    std::vector<std::uint8_t>
        groups; ///< bit a kind of mutual-aid group in the village; informal, tasks 2 and 6

    std::size_t count() const noexcept { return size.size(); }
    void resize(std::size_t households);
};

/// Bytes that one household takes in the columns.
std::size_t bytes_a_household() noexcept;

} // namespace tujuh
