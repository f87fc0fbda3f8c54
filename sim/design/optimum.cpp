// SPDX-License-Identifier: Apache-2.0
#include "design/optimum.hpp"

#include "base/math.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tujuh {

namespace {

/// How far `value` lies above `most`, as a share of it.
double excess_over(double value, double most) {
    if (std::isnan(most) || value <= most) return 0;
    return (value - most) / (most != 0 ? std::fabs(most) : 1);
}

double excess_of(const Limit& limit, double value, double base) {
    const double scale = limit.of_base ? base : 1;
    return excess_over(value, limit.at_most * scale) + excess_over(-value, -limit.at_least * scale);
}

std::vector<Judged> judged_of(std::span<const Individual> individuals) {
    std::vector<Judged> points;
    for (const Individual& individual : individuals) points.push_back(individual.judged);
    return points;
}

/// The largest of each objective among those that did not fail.
std::vector<double> worst_of(std::span<const Judged> points) {
    std::vector<double> worst(points.front().objectives.size(), -infinity_double);
    for (const Judged& point : points)
        if (!failed(point))
            for (std::size_t o = 0; o < worst.size(); ++o) worst[o] = std::max(worst[o], point.objectives[o]);
    return worst;
}

std::vector<Individual> together(std::span<const double> positions, std::vector<Judged> answers,
                                 std::size_t factors) {
    std::vector<Individual> individuals;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const auto own = positions.subspan(i * factors, factors);
        individuals.push_back({{own.begin(), own.end()}, std::move(answers[i])});
    }
    return individuals;
}

/// Hypervolume of the first `counts[g]` individuals, for each generation.
std::vector<double> progress_of(const Evolved& evolved, std::span<const std::size_t> counts) {
    const auto points = judged_of(evolved.individuals);
    const auto reference = worst_of(std::span(points).first(counts.front()));
    std::vector<double> progress;
    for (const std::size_t count : counts)
        progress.push_back(hypervolume(std::span(points).first(count), reference));
    const double last = progress.back();
    for (double& share : progress) share = last > 0 ? share / last : not_a_number_double;
    return progress;
}

} // namespace

Judged judged(const Design& design, std::span<const double> readings, std::span<const double> base) {
    Judged point;
    for (std::size_t o = 0; o < design.objectives.size(); ++o)
        point.objectives.push_back(design.objectives[o].goal == Goal::raise ? -readings[o] : readings[o]);
    for (std::size_t l = 0; l < design.limits.size(); ++l) {
        const std::size_t reading = design.objectives.size() + l;
        point.excess += std::isnan(readings[reading])
                            ? not_a_number_double
                            : excess_of(design.limits[l], readings[reading], base[reading]);
    }
    return point;
}

std::optional<Evolved> evolve(const EvolutionMethod& method, const Individual& start, const Judge& judge) {
    const std::size_t factors = start.position.size();
    Evolved evolved;
    evolved.individuals = {start};
    std::vector<Individual> parents = {start};
    std::vector<std::size_t> counts;
    for (std::uint32_t generation = 0; generation <= method.generations; ++generation) {
        auto positions = generation == 0 ? first_generation(method.population, start.position, method.seed)
                                         : offspring(parents, method.population, generation, method.seed);
        if (generation == 0) // the start is judged already
            positions.erase(positions.begin(), positions.begin() + static_cast<std::ptrdiff_t>(factors));
        auto answers = judge(positions);
        if (!answers) return std::nullopt;
        const auto children = together(positions, std::move(*answers), factors);
        evolved.individuals.insert(evolved.individuals.end(), children.begin(), children.end());
        parents.insert(parents.end(), children.begin(), children.end());
        parents = survivors(std::move(parents), method.population);
        counts.push_back(evolved.individuals.size());
    }
    evolved.front = pareto_front(judged_of(evolved.individuals));
    evolved.progress = progress_of(evolved, counts);
    return evolved;
}

std::vector<std::size_t> thinned(std::span<const Individual> individuals, std::span<const std::size_t> front,
                                 std::size_t count) {
    std::vector<std::size_t> kept(front.begin(), front.end());
    if (kept.size() <= count) return kept;
    const auto crowding = crowding_distances(judged_of(individuals), front);
    std::vector<std::size_t> order(front.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return crowding[a] > crowding[b]; });
    order.resize(count);
    std::sort(order.begin(), order.end());
    kept.clear();
    for (const std::size_t i : order) kept.push_back(front[i]);
    return kept;
}

std::vector<double> mean_base(const Optimum& optimum) {
    std::vector<double> means;
    for (std::size_t from = 0; from < optimum.base.size(); from += optimum.replicates) {
        double sum = 0;
        for (std::size_t r = 0; r < optimum.replicates; ++r) sum += optimum.base[from + r];
        means.push_back(sum / optimum.replicates);
    }
    return means;
}

} // namespace tujuh
