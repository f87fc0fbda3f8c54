// SPDX-License-Identifier: Apache-2.0
#include "commands/commands.hpp"
#include "commands/speech.hpp"
#include "files/inspect.hpp"
#include "files/schema.hpp"

namespace tujuh {

int schema_command(const CommandLine&) {
    print_data(scenario_schema());
    return 0;
}

int inspect_command(const CommandLine& asked) {
    print_data(inspect(asked.operands.front()));
    return 0;
}

} // namespace tujuh
