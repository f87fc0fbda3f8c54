// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/violation.hpp"
#include "world/world.hpp"

#include <optional>

namespace tujuh {

#ifdef TUJUH_AUDIT
inline constexpr bool is_audit_build = true;
#else
inline constexpr bool is_audit_build = false;
#endif

/// Where the books of a district and the marks on its households say different things, if anywhere: places
/// taken, requests under way, cases and reports counted one by one. It goes through every household, so
/// months of the audit build alone end with it.
std::optional<Violation> find_inconsistency(const World& world);

} // namespace tujuh
