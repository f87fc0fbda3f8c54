// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

namespace tujuh {

/// Something that must be conserved was not: a bug of the program, never of the user.
struct Violation {
    std::int32_t tick = 0;
    std::string where; ///< district, programme, village
    std::string what;  ///< the identity that does not hold
    double expected = 0, found = 0;
};

} // namespace tujuh
