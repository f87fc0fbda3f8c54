// SPDX-License-Identifier: Apache-2.0
#include "design/points.hpp"

#include "base/math.hpp"
#include "design/samplers.hpp"
#include "scenario/activity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>

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
    case DesignMethod::rejection:
        return sobol_points(size(design.points), factors, design.seed);
    case DesignMethod::morris:
        return morris_points(size(design.trajectories), factors, size(design.levels), design.seed);
    case DesignMethod::saltelli:
        return saltelli_points(size(design.samples), factors, design.seed);
    case DesignMethod::listed:
    case DesignMethod::least_squares:
    case DesignMethod::evolution:
        break;
    }
    return {0, factors, {}};
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

/// The mix of which a key is a share, with the number of its shares; a count of 0 for any other key.
struct MixOfKey {
    std::string name;
    std::size_t shares = 0;
};

MixOfKey mix_of(const std::string& key) {
    const std::size_t end = key.find("_mix.");
    if (end == std::string::npos) return {};
    std::string share = key.substr(key.find('.', end) + 1);
    std::erase(share, '"');
    const std::string mix = key.substr(0, key.find('.', end));
    if (mix.ends_with("task_mix")) return {mix, task_count};
    const auto of_task = static_cast<std::size_t>(
        std::count_if(activity_codes.begin(), activity_codes.end(),
                      [&](std::string_view code) { return code.front() == share.front(); }));
    return {mix + share.front(), of_task};
}

/// A mix of which every share is a factor: these are weights, of which the shares of the whole are set.
void rescale_whole_mixes(const Design& design, DesignPoints& points) {
    std::map<std::string, std::vector<std::size_t>> factors_of;
    std::map<std::string, std::size_t> shares_of;
    for (std::size_t f = 0; f < points.factors; ++f) {
        const MixOfKey mix = mix_of(design.factors[f].key);
        if (mix.shares == 0) continue;
        factors_of[mix.name].push_back(f);
        shares_of[mix.name] = mix.shares;
    }
    for (const auto& [mix, factors] : factors_of) {
        if (factors.size() < shares_of[mix]) continue;
        for (std::size_t p = 0; p < points.count; ++p) {
            double sum = 0;
            for (const std::size_t f : factors) sum += points.value[points.index(p, f)];
            for (const std::size_t f : factors)
                if (sum > 0) points.value[points.index(p, f)] /= sum;
        }
    }
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

double position_of(const Factor& factor, double value) {
    const double low = factor.low, high = factor.whole ? factor.high + 1 : factor.high;
    if (factor.whole) value += 0.5; // the middle of what is rounded down to it
    if (factor.scale == FactorScale::linear) return clamp01((value - low) / (high - low));
    return value > 0 ? clamp01((log(value) - log(low)) / (log(high) - log(low))) : 0;
}

DesignPoints points_at(const Design& design, std::vector<double> positions) {
    DesignPoints points;
    points.factors = design.factors.size();
    points.count = points.factors > 0 ? positions.size() / points.factors : 0;
    points.position = std::move(positions);
    for (std::size_t p = 0; p < points.count; ++p)
        for (std::size_t f = 0; f < points.factors; ++f) {
            const Factor& factor = design.factors[f];
            const double position = points.position[points.index(p, f)];
            const std::uint32_t choice = factor.choices.empty() ? 0 : choice_at(factor, position);
            points.choice.push_back(choice);
            points.value.push_back(factor.choices.empty() ? value_at(factor, position)
                                                          : factor.choices[choice].number);
        }
    if (design.rescale_mixes) rescale_whole_mixes(design, points);
    return points;
}

DesignPoints points_of(const Design& design) {
    if (design.method == DesignMethod::listed) return listed_points(design);
    return points_at(design, unit_points(design).coordinates);
}

void append(DesignPoints& points, const DesignPoints& more) {
    points.count += more.count;
    points.factors = more.factors;
    points.position.insert(points.position.end(), more.position.begin(), more.position.end());
    points.value.insert(points.value.end(), more.value.begin(), more.value.end());
    points.choice.insert(points.choice.end(), more.choice.begin(), more.choice.end());
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
