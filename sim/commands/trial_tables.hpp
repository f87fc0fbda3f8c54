// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "commands/json.hpp"
#include "files/result_file.hpp"

#include <span>
#include <string>

/// What `run` prints of the trials of a scenario.
namespace tujuh {

/// A table a trial: outcomes by arm in the untreated and the treated world, with the interval of the
/// difference. Empty without trials.
std::string trials_text(const CommandLine& asked, std::span<const TrialSection> trials);

Json trials_json(std::span<const TrialSection> trials);

} // namespace tujuh
