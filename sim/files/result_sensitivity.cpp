// SPDX-License-Identifier: Apache-2.0
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"
#include "files/sweep_file.hpp"

#include "outcomes/catalogue.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace tujuh {

namespace {

constexpr std::string_view units_of_outcome = "see outcome_unit";

/// An outcome in the nation, [point][replicate]; missing where the point has failed.
PointNumbers numbers_of(const SweepFile& sweep, std::size_t position) {
    const std::size_t of_a_run = numbers_of_a_run(sweep);
    PointNumbers numbers{sweep.results.size(), sweep.design.replicates, {}};
    for (const PointResult& point : sweep.results)
        for (std::size_t r = 0; r < numbers.replicates; ++r)
            numbers.values.push_back(point.values.empty() ? std::numeric_limits<double>::quiet_NaN()
                                                          : point.values[r * of_a_run + position]);
    return numbers;
}

ResultAxis outcomes_axis(const SweepFile& sweep) {
    GroupLabels labels;
    std::vector<std::string> units;
    for (const std::size_t outcome : sweep.outcomes) {
        const OutcomeRow& row = outcome_rows()[outcome];
        labels.key.emplace_back(row.name);
        labels.title.emplace_back(row.title);
        labels.title_id.emplace_back(row.title_id);
        units.push_back(unit_in_file(row.unit));
    }
    auto axis = labelled_axis(
        structural("outcome", text_units, "outcome", "luaran", "Name of the outcome in the catalogue."),
        labels);
    axis.labels.push_back(
        text_labels("outcome_unit", "unit", "satuan", "Unit of the outcome.", std::move(units)));
    return axis;
}

/// A number of each outcome.
template <class Of> ResultArray by_outcome(Description description, const SweepFile& sweep, Of of) {
    using Value = decltype(of(sweep.sensitivity.front()));
    return {std::move(description),
            {0},
            [&sweep, of] {
                std::vector<Value> values;
                for (const auto& found : sweep.sensitivity) values.push_back(of(found));
                return values;
            },
            {}};
}

/// A number of each outcome and factor; `of` takes an element of `rows` of the outcome.
template <class Rows, class Of>
ResultArray by_factor(Description description, const SweepFile& sweep, Rows rows, Of of) {
    using Value = decltype(of(rows(sweep.sensitivity.front()).front()));
    return {std::move(description),
            {0, 1},
            [&sweep, rows, of] {
                std::vector<Value> values;
                for (const auto& found : sweep.sensitivity)
                    for (const auto& row : rows(found)) values.push_back(of(row));
                return values;
            },
            {}};
}

std::vector<ResultArray> morris_arrays(const SweepFile& sweep) {
    const auto array = [&](std::string_view name, std::string_view title, std::string_view title_id,
                           std::string_view definition, auto of) {
        return by_factor(
            structural(name, units_of_outcome, title, title_id, definition), sweep,
            [](const OutcomeSensitivity& found) -> const auto& { return found.effects; }, of);
    };
    using Effects = ElementaryEffects;
    return {
        array(
            "mean_absolute", "mean absolute effect", "rerata pengaruh mutlak",
            "Mean over trajectories of the absolute change of the outcome when the factor moves through its "
            "whole range (Campolongo, Cariboni and Saltelli 2007).",
            [](const Effects& row) { return row.mean_absolute.value; }),
        array("mean_absolute_low", "lower end", "batas bawah",
              "Lower end of the interval of the mean absolute effect (resampled trajectories).",
              [](const Effects& row) { return row.mean_absolute.low; }),
        array("mean_absolute_high", "upper end", "batas atas",
              "Upper end of the interval of the mean absolute effect (resampled trajectories).",
              [](const Effects& row) { return row.mean_absolute.high; }),
        array("mean", "mean effect", "rerata pengaruh", "The same with its sign (Morris 1991).",
              [](const Effects& row) { return row.mean; }),
        array("spread", "spread of the effects", "sebaran pengaruh",
              "Standard deviation over trajectories: interaction, or a curve.",
              [](const Effects& row) { return row.spread; }),
        array("chance", "what chance alone would give", "yang diberikan kebetulan saja",
              "Mean absolute effect that the luck of the replicates alone would give; missing with one "
              "replicate.",
              [](const Effects& row) { return row.chance; }),
        by_factor(
            structural("trajectories", "1", "trajectories", "lintasan",
                       "Trajectories that hold a number at both ends of the factor's step."),
            sweep, [](const OutcomeSensitivity& found) -> const auto& { return found.effects; },
            [](const Effects& row) { return static_cast<std::int32_t>(row.trajectories); }),
    };
}

void add_index(std::vector<ResultArray>& arrays, const SweepFile& sweep, const std::string& name,
               std::string_view title, std::string_view title_id, const std::string& definition,
               Resampled SobolIndex::*index) {
    const auto rows = [](const OutcomeSensitivity& found) -> const auto& {
        return found.indices.factors;
    };
    arrays.push_back(by_factor(structural(name, "1", title, title_id, definition), sweep, rows,
                               [index](const SobolIndex& row) { return (row.*index).value; }));
    arrays.push_back(by_factor(structural(name + "_low", "1", "lower end", "batas bawah",
                                          "Lower end of the interval of it (resampled rows)."),
                               sweep, rows, [index](const SobolIndex& row) { return (row.*index).low; }));
    arrays.push_back(by_factor(structural(name + "_high", "1", "upper end", "batas atas",
                                          "Upper end of the interval of it (resampled rows)."),
                               sweep, rows, [index](const SobolIndex& row) { return (row.*index).high; }));
}

std::vector<ResultArray> sobol_arrays(const SweepFile& sweep) {
    std::vector<ResultArray> arrays;
    add_index(arrays, sweep, "total", "total index", "indeks total",
              "Share of the variance between points that the factor takes part in, alone or with others "
              "(Jansen 1999).",
              &SobolIndex::total);
    add_index(arrays, sweep, "first", "first-order index", "indeks orde pertama",
              "Share of the variance between points that the factor gives alone (Saltelli and others 2010).",
              &SobolIndex::first);
    arrays.push_back(by_outcome(structural("variance", "square of outcome_unit", "variance", "ragam",
                                           "Variance of the outcome between points, chance taken out."),
                                sweep, [](const auto& found) { return found.indices.variance; }));
    arrays.push_back(
        by_outcome(structural("chance_share", "1", "share of chance", "bagian kebetulan",
                              "Share of chance in the variance of a single run; missing with one "
                              "replicate."),
                   sweep, [](const auto& found) { return found.indices.chance_share; }));
    arrays.push_back(by_outcome(
        structural("rows", "1", "rows", "baris", "Rows of the design in which every point has a number."),
        sweep, [](const auto& found) { return static_cast<std::int32_t>(found.indices.rows); }));
    return arrays;
}

} // namespace

