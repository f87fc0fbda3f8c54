// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/toml_document.hpp"
#include "scenario/design.hpp"
#include "scenario/fields.hpp"
#include "scenario/scenario.hpp"

#include <string>

namespace tujuh {

/// A scenario as one text that stands for itself: every key, no base, policies and trials as they were given.
/// Read again with the tables that it names, it gives the same scenario.
std::string resolved_text(const Scenario& scenario, const TablePaths& tables, const TomlValue& policies,
                          const TomlValue& trials);

/// In which keys two such texts differ, as words: "months was 120 and is 240". The first few of them; empty
/// where none does.
std::string difference_of_texts(const std::string& before, const std::string& now);

/// A design with all that was filled in, to stand below the text of its scenario.
std::string resolved_design_text(const Design& design);

} // namespace tujuh
