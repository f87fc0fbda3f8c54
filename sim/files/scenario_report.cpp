// SPDX-License-Identifier: Apache-2.0
#include "files/scenario_report.hpp"

#include "base/nearest_name.hpp"
#include "scenario/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tujuh {

namespace {

/// Names of a list that a message shows before it breaks off.
constexpr std::size_t most_listed = 30;

/// Bytes of the parts of a message: what a user wrote may be of any length, and lists of names need room.
constexpr std::size_t longest_key = 120, longest_part = 300, longest_list = 1000;

/// A text cut between two letters of UTF-8.
std::string shortened(std::string text, std::size_t longest) {
    if (text.size() <= longest) return text;
    while (longest > 0 && (static_cast<unsigned char>(text[longest]) & 0xC0) == 0x80) --longest;
    text.resize(longest);
    return text + "...";
}

bool is_part_of(const std::string& part, const std::string& whole) {
    return part == whole ||
           (part.size() > whole.size() && part.substr(0, whole.size()) == whole && part[whole.size()] == '.');
}

/// A key as it is written in a file: the codes of activities stand in quotes.
std::string as_written(const std::string& key) {
    std::string text;
    for (std::size_t i = 0; i < key.size();) {
        const std::string_view rest = std::string_view(key).substr(i);
        const auto is_digit = [&](std::size_t at) {
            return at < rest.size() && rest[at] >= '0' && rest[at] <= '9';
        };
        const bool begins_part = i == 0 || key[i - 1] == '.';
        const bool ends_there = rest.size() == 3 || (rest.size() > 3 && rest[3] == '.');
        if (begins_part && ends_there && is_digit(0) && rest[1] == '.' && is_digit(2)) {
            text += fmt::format("\"{}\"", rest.substr(0, 3));
            i += 3;
        } else {
            text += key[i++];
        }
    }
    return text;
}

/// Where a key belongs that stands in the wrong table: TOML gives all that follows the head of a table to
/// that table.
std::string home_of(std::string_view key) {
    for (const FieldDescription& field : describe_fields()) {
        if (field.key != key || field.table.find('.') != std::string::npos) continue;
        if (field.table.empty()) return "it belongs at the top of the file, before the first table";
        return fmt::format("it belongs in [{}]", field.table);
    }
    return {};
}

/// The exit code tells the worst: what is written wrongly before what is missing.
ErrorKind kind_of(const std::vector<ErrorKind>& kinds) {
    for (const ErrorKind kind : {ErrorKind::scenario_wrong, ErrorKind::command_line,
                                 ErrorKind::input_not_readable, ErrorKind::input_missing})
        if (std::find(kinds.begin(), kinds.end(), kind) != kinds.end()) return kind;
    return ErrorKind::scenario_wrong;
}

} // namespace

std::uint32_t ScenarioReport::add_text(ReadText text) {
    texts_.push_back(std::move(text));
    return static_cast<std::uint32_t>(texts_.size() - 1);
}

void ScenarioReport::add(Place place, const std::string& key, std::string what, std::string why,
                         std::string suggestion, ErrorKind kind) {
    if (texts_[place.file].name.empty() && kind == ErrorKind::scenario_wrong) kind = ErrorKind::command_line;
    Problem problem{where(place, key), shortened(std::move(what), longest_part),
                    shortened(std::move(why), longest_list), shortened(std::move(suggestion), longest_part)};
    found_.push_back({place, key, std::move(problem), kind});
}

void ScenarioReport::add_unknown(Place place, const std::string& key, std::string_view last_part,
                                 std::span<const std::string_view> known, const std::string& better) {
    std::string suggestion = better;
    if (suggestion.empty()) suggestion = home_of(last_part);
    if (suggestion.empty()) suggestion = did_you_mean(last_part, known);
    add(place, key, "is not a known key", "known here: " + listed(known), std::move(suggestion));
}

void ScenarioReport::add_found_by_key(Problems problems) {
    // Only what was found before counts: these problems do not hide one another.
    std::erase_if(problems, [&](const Problem& problem) {
        return has_problem_at(problem.where) || (base_is_missing_ && !was_set(problem.where));
    });
    for (Problem& problem : problems) {
        add(place_of(problem.where), problem.where, std::move(problem.what), std::move(problem.why),
            std::move(problem.suggestion));
    }
}

std::string ScenarioReport::told(Problem remark) const {
    remark.where = where(place_of(remark.where), remark.where);
    return format(remark);
}

Place ScenarioReport::place_of(std::string key) const {
    while (!key.empty()) {
        const auto found = places_.find(key);
        if (found != places_.end()) return found->second;
        const std::size_t dot = key.rfind('.');
        key.resize(dot == std::string::npos ? 0 : dot);
    }
    return {};
}

bool ScenarioReport::has_problem_at(const std::string& key) const {
    const auto is_there = [&](const Found& found) { return is_part_of(found.key, key); };
    return std::any_of(found_.begin(), found_.end(), is_there);
}

std::string ScenarioReport::where(Place place, const std::string& key) const {
    std::string text = texts_[place.file].shown;
    if (place.line > 0) text += fmt::format(":{}:{}", place.line, place.column);
    if (!key.empty()) text += ": " + shortened(as_written(key), longest_key);
    return text;
}

void ScenarioReport::throw_if_any() const {
    if (found_.empty()) return;
    std::vector<const Found*> sorted;
    for (const Found& found : found_) sorted.push_back(&found);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const Found* a, const Found* b) { return a->place < b->place; });
    Problems problems;
    std::vector<ErrorKind> kinds;
    for (const Found* found : sorted) {
        problems.push_back(found->problem);
        kinds.push_back(found->kind);
    }
    throw Error(kind_of(kinds), std::move(problems));
}

std::string did_you_mean(std::string_view wrong, std::span<const std::string_view> known) {
    const std::string_view nearest = nearest_name(wrong, known);
    return nearest.empty() ? "" : fmt::format("did you mean {}?", nearest);
}

std::string listed(std::span<const std::string_view> names) {
    std::string text;
    for (std::size_t i = 0; i < names.size() && i < most_listed; ++i) {
        if (!text.empty()) text += ", ";
        text += names[i];
    }
    return names.size() > most_listed ? text + " and more" : text;
}

} // namespace tujuh
