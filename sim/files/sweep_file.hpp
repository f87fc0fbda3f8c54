// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/calibration.hpp"
#include "design/optimum.hpp"
#include "design/point_result.hpp"
#include "design/points.hpp"
#include "design/rejection.hpp"
#include "design/sensitivity.hpp"
#include "files/result_file.hpp"
#include "files/result_layout.hpp"
#include "scenario/design.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The result of a sweep: its design and what came out at each point. It holds neither time, threads nor
/// command line, so that a sweep done in any number of parts gives the same file to the byte.
namespace tujuh {

/// A grouping by which outcomes are kept, with its groups.
struct SweptGrouping {
    Grouping grouping{};
    GroupLabels labels;
};

/// What tells sweeps apart: batches of one are no part of another.
struct SweepIdentity {
    std::string program;  ///< version and commit, as another program may give other numbers
    std::string scenario; ///< hash of the scenario that the points start from, with its tables
    std::string design;   ///< hash of the design and of all its points

    friend bool operator==(const SweepIdentity&, const SweepIdentity&) = default;
    /// One text of all three.
    std::string hex() const;
};

/// What a calibration found, by the method of its design.
struct Fit {
    std::optional<LeastSquaresFit> least_squares;
    std::optional<RejectionFit> rejection;
    std::vector<double> chance; ///< [target] standard error over replicates; NaN with one
};

struct SweepFile {
    ScenarioResult scenario; ///< what the points start from; without replicates
    Provenance provenance = this_build();
    std::uint32_t seed = 1;
    std::int32_t months = 0, burn_in_months = 0;
    std::int32_t start_year = 2025, start_month = 1;
    Design design;
    DesignPoints points;
    std::string design_text;
    std::vector<std::size_t> outcomes; ///< positions in the catalogue
    std::vector<SweptGrouping> groupings;
    std::vector<PointResult> results;            ///< [point]
    std::vector<OutcomeSensitivity> sensitivity; ///< in the order of `outcomes`; empty: not worked out
    std::optional<Fit> fit;                      ///< of targets
    std::optional<Optimum> optimum;              ///< of objectives
    std::vector<double> base_values; ///< [factor] of the scenario itself; NaN where it says nothing
};

/// Numbers that stand of a run: the outcomes in the nation, then grouping by grouping, then the readings.
std::size_t numbers_of_a_run(const SweepFile& sweep);

/// True for the methods whose points tell how much each factor does.
constexpr bool tells_sensitivity(DesignMethod method) noexcept {
    return method == DesignMethod::morris || method == DesignMethod::saltelli;
}

/// What the points say about each outcome in the nation, where the method tells it; else nothing. The same
/// numbers whoever asks.
std::vector<OutcomeSensitivity> sensitivity_of(const SweepFile& sweep);

/// The readings of a point, [reading], mean over so many replicates; NaN where it failed.
std::vector<double> mean_readings(const SweepFile& sweep, const PointResult& point, std::size_t replicates);

/// The targets of a design for its fit. What the model gives is known up to chance only, which is added to
/// the tolerance: sqrt(tolerance^2 + chance^2), twice the chance's square where the figures come from the
/// model too. `chance` is [target]; NaN counts as none.
std::vector<FitTarget> fit_targets_of(const Design& design, std::span<const double> chance);

/// Standard error over replicates of each reading at a point; NaN with one replicate.
std::vector<double> chance_at(const SweepFile& sweep, const PointResult& point);

/// Fills in what the points of its method say: sensitivity, or the points that a rejection accepts. The same
/// numbers whoever asks.
void add_findings(SweepFile& sweep);

/// The identity of a sweep as it is described so far; `results` are not looked at.
SweepIdentity identity_of(const SweepFile& sweep);

/// Positions in the numbers of a run at which those of the design's readings begin.
std::size_t first_reading(const SweepFile& sweep);

/// The readings of a design as an axis, with their outcomes, groups and months.
ResultAxis reading_axis(std::string_view name, std::span<const Reading> readings);

/// The factors as an axis, with titles and units.
ResultAxis factor_axis(const std::vector<Factor>& factors);

/// The groups /sensitivity, /fit and /optimum; `sweep` must outlive them.
ResultGroup sensitivity_group(const SweepFile& sweep);
std::vector<ResultGroup> fit_groups(const SweepFile& sweep);
std::vector<ResultGroup> optimum_groups(const SweepFile& sweep);

/// The groups of the file, each parent before its children; `sweep` must outlive them.
std::vector<ResultGroup> sweep_groups(const SweepFile& sweep);

/// The attributes of the root but for the hash and the mark of completeness.
std::vector<ResultAttribute> sweep_attributes(const SweepFile& sweep);

/// Writes the file as `write_result` does; returns the result hash.
std::string write_sweep(const std::string& path, const SweepFile& sweep);

/// The identity text of the sweep that a file holds; nothing where there is no such file or it is no sweep.
std::optional<std::string> identity_in_file(const std::string& path);

} // namespace tujuh
