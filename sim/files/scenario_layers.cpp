// SPDX-License-Identifier: Apache-2.0
#include "files/scenario_layers.hpp"

#include "files/field_reader.hpp"
#include "scenario/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace tujuh {

namespace {

using Kind = TomlValue::Kind;

std::vector<std::string_view> views_of(const std::vector<std::string>& names) {
    return {names.begin(), names.end()};
}

bool is_shipped_name(const std::string& reference) {
    return !reference.empty() && reference.find_first_of("/.\\") == std::string::npos;
}

/// The file behind `extends = "indonesia"`: beside the root of this tree, or among the shipped scenarios.
std::optional<ReadText> find_shipped(const ScenarioSource& source, std::uint32_t file, const TomlEntry& entry,
                                     ScenarioReport& report) {
    const std::string& from = report.texts()[file].name;
    const std::string file_name = entry.value.text + std::string(scenario_suffix);
    std::vector<std::string> folders{tree_root(source, from)};
    if (const auto shipped = shipped_folder(source)) folders.push_back(*shipped);
    for (const std::string& folder : folders) {
        const std::string name = joined(folder, file_name);
        if (source.holds(name) && name != from) return ReadText{name, file_name, below(folder, name), ""};
    }
    const std::vector<std::string> names = shipped_names(source);
    const std::vector<std::string_view> known = views_of(names);
    std::string suggestion = did_you_mean(entry.value.text, known);
    if (suggestion.empty()) suggestion = fmt::format("a file is named with its suffix: \"{}\"", file_name);
    report.add(entry.place, "extends", fmt::format("\"{}\" is not a shipped scenario", entry.value.text),
               "shipped: " + listed(known), suggestion, ErrorKind::input_missing);
    return std::nullopt;
}

/// A design where a scenario is wanted, or the other way round.
void report_other_kind(FileKind found, Place place, bool is_base, ScenarioReport& report) {
    if (found == FileKind::scenario)
        report.add(place, "kind", "a scenario stands where a design is wanted",
                   "a sweep needs a file with kind = \"design\"",
                   "simulate it with `tujuh run`, or write a design that extends it");
    else if (is_base)
        report.add(place, "kind", "a design cannot be built on", "what a file extends is a scenario",
                   "extend the scenario that the design extends");
    else
        report.add(place, "kind", "a design stands where a scenario is wanted",
                   "a design varies the scenario that it extends",
                   "run it with `tujuh sweep`, or its base with `tujuh run`");
}

/// Reads the head of a file; false where the rest of it cannot be relied on.
bool read_head(const TomlDocument& document, std::uint32_t file, FileKind wanted, ScenarioReport& report) {
    const TomlValue& root = document.root;
    const TomlValue* format = root.find("format");
    // A line that cannot be read may have been the one that is missed.
    if (format == nullptr && document.mistakes.empty()) {
        report.add({file, 0, 0}, "format", "is missing",
                   "each scenario file says in which format it is written",
                   fmt::format("begin the file with format = {}", scenario_format));
    } else if (format != nullptr && format->kind == Kind::whole_number &&
               format->whole_number != scenario_format) {
        report.add(format->place, "format", fmt::format("format {} is not known", format->whole_number),
                   fmt::format("this program reads format {}", scenario_format),
                   "a newer version of tujuh may read it");
        return false;
    }
    FileHead head;
    for (const TomlEntry& entry : root.entries) read_if_row(entry, entry.key, file_head_rows, head, report);
    if (head.kind == wanted || report.has_problem_at("kind")) return true;
    const Place place = root.find("kind") == nullptr ? Place{file, 0, 0} : report.place_of("kind");
    report_other_kind(head.kind, place, file > 0, report);
    return false;
}

void report_mistakes(TomlDocument& document, ScenarioReport& report) {
    for (TomlMistake& mistake : document.mistakes)
        report.add(mistake.place, mistake.key, std::move(mistake.what), std::move(mistake.why),
                   std::move(mistake.suggestion));
}

void report_circle(const std::vector<std::uint32_t>& chain, const std::string& name, Place place,
                   ScenarioReport& report) {
    std::string circle;
    for (const std::uint32_t file : chain)
        if (!circle.empty() || report.texts()[file].name == name)
            circle += report.texts()[file].shown + " extends ";
    for (const std::uint32_t file : chain)
        if (report.texts()[file].name == name) circle += report.texts()[file].shown;
    report.add(place, "extends", "the files go in a circle: " + circle, "a file cannot build on itself",
               "take extends out of the one that is to be the base");
}

/// The base that a file names, if it names one and it can be had.
std::optional<ReadText> find_base(const ScenarioSource& source, std::uint32_t file, TomlValue& root,
                                  const std::vector<std::uint32_t>& chain, ScenarioReport& report) {
    const TomlEntry* entry = root.find_entry("extends");
    if (entry == nullptr || entry->value.kind != Kind::text) return std::nullopt;
    auto base = is_shipped_name(entry->value.text)
                    ? find_shipped(source, file, *entry, report)
                    : find_text(source, file, entry->place, "extends", entry->value.text, report);
    if (!base) return std::nullopt;
    for (const std::uint32_t earlier : chain)
        if (report.texts()[earlier].name == base->name) {
            report_circle(chain, base->name, entry->place, report);
            return std::nullopt;
        }
    if (!fetch_text(source, *base, entry->place, "extends", report)) return std::nullopt;
    return base;
}

const std::string* id_of(const TomlValue& table) {
    const TomlValue* id = table.find("id");
    return id != nullptr && id->kind == Kind::text ? &id->text : nullptr;
}

void report_double_ids(const TomlValue& root, ScenarioReport& report) {
    for (const NamedList& list : named_lists) {
        const TomlValue* tables = root.find(list.key);
        if (tables == nullptr) continue;
        std::set<std::string> ids;
        for (const TomlValue& table : tables->items) {
            const std::string* id = id_of(table);
            if (id != nullptr && !ids.insert(*id).second)
                report.add(table.place, fmt::format("{}.{}", list.key, *id), "stands a second time",
                           fmt::format("each {} of a file has an id of its own", list.key),
                           "give one of the two another id");
        }
    }
}

/// The tables of both lists, the base's first; one with the id of another takes its place.
void lay_list_over(TomlValue& base, TomlValue over) {
    for (TomlValue& table : over.items) {
        const std::string* id = id_of(table);
        const auto same = std::find_if(base.items.begin(), base.items.end(), [&](const TomlValue& other) {
            const std::string* other_id = id_of(other);
            return id != nullptr && other_id != nullptr && *id == *other_id;
        });
        if (same == base.items.end())
            base.items.push_back(std::move(table));
        else
            *same = std::move(table);
    }
}

void remove_keys(TomlValue& table, const std::vector<std::string_view>& keys) {
    std::erase_if(table.entries, [&](const TomlEntry& entry) {
        return std::find(keys.begin(), keys.end(), entry.key) != keys.end();
    });
}

/// One table of all layers, the base last in the list, without the heads of the files.
TomlValue merged(std::vector<TomlValue> layers) {
    TomlValue root = std::move(layers.back());
    layers.pop_back();
    for (; !layers.empty(); layers.pop_back()) {
        TomlValue& over = layers.back();
        // A title without its translation would stand beside the translation of the base's title.
        if (over.find("title") != nullptr && over.find("title_id") == nullptr)
            remove_keys(root, {"title_id"});
        lay_over(root, std::move(over));
    }
    std::vector<std::string_view> head;
    add_keys(file_head_rows, head);
    remove_keys(root, head);
    return root;
}

} // namespace

