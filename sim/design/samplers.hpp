// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// Points of the unit cube by the methods of a design. The same arguments give the same bits on every
/// machine: what is drawn is drawn by keys (base/random.hpp), never from a generator with a state.
namespace tujuh {

struct UnitPoints {
    std::size_t count = 0, factors = 0;
    std::vector<double> coordinates; ///< [point][factor], 0-1, both ends included

    double at(std::size_t point, std::size_t factor) const { return coordinates[point * factors + factor]; }
};

/// Every combination of equally spaced levels, both ends included; the last factor changes fastest. A single
/// level lies at 0.
UnitPoints grid_points(std::span<const std::size_t> levels);

/// McKay, Beckman and Conover (1979), A comparison of three methods for selecting values of input variables,
/// Technometrics 21: in each factor each of `count` equal strata holds one point, somewhere inside.
UnitPoints latin_hypercube(std::size_t count, std::size_t factors, std::uint32_t seed);

/// Sobol' (1967) with the direction numbers of Joe and Kuo (2008), its first point, the origin, included;
/// 64 bits each, [point][dimension]. At most 3,667 dimensions.
std::vector<std::uint64_t> sobol_bits(std::size_t count, std::size_t dimensions);
inline constexpr std::size_t most_sobol_dimensions = 3667;

/// A Sobol' sequence with a random digital shift (L'Ecuyer and Lemieux 2002, Recent advances in randomized
/// quasi-Monte Carlo methods): the bits of a dimension are turned over by one random word. It keeps the
/// balance of the first 2^m points, origin included, which is lost where that is dropped (Owen 2020, On
/// dropping the first Sobol' point); another seed gives another sample.
UnitPoints sobol_points(std::size_t count, std::size_t factors, std::uint32_t seed);

/// Morris (1991), Factorial sampling plans for preliminary computational experiments, Technometrics 33:
/// trajectories of `factors` + 1 points on a grid of `levels` (even) levels, one after the other. From one
/// point to the next a single factor changes, by `morris_step`, up or down; the order of factors is random.
UnitPoints morris_points(std::size_t trajectories, std::size_t factors, std::size_t levels,
                         std::uint32_t seed);

/// levels / (2 (levels - 1)): with this step each level is visited as often as the others (Morris 1991).
double morris_step(std::size_t levels) noexcept;

/// Saltelli and others (2010), Variance based sensitivity analysis of model output, Computer Physics
/// Communications 181: rows A and B are the two halves of a shifted Sobol' sequence of twice as many
/// dimensions, AB_i is A with factor i from B. A block of `factors` + 2 points a row: A, B, AB_1, AB_2, ...
UnitPoints saltelli_points(std::size_t samples, std::size_t factors, std::uint32_t seed);

} // namespace tujuh
