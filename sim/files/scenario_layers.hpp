// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/scenario_report.hpp"
#include "files/scenario_source.hpp"
#include "files/toml_document.hpp"
#include "scenario/fields.hpp"

#include <optional>
#include <string>
#include <string_view>

/// A scenario file and all that it builds on, laid over one another: base first, the file that was asked for
/// last. Tables merge by key; lists and mixes are replaced whole; policies and trials are told apart by id.
namespace tujuh {

/// Reads the file that was asked for, which is to be of this kind, and its bases, which are scenarios, into
/// the report and returns one table without `extends`. Throws Error where a text cannot be had, where its
/// TOML or its head is wrong, and where files build on one another in a circle.
TomlValue read_layers(const ScenarioSource& source, ReadText asked, FileKind kind, ScenarioReport& report);

/// Lays `over` on top of `base`.
void lay_over(TomlValue& base, TomlValue over);

/// A text that a file of the report names by a path from its own folder. Reports why it may not be read, or
/// is missing.
std::optional<ReadText> find_text(const ScenarioSource& source, std::uint32_t file, Place place,
                                  const std::string& key, const std::string& path, ScenarioReport& report);

/// Fetches the text that `wanted` names; reports why that fails.
bool fetch_text(const ScenarioSource& source, ReadText& wanted, Place place, const std::string& key,
                ScenarioReport& report);

/// Lists at the top of a scenario whose tables are told apart by `id`.
struct NamedList {
    std::string_view key, example;
};
inline constexpr NamedList named_lists[] = {
    {"policy", "policy.outreach.from_month=12"},
    {"trial", "trial.letters.months=6"},
};
constexpr bool is_named_list(std::string_view key) noexcept {
    for (const NamedList& list : named_lists)
        if (list.key == key) return true;
    return false;
}

/// True for keys whose table is replaced whole.
bool is_mix(std::string_view key);

} // namespace tujuh
