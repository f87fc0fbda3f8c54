// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_report.hpp"
#include "files/toml_document.hpp"
#include "scenario/trial.hpp"

#include <vector>

namespace tujuh {

/// The trials of a scenario, in the order in which they stand.
std::vector<Trial> read_trials(const TomlValue& list, ScenarioReport& report);

} // namespace tujuh
