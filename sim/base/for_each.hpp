// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace tujuh {

/// Runs `body(i)` for i = 0 .. count-1, in any order and on any thread. The core never names a thread
/// library: it takes such a function as an argument, and its results must not depend on the order.
using ForEach = std::function<void(std::size_t count, const std::function<void(std::size_t)>& body)>;

inline void in_order(std::size_t count, const std::function<void(std::size_t)>& body) {
    for (std::size_t i = 0; i < count; ++i) body(i);
}

} // namespace tujuh
