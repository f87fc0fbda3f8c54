// SPDX-License-Identifier: Apache-2.0
//
// Simulated binary crossover: Deb and Agrawal (1995), Simulated binary crossover for continuous search space,
// Complex Systems 9. Two children lie on both sides of the middle of their parents, beta times as far from it
// as these; beta is 1 at the most likely, and so distributed that no child leaves the bounds (Deb and Agrawal
// 1999, A niched-penalty approach for constraint handling in genetic algorithms). Of two parents that cross,
// each factor crosses with probability 1/2.
//
// Polynomial mutation: Deb and Goyal (1996), A combined genetic adaptive search (GeneAS) for engineering
// design, Computer Science and Informatics 26; bounded in the same way.
//
// What differs from the authors' program: parents are drawn independently of one another, not dealt out from
// two shuffles, so that a child does not depend on the others; the two parents of a child are never one and
// the same; and of a child that came out as a copy of a parent one factor changes, since its run would tell
// nothing new.
#include "design/evolution.hpp"

#include "base/math.hpp"
#include "base/random.hpp"
#include "design/samplers.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tujuh {

namespace {

constexpr double crossing_probability = 0.9;
constexpr double crossing_index = 15, change_index = 20; ///< the higher, the closer to the parents

/// x^exponent for x >= 0.
double power(double x, double exponent) {
    return exp(exponent * log(x));
}

} // namespace

std::vector<double> first_generation(std::size_t count, std::span<const double> start, std::uint32_t seed) {
    std::vector<double> positions;
    if (count == 0) return positions;
    positions.assign(start.begin(), start.end());
    const UnitPoints others = sobol_points(count - 1, start.size(), seed);
    positions.insert(positions.end(), others.coordinates.begin(), others.coordinates.end());
    return positions;
}

// ---------------------------------------------------------------------------------------------------------
// Offspring

namespace {

/// beta, where the nearer bound to a parent lies `room` beyond it and the parents `apart` from each other.
double spread_factor(double u, double room, double apart) {
    const double largest = 1 + 2 * room / apart;
    const double scaled = u * (2 - power(largest, -(crossing_index + 1)));
    return power(scaled <= 1 ? scaled : 1 / (2 - scaled), 1 / (crossing_index + 1));
}

/// Crosses one factor of two positions.
void cross(double& one, double& other, const Words& words) {
    const bool stays = (words.word[0] >> 31) != 0, swaps = (words.word[1] >> 31) != 0;
    if (stays || one == other) return;
    const double u = uniform_double_from(words.word[2], words.word[3]);
    const auto [low, high] = std::minmax({one, other});
    const double middle = (low + high) / 2, apart = high - low;
    one = clamp01(middle - spread_factor(u, low, apart) * apart / 2);
    other = clamp01(middle + spread_factor(u, 1 - high, apart) * apart / 2);
    if (swaps) std::swap(one, other);
}

/// Moves a coordinate by a polynomial of u, most likely not far.
double changed(double x, double u) {
    const bool down = u < 0.5;
    const double tail = down ? 2 * u : 2 * (1 - u); // 0: as far as can be, 1: not at all
    const double farthest = power(down ? 1 - x : x, change_index + 1);
    const double stay = power(tail + (1 - tail) * farthest, 1 / (change_index + 1));
    return clamp01(down ? x - (1 - stay) : x + (1 - stay));
}

/// All that the children of one generation have in common.
struct Breeding {
    std::span<const Individual> parents;
    std::vector<Standing> standing; ///< [parent]
    std::int32_t generation;
    Draws draws;

    std::size_t better(std::size_t one, std::size_t other) const {
        return stands_before(standing[other], standing[one]) ? other : one;
    }
};

std::vector<Standing> standings_of(std::span<const Individual> individuals) {
    std::vector<Judged> judged;
    for (const auto& individual : individuals) judged.push_back(individual.judged);
    return standings(judged);
}

std::pair<std::size_t, std::size_t> parents_of(const Breeding& breeding, std::uint32_t pair) {
    const Words words = breeding.draws.words(pair, breeding.generation, Purpose::evolution_parent);
    const auto all = static_cast<std::uint32_t>(breeding.parents.size());
    const std::size_t first =
        breeding.better(integer_below(words.word[0], all), integer_below(words.word[1], all));
    if (all == 1) return {first, first};
    const auto another = [&](std::uint32_t word) {
        const std::size_t drawn = integer_below(word, all - 1);
        return drawn < first ? drawn : drawn + 1;
    };
    return {first, breeding.better(another(words.word[2]), another(words.word[3]))};
}

void change(std::vector<double>& position, const Breeding& breeding, std::uint32_t child) {
    const double probability = 1 / static_cast<double>(position.size());
    for (std::uint32_t f = 0; f < position.size(); ++f) {
        const Words words = breeding.draws.words(child, breeding.generation, Purpose::evolution_change, f);
        if (uniform_double_from(words.word[0], words.word[1]) < probability)
            position[f] = changed(position[f], uniform_double_from(words.word[2], words.word[3]));
    }
}

void change_one_factor(std::vector<double>& position, const Breeding& breeding, std::uint32_t child) {
    const Words words = breeding.draws.words(child, breeding.generation, Purpose::evolution_copy);
    double& x = position[integer_below(words.word[0], static_cast<std::uint32_t>(position.size()))];
    x = changed(x, uniform_double_from(words.word[2], words.word[3]));
}

std::vector<double> child_of(const Breeding& breeding, std::uint32_t child) {
    const std::uint32_t pair = child / 2;
    const auto [first, second] = parents_of(breeding, pair);
    const auto &mother = breeding.parents[first].position, &father = breeding.parents[second].position;
    auto one = mother, other = father;
    if (breeding.draws.happens(crossing_probability, pair, breeding.generation, Purpose::evolution_pair))
        for (std::uint32_t f = 0; f < one.size(); ++f)
            cross(one[f], other[f],
                  breeding.draws.words(pair, breeding.generation, Purpose::evolution_crossing, f));
    auto& position = child % 2 == 0 ? one : other;
    change(position, breeding, child);
    if (position == mother || position == father) change_one_factor(position, breeding, child);
    return std::move(position);
}

} // namespace

std::vector<double> offspring(std::span<const Individual> parents, std::size_t count,
                              std::uint32_t generation, std::uint32_t seed) {
    std::vector<double> positions;
    if (parents.empty()) return positions;
    const Breeding breeding{parents, standings_of(parents), static_cast<std::int32_t>(generation), {seed, 0}};
    for (std::uint32_t child = 0; child < count; ++child) {
        const auto position = child_of(breeding, child);
        positions.insert(positions.end(), position.begin(), position.end());
    }
    return positions;
}

// ---------------------------------------------------------------------------------------------------------
// Survivors

std::vector<Individual> survivors(std::vector<Individual> parents_and_offspring, std::size_t count) {
    const auto standing = standings_of(parents_and_offspring);
    std::vector<std::size_t> order(standing.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return stands_before(standing[a], standing[b]); });
    order.resize(std::min(count, order.size()));
    std::vector<Individual> best;
    for (const auto i : order) best.push_back(std::move(parents_and_offspring[i]));
    return best;
}

} // namespace tujuh
