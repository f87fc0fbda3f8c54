// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "commands/options.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The commands of the program, a file each in this folder. They join run/ and files/, which do not know each
/// other; in main.cpp alone they would be a thousand lines. main.cpp finds the command, reads the command
/// line and turns what is thrown into an exit code.
namespace tujuh {

struct CommandRow {
    std::string_view name;
    std::string_view operands; ///< as in the usage line
    std::size_t operands_low, operands_high;
    std::string_view summary;
    std::string_view details; ///< a paragraph of the help
    std::vector<Option> options;
    int (*carry_out)(const CommandLine&); ///< returns the exit code; throws Error
};

/// All commands, in the order of the help text.
std::span<const CommandRow> command_rows();

int run_command(const CommandLine& asked);
int compare_command(const CommandLine& asked);
int sweep_command(const CommandLine& asked);
int sensitivity_command(const CommandLine& asked);
int calibrate_command(const CommandLine& asked);
int optimise_command(const CommandLine& asked);
int attribute_command(const CommandLine& asked);
int check_command(const CommandLine& asked);
int published_command(const CommandLine& asked);
int patterns_command(const CommandLine& asked);
int list_command(const CommandLine& asked);
int schema_command(const CommandLine& asked);
int inspect_command(const CommandLine& asked);
int verify_command(const CommandLine& asked);
int export_command(const CommandLine& asked);
int report_command(const CommandLine& asked);
int bench_command(const CommandLine& asked);

/// What `tujuh --help` and `tujuh COMMAND --help` print.
std::string overview_text();
std::string help_text(const CommandRow& row);

} // namespace tujuh
