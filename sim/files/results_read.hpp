// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/result_layout.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace tujuh {

/// A dataset in a result file, without its values.
struct DatasetSummary {
    std::string path;
    std::vector<std::size_t> lengths;
    std::string units, long_name;
    bool is_scale = false;
    bool is_hashed = false; ///< the result hash covers it
};

/// What a result file says about itself.
struct ResultSummary {
    std::int32_t format_version = 0;
    std::string title, version, git_commit, compiler, command, seed, start, result_hash;
    std::vector<std::string> scenarios;
    std::int32_t replicates = 0, ticks = 0, burn_in_months = 0;
    std::int32_t threads = 0; ///< 0 where it is not told
    double wall_seconds = 0;
    bool complete = false;
    std::string sweep; ///< which sweep it holds; empty in other files
    std::vector<std::string> notes;
    std::string hash_of_content;          ///< worked out again from the datasets
    std::vector<DatasetSummary> datasets; ///< in the order of the file
};

/// Reads the attributes and every dataset of a result file. Throws Error: input_missing, input_not_readable,
/// scenario_wrong (not a result file, or of an unknown format version), input_output (damaged).
ResultSummary read_result_summary(const std::string& path);

/// A text among the attributes of the root; nothing where the file is no result or lacks it.
std::optional<std::string> read_root_text(const std::string& path, const std::string& name);

/// Reads a result file group by group, each with all that is in it, parents before children; the first is the
/// root, with the path "" and attributes only. The inverse of `result_groups`, but for attributes and marks
/// that speak to viewers. Throws Error as `read_result_summary`.
void for_each_group(const std::string& path, const std::function<void(const ResultGroup&)>& visit);

} // namespace tujuh
