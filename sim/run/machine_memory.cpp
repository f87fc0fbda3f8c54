// SPDX-License-Identifier: Apache-2.0
#include "run/machine_memory.hpp"

#include <fstream>
#include <string>

namespace tujuh {

std::optional<double> available_memory() {
    std::ifstream lines("/proc/meminfo");
    std::string name, rest;
    for (double kilobytes = 0; lines >> name >> kilobytes; std::getline(lines, rest))
        if (name == "MemAvailable:") return kilobytes * 1024;
    return std::nullopt;
}

} // namespace tujuh
