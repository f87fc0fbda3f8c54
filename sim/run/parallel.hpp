// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/for_each.hpp"

#include <cstddef>
#include <memory>

namespace tujuh {

/// The threads of a run. While an object of this class lives, loops made by `for_each` use at most `count()`
/// threads; results do not depend on how many.
class Threads {
  public:
    /// `count` 0 takes as many threads as there are processors that this process may use.
    explicit Threads(std::size_t count);
    ~Threads();
    Threads(const Threads&) = delete;
    Threads& operator=(const Threads&) = delete;

    std::size_t count() const noexcept { return count_; }

    /// A loop over oneTBB; `in_order` when there is one thread. Loops may be nested: a thread that waits for
    /// an inner loop takes on work of that loop only, so that no second world is begun above a half-done one.
    ForEach for_each() const;

  private:
    struct Limit;
    std::size_t count_;
    std::unique_ptr<Limit> limit_;
};

/// Indices that a thread takes at one go when `count` of them are shared by `threads`: few enough that all
/// threads stay busy to the end, at most 16 (villages, as measured), so that small bodies do not drown in
/// bookkeeping.
std::size_t grain_for(std::size_t count, std::size_t threads) noexcept;

} // namespace tujuh
