// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace tujuh {

/// What an export has written.
struct Exported {
    std::size_t files = 0;
    std::size_t bytes = 0;
    bool hash_holds = true; ///< the numbers in the result are those that were written
};

/// Writes every group of a result as tidy CSV (csv_tables.hpp) into a new folder, all of it or nothing: the
/// folder is filled under a temporary name and renamed. With `force` an earlier export is replaced. Throws
/// Error: as `read_result_summary`, scenario_wrong for a file that is not complete, cannot_create where the
/// folder exists or holds anything that is no CSV, input_output.
Exported export_result(const std::string& result, const std::string& folder, bool force);

} // namespace tujuh
