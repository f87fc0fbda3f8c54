// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tujuh {

enum class Option : unsigned char {
    output,
    seed,
    replicates,
    months,
    threads,
    set,
    outcomes,
    activities,
    reallocate,
    recover,
    retry_failed,
    shard,
    dry_run,
    force,
    resume,
    checkpoint_every,
    max_walltime,
    json,
    lang,
    quiet,
    verbose,
    progress,
    color,
    help
};

struct OptionRow {
    Option option;
    std::string_view name;
    char letter;               ///< '\0': none
    std::string_view argument; ///< what stands after it, in capitals; empty: nothing
    std::string_view meaning;
};

/// Every option of the program. The parser, the help texts and the names of the environment variables come
/// from here.
std::span<const OptionRow> option_rows() noexcept;

/// What a command line says once the command is known. Flags win over the environment (`TUJUH_THREADS=2`
/// stands for
/// `--threads 2`; options without argument have no variable).
/// Throws Error (command line) with the nearest known name, or with what is allowed.
CommandLine parse_command_line(std::string_view command, std::span<const Option> allowed,
                               std::size_t operands_low, std::size_t operands_high,
                               std::string_view operands_text, std::span<const std::string> arguments);

/// The variable that stands for an option, "TUJUH_THREADS".
std::string variable_of(const OptionRow& row);

/// Whether the user asked for the help of the command among its arguments.
bool asks_for_help(std::span<const std::string> arguments);

/// A line for each option.
std::string options_text(std::span<const Option> options);

/// Throws Error (command line): `what` is unknown; says the nearest of `known` and where they are listed.
[[noreturn]] void throw_unknown(std::string_view kind, std::string_view wrong,
                                const std::vector<std::string_view>& known, std::string_view list_hint);

} // namespace tujuh
