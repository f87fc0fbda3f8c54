// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/result_layout.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Axes and small pieces that several groups of a result share.
namespace tujuh {

/// Where structural parts of a file are defined.
inline constexpr std::string_view format_reference = "tujuh, sim/files/FORMAT.md";

/// Units of text: it has none, but each dataset names its units.
inline constexpr std::string_view text_units = "text";

Description structural(std::string_view name, std::string_view units, std::string_view long_name,
                       std::string_view long_name_id, std::string_view definition);

ResultAxis replicate_axis(std::size_t count);
/// Months, with the first day of each as a date.
ResultAxis tick_axis(std::size_t count, std::int32_t start_year, std::int32_t start_month);
/// Some months only, dated in the same way.
ResultAxis ticks_axis(std::vector<std::int32_t> ticks, std::int32_t start_year, std::int32_t start_month);
/// Years of twelve months counted from tick 0, the last one perhaps shorter.
ResultAxis year_axis(std::size_t count);
ResultAxis activity_axis();
ResultAxis task_axis();
ResultAxis outcome_axis();
/// Some outcomes only, by their positions in the catalogue.
ResultAxis outcomes_axis(std::span<const std::size_t> outcomes);
/// The groups of a grouping.
ResultAxis group_axis(const GroupingRow& grouping, const GroupLabels& labels);
/// Positions without a name of their own: 0, 1, ...
ResultAxis row_axis(std::size_t count, std::string_view definition);

/// An axis whose keys and titles in both languages are given.
ResultAxis labelled_axis(const Description& description, const GroupLabels& labels);

AxisLabels text_labels(std::string_view name, std::string_view long_name, std::string_view long_name_id,
                       std::string_view definition, std::vector<std::string> values);

/// The unit of an outcome as a file may state it. A bare "hours" or "days" would make xarray read the numbers
/// as spans of time, so the singular is written.
std::string unit_in_file(std::string_view unit);

/// Days from 1970-01-01 to a date of the Gregorian calendar.
std::int32_t days_since_1970(std::int32_t year, std::int32_t month, std::int32_t day) noexcept;

} // namespace tujuh
