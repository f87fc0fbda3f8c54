// SPDX-License-Identifier: Apache-2.0
#include "commands/options.hpp"

#include "base/nearest_name.hpp"
#include "commands/speech.hpp"
#include "files/error.hpp"
#include "scenario/fields.hpp"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <optional>

extern char** environ;

namespace tujuh {

namespace {

namespace po = boost::program_options;

constexpr std::string_view operand_name = "operand";

constexpr OptionRow rows[] = {
    {Option::output, "output", 'o', "FILE", "write the result here"},
    {Option::seed, "seed", '\0', "NUMBER", "seed of all random numbers, instead of the scenario's"},
    {Option::replicates, "replicates", '\0', "COUNT",
     "how often population, sample and events are drawn anew"},
    {Option::months, "months", '\0', "COUNT", "months to simulate after the burn-in"},
    {Option::threads, "threads", '\0', "COUNT",
     "threads to use; results do not depend on it (0: all of the machine)"},
    {Option::set, "set", '\0', "KEY=VALUE", "change a key of the scenario; may be given several times"},
    {Option::outcomes, "outcomes", '\0', "NAME,NAME", "outcomes to show instead of the headline ones"},
    {Option::activities, "activities", '\0', "", "make each activity a sham in turn, instead of the tasks"},
    {Option::reallocate, "reallocate", '\0', "",
     "what is taken out is not done and its hours go elsewhere, instead of being a sham"},
    {Option::recover, "recover", '\0', "",
     "fit to what the scenario itself gives, to see whether its values are found again"},
    {Option::retry_failed, "retry-failed", '\0', "", "run points again that failed; all others are kept"},
    {Option::shard, "shard", '\0', "I/N",
     "do the I-th of N parts, a job each; the last one to end writes the file"},
    {Option::dry_run, "dry-run", 'n', "",
     "read and check everything, say what would be done, and write nothing"},
    {Option::force, "force", '\0', "", "replace an output file that exists"},
    {Option::resume, "resume", '\0', "",
     "go on where the same command was stopped; afresh where there is nothing"},
    {Option::checkpoint_every, "checkpoint-every", '\0', "MONTHS",
     "write a checkpoint after so many months, as the progress counts them"},
    {Option::max_walltime, "max-walltime", '\0', "MINUTES|H:MM:SS",
     "stop after this time, as Ctrl-C does, with exit code 75"},
    {Option::json, "json", '\0', "", "print JSON instead of a table"},
    {Option::lang, "lang", '\0', "en|id", "language of the titles of tasks, activities and outcomes"},
    {Option::quiet, "quiet", 'q', "", "print no messages but errors"},
    {Option::verbose, "verbose", 'v', "", "say more about what is done"},
    {Option::progress, "progress", '\0', "auto|bar|plain|none", "how to show progress"},
    {Option::color, "color", '\0', "auto|always|never", "marks in colour; NO_COLOR is honoured"},
    {Option::help, "help", 'h', "", "print this help"},
};

const OptionRow& row_of(Option option) {
    return *std::find_if(std::begin(rows), std::end(rows),
                         [&](const auto& row) { return row.option == option; });
}

[[noreturn]] void throw_command_line(Problem problem) {
    throw Error(ErrorKind::command_line, {std::move(problem)});
}

std::string flag_of(const OptionRow& row) {
    return fmt::format("--{}", row.name);
}

po::options_description described(std::span<const Option> options) {
    po::options_description description;
    for (const Option option : options) {
        const OptionRow& row = row_of(option);
        const std::string names =
            row.letter == '\0' ? std::string(row.name) : fmt::format("{},{}", row.name, row.letter);
        if (row.argument.empty())
            description.add_options()(names.c_str(), "");
        else
            description.add_options()(names.c_str(), po::value<std::vector<std::string>>()->composing(), "");
    }
    description.add_options()(std::string(operand_name).c_str(), po::value<std::vector<std::string>>(), "");
    return description;
}

/// The options and operands as they stand in the command line, in their order.
std::vector<po::option> parsed(std::string_view command, std::span<const Option> allowed,
                               std::span<const std::string> arguments) {
    const auto description = described(allowed);
    po::positional_options_description positional;
    positional.add(std::string(operand_name).c_str(), -1);
    // Guessing would make "--re" mean something today and be ambiguous tomorrow.
    const auto style = po::command_line_style::unix_style ^ po::command_line_style::allow_guessing;
    try {
        return po::command_line_parser({arguments.begin(), arguments.end()})
            .options(description)
            .positional(positional)
            .style(style)
            .run()
            .options;
    } catch (const po::unknown_option& unknown) {
        std::string wrong = unknown.get_option_name();
        wrong.erase(0, wrong.find_first_not_of('-'));
        std::vector<std::string_view> names;
        for (const Option option : allowed) names.push_back(row_of(option).name);
        const auto nearest = nearest_name(wrong, names);
        throw_command_line({"", fmt::format("unknown option '{}{}'", wrong.size() > 1 ? "--" : "-", wrong),
                            "",
                            nearest.empty() ? fmt::format("'tujuh {} --help' lists the options", command)
                                            : fmt::format("did you mean '--{}'?", nearest)});
    } catch (const po::error& error) {
        throw_command_line(
            {"", error.what(), "", fmt::format("'tujuh {} --help' lists the options", command)});
    }
}

/// A whole number of an option; `source` is the flag or the variable that gave it.
std::int64_t whole_number(const std::string& text, double low, double high, const std::string& source) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (!whole || static_cast<double>(number) < low || static_cast<double>(number) > high)
        throw_command_line({source, fmt::format("'{}' is not allowed", text),
                            fmt::format("a whole number from {:.0f} to {:.0f} is", low, high), ""});
    return number;
}

/// The position of `text` among the words of an option's argument, such as "auto|bar|plain|none".
std::size_t choice(const std::string& text, const OptionRow& row, const std::string& source) {
    std::vector<std::string_view> words;
    for (std::string_view rest = row.argument; !rest.empty();) {
        const std::size_t end = std::min(rest.find('|'), rest.size());
        words.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) {
        const auto nearest = nearest_name(text, words);
        throw_command_line({source, fmt::format("'{}' is not allowed", text),
                            fmt::format("one of {} is", row.argument),
                            nearest.empty() ? "" : fmt::format("did you mean '{}'?", nearest)});
    }
    return static_cast<std::size_t>(found - words.begin());
}

std::vector<std::string> split_at(char mark, const std::string& text) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == mark)
            parts.emplace_back();
        else
            parts.back() += c;
    }
    return parts;
}

