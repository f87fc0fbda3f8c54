// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tujuh {

struct CsvCell {
    std::string text;
    std::uint32_t column = 1; ///< letter of the line at which it begins, from 1
};

struct CsvRow {
    std::uint32_t line = 1; ///< line of the text at which it begins, from 1
    std::vector<CsvCell> cells;
    bool quote_left_open = false;
};

/// Rows of comma-separated text. Cells in double quotes may hold commas, line ends and doubled quotes (RFC
/// 4180). Blank lines are left out, and so is a byte order mark.
std::vector<CsvRow> read_csv(std::string_view text);

/// A text as a cell: in double quotes, with quotes doubled, where it holds a comma, a quote or a line end.
std::string csv_cell(std::string_view text);

} // namespace tujuh
