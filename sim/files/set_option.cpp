// SPDX-License-Identifier: Apache-2.0
#include "files/set_option.hpp"

#include "files/scenario_layers.hpp"
#include "scenario/activity.hpp"
#include "scenario/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tujuh {

namespace {

using Kind = TomlValue::Kind;

/// The first equals sign outside quotes.
std::size_t find_equals(std::string_view setting) {
    char quote = 0;
    for (std::size_t i = 0; i < setting.size(); ++i) {
        const char c = setting[i];
        if (quote != 0)
            quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'')
            quote = c;
        else if (c == '=')
            return i;
    }
    return std::string_view::npos;
}

void put_in_place(TomlValue& value, Place place) {
    value.place = place;
    for (TomlValue& item : value.items) put_in_place(item, place);
    for (TomlEntry& entry : value.entries) {
        entry.place = place;
        put_in_place(entry.value, place);
    }
}

const NamedList* find_list(const std::string& key) {
    const auto* list = std::find_if(std::begin(named_lists), std::end(named_lists),
                                    [&](const NamedList& named) { return named.key == key; });
    return list == std::end(named_lists) ? nullptr : list;
}

const std::string* id_of(const TomlValue& table) {
    const TomlValue* id = table.find("id");
    return id != nullptr && id->kind == Kind::text ? &id->text : nullptr;
}

/// The policy or trial of an id in its list, or null.
TomlValue* find_named(TomlValue& root, const std::string& list, const std::string& id) {
    TomlEntry* tables = root.find_entry(list);
    if (tables == nullptr) return nullptr;
    const auto has_id = [&](const TomlValue& table) {
        const std::string* own = id_of(table);
        return own != nullptr && *own == id;
    };
    auto& items = tables->value.items;
    const auto found = std::find_if(items.begin(), items.end(), has_id);
    return found == items.end() ? nullptr : &*found;
}

void report_no_such(TomlValue& root, const std::string& list, const std::string& id, Place place,
                    ScenarioReport& report) {
    std::vector<std::string_view> known;
    if (const TomlValue* tables = root.find(list))
        for (const TomlValue& table : tables->items)
            if (const std::string* own = id_of(table)) known.push_back(*own);
    report.add(place, list + "." + id, "the scenario has no " + list + " of this id",
               known.empty() ? "it has no " + list : "known: " + listed(known), did_you_mean(id, known));
}

/// Lays a value under a path of keys, making the tables on the way.
void set_at(TomlValue& table, const std::vector<std::string>& parts, std::size_t next, TomlValue value,
            Place place, ScenarioReport& report) {
    TomlEntry* entry = table.find_entry(parts[next]);
    if (entry == nullptr) {
        table.entries.push_back({parts[next], place, {}});
        entry = &table.entries.back();
        entry->value.place = place;
    }
    entry->place = place;
    const bool is_last = next + 1 == parts.size();
    const bool merges = entry->value.kind == Kind::table && value.kind == Kind::table && !is_mix(parts[next]);
    if (is_last && merges)
        lay_over(entry->value, std::move(value));
    else if (is_last)
        entry->value = std::move(value);
    else if (entry->value.kind == Kind::table)
        set_at(entry->value, parts, next + 1, std::move(value), place, report);
    else
        report.add(place, parts[next], "has no keys below it", "it is " + describe(entry->value), "");
}

bool is_head_key(const std::string& key) {
    return std::any_of(std::begin(file_head_rows), std::end(file_head_rows),
                       [&](const auto& row) { return row.key == key; });
}

void apply_setting(const std::string& setting, Place place, TomlValue& root, ScenarioReport& report) {
    const std::size_t equals = find_equals(setting);
    const std::vector<std::string> parts =
        equals == std::string::npos ? std::vector<std::string>{} : key_parts(setting.substr(0, equals));
    if (parts.empty()) {
        report.add(place, "", fmt::format("\"{}\" is not of the form key=value", setting),
                   "a key, =, and its value", "write for example --set months=24");
        return;
    }
    if (is_head_key(parts.front())) {
        report.add(place, parts.front(), "cannot be set from the command line", "it belongs to the file", "");
        return;
    }
    set_key(root, parts, read_setting_value(std::string_view(setting).substr(equals + 1), place), report);
}

} // namespace

TomlValue read_setting_value(std::string_view text, Place place) {
    TomlDocument document = read_toml(fmt::format("value = {}", text), place.file);
    const bool is_value = document.mistakes.empty() && document.root.entries.size() == 1 &&
                          document.root.entries.front().key == "value";
    TomlValue value;
    if (is_value) {
        value = std::move(document.root.entries.front().value);
    } else {
        value.kind = Kind::text;
        value.text = text;
    }
    put_in_place(value, place);
    return value;
}

void set_key(TomlValue& root, const std::vector<std::string>& parts, TomlValue value,
             ScenarioReport& report) {
    const Place place = value.place;
    const std::string& first = parts.front();
    const NamedList* list = find_list(first);
    if (list == nullptr) {
        set_at(root, parts, 0, std::move(value), place, report);
    } else if (parts.size() < 3) {
        report.add(place, first, "names no key of a " + first, "a " + first + " is changed key by key",
                   "write for example --set " + std::string(list->example));
    } else if (TomlValue* table = find_named(root, first, parts[1])) {
        set_at(*table, parts, 2, std::move(value), place, report);
    } else {
        report_no_such(root, first, parts[1], place, report);
    }
}

TomlValue* find_table_of(TomlValue& root, const std::vector<std::string>& parts) {
    TomlValue* table = &root;
    std::size_t next = 0;
    if (find_list(parts.front()) != nullptr && parts.size() > 2) {
        table = find_named(root, parts[0], parts[1]);
        next = 2;
    }
    for (; table != nullptr && next + 1 < parts.size(); ++next) {
        TomlEntry* entry = table->find_entry(parts[next]);
        table = entry == nullptr ? nullptr : &entry->value;
    }
    return table;
}

std::vector<std::string> key_parts(std::string_view key) {
    std::vector<std::string> parts(1);
    char quote = 0;
    for (const char c : key) {
        if (quote != 0 && c == quote)
            quote = 0;
        else if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (quote == 0 && c == '.')
            parts.emplace_back();
        else if (quote != 0 || (c != ' ' && c != '\t'))
            parts.back() += c;
    }
    const auto is_empty = [](const std::string& part) { return part.empty(); };
    if (quote != 0 || std::any_of(parts.begin(), parts.end(), is_empty)) return {};
    // A shell eats the quotes of "2.1"; the code is put together again.
    for (std::size_t i = 1; i + 1 < parts.size(); ++i) {
        const bool under_codes = parts[i - 1] == "activities" || parts[i - 1] == "activity_mix";
        if (!under_codes || parts[i].size() != 1 || parts[i + 1].size() != 1) continue;
        parts[i] += "." + parts[i + 1];
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    return parts;
}

void apply_settings(const std::vector<std::string>& settings, TomlValue& root, ScenarioReport& report) {
    if (settings.empty()) return;
    const std::uint32_t command_line = report.add_text({"", "--set", "--set", ""});
    for (const std::string& setting : settings) apply_setting(setting, {command_line, 0, 0}, root, report);
}

} // namespace tujuh
