// SPDX-License-Identifier: Apache-2.0
#include "files/settings_reader.hpp"

#include "files/field_reader.hpp"
#include "scenario/fields.hpp"
#include "tasks/catalogue.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tujuh {

namespace {

using Kind = TomlValue::Kind;

/// Reads the entries of one table into one struct of settings.
struct TableReader {
    std::string prefix;
    SettingsOf of;
    Settings& settings;
    ScenarioReport& report;

    void read_group(const TomlEntry& table);
    void read_programmes(const TomlEntry& table);
    void read_workforce(const TomlEntry& table);
    void read_activities(const TomlEntry& table);

  private:
    bool read_parameter(const TomlEntry& entry, std::string_view group);
    bool read_mix(const TomlEntry& entry, const std::string& key);
    void read_task_mix(const TomlEntry& mix, const std::string& key);
    void read_activity_mix(const TomlEntry& mix, const std::string& key);
    void read_programme(const TomlEntry& entry, const std::string& key);
    void read_programme_fields(const TomlEntry& entry, const std::string& key, Programme& programme);
    void report_activity(const TomlEntry& entry, const std::string& key);
};

std::vector<std::string_view> parameter_groups() {
    std::vector<std::string_view> groups;
    Parameters parameters{};
    for_each_parameter(parameters, [&](const auto& row, double&) {
        const std::string_view group = row.key.substr(0, row.key.find('.'));
        if (groups.empty() || groups.back() != group) groups.push_back(group);
    });
    return groups;
}

/// What of `[population]` holds for the whole run.
std::vector<std::string_view> design_keys() {
    std::vector<std::string_view> keys;
    add_keys(population_design_rows, keys);
    add_keys(table_path_rows, keys);
    return keys;
}

/// What may stand in the table of a group: its parameters and what else belongs there.
std::vector<std::string_view> keys_in_group(std::string_view group, SettingsOf of) {
    std::vector<std::string_view> keys;
    Parameters parameters{};
    for_each_parameter(parameters, [&](const auto& row, double&) {
        if (row.key.substr(0, row.key.find('.')) == group) keys.push_back(row.key.substr(group.size() + 1));
    });
    if (group == "workers") keys.insert(keys.end(), {"task_mix", "activity_mix"});
    if (group == "population" && of == SettingsOf::scenario) {
        const std::vector<std::string_view> design = design_keys();
        keys.insert(keys.end(), design.begin(), design.end());
    }
    return keys;
}

bool TableReader::read_parameter(const TomlEntry& entry, std::string_view group) {
    bool is_parameter = false;
    for_each_parameter(settings.parameters, [&](const auto& row, double& value) {
        if (row.key.size() != group.size() + 1 + entry.key.size()) return;
        if (row.key.substr(0, group.size()) != group || row.key.substr(group.size() + 1) != entry.key) return;
        is_parameter = true;
        const ValueRow range{row.unit, row.low, row.high, row.meaning};
        read_value(entry, prefix + std::string(row.key), range, value, report);
    });
    return is_parameter;
}

void TableReader::read_group(const TomlEntry& table) {
    const std::vector<std::string_view> keys = keys_in_group(table.key, of);
    for (const TomlEntry& entry : table.value.entries) {
        const std::string key = prefix + table.key + "." + entry.key;
        if (read_parameter(entry, table.key)) continue;
        if (table.key == "workers" && read_mix(entry, key)) continue;
        if (std::find(keys.begin(), keys.end(), entry.key) != keys.end()) continue;
        const auto fixed = design_keys();
        if (table.key == "population" && std::find(fixed.begin(), fixed.end(), entry.key) != fixed.end())
            report.add(entry.place, key, "cannot be changed by a policy", "it holds for the whole run",
                       "set it in [population]");
        else
            report.add_unknown(entry.place, key, entry.key, keys);
    }
}

bool TableReader::read_mix(const TomlEntry& entry, const std::string& key) {
    if (entry.key == "task_mix")
        read_task_mix(entry, key);
    else if (entry.key == "activity_mix")
        read_activity_mix(entry, key);
    else
        return false;
    return true;
}

void TableReader::read_task_mix(const TomlEntry& mix, const std::string& key) {
    if (!is_table(mix, key, "{ \"1\" = 0.3, \"2\" = 0.4, \"6\" = 0.3 }", report)) return;
    settings.task_mix.fill(0);
    for (const TomlEntry& share : mix.value.entries) {
        const auto task = std::find(task_keys.begin(), task_keys.end(), share.key);
        if (task != task_keys.end())
            read_value(share, key + "." + share.key, task_mix_row,
                       settings.task_mix[static_cast<std::size_t>(task - task_keys.begin())], report);
        else
            report.add_unknown(share.place, key + "." + share.key, share.key, task_keys);
    }
}

/// Equal shares in each task of which `given` holds none.
void fill_with_equal_shares(const std::array<bool, task_count>& given,
                            std::array<double, activity_count>& mix) {
    std::array<double, task_count> activities{};
    for (std::size_t i = 0; i < activity_count; ++i) activities[task_index_of(static_cast<Activity>(i))] += 1;
    for (std::size_t i = 0; i < activity_count; ++i) {
        const std::size_t task = task_index_of(static_cast<Activity>(i));
        if (!given[task]) mix[i] = 1 / activities[task];
    }
}

void TableReader::read_activity_mix(const TomlEntry& mix, const std::string& key) {
    if (!is_table(mix, key, "{ \"2.1\" = 0.5, \"2.4\" = 0.5 }", report)) return;
    std::array<bool, task_count> given{};
    settings.activity_mix.fill(0);
    for (const TomlEntry& share : mix.value.entries) {
        const std::string share_key = key + "." + share.key;
        const auto activity = find_activity(share.key);
        if (!activity) {
            report_activity(share, share_key);
            continue;
        }
        given[task_index_of(*activity)] = true;
        read_value(share, share_key, activity_mix_row, settings.activity_mix[index_of(*activity)], report);
    }
    fill_with_equal_shares(given, settings.activity_mix);
}

/// A code that the catalogue does not hold: quotes forgotten, an activity of a later version, or a slip.
void TableReader::report_activity(const TomlEntry& entry, const std::string& key) {
    const std::string& code = entry.key;
    const bool is_number = code.size() == 1 && code[0] >= '1' && code[0] <= '9';
    if (is_number && entry.value.kind == Kind::table && !entry.value.entries.empty()) {
        report.add(entry.place, key, "is not the code of an activity",
                   "a code without quotes falls into two keys",
                   fmt::format("write \"{}.{}\" in quotes", code, entry.value.entries.front().key));
        return;
    }
    report.add_unknown(entry.place, key, code, activity_codes);
}

void TableReader::read_activities(const TomlEntry& table) {
    std::vector<std::string_view> keys;
    add_keys(activity_setting_rows, keys);
    for (const TomlEntry& entry : table.value.entries) {
        const std::string key = prefix + "activities." + entry.key;
        const auto activity = find_activity(entry.key);
        if (!activity) {
            report_activity(entry, key);
            continue;
        }
        if (!is_table(entry, key, "{ enabled = false }", report)) continue;
        ActivitySetting& setting = settings.activities[index_of(*activity)];
        for (const TomlEntry& field : entry.value.entries)
            if (!read_if_row(field, key + "." + field.key, activity_setting_rows, setting, report))
                report.add_unknown(field.place, key + "." + field.key, field.key, keys);
    }
}

void TableReader::read_workforce(const TomlEntry& table) {
    std::vector<std::string_view> keys;
    add_keys(worker_kind_rows, keys);
    for (const TomlEntry& entry : table.value.entries) {
        const std::string key = prefix + "workforce." + entry.key;
        if (const auto kind = find_row(worker_kind_rows, entry.key))
            read_value(entry, key, workforce_row, settings.workforce[*kind], report);
        else
            report.add_unknown(entry.place, key, entry.key, keys);
    }
}

void TableReader::read_programmes(const TomlEntry& table) {
    for (const TomlEntry& entry : table.value.entries) {
        const std::string key = prefix + "programmes." + entry.key;
        if (is_table(entry, key, "a table [" + key + "]", report)) read_programme(entry, key);
    }
}

void TableReader::read_programme(const TomlEntry& entry, const std::string& key) {
    const auto same_key = [&](const Programme& programme) { return programme.key == entry.key; };
    const auto known = std::find_if(settings.programmes.begin(), settings.programmes.end(), same_key);
    if (of == SettingsOf::policy) {
        std::vector<std::string_view> keys;
        for (const Programme& programme : settings.programmes) keys.push_back(programme.key);
        const bool is_slip = !did_you_mean(entry.key, keys).empty();
        if (known == settings.programmes.end())
            report.add_unknown(
                entry.place, key, entry.key, keys,
                is_slip ? "" : "a policy cannot begin a programme: give it to the scenario with quota = 0");
        else
            read_programme_fields(entry, key, *known);
        return;
    }
    ProgrammeSwitch is;
    for (const TomlEntry& field : entry.value.entries)
        read_if_row(field, key + "." + field.key, programme_switch_rows, is, report);
    if (!is.enabled) return;
    Programme programme;
    programme.key = entry.key;
    read_programme_fields(entry, key, programme);
    require_fields(entry.value, key, programme_rows, entry.place, report);
    settings.programmes.push_back(std::move(programme));
}

void TableReader::read_programme_fields(const TomlEntry& entry, const std::string& key,
                                        Programme& programme) {
    std::vector<std::string_view> keys;
    add_keys(programme_rows, keys);
    add_keys(programme_switch_rows, keys);
    for (const TomlEntry& field : entry.value.entries) {
        const std::string field_key = key + "." + field.key;
        if (read_if_row(field, field_key, programme_rows, programme, report)) continue;
        if (field.key != programme_switch_rows[0].key)
            report.add_unknown(field.place, field_key, field.key, keys);
        else if (of == SettingsOf::policy)
            report.add(field.place, field_key, "cannot be changed by a policy",
                       "the programmes of a scenario are the same in all months", "write quota = 0");
    }
}

} // namespace

