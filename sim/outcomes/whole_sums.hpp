// SPDX-License-Identifier: Apache-2.0
// Whatever is added up over households is a whole number: of households, persons or pairs, of 64ths of a
// rupiah, or of 2^-30 of a share, a poverty line or a km. Such sums are exact, so that they have the same
// bits in whatever order households, districts, threads and ranks are added. They fit: 75 million households
// are 2^26, and 63 - 26 - 30 bits leave 128 units for each.
#pragma once

#include "outcomes/measurement.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace tujuh {

inline constexpr double parts_of_one = 1073741824.0;
inline constexpr double parts_of_rupiah = 64.0;

[[gnu::always_inline]] inline std::int64_t whole_parts(double share) noexcept {
    return static_cast<std::int64_t>(share * parts_of_one + 0.5);
}
[[gnu::always_inline]] inline std::int64_t whole_money(double rupiah) noexcept {
    return static_cast<std::int64_t>(rupiah * parts_of_rupiah + 0.5);
}

/// What one of the whole numbers of a sum stands for.
constexpr double unit_of(std::size_t sum) noexcept {
    const auto s = static_cast<Sum>(sum);
    if (s == Sum::consumption || s == Sum::benefits) return 1.0 / parts_of_rupiah;
    const bool in_parts = (s >= Sum::gap && s < Sum::consumption) || s == Sum::eligible_effective;
    return in_parts ? 1.0 / parts_of_one : 1.0;
}

/// The sums over households and over pairs of household and programme.
struct WholeSums {
    std::array<std::int64_t, first_district_sum> value{};

    std::int64_t& operator[](Sum s) noexcept { return value[static_cast<std::size_t>(s)]; }
    std::int64_t operator[](Sum s) const noexcept { return value[static_cast<std::size_t>(s)]; }
    void add(const WholeSums& other) noexcept {
        for (std::size_t s = 0; s < first_district_sum; ++s) value[s] += other.value[s];
    }
    /// Adds them to `sums`, each household standing for `weight`.
    void add_to(Sums& sums, double weight) const noexcept {
        for (std::size_t s = 0; s < first_district_sum; ++s)
            sums.value[s] += weight * (unit_of(s) * static_cast<double>(value[s]));
    }
};

/// Persons of a bin of consumption (world/money_bins.hpp) and what they consume, 64ths of a rupiah a month.
struct BinAfter {
    std::int64_t persons = 0, consumption = 0;
};
/// The same before public transfers, with what programmes give them.
struct BinBefore {
    std::int64_t persons = 0, consumption = 0, benefits = 0;
};

/// All that is counted over households of one area (urban or rural).
struct AreaCount {
    std::array<WholeSums, tenth_count> tenth{};
    std::array<WholeSums, 2> head{}, disability{};     ///< [0] man, without; [1] woman, with
    std::array<WholeSums, max_programmes> programme{}; ///< sums over pairs only
    std::vector<BinAfter> after = std::vector<BinAfter>(money_bin_count);
    std::vector<BinBefore> before = std::vector<BinBefore>(money_bin_count);

    void clear() noexcept;
    void add(const AreaCount& other) noexcept;
    std::int64_t households() const noexcept { return head[0][Sum::households] + head[1][Sum::households]; }
};

} // namespace tujuh
