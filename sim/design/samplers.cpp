// SPDX-License-Identifier: Apache-2.0
#include "design/samplers.hpp"

#include "base/permutation.hpp"
#include "base/random.hpp"

#include <boost/random/sobol.hpp>

#include <algorithm>

namespace tujuh {

namespace {

Draws draws_of(std::uint32_t seed) {
    return {seed, 0};
}

UnitPoints empty_points(std::size_t count, std::size_t factors) {
    return {count, factors, std::vector<double>(count * factors)};
}

/// The middle of one of 2^52 intervals, so that no coordinate is 0 or 1.
double coordinate_of(std::uint64_t bits) {
    return uniform_double_from(static_cast<std::uint32_t>(bits >> 32), static_cast<std::uint32_t>(bits));
}

/// Where a trajectory of Morris begins in a factor, and whether it goes up from there.
struct MorrisStart {
    std::uint32_t level; ///< the lower of its two
    bool goes_up;
};

MorrisStart morris_start(std::size_t levels, const Draws& draws, std::size_t trajectory, std::size_t factor) {
    const Words words = draws.words(static_cast<std::uint32_t>(trajectory), 0, Purpose::design_trajectory,
                                    static_cast<std::uint32_t>(factor));
    // A step is levels / 2 levels, so the lower end lies in the lower half of the grid.
    return {integer_below(words.word[0], static_cast<std::uint32_t>(levels / 2)), (words.word[1] >> 31) != 0};
}

void add_trajectory(UnitPoints& points, std::size_t trajectory, std::size_t levels, const Draws& draws) {
    const std::size_t factors = points.factors, first = trajectory * (factors + 1);
    const auto at_level = [&](std::size_t level) {
        return static_cast<double>(level) / static_cast<double>(levels - 1);
    };
    std::vector<double> here(factors), there(factors);
    for (std::size_t f = 0; f < factors; ++f) {
        const auto [level, goes_up] = morris_start(levels, draws, trajectory, f);
        const double low = at_level(level), high = at_level(level + levels / 2);
        here[f] = goes_up ? low : high;
        there[f] = goes_up ? high : low;
    }
    const Permutation order(static_cast<std::uint32_t>(factors), draws,
                            static_cast<std::uint32_t>(trajectory), Purpose::design_order);
    for (std::size_t step = 0; step <= factors; ++step) {
        if (step > 0) {
            const std::uint32_t changed = order(static_cast<std::uint32_t>(step - 1));
            here[changed] = there[changed];
        }
        std::copy(here.begin(), here.end(),
                  points.coordinates.begin() + static_cast<std::ptrdiff_t>((first + step) * factors));
    }
}

} // namespace

UnitPoints grid_points(std::span<const std::size_t> levels) {
    std::size_t count = 1;
    for (const std::size_t level : levels) count *= level;
    UnitPoints points = empty_points(count, levels.size());
    for (std::size_t p = 0; p < count; ++p) {
        std::size_t rest = p;
        for (std::size_t f = levels.size(); f-- > 0; rest /= levels[f]) {
            const std::size_t last = std::max<std::size_t>(levels[f], 2) - 1;
            points.coordinates[p * points.factors + f] =
                static_cast<double>(rest % levels[f]) / static_cast<double>(last);
        }
    }
    return points;
}

UnitPoints latin_hypercube(std::size_t count, std::size_t factors, std::uint32_t seed) {
    const Draws draws = draws_of(seed);
    UnitPoints points = empty_points(count, factors);
    for (std::size_t f = 0; f < factors; ++f) {
        const auto factor = static_cast<std::uint32_t>(f);
        const Permutation stratum(static_cast<std::uint32_t>(count), draws, factor, Purpose::design_stratum);
        for (std::size_t p = 0; p < count; ++p) {
            const auto point = static_cast<std::uint32_t>(p);
            const double inside = draws.uniform_double(point, 0, Purpose::design_place, factor);
            points.coordinates[p * factors + f] =
                (static_cast<double>(stratum(point)) + inside) / static_cast<double>(count);
        }
    }
    return points;
}

std::vector<std::uint64_t> sobol_bits(std::size_t count, std::size_t dimensions) {
    boost::random::sobol sequence(dimensions); // begins after the origin
    static_assert(boost::random::sobol::max() == ~std::uint64_t{0});
    std::vector<std::uint64_t> bits(count * dimensions);
    for (std::size_t i = dimensions; i < bits.size(); ++i) bits[i] = sequence();
    return bits;
}

UnitPoints sobol_points(std::size_t count, std::size_t factors, std::uint32_t seed) {
    const Draws draws = draws_of(seed);
    const auto bits = sobol_bits(count, factors);
    UnitPoints points = empty_points(count, factors);
    for (std::size_t f = 0; f < factors; ++f) {
        const Words words = draws.words(static_cast<std::uint32_t>(f), 0, Purpose::design_shift);
        const std::uint64_t shift = std::uint64_t{words.word[0]} << 32 | words.word[1];
        for (std::size_t p = 0; p < count; ++p)
            points.coordinates[p * factors + f] = coordinate_of(bits[p * factors + f] ^ shift);
    }
    return points;
}

double morris_step(std::size_t levels) noexcept {
    return static_cast<double>(levels) / (2 * static_cast<double>(levels - 1));
}

UnitPoints morris_points(std::size_t trajectories, std::size_t factors, std::size_t levels,
                         std::uint32_t seed) {
    const Draws draws = draws_of(seed);
    UnitPoints points = empty_points(trajectories * (factors + 1), factors);
    for (std::size_t t = 0; t < trajectories; ++t) add_trajectory(points, t, levels, draws);
    return points;
}

UnitPoints saltelli_points(std::size_t samples, std::size_t factors, std::uint32_t seed) {
    const UnitPoints both = sobol_points(samples, 2 * factors, seed);
    UnitPoints points = empty_points(samples * (factors + 2), factors);
    auto next = points.coordinates.begin();
    for (std::size_t row = 0; row < samples; ++row) {
        const auto a = both.coordinates.begin() + static_cast<std::ptrdiff_t>(2 * factors * row);
        const auto b = a + static_cast<std::ptrdiff_t>(factors),
                   end = b + static_cast<std::ptrdiff_t>(factors);
        next = std::copy(a, b, next);
        next = std::copy(b, end, next);
        for (std::size_t crossed = 0; crossed < factors; ++crossed) {
            const auto point = next;
            next = std::copy(a, b, next);
            point[static_cast<std::ptrdiff_t>(crossed)] = b[static_cast<std::ptrdiff_t>(crossed)];
        }
    }
    return points;
}

} // namespace tujuh
