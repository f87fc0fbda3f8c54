// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/design.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

/// The points of a design in the units of its factors.
namespace tujuh {

/// In the place of a choice: the factor is not set, and the scenario stays as it is.
inline constexpr std::uint32_t not_set = 0xFFFFFFFF;

struct DesignPoints {
    std::size_t count = 0, factors = 0;
    std::vector<double> position; ///< [point][factor] in the unit cube; NaN for listed points
    std::vector<double> value;    ///< [point][factor] in the factor's unit; of a choice its number
    std::vector<std::uint32_t>
        choice; ///< [point][factor] among the choices of the factor; else 0, or `not_set`

    std::size_t index(std::size_t point, std::size_t factor) const noexcept {
        return point * factors + factor;
    }
};

/// Works out all points of a sound design (`validate` finds nothing); of a search none, as they come one
/// after the other.
DesignPoints points_of(const Design& design);

/// The points at positions in the unit cube, [point][factor].
DesignPoints points_at(const Design& design, std::vector<double> positions);

/// Puts the points of another set behind those of this one.
void append(DesignPoints& points, const DesignPoints& more);

/// For each point the first one of its batch of `batch_points` neighbours that has the same values of all
/// factors but those of policies, so that with common random numbers both reach tick 0 with one world.
/// Without them each point stands alone.
std::vector<std::size_t> points_by_start(const Design& design, const DesignPoints& points,
                                         std::size_t batch_points);

/// The value of a factor with a range at a position 0-1 between its ends.
double value_at(const Factor& factor, double position);

/// The position of a value; of one that lies outside of the range that of its nearer end.
double position_of(const Factor& factor, double value);

/// The choice at a position 0-1: each has an equal part of it.
std::uint32_t choice_at(const Factor& factor, double position) noexcept;

} // namespace tujuh
