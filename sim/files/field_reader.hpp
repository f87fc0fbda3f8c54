// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_report.hpp"
#include "files/toml_document.hpp"
#include "scenario/fields.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

/// Puts what stands after a key into the member of its row. What is written in the wrong type is a problem,
/// and the member keeps its value; ranges of numbers with decimals are looked at later, by `validate`.
namespace tujuh {

void read_value(const TomlEntry& entry, const std::string& key, const ValueRow& row, double& member,
                ScenarioReport& report);
void read_value(const TomlEntry& entry, const std::string& key, const ValueRow& row, std::int64_t& member,
                ScenarioReport& report);
void read_value(const TomlEntry& entry, const std::string& key, bool& member, ScenarioReport& report);
void read_value(const TomlEntry& entry, const std::string& key, std::string& member, ScenarioReport& report);
void read_value(const TomlEntry& entry, const std::string& key, std::vector<std::string>& member,
                ScenarioReport& report);
/// Position of the word in its list, or `unknown_word`.
std::size_t read_word(const TomlEntry& entry, const std::string& key, std::span<const NamedRow> words,
                      ScenarioReport& report);
inline constexpr std::size_t unknown_word = static_cast<std::size_t>(-1);
/// Shares under the names of needs, in a table.
void read_shares(const TomlEntry& entry, const std::string& key, const ValueRow& row,
                 std::array<double, need_count>& member, ScenarioReport& report);
void read_month(const TomlEntry& entry, const std::string& key, std::int32_t& year, std::int32_t& month,
                ScenarioReport& report);
/// True for a table; else the problem that a table is wanted is reported, with an example of its head.
bool is_table(const TomlEntry& entry, const std::string& key, const std::string& example,
              ScenarioReport& report);

/// True for a list of tables; else the problem is reported, with the head that stands above each.
bool is_list_of_tables(const TomlValue& list, Place place, const std::string& key, std::string_view head,
                       ScenarioReport& report);

/// Reads an entry by its row.
template <class Struct>
void read_field(const TomlEntry& entry, const std::string& key, const FieldRow<Struct>& row, Struct& target,
                ScenarioReport& report) {
    report.remember(key, entry.place);
    const ValueRow range{row.unit, row.low, row.high, row.meaning};
    const auto read = [&]<class Value>(Value Struct::*member) {
        if constexpr (std::is_enum_v<Value>) {
            const std::size_t word = read_word(entry, key, words_of(Value{}), report);
            if (word != unknown_word) target.*member = static_cast<Value>(word);
        } else if constexpr (std::is_same_v<Value, std::array<double, need_count>>) {
            read_shares(entry, key, range, target.*member, report);
        } else if constexpr (std::is_same_v<Value, double>) {
            read_value(entry, key, range, target.*member, report);
        } else if constexpr (std::is_integral_v<Value> && !std::is_same_v<Value, bool>) {
            std::int64_t whole = static_cast<std::int64_t>(target.*member);
            read_value(entry, key, range, whole, report);
            target.*member = static_cast<Value>(whole); // in the row's range, so it fits
        } else {
            read_value(entry, key, target.*member, report);
        }
    };
    std::visit(
        [&](const auto& member) {
            if constexpr (std::is_same_v<std::decay_t<decltype(member)>, MonthMember<Struct>>)
                read_month(entry, key, target.*(member.year), target.*(member.month), report);
            else
                read(member);
        },
        row.member);
}

/// Reads an entry if its key is one of the rows, and says whether it is.
template <class Struct, std::size_t count>
bool read_if_row(const TomlEntry& entry, const std::string& key, const FieldRow<Struct> (&rows)[count],
                 Struct& target, ScenarioReport& report) {
    for (const auto& row : rows)
        if (row.key == entry.key) {
            read_field(entry, key, row, target, report);
            return true;
        }
    return false;
}

/// What a row asks for, as a message says it: its meaning with its unit or its words.
template <class Struct> std::string wanted_by(const FieldRow<Struct>& row) {
    std::string words;
    std::visit(
        [&]<class Member>(const Member&) {
            if constexpr (!std::is_same_v<Member, MonthMember<Struct>>) {
                using Value = std::decay_t<decltype(std::declval<Struct&>().*std::declval<Member>())>;
                if constexpr (std::is_enum_v<Value>)
                    for (const NamedRow& word : words_of(Value{}))
                        words += (words.empty() ? ": " : ", ") + std::string(word.key);
            }
        },
        row.member);
    return std::string(row.meaning) + (words.empty() ? ", " + std::string(row.unit) : words);
}

/// Reports the keys that must be given and are not.
template <class Struct, std::size_t count>
void require_fields(const TomlValue& table, const std::string& name, const FieldRow<Struct> (&rows)[count],
                    Place place, ScenarioReport& report) {
    for (const auto& row : rows)
        if (row.given == Given::must_be && table.find(row.key) == nullptr && !report.base_is_missing())
            report.add(place, name + "." + std::string(row.key), "is missing", wanted_by(row), "");
}

template <class Row, std::size_t count>
void add_keys(const Row (&rows)[count], std::vector<std::string_view>& keys) {
    for (const auto& row : rows) keys.push_back(row.key);
}

} // namespace tujuh
