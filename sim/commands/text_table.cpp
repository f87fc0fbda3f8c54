// SPDX-License-Identifier: Apache-2.0
#include "commands/text_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace tujuh {

namespace {

std::string padded(std::string_view text, std::size_t width, TextTable::Align align) {
    const std::string space(width - std::min(width, display_width(text)), ' ');
    return align == TextTable::Align::left ? std::string(text) + space : space + std::string(text);
}

std::string without_trailing_spaces(std::string line) {
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

/// Commas between groups of three digits before the point.
std::string grouped(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    const std::size_t point = std::min(digits.find('.'), digits.size());
    for (std::size_t i = point; i > first + 3; i -= 3) digits.insert(i - 3, ",");
    return digits;
}

} // namespace

std::size_t display_width(std::string_view utf8) noexcept {
    const auto starts_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; };
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), starts_character));
}

std::vector<std::size_t> TextTable::widths() const {
    std::vector<std::size_t> widths;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        std::size_t width = display_width(columns_[c].title);
        for (const auto& row : rows_) width = std::max(width, display_width(row[c]));
        widths.push_back(width);
    }
    return widths;
}

std::string TextTable::aligned() const {
    const auto width = widths();
    const auto line = [&](const auto& text_of) {
        std::string text;
        for (std::size_t c = 0; c < columns_.size(); ++c)
            text += (c > 0 ? "  " : "") + padded(text_of(c), width[c], columns_[c].align);
        return without_trailing_spaces(text) + "\n";
    };
    std::string text = line([&](std::size_t c) { return columns_[c].title; });
    text += line([&](std::size_t c) { return std::string(width[c], '-'); });
    for (const auto& row : rows_) text += line([&](std::size_t c) { return row[c]; });
    return text;
}

std::string TextTable::markdown() const {
    std::string text = "|", rule = "|";
    for (const auto& column : columns_) {
        text += " " + column.title + " |";
        rule += column.align == Align::left ? " --- |" : " ---: |";
    }
    text += "\n" + rule + "\n";
    for (const auto& row : rows_) {
        text += "|";
        for (const auto& cell : row) text += " " + cell + " |";
        text += "\n";
    }
    return text;
}

int decimals_for(double value) noexcept {
    const double size = std::fabs(value);
    if (!(size > 0) || !std::isfinite(size)) return 4;
    return std::clamp(3 - static_cast<int>(std::floor(std::log10(size))), 0, 6);
}

std::string number_text(double value, int decimals) {
    if (std::isnan(value)) return "-";
    if (value == 0) return "0";
    const std::string text = fmt::format("{:.{}f}", value, decimals);
    return text.find_first_of("123456789") == std::string::npos ? fmt::format("{:.0e}", value)
                                                                : grouped(text);
}

std::string signed_text(double value, int decimals) {
    return (value > 0 ? "+" : "") + number_text(value, decimals);
}

} // namespace tujuh
