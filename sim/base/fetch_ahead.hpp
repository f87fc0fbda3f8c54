// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>

namespace tujuh {

/// Asks memory for entry `i` of these columns, to be read a little later. Households that acts, checks and
/// requests concern lie scattered over the columns, and waiting for one after the other takes longer than
/// what is done with them. Inlined by force: GCC drops calls of functions that only ask.
template <class... Columns>
[[gnu::always_inline]] inline void fetch_ahead(std::size_t i, const Columns&... columns) noexcept {
    (__builtin_prefetch(&columns[i]), ...);
}

/// Columns of a block are asked for in so many shares, one by one. Asked for all at once, most seem to be
/// forgotten: a household-month took 6 ns more.
inline constexpr int column_shares = 8;

/// Asks for the `lanes` entries of a column from `next` on, while those before are worked on: there are more
/// columns than streams that the hardware follows by itself. Blocks begin inside a line of memory, which the
/// one before has fetched. The column must be long enough.
template <std::size_t lanes, class Column>
[[gnu::always_inline]] inline void fetch_next_lanes(const Column& column, std::size_t next) noexcept {
    constexpr std::size_t a_line = 64 / sizeof(column[0]);
    constexpr int second_level = 2; // of the caches: the first is full of the block that is worked on
    const auto* begin = column.data() + next;
    for (std::size_t i = a_line - 1; i < lanes; i += a_line) __builtin_prefetch(begin + i, 0, second_level);
}

} // namespace tujuh
