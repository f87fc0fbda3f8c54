// SPDX-License-Identifier: Apache-2.0
// Curves of consumption; the formulas stand in the header. ODD 7.1.
//
// For a given bend the Gini grows with the spread, which one-dimensional search finds; then the line over the
// mean at the published headcount depends on the bend alone, and the level follows from the mean. So three
// figures are fitted by two nested searches in one unknown each, which cannot diverge. Left out: differences
// between districts, which are part of the standing (ODD 7.1), and the sampling errors of the published
// figures.
#include "world/consumption_distribution.hpp"

#include "base/instruction_sets.hpp"
#include "base/root.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace tujuh {
namespace {

constexpr double width_squared = bend_width_squared;

double bent_standing(double standing, double bend) noexcept {
    return standing + bend * square_root(square(standing) + width_squared);
}

double normal_density(double z) noexcept {
    return 0.39894228040143267794 * exp(-0.5 * square(z));
}

// -------------------------------------------------------------------------------------------------------------
// Integrals over all standings: the trapezoid rule, which for such integrands is exact to rounding at this
// step. The range is longer above, where consumption moves the weight.

constexpr double grid_low = -10.0, grid_high = 14.0, grid_step = 0.25;
constexpr std::size_t grid_size = static_cast<std::size_t>((grid_high - grid_low) / grid_step) + 1;

// What is summed is worked out for all points side by side, and then added in their order. Entries after the
// last point, which fill up vectors, weigh nothing and are not added.
constexpr std::size_t grid_lanes = (grid_size + 7) / 8 * 8;
using OnGrid = std::array<double, grid_lanes>;

struct StandingGrid {
    OnGrid standing{}, root{}, weight{}, rank{}; // rank: 2·Phi(z) - 1
};

StandingGrid standing_grid() noexcept {
    StandingGrid grid;
    for (std::size_t i = 0; i < grid_size; ++i) {
        const double z = grid_low + grid_step * static_cast<double>(i);
        grid.standing[i] = z;
        grid.root[i] = square_root(square(z) + width_squared);
        grid.weight[i] = grid_step * normal_density(z);
        grid.rank[i] = normal_cdf(z) - normal_cdf(-z);
    }
    return grid;
}

/// Mean of exp(spread·bent standing), its Gini, and how fast the Gini grows with the spread.
struct ShapeMoments {
    double mean, gini, gini_slope;
};

/// What each point adds to the four sums of `shape_moments`.
struct ShapeParts {
    OnGrid part, slope, ranked, ranked_slope;
};

TUJUH_SIDE_BY_SIDE void put_parts(ShapeParts& to, const StandingGrid& grid, double spread, double bend) {
    for (std::size_t i = 0; i < grid_lanes; ++i) {
        const double bent = grid.standing[i] + bend * grid.root[i];
        const double part = grid.weight[i] * exp_double(spread * bent);
        to.part[i] = part;
        to.slope[i] = part * bent;
        to.ranked[i] = part * grid.rank[i];
        to.ranked_slope[i] = part * bent * grid.rank[i];
    }
}

ShapeMoments shape_moments(const StandingGrid& grid, double spread, double bend) noexcept {
    ShapeParts parts;
    put_parts(parts, grid, spread, bend);
    double sum = 0, sum_slope = 0, ranked = 0, ranked_slope = 0;
    for (std::size_t i = 0; i < grid_size; ++i) {
        sum += parts.part[i];
        sum_slope += parts.slope[i];
        ranked += parts.ranked[i];
        ranked_slope += parts.ranked_slope[i];
    }
    const double gini_value = ranked / sum;
    return {sum, gini_value, (ranked_slope - gini_value * sum_slope) / sum};
}

/// Integral of f from `low` to `high` (low below high): Gauss-Legendre of five points on panels of equal
/// width.
template <class Function> double integral(double low, double high, Function f) noexcept {
    constexpr std::array<double, 3> node = {0.0, 0.53846931010568309104, 0.90617984593866399280};
    constexpr std::array<double, 3> weight = {0.56888888888888888889, 0.47862867049936646804,
                                              0.23692688505618908751};
    constexpr int panels = 40;
    const double half = 0.5 * (high - low) / panels;
    double sum = 0;
    for (int panel = 0; panel < panels; ++panel) {
        const double middle = low + half * (2 * panel + 1);
        sum += weight[0] * f(middle);
        for (std::size_t k = 1; k < node.size(); ++k)
            sum += weight[k] * (f(middle - half * node[k]) + f(middle + half * node[k]));
    }
    return half * sum;
}

[[gnu::always_inline]] inline double inverse(const ConsumptionCurve& curve, double log_consumption) noexcept {
    const double v = (log_consumption - curve.level) / curve.spread;
    const double straight = 1.0 - square(curve.bend);
    return (v - curve.bend * square_root(square(v) + width_squared * straight)) / straight;
}

/// 2·Phi(z) - 1; beyond 8.3 it is 1 to rounding.
[[gnu::always_inline]] inline double rank_at(double z) noexcept {
    constexpr double certain = 8.3;
    return select(z > certain, 1.0, select(z < -certain, -1.0, 2.0 * normal_cdf_double(z) - 1.0));
}

/// What each point adds to `ranked_consumption`.
TUJUH_SIDE_BY_SIDE void put_ranked(OnGrid& to, const StandingGrid& grid, const ConsumptionCurve& area,
                                   const ConsumptionCurve& other) {
    const ConsumptionCurve here = area, there = other;
    for (std::size_t i = 0; i < grid_lanes; ++i) {
        const double log_consumption =
            here.level + here.spread * (grid.standing[i] + here.bend * grid.root[i]);
        to[i] = grid.weight[i] * exp_double(log_consumption) * rank_at(inverse(there, log_consumption));
    }
}

/// Integral of the consumption in `area` times twice the rank that it would have in `other`, less one. Where
/// both curves bend almost fully the step leaves an error of up to 0.0001 of a Gini.
double ranked_consumption(const StandingGrid& grid, const ConsumptionCurve& area,
                          const ConsumptionCurve& other) noexcept {
    OnGrid parts;
    put_ranked(parts, grid, area, other);
    double sum = 0;
    for (std::size_t i = 0; i < grid_size; ++i) sum += parts[i];
    return sum;
}

// -------------------------------------------------------------------------------------------------------------
// Shapes with a given Gini

constexpr double smallest_spread = 1e-4;

/// The spread that gives the Gini at this bend, by Newton's method kept inside a bracket; not a number if
/// there is none.
double spread_for_gini(const StandingGrid& grid, double bend, double target, double start) noexcept {
    double low = smallest_spread, high = largest_spread, spread = start;
    if (shape_moments(grid, low, bend).gini > target || shape_moments(grid, high, bend).gini < target)
        return not_a_number_double;
    for (int step = 0; step < 60; ++step) {
        const ShapeMoments moments = shape_moments(grid, spread, bend);
        const double miss = moments.gini - target;
        if (miss < 1e-14 && miss > -1e-14) break;
        (miss > 0 ? high : low) = spread;
        const double newton = spread - miss / moments.gini_slope;
        spread = newton > low && newton < high ? newton : 0.5 * (low + high);
    }
    return spread;
}

/// One shape: a bend with the spread that the Gini asks for, and the line over the mean that the headcount
/// then means.
struct Shape {
    double bend = 0, spread = 0, line_over_mean = 0;
    bool exists() const noexcept { return spread == spread; }
};

/// An area's shapes over all bends. They do not depend on its mean, so one table serves every ratio of means.
struct ShapeTable {
    static constexpr std::size_t size =
        50; // even: no entry at bend 0, so the less bent of two is never a tie
    double line_standing = 0;
    double gini = 0;
    std::array<Shape, size> shapes{};
};

Shape shape_at(const StandingGrid& grid, double bend, double gini_target, double line_standing,
               double start) noexcept {
    Shape shape{bend, spread_for_gini(grid, bend, gini_target, start), 0};
    if (shape.exists()) {
        const double at_line = exp(shape.spread * bent_standing(line_standing, bend));
        shape.line_over_mean = at_line / shape_moments(grid, shape.spread, bend).mean;
    }
    return shape;
}

ShapeTable shape_table(const StandingGrid& grid, double headcount, double gini_target) noexcept {
    ShapeTable table;
    table.line_standing = normal_quantile(headcount);
    table.gini = gini_target;
    double start = 1.41421356237309504880 * normal_quantile(0.5 + 0.5 * gini_target); // the log-normal's
    for (std::size_t k = 0; k < ShapeTable::size; ++k) {
        const double bend = bend_limit * (2.0 * static_cast<double>(k) / (ShapeTable::size - 1) - 1.0);
        table.shapes[k] = shape_at(grid, bend, gini_target, table.line_standing, start);
        if (table.shapes[k].exists()) start = table.shapes[k].spread;
    }
    return table;
}

/// Where the table meets `line_over_mean`, between two neighbours, or the nearest entry.
struct Place {
    const Shape* before = nullptr; // null: no shape at all
    const Shape* after = nullptr;  // null: not met, `before` is the nearest
};

Place place_of(const ShapeTable& table, double line_over_mean) noexcept {
    Place met, nearest;
    double least_bend = 2.0, least_miss = infinity_double;
    for (std::size_t k = 0; k < ShapeTable::size; ++k) {
        const Shape& here = table.shapes[k];
        if (!here.exists()) continue;
        const double miss = here.line_over_mean - line_over_mean;
        const double distance = miss < 0 ? -miss : miss;
        if (distance < least_miss) {
            least_miss = distance;
            nearest.before = &here;
        }
        if (k + 1 == ShapeTable::size || !table.shapes[k + 1].exists()) continue;
        const Shape& next = table.shapes[k + 1];
        const double middle = 0.5 * (here.bend + next.bend);
        const double bend = middle < 0 ? -middle : middle;
        if ((miss <= 0) != (next.line_over_mean - line_over_mean <= 0) && bend < least_bend) {
            least_bend = bend;
            met = {&here, &next};
        }
    }
    return met.before != nullptr ? met : nearest;
}

Shape exact_shape(const StandingGrid& grid, const ShapeTable& table, const Place& place,
                  double line_over_mean) noexcept {
    if (place.after == nullptr) return *place.before;
    Shape shape = *place.before;
    const auto miss = [&](double bend) {
        shape = shape_at(grid, bend, table.gini, table.line_standing, shape.spread);
        return shape.line_over_mean - line_over_mean;
    };
    root_between(place.before->bend, place.before->line_over_mean - line_over_mean, place.after->bend,
                 place.after->line_over_mean - line_over_mean, 1e-13, miss);
    return shape;
}

/// The same by linear interpolation in the table: exact enough to compare ratios of means.
Shape rough_shape(const Place& place, double line_over_mean) noexcept {
    if (place.after == nullptr) return *place.before;
    const double share = (line_over_mean - place.before->line_over_mean) /
                         (place.after->line_over_mean - place.before->line_over_mean);
    return {lerp(place.before->bend, place.after->bend, share),
            lerp(place.before->spread, place.after->spread, share), line_over_mean};
}

ConsumptionCurve curve_with_mean(const StandingGrid& grid, const Shape& shape, double mean_target) noexcept {
    const double mean_of_shape = shape_moments(grid, shape.spread, shape.bend).mean;
    return {log(mean_target) - log(mean_of_shape), shape.spread, shape.bend};
}

ConsumptionCurve curve_with_line(const Shape& shape, double line, double line_standing) noexcept {
    return {log(line) - shape.spread * bent_standing(line_standing, shape.bend), shape.spread, shape.bend};
}

CurveFit described(const StandingGrid& grid, const ConsumptionCurve& curve, double line,
                   Released released) noexcept {
    const ShapeMoments moments = shape_moments(grid, curve.spread, curve.bend);
    return {curve, released, normal_cdf(standing_of(curve, line)), moments.gini,
            exp(curve.level) * moments.mean};
}

CurveFit flat(double line, double mean_target) noexcept {
    const double usable_mean = mean_target > 0 ? mean_target : 1.0;
    return {{log(usable_mean), smallest_spread, 0},
            Released::all,
            usable_mean < line ? 1.0 : 0.0,
            0,
            usable_mean};
}

CurveFit fit_from_table(const StandingGrid& grid, const ShapeTable& table, double line,
                        double mean_target) noexcept {
    const double line_over_mean = line / mean_target;
    const Place place = place_of(table, line_over_mean);
    if (place.before == nullptr) return flat(line, mean_target);
    const Shape shape = exact_shape(grid, table, place, line_over_mean);
    if (place.after == nullptr)
        return described(grid, curve_with_line(shape, line, table.line_standing), line, Released::mean);
    return described(grid, curve_with_mean(grid, shape, mean_target), line, Released::none);
}

// -------------------------------------------------------------------------------------------------------------
// Provinces

struct Means {
    double urban, rural;
};

Means means_at(double ratio, double urban_share, double province_mean) noexcept {
    const double rural = province_mean / (urban_share * ratio + 1.0 - urban_share);
    return {ratio * rural, rural};
}

double gini_of_two(const StandingGrid& grid, const ConsumptionCurve& urban, const ConsumptionCurve& rural,
                   double urban_share) noexcept {
    const ShapeMoments of_urban = shape_moments(grid, urban.spread, urban.bend);
    const ShapeMoments of_rural = shape_moments(grid, rural.spread, rural.bend);
    const double rural_share = 1.0 - urban_share;
    const double urban_mean = of_urban.mean * exp(urban.level), rural_mean = of_rural.mean * exp(rural.level);
    const double within =
        square(urban_share) * of_urban.gini * urban_mean + square(rural_share) * of_rural.gini * rural_mean;
    const double between = urban_share * rural_share *
                           (ranked_consumption(grid, urban, rural) + ranked_consumption(grid, rural, urban));
    return (within + between) / (urban_share * urban_mean + rural_share * rural_mean);
}

struct RatioTrial {
    double ratio = 0;
    int released = 2; // areas that would have to give up their mean
    double miss = 0;  // of the province's Gini, without sign
};

/// The ratio that the rule chooses: among trials with the fewest released means, by Gini and usual ratio.
double chosen_ratio(std::span<const RatioTrial> trials, const RatioRule& rule) noexcept {
    int fewest = 2;
    for (const RatioTrial& trial : trials) fewest = std::min(fewest, trial.released);
    double best_miss = infinity_double;
    for (const RatioTrial& trial : trials)
        if (trial.released == fewest) best_miss = std::min(best_miss, trial.miss);
    double chosen = rule.usual, least_distance = infinity_double;
    for (const RatioTrial& trial : trials) {
        if (trial.released != fewest || trial.miss > best_miss + rule.gini_allowance) continue;
        const double factor = trial.ratio > rule.usual ? trial.ratio / rule.usual : rule.usual / trial.ratio;
        if (factor < least_distance) {
            least_distance = factor;
            chosen = trial.ratio;
        }
    }
    return chosen;
}

/// Both areas of a province, and the ratios of means that were tried.
class ProvinceSearch {
  public:
    ProvinceSearch(const AreaTargets& urban, const AreaTargets& rural, double urban_share,
                   double province_mean, double province_gini) noexcept
        : grid_(standing_grid()), urban_(shape_table(grid_, urban.headcount, urban.gini)),
          rural_(shape_table(grid_, rural.headcount, rural.gini)), urban_line_(urban.poverty_line),
          rural_line_(rural.poverty_line), urban_share_(urban_share), mean_(province_mean),
          gini_(province_gini) {}

