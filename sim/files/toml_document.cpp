// SPDX-License-Identifier: Apache-2.0
// toml++ 3.3 stops at the first mistake and reaches undefined behaviour at a bare key that is not ASCII. So
// the text is looked through for such keys first, and a line at which toml++ stops is blanked and the text
// read again.
#include "files/toml_document.hpp"

#include "files/toml_mistakes.hpp"
#include "files/toml_text.hpp"

#include <fmt/format.h>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <sstream>
#include <utility>

namespace tujuh {

namespace {

/// After so many mistakes of TOML itself the rest of a text is not looked at.
constexpr std::size_t most_mistakes = 40;

Place place_of(const toml::source_region& region, std::uint32_t file) {
    return {file, region.begin.line, region.begin.column};
}

TomlValue to_value(const toml::node& node, std::uint32_t file);

void add_entries(const toml::table& table, TomlValue& value, std::uint32_t file) {
    for (const auto& [key, node] : table) {
        if (is_set_aside(key.str())) continue;
        value.entries.push_back({std::string(key.str()), place_of(key.source(), file), to_value(node, file)});
    }
    const auto by_place = [](const TomlEntry& a, const TomlEntry& b) { return a.place < b.place; };
    std::stable_sort(value.entries.begin(), value.entries.end(), by_place);
}

template <class Written> std::string as_written(const Written& value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

TomlValue to_value(const toml::node& node, std::uint32_t file) {
    using Kind = TomlValue::Kind;
    TomlValue value;
    value.place = place_of(node.source(), file);
    if (const toml::table* table = node.as_table()) {
        add_entries(*table, value, file);
    } else if (const toml::array* list = node.as_array()) {
        value.kind = Kind::list;
        for (const toml::node& item : *list) value.items.push_back(to_value(item, file));
    } else if (const auto* text = node.as_string()) {
        value.kind = Kind::text;
        value.text = text->get();
    } else if (const auto* whole = node.as_integer()) {
        value.kind = Kind::whole_number;
        value.whole_number = whole->get();
    } else if (const auto* number = node.as_floating_point()) {
        value.kind = Kind::number;
        value.number = number->get();
    } else if (const auto* flag = node.as_boolean()) {
        value.kind = Kind::flag;
        value.flag = flag->get();
    } else if (const auto* date = node.as_date()) {
        value.kind = Kind::date;
        value.text = as_written(date->get());
    } else if (const auto* time = node.as_time()) {
        value.kind = Kind::other;
        value.text = as_written(time->get());
    } else if (const auto* date_time = node.as_date_time()) {
        value.kind = Kind::other;
        value.text = as_written(date_time->get());
    }
    return value;
}

bool is_end_of_text(const toml::parse_error& error) {
    return error.description().find("end-of-file") != std::string_view::npos;
}

} // namespace

TomlDocument read_toml(std::string_view text, std::uint32_t file) {
    TomlDocument document;
    document.root.place = {file, 0, 0};
    document.is_whole = false;
    if (auto encoding = find_other_encoding(text)) {
        encoding->place.file = file;
        document.mistakes.push_back(std::move(*encoding));
        return document;
    }
    std::string left{text};
    while (document.mistakes.size() < most_mistakes) {
        const std::optional<TomlMistake> trap = find_trap(left);
        const std::string_view readable = trap ? before_line(left, trap->place.line) : std::string_view(left);
        const toml::parse_result result = toml::parse(readable);
        if (result && !trap) {
            add_entries(result.table(), document.root, file);
            document.is_whole = true;
            break;
        }
        // Where the text breaks off before a trap, it breaks off for no other reason.
        const bool tell_trap = trap && (result || is_end_of_text(result.error()));
        document.mistakes.push_back(tell_trap ? *trap
                                              : explain_mistake(left, place_of(result.error().source(), file),
                                                                result.error().description()));
        TomlMistake& mistake = document.mistakes.back();
        mistake.place.file = file;
        const std::uint32_t line = mistake.place.line;
        if (!ends_in_itself(left, line) || !toml::parse(before_line(left, line))) break;
        set_line_aside(left, line);
    }
    std::stable_sort(document.mistakes.begin(), document.mistakes.end(),
                     [](const TomlMistake& a, const TomlMistake& b) { return a.place < b.place; });
    return document;
}

const TomlValue* TomlValue::find(std::string_view key) const {
    for (const TomlEntry& entry : entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

TomlEntry* TomlValue::find_entry(std::string_view key) {
    for (TomlEntry& entry : entries)
        if (entry.key == key) return &entry;
    return nullptr;
}

std::optional<TomlEntry> TomlValue::take(std::string_view key) {
    TomlEntry* entry = find_entry(key);
    if (entry == nullptr) return std::nullopt;
    TomlEntry taken = std::move(*entry);
    entries.erase(entries.begin() + (entry - entries.data()));
    return taken;
}

std::string describe(const TomlValue& value) {
    switch (value.kind) {
    case TomlValue::Kind::flag:
        return value.flag ? "true" : "false";
    case TomlValue::Kind::whole_number:
        return fmt::format("{}", value.whole_number);
    case TomlValue::Kind::number:
        return toml_number(value.number);
    case TomlValue::Kind::text:
        return fmt::format("the text \"{}\"", value.text);
    case TomlValue::Kind::date:
        return fmt::format("the date {}", value.text);
    case TomlValue::Kind::other:
        return fmt::format("the time {}", value.text);
    case TomlValue::Kind::list:
        return "a list";
    case TomlValue::Kind::table:
        return "a table";
    }
    return "";
}

} // namespace tujuh
