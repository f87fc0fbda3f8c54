// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "files/result_file.hpp"
#include "scenario/scenario.hpp"

#include <span>
#include <string>

namespace tujuh {

/// What `compare` prints: a table for each alternative, and who gains and loses. `outcomes` are those shown.
std::string comparison_text(const CommandLine& asked, const ResultFile& result, const Scenario& base,
                            std::span<const std::size_t> outcomes);

/// The same as JSON. `output` is the file that was written.
std::string comparison_json(const CommandLine& asked, const ResultFile& result,
                            std::span<const std::size_t> outcomes, const std::string& output);

} // namespace tujuh