    /// First coarsely from 0.8 to 2.7, then finely where the Gini is best, then where the rule points to.
    double ratio(const RatioRule& rule) noexcept {
        constexpr double coarse = 1.05, fine = 1.005;
        try_ratios(0.8, coarse, coarse_count);
        try_ratios(chosen_ratio(tried(), {rule.usual, 0.0}) / coarse, fine, fine_count);
        if (rule.gini_allowance > 0) try_ratios(chosen_ratio(tried(), rule) / coarse, fine, fine_count);
        return chosen_ratio(tried(), rule);
    }

    ProvinceFit fit_at(double ratio) const noexcept {
        ProvinceFit fit;
        const Means means = means_at(ratio, urban_share_, mean_);
        fit.ratio = ratio;
        fit.urban = fit_from_table(grid_, urban_, urban_line_, means.urban);
        fit.rural = fit_from_table(grid_, rural_, rural_line_, means.rural);
        fit.gini = gini_of_two(grid_, fit.urban.curve, fit.rural.curve, urban_share_);
        fit.mean = urban_share_ * fit.urban.mean + (1.0 - urban_share_) * fit.rural.mean;
        fit.mean_held = fit.urban.released == Released::none && fit.rural.released == Released::none;
        return fit;
    }

  private:
    void try_ratios(double first, double factor, std::size_t count) noexcept {
        for (std::size_t k = 0; k < count; ++k, first *= factor) trials_[trial_count_++] = trial(first);
    }

