// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace tujuh {

/// A mistake in what the user wrote, told so that it can be put right without the manual.
struct Problem {
    std::string where;      ///< file:line:column and key, as far as known
    std::string what;       ///< what is wrong, with the value found
    std::string why;        ///< what is allowed: range with unit, choices, or the rule that is broken
    std::string suggestion; ///< the nearest valid name, or what to do; empty when there is nothing to suggest
};

/// All problems found, not the first alone; empty when there is none.
using Problems = std::vector<Problem>;

} // namespace tujuh
