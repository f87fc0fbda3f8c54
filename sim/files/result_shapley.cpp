// SPDX-License-Identifier: Apache-2.0
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"

#include "tasks/catalogue.hpp"

#include <string>
#include <utility>

namespace tujuh {

namespace {

using Axes = std::vector<std::size_t>;

ResultGroup group_of_window(std::string path, std::string title, std::string title_id,
                            const ShapleySection& found) {
    auto group = titled_group(std::move(path), std::move(title), std::move(title_id));
    group.attributes.push_back({"level", found.level});
    group.attributes.push_back({"first_tick", found.first_tick});
    group.attributes.push_back({"last_tick", found.last_tick});
    group.attributes.push_back({"reallocate", found.reallocate ? 1 : 0});
    return group;
}

/// The values of the tasks along `of_tasks`, whose first axis is the task, and the whole effect along
/// `of_whole`.
void add_values(ResultGroup& group, const ShapleySection::Values& found, const Axes& of_tasks,
                const Axes& of_whole, const std::string& months) {
    group.arrays = {
        numbers(structural("value", units_of_outcome, "Shapley value", "nilai Shapley",
                           "Shapley value of the task over the 128 coalitions of tasks (Shapley 1953), mean "
                           "over the months of " +
                               months + " and over replicates."),
                of_tasks, found.value),
    };
    add_interval(group.arrays, "value", of_tasks, found);
    group.arrays.push_back(
        numbers(structural("whole", units_of_outcome, "whole effect", "efek keseluruhan",
                           "Outcome with all tasks at work less outcome with none; the values of the tasks "
                           "sum to it."),
                of_whole, found.whole));
    group.arrays.push_back(
        numbers(structural("whole_low", units_of_outcome, "lower end of the whole", "batas bawah keseluruhan",
                           "Lower end of the interval of the whole effect."),
                of_whole, found.whole_low));
    group.arrays.push_back(
        numbers(structural("whole_high", units_of_outcome, "upper end of the whole", "batas atas keseluruhan",
                           "Upper end of the interval of the whole effect."),
                of_whole, found.whole_high));
    group.signal = "value";
}

ResultGroup window_group(const ShapleySection& found) {
    auto group = group_of_window("/shapley", "what each task contributes", "sumbangan setiap tugas", found);
    group.axes = {task_axis(), outcome_axis()};
    add_values(group, found.window, {0, 1}, {1}, "the window");
    return group;
}

ResultGroup years_group(const ShapleySection& found) {
    auto group = titled_group("/shapley/years", "what each task contributes, year by year",
                              "sumbangan setiap tugas dari tahun ke tahun");
    group.attributes.push_back({"level", found.level});
    group.attributes.push_back({"reallocate", found.reallocate ? 1 : 0});
    const auto outcomes = outcome_axis();
    const std::size_t years = found.years.whole.size() / count_of(outcomes.keys);
    group.axes = {task_axis(), outcomes, year_axis(years)};
    add_values(group, found.years, {0, 1, 2}, {1, 2}, "the year");
    return group;
}

ResultGroup by_group(const ShapleySection& found, const ShapleySection::Groups& of) {
    auto group =
        group_of_window("/shapley/groups/" + std::string(of.grouping.key),
                        "what each task contributes by " + std::string(of.grouping.title),
                        "sumbangan setiap tugas menurut " + std::string(of.grouping.title_id), found);
    group.axes = {task_axis(), outcomes_axis(of.outcomes), group_axis(of.grouping, of.labels)};
    add_values(group, of.values, {0, 1, 2}, {1, 2}, "the window");
    return group;
}

ResultAxis pair_axis() {
    GroupLabels labels;
    std::vector<std::string> first, second;
    for (std::size_t a = 0; a < task_count; ++a)
        for (std::size_t b = a + 1; b < task_count; ++b) {
            const auto &one = task_rows[a], &other = task_rows[b];
            first.emplace_back(one.code);
            second.emplace_back(other.code);
            labels.key.push_back(first.back() + "-" + second.back());
            labels.title.push_back(std::string(one.title) + "; " + std::string(other.title));
            labels.title_id.push_back(std::string(one.title_id) + "; " + std::string(other.title_id));
        }
    auto axis = labelled_axis(
        structural("pair", text_units, "pair of tasks", "pasangan tugas", "Numbers of the two tasks."),
        labels);
    axis.labels.push_back(
        text_labels("first_task", "first task", "tugas pertama", "Number of the first task.", first));
    axis.labels.push_back(
        text_labels("second_task", "second task", "tugas kedua", "Number of the second task.", second));
    return axis;
}

ResultGroup pairs_group(const ShapleySection& found) {
    auto group = group_of_window("/shapley/pairs", "how two tasks act together",
                                 "bagaimana dua tugas bekerja bersama", found);
    group.axes = {pair_axis(), outcome_axis()};
    const Axes axes = {0, 1};
    group.arrays = {numbers(
        structural(
            "interaction", units_of_outcome, "interaction", "interaksi",
            "Shapley interaction index of two tasks over the 128 coalitions (Grabisch & Roubens 1999): "
            "what both do together less what each does without the other, mean over the months of "
            "the window and over replicates."),
        axes, found.pairs.interaction)};
    add_interval(group.arrays, "interaction", axes, found.pairs);
    group.signal = "interaction";
    return group;
}

} // namespace

std::vector<ResultGroup> shapley_groups(const ShapleySection& found) {
    std::vector<ResultGroup> groups = {window_group(found), years_group(found), pairs_group(found)};
    if (!found.groups.empty())
        groups.push_back(folder_group("/shapley/groups", "what each task contributes by group",
                                      "sumbangan setiap tugas menurut kelompok",
                                      std::string(found.groups.front().grouping.key)));
    for (const auto& of : found.groups) groups.push_back(by_group(found, of));
    return groups;
}

} // namespace tujuh
