// SPDX-License-Identifier: Apache-2.0
#include "files/scenario_reader.hpp"

#include "files/error.hpp"
#include "files/field_reader.hpp"
#include "files/policies_reader.hpp"
#include "files/published_tables.hpp"
#include "files/resolved_text.hpp"
#include "files/set_option.hpp"
#include "files/settings_reader.hpp"
#include "files/trials_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tujuh {

ReadText fetch_asked(const ScenarioSource& source, const std::string& name, const std::string& shown) {
    Fetched fetched = source.fetch(name);
    const std::vector<std::string> names = shipped_names(source);
    const std::vector<std::string_view> known(names.begin(), names.end());
    switch (fetched.state) {
    case Fetched::State::found:
        return {name, shown, below(tree_root(source, name), name), std::move(fetched.text)};
    case Fetched::State::not_readable:
        throw Error(ErrorKind::input_not_readable,
                    {{shown, "may not be read", "its permissions forbid it", ""}});
    case Fetched::State::not_a_file:
        throw Error(ErrorKind::input_not_readable, {{shown, "is a folder", "a scenario is a file", ""}});
    case Fetched::State::missing:
        break;
    }
    std::string suggestion = did_you_mean(stem_of(shown), known);
    if (source.holds(name + std::string(scenario_suffix)))
        suggestion = fmt::format("did you mean {}{}?", shown, scenario_suffix);
    else if (names.empty())
        suggestion = "the shipped scenarios are not found either; TUJUH_SCENARIOS may name their folder";
    else if (suggestion.empty())
        suggestion = "shipped scenarios: " + listed(known);
    throw Error(ErrorKind::input_missing, {{shown, "there is no such file", "", std::move(suggestion)}});
}

NamedFile find_asked(const ScenarioSource& source, const std::string& path) {
    const bool may_be_shipped = path.find_first_of("/.") == std::string::npos && !source.holds(path);
    if (const auto folder = shipped_folder(source); may_be_shipped && folder) {
        const std::string file = path + std::string(scenario_suffix);
        const std::string name = joined(*folder, file);
        if (source.holds(name)) return {source.real_name(name), file};
    }
    return {source.real_name(path), path};
}

std::string question_of(std::string_view text) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3); // a byte order mark
    const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
    const std::size_t first = line.find_first_not_of("# \t");
    return line.substr(0, 1) != "#" || first == std::string_view::npos ? "" : std::string(line.substr(first));
}

void ScenarioReader::read_layers_of(ReadText asked, FileKind kind, const std::vector<std::string>& settings) {
    scenario.name = stem_of(asked.name);
    root = read_layers(*source, std::move(asked), kind, report);
    scenario_files = report.texts().size();
    apply_settings(settings, root, report);
}

void ScenarioReader::read_all() {
    read_top();
    read_population_design();
    read_tables();
    read_policy_list();
    read_trial_list();
    check_values();
}

void ScenarioReader::read_all_with_tables_of(const ScenarioReader& other) {
    read_top();
    read_population_design();
    scenario.published = other.scenario.published;
    has_figures = other.has_figures;
    read_policy_list();
    read_trial_list();
    check_values();
}

void ScenarioReader::read_top() {
    scenario.base = default_settings();
    for (const TomlEntry* entry : read_settings(root, "", SettingsOf::scenario, scenario.base, report)) {
        if (read_if_row(*entry, entry->key, scenario_rows, scenario, report) || is_named_list(entry->key))
            continue;
        report_unknown(*entry);
    }
}

/// A key that nothing at the top is called; a programme or an activity may have lost the first part of its
/// name.
void ScenarioReader::report_unknown(const TomlEntry& entry) {
    std::vector<std::string_view> known = read_elsewhere;
    add_keys(file_head_rows, known);
    add_keys(scenario_rows, known);
    const std::vector<std::string_view> names = settings_tables();
    known.insert(known.end(), names.begin(), names.end());
    for (const NamedList& list : named_lists) known.push_back(list.key);
    const auto is_of_programme = [](const TomlEntry& field) {
        return std::any_of(std::begin(programme_rows), std::end(programme_rows), [&](const auto& row) {
            return row.given == Given::must_be && row.key == field.key;
        });
    };
    const auto& fields = entry.value.entries;
    std::string better;
    if (find_activity(entry.key))
        better = fmt::format("did you mean [activities.\"{}\"]?", entry.key);
    else if (std::any_of(fields.begin(), fields.end(), is_of_programme))
        better = fmt::format("did you mean [programmes.{}]?", entry.key);
    report.add_unknown(entry.place, entry.key, entry.key, known, better);
}