std::vector<OutcomeSensitivity> sensitivity_of(const SweepFile& sweep) {
    std::vector<OutcomeSensitivity> found;
    if (!tells_sensitivity(sweep.design.method)) return found;
    for (std::size_t o = 0; o < sweep.outcomes.size(); ++o) {
        const auto numbers = numbers_of(sweep, o);
        OutcomeSensitivity one;
        one.outcome = sweep.outcomes[o];
        if (sweep.design.method == DesignMethod::morris)
            one.effects = elementary_effects(sweep.points.position, sweep.points.factors, numbers,
                                             sensitivity_level, sweep.design.seed);
        else
            one.indices = sobol_indices(sweep.points.factors, numbers, sensitivity_level, sweep.design.seed);
        found.push_back(std::move(one));
    }
    return found;
}

ResultGroup sensitivity_group(const SweepFile& sweep) {
    auto group =
        titled_group("/sensitivity", "how much each factor does", "seberapa besar peran tiap faktor");
    const auto failed = std::count_if(sweep.results.begin(), sweep.results.end(),
                                      [](const auto& point) { return point.failed(); });
    group.attributes.push_back({"level", sensitivity_level});
    group.attributes.push_back({"failed_points", static_cast<std::int32_t>(failed)});
    group.axes = {outcomes_axis(sweep), factor_axis(sweep.design.factors)};
    const bool is_morris = sweep.design.method == DesignMethod::morris;
    group.arrays = is_morris ? morris_arrays(sweep) : sobol_arrays(sweep);
    group.signal = is_morris ? "mean_absolute" : "total";
    return group;
}

} // namespace tujuh