bool is_mix(std::string_view key) {
    return key == "task_mix" || key == "activity_mix";
}

void lay_over(TomlValue& base, TomlValue over) {
    for (TomlEntry& entry : over.entries) {
        TomlEntry* lower = base.find_entry(entry.key);
        if (lower == nullptr) {
            base.entries.push_back(std::move(entry));
        } else if (lower->value.kind == Kind::table && entry.value.kind == Kind::table &&
                   !is_mix(entry.key)) {
            lower->place = entry.place;
            lay_over(lower->value, std::move(entry.value));
        } else if (is_named_list(entry.key) && lower->value.kind == Kind::list &&
                   entry.value.kind == Kind::list) {
            lay_list_over(lower->value, std::move(entry.value));
        } else {
            *lower = std::move(entry);
        }
    }
}

bool fetch_text(const ScenarioSource& source, ReadText& wanted, Place place, const std::string& key,
                ScenarioReport& report) {
    Fetched fetched = source.fetch(wanted.name);
    const std::string quoted = fmt::format("\"{}\"", wanted.shown);
    switch (fetched.state) {
    case Fetched::State::found:
        wanted.text = std::move(fetched.text);
        return true;
    case Fetched::State::missing:
        report.add(place, key, quoted + " is not there", "", "", ErrorKind::input_missing);
        return false;
    case Fetched::State::not_readable:
        report.add(place, key, quoted + " may not be read", "its permissions forbid it", "",
                   ErrorKind::input_not_readable);
        return false;
    case Fetched::State::not_a_file:
        report.add(place, key, quoted + " is a folder", "a file is wanted", "",
                   ErrorKind::input_not_readable);
        return false;
    }
    return false;
}

