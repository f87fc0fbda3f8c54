// SPDX-License-Identifier: Apache-2.0
#pragma once

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

/// Comparison, attribution and calibration, those that the result has.
std::vector<ResultGroup> finding_groups(const ResultFile& result);

/// A group of datasets with titles in both languages.
ResultGroup titled_group(std::string path, std::string title, std::string title_id);

/// A group that holds groups only; viewers open `default_child` of it.
ResultGroup folder_group(std::string path, std::string title, std::string title_id,
                         std::string default_child);

/// Marks a group as NXdata with its signal and axes, so that viewers of NeXus files draw it unasked. An axis
/// of texts is given as ".", which in NeXus means positions without a scale.
void mark_as_data(ResultGroup& group);

} // namespace tujuh