/// Seconds in "90", which are minutes, or "1:30:00".
double walltime(const std::string& text, const OptionRow& row, const std::string& source) {
    const auto parts = split_at(':', text);
    std::vector<double> numbers;
    for (const auto& part : parts)
        if (!part.empty() && part.size() < 7 && part.find_first_not_of("0123456789") == std::string::npos)
            numbers.push_back(std::stod(part));
    double seconds = 0;
    if (numbers.size() == parts.size() && parts.size() == 1) seconds = numbers[0] * 60;
    if (numbers.size() == parts.size() && parts.size() == 3 && numbers[1] < 60 && numbers[2] < 60)
        seconds = numbers[0] * 3600 + numbers[1] * 60 + numbers[2];
    if (seconds <= 0)
        throw_command_line({source, fmt::format("'{}' is not allowed", text),
                            fmt::format("{} is, as 90 or 1:30:00", row.argument), ""});
    return seconds;
}

/// "2/8".
Shard shard(const std::string& text, const std::string& source) {
    const std::size_t slash = text.find('/');
    if (slash == std::string::npos)
        throw_command_line(
            {source, fmt::format("'{}' is not allowed", text), "a part of a number is, as 2/8", ""});
    const auto of = whole_number(text.substr(slash + 1), 1, 1e6, source);
    const auto number = whole_number(text.substr(0, slash), 1, static_cast<double>(of), source);
    return {static_cast<std::size_t>(number), static_cast<std::size_t>(of)};
}

/// Options that stand for a key of the scenario file have its range.
std::string assignment(const OptionRow& row, const std::string& text, const std::string& source) {
    const auto* field = std::find_if(std::begin(scenario_rows), std::end(scenario_rows),
                                     [&](const auto& candidate) { return candidate.key == row.name; });
    return fmt::format("{}={}", row.name, whole_number(text, field->low, field->high, source));
}

/// The last word on a key counts: a flag after a variable, the later of two flags.
void assign(CommandLine& asked, const std::string& text) {
    const std::string key = text.substr(0, text.find('=')) + "=";
    std::erase_if(asked.assignments, [&](const auto& earlier) { return earlier.starts_with(key); });
    asked.assignments.push_back(text);
}

