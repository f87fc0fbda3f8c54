// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "policy/enactment.hpp"

namespace tujuh {

/// A month of the district's policy-makers (ODD 7.11): what was decided is carried out, streams move, a
/// window may open, and in it a measure may pass. Touches that district only.
void district_policy(World& world, std::uint32_t district, const Settings& settings);

/// A month of the ministry, after all districts: the same rules, with the districts' streams together.
void ministry_policy(World& world, const Settings& settings, const Together& together);

} // namespace tujuh
