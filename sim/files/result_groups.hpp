// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/result_axes.hpp"
#include "files/result_layout.hpp"

#include <string>
#include <vector>

/// The pieces from which `result_groups` puts a file together. Prefix: "" for the base, "/scenarios/<name>"
/// for an alternative.
namespace tujuh {

/// The text of a scenario, the tables that it used, and every parameter.
std::vector<ResultGroup> scenario_groups(const ScenarioResult& scenario, const std::string& prefix);

/// Outcomes, national and by group, hours by activity, policy by issue, and the ledger.
std::vector<ResultGroup> outcome_groups(const ScenarioResult& scenario, const ResultFile& result,
                                        const std::string& prefix);

/// Trials, a group each, and the patterns.
std::vector<ResultGroup> experiment_groups(const ResultFile& result);

/// The alternatives against the base: differences over time, over the last months and by group, and who is
/// served or poor in one world and not in the other.
std::vector<ResultGroup> comparison_groups(const ResultFile& result);

/// What the tasks contribute: over the window and by year, by group, and two together.
std::vector<ResultGroup> shapley_groups(const ShapleySection& found);

/// Attribution to activities and calibration, those that the result has.
std::vector<ResultGroup> finding_groups(const ResultFile& result);

inline constexpr std::string_view units_of_outcome = "see outcome_unit";

/// An array of numbers that stand in a section.
ResultArray numbers(Description description, std::vector<std::size_t> axes,
                    const std::vector<double>& values);

/// Adds standard error and interval of what `noun` names behind the other arrays of a group.
template <class Section>
void add_interval(std::vector<ResultArray>& arrays, const std::string& noun,
                  const std::vector<std::size_t>& axes, const Section& found) {
    arrays.push_back(numbers(structural("standard_error", units_of_outcome, "standard error", "galat baku",
                                        "Standard error of the " + noun + "."),
                             axes, found.standard_error));
    arrays.push_back(numbers(structural("low", units_of_outcome, "lower end", "batas bawah",
                                        "Lower end of the interval of the " + noun + " (Student t)."),
                             axes, found.low));
    arrays.push_back(numbers(structural("high", units_of_outcome, "upper end", "batas atas",
                                        "Upper end of the interval of the " + noun + " (Student t)."),
                             axes, found.high));
}

/// A group of datasets with titles in both languages.
ResultGroup titled_group(std::string path, std::string title, std::string title_id);

/// A group that holds groups only; viewers open `default_child` of it.
ResultGroup folder_group(std::string path, std::string title, std::string title_id,
                         std::string default_child);

/// Marks a group as NXdata with its signal and axes, so that viewers of NeXus files draw it unasked. An axis
/// of texts is given as ".", which in NeXus means positions without a scale.
void mark_as_data(ResultGroup& group);

} // namespace tujuh
