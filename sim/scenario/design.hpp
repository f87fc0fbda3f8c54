// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/problem.hpp"
#include "scenario/names.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

/// What a design file says, as plain structs: which keys of a scenario are varied, over which ranges, at
/// which points, and what is kept of each run. Points are worked out in design/.
namespace tujuh {

/// How the points of a design are chosen.
enum class DesignMethod : unsigned char { grid, latin_hypercube, sobol, morris, saltelli, listed };
inline constexpr NamedRow design_method_rows[] = {
    {"grid", "every combination of levels", "semua kombinasi taraf"},
    {"latin_hypercube", "Latin hypercube (McKay, Beckman and Conover 1979)", "hiperkubus Latin"},
    {"sobol", "Sobol' sequence with a random digital shift", "barisan Sobol'"},
    {"morris", "trajectories of one change at a time (Morris 1991)", "lintasan satu perubahan (Morris)"},
    {"saltelli", "two samples and their crossings (Saltelli and others 2010)",
     "dua sampel dan persilangannya (Saltelli)"},
    {"listed", "points listed in a table", "titik dari tabel"},
};

/// How equal steps of a factor are measured between its ends.
enum class FactorScale : unsigned char { linear, log };
inline constexpr NamedRow factor_scale_rows[] = {
    {"linear", "equal differences", "selisih sama"},
    {"log", "equal ratios", "nisbah sama"},
};

/// One of the values that are listed for a factor.
struct FactorChoice {
    std::string text;  ///< as after the equals sign of `--set`
    double number = 0; ///< the same as a number, or its position from 0 where it is none
};

/// A key of the scenario that the design varies: from `low` to `high`, or over its choices where there are
/// any.
struct Factor {
    std::string key; ///< as in `--set`: "agencies.bargain", "policy.outreach.workers.administration"
    std::string title, title_id, unit;
    double low = std::numeric_limits<double>::quiet_NaN(); ///< not given: that of the key's declared range
    double high = std::numeric_limits<double>::quiet_NaN();
    FactorScale scale = FactorScale::linear;
    bool whole = false;      ///< whole numbers only, each as likely as the others
    std::int32_t levels = 0; ///< of a grid, both ends included; 0: those of the design
    std::vector<FactorChoice> choices;
};

struct Design {
    DesignMethod method = DesignMethod::latin_hypercube;
    std::int32_t points = 0;            ///< of a Latin hypercube or a Sobol' sequence
    std::int32_t samples = 0;           ///< saltelli: rows of each of the two samples
    std::int32_t trajectories = 0;      ///< morris
    std::int32_t levels = 4;            ///< of each factor, for grid and morris
    std::string table;                  ///< listed: path of the table of points
    std::uint32_t seed = 1;             ///< of the points, not of the runs
    std::uint32_t replicates = 1;       ///< at each point
    bool common_random_numbers = true;  ///< all points share the luck of their replicates
    bool rescale_mixes = false;         ///< shares of a mix that are no factors give way to those that are
    std::vector<std::string> outcomes;  ///< names in the catalogue; empty: the headline ones
    std::vector<std::string> groupings; ///< by which the outcomes are kept besides
    std::int32_t from_month = -1, to_month = -1; ///< window, both included; -1: the last twelve months
    std::vector<Factor> factors;

    /// Points of the whole design; exact up to 2^53.
    double point_count() const noexcept;
};

inline constexpr double most_points = 1e6;

/// Levels of a factor in a grid: its choices, or what it or the design says.
std::size_t levels_of(const Design& design, const Factor& factor) noexcept;

/// Every problem of a design that needs no look at its scenario. `where`: "design.points",
/// "factor.<key>.low".
Problems validate(const Design& design);

} // namespace tujuh
