// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/speech.hpp"
#include "files/error.hpp"
#include "files/output_path.hpp"
#include "files/results_read.hpp"
#include "files/scenario_source.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

/// The page is drawn by Python, which has matplotlib; the program finds the script, checks what can be
/// checked before, and passes on what the script says.
namespace tujuh {

namespace {

constexpr const char* python = "/usr/bin/python3";
constexpr const char* script_name = "analysis/report.py";

/// The script that draws the page, where the shipped scenarios stand too.
std::string script_path() {
    for (const std::string& place : shipped_places())
        if (const std::string script = joined(place, script_name); FileSource().holds(script)) return script;
    throw Error(ErrorKind::input_missing,
                {{script_name, "is not there", "it draws the report and is shipped with the program",
                  "call the program from a complete copy of the project"}});
}

/// A page must not stand on numbers that nobody computed: throws Error where the file is missing, closed, no
/// result, or has not the numbers that its hash speaks of.
void check_result(const std::string& path) {
    const ResultSummary summary = read_result_summary(path);
    if (summary.hash_of_content != summary.result_hash)
        throw Error(ErrorKind::scenario_wrong,
                    {{path, "its numbers are not those that were written", "the result hash does not hold",
                      "'tujuh inspect' says more"}});
}

/// Runs a program and waits for it; its output and messages go where ours go. Returns its exit code.
int carry_out(const std::vector<std::string>& words) {
    std::vector<char*> arguments;
    for (const auto& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const ::pid_t child = ::fork();
    if (child == 0) {
        ::execv(arguments.front(), arguments.data());
        ::_exit(127);
    }
    int status = 0;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (child < 0)
        throw Error(ErrorKind::input_output,
                    {{python, fmt::format("could not be started: {}", std::strerror(errno)), "", ""}});
    if (WIFSIGNALED(status)) throw_interrupted();
    return WEXITSTATUS(status);
}

} // namespace

int report_command(const CommandLine& asked) {
    const std::string& result = asked.operands.front();
    check_result(result);
    const std::string page = asked.output.empty() ? stem_of(result) + ".html" : asked.output;
    check_output_path(page, {result}, asked.force);
    if (::access(python, X_OK) != 0)
        throw Error(ErrorKind::input_missing,
                    {{python, "there is no such program", "the report is drawn in Python",
                      "'./tujuh setup' installs it with the packages that it needs"}});
    std::vector<std::string> words = {
        python,     "-B", script_path(), result,
        "--output", page, "--lang",      asked.language == Language::indonesian ? "id" : "en"};
    if (asked.force) words.emplace_back("--force");
    return carry_out(words);
}

} // namespace tujuh
