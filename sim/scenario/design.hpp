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
enum class DesignMethod : unsigned char {
    grid,
    latin_hypercube,
    sobol,
    morris,
    saltelli,
    listed,
    rejection,
    least_squares,
    evolution
};
inline constexpr NamedRow design_method_rows[] = {
    {"grid", "every combination of levels", "semua kombinasi taraf"},
    {"latin_hypercube", "Latin hypercube (McKay, Beckman and Conover 1979)", "hiperkubus Latin"},
    {"sobol", "Sobol' sequence with a random digital shift", "barisan Sobol'"},
    {"morris", "trajectories of one change at a time (Morris 1991)", "lintasan satu perubahan (Morris)"},
    {"saltelli", "two samples and their crossings (Saltelli and others 2010)",
     "dua sampel dan persilangannya (Saltelli)"},
    {"listed", "points listed in a table", "titik dari tabel"},
    {"rejection",
     "a sample of which the points nearest to the targets are accepted (Pritchard and others 1999)",
     "sampel yang titik terdekatnya dengan sasaran diterima"},
    {"least_squares", "a search for the point nearest to the targets (Powell 2009)",
     "pencarian titik terdekat dengan sasaran (Powell)"},
    {"evolution", "generations that come near the best trade-offs (Deb and others 2002)",
     "generasi yang mendekati pilihan terbaik (Deb dkk.)"},
};

/// True for the methods whose points are chosen by what came out at earlier ones.
constexpr bool is_search(DesignMethod method) noexcept {
    return method == DesignMethod::least_squares || method == DesignMethod::evolution;
}
/// True for the methods that fit factors to targets.
constexpr bool fits_targets(DesignMethod method) noexcept {
    return method == DesignMethod::least_squares || method == DesignMethod::rejection;
}

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

/// A number that a run gives: an outcome in the nation or in a group of it, mean over a window of months.
struct Reading {
    std::string outcome;                         ///< name in the catalogue
    std::string group;                           ///< grouping and key, "decile/1"; empty: the nation
    std::int32_t from_month = -1, to_month = -1; ///< both included; -1: the window of the design
};

/// A figure that factors are fitted to, or that is held out to see what the fit is worth.
struct Target : Reading {
    std::string published; ///< name in the table of published figures; empty: the value stands here
    double value = std::numeric_limits<double>::quiet_NaN();
    double tolerance = std::numeric_limits<double>::quiet_NaN(); ///< one standard deviation of the figure
    bool held_out = false;
    std::string source; ///< where the figure comes from
};

enum class Goal : unsigned char { raise, lower };
inline constexpr NamedRow goal_rows[] = {
    {"raise", "more is better", "lebih tinggi lebih baik"},
    {"lower", "less is better", "lebih rendah lebih baik"},
};

/// What a search is to make better. The first one chooses the best point.
struct Objective : Reading {
    Goal goal = Goal::raise;
};

/// What a point must keep to, such as a budget.
struct Limit : Reading {
    double at_most = std::numeric_limits<double>::quiet_NaN();
    double at_least = std::numeric_limits<double>::quiet_NaN();
    bool of_base = false; ///< both are multiples of what the scenario gives without any factor set
};

struct Design {
    DesignMethod method = DesignMethod::latin_hypercube;
    std::int32_t points = 0;  ///< of a Latin hypercube, a Sobol' sequence, a rejection, or before a search
    std::int32_t samples = 0; ///< saltelli: rows of each of the two samples
    std::int32_t trajectories = 0; ///< morris
    std::int32_t levels = 4;       ///< of each factor, for grid and morris
    std::int32_t starts = 0;       ///< least_squares: searches, each from one of the best points
    std::int32_t evaluations = 0;  ///< least_squares: most points of a search
    double step = 0;               ///< least_squares: of the slopes around the best point, of the range
    double accepted = 0;           ///< rejection: share of the points that is accepted
    bool recover = false; ///< targets' values are what the scenario itself gives, with other random numbers
    std::int32_t population = 0;       ///< evolution: points of a generation
    std::int32_t generations = 0;      ///< evolution: after the first
    std::int32_t check_replicates = 0; ///< evolution: replicates of their own in which the best are run again
    std::string table;                 ///< listed: path of the table of points; targets: of published figures
    std::uint32_t seed = 1;            ///< of the points, not of the runs
    std::uint32_t replicates = 1;      ///< at each point
    bool common_random_numbers = true; ///< all points share the luck of their replicates
    bool rescale_mixes = false;        ///< shares of a mix that are no factors give way to those that are
    std::vector<std::string> outcomes; ///< names in the catalogue; empty: the headline ones
    std::vector<std::string> groupings;          ///< by which the outcomes are kept besides
    std::int32_t from_month = -1, to_month = -1; ///< window, both included; -1: the last twelve months
    std::vector<Factor> factors;
    std::vector<Target> targets;
    std::vector<Objective> objectives;
    std::vector<Limit> limits;

    /// Points of the whole design, of a search at most; exact up to 2^53.
    double point_count() const noexcept;
};

inline constexpr double most_points = 1e6;
inline constexpr std::size_t most_objectives = 4;

/// Levels of a factor in a grid: its choices, or what it or the design says.
std::size_t levels_of(const Design& design, const Factor& factor) noexcept;

/// Keys of a method that were not given get what is usual.
void fill_usual(Design& design);

/// All that a design reads of a run besides its outcomes: targets, or objectives and then limits.
std::vector<Reading> readings_of(const Design& design);

/// Every problem of a design that needs no look at its scenario. `where`: "design.points",
/// "factor.<key>.low".
Problems validate(const Design& design);

} // namespace tujuh
