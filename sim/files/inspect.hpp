// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tujuh {

/// What is in a result file, where it came from, whether its hash holds, and how to open it in Python, R and
/// Julia: a text of some forty lines. Throws what `read_result_summary` throws.
std::string inspect(const std::string& path);

} // namespace tujuh
