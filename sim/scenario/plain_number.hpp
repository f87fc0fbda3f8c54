// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cmath>
#include <string>

namespace tujuh {

/// A number as a message shows it: at most six decimals, no trailing zeros, never an exponent. The core has
/// neither streams nor std::format, and Emscripten 3.1.6 no to_chars for double.
inline std::string plain_number(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::string text = std::to_string(value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text == "-0" ? "0" : text;
}

} // namespace tujuh
