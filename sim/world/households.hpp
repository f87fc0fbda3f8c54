// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/stored_share.hpp"
#include "base/untouched_memory.hpp"
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

/// How a household stands to neglect and violence (ODD 7.12). Known: stopped, with a safety plan. Supervised:
/// a plan that somebody watches.
enum class Safety : std::uint8_t { safe, harmed, reported, known, supervised };
constexpr bool is_harmed(Safety s) noexcept {
    return s == Safety::harmed || s == Safety::reported;
}

/// Whether a household was poor, month by month. The highest bit that is set is a mark in front of the first
/// month remembered; a household that is renewed begins anew, as other people live there.
namespace remembered {
inline constexpr std::uint32_t nothing = 1;
constexpr std::uint32_t with_month(std::uint32_t history, bool poor) noexcept {
    constexpr std::uint32_t full = 1u << 31;
    return history << 1 | (history & full) | (poor ? 1u : 0u);
}
/// Whether the household lived here `months` before the last month.
constexpr bool reaches_back(std::uint32_t history, unsigned months) noexcept {
    return history >> (months + 1) != 0;
}
constexpr bool was_poor(std::uint32_t history, unsigned months) noexcept {
    return (history >> months & 1u) != 0;
}
} // namespace remembered

/// Who leaves a programme or the care of a worker by doing well is followed for a year; what happens
/// meanwhile begins no second year.
namespace graduation {
inline constexpr std::int16_t none = -32768;
inline constexpr std::int32_t followed_months = 12;
} // namespace graduation

template <class Value> using Column = std::vector<Value, UntouchedMemory<Value>>;

/// Households in columns for the whole world; a village is a range of indices. Padded by nothing, pointed to
/// by nobody: a household is an index. Each column: unit or range; who writes it after the build. Renewal
/// draws all columns anew, and solving the curves again revalues rupiah. The table of state variables in
/// ODD.md is made from these lines.
struct Households {
    // Who lives there (ODD 7.13)
    Column<std::uint8_t> size, children, elders, disabled; ///< persons; demography
    Column<std::uint8_t> schooling;  ///< years of the best schooled adult, 0-16; demography
    Column<std::uint8_t> generation; ///< times the household was renewed; demography
    Column<std::uint8_t> traits;     ///< bits of `trait`; households, agencies, tasks, workers

    // Resources (ODD 7.1, 7.3)
    Column<float> permanent_start; ///< standing of place and person, standard-normal units; demography
    Column<float> permanent;       ///< standing now, standard-normal units; resources, coping, task 1
    Column<float> transitory;      ///< passing part of standing, standard-normal units; resources
    Column<float> resource_mean;   ///< before transfers, mean of a year, rupiah a person and month; resources
    Column<float> consumption;     ///< rupiah a person and month; coping
    Column<float> transfer;        ///< cash and food of programmes, rupiah a person and month; delivery
    Column<float> savings, debt;   ///< rupiah a household; coping, informal

    // Crisis (ODD 7.2)
    Column<Crisis> crisis;              ///< kind of crisis, or none; shocks
    Column<std::uint8_t> crisis_months; ///< months since it began; shocks
    Column<StoredShare> support;        ///< 0-1, felt from workers and groups; wellbeing, task 1

    // What became of it (ODD 7.15)
    Column<std::uint32_t> poor_history; ///< a bit a month, newest lowest; see `remembered`; wellbeing
    Column<std::int16_t> graduated; ///< tick at which it left help by doing well, or none; agencies, workers

    // Needs and wellbeing (ODD 7.4, 7.5, 7.12)
    std::array<Column<StoredShare>, need_count> deficit; ///< 0-1, one a need; needs
    Column<StoredShare> morale;                          ///< 0-1; wellbeing, agencies, task 1
    Column<StoredShare> stigma, capability;              ///< 0-1; wellbeing, task 1
    Column<StoredShare> coping_efficiency;               ///< 0-1; wellbeing, task 1
    Column<StoredShare> preparedness;                    ///< 0-1; wellbeing, task 6
    Column<StoredShare> care_risk;                       ///< 0-1; care, task 1
    Column<Safety> safety;            ///< how it stands to neglect and violence; care, task 7
    Column<std::uint8_t> needs_known; ///< a bit a need; knowledge, task 1

    // Programmes (ODD 7.6-7.9)
    Column<ProgrammeMask> known;    ///< a bit a programme; knowledge, agencies, task 2
    Column<ProgrammeMask> eligible; ///< by the rules and true resources, a bit a programme; application
    Column<ProgrammeMask> pending;  ///< request under way, a bit a programme; agencies, task 2
    Column<ProgrammeMask>
        denied; ///< refused, not to be tried again yet, a bit a programme; agencies, application, task 2
    Column<ProgrammeMask> enrolled; ///< a bit a programme; agencies
    Column<ProgrammeMask>
        served;          ///< enrolled and really delivered to, a bit a programme; delivery, agencies, task 2
    Column<float> score; ///< log rupiah as the registry or a visit measured; agencies, tasks 2 and 6
    Column<std::uint8_t> service_months; ///< months of the service or asset under way; delivery
    Column<std::uint8_t> groups; ///< member of, a bit a kind of mutual-aid group; informal, tasks 2 and 6

    std::size_t count() const noexcept { return size.size(); }
    void resize(std::size_t households);
    /// As `resize`, and leaves to whoever fills the columns to touch them first.
    void resize_untouched(std::size_t households);
};

/// The household has graduated in this month, unless an earlier graduation is still being followed.
inline void graduate(Households& h, std::uint32_t i, std::int32_t tick) noexcept {
    if (h.graduated[i] != graduation::none && tick - h.graduated[i] <= graduation::followed_months) return;
    h.graduated[i] = static_cast<std::int16_t>(tick);
}

/// Bytes that one household takes in the columns.
std::size_t bytes_a_household() noexcept;

} // namespace tujuh
