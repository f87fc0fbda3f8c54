// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/design_toml.hpp"
#include "files/sweep_file.hpp"

#include <string>
#include <vector>

/// A sweep from its design, and its results from its file.
namespace tujuh {

/// What a design's sweep will hold, without results.
SweepFile sweep_of(const LoadedDesign& loaded);

/// What came out at each point, as it stands in the file of this sweep; the inverse of `write_sweep`. Throws
/// Error (input_output) where the file lacks numbers, and as `read_result_summary` does.
std::vector<PointResult> read_point_results(const std::string& path, const SweepFile& sweep);

/// What came out at the scenario itself and then at each best point in the replicates of the check, as it
/// stands in /optimum of this search's file: the readings; other numbers of a run are missing. Throws Error
/// as `read_point_results` does.
std::vector<PointResult> read_check_results(const std::string& path, const SweepFile& sweep);

} // namespace tujuh
