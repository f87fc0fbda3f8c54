// SPDX-License-Identifier: Apache-2.0
#include "files/toml_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tujuh {

namespace {

bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

} // namespace

std::string toml_text(std::string_view text) {
    std::string written = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            written += fmt::format("\\{}", c);
        else if (byte < 0x20 || byte == 0x7f)
            written += fmt::format("\\u{:04X}", byte);
        else
            written += c;
    }
    return written + "\"";
}

std::string toml_number(double value) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value > 0 ? "inf" : "-inf";
    std::string written = fmt::format("{}", value); // the shortest text that gives this number again
    if (written.find_first_of(".e") == std::string::npos) written += ".0";
    return written;
}

std::string toml_key(std::string_view part) {
    const bool bare = !part.empty() && std::all_of(part.begin(), part.end(), is_bare);
    return bare ? std::string(part) : toml_text(part);
}

std::string toml_value(const TomlValue& value) {
    std::string written;
    switch (value.kind) {
    case TomlValue::Kind::flag:
        return value.flag ? "true" : "false";
    case TomlValue::Kind::whole_number:
        return fmt::format("{}", value.whole_number);
    case TomlValue::Kind::number:
        return toml_number(value.number);
    case TomlValue::Kind::text:
        return toml_text(value.text);
    case TomlValue::Kind::date:
    case TomlValue::Kind::other:
        return value.text;
    case TomlValue::Kind::list:
        for (const TomlValue& item : value.items) written += (written.empty() ? "" : ", ") + toml_value(item);
        return "[" + written + "]";
    case TomlValue::Kind::table:
        for (const TomlEntry& entry : value.entries)
            written += fmt::format("{}{} = {}", written.empty() ? "" : ", ", toml_key(entry.key),
                                   toml_value(entry.value));
        return written.empty() ? "{}" : "{ " + written + " }";
    }
    return written;
}

} // namespace tujuh
