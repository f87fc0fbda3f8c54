// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/outcome_table.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>
#include <vector>

/// Winners and losers: the same household in two worlds, the base and an alternative, in the same month.
namespace tujuh {

/// What may be said of a household that lives in both worlds. Of the first four one holds, and one of the
/// four that follow; of a household whose people are not the same in both worlds, only the last.
enum class Flow : unsigned char {
    kept,
    gained,
    lost,
    never,
    stayed_poor,
    out_of_poverty,
    into_poverty,
    never_poor,
    left_out
};
struct FlowRow {
    std::string_view key, title, title_id, definition;
};
inline constexpr FlowRow flow_rows[] = {
    {"kept", "served in both", "terlayani di keduanya",
     "Served by at least one programme in the base and in the alternative."},
    {"gained", "gained coverage", "menjadi terlayani",
     "Served by at least one programme in the alternative and by none in the base."},
    {"lost", "lost coverage", "tidak lagi terlayani",
     "Served by at least one programme in the base and by none in the alternative."},
    {"never", "served in neither", "tidak terlayani di keduanya",
     "Served by no programme, neither in the base nor in the alternative."},
    {"stayed_poor", "poor in both", "miskin di keduanya",
     "Below the poverty line in the base and in the alternative."},
    {"out_of_poverty", "out of poverty", "keluar dari kemiskinan",
     "Below the poverty line in the base and not in the alternative."},
    {"into_poverty", "into poverty", "jatuh miskin",
     "Below the poverty line in the alternative and not in the base."},
    {"never_poor", "poor in neither", "tidak miskin di keduanya",
     "Below the poverty line neither in the base nor in the alternative."},
    {"left_out", "left out", "tidak dibandingkan",
     "Of other people in the alternative than in the base, as one of the two worlds has replaced the "
     "household "
     "more often."},
};
inline constexpr std::size_t flow_count = std::size(flow_rows);
constexpr bool is_of_poverty(Flow flow) noexcept {
    return flow >= Flow::stayed_poor && flow <= Flow::never_poor;
}

/// How flows are broken down: as outcomes are, by the way to the next point of service, and not at all. In
/// `programme` the flows of coverage are those of the one programme, and there are none of poverty.
inline constexpr std::size_t flow_by_distance = grouping_count, flow_of_nation = grouping_count + 1,
                             flow_grouping_count = grouping_count + 2;
inline constexpr GroupingRow distance_grouping = {"distance", "way to the next point of service",
                                                  "jarak ke titik layanan terdekat"};
inline constexpr std::size_t distance_group_count = 2; ///< near, far
/// Their keys and titles; far: beyond `measures.far_km`.
GroupLabels distance_labels();

/// One alternative and replicate: households of the nation, in the last month of each year and of the run.
/// Who belongs to which group is seen in the base in that month. NaN where the two worlds do not hold the
/// same households, or the grouping has no such flow.
struct FlowTable {
    std::vector<std::int32_t> ticks;
    std::array<std::vector<double>, flow_grouping_count> values; ///< [grouping] of [flow][tick][group]

    std::size_t groups(std::size_t grouping) const noexcept {
        return ticks.empty() ? 0 : values[grouping].size() / (flow_count * ticks.size());
    }
    double value(std::size_t grouping, Flow flow, std::size_t tick, std::size_t group) const noexcept {
        return values[grouping]
                     [(static_cast<std::size_t>(flow) * ticks.size() + tick) * groups(grouping) + group];
    }
};

/// The months at which flows are counted in a run of so many: the last of each year, and of the run.
std::vector<std::int32_t> flow_ticks(std::int32_t months);

} // namespace tujuh
