// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/point_result.hpp"
#include "files/parts_folder.hpp"
#include "files/sweep_file.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// The parts of a sweep, each a batch of its points.
namespace tujuh {

PartsFolder sweep_parts(const std::string& output, const SweepIdentity& identity);

/// What a part holds.
std::vector<std::byte> bytes_of_batch(const std::vector<PointResult>& points);
/// The points of a part; nothing where the bytes are none of a batch.
std::optional<std::vector<PointResult>> batch_of_bytes(std::span<const std::byte> bytes);

} // namespace tujuh
