// SPDX-License-Identifier: Apache-2.0
#include "files/scenario_toml.hpp"

#include "files/scenario_reader.hpp"
#include "files/toml_document.hpp"

#include <map>
#include <utility>

namespace tujuh {

namespace {

LoadedScenario read_asked(const ScenarioSource& source, const std::string& name, const std::string& shown,
                          const std::vector<std::string>& settings) {
    ReadText asked = fetch_asked(source, name, shown);
    std::string question = question_of(asked.text);
    ScenarioReader reader{&source};
    reader.read_layers_of(std::move(asked), FileKind::scenario, settings);
    reader.read_all();
    reader.report.throw_if_any();
    return reader.result(std::move(question));
}

} // namespace

LoadedScenario read_scenario(const ScenarioSource& source, const std::string& name,
                             const std::vector<std::string>& settings) {
    return read_asked(source, name, name, settings);
}

LoadedScenario read_scenario_file(const std::string& path, const std::vector<std::string>& settings) {
    const FileSource source;
    const NamedFile file = find_asked(source, path);
    return read_asked(source, file.name, file.shown, settings);
}

LoadedScenario read_resolved(const std::string& name, const std::string& resolved_text,
                             const std::vector<NamedText>& tables) {
    const std::string file = name + std::string(scenario_suffix);
    std::map<std::string, std::string> texts{{file, resolved_text}};
    for (const NamedText& table : tables) texts[table.name] = table.text;
    return read_scenario(TextSource(std::move(texts)), file);
}

std::vector<ShippedScenario> shipped_scenarios() {
    const FileSource source;
    std::vector<ShippedScenario> shipped;
    for (const std::string& name : shipped_names(source)) {
        const std::string file = joined(*shipped_folder(source), name + std::string(scenario_suffix));
        const std::string text = source.fetch(file).text;
        const TomlDocument document = read_toml(text, 0);
        const auto text_of = [&](std::string_view key) {
            const TomlValue* value = document.root.find(key);
            return value == nullptr ? std::string() : value->text;
        };
        const std::string kind =
            text_of("kind").empty() ? std::string(file_kind_rows[0].key) : text_of("kind");
        shipped.push_back({name, kind, text_of("title"), text_of("title_id"), question_of(text)});
    }
    return shipped;
}

std::string shipped_path(const std::string& below) {
    const auto folder = shipped_folder(FileSource());
    return folder ? joined(*folder, below) : below;
}

} // namespace tujuh
