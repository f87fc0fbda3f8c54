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

} // namespace tujuh