    RatioTrial trial(double ratio) const noexcept {
        const Means means = means_at(ratio, urban_share_, mean_);
        const double urban_place = urban_line_ / means.urban, rural_place = rural_line_ / means.rural;
        const Place urban = place_of(urban_, urban_place), rural = place_of(rural_, rural_place);
        if (urban.before == nullptr || rural.before == nullptr) return {ratio, 2, infinity_double};
        const double miss =
            gini_of_two(grid_, curve_with_mean(grid_, rough_shape(urban, urban_place), means.urban),
                        curve_with_mean(grid_, rough_shape(rural, rural_place), means.rural), urban_share_) -
            gini_;
        return {ratio, (urban.after == nullptr) + (rural.after == nullptr), miss < 0 ? -miss : miss};
    }

    std::span<const RatioTrial> tried() const noexcept { return {trials_.data(), trial_count_}; }

    static constexpr std::size_t coarse_count = 26, fine_count = 21;
    StandingGrid grid_;
    ShapeTable urban_, rural_;
    double urban_line_, rural_line_, urban_share_, mean_, gini_;
    std::array<RatioTrial, coarse_count + 2 * fine_count> trials_{};
    std::size_t trial_count_ = 0;
};

bool holds(double value, double published, double allowance) noexcept {
    constexpr double rounding = 0.0005; // Gini coefficients are published with three digits
    const double miss = value - published;
    return miss <= allowance + rounding && miss >= -allowance - rounding;
}

ProvinceFit one_area(const AreaTargets& area, bool is_urban, double province_mean, double province_gini,
                     const RatioRule& rule) noexcept {
    ProvinceFit fit;
    CurveFit& only = is_urban ? fit.urban : fit.rural;
    only = fit_curve({area.poverty_line, area.headcount, province_gini, province_mean});
    fit.gini = only.gini;
    fit.mean = only.mean;
    fit.gini_held = holds(fit.gini, province_gini, rule.gini_allowance);
    fit.mean_held = only.released == Released::none;
    return fit;
}

} // namespace

