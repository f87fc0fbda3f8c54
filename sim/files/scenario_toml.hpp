// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_source.hpp"
#include "scenario/scenario.hpp"

#include <string>
#include <string_view>
#include <vector>

/// Scenario files: TOML in, a checked `Scenario` out. All problems of a scenario are thrown at once, as an
/// Error.
namespace tujuh {

struct NamedText {
    std::string name; ///< below the root of its tree, so without a folder of this machine
    std::string text;
};

/// A parameter as a scenario uses it before any policy.
struct ParameterOrigin {
    std::string_view key; ///< "group.name", of the parameter's row
    double value = 0;
    bool changed = false; ///< it differs from the default of its row
    std::string set_in;   ///< "baseline.toml:12", "--set", or empty where no file says anything
};

struct LoadedScenario {
    Scenario scenario;
    std::string question; ///< first comment line of the file
    std::string
        resolved_text; ///< one text that gives the same scenario again, with `tables` and without `files`
    std::vector<ParameterOrigin> parameters; ///< all, in the order of `for_each_parameter`
    std::vector<std::string> remarks;        ///< what is done otherwise than asked, a sentence each
    std::vector<NamedText> files;            ///< the scenario's file, then what it builds on
    std::vector<NamedText> tables;           ///< tables of figures, under the names that `resolved_text` uses
};

/// Reads a scenario and all that it builds on. `settings` are of the form `key=value` and are applied last.
/// Throws Error with every problem: `input_missing` or `input_not_readable` where a file cannot be had,
/// `command_line` where all problems lie in `settings`, else `scenario_wrong`.
LoadedScenario read_scenario(const ScenarioSource& source, const std::string& name,
                             const std::vector<std::string>& settings = {});

/// Reads a scenario from disk: a path, or the name of a shipped scenario without suffix.
LoadedScenario read_scenario_file(const std::string& path, const std::vector<std::string>& settings = {});

/// Reads a scenario again from what a result carries.
LoadedScenario read_resolved(const std::string& name, const std::string& resolved_text,
                             const std::vector<NamedText>& tables);

/// What a shipped scenario or design says of itself.
struct ShippedScenario {
    std::string name, kind, title, title_id, question;
};
std::vector<ShippedScenario> shipped_scenarios();

/// Path of a file below the folder of the shipped scenarios; the path as given where there is no such folder.
std::string shipped_path(const std::string& below);

} // namespace tujuh
