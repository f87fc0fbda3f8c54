// SPDX-License-Identifier: Apache-2.0
/// Finds the command, carries it out, and turns what is thrown into a message and an exit code.

#include "commands/commands.hpp"
#include "commands/interrupt.hpp"
#include "commands/options.hpp"
#include "commands/speech.hpp"
#include "commands/this_process.hpp"
#include "files/error.hpp"
#include "files/provenance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <exception>
#include <new>
#include <optional>
#include <string>
#include <thread>
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

/// Of the commands, four can share a nation among processes, and three share their points; what else these do
/// not, they say themselves.
void check_processes(const std::string& command) {
    const std::size_t asked_for = processes_asked_for();
    if (asked_for > 1 && !knows_ranks())
        throw Error(
            ErrorKind::command_line,
            {{"", fmt::format("started as {} processes, but this tujuh was built without MPI", asked_for), "",
              "'./tujuh setup' installs it, './tujuh build' builds again"}});
    if (asked_for > 1 && this_process().count() == 1)
        throw Error(ErrorKind::command_line,
                    {{"", fmt::format("{} processes were started that do not know of one another", asked_for),
                      "", "start them with 'mpirun', or with 'srun --mpi=pmix'"}});
    const auto shares = {"run", "compare", "bench", "verify", "sweep", "sensitivity", "calibrate"};
    if (this_process().count() > 1 && std::find(shares.begin(), shares.end(), command) == shares.end())
        throw Error(ErrorKind::command_line,
                    {{"", fmt::format("'{}' runs as one process", command), "",
                      "run, compare, bench and verify share a nation among processes; sweep, sensitivity and "
                      "calibrate share their points"}});
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
    check_processes(first);
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

/// What went wrong, and the exit code.
struct Failure {
    int code;
    std::vector<std::string> messages;
};

std::optional<Failure> failure_of(const std::vector<std::string>& words) {
    try {
        const int code = carry_out(words);
        flush_output();
        if (code != 0) return Failure{code, {}};
        return std::nullopt;
    } catch (const Error& error) {
        Failure failure{exit_code(error.kind), {}};
        for (const auto& problem : error.problems) failure.messages.push_back(format(problem));
        return failure;
    } catch (const std::bad_alloc&) {
        return Failure{exit_code(ErrorKind::input_output),
                       {"out of memory; try fewer households, or fewer threads ('tujuh check' estimates what "
                        "is needed)"}};
    } catch (const std::exception& error) {
        return Failure{
            exit_code(ErrorKind::bug),
            {fmt::format(
                "{} (this is a bug of tujuh; nothing was written); please report it with the line of "
                "'tujuh --version'",
                error.what())}};
    }
}

} // namespace

int main(int count, char** arguments) {
    ignore_file_size_signal();
    const auto failure = failure_of({arguments + 1, arguments + count});
    if (!failure) return 0;
    const auto& process = this_process();
    // What all processes meet, a wrong scenario or Ctrl-C, the first one says for all.
    if (process.rank() > 0) std::this_thread::sleep_for(std::chrono::seconds(1));
    for (const auto& message : failure->messages) say_error(message);
    if (process.count() > 1) process.end_all(failure->code);
    return failure->code;
}
