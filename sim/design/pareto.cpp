// SPDX-License-Identifier: Apache-2.0
#include "design/pareto.hpp"

#include "base/math.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace tujuh {

bool failed(const Judged& point) noexcept {
    return std::isnan(point.excess) || std::any_of(point.objectives.begin(), point.objectives.end(),
                                                   [](double objective) { return std::isnan(objective); });
}

bool feasible(const Judged& point) noexcept {
    return !failed(point) && point.excess <= 0;
}

namespace {

/// True where `one` is worse in no objective: better than `other`, or equal.
bool covers(const Judged& one, const Judged& other) noexcept {
    return std::equal(one.objectives.begin(), one.objectives.end(), other.objectives.begin(),
                      [](double here, double there) { return here <= there; });
}

} // namespace

bool dominates(const Judged& one, const Judged& other) noexcept {
    if (failed(one)) return false;
    if (failed(other)) return true;
    if (feasible(one) && feasible(other)) return covers(one, other) && !covers(other, one);
    return std::max(one.excess, 0.0) < std::max(other.excess, 0.0);
}

// ---------------------------------------------------------------------------------------------------------
// Fronts and crowding: Deb, Pratap, Agarwal and Meyarivan (2002), sections III-A and III-B

std::vector<std::vector<std::size_t>> fronts(std::span<const Judged> points) {
    std::vector<std::vector<std::size_t>> dominated(points.size()), found;
    std::vector<std::size_t> dominators(points.size()); // that stand in no front yet
    for (std::size_t i = 0; i < points.size(); ++i)
        for (std::size_t j = 0; j < points.size(); ++j)
            if (dominates(points[i], points[j])) {
                dominated[i].push_back(j);
                ++dominators[j];
            }
    std::vector<std::size_t> front;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (dominators[i] == 0) front.push_back(i);
    while (!front.empty()) {
        std::vector<std::size_t> next;
        for (const auto i : front)
            for (const auto j : dominated[i])
                if (--dominators[j] == 0) next.push_back(j);
        std::sort(next.begin(), next.end());
        found.push_back(std::move(front));
        front = std::move(next);
    }
    return found;
}

namespace {

void add_distances(std::vector<double>& distances, const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return values[a] < values[b]; });
    const double range = values[order.back()] - values[order.front()];
    if (!(range > 0 && range < infinity_double)) return;
    for (std::size_t i = 1; i + 1 < order.size(); ++i)
        distances[order[i]] += (values[order[i + 1]] - values[order[i - 1]]) / range;
    distances[order.front()] = distances[order.back()] = infinity_double;
}

} // namespace

std::vector<double> crowding_distances(std::span<const Judged> points, std::span<const std::size_t> front) {
    std::vector<double> distances(front.size());
    // What is not a number has no order.
    if (std::any_of(front.begin(), front.end(), [&](auto i) { return failed(points[i]); })) return distances;
    const std::size_t objectives = front.empty() ? 0 : points[front.front()].objectives.size();
    for (std::size_t objective = 0; objective < objectives; ++objective) {
        std::vector<double> values;
        for (const auto i : front) values.push_back(points[i].objectives[objective]);
        add_distances(distances, values);
    }
    return distances;
}

std::vector<Standing> standings(std::span<const Judged> points) {
    std::vector<Standing> all(points.size());
    const auto by_rank = fronts(points);
    for (std::size_t rank = 0; rank < by_rank.size(); ++rank) {
        const auto distances = crowding_distances(points, by_rank[rank]);
        for (std::size_t i = 0; i < distances.size(); ++i) all[by_rank[rank][i]] = {rank, distances[i]};
    }
    return all;
}

bool stands_before(const Standing& one, const Standing& other) noexcept {
    return one.rank != other.rank ? one.rank < other.rank : one.crowding > other.crowding;
}

// ---------------------------------------------------------------------------------------------------------
// The best of all, and what they are worth together

std::vector<std::size_t> pareto_front(std::span<const Judged> points) {
    std::vector<std::size_t> order, front;
    for (std::size_t i = 0; i < points.size(); ++i)
        if (feasible(points[i])) order.push_back(i);
    // In this order a point is dominated, or repeated, only by one that stands before it.
    std::stable_sort(order.begin(), order.end(),
                     [&](auto a, auto b) { return points[a].objectives < points[b].objectives; });
    for (const auto i : order)
        if (std::none_of(front.begin(), front.end(), [&](auto j) { return covers(points[j], points[i]); }))
            front.push_back(i);
    return front;
}

namespace {

using Objectives = std::span<const double>;

/// Of the first `dimensions` objectives: in slices along the last of them, in each of which the points that
/// begin at or before it dominate one face of one dimension less.
double volume_of(std::vector<Objectives> points, Objectives reference, std::size_t dimensions) {
    if (points.empty()) return 0;
    const std::size_t last = dimensions - 1;
    std::sort(points.begin(), points.end(), [&](auto a, auto b) { return a[last] < b[last]; });
    if (dimensions == 1) return reference[0] - points.front()[0];
    double volume = 0, lowest = reference[0];
    for (std::size_t i = 0; i < points.size(); ++i) {
        lowest = std::min(lowest, points[i][0]);
        const double end = i + 1 < points.size() ? points[i + 1][last] : reference[last];
        const double depth = end - points[i][last];
        if (!(depth > 0)) continue;
        const auto until_here = points.begin() + static_cast<std::ptrdiff_t>(i + 1);
        const double face = dimensions == 2 ? reference[0] - lowest // as one dimension would say, but at once
                                            : volume_of({points.begin(), until_here}, reference, last);
        volume += depth * face;
    }
    return volume;
}

} // namespace

double hypervolume(std::span<const Judged> points, std::span<const double> reference) {
    std::vector<Objectives> below;
    for (const auto i : pareto_front(points)) {
        const Objectives objectives = points[i].objectives;
        if (std::equal(objectives.begin(), objectives.end(), reference.begin(),
                       [](double objective, double limit) { return objective < limit; }))
            below.push_back(objectives);
    }
    return volume_of(std::move(below), reference, reference.size());
}

} // namespace tujuh