Settings default_settings() {
    Settings settings;
    settings.parameters = default_parameters();
    for (const ActivityRow& row : activity_rows)
        settings.activities[index_of(row.activity)].hours = row.hours;
    fill_with_equal_shares({}, settings.activity_mix);
    return settings;
}

std::vector<std::string_view> settings_tables() {
    std::vector<std::string_view> tables{"programmes", "workforce", "activities"};
    const std::vector<std::string_view> groups = parameter_groups();
    tables.insert(tables.end(), groups.begin(), groups.end());
    return tables;
}

std::vector<const TomlEntry*> read_settings(const TomlValue& table, const std::string& prefix, SettingsOf of,
                                            Settings& settings, ScenarioReport& report) {
    const std::vector<std::string_view> tables = settings_tables();
    TableReader reader{prefix, of, settings, report};
    std::vector<const TomlEntry*> others;
    for (const TomlEntry& entry : table.entries) {
        if (std::find(tables.begin(), tables.end(), entry.key) == tables.end()) {
            others.push_back(&entry);
            continue;
        }
        if (!is_table(entry, prefix + entry.key, "a table [" + prefix + entry.key + "]", report)) continue;
        if (entry.key == "programmes")
            reader.read_programmes(entry);
        else if (entry.key == "workforce")
            reader.read_workforce(entry);
        else if (entry.key == "activities")
            reader.read_activities(entry);
        else
            reader.read_group(entry);
    }
    return others;
}

} // namespace tujuh
