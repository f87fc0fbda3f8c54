// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/pareto.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// NSGA-II of Deb, Pratap, Agarwal and Meyarivan (2002): a search for all best compromises between several
/// objectives at once. A caller judges the first generation, then again and again the offspring of those who
/// survived:
///
///     parents = first_generation, judged
///     for generation 1, 2, ...: parents = survivors(parents and their judged offspring)
///
/// No function has a state: a draw is keyed by seed, generation, individual and factor (base/random.hpp), so
/// that a search can stop after any generation and go on from what is written down, to the same bits.
namespace tujuh {

struct Individual {
    std::vector<double> position; ///< in the unit cube, a factor each
    Judged judged;
};

/// `start` (today's setting), then a shifted Sobol' sequence. [individual][factor], in the unit cube.
std::vector<double> first_generation(std::size_t count, std::span<const double> start, std::uint32_t seed);

/// Children of judged parents, [child][factor], in the unit cube. Two children, 2k and 2k + 1, have the same
/// two parents, each the better of two drawn ones (`stands_before`). They come about by simulated binary
/// crossover and polynomial mutation; see evolution.cpp. A child does not depend on how many are asked for.
std::vector<double> offspring(std::span<const Individual> parents, std::size_t count,
                              std::uint32_t generation, std::uint32_t seed);

/// The best `count` (all, where there are fewer): by front, then the lonelier ones, then by their place in
/// the list. In that order.
std::vector<Individual> survivors(std::vector<Individual> parents_and_offspring, std::size_t count);

} // namespace tujuh