void ScenarioReader::read_population_design() {
    const TomlValue* table = root.find("population");
    if (table == nullptr) return;
    for (const TomlEntry& entry : table->entries) {
        const std::string key = "population." + entry.key;
        if (!read_if_row(entry, key, population_design_rows, scenario.population, report))
            read_if_row(entry, key, table_path_rows, paths, report);
    }
}

/// Position of a table's text in the report, or nothing with a problem reported.
std::optional<std::uint32_t> ScenarioReader::read_table(const std::string& key, const std::string& path) {
    if (report.has_problem_at(key)) return std::nullopt; // ill-typed
    const Place place = report.place_of(key);
    if (!report.was_set(key)) {
        if (!report.base_is_missing())
            report.add({0, 0, 0}, key, "is missing", "figures by province are needed to draw a population",
                       "begin the file with extends = \"baseline\"");
        report.note_missing_base(); // all that a base would have said is missing for the same reason
        return std::nullopt;
    }
    const bool from_command_line = report.texts()[place.file].name.empty();
    auto found = find_text(*source, from_command_line ? 0 : place.file, place, key, path, report);
    if (!found || !fetch_text(*source, *found, place, key, report)) return std::nullopt;
    return report.add_text(std::move(*found));
}

void ScenarioReader::read_tables() {
    const auto provinces = read_table("population.provinces_table", paths.provinces);
    const auto areas = read_table("population.areas_table", paths.areas);
    if (!provinces || !areas) return;
    const std::size_t problems_before = report.size();
    scenario.published = read_published_tables(*provinces, *areas, report);
    has_figures = report.size() == problems_before;
    for (const std::uint32_t file : {*provinces, *areas})
        tables.push_back({report.texts()[file].stored, report.texts()[file].text});
    // Two trees may hold tables of one name.
    if (tables[0].name == tables[1].name && tables[0].text != tables[1].text)
        tables[1].name = "areas/" + tables[1].name;
    paths = {tables[0].name, tables[1].name};
}

const TomlValue& ScenarioReader::tables_of(std::string_view list) const {
    const TomlValue* found = root.find(list);
    return found == nullptr ? no_tables : *found;
}

void ScenarioReader::read_policy_list() {
    TomlEntry* list = root.find_entry("policy");
    if (list != nullptr && is_list_of_tables(list->value, list->place, "policy", "[[policy]]", report))
        scenario.policies = read_policies(list->value, scenario.base, report);
}

void ScenarioReader::read_trial_list() {
    const TomlEntry* list = root.find_entry("trial");
    if (list != nullptr && is_list_of_tables(list->value, list->place, "trial", "[[trial]]", report))
        scenario.trials = read_trials(list->value, report);
}

void ScenarioReader::check_values() {
    Problems problems = validate(scenario);
    if (!has_figures) // the rest would only repeat that there are no figures
        std::erase_if(problems, [](const Problem& problem) {
            return problem.where.substr(0, 10) == "published." ||
                   problem.where.substr(0, 20) == "population.provinces";
        });
    report.add_found_by_key(std::move(problems));
}

LoadedScenario ScenarioReader::result(std::string question) {
    LoadedScenario loaded;
    loaded.question = std::move(question);
    loaded.resolved_text = resolved_text(scenario, paths, tables_of("policy"), tables_of("trial"));
    for_each_parameter(scenario.base.parameters, [&](const auto& row, double value) {
        ParameterOrigin origin{row.key, value, value != row.default_value, ""};
        if (report.was_set(std::string(row.key))) {
            const Place place = report.place_of(std::string(row.key));
            origin.set_in = report.texts()[place.file].stored;
            if (place.line > 0) origin.set_in += fmt::format(":{}", place.line);
        }
        loaded.parameters.push_back(std::move(origin));
    });
    for (std::size_t file = 0; file < scenario_files; ++file)
        loaded.files.push_back({report.texts()[file].stored, report.texts()[file].text});
    loaded.tables = std::move(tables);
    for (const Problem& remark : remarks(scenario)) loaded.remarks.push_back(report.told(remark));
    loaded.scenario = std::move(scenario);
    return loaded;
}

} // namespace tujuh
