// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/evolution.hpp"
#include "design/pareto.hpp"
#include "scenario/design.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

/// The best settings of a design's factors by its objectives, within its limits.
namespace tujuh {

/// A point by what was read of it and of the scenario without any factor set; both are [reading] in the order
/// of `readings_of`: objectives, then limits. What is to be raised is lowered with the opposite sign. A limit
/// is exceeded by a share of itself (of one unit, where it is 0).
Judged judged(const Design& design, std::span<const double> readings, std::span<const double> base);

struct EvolutionMethod {
    std::size_t population = 24, generations = 20; ///< generations after the first
    std::uint32_t seed = 1;
};

struct Evolved {
    std::vector<Individual> individuals; ///< in the order in which they were judged, the start first
    std::vector<std::size_t> front;      ///< of all individuals, the best in the first objective first
    std::vector<double>
        progress; ///< [generation] hypervolume so far, as a share of that at the end; NaN without
};

/// Answers [individual] for positions [individual][factor]; nothing where the runs were stopped.
using Judge = std::function<std::optional<std::vector<Judged>>(std::span<const double> positions)>;

/// Generations of `evolution.hpp`, from `start` on, which is judged already. Hypervolumes are measured from
/// the worst values of the first generation. Nothing where the runs were stopped.
std::optional<Evolved> evolve(const EvolutionMethod& method, const Individual& start, const Judge& judge);

/// Of a front's members at most `count`: both ends of each objective first, then the loneliest
/// (`crowding_distances`), in the order of the front.
std::vector<std::size_t> thinned(std::span<const Individual> individuals, std::span<const std::size_t> front,
                                 std::size_t count);

/// The best points, run again with other random numbers: luck that a search has taken for merit is not there
/// a second time.
struct Optimum {
    std::vector<std::size_t> members; ///< points of the design, the best in the first objective first
    std::vector<double> progress;     ///< as of `Evolved`
    std::size_t front_size = 0;       ///< before it was thinned to the members
    std::uint32_t first_replicate = 0, replicates = 0; ///< of the second runs
    std::vector<double> base;       ///< [reading][replicate], without any factor set, in the second runs
    std::vector<double> checked;    ///< [member][reading][replicate]
    double level = 0.95;            ///< of the interval
    std::vector<double> difference; ///< [member][reading]: member - base, mean over replicates
    std::vector<double> standard_error, low, high; ///< the same
};

/// The scenario in the second runs, [reading], mean over replicates: limits that are a multiple of the
/// scenario are held against it there.
std::vector<double> mean_base(const Optimum& optimum);

} // namespace tujuh
