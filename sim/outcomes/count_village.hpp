// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/instruction_sets.hpp"
#include "outcomes/counting_block.hpp"

#include <span>

namespace tujuh {

/// What holds for the whole month.
CountingRates rates_of(const World& world, const Settings& settings, const TenthStarts& starts);
/// What is added for a district and for a village.
void look_at(CountingRates& rates, const DistrictView& view);
void look_at(CountingRates& rates, const World& world, const Village& village);

/// Adds the persons of a village to the bins of consumption before public transfers.
void count_persons_before(InstructionSet instructions, const Households& households, std::uint32_t begin,
                          std::uint32_t end, std::span<BinBefore> bins);

/// Adds the households of a village to the cells of its area, and their money to the bins.
void count_village(InstructionSet instructions, const Households& households, std::uint32_t begin,
                   std::uint32_t end, const CountingRates& rates, Cells& cells, AreaCount& count);

/// Bytes of its columns that both read of each household.
std::size_t bytes_counted_a_household();

} // namespace tujuh
