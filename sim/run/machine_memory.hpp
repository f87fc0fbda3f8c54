// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace tujuh {

/// Bytes that the machine can give to a program without swapping, where the system says so (Linux).
std::optional<double> available_memory();

} // namespace tujuh
