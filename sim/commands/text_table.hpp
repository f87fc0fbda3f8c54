// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tujuh {

/// A table for people: aligned columns on a terminal, or Markdown.
class TextTable {
  public:
    enum class Align : unsigned char { left, right };
    struct Column {
        std::string title;
        Align align = Align::right;
    };

    explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

    /// As many cells as there are columns.
    void add(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }

    /// Aligned with spaces, a rule below the titles, lines end in "\n". A left column of titles may be long.
    std::string aligned() const;
    std::string markdown() const;

  private:
    std::vector<std::size_t> widths() const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

/// Columns that a text takes on a terminal: code points, not bytes.
std::size_t display_width(std::string_view utf8) noexcept;

/// Digits after the point with which a value of this size shows four digits, at most six.
int decimals_for(double value) noexcept;

/// "1,234,567" or "0.0847"; "-" for a missing value, and plain "0" for an exact zero, so that no effect at
/// all and a very small one can be told apart.
std::string number_text(double value, int decimals);

/// The same with a sign in front of what is not zero.
std::string signed_text(double value, int decimals);

} // namespace tujuh
