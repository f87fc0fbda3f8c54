// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "parameters/agency_work.hpp"
#include "world/places.hpp"

namespace tujuh {

/// An agency that knows what its rules do to people lightens them, if it knows enough and is responsive
/// (ODD 7.8).
void act_on_known_problems(Agency& agency, const AgencyWorkParameters& p) noexcept;

} // namespace tujuh
