// SPDX-License-Identifier: Apache-2.0
// What a calibration found: /fit, by the method of the design.
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"
#include "files/sweep_file.hpp"

#include "base/math.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace tujuh {

namespace {

constexpr double normal_95 = 1.959963984540054; ///< standard errors to either end of a 95 % interval
constexpr std::string_view target_units = "see target_unit", factor_units = "see factor_unit";

enum Axis : std::size_t { targets, factors, other_factors, directions, searches, accepted = directions };

/// An array that is worked out from what was found.
template <class Value, class Of>
ResultArray array(std::string_view name, std::string_view units, std::string_view title,
                  std::string_view title_id, std::string_view definition, std::vector<std::size_t> axes,
                  Of of, FlagMeanings flags = {}) {
    return {structural(name, units, title, title_id, definition), std::move(axes),
            [of = std::move(of)]() -> ResultValues { return std::vector<Value>(of()); }, std::move(flags)};
}

template <class Value, class Rows, class Of> std::vector<Value> each(const Rows& rows, Of of) {
    std::vector<Value> values;
    for (const auto& row : rows) values.push_back(static_cast<Value>(of(row)));
    return values;
}

ResultAxis other_factor_axis(const std::vector<Factor>& factors) {
    GroupLabels labels;
    for (const Factor& factor : factors) {
        labels.key.push_back(factor.key);
        labels.title.push_back(factor.title);
        labels.title_id.push_back(factor.title_id);
    }
    return labelled_axis(
        structural("other_factor", text_units, "other factor", "faktor lain", "Key of the other factor."),
        labels);
}

ResultAxis numbered(std::string_view name, std::size_t count, std::string_view title_id,
                    std::string_view definition) {
    auto axis = row_axis(count, definition);
    axis.description.name = axis.description.long_name = name;
    axis.description.long_name_id = title_id;
    return axis;
}

void add_targets(ResultGroup& group, const SweepFile& sweep) {
    const auto& wanted = sweep.design.targets;
    const auto number = [&](double Target::*member) {
        return [&wanted, member] {
            return each<double>(wanted, [member](const Target& target) { return target.*member; });
        };
    };
    group.arrays.push_back(array<double>("published", target_units, "target", "sasaran",
                                         "Figure to come near to; with `recover` what the scenario itself "
                                         "gave with other random numbers.",
                                         {targets}, number(&Target::value)));
    group.arrays.push_back(array<double>("tolerance", target_units, "tolerance", "toleransi",
                                         "One standard deviation of the figure.", {targets},
                                         number(&Target::tolerance)));
    group.arrays.push_back(array<std::int8_t>(
        "held_out", "1", "held out", "disisihkan", "Whether nothing was fitted to the target.", {targets},
        [&wanted] { return each<std::int8_t>(wanted, [](const Target& t) { return t.held_out ? 1 : 0; }); },
        {{0, 1}, "no yes"}));
    group.arrays.push_back(array<std::string>(
        "source", text_units, "source", "sumber", "Where the figure comes from.", {targets},
        [&wanted] { return each<std::string>(wanted, [](const Target& t) { return t.source; }); }));
    group.arrays.push_back(array<double>(
        "chance", target_units, "chance", "kebetulan",
        "Standard error of the model's figure over replicates; with the tolerance it makes the distance from "
        "the target. Missing with one replicate.",
        {targets}, [&sweep] { return sweep.fit->chance; }));
}

ResultArray base_values(const SweepFile& sweep) {
    return array<double>("base_value", factor_units, "value of the scenario", "nilai skenario",
                         "Value of the factor in the scenario itself; with `recover` the one to be found.",
                         {factors}, [&sweep] { return sweep.base_values; });
}

/// Values of the factors at positions in the unit cube, [factor].
std::vector<double> values_at(const Design& design, const std::vector<double>& positions) {
    std::vector<double> values;
    for (std::size_t f = 0; f < positions.size(); ++f) {
        const Factor& factor = design.factors[f];
        if (std::isnan(positions[f])) {
            values.push_back(positions[f]);
            continue;
        }
        const double position = clamp01(positions[f]);
        values.push_back(factor.choices.empty() ? value_at(factor, position)
                                                : factor.choices[choice_at(factor, position)].number);
    }
    return values;
}

// ---------------------------------------------------------------------------------------------------------
// Least squares

/// The standard error as the targets alone give it, without what the range takes away: a factor of which they
/// say nothing may lie anywhere.
double error_of_targets(const FactorKnowledge& known) {
    return known.learned > 0 ? known.standard_error / std::sqrt(known.learned) : infinity_double;
}

void add_factors(ResultGroup& group, const SweepFile& sweep, const LeastSquaresFit& fit) {
    const auto end = [&sweep, &fit](double errors) {
        return [&sweep, &fit, errors] {
            if (errors == 0) return values_at(sweep.design, fit.position);
            auto positions = fit.position;
            for (std::size_t f = 0; f < positions.size(); ++f)
                positions[f] += errors * error_of_targets(fit.knowledge.factors[f]);
            return values_at(sweep.design, positions);
        };
    };
    group.arrays.push_back(array<double>("value", factor_units, "fitted value", "nilai hasil penyesuaian",
                                         "Value of the factor at the best point.", {factors}, end(0)));
    group.arrays.push_back(array<double>(
        "low", factor_units, "lower end", "batas bawah",
        "Lower end of the 95 % interval that the targets alone give, within the factor's range.", {factors},
        end(-normal_95)));
    group.arrays.push_back(array<double>("high", factor_units, "upper end", "batas atas",
                                         "Upper end of the 95 % interval, within the factor's range.",
                                         {factors}, end(normal_95)));
    group.arrays.push_back(
        array<double>("position", "1", "position in the unit cube", "letak dalam kubus satuan",
                      "Where the value lies in its range, 0-1.", {factors}, [&fit] { return fit.position; }));
    group.arrays.push_back(array<double>(
        "standard_error", "1", "standard error of the position", "galat baku letak",
        "Standard error of the position; 0.289 where the targets say nothing of the factor.", {factors},
        [&fit] {
            return each<double>(fit.knowledge.factors, [](const auto& row) { return row.standard_error; });
        }));
    group.arrays.push_back(array<double>(
        "learned", "1", "learned", "yang dipelajari",
        "Share of the variance of a factor uniform in its range that the targets take away.", {factors},
        [&fit] { return each<double>(fit.knowledge.factors, [](const auto& row) { return row.learned; }); }));
    group.arrays.push_back(array<std::int8_t>("at_an_end", "1", "at an end", "di batas",
                                              "Whether the factor lies at an end of its range.", {factors},
                                              [&fit] {
                                                  std::vector<std::int8_t> flags(fit.position.size());
                                                  for (const std::size_t f : fit.at_an_end) flags[f] = 1;
                                                  return flags;
                                              },
                                              {{0, 1}, "no yes"}));
    group.arrays.push_back(base_values(sweep));
    group.arrays.push_back(array<double>(
        "correlation", "1", "correlation", "korelasi",
        "Correlation between the errors of two factors; near 1 or -1 the targets do not tell them apart.",
        {factors, other_factors}, [&fit] { return fit.knowledge.correlations; }));
}

void add_model(ResultGroup& group, const SweepFile& sweep, const LeastSquaresFit& fit) {
    const auto known = [&fit](double TargetKnowledge::*member) {
        return [&fit, member] {
            return each<double>(fit.knowledge.targets, [member](const auto& row) { return row.*member; });
        };
    };
    group.arrays.push_back(array<double>("model", target_units, "model", "model",
                                         "Figure of the model at the best point.", {targets},
                                         [&fit] { return fit.model; }));
    group.arrays.push_back(array<double>("base", target_units, "model of the scenario", "model skenario",
                                         "Figure of the model without any factor set.", {targets}, [&sweep] {
                                             return mean_readings(sweep, sweep.results.front(),
                                                                  sweep.design.replicates);
                                         }));
    group.arrays.push_back(
        array<double>("residual", "tolerances", "residual", "sisaan",
                      "(model - target) / sqrt(tolerance^2 + chance^2), with twice the chance's square "
                      "in a file with `recover`.",
                      {targets}, [&fit] { return fit.residuals; }));
    group.arrays.push_back(array<double>(
        "leverage", "1", "leverage", "daya ungkit",
        "How much of a change of the target the fitted model follows, 0-1; 0 where it is held out.",
        {targets}, known(&TargetKnowledge::leverage)));
    group.arrays.push_back(array<double>("model_standard_error", target_units, "standard error of the model",
                                         "galat baku model",
                                         "Of the model's figure, from the errors of the factors.", {targets},
                                         known(&TargetKnowledge::standard_error)));
    group.arrays.push_back(array<double>("slope", "tolerances a range", "slope", "kemiringan",
                                         "Change of the model's figure in tolerances when the factor moves "
                                         "by its range, around the best point.",
                                         {targets, factors}, [&fit] { return fit.slopes; }));
    group.arrays.push_back(array<double>("pull", "range a tolerance", "pull", "tarikan",
                                         "How far the factor moves, as a share of its range, where the "
                                         "target rises by a tolerance; 0 where it "
                                         "is held out.",
                                         {targets, factors}, [&fit] {
                                             std::vector<double> pulls;
                                             for (const auto& target : fit.knowledge.targets)
                                                 pulls.insert(pulls.end(), target.pull.begin(),
                                                              target.pull.end());
                                             return pulls;
                                         }));
}

void add_directions(ResultGroup& group, const LeastSquaresFit& fit) {
    const auto& rows = fit.knowledge.directions;
    group.arrays.push_back(array<double>(
        "direction_weight", "1", "weight in the direction", "bobot dalam arah",
        "Combination of factors of which the targets know by itself, of length 1; the best known first.",
        {directions, factors}, [&rows] {
            std::vector<double> weights;
            for (const auto& row : rows)
                weights.insert(weights.end(), row.weights.begin(), row.weights.end());
            return weights;
        }));
    group.arrays.push_back(
        array<double>("direction_learned", "1", "learned of the direction", "yang dipelajari dari arah",
                      "Share of the variance along it that the targets take away.", {directions},
                      [&rows] { return each<double>(rows, [](const auto& row) { return row.learned; }); }));
    group.arrays.push_back(array<double>(
        "direction_slope", "tolerances a range", "slope along the direction", "kemiringan sepanjang arah",
        "Singular value: tolerances that the fitted targets move along it, by a range's length.",
        {directions},
        [&rows] { return each<double>(rows, [](const auto& row) { return row.singular_value; }); }));
}

void add_searches(ResultGroup& group, const LeastSquaresFit& fit) {
    const auto& rows = fit.searches;
    group.arrays.push_back(array<double>(
        "search_misfit_from", "1", "misfit at first", "ketidaksesuaian awal",
        "Misfit at the point from which the search began.", {searches},
        [&rows] { return each<double>(rows, [](const auto& row) { return row.misfit_from; }); }));
    group.arrays.push_back(array<double>(
        "search_misfit", "1", "misfit", "ketidaksesuaian", "Least misfit that the search saw.", {searches},
        [&rows] { return each<double>(rows, [](const auto& row) { return row.misfit; }); }));
    group.arrays.push_back(array<std::int32_t>(
        "search_points", "1", "points", "titik", "Points that the search asked for.", {searches},
        [&rows] { return each<std::int32_t>(rows, [](const auto& row) { return row.evaluations; }); }));
    group.arrays.push_back(array<std::int8_t>(
        "search_end", "1", "end", "akhir", "Why the search ended.", {searches},
        [&rows] {
            return each<std::int8_t>(rows, [](const auto& row) { return static_cast<int>(row.end); });
        },
        {{0, 1, 2}, "small_steps points_used gave_up"}));
}

ResultGroup least_squares_group(const SweepFile& sweep) {
    const LeastSquaresFit& fit = *sweep.fit->least_squares;
    auto group = titled_group("/fit", "factors fitted to targets", "faktor yang disesuaikan dengan sasaran");
    group.attributes.push_back({"misfit", fit.misfit});
    group.attributes.push_back(
        {"base_misfit", misfit(mean_readings(sweep, sweep.results.front(), sweep.design.replicates),
                               fit_targets_of(sweep.design, sweep.fit->chance))});
    group.attributes.push_back({"determined", fit.knowledge.determined});
    group.axes = {reading_axis("target", readings_of(sweep.design)), factor_axis(sweep.design.factors),
                  other_factor_axis(sweep.design.factors),
                  numbered("direction", fit.knowledge.directions.size(), "arah",
                           "Direction in the space of factors, the best known first."),
                  numbered("search", fit.searches.size(), "pencarian", "Number of the search.")};
    add_targets(group, sweep);
    add_model(group, sweep, fit);
    add_factors(group, sweep, fit);
    add_directions(group, fit);
    add_searches(group, fit);
    group.signal = "residual";
    return group;
}

// ---------------------------------------------------------------------------------------------------------
// Rejection

void add_interval_of_factors(ResultGroup& group, const SweepFile& sweep, const RejectionFit& fit) {
    const auto end = [&sweep, &fit](double Accepted::*member) {
        return [&sweep, &fit, member] {
            return values_at(sweep.design, each<double>(fit.factors, [member](const AcceptedFactor& row) {
                                 return row.position.*member;
                             }));
        };
    };
    group.arrays.push_back(array<double>("value", factor_units, "median", "median",
                                         "Median of the factor over the accepted points.", {factors},
                                         end(&Accepted::median)));
    group.arrays.push_back(array<double>("low", factor_units, "lower end", "batas bawah",
                                         "Lower end of the 95 % interval over the accepted points.",
                                         {factors}, end(&Accepted::low)));
    group.arrays.push_back(array<double>("high", factor_units, "upper end", "batas atas",
                                         "Upper end of the 95 % interval over the accepted points.",
                                         {factors}, end(&Accepted::high)));
    group.arrays.push_back(array<double>(
        "learned", "1", "learned", "yang dipelajari",
        "Share of the variance of a factor uniform in its range that is gone from the accepted points.",
        {factors},
        [&fit] { return each<double>(fit.factors, [](const auto& row) { return row.learned; }); }));
    group.arrays.push_back(base_values(sweep));
    group.arrays.push_back(array<double>("correlation", "1", "correlation", "korelasi",
                                         "Correlation of two factors over the accepted points.",
                                         {factors, other_factors}, [&fit] { return fit.correlations; }));
}

void add_interval_of_targets(ResultGroup& group, const RejectionFit& fit) {
    const auto end = [&fit](double Accepted::*member) {
        return [&fit, member] {
            return each<double>(fit.targets,
                                [member](const AcceptedTarget& row) { return row.value.*member; });
        };
    };
    group.arrays.push_back(array<double>("model", target_units, "model", "model",
                                         "Median of the model's figure over the accepted points.", {targets},
                                         end(&Accepted::median)));
    group.arrays.push_back(
        array<double>("model_low", target_units, "lower end", "batas bawah",
                      "Lower end of the 95 % interval over the accepted points; of a target "
                      "held out it is a prediction.",
                      {targets}, end(&Accepted::low)));
    group.arrays.push_back(array<double>("model_high", target_units, "upper end", "batas atas",
                                         "Upper end of the same interval.", {targets}, end(&Accepted::high)));
    group.arrays.push_back(array<std::int8_t>("inside", "1", "inside", "di dalam",
                                              "Whether the target lies in the interval of the model.",
                                              {targets},
                                              [&fit] {
                                                  return each<std::int8_t>(fit.targets, [](const auto& row) {
                                                      return row.published_inside ? 1 : 0;
                                                  });
                                              },
                                              {{0, 1}, "no yes"}));
}

ResultGroup rejection_group(const SweepFile& sweep) {
    const RejectionFit& fit = *sweep.fit->rejection;
    auto group = titled_group("/fit", "points that come near to the targets", "titik yang mendekati sasaran");
    group.attributes.push_back({"threshold", fit.threshold});
    group.attributes.push_back({"failed_points", static_cast<std::int32_t>(fit.failed)});
    group.axes = {reading_axis("target", readings_of(sweep.design)), factor_axis(sweep.design.factors),
                  other_factor_axis(sweep.design.factors),
                  numbered("accepted", fit.accepted.size(), "diterima",
                           "Number among the accepted points, the nearest first.")};
    add_targets(group, sweep);
    add_interval_of_targets(group, fit);
    add_interval_of_factors(group, sweep, fit);
    group.arrays.push_back(array<std::int32_t>(
        "accepted_point", "1", "point", "titik", "Number of the point in /points.", {accepted},
        [&fit] { return each<std::int32_t>(fit.accepted, [](std::size_t point) { return point; }); }));
    group.arrays.push_back(array<double>("distance", "tolerances", "distance", "jarak",
                                         "Root mean square of the residuals of the fitted targets.",
                                         {accepted}, [&fit] { return fit.distances; }));
    group.signal = "value";
    return group;
}

/// Root mean square of the chance at all points.
std::vector<double> usual_chance(const SweepFile& sweep) {
    std::vector<double> squares(sweep.design.targets.size(), 0.0);
    double points = 0;
    for (const PointResult& point : sweep.results) {
        if (point.values.empty()) continue;
        const auto chance = chance_at(sweep, point);
        for (std::size_t t = 0; t < squares.size(); ++t) squares[t] += square(chance[t]);
        ++points;
    }
    for (double& chance : squares) chance = std::sqrt(chance / points);
    return squares;
}

/// The points of the file, to whoever asks for them once and in their order.
std::vector<std::vector<double>> all_readings(const SweepFile& sweep) {
    std::vector<std::vector<double>> readings;
    for (const PointResult& point : sweep.results)
        readings.push_back(mean_readings(sweep, point, sweep.design.replicates));
    return readings;
}

} // namespace

