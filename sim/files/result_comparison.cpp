// SPDX-License-Identifier: Apache-2.0
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"

#include <string>
#include <utility>

namespace tujuh {

namespace {

ResultAxis alternatives_axis(const ResultFile& result) {
    const auto names = names_in_file(result.scenarios);
    GroupLabels labels;
    for (std::size_t s = 1; s < names.size(); ++s) {
        labels.key.push_back(names[s]);
        labels.title.push_back(result.scenarios[s].title);
        labels.title_id.push_back(result.scenarios[s].title_id);
    }
    return labelled_axis(structural("scenario", text_units, "alternative", "alternatif",
                                    "Name of the alternative, as in the group /scenarios."),
                         labels);
}

Description difference_described() {
    return structural("difference", units_of_outcome, "difference", "selisih",
                      "Mean over replicates of alternative less base, replicate by replicate.");
}

ResultGroup over_time_group(const ResultFile& result) {
    const auto& found = *result.comparison;
    auto group = titled_group("/comparison", "difference of each alternative from the base",
                              "selisih setiap alternatif dari skenario dasar");
    group.attributes.push_back({"level", found.level});
    group.axes = {alternatives_axis(result), outcome_axis(),
                  tick_axis(result.scenarios[0].replicates[0].ticks, result.start_year, result.start_month)};
    const std::vector<std::size_t> axes = {0, 1, 2};
    group.arrays = {numbers(difference_described(), axes, found.difference)};
    add_interval(group.arrays, "difference", axes, found);
    group.signal = "difference";
    return group;
}

void add_window_attributes(ResultGroup& group, const ComparisonSection& found) {
    group.attributes.push_back({"level", found.level});
    group.attributes.push_back({"first_tick", found.window.first_tick});
    group.attributes.push_back({"last_tick", found.window.last_tick});
}

ResultGroup window_group(const ResultFile& result) {
    const auto& found = result.comparison->window;
    auto group = titled_group("/comparison/window", "difference over the last months",
                              "selisih pada bulan-bulan terakhir");
    add_window_attributes(group, *result.comparison);
    group.attributes.push_back({"power", found.power});
    group.axes = {alternatives_axis(result), outcome_axis()};
    const std::vector<std::size_t> both = {0, 1}, outcome = {1};
    group.arrays = {
        numbers(structural("base", units_of_outcome, "base", "skenario dasar",
                           "Mean over the months of the window and over replicates in the base."),
                outcome, found.base),
        numbers(structural("alternative", units_of_outcome, "alternative", "alternatif",
                           "Mean over the months of the window and over replicates in the alternative."),
                both, found.alternative),
        numbers(difference_described(), both, found.difference),
    };
    add_interval(group.arrays, "difference", both, found);
    group.arrays.push_back(numbers(
        structural("p_value", "1", "p-value", "nilai p",
                   "Chance of a difference at least as large where there is none (Student's paired t, "
                   "two-sided)."),
        both, found.p_value));
    group.arrays.push_back(
        numbers(structural("holm_p_value", "1", "p-value after Holm", "nilai p setelah Holm",
                           "The same after the correction for several comparisons (Holm 1979), among the "
                           "headline outcomes of all alternatives; missing for the others."),
                both, found.holm_p_value));
    group.arrays.push_back(numbers(
        structural("replicates_needed", "replicates", "replicates needed", "replikasi yang diperlukan",
                   "Replicates with which a difference of this size and spread is told from zero at "
                   "the level of the interval and with the chance `power` (Guenther 1981); missing "
                   "where the interval excludes zero or there is no difference."),
        both, found.replicates_needed));
    group.signal = "difference";
    return group;
}

ResultGroup by_group(const ResultFile& result, const ComparisonSection::Groups& found) {
    const auto& grouping = grouping_rows[static_cast<std::size_t>(found.grouping)];
    const auto& table = result.scenarios[0].replicates[0];
    auto group = titled_group("/comparison/groups/" + std::string(grouping.key),
                              "difference by " + std::string(grouping.title),
                              "selisih menurut " + std::string(grouping.title_id));
    add_window_attributes(group, *result.comparison);
    group.axes = {alternatives_axis(result), outcomes_axis(found.outcomes), year_axis(table.years),
                  group_axis(grouping, table.groups[static_cast<std::size_t>(found.grouping)].labels)};
    const std::vector<std::size_t> years = {0, 1, 2, 3}, window = {0, 1, 3};
    group.arrays = {numbers(difference_described(), years, found.difference)};
    add_interval(group.arrays, "difference", years, found);
    const auto add = [&](std::string_view name, std::string_view title, std::string_view title_id,
                         std::string_view definition, const std::vector<double>& values) {
        group.arrays.push_back(
            numbers(structural(name, units_of_outcome, title, title_id, definition), window, values));
    };
    add("window_difference", "difference over the last months", "selisih pada bulan-bulan terakhir",
        "The same over the months of the window.", found.window_difference);
    add("window_standard_error", "standard error over the last months",
        "galat baku pada bulan-bulan terakhir", "Standard error of the difference over the window.",
        found.window_standard_error);
    add("window_low", "lower end over the last months", "batas bawah pada bulan-bulan terakhir",
        "Lower end of its interval (Student t).", found.window_low);
    add("window_high", "upper end over the last months", "batas atas pada bulan-bulan terakhir",
        "Upper end of its interval (Student t).", found.window_high);
    group.signal = "window_difference";
    return group;
}

// ---- Flows

struct FlowGrouping {
    GroupingRow naming;
    GroupLabels labels;
};

FlowGrouping flow_grouping(const ResultFile& result, std::size_t grouping) {
    if (grouping == flow_by_distance) return {distance_grouping, distance_labels()};
    return {grouping_rows[grouping], result.scenarios[0].replicates[0].groups[grouping].labels};
}

/// One flow of every alternative and replicate, one after the other.
std::vector<double> flow_values(const FlowSection& section, std::size_t grouping, std::size_t flow) {
    std::vector<double> values;
    for (const auto& replicates : section.alternatives)
        for (const auto& table : replicates) {
            const auto& all = table.values[grouping];
            const auto count = static_cast<std::ptrdiff_t>(all.size() / flow_count);
            const auto first = all.begin() + static_cast<std::ptrdiff_t>(flow) * count;
            values.insert(values.end(), first, first + count);
        }
    return values;
}

ResultGroup flow_group(const ResultFile& result, std::size_t grouping) {
    const auto& section = *result.flows;
    const bool nation = grouping == flow_of_nation;
    const auto& first = section.alternatives.front().front();
    auto group = titled_group("/flows", "households that gain and that lose",
                              "rumah tangga yang beruntung dan yang merugi");
    group.axes = {alternatives_axis(result), replicate_axis(section.alternatives.front().size()),
                  ticks_axis(first.ticks, result.start_year, result.start_month)};
    std::vector<std::size_t> axes = {0, 1, 2};
    if (!nation) {
        const auto of = flow_grouping(result, grouping);
        group.path += "/" + std::string(of.naming.key);
        group.attributes[0].value = "gains and losses by " + std::string(of.naming.title);
        group.attributes[1].value = "untung dan rugi menurut " + std::string(of.naming.title_id);
        group.axes.push_back(group_axis(of.naming, of.labels));
        axes.push_back(3);
    }
    const bool of_programmes = grouping == static_cast<std::size_t>(Grouping::programme);
    for (std::size_t f = 0; f < flow_count; ++f) {
        const auto& row = flow_rows[f];
        if (of_programmes && is_of_poverty(static_cast<Flow>(f))) continue;
        group.arrays.push_back({structural(row.key, "households", row.title, row.title_id, row.definition),
                                axes,
                                [&section, grouping, f] { return flow_values(section, grouping, f); },
                                {}});
    }
    group.signal = "gained";
    return group;
}

} // namespace

std::vector<ResultGroup> comparison_groups(const ResultFile& result) {
    std::vector<ResultGroup> groups;
    if (result.scenarios.size() < 2) return groups;
    if (result.comparison) {
        groups.push_back(over_time_group(result));
        groups.push_back(window_group(result));
        const auto& by = result.comparison->groups;
        if (!by.empty())
            groups.push_back(
                folder_group("/comparison/groups", "differences by group", "selisih menurut kelompok",
                             std::string(grouping_rows[static_cast<std::size_t>(by.front().grouping)].key)));
        for (const auto& one : by) groups.push_back(by_group(result, one));
    }
    if (result.flows) {
        const auto& first = result.flows->alternatives.front().front();
        groups.push_back(flow_group(result, flow_of_nation));
        for (std::size_t g = 0; g < flow_of_nation; ++g)
            if (first.groups(g) > 0) groups.push_back(flow_group(result, g));
    }
    return groups;
}

} // namespace tujuh
