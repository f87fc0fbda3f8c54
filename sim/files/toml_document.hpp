// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// TOML as a tree of our own, in which each key and value knows where it stands. toml++ is behind it and
/// nowhere else: its tables are sorted by name and its copies forget their place, and both matter here.
namespace tujuh {

/// A place in one of the texts that a scenario is read from. Line 0: the text as a whole.
struct Place {
    std::uint32_t file = 0, line = 0, column = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

struct TomlEntry;

struct TomlValue {
    enum class Kind : unsigned char { flag, whole_number, number, text, date, other, list, table };
    Kind kind = Kind::table;
    Place place;
    bool flag = false;
    std::int64_t whole_number = 0;
    double number = 0;
    std::string
        text; ///< of a text; of a date as "2025-03-01"; of what else has no use here, as it was written
    std::vector<TomlValue> items;
    std::vector<TomlEntry> entries; ///< of a table, in the order of the text

    /// The value of a key of this table, or null.
    const TomlValue* find(std::string_view key) const;
    TomlEntry* find_entry(std::string_view key);
    /// Takes an entry out of this table.
    std::optional<TomlEntry> take(std::string_view key);
};

struct TomlEntry {
    std::string key;
    Place place; ///< of the key
    TomlValue value;
};

/// Something that keeps a text from being read, or a key that stands twice.
struct TomlMistake {
    Place place;
    std::string key; ///< as it stands in the line, or empty
    std::string what, why, suggestion;
};

struct TomlDocument {
    TomlValue root;                    ///< what could be read
    std::vector<TomlMistake> mistakes; ///< in the order of the text
    bool is_whole = true; ///< false where a mistake kept the rest from being read; `root` is empty then
};

/// Reads a text; `file` goes into each place. A line with a mistake of its own is left out and the rest is
/// read, so that the mistakes of several lines are found at once. Never throws, whatever the text.
TomlDocument read_toml(std::string_view text, std::uint32_t file);

/// What a value is, as a message says it: `the text "abc"`, `12.5`, `true`, `a table`.
std::string describe(const TomlValue& value);

} // namespace tujuh
