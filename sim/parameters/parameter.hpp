// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

/// One row declares one parameter: key, member, unit, default, range, source, meaning. The reader, the
/// validator, `tujuh list parameters`, the tables of ODD.md and the attributes of a result all come from the
/// row.
namespace tujuh {

/// Where a default comes from. Reports count and flag `recalled` and `assumed`.
enum class SourceKind : unsigned char {
    published,  ///< read in a published source, which the text names
    estimated,  ///< computed from published data, which the text names
    calibrated, ///< chosen so that a named published pattern is met
    recalled,   ///< a published figure that nobody has checked yet
    assumed     ///< no published figure was found; the text says why this one
};

/// The word for a kind of source, as it is written in tables and results.
constexpr std::string_view name_of(SourceKind kind) noexcept {
    constexpr std::string_view names[] = {"published", "estimated", "calibrated", "recalled", "assumed"};
    return names[static_cast<std::size_t>(kind)];
}

struct Source {
    SourceKind kind;
    std::string_view text;
};

constexpr Source published(std::string_view text) noexcept {
    return {SourceKind::published, text};
}
constexpr Source estimated(std::string_view text) noexcept {
    return {SourceKind::estimated, text};
}
constexpr Source calibrated(std::string_view text) noexcept {
    return {SourceKind::calibrated, text};
}
constexpr Source recalled(std::string_view text) noexcept {
    return {SourceKind::recalled, text};
}
constexpr Source assumed(std::string_view text) noexcept {
    return {SourceKind::assumed, text};
}

/// A parameter of `Group`, a struct that holds doubles only.
template <class Group> struct ParameterRow {
    std::string_view key; ///< "group.name", as in a scenario file
    double Group::*member;
    std::string_view unit;
    double default_value, low, high; ///< the range includes both ends
    Source source;
    std::string_view meaning;
};

/// True when `rows` declares every member of `Group` once, with unit, source, meaning, and a default in its
/// range. Meant for a static_assert beside the rows.
template <class Group, std::size_t count>
constexpr bool declares_all_of(const ParameterRow<Group> (&rows)[count]) noexcept {
    if (count * sizeof(double) != sizeof(Group)) return false;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& row = rows[i];
        if (row.key.find('.') == std::string_view::npos) return false;
        if (row.unit.empty() || row.source.text.empty() || row.meaning.empty()) return false;
        if (!(row.low <= row.default_value && row.default_value <= row.high)) return false;
        for (std::size_t j = 0; j < i; ++j)
            if (rows[j].key == row.key || rows[j].member == row.member) return false;
    }
    return true;
}

} // namespace tujuh
