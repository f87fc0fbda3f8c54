// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/for_each.hpp"
#include "world/violation.hpp"
#include "world/world.hpp"

#include <optional>

namespace tujuh {

/// What must be conserved and is not, if anything (ODD 7.8-7.10): public money of each programme and
/// district; every application in one state; every worker-hour worked, travelled, administered or idle; funds
/// of groups: in - out = change, never negative. Cheap: districts and villages only. Checked at the end of
/// each month of every build, before `tick` moves on. The first district's in their order.
std::optional<Violation> find_violation(const World& world, const ForEach& for_each = in_order);

} // namespace tujuh
