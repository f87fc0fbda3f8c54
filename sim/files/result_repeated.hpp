// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/design_toml.hpp"
#include "files/result_layout.hpp"
#include "files/scenario_toml.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// A result file beside what its own scenarios give when they are run again.
namespace tujuh {

/// The scenarios of a result file as it carries them, the base first. Throws Error: scenario_wrong where a
/// text can no longer be read as a scenario; input_output.
std::vector<LoadedScenario> read_carried_scenarios(const std::string& path);

/// The design that the file of a sweep carries: from it the same runs can be done again. Throws Error as
/// `read_carried_scenarios`.
LoadedDesign read_carried_design(const std::string& path);

/// How a result of `attribute` was made.
struct CarriedAttribution {
    bool by_activity = false; ///< else by task
    bool reallocate = false;  ///< hours went to others, instead of shams
};

/// Throws Error (input_output), also where the file holds no attribution.
CarriedAttribution read_carried_attribution(const std::string& path);

/// Numbers of a dataset that are not the same in a file and in a result.
struct DatasetDifference {
    std::string path;
    std::string fault; ///< why the numbers cannot be compared; empty where they can
    std::size_t values = 0, different = 0;
    double largest =
        0; ///< difference, in the unit of the dataset; NaN where a number stands beside a missing one
};

/// All datasets of the result hash that differ, in the order of the result, then those that only the file
/// has. `groups` are those of the result laid out. Throws Error (input_output).
std::vector<DatasetDifference> differences_from(const std::string& path,
                                                const std::vector<ResultGroup>& groups);

} // namespace tujuh
