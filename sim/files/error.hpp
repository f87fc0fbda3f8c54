// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/problem.hpp"

#include <exception>
#include <string>

/// The one type that is thrown, by files/ and main.cpp only: a kind, which is the exit code, and all
/// problems.
namespace tujuh {

enum class ErrorKind : unsigned char {
    command_line,       ///< the command itself is wrong
    scenario_wrong,     ///< a scenario or a table of data is wrong
    input_missing,      ///< a file to be read does not exist
    machine_too_small,  ///< what is asked for does not fit into its memory
    bug,                ///< an invariant of the program broke
    cannot_create,      ///< the output exists, is a folder or an input, or may not be written
    input_output,       ///< reading or writing failed, or the disk is full
    interrupted,        ///< stopped from outside, can be resumed
    input_not_readable, ///< a file exists and may not be read
};

/// The exit code of the program for a kind of error.
int exit_code(ErrorKind kind) noexcept;

struct Error : std::exception {
    ErrorKind kind;
    Problems problems; ///< at least one
    Error(ErrorKind error_kind, Problems all);
    /// All problems, a line each.
    const char* what() const noexcept override;

  private:
    std::string text_;
};

/// One clear sentence: `where: what (why); suggestion`, without the parts that are empty. Never more than a
/// line.
std::string format(const Problem& problem);

} // namespace tujuh
