// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/toml_document.hpp"
#include "scenario/fields.hpp"
#include "scenario/scenario.hpp"

#include <string>

namespace tujuh {

/// A scenario as one text that stands for itself: every key, no base, policies and trials as they were given.
/// Read again with the tables that it names, it gives the same scenario.
std::string resolved_text(const Scenario& scenario, const TablePaths& tables, const TomlValue& policies,
                          const TomlValue& trials);

} // namespace tujuh
