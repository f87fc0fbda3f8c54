// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "commands/searches.hpp"
#include "files/design_toml.hpp"
#include "files/sweep_file.hpp"

#include <functional>
#include <string>

/// What a search finds, with all the points that it ran. Both throw Error (interrupted) where the runs were
/// stopped, with how to go on.
namespace tujuh {

/// The factors that come nearest to the design's targets, by least squares.
SweepFile find_fit(Search& search);

/// The best points by the design's objectives within its limits, run again with other random numbers.
SweepFile find_optimum(Search& search);

/// Carries out a search, or says what it would take (--dry-run), writes its file and has what it `find`s
/// shown. Returns the exit code.
int carry_out_search(const CommandLine& asked, LoadedDesign design,
                     const std::function<SweepFile(Search&)>& find,
                     const std::function<void(const SweepFile& found, const std::string& output)>& show);

/// A design with `recover` takes its targets' values from the scenario itself, in replicates behind those of
/// its points; any other is given back as it is.
LoadedDesign with_known_targets(const CommandLine& asked, LoadedDesign design);

} // namespace tujuh
