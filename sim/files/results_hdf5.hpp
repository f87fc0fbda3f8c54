// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/result_file.hpp"
#include "files/result_layout.hpp"

#include <string>
#include <vector>

namespace tujuh {

/// Writes a result to `path` as FORMAT.md lays it out, and returns its hash. The file is written under a
/// temporary name, brought to the disk, read again and compared with what was to be written, and only then
/// renamed: under `path` stands the whole result or what stood there before. Throws Error (cannot_create,
/// input_output). Not for several threads at a time.
std::string write_result(const std::string& path, const ResultFile& result);

/// The same for groups that are laid out already.
std::string write_groups(const std::string& path, const std::vector<ResultAttribute>& attributes,
                         const std::vector<ResultGroup>& groups);

} // namespace tujuh
