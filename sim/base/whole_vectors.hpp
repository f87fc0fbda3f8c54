// SPDX-License-Identifier: Apache-2.0
// Copying and clearing short arrays of known length. For these GCC calls the library or writes `rep movs`,
// which take as long as the arithmetic on what is copied: with them a household-month of 27 ns took 42.
#pragma once

#include <cstddef>
#include <utility>

namespace tujuh {

namespace detail {

inline constexpr std::size_t part = 64; ///< bytes
/// At any address, of any type.
typedef unsigned char Bytes64 __attribute__((vector_size(64), aligned(1), may_alias));

// Written out one by one: a loop would be taken for a call again.
template <std::size_t... Part>
[[gnu::always_inline]] inline void copy_parts(void* to, const void* from,
                                              std::index_sequence<Part...>) noexcept {
    ((static_cast<Bytes64*>(to)[Part] = static_cast<const Bytes64*>(from)[Part]), ...);
}
template <std::size_t... Part>
[[gnu::always_inline]] inline void clear_parts(void* to, std::index_sequence<Part...>) noexcept {
    ((static_cast<Bytes64*>(to)[Part] = Bytes64{}), ...);
}

} // namespace detail

/// `bytes` is a multiple of 64.
template <std::size_t bytes>
[[gnu::always_inline]] inline void copy_whole(void* to, const void* from) noexcept {
    static_assert(bytes % detail::part == 0);
    detail::copy_parts(to, from, std::make_index_sequence<bytes / detail::part>{});
}

/// Sets all values of an array to 0; its size is a multiple of 64 bytes.
template <class Value, std::size_t count>
[[gnu::always_inline]] inline void clear(Value (&values)[count]) noexcept {
    static_assert(sizeof(Value) * count % detail::part == 0);
    detail::clear_parts(values, std::make_index_sequence<sizeof(Value) * count / detail::part>{});
}

} // namespace tujuh
