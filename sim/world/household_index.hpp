// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace tujuh {

/// Finds the entries of a table that concern a household. Households of a district are numbered without gaps,
/// so the low bits of the number spread them evenly and few entries share a place. Made anew when entries
/// move.
class HouseholdIndex {
  public:
    /// Empty, with room for about this many entries.
    void clear(std::size_t entries) {
        const auto places = std::bit_ceil(std::max<std::size_t>(entries, 64));
        first_.assign(places, none);
        next_.clear();
    }

    /// Of a whole table, each entry of which has a `household`.
    template <class Entries> void make_anew(const Entries& entries) {
        clear(entries.size());
        for (const auto& entry : entries) add(entry.household);
    }

    /// Adds the table's next entry.
    void add(std::uint32_t household) {
        if (first_.empty()) clear(0);
        auto& first = first_[place_of(household)];
        next_.push_back(first);
        first = static_cast<std::uint32_t>(next_.size() - 1);
    }

    /// Calls `visit(entry)` for entries of the household and of others that share its place, the last added
    /// first, until it returns true. Whether it did.
    template <class Visit> bool any_of(std::uint32_t household, Visit&& visit) const {
        if (first_.empty()) return false;
        for (auto entry = first_[place_of(household)]; entry != none; entry = next_[entry])
            if (visit(entry)) return true;
        return false;
    }

    std::size_t bytes() const noexcept {
        return (first_.capacity() + next_.capacity()) * sizeof(std::uint32_t);
    }

  private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    std::size_t place_of(std::uint32_t household) const noexcept { return household & (first_.size() - 1); }

    std::vector<std::uint32_t> first_; ///< by place
    std::vector<std::uint32_t> next_;  ///< by entry
};

} // namespace tujuh
