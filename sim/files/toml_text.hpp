// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/toml_document.hpp"

#include <string>
#include <string_view>

/// Writing TOML: what is read again gives the same value to the bit.
namespace tujuh {

std::string toml_text(std::string_view text);
std::string toml_number(double value);
/// A part of a key, in quotes where it needs them.
std::string toml_key(std::string_view part);
/// A value on one line, tables as inline tables.
std::string toml_value(const TomlValue& value);

} // namespace tujuh