double standing_of(const ConsumptionCurve& curve, double consumption) noexcept {
    return inverse(curve, log(consumption));
}

double mean(const ConsumptionCurve& curve) noexcept {
    return exp(curve.level) * shape_moments(standing_grid(), curve.spread, curve.bend).mean;
}

double gini(const ConsumptionCurve& curve) noexcept {
    return shape_moments(standing_grid(), curve.spread, curve.bend).gini;
}

double fgt(const ConsumptionCurve& curve, double line, int alpha) noexcept {
    const double line_standing = standing_of(curve, line);
    if (alpha <= 0) return normal_cdf(line_standing);
    if (line_standing <= grid_low) return 0;
    return integral(grid_low, std::min(line_standing, grid_high), [&](double z) {
        const double gap = 1.0 - consumption_at(curve, z) / line;
        double power = gap;
        for (int k = 1; k < alpha; ++k) power *= gap;
        return power * normal_density(z);
    });
}

double lorenz(const ConsumptionCurve& curve, double population_share) noexcept {
    const double standing = normal_quantile(clamp01(population_share));
    if (standing <= grid_low) return 0;
    if (standing >= grid_high) return 1;
    const double below =
        integral(grid_low, standing, [&](double z) { return consumption_at(curve, z) * normal_density(z); });
    return below / mean(curve);
}

