// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/for_each.hpp"

#include <cstddef>

namespace tujuh {

/// Bytes a second, read and written, that `threads` threads together move when each adds one to every number
/// of a long column: the way in which a month reads and writes households. The best of several passes over
/// 512 MB (STREAM counts in the same way; McCalpin 1995, Memory bandwidth and machine balance in current high
/// performance computers).
double measure_memory_bandwidth(const ForEach& for_each, std::size_t threads);

} // namespace tujuh
