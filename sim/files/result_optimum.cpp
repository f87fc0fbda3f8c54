// SPDX-License-Identifier: Apache-2.0
// The best points of a design with objectives: /optimum.
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"
#include "files/sweep_file.hpp"

#include <cstddef>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace tujuh {

namespace {

constexpr std::string_view reading_units = "see reading_unit";

enum Axis : std::size_t { members, readings, factors, generations, replicates };

std::vector<std::string> goals_of(const Design& design) {
    std::vector<std::string> goals;
    for (const Objective& objective : design.objectives)
        goals.emplace_back(goal_rows[static_cast<std::size_t>(objective.goal)].key);
    goals.resize(goals.size() + design.limits.size(), "limit");
    return goals;
}

/// [reading]; missing for objectives and for ends that are not given.
std::vector<double> ends_of(const SweepFile& sweep, double Limit::*member) {
    const std::vector<double> base = mean_base(*sweep.optimum);
    const std::size_t objectives = sweep.design.objectives.size();
    std::vector<double> ends(objectives, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t l = 0; l < sweep.design.limits.size(); ++l) {
        const Limit& limit = sweep.design.limits[l];
        ends.push_back(limit.*member * (limit.of_base ? base[objectives + l] : 1));
    }
    return ends;
}

ResultArray from_points(const SweepFile& sweep, std::string_view name, std::string_view units,
                        std::string_view title, std::string_view title_id, std::string_view definition,
                        std::size_t axis, std::function<std::vector<double>(std::size_t point)> of) {
    return {structural(name, units, title, title_id, definition),
            {members, axis},
            [&sweep, of = std::move(of)] {
                std::vector<double> values;
                for (const std::size_t point : sweep.optimum->members)
                    for (const double value : of(point)) values.push_back(value);
                return values;
            },
            {}};
}

ResultAxis member_axis(const Optimum& optimum) {
    std::vector<std::int32_t> points;
    for (const std::size_t point : optimum.members) points.push_back(static_cast<std::int32_t>(point));
    auto axis = row_axis(points.size(), "Best points, by the first objective from the best.");
    axis.description.name = axis.description.long_name = "member";
    axis.description.long_name_id = "anggota";
    axis.labels.push_back(
        {structural("member_point", "1", "point", "titik", "Number of the point in /points."), points, {}});
    return axis;
}

ResultAxis second_replicates(std::size_t count) {
    auto axis = replicate_axis(count);
    axis.description.definition =
        "Number of the second run; its random numbers are those of replicate first_replicate + this.";
    return axis;
}

ResultAxis generation_axis(std::size_t count) {
    auto axis = row_axis(count, "Generation, the first is 0.");
    axis.description.name = axis.description.long_name = "generation";
    axis.description.long_name_id = "generasi";
    return axis;
}

std::vector<ResultArray> of_search(const SweepFile& sweep) {
    const Optimum& found = *sweep.optimum;
    const Design& design = sweep.design;
    const auto texts = [](std::string_view name, std::string_view title, std::string_view title_id,
                          std::string_view definition, std::vector<std::string> values) {
        return ResultArray{structural(name, text_units, title, title_id, definition),
                           {readings},
                           [values = std::move(values)] { return values; },
                           {}};
    };
    const auto end = [&sweep](std::string_view name, std::string_view title, std::string_view title_id,
                              std::string_view definition, double Limit::*member) {
        return ResultArray{structural(name, reading_units, title, title_id, definition),
                           {readings},
                           [&sweep, member] { return ends_of(sweep, member); },
                           {}};
    };
    return {
        from_points(sweep, "searched", reading_units, "in the search", "dalam pencarian",
                    "What the search saw, mean over its replicates.", readings,
                    [&sweep](std::size_t point) {
                        return mean_readings(sweep, sweep.results[point], sweep.design.replicates);
                    }),
        from_points(sweep, "value", "see factor_unit", "value", "nilai", "Value of the factor.", factors,
                    [&sweep](std::size_t point) {
                        const auto begin = sweep.points.value.begin() +
                                           static_cast<std::ptrdiff_t>(sweep.points.index(point, 0));
                        return std::vector<double>(begin,
                                                   begin + static_cast<std::ptrdiff_t>(sweep.points.factors));
                    }),
        {structural("base_value", "see factor_unit", "value of the scenario", "nilai skenario",
                    "Value of the factor in the scenario itself."),
         {factors},
         [&sweep] { return sweep.base_values; },
         {}},
        texts("goal", "goal", "tujuan", "raise, lower or limit.", goals_of(design)),
        end("at_most", "at most", "paling banyak",
            "Largest value that is allowed; where it is a multiple of the scenario, of base.",
            &Limit::at_most),
        end("at_least", "at least", "paling sedikit", "Smallest value that is allowed; likewise.",
            &Limit::at_least),
        {structural("progress", "1", "progress", "kemajuan",
                    "Hypervolume of the best points so far, as a share of that at the end."),
         {generations},
         [&found] { return found.progress; },
         {}},
    };
}

std::vector<ResultArray> of_check(const Optimum& found) {
    const auto held = [](std::string_view name, std::string_view title, std::string_view title_id,
                         std::string_view definition, std::vector<std::size_t> axes,
                         const std::vector<double>& values) {
        return numbers(structural(name, reading_units, title, title_id, definition), std::move(axes), values);
    };
    return {
        held("base", "scenario itself", "skenario itu sendiri",
             "The scenario without any factor set, in replicates of its own.", {readings, replicates},
             found.base),
        held("checked", "checked", "diperiksa", "The same of the best points.",
             {members, readings, replicates}, found.checked),
        held("difference", "difference", "selisih",
             "Best point less scenario, mean over the second replicates.", {members, readings},
             found.difference),
        held("standard_error", "standard error", "galat baku", "Standard error of the difference.",
             {members, readings}, found.standard_error),
        held("low", "lower end", "batas bawah", "Lower end of the interval of the difference (Student t).",
             {members, readings}, found.low),
        held("high", "upper end", "batas atas", "Upper end of the same interval.", {members, readings},
             found.high),
    };
}

} // namespace

std::vector<ResultGroup> optimum_groups(const SweepFile& sweep) {
    const Optimum& found = *sweep.optimum;
    auto group = titled_group("/optimum", "best points", "titik terbaik");
    group.attributes.push_back({"level", found.level});
    group.attributes.push_back({"front_size", static_cast<std::int32_t>(found.front_size)});
    group.attributes.push_back({"first_replicate", static_cast<std::int32_t>(found.first_replicate)});
    group.axes = {member_axis(found), reading_axis("reading", readings_of(sweep.design)),
                  factor_axis(sweep.design.factors), generation_axis(found.progress.size()),
                  second_replicates(found.replicates)};
    group.arrays = of_search(sweep);
    for (auto& array : of_check(found)) group.arrays.push_back(std::move(array));
    group.signal = "difference";
    return {group};
}

} // namespace tujuh