void apply(CommandLine& asked, const OptionRow& row, const std::string& text, const std::string& source) {
    constexpr double most_threads = 1024, most_months = 1e9;
    switch (row.option) {
    case Option::output:
        asked.output = text;
        break;
    case Option::seed:
    case Option::replicates:
    case Option::months:
        assign(asked, assignment(row, text, source));
        break;
    case Option::threads:
        asked.threads = static_cast<std::size_t>(whole_number(text, 0, most_threads, source));
        break;
    case Option::set:
        assign(asked, text);
        break;
    case Option::outcomes:
        asked.outcomes = split_at(',', text);
        break;
    case Option::activities:
        asked.activities = true;
        break;
    case Option::reallocate:
        asked.reallocate = true;
        break;
    case Option::recover:
        assign(asked, "design.recover=true");
        break;
    case Option::retry_failed:
        asked.retry_failed = true;
        break;
    case Option::shard:
        asked.shard = shard(text, source);
        break;
    case Option::dry_run:
        asked.dry_run = true;
        break;
    case Option::force:
        asked.force = true;
        break;
    case Option::resume:
        asked.resume = true;
        break;
    case Option::checkpoint_every:
        asked.checkpoint_every = static_cast<std::size_t>(whole_number(text, 1, most_months, source));
        break;
    case Option::max_walltime:
        asked.max_walltime = walltime(text, row, source);
        break;
    case Option::json:
        asked.json = true;
        break;
    case Option::lang:
        asked.language = static_cast<Language>(choice(text, row, source));
        break;
    case Option::quiet:
        asked.quiet = true;
        break;
    case Option::verbose:
        asked.verbose = true;
        break;
    case Option::progress:
        asked.progress = static_cast<ProgressStyle>(choice(text, row, source));
        break;
    case Option::color:
        asked.color = static_cast<ColorStyle>(choice(text, row, source));
        break;
    case Option::help:
        break;
    }
}

/// Options that a variable stands for: one with a value, and of which a later one does not add to the
/// earlier.
bool has_variable(const OptionRow& row) {
    return !row.argument.empty() && row.option != Option::set;
}

/// The environment belongs to others too, so what is not known there is no error; but it may be a slip that
/// would otherwise go unseen.
void warn_of_unknown_variables() {
    std::vector<std::string> variables = {"TUJUH_SCENARIOS"};
    for (const auto& row : rows)
        if (has_variable(row)) variables.push_back(variable_of(row));
    const std::vector<std::string_view> known(variables.begin(), variables.end());
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view text = *entry;
        const auto name = text.substr(0, text.find('='));
        if (!name.starts_with("TUJUH_") || std::find(known.begin(), known.end(), name) != known.end())
            continue;
        const auto nearest = nearest_name(name, known);
        warn(format(Problem{"", fmt::format("the variable {} is not known and has no effect", name),
                            nearest.empty() ? fmt::format("known: {}", fmt::join(known, ", ")) : "",
                            nearest.empty() ? "" : fmt::format("did you mean {}?", nearest)}));
    }
}

void apply_environment(CommandLine& asked, std::span<const Option> allowed) {
    warn_of_unknown_variables();
    for (const Option option : allowed) {
        const OptionRow& row = row_of(option);
        if (!has_variable(row)) continue;
        const std::string variable = variable_of(row);
        const char* value = std::getenv(variable.c_str());
        if (value != nullptr && *value != '\0') apply(asked, row, value, variable);
    }
}

} // namespace

std::span<const OptionRow> option_rows() noexcept {
    return rows;
}

std::string variable_of(const OptionRow& row) {
    std::string name = "TUJUH_";
    for (const char c : row.name)
        name += c == '-' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return name;
}

bool asks_for_help(std::span<const std::string> arguments) {
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    return std::any_of(arguments.begin(), end,
                       [](const auto& word) { return word == "--help" || word == "-h"; });
}

std::string options_text(std::span<const Option> options) {
    std::string text;
    for (const Option option : options) {
        const OptionRow& row = row_of(option);
        const std::string letter = row.letter == '\0' ? "    " : fmt::format("-{}, ", row.letter);
        const std::string name =
            flag_of(row) + (row.argument.empty() ? "" : fmt::format(" {}", row.argument));
        text += fmt::format("  {}{:32} {}\n", letter, name, row.meaning);
    }
    return text;
}

void throw_unknown(std::string_view kind, std::string_view wrong, const std::vector<std::string_view>& known,
                   std::string_view list_hint) {
    const auto nearest = nearest_name(wrong, known);
    throw_command_line(
        {"", fmt::format("unknown {} '{}'", kind, wrong), "",
         nearest.empty() ? std::string(list_hint) : fmt::format("did you mean '{}'?", nearest)});
}

CommandLine parse_command_line(std::string_view command, std::span<const Option> allowed,
                               std::size_t operands_low, std::size_t operands_high,
                               std::string_view operands_text, std::span<const std::string> arguments) {
    CommandLine asked;
    asked.command = command;
    apply_environment(asked, allowed);
    for (const auto& option : parsed(command, allowed, arguments)) {
        if (option.string_key == operand_name) {
            asked.operands.push_back(option.value.front());
            continue;
        }
        const auto* row = std::find_if(std::begin(rows), std::end(rows), [&](const auto& candidate) {
            return candidate.name == option.string_key;
        });
        apply(asked, *row, option.value.empty() ? "" : option.value.front(), flag_of(*row));
    }
    const std::size_t count = asked.operands.size();
    if (count < operands_low || count > operands_high)
        throw_command_line({"", fmt::format("'tujuh {}' takes {}", command, operands_text),
                            fmt::format("{} given", count == 0 ? "none" : std::to_string(count)),
                            fmt::format("see 'tujuh {} --help'", command)});
    return asked;
}

} // namespace tujuh
