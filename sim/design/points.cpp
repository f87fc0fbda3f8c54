// SPDX-License-Identifier: Apache-2.0
#include "design/points.hpp"

#include "base/math.hpp"
#include "design/samplers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace tujuh {

namespace {

UnitPoints unit_points(const Design& design) {
    const std::size_t factors = design.factors.size();
    const auto size = [](std::int32_t number) { return static_cast<std::size_t>(number); };
    switch (design.method) {
    case DesignMethod::grid: {
        std::vector<std::size_t> levels;
        for (const Factor& factor : design.factors) levels.push_back(levels_of(design, factor));
        return grid_points(levels);
    }
    case DesignMethod::latin_hypercube:
        return latin_hypercube(size(design.points), factors, design.seed);
    case DesignMethod::sobol:
        return sobol_points(size(design.points), factors, design.seed);
    case DesignMethod::morris:
        return morris_points(size(design.trajectories), factors, size(design.levels), design.seed);
    case DesignMethod::saltelli:
        return saltelli_points(size(design.samples), factors, design.seed);
    case DesignMethod::listed:
        break;
    }
    return {};
}

DesignPoints listed_points(const Design& design) {
    DesignPoints points;
    points.count = static_cast<std::size_t>(design.point_count());
    points.factors = design.factors.size();
    points.position.assign(points.count * points.factors, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t p = 0; p < points.count; ++p)
        for (const Factor& factor : design.factors) {
            points.value.push_back(factor.choices[p].number);
            points.choice.push_back(static_cast<std::uint32_t>(p));
        }
    return points;
}

/// Between `low` and `high` whatever was rounded on the way.
double between(const Factor& factor, double position, double high) {
    if (factor.scale == FactorScale::linear) return factor.low + position * (high - factor.low);
    const double from = log(factor.low);
    return exp(from + position * (log(high) - from));
}

} // namespace

double value_at(const Factor& factor, double position) {
    if (factor.whole)
        return std::clamp(std::floor(between(factor, position, factor.high + 1)), factor.low, factor.high);
    if (position >= 1) return factor.high;
    return std::clamp(between(factor, position, factor.high), factor.low, factor.high);
}

std::uint32_t choice_at(const Factor& factor, double position) noexcept {
    const auto count = static_cast<double>(factor.choices.size());
    return static_cast<std::uint32_t>(std::clamp(std::floor(position * count), 0.0, count - 1));
}

DesignPoints points_of(const Design& design) {
    if (design.method == DesignMethod::listed) return listed_points(design);
    UnitPoints unit = unit_points(design);
    DesignPoints points;
    points.count = unit.count;
    points.factors = unit.factors;
    points.position = std::move(unit.coordinates);
    for (std::size_t p = 0; p < points.count; ++p)
        for (std::size_t f = 0; f < points.factors; ++f) {
            const Factor& factor = design.factors[f];
            const double position = points.position[points.index(p, f)];
            const std::uint32_t choice = factor.choices.empty() ? 0 : choice_at(factor, position);
            points.choice.push_back(choice);
            points.value.push_back(factor.choices.empty() ? value_at(factor, position)
                                                          : factor.choices[choice].number);
        }
    return points;
}

std::vector<std::size_t> points_by_start(const Design& design, const DesignPoints& points,
                                         std::size_t batch_points) {
    const auto same_start = [&](std::size_t one, std::size_t other) {
        for (std::size_t f = 0; f < points.factors; ++f) {
            if (design.factors[f].key.starts_with("policy.")) continue;
            const std::size_t a = points.index(one, f), b = points.index(other, f);
            if (points.value[a] != points.value[b] || points.choice[a] != points.choice[b]) return false;
        }
        return true;
    };
    std::vector<std::size_t> start(points.count);
    for (std::size_t p = 0; p < points.count; ++p) {
        std::size_t first = design.common_random_numbers ? p / batch_points * batch_points : p;
        while (first < p && !same_start(first, p)) ++first;
        start[p] = first;
    }
    return start;
}

} // namespace tujuh
