// SPDX-License-Identifier: Apache-2.0
#include "files/field_reader.hpp"

#include "scenario/plain_number.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace tujuh {

namespace {

using Kind = TomlValue::Kind;

std::string range_of(const ValueRow& row) {
    return fmt::format("{} to {}, {}", plain_number(row.low), plain_number(row.high), row.unit);
}

void report_type(const TomlEntry& entry, const std::string& key, const std::string& wanted, std::string why,
                 std::string suggestion, ScenarioReport& report) {
    report.add(entry.place, key, fmt::format("{} stands where {} is wanted", describe(entry.value), wanted),
               std::move(why), std::move(suggestion));
}

/// What to write for a number that somebody put in quotes, with a unit or a percent sign.
std::string as_plain_number(const TomlValue& value) {
    if (value.kind != Kind::text) return "";
    const std::string_view text = value.text;
    const std::size_t number_end = std::min(text.find_first_not_of("0123456789.+-_"), text.size());
    const std::size_t unit_begin = text.find_first_not_of(' ', number_end);
    const std::string number(text.substr(0, number_end));
    if (number.find_first_of("0123456789") == std::string::npos) return "";
    if (unit_begin == std::string_view::npos) return fmt::format("write {} without quotes", number);
    if (text.substr(unit_begin) == "%") return "write a percentage as a share without quotes: 30 % is 0.3";
    return fmt::format("write {}, a number without quotes or unit", number);
}

/// A whole number that was written as one with decimals.
std::string as_whole_number(const TomlValue& value) {
    if (value.kind != Kind::number || value.number != std::floor(value.number) ||
        std::abs(value.number) > 1e15)
        return as_plain_number(value);
    return fmt::format("write {:.0f}", value.number);
}

std::vector<std::string_view> keys_of(std::span<const NamedRow> words) {
    std::vector<std::string_view> keys;
    for (const NamedRow& word : words) keys.push_back(word.key);
    return keys;
}

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

void read_value(const TomlEntry& entry, const std::string& key, const ValueRow& row, double& member,
                ScenarioReport& report) {
    report.remember(key, entry.place);
    if (entry.value.kind == Kind::number)
        member = entry.value.number;
    else if (entry.value.kind == Kind::whole_number)
        member = static_cast<double>(entry.value.whole_number);
    else
        report_type(entry, key, "a number", range_of(row), as_plain_number(entry.value), report);
}

void read_value(const TomlEntry& entry, const std::string& key, const ValueRow& row, std::int64_t& member,
                ScenarioReport& report) {
    if (entry.value.kind != Kind::whole_number) {
        report_type(entry, key, "a whole number", range_of(row), as_whole_number(entry.value), report);
        return;
    }
    const auto value = static_cast<double>(entry.value.whole_number);
    if (auto problem = number_problem(key, value, row.unit, row.low, row.high))
        report.add(entry.place, key, problem->what, problem->why, problem->suggestion);
    else
        member = entry.value.whole_number;
}

void read_value(const TomlEntry& entry, const std::string& key, bool& member, ScenarioReport& report) {
    if (entry.value.kind == Kind::flag)
        member = entry.value.flag;
    else
        report_type(entry, key, "true or false", "", "write true or false, without quotes", report);
}

void read_value(const TomlEntry& entry, const std::string& key, std::string& member, ScenarioReport& report) {
    if (entry.value.kind == Kind::text)
        member = entry.value.text;
    else
        report_type(entry, key, "a text", "", "write a text in double quotes", report);
}

void read_value(const TomlEntry& entry, const std::string& key, std::vector<std::string>& member,
                ScenarioReport& report) {
    if (entry.value.kind != Kind::list) {
        report_type(entry, key, "a list of texts", "", "write for example [\"33\", \"34\"]", report);
        return;
    }
    for (const TomlValue& item : entry.value.items) {
        if (item.kind == Kind::text) continue;
        report.add(entry.place, key,
                   fmt::format("{} in the list stands where a text is wanted", describe(item)), "",
                   "write each in double quotes, for example [\"33\", \"34\"]");
        return;
    }
    member.clear();
    for (const TomlValue& item : entry.value.items) member.push_back(item.text);
}

std::size_t read_word(const TomlEntry& entry, const std::string& key, std::span<const NamedRow> words,
                      ScenarioReport& report) {
    const std::vector<std::string_view> known = keys_of(words);
    if (entry.value.kind != Kind::text) {
        report_type(entry, key, "a word", "one of: " + listed(known), "write the word in double quotes",
                    report);
        return unknown_word;
    }
    const auto found = std::find(known.begin(), known.end(), entry.value.text);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    report.add(entry.place, key, fmt::format("\"{}\" is not one of its words", entry.value.text),
               "allowed: " + listed(known), did_you_mean(entry.value.text, known));
    return unknown_word;
}

void read_shares(const TomlEntry& entry, const std::string& key, const ValueRow& row,
                 std::array<double, need_count>& member, ScenarioReport& report) {
    if (!is_table(entry, key, "{ health = 0.2 }", report)) return;
    const std::vector<std::string_view> needs = keys_of(need_rows);
    for (const TomlEntry& share : entry.value.entries) {
        const std::string share_key = key + "." + share.key;
        if (const auto need = find_row(need_rows, share.key))
            read_value(share, share_key, row, member[*need], report);
        else
            report.add_unknown(share.place, share_key, share.key, needs);
    }
}

void read_month(const TomlEntry& entry, const std::string& key, std::int32_t& year, std::int32_t& month,
                ScenarioReport& report) {
    const std::string& text = entry.value.text;
    const bool is_date = entry.value.kind == Kind::date;
    const bool is_month = entry.value.kind == Kind::text && text.size() == 7;
    const bool has_form = (is_date || is_month) && is_digits(text.substr(0, 4)) && text[4] == '-' &&
                          is_digits(text.substr(5, 2));
    if (!has_form) {
        report_type(entry, key, "a month", "year and month", "write for example \"2025-03\"", report);
        return;
    }
    if (is_date && text.substr(7) != "-01") {
        report.add(entry.place, key, fmt::format("{} is not the first day of a month", text),
                   "a tick is a month", fmt::format("write \"{}\"", text.substr(0, 7)));
        return;
    }
    year = std::stoi(text.substr(0, 4));
    month = std::stoi(text.substr(5, 2));
}

bool is_table(const TomlEntry& entry, const std::string& key, const std::string& example,
              ScenarioReport& report) {
    report.remember(key, entry.place);
    if (entry.value.kind == Kind::table) return true;
    report_type(entry, key, "a table", "", fmt::format("write {}", example), report);
    return false;
}

bool is_list_of_tables(const TomlValue& list, Place place, const std::string& key, std::string_view head,
                       ScenarioReport& report) {
    const auto is_a_table = [](const TomlValue& item) { return item.kind == Kind::table; };
    if (list.kind == Kind::list && std::all_of(list.items.begin(), list.items.end(), is_a_table)) return true;
    report.add(place, key, describe(list) + " stands where a list of tables is wanted", "",
               fmt::format("write {} in double brackets above each", head));
    return false;
}

} // namespace tujuh
