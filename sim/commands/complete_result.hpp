// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "files/scenario_toml.hpp"

#include <span>
#include <string>

namespace tujuh {

/// True, and said, where --resume was asked for without --force and `output` holds complete what this
/// program's command makes of these scenarios: a job that is queued again after its end has nothing left to
/// do.
bool is_complete_result(const CommandLine& asked, std::span<const LoadedScenario> loaded,
                        const std::string& output);

} // namespace tujuh
