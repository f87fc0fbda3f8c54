// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/result_layout.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tujuh {

/// The result hash: SHA-256 over every number that the model produced and nothing else: no text, time,
/// thread, host or version, and no published figure. FORMAT.md defines it so that it can be worked out again
/// from the file alone.
class ResultHash {
  public:
    /// Adds a dataset of floats by its path, with its lengths along the axes; the order of calls does not
    /// matter. Datasets that `is_hashed` turns away are not to be added.
    void add(const std::string& path, std::span<const std::size_t> lengths, std::span<const double> values);

    /// 64 hexadecimal digits: SHA-256 over a line "path hash" for each dataset, in the order of the paths'
    /// bytes.
    std::string hex() const;

  private:
    std::map<std::string, std::string> of_datasets_;
};

/// True for a dataset that holds numbers of the model: not below a group `scenario` of texts and parameters,
/// and not named `published_...`. Asked for datasets of floats that are no dimension scale.
bool is_hashed(std::string_view path) noexcept;

/// Calls `visit(path, lengths, values)` for every dataset that the hash covers, in the order of the file.
void for_each_hashed(const std::vector<ResultGroup>& groups,
                     const std::function<void(const std::string&, const std::vector<std::size_t>&,
                                              const std::vector<double>&)>& visit);

/// The hash of a result that is still in memory.
std::string result_hash(const ResultFile& result);
/// The same of any file, laid out.
std::string result_hash(const std::vector<ResultGroup>& groups);

} // namespace tujuh
