// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instruction_sets.hpp"
#include "base/random.hpp"

#include <cstddef>
#include <cstdint>

namespace tujuh {

/// Most entities that are drawn for at once.
inline constexpr std::size_t most_side_by_side = 64;
using WordsSideBySide = std::uint32_t[4][most_side_by_side];

/// `Draws::words` for the entities `first`, `first` + 1, ... The words of the k-th stand in to[0..3][k];
/// `count` is a multiple of 16, at most 64.
void draw_side_by_side(InstructionSet set, WordsSideBySide& to, std::size_t count, const Draws& draws,
                       std::uint32_t first, std::int32_t tick, Purpose purpose) noexcept;

} // namespace tujuh
