// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_report.hpp"
#include "files/toml_document.hpp"
#include "scenario/scenario.hpp"

#include <vector>

namespace tujuh {

/// The policies of a scenario in the order in which they come into force; each holds the settings of the base
/// and of all policies up to it. Policies that are switched off are left out, of `list` too.
std::vector<DatedSettings> read_policies(TomlValue& list, const Settings& base, ScenarioReport& report);

} // namespace tujuh