std::vector<FitTarget> fit_targets_of(const Design& design, std::span<const double> chance) {
    std::vector<FitTarget> wanted;
    for (std::size_t t = 0; t < design.targets.size(); ++t) {
        const Target& target = design.targets[t];
        const double squares = std::isnan(chance[t]) ? 0 : square(chance[t]) * (design.recover ? 2 : 1);
        wanted.push_back({target.value, std::sqrt(square(target.tolerance) + squares), target.held_out});
    }
    return wanted;
}

std::vector<double> chance_at(const SweepFile& sweep, const PointResult& point) {
    const auto means = mean_readings(sweep, point, sweep.design.replicates);
    const auto n = static_cast<double>(sweep.design.replicates);
    std::vector<double> errors;
    for (std::size_t k = 0; k < means.size(); ++k) {
        double squares = 0;
        for (std::size_t r = 0; r < sweep.design.replicates && !point.values.empty(); ++r)
            squares +=
                square(point.values[r * numbers_of_a_run(sweep) + first_reading(sweep) + k] - means[k]);
        errors.push_back(n < 2 || point.values.empty() ? not_a_number_double
                                                       : std::sqrt(squares / (n - 1) / n));
    }
    return errors;
}

void add_findings(SweepFile& sweep) {
    sweep.sensitivity = sensitivity_of(sweep);
    if (sweep.design.method != DesignMethod::rejection) return;
    RejectionMethod method;
    method.points = sweep.points.count;
    method.accepted = sweep.design.accepted;
    method.seed = sweep.design.seed;
    Fit fit;
    fit.chance = usual_chance(sweep);
    fit.rejection = fit_by_rejection(sweep.points.factors, fit_targets_of(sweep.design, fit.chance), method,
                                     [&](std::span<const double>) { return all_readings(sweep); });
    sweep.fit = std::move(fit);
}

std::vector<ResultGroup> fit_groups(const SweepFile& sweep) {
    return {sweep.fit->least_squares ? least_squares_group(sweep) : rejection_group(sweep)};
}

} // namespace tujuh
