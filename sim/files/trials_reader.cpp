// SPDX-License-Identifier: Apache-2.0
#include "files/trials_reader.hpp"

#include "files/field_reader.hpp"
#include "scenario/fields.hpp"

#include <algorithm>
#include <string>

namespace tujuh {

namespace {

constexpr std::string_view arm_key = "arm";

/// The name of a trial or an arm in keys: with its id where it has a usable one.
std::string named(const std::string& list, const TomlValue& table) {
    const TomlValue* id = table.find("id");
    return id != nullptr && id->kind == TomlValue::Kind::text ? list + "." + id->text : list;
}

template <class Struct, std::size_t count>
Struct read_table(const TomlValue& table, const std::string& key, const FieldRow<Struct> (&rows)[count],
                  std::string_view further_key, ScenarioReport& report) {
    Struct read;
    report.remember(key, table.place);
    std::vector<std::string_view> known;
    add_keys(rows, known);
    if (!further_key.empty()) known.push_back(further_key);
    for (const TomlEntry& entry : table.entries) {
        const std::string field = key + "." + entry.key;
        if (!read_if_row(entry, field, rows, read, report) && entry.key != further_key)
            report.add_unknown(entry.place, field, entry.key, known);
    }
    require_fields(table, key, rows, table.place, report);
    return read;
}

} // namespace

std::vector<Trial> read_trials(const TomlValue& list, ScenarioReport& report) {
    std::vector<Trial> trials;
    for (const TomlValue& table : list.items) {
        const std::string key = named("trial", table);
        trials.push_back(read_table(table, key, trial_rows, arm_key, report));
        const TomlValue* arms = table.find(arm_key);
        if (arms == nullptr || !is_list_of_tables(*arms, arms->place, key + ".arm", "[[trial.arm]]", report))
            continue;
        for (const TomlValue& arm : arms->items)
            trials.back().arms.push_back(
                read_table(arm, named(key + ".arm", arm), trial_arm_rows, "", report));
    }
    return trials;
}

} // namespace tujuh
