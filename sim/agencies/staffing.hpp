// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/agencies.hpp"
#include "world/places.hpp"

namespace tujuh {

/// Posts of each sub-unit move toward its share of the staff budget.
void share_posts(District& district, const AgencyParameters& p);

/// A month of quits, hires and of staff without a post moving away.
void turn_over_staff(District& district, const AgencyParameters& p);

} // namespace tujuh
