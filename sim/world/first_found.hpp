// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "world/violation.hpp"

#include <optional>

namespace tujuh {

/// What the first part that has found a violation says, to all parts: they stop in the same month.
std::optional<Violation> first_found(const std::optional<Violation>& here, const Together& together);

} // namespace tujuh