double gini_of_areas(std::span<const ConsumptionCurve> curves, std::span<const double> persons) noexcept {
    const StandingGrid grid = standing_grid();
    double all = 0;
    for (const double count : persons) all += count;
    double ranked = 0, sum = 0;
    for (std::size_t i = 0; i < curves.size(); ++i) {
        sum += persons[i] * exp(curves[i].level) * shape_moments(grid, curves[i].spread, curves[i].bend).mean;
        for (std::size_t j = 0; j < curves.size(); ++j)
            ranked += persons[i] * persons[j] * ranked_consumption(grid, curves[i], curves[j]);
    }
    return ranked / (all * sum);
}

bool is_possible(const CurveTargets& targets) noexcept {
    const auto is_share = [](double x) { return x > 0.0 && x < 1.0; };
    return targets.poverty_line > 0 && is_share(targets.headcount) && is_share(targets.gini) &&
           targets.mean > 0;
}

CurveFit fit_curve(const CurveTargets& targets) noexcept {
    if (!is_possible(targets)) return flat(targets.poverty_line, targets.mean);
    const StandingGrid grid = standing_grid();
    const ShapeTable table = shape_table(grid, targets.headcount, targets.gini);
    return fit_from_table(grid, table, targets.poverty_line, targets.mean);
}

ProvinceFit fit_province(const AreaTargets& urban, const AreaTargets& rural, double urban_share,
                         double province_mean, double province_gini, const RatioRule& rule) noexcept {
    if (urban_share >= 1) return one_area(urban, true, province_mean, province_gini, rule);
    if (!(urban_share > 0)) return one_area(rural, false, province_mean, province_gini, rule);

    const bool both_possible =
        is_possible({urban.poverty_line, urban.headcount, urban.gini, province_mean}) &&
        is_possible({rural.poverty_line, rural.headcount, rural.gini, province_mean});
    if (!both_possible) {
        ProvinceFit fit;
        fit.urban = flat(urban.poverty_line, province_mean);
        fit.rural = flat(rural.poverty_line, province_mean);
        fit.ratio = 1;
        fit.mean = province_mean;
        return fit;
    }
    ProvinceSearch search(urban, rural, urban_share, province_mean, province_gini);
    ProvinceFit fit = search.fit_at(search.ratio(rule));
    fit.gini_held = holds(fit.gini, province_gini, rule.gini_allowance);
    return fit;
}

} // namespace tujuh
