// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_report.hpp"
#include "files/toml_document.hpp"
#include "scenario/scenario.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Ordinary keys: parameters, programmes, workforce, mixes and activities, in a scenario or in a policy.
namespace tujuh {

/// What holds where a scenario says nothing: defaults of all parameters, hours of the catalogue, equal shares
/// within each task; no programme, no worker.
Settings default_settings();

enum class SettingsOf : unsigned char { scenario, policy };

/// Reads the entries of a table that are ordinary keys into the settings and gives back those that are not.
/// `prefix` stands before each key in messages: "" or "policy.<id>.". What `[population]` says of the sample
/// is left to `read_population_design`.
std::vector<const TomlEntry*> read_settings(const TomlValue& table, const std::string& prefix, SettingsOf of,
                                            Settings& settings, ScenarioReport& report);

/// Names of the tables that hold ordinary keys.
std::vector<std::string_view> settings_tables();

} // namespace tujuh
