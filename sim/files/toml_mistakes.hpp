// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/toml_document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Mistakes in TOML itself, told to somebody who has never read its grammar.
namespace tujuh {

/// The first byte of a text that is not UTF-8.
std::optional<TomlMistake> find_other_encoding(std::string_view text);

/// The first thing in a text that toml++ 3.3 must not see, as it then assumes what does not hold (undefined
/// behaviour): a letter beyond ASCII outside texts and comments, a head of a table that does not begin with a
/// name, a brace that closes a bracket.
std::optional<TomlMistake> find_trap(std::string_view text);

/// What toml++ found at a place of a text, in plain words and with what to write instead.
TomlMistake explain_mistake(std::string_view text, Place place, std::string_view description);

/// Takes a line out of a text without moving the others. The head of a table is replaced by one that is not
/// read
/// (`is_set_aside`): without any head its keys would fall to the table before.
void set_line_aside(std::string& text, std::uint32_t line);
bool is_set_aside(std::string_view key);

/// The text before a line.
std::string_view before_line(std::string_view text, std::uint32_t line);

/// True if nothing that a line opens can reach into the next line: no bracket left open, no long text.
bool ends_in_itself(std::string_view text, std::uint32_t line);

} // namespace tujuh
