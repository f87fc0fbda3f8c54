// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_reader.hpp"
#include "scenario/design.hpp"

/// What a design asks of its runs: each `[[target]]`, `[[objective]]` and `[[limit]]`.
namespace tujuh {

/// Takes the lists out of the tree of the file and reads them. Problems are left in the report; places are
/// remembered as "target.1", "target.1.value", in the order of the file.
void take_readings(ScenarioReader& reader, Design& design);

/// Looks at what they ask of the scenario, and fills in windows and published figures. `reader` has read the
/// scenario, and the window of the design is known.
void complete_readings(Design& design, ScenarioReader& reader);

} // namespace tujuh
