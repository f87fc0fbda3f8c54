// SPDX-License-Identifier: Apache-2.0
#include "commands/readings_text.hpp"

#include "outcomes/catalogue.hpp"

namespace tujuh {

std::string title_of_reading(const CommandLine& asked, const Reading& reading) {
    std::string title(title_of(outcome_rows()[*find_outcome(reading.outcome)], asked.language));
    if (!reading.group.empty()) title += ", " + reading.group;
    return title;
}

std::vector<TextTable::Column> columns_of(const std::vector<std::string_view>& heads) {
    std::vector<TextTable::Column> columns;
    for (std::size_t c = 0; c < heads.size(); ++c)
        columns.push_back({std::string(heads[c]),
                           c == 0 || heads[c].empty() ? TextTable::Align::left : TextTable::Align::right});
    return columns;
}

} // namespace tujuh