std::optional<ReadText> find_text(const ScenarioSource& source, std::uint32_t file, Place place,
                                  const std::string& key, const std::string& path, ScenarioReport& report) {
    const ReadText from = report.texts()[file];
    const std::string folder = folder_of(from.name);
    const std::string root = tree_root(source, from.name);
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
    const std::string name = joined(folder, path);
    if (path.empty() || std::any_of(path.begin(), path.end(), is_control)) {
        report.add(place, key, "no file is named", "a path is wanted", "");
        return std::nullopt;
    }
    if (!lies_in(name, root) || !lies_in(source.real_name(name), source.real_name(root))) {
        report.add(place, key, fmt::format("\"{}\" leads out of the folder of the scenarios", path),
                   "paths stay inside the folder that holds baseline.toml", "copy the file there");
        return std::nullopt;
    }
    const Fetched::State state = source.holds(name) ? Fetched::State::found : source.fetch(name).state;
    if (state == Fetched::State::missing) {
        const std::vector<std::string> names = source.files_in(folder_of(name));
        const std::string wanted = name.substr(name.rfind('/') + 1);
        const std::vector<std::string> shipped = shipped_names(source);
        std::string suggestion = did_you_mean(wanted, views_of(names));
        if (suggestion.empty() && key == "extends" &&
            std::find(shipped.begin(), shipped.end(), stem_of(path)) != shipped.end())
            suggestion = fmt::format("a shipped scenario is named without suffix: \"{}\"", stem_of(path));
        report.add(place, key, fmt::format("\"{}\" is not there", path),
                   "the path starts at this file's folder", std::move(suggestion), ErrorKind::input_missing);
        return std::nullopt;
    }
    return ReadText{name, joined(folder_of(from.shown), path), below(root, name), ""};
}

TomlValue read_layers(const ScenarioSource& source, ReadText asked, FileKind kind, ScenarioReport& report) {
    std::vector<TomlValue> layers;
    std::vector<std::uint32_t> chain;
    std::optional<ReadText> next = std::move(asked);
    bool reliable = true;
    while (next) {
        const std::string text = next->text;
        const std::uint32_t file = report.add_text(std::move(*next));
        chain.push_back(file);
        TomlDocument document = read_toml(text, file);
        report_mistakes(document, report);
        if (!document.is_whole) report.throw_if_any(); // nothing is known of what else it says
        if (!document.mistakes.empty() && document.root.find("extends") == nullptr)
            report.note_missing_base();
        reliable =
            read_head(document, file, chain.size() == 1 ? kind : FileKind::scenario, report) && reliable;
        report_double_ids(document.root, report);
        next = find_base(source, file, document.root, chain, report);
        if (!next && document.root.find("extends") != nullptr) report.note_missing_base();
        layers.push_back(std::move(document.root));
    }
    if (!reliable) report.throw_if_any();
    return merged(std::move(layers));
}

} // namespace tujuh
