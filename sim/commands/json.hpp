// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tujuh {

/// A piece of JSON text, put together from the inside out: `object({{"code", json("2.4")}, {"low",
/// json(0.5)}})`.
class Json {
  public:
    explicit Json(std::string text) : text_(std::move(text)) {}
    const std::string& text() const noexcept { return text_; }

  private:
    std::string text_;
};

Json json(std::string_view text);
Json json(double value); ///< the shortest text that reads back as the same bits; null for a missing value
Json json(std::int64_t value);
Json json_flag(bool value);
inline Json json(const char* text) {
    return json(std::string_view(text));
}
inline Json json(const std::string& text) {
    return json(std::string_view(text));
}

/// One member a line, in the order given.
Json json_object(const std::vector<std::pair<std::string_view, Json>>& members);
Json json_list(const std::vector<Json>& items);

} // namespace tujuh
