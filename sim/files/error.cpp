// SPDX-License-Identifier: Apache-2.0
#include "files/error.hpp"

#include <fmt/format.h>

#include <utility>

namespace tujuh {

namespace {

/// What a user wrote may hold line ends and control characters; a message stays on its line.
std::string on_one_line(std::string text) {
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    return text;
}

} // namespace

int exit_code(ErrorKind kind) noexcept {
    switch (kind) {
    case ErrorKind::command_line:
        return 2;
    case ErrorKind::scenario_wrong:
        return 65;
    case ErrorKind::input_missing:
        return 66;
    case ErrorKind::machine_too_small:
        return 69;
    case ErrorKind::bug:
        return 70;
    case ErrorKind::cannot_create:
        return 73;
    case ErrorKind::input_output:
        return 74;
    case ErrorKind::interrupted:
        return 75;
    case ErrorKind::input_not_readable:
        return 77;
    }
    return 70;
}

Error::Error(ErrorKind error_kind, Problems all) : kind(error_kind), problems(std::move(all)) {
    for (const Problem& problem : problems) {
        if (!text_.empty()) text_ += '\n';
        text_ += format(problem);
    }
}

const char* Error::what() const noexcept {
    return text_.c_str();
}

std::string format(const Problem& problem) {
    std::string text =
        problem.where.empty() ? problem.what : fmt::format("{}: {}", problem.where, problem.what);
    if (!problem.why.empty()) text += fmt::format(" ({})", problem.why);
    if (!problem.suggestion.empty()) text += fmt::format("; {}", problem.suggestion);
    return on_one_line(std::move(text));
}

} // namespace tujuh
