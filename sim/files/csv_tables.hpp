// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/result_layout.hpp"

#include <set>
#include <string>
#include <vector>

namespace tujuh {

/// A text file of an export.
struct CsvFile {
    std::string path; ///< below the folder, "groups/decile.csv"
    std::string text;
};

/// Turns the groups of a result into tidy tables: a row for each combination of the keys of the axes, a
/// column for each axis, its labels and each array. Arrays along the same axes share a table; a group whose
/// arrays have several sets of axes has a table for each. What columns, keys and attributes mean is gathered
/// into three tables besides. Knows no name of any group: what is added to the format is written too.
class CsvTables {
  public:
    /// The tables of a group; none where it has no arrays.
    std::vector<CsvFile> tables_of(const ResultGroup& group);

    /// `columns.csv`: what each column holds, with unit, titles, definition and reference. `keys.csv`: titles
    /// of the keys of an axis. `attributes.csv`: what file and groups say of themselves. Of all groups so
    /// far.
    std::vector<CsvFile> dictionaries() const;

  private:
    std::string new_path(const std::string& wanted);
    CsvFile table_of(const ResultGroup& group, const std::vector<std::size_t>& axes, std::string path);
    void describe(const std::string& path, const std::string& group, std::string_view kind,
                  const Description& description, const std::string& unit);
    void list_keys(const std::string& path, const ResultAxis& axis);

    std::set<std::string> paths_ = {"columns.csv", "keys.csv", "attributes.csv"};
    std::string columns_, keys_, attributes_;
};

} // namespace tujuh
