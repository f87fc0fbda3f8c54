// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace tujuh {

/// How many slips of typing lie between two words: letters (bytes) added, left out, replaced, or swapped with
/// their neighbour. Damerau (1964) and Levenshtein (1966), in the form that does not change a swapped pair
/// again.
std::size_t slips_between(std::string_view a, std::string_view b);

/// The known name that was probably meant: the fewest slips away, the first of several. Empty when none is
/// near, that is within one slip, or within one slip in three letters of the wrong name.
std::string_view nearest_name(std::string_view wrong, std::span<const std::string_view> known);

} // namespace tujuh
