// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "agencies/delivery.hpp"
#include "outcomes/measurement.hpp"
#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <array>
#include <cstdint>

namespace tujuh {

/// Consumption without this month's cash and food of public programmes, rupiah a person and month. Who is
/// poor and in which tenth is judged by it where the question is whom a programme reaches.
inline float before_transfers(const Households& h, std::uint32_t i) noexcept {
    return std::max(0.0f, h.consumption[i] - h.transfer[i]);
}

/// What counting needs to know of a village, worked out once a village and month.
struct VillageView {
    double poverty_line = 0, distance_km = 0;
    std::array<float, need_count> need_weight{}; ///< in functioning
    std::array<double, max_programmes> paid_share{}, quality{};
    std::array<LeakedShare<double>, max_programmes> leaked{};
    std::array<ProgrammeMask, 4> requiring{}; ///< [RequiredMembers] programmes that require them
    ProgrammeMask without_papers = 0;         ///< programmes that ask for none
    ProgrammeMask living = 0;                 ///< programmes of cash or food
    bool rural = false;
    std::int32_t month = 0; ///< the tick that is measured
    std::array<float, max_programmes> log_cutoff{};
    const District* district = nullptr; ///< that the village lies in
};

VillageView view_of(const World& world, const Settings& settings, const Village& village);

/// Rupiah a month that a programme gives the household, leakage taken off.
double benefit_of(const Settings& settings, const VillageView& view, const Households& households,
                  std::uint32_t household, std::size_t programme);

/// Rupiah a month that programmes give the household, leakage taken off.
double benefits_of(const World& world, const Settings& settings, const VillageView& view,
                   std::uint32_t household);

/// For each programme, in how many masks its bit was set.
class MaskCounts {
  public:
    void add(ProgrammeMask mask) noexcept;
    /// Calls `visit(programme, count)` and starts anew.
    template <class Visit> void take(Visit&& visit) {
        carry();
        for (std::size_t p = 0; p < max_programmes; ++p) visit(p, counts_[p]);
        counts_ = {};
    }

  private:
    void carry() noexcept;

    std::uint64_t bytes_ = 0; ///< a byte a programme; up to 255 masks
    std::uint32_t added_ = 0;
    std::array<std::uint32_t, max_programmes> counts_{};
};

/// Sums by programme. Counts of pairs stand apart until `settle`, as masks of eight programmes at once.
struct ProgrammeSums {
    std::array<Sums, max_programmes> sums{};
    std::array<MaskCounts, sum_count> pairs{};

    void settle();
};

/// Adds one household (unweighted) to the sums of its cell, and its programmes to the sums of each programme.
void count_household(const World& world, const Settings& settings, const VillageView& view,
                     std::uint32_t household, double benefits, Sums& cell, ProgrammeSums& programmes);

/// Adds what a district's tallies hold (unweighted) to `sums`, and by programme.
void count_district(const World& world, const Settings& settings, const District& district, Sums& sums,
                    std::array<Sums, max_programmes>& programmes);

} // namespace tujuh
