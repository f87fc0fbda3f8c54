// SPDX-License-Identifier: Apache-2.0
#include "commands/speech.hpp"

#include "commands/options.hpp"
#include "commands/text_table.hpp"
#include "commands/this_process.hpp"
#include "files/error.hpp"
#include "outcomes/catalogue.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace tujuh {

void print_data(std::string_view text) {
    if (this_process().rank() > 0) return;
    // A failed write is seen by main when it flushes at the end.
    std::fwrite(text.data(), 1, text.size(), stdout);
}

void say_error(std::string_view text) {
    fmt::print(stderr, "tujuh: {}\n", text);
}

void warn(std::string_view text) {
    if (this_process().rank() == 0) say_error(text);
}

void say(const CommandLine& asked, std::string_view text) {
    if (!asked.quiet && this_process().rank() == 0) fmt::print(stderr, "{}\n", text);
}

void say_more(const CommandLine& asked, std::string_view text) {
    if (asked.verbose && !asked.quiet && this_process().rank() == 0) fmt::print(stderr, "{}\n", text);
}

bool wants_color(const CommandLine& asked) {
    if (asked.color != ColorStyle::automatic) return asked.color == ColorStyle::always;
    const char* no_color = std::getenv("NO_COLOR");
    return (no_color == nullptr || *no_color == '\0') && ::isatty(STDOUT_FILENO) != 0;
}

std::string bold(const CommandLine& asked, std::string_view text) {
    return wants_color(asked) ? fmt::format("\033[1m{}\033[0m", text) : std::string(text);
}

void throw_interrupted() {
    throw Error(ErrorKind::interrupted, {{"", "stopped; nothing was written", "", ""}});
}

void throw_if_halted(const Halt& halt) {
    if (halt.violation) {
        const Violation& violation = *halt.violation;
        throw Error(
            ErrorKind::bug,
            {{fmt::format("replicate {}, month {}, {}", halt.replicate, violation.tick, violation.where),
              fmt::format("{} does not hold: expected {}, found {}", violation.what, violation.expected,
                          violation.found),
              "this is a bug of tujuh, not a mistake of yours; nothing was written",
              "please report it with the scenario, the seed and the line of 'tujuh --version'"}});
    }
    if (halt.stopped) throw_interrupted();
}

std::string month_text(const Scenario& scenario, std::int32_t tick) {
    const std::int32_t months = scenario.start_year * 12 + scenario.start_month - 1 + tick;
    return fmt::format("{}-{:02}", months / 12, months % 12 + 1);
}

std::string size_text(double bytes) {
    if (bytes >= 1e9) return number_text(bytes / 1e9, 1) + " GB";
    if (bytes >= 1e6) return number_text(bytes / 1e6, 0) + " MB";
    if (bytes >= 1e3) return number_text(bytes / 1e3, 0) + " kB";
    return number_text(std::ceil(bytes), 0) + " bytes";
}

std::vector<std::size_t> chosen_outcomes(const CommandLine& asked) {
    std::vector<std::size_t> chosen;
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < outcome_rows().size(); ++i) {
        names.push_back(outcome_rows()[i].name);
        if (asked.outcomes.empty() && outcome_rows()[i].headline) chosen.push_back(i);
    }
    for (const auto& name : asked.outcomes) {
        const auto found = find_outcome(name);
        if (!found) throw_unknown("outcome", name, names, "'tujuh list outcomes' names them");
        chosen.push_back(*found);
    }
    return chosen;
}

std::string count_text(std::size_t count, std::string_view singular) {
    return fmt::format("{} {}{}", number_text(static_cast<double>(count), 0), singular,
                       count == 1 ? "" : "s");
}

std::string count_text(const CommandLine& asked, std::size_t count, std::string_view english,
                       std::string_view indonesian) {
    if (asked.language == Language::english) return count_text(count, english);
    return fmt::format("{} {}", number_text(static_cast<double>(count), 0), indonesian);
}

} // namespace tujuh
