// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/speech.hpp"
#include "files/export.hpp"
#include "files/inspect.hpp"
#include "files/schema.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace tujuh {

int schema_command(const CommandLine&) {
    print_data(scenario_schema());
    return 0;
}

int inspect_command(const CommandLine& asked) {
    print_data(inspect(asked.operands.front()));
    return 0;
}

int export_command(const CommandLine& asked) {
    const std::string& result = asked.operands.front();
    const std::string folder =
        asked.output.empty() ? std::filesystem::path(result).stem().string() + "_csv" : asked.output;
    const auto exported = export_result(result, folder, asked.force);
    if (!exported.hash_holds)
        warn(fmt::format("{}: the numbers in it are not those that were written, as its hash tells", result));
    say(asked, fmt::format("wrote {} ({}, {})", folder, count_text(exported.files, "file"),
                           size_text(static_cast<double>(exported.bytes))));
    say(asked, fmt::format("\nnext: {}/columns.csv says what each column holds", folder));
    return 0;
}

} // namespace tujuh
