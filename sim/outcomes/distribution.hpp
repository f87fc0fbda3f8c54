// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/math.hpp"
#include "world/money_bins.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace tujuh {

/// Persons by bins of consumption, after or before public transfers, poorest first, with what they consume
/// and what programmes give them. Bins are 0.3 % wide, so that what is lost inside them is far below the last
/// digit of any published figure. Empty bins may be left out.
struct Distribution {
    std::vector<double> persons = std::vector<double>(money_bin_count, 0.0);
    std::vector<double> consumption =
        std::vector<double>(money_bin_count, 0.0); ///< rupiah a month, all persons of the bin
    std::vector<double> benefits =
        std::vector<double>(money_bin_count, 0.0); ///< rupiah a month, all persons of the bin

    /// All bins, empty; memory is kept.
    void clear();
    /// Leaves only bins with persons.
    void drop_empty_bins();
};

/// Gini coefficient of consumption over persons: 1 - sum of p_k (L_k + L_(k-1)) (e.g. Cowell 2011, table
/// A.3). NaN for an empty distribution.
double gini(const Distribution& d) noexcept;

/// Theil's T: sum of p (c/m) ln(c/m) (Theil 1967; Cowell 2011). NaN for an empty distribution.
double theil(const Distribution& d) noexcept;

/// Atkinson's index for an aversion of 1/2: 1 - (sum of p sqrt(c/m))^2, and of 1: 1 - product of (c/m)^p,
/// which is 1 where anybody has nothing (Atkinson 1970; Cowell 2011). NaN for an empty distribution.
double atkinson_half(const Distribution& d) noexcept;
double atkinson_one(const Distribution& d) noexcept;

/// Concentration index of benefits over persons as ranked here: 2/m cov(b, r) (Kakwani, Wagstaff & van
/// Doorslaer 1997, equation 2, for grouped data). -1: all goes to the poorest; 0: even. NaN without benefits.
double concentration_index(const Distribution& d) noexcept;

/// Share of consumption that the poorest `share` (0-1) of persons have; the bin at the edge is divided.
double lorenz(const Distribution& d, double share) noexcept;

/// All of these that outcomes ask for; NaN where they are not.
struct Inequality {
    double gini = not_a_number_double, theil = not_a_number_double, atkinson_half = not_a_number_double,
           atkinson_one = not_a_number_double, bottom_40_share = not_a_number_double,
           concentration = not_a_number_double;
};
Inequality inequality_after_transfers(const Distribution& d) noexcept;
Inequality inequality_before_transfers(const Distribution& d) noexcept;

inline constexpr std::size_t tenth_count = 10;

/// The bins at which the second to the tenth tenth of persons begin: a bin belongs to the tenth in which its
/// middle person stands. `persons` by money bin.
using TenthStarts = std::array<std::uint16_t, tenth_count - 1>;
TenthStarts tenth_starts(std::span<const double, money_bin_count> persons) noexcept;

/// The tenth (0-9) of a bin.
[[gnu::always_inline]] inline std::uint16_t tenth_of(std::uint16_t bin, const TenthStarts& starts) noexcept {
    std::uint16_t tenth = 0;
    for (const auto start : starts) tenth = static_cast<std::uint16_t>(tenth + (bin >= start ? 1 : 0));
    return tenth;
}

} // namespace tujuh
