// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "run/experiment.hpp"
#include "scenario/scenario.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

/// What all commands say alike. Data goes to stdout, messages to stderr.
namespace tujuh {

void print_data(std::string_view text);

/// A line on stderr, not with --quiet.
void say(const CommandLine& asked, std::string_view text);
/// A line on stderr with --verbose.
void say_more(const CommandLine& asked, std::string_view text);
/// A warning on stderr, whatever was asked for; of several processes the first one says it.
void warn(std::string_view text);
/// An error on stderr, whatever was asked for and by whichever process it was met.
void say_error(std::string_view text);

/// Marks on stdout: bold on a terminal, by --color and NO_COLOR.
bool wants_color(const CommandLine& asked);
std::string bold(const CommandLine& asked, std::string_view text);

/// Throws Error (interrupted): somebody stopped the command, and nothing was written.
[[noreturn]] void throw_interrupted();

/// Throws Error when runs ended early: interrupted, or a bug with month, place, expected and found.
void throw_if_halted(const Halt& halt);

/// "2025-03" for tick 0 of a scenario that starts then.
std::string month_text(const Scenario& scenario, std::int32_t tick);

/// "1.4 GB", "310 MB", "12 kB".
std::string size_text(double bytes);

/// Positions in the catalogue of the outcomes that were asked for, or of the headline ones. Throws Error
/// (command line) for an unknown name.
std::vector<std::size_t> chosen_outcomes(const CommandLine& asked);

/// A word of a table's head in the language that was asked for.
inline std::string_view word(const CommandLine& asked, std::string_view english,
                             std::string_view indonesian) {
    return asked.language == Language::indonesian ? indonesian : english;
}

/// "1 replicate", "8 replicates".
std::string count_text(std::size_t count, std::string_view singular);
/// The same in the language that was asked for; Indonesian has no plural: "8 replikasi".
std::string count_text(const CommandLine& asked, std::size_t count, std::string_view english,
                       std::string_view indonesian);

} // namespace tujuh
