// SPDX-License-Identifier: Apache-2.0
// Households are counted in cells: those of one district and area (urban or rural), one tenth, one sex of
// the head, with or without disability. What is asked of every household is answered by bits and counted in
// BitCounters; the rest goes straight into whole sums.
#pragma once

#include "outcomes/bit_counters.hpp"
#include "outcomes/household_view.hpp"
#include "outcomes/whole_sums.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace tujuh {

/// A plane holds a byte a household. The first planes hold the marks of households, eight a plane, the others
/// a mask of programmes each, for one sum over pairs. Eight planes are counted as one word.
inline constexpr std::size_t mark_planes = 2, planes_a_word = 8, words_a_household = 3,
                             plane_count = words_a_household * planes_a_word;
inline constexpr std::size_t first_mark = static_cast<std::size_t>(Sum::households),
                             first_person_mark = static_cast<std::size_t>(Sum::persons),
                             first_rare_sum = static_cast<std::size_t>(Sum::crises_with_case),
                             first_derived_pair_sum = static_cast<std::size_t>(Sum::rural_eligible);
static_assert(first_person_mark - first_mark <= mark_planes * 8);
static_assert(mark_planes + first_derived_pair_sum - first_pair_sum <= plane_count);

constexpr std::size_t plane_of_pairs(Sum s) noexcept {
    return mark_planes + static_cast<std::size_t>(s) - first_pair_sum;
}

/// Marks that count persons, eight a plane. The last plane holds, of the multidimensionally poor, the needs
/// in which they are deprived.
inline constexpr std::size_t person_planes = 3, deprived_plane = 2;
static_assert(first_rare_sum - first_person_mark <= deprived_plane * 8);

inline constexpr std::size_t cell_count = tenth_count * 2 * 2;
struct CellPlace {
    std::size_t tenth, head, disability;
};
constexpr CellPlace place_of_cell(std::size_t cell) noexcept {
    return {cell / 4, cell / 2 % 2, cell % 2};
}
[[gnu::always_inline]] constexpr std::uint32_t cell_at(std::uint32_t tenth, std::uint32_t head,
                                                       std::uint32_t disability) noexcept {
    return (tenth * 2 + head) * 2 + disability;
}

/// What households have; money is whole (whole_sums.hpp).
struct alignas(32) Worth {
    std::int64_t persons = 0, after = 0, before = 0, benefits = 0; ///< consumption after and before transfers

    [[gnu::always_inline]] void add(const Worth& worth) noexcept {
        const Worth more = worth; // which nothing here overwrites, so that the four additions become one
        *this = {persons + more.persons, after + more.after, before + more.before, benefits + more.benefits};
    }
};

struct Cell {
    BitCounters answers[words_a_household];
    PersonCounters persons;
    Worth worth;
    std::int64_t functioning = 0;
    WholeSums sums; ///< of the others

    /// Households counted since the counters were last carried over.
    [[gnu::always_inline]] std::uint32_t fresh() const noexcept { return answers[0].fresh(); }
    bool empty() const noexcept { return fresh() == 0 && answers[0].count(first_mark) == 0; }
    [[gnu::always_inline]] void carry() noexcept {
        for (auto& word : answers) word.carry();
        persons.carry();
    }
};
static_assert(first_mark == 0 && static_cast<std::size_t>(Sum::households) == first_mark);

/// The cells of one area of a district.
using Cells = std::array<Cell, cell_count>;

/// Adds what the cells hold to what is counted of the area, and empties them. Returns the sums of all cells.
WholeSums close_cells(Cells& cells, const Settings& settings, const DistrictView& view, Area area,
                      AreaCount& count);

} // namespace tujuh
