// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/fit_target.hpp"
#include "design/search.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tujuh {

/// Of the points of a shifted Sobol' sequence the nearest to the targets are accepted.
struct RejectionMethod {
    std::size_t points = 1024;       ///< a power of two fills the cube evenly
    double accepted = 0.05;          ///< share of the points
    std::size_t accepted_least = 10; ///< so many, whatever the share
    std::uint32_t seed = 1;          ///< of the shift
};

/// Of the accepted points; NaN where there is none.
struct Accepted {
    double median = 0, low = 0, high = 0; ///< 2.5 % and 97.5 % percentiles: a 95 % interval
};

struct AcceptedFactor {
    Accepted position;  ///< in the unit cube
    double learned = 0; ///< 1 - variance / (1/12): near 0, by chance below, where the targets say nothing
};

struct AcceptedTarget {
    Accepted value;                ///< in the target's unit; of a held-out one it is the prediction
    bool published_inside = false; ///< whether the published value lies in the interval
};

struct RejectionFit {
    std::vector<std::size_t> accepted; ///< indices of points, the nearest first
    std::vector<double> positions;     ///< [accepted][factor], in the unit cube
    std::vector<double> distances;     ///< [accepted], tolerances: sqrt(misfit / fitted targets)
    double threshold = 0;              ///< distance of the last one; NaN where every point failed
    std::size_t failed = 0;            ///< points
    std::vector<AcceptedFactor> factors;
    std::vector<double> correlations; ///< [factor][factor], over the accepted; NaN where one does not vary
    std::vector<AcceptedTarget> targets;
};

/// Approximate Bayesian computation by rejection (Tavare and others 1997; Pritchard and others 1999; review:
/// Beaumont 2010, Annual Review of Ecology, Evolution, and Systematics 41) with factors uniform in their
/// ranges. The accepted are draws from an exact posterior in which the targets' errors lie uniformly within
/// `threshold` (Wilkinson 2013, Statistical Applications in Genetics and Molecular Biology 12(2)): of T
/// fitted targets each then errs by threshold x sqrt(T / (T + 2)) tolerances, one standard deviation. A
/// threshold far above 1 makes intervals wider than the tolerances ask for, one far below 1 narrower.
///
/// At least one fitted target. All points are asked for in one call; nothing where the runs were stopped.
std::optional<RejectionFit> fit_by_rejection(std::size_t factors, std::span<const FitTarget> targets,
                                             const RejectionMethod& method, const Evaluate& evaluate);

} // namespace tujuh
