// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_layers.hpp"
#include "files/scenario_report.hpp"
#include "files/scenario_source.hpp"
#include "files/scenario_toml.hpp"
#include "scenario/fields.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The steps from a scenario file to a checked `Scenario`, for scenarios and for the points of a design.
namespace tujuh {

/// The text of the file that was asked for; a failure is an Error at once, as there is nothing to go on with.
ReadText fetch_asked(const ScenarioSource& source, const std::string& name, const std::string& shown);

/// The file behind what a user writes: a path, or the name of a shipped file without suffix.
struct NamedFile {
    std::string name;  ///< for the source
    std::string shown; ///< in messages
};
NamedFile find_asked(const ScenarioSource& source, const std::string& path);

/// First comment line of a file.
std::string question_of(std::string_view text);

/// Reads one scenario; its members are what the steps hand on. A copy made after `read_layers_of` reads a
/// variant of it.
struct ScenarioReader {
    const ScenarioSource* source = nullptr; ///< needed up to `read_all`
    ScenarioReport report{};
    TomlValue root{};
    TomlValue no_tables{};
    Scenario scenario{};
    TablePaths paths{};                             ///< as they are written
    std::vector<NamedText> tables{};                ///< what they hold
    std::vector<std::string_view> read_elsewhere{}; ///< names at the top that somebody else has taken
    bool has_figures = false;
    std::size_t scenario_files = 0; ///< texts of the report that are scenario files

    /// Reads the file with its bases and lays the settings over them.
    void read_layers_of(ReadText asked, FileKind kind, const std::vector<std::string>& settings);
    /// Reads what the tree says, with the texts of its tables. Problems are left in the report.
    void read_all();
    /// The same with the tables of a reader of which this one was a copy.
    void read_all_with_tables_of(const ScenarioReader& other);
    /// What was read, once there is no problem. Moves the scenario out.
    LoadedScenario result(std::string question);

  private:
    void read_top();
    void read_population_design();
    void read_tables();
    void read_policy_list();
    void read_trial_list();
    void check_values();
    const TomlValue& tables_of(std::string_view list) const;
    void report_unknown(const TomlEntry& entry);
    std::optional<std::uint32_t> read_table(const std::string& key, const std::string& path);
};

} // namespace tujuh
