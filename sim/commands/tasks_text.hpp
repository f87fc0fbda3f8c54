// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "files/result_file.hpp"
#include "run/shapley.hpp"
#include "scenario/scenario.hpp"

#include <string>
#include <string_view>

namespace tujuh {

/// What `attribute` prints of whole tasks: their values for each outcome, then for the first of these by
/// group and by year, then the pair of tasks that acts together most.
std::string tasks_text(const CommandLine& asked, const ShapleyAttribution& found, const Scenario& scenario);

/// The same as JSON.
std::string tasks_json(const CommandLine& asked, const ShapleyAttribution& found, const Scenario& scenario);

ShapleySection shapley_section(const ShapleyAttribution& found);

/// How an activity or a task was taken out, in words.
std::string_view manner(const CommandLine& asked, bool reallocate);

} // namespace tujuh
