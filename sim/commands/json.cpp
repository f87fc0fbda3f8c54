// SPDX-License-Identifier: Apache-2.0
#include "commands/json.hpp"

#include <fmt/format.h>

#include <cmath>

namespace tujuh {

namespace {

std::string indented(const std::string& text) {
    std::string result;
    for (const char c : text) {
        result += c;
        if (c == '\n') result += "  ";
    }
    return result;
}

/// Items between two brackets, one a line.
Json enclosed(char open, const std::vector<std::string>& items, char close) {
    std::string text(1, open);
    for (std::size_t i = 0; i < items.size(); ++i) text += (i > 0 ? ",\n  " : "\n  ") + indented(items[i]);
    return Json(text + (items.empty() ? "" : "\n") + close);
}

} // namespace

Json json(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') quoted += '\\';
        // Control characters have no other way to stand in JSON; line breaks inside would also be indented.
        if (static_cast<unsigned char>(c) < 0x20)
            quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            quoted += c;
    }
    return Json(quoted + "\"");
}

Json json(double value) {
    return Json(std::isfinite(value) ? fmt::format("{}", value) : "null");
}

Json json(std::int64_t value) {
    return Json(fmt::format("{}", value));
}

Json json_flag(bool value) {
    return Json(value ? "true" : "false");
}

Json json_object(const std::vector<std::pair<std::string_view, Json>>& members) {
    std::vector<std::string> items;
    for (const auto& [name, value] : members) items.push_back(json(name).text() + ": " + value.text());
    return enclosed('{', items, '}');
}

Json json_list(const std::vector<Json>& items) {
    std::vector<std::string> texts;
    for (const auto& item : items) texts.push_back(item.text());
    return enclosed('[', texts, ']');
}

} // namespace tujuh
