// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_reader.hpp"
#include "scenario/design.hpp"

#include <string>
#include <vector>

/// What a design file says besides its scenario: `[design]` and each `[[factor]]`.
namespace tujuh {

/// Takes both out of the tree of the file and reads them. Problems are left in the report; places of keys are
/// remembered as "design.points" and "factor.<key>.low".
Design take_design(ScenarioReader& reader);

/// The values of a factor's choices, as a tree.
std::vector<TomlValue> choice_values(const Factor& factor, Place place);

/// Looks at what a design asks of its scenario: outcomes, groupings, window, keys that may be varied and
/// their ranges, which are filled in where the file says nothing. `reader` has read the scenario.
void complete_design(Design& design, ScenarioReader& reader);

} // namespace tujuh
