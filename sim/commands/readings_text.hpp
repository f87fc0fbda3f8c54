// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/command_line.hpp"
#include "commands/text_table.hpp"
#include "scenario/design.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tujuh {

/// "Coverage of the eligible, decile/1".
std::string title_of_reading(const CommandLine& asked, const Reading& reading);

/// Columns of a table, the first and the last (where it has no head) to the left.
std::vector<TextTable::Column> columns_of(const std::vector<std::string_view>& heads);

} // namespace tujuh
