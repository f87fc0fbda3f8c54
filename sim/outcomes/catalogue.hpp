// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "outcomes/measurement.hpp"
#include "outcomes/outcome_table.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace tujuh {

enum class OutcomeTopic : unsigned char { coverage, equity, poverty, system, protection, cost };
constexpr std::string_view name_of(OutcomeTopic topic) noexcept {
    constexpr std::string_view names[] = {"coverage", "equity", "poverty", "system", "protection", "cost"};
    return names[static_cast<std::size_t>(topic)];
}

/// One outcome: what it is called, how it is defined, and how it is worked out from the month's measurement.
struct OutcomeRow {
    std::string_view name; ///< in files, in snake_case
    std::string_view title, title_id;
    std::string_view unit;
    OutcomeTopic topic;
    std::string_view definition; ///< numerator and denominator in words
    std::string_view reference;  ///< where the definition is published
    bool headline;               ///< shown by `compare` unless others are asked for
    double (*value)(
        const Measurement&); ///< NaN where the denominator is empty or the group has no such measure
};

/// All outcomes, in the order of topics. A new outcome is a row here and, where it needs a new sum, a line in
/// the file that counts it.
std::span<const OutcomeRow> outcome_rows() noexcept;

std::optional<std::size_t> find_outcome(std::string_view name) noexcept;

} // namespace tujuh
