// SPDX-License-Identifier: Apache-2.0
/// Finds the command, carries it out, and turns what is thrown into a message and an exit code.

#include "commands/commands.hpp"
#include "commands/interrupt.hpp"
#include "commands/options.hpp"
#include "commands/speech.hpp"
#include "files/error.hpp"
#include "files/provenance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <string>
#include <vector>

namespace {

using namespace tujuh;

const CommandRow& command_named(const std::string& name) {
    std::vector<std::string_view> names = {"help"};
    for (const auto& row : command_rows()) {
        if (row.name == name) return row;
        names.push_back(row.name);
    }
    throw_unknown("command", name, names, "'tujuh --help' lists the commands");
}

std::string version_text() {
    const Provenance build = this_build();
    return fmt::format("tujuh {} ({}, {})\n", build.version, build.git_commit, build.compiler);
}

/// The command line as it may stand in a result: no folder, so that no name of a user or a machine gets in.
std::string without_folders(const std::vector<std::string>& words) {
    std::string text = "tujuh";
    for (const auto& word : words) {
        const std::size_t equals = word.starts_with('-') ? word.find('=') : std::string::npos;
        const std::size_t start = equals == std::string::npos ? 0 : equals + 1;
        const std::size_t slash = word.rfind('/');
        const std::size_t name = slash == std::string::npos || slash < start ? start : slash + 1;
        text += " " + word.substr(0, start) + word.substr(name);
    }
    return text;
}

int help(const std::vector<std::string>& words) {
    print_data(words.empty() ? overview_text() : help_text(command_named(words.front())));
    return 0;
}

int carry_out(const std::vector<std::string>& words) {
    if (words.empty())
        throw Error(ErrorKind::command_line, {{"", "no command given", "", "'tujuh --help' lists them"}});
    const std::string& first = words.front();
    const std::vector<std::string> rest(words.begin() + 1, words.end());
    if (first == "--help" || first == "-h" || first == "help") return help(rest);
    if (first == "--version") {
        print_data(version_text());
        return 0;
    }
    const CommandRow& row = command_named(first);
    if (asks_for_help(rest)) return help({first});
    CommandLine asked = parse_command_line(row.name, row.options, row.operands_low, row.operands_high,
                                           row.operands.empty() ? "no operand" : row.operands, rest);
    asked.without_folders = without_folders(words);
    return row.carry_out(asked);
}

/// Output that did not arrive, on a full disk for instance, must not look like success.
void flush_output() {
    if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0)
        throw Error(
            ErrorKind::input_output,
            {{"standard output", fmt::format("cannot be written: {}", std::strerror(errno)), "", ""}});
}

} // namespace

int main(int count, char** arguments) {
    ignore_file_size_signal();
    try {
        const int code = carry_out({arguments + 1, arguments + count});
        flush_output();
        return code;
    } catch (const Error& error) {
        for (const auto& problem : error.problems) say_error(format(problem));
        return exit_code(error.kind);
    } catch (const std::bad_alloc&) {
        say_error(
            "out of memory; try fewer households, or fewer threads ('tujuh check' estimates what is needed)");
        return exit_code(ErrorKind::input_output);
    } catch (const std::exception& error) {
        say_error(
            fmt::format("{} (this is a bug of tujuh; nothing was written); please report it with the line of "
                        "'tujuh --version'",
                        error.what()));
        return exit_code(ErrorKind::bug);
    }
}
