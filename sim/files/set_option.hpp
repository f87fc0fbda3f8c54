// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_report.hpp"
#include "files/toml_document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tujuh {

/// Lays what the command line sets over a scenario: each of the form `key=value`, with the value as in a
/// file; a text needs no quotes, nor does the code in `activities.2.1.enabled`. `policy.<id>.<key>` reaches
/// into a policy.
void apply_settings(const std::vector<std::string>& settings, TomlValue& root, ScenarioReport& report);

/// Lays a value under a key of a scenario, given by its parts; its place is that of the value.
void set_key(TomlValue& root, const std::vector<std::string>& parts, TomlValue value, ScenarioReport& report);

/// What is written after the equals sign, as in a file; what is no value there is a text.
TomlValue read_setting_value(std::string_view text, Place place);

/// The table that a key lies in, or null.
TomlValue* find_table_of(TomlValue& root, const std::vector<std::string>& parts);

/// The parts of a dotted key: `activities."2.1".hours` has three. Empty where it is not a key.
std::vector<std::string> key_parts(std::string_view key);

} // namespace tujuh
