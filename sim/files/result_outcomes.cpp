// SPDX-License-Identifier: Apache-2.0
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"

#include "outcomes/catalogue.hpp"
#include "outcomes/policy_record.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <string_view>

namespace tujuh {

namespace {

/// The outcomes that a viewer should show first, most wanted first.
constexpr std::array<std::string_view, 3> shown_first = {"coverage_of_eligible", "coverage_of_poor",
                                                         "headcount"};

using TableValues = const std::vector<double>& (*)(const OutcomeTable&);

Description description_of(const OutcomeRow& row) {
    return {std::string(row.name),     unit_in_file(row.unit),      std::string(row.title),
            std::string(row.title_id), std::string(row.definition), std::string(row.reference)};
}

std::string first_shown(const std::vector<ResultArray>& arrays) {
    const auto has = [&](std::string_view name) {
        return std::any_of(arrays.begin(), arrays.end(),
                           [&](const ResultArray& array) { return array.description.name == name; });
    };
    for (const auto name : shown_first)
        if (has(name)) return std::string(name);
    return arrays.empty() ? "" : arrays.front().description.name;
}

/// From each replicate's numbers the `count` that start at `begin`, one replicate after the other.
template <class Numbers>
std::vector<double> over_replicates(const ScenarioResult& scenario, std::size_t begin, std::size_t count,
                                    Numbers numbers) {
    std::vector<double> values;
    values.reserve(scenario.replicates.size() * count);
    for (const auto& table : scenario.replicates) {
        const std::vector<double>& all = numbers(table);
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(begin);
        values.insert(values.end(), first, first + static_cast<std::ptrdiff_t>(count));
    }
    return values;
}

ResultGroup series_group(const ScenarioResult& scenario, const ResultFile& result,
                         const std::string& prefix) {
    const std::size_t ticks = scenario.replicates[0].ticks;
    auto group = titled_group(prefix + "/series", "national outcomes over time",
                              "capaian nasional dari waktu ke waktu");
    group.axes = {replicate_axis(scenario.replicates.size()),
                  tick_axis(ticks, result.start_year, result.start_month)};
    const auto rows = outcome_rows();
    for (std::size_t o = 0; o < rows.size(); ++o)
        group.arrays.push_back({description_of(rows[o]),
                                {0, 1},
                                [&scenario, o, ticks] {
                                    return over_replicates(
                                        scenario, o * ticks, ticks,
                                        [](const auto& table) -> auto& { return table.national; });
                                },
                                {}});
    group.signal = first_shown(group.arrays);
    return group;
}

/// True when an outcome has a value in some replicate, month and group of a grouping.
bool is_defined(const ScenarioResult& scenario, std::size_t grouping, std::size_t begin, std::size_t count) {
    return std::any_of(
        scenario.replicates.begin(), scenario.replicates.end(), [&](const OutcomeTable& table) {
            const auto first = table.groups[grouping].values.begin() + static_cast<std::ptrdiff_t>(begin);
            return std::any_of(first, first + static_cast<std::ptrdiff_t>(count),
                               [](double value) { return !std::isnan(value); });
        });
}

ResultGroup grouping_group(const ScenarioResult& scenario, const ResultFile& result,
                           const std::string& prefix, std::size_t grouping) {
    const auto& naming = grouping_rows[grouping];
    const auto& labels = scenario.replicates[0].groups[grouping].labels;
    const std::size_t ticks = scenario.replicates[0].ticks;
    const std::size_t count = ticks * labels.key.size();
    auto group = titled_group(prefix + "/groups/" + std::string(naming.key),
                              "outcomes by " + std::string(naming.title),
                              "capaian menurut " + std::string(naming.title_id));
    group.axes = {replicate_axis(scenario.replicates.size()),
                  tick_axis(ticks, result.start_year, result.start_month), group_axis(naming, labels)};
    const auto rows = outcome_rows();
    for (std::size_t o = 0; o < rows.size(); ++o) {
        if (!is_defined(scenario, grouping, o * count, count)) continue;
        group.arrays.push_back({description_of(rows[o]),
                                {0, 1, 2},
                                [&scenario, grouping, o, count] {
                                    return over_replicates(
                                        scenario, o * count, count, [grouping](const auto& table) -> auto& {
                                            return table.groups[grouping].values;
                                        });
                                },
                                {}});
    }
    group.signal = first_shown(group.arrays);
    return group;
}

ResultGroup activities_group(const ScenarioResult& scenario, const ResultFile& result,
                             const std::string& prefix) {
    const std::size_t ticks = scenario.replicates[0].ticks;
    const std::size_t count = ticks * activity_count;
    auto group = titled_group(prefix + "/activities", "work by activity", "pekerjaan menurut kegiatan");
    group.axes = {replicate_axis(scenario.replicates.size()),
                  tick_axis(ticks, result.start_year, result.start_month), activity_axis()};
    group.arrays = {
        {structural("hours", "hours a month", "hours worked", "jam kerja",
                    "Hours of social workers that went into the activity, travel included, in the nation."),
         {0, 1, 2},
         [&scenario, count] {
             return over_replicates(
                 scenario, 0, count, [](const auto& table) -> auto& { return table.activity_hours; });
         },
         {}},
        {structural("count", "acts a month", "acts done", "tindakan yang dilakukan",
                    "Acts of the activity that were carried out, in the nation."),
         {0, 1, 2},
         [&scenario, count] {
             return over_replicates(
                 scenario, 0, count, [](const auto& table) -> auto& { return table.activity_acts; });
         },
         {}},
    };
    group.signal = "hours";
    return group;
}

ResultAxis issue_axis() {
    GroupLabels labels;
    for (const auto& row : issue_rows) {
        labels.key.emplace_back(row.key);
        labels.title.emplace_back(row.title);
        labels.title_id.emplace_back(row.title_id);
    }
    return labelled_axis(structural("issue", text_units, "issue before policy-makers",
                                    "isu di hadapan pembuat kebijakan",
                                    "Key of the issue; the last three are the ministry's."),
                         labels);
}

ResultGroup policy_group(const ScenarioResult& scenario, const ResultFile& result,
                         const std::string& prefix) {
    const std::size_t ticks = scenario.replicates[0].ticks;
    const std::size_t count = ticks * issue_count;
    auto group = titled_group(prefix + "/policy", "policy by issue", "kebijakan menurut isu");
    group.axes = {replicate_axis(scenario.replicates.size()),
                  tick_axis(ticks, result.start_year, result.start_month), issue_axis()};
    for (std::size_t m = 0; m < policy_record_count; ++m) {
        const auto& row = policy_record_rows[m];
        group.arrays.push_back({structural(row.name, row.unit, row.title, row.title_id, row.definition),
                                {0, 1, 2},
                                [&scenario, m, count] {
                                    return over_replicates(
                                        scenario, m * count, count,
                                        [](const auto& table) -> auto& { return table.policy; });
                                },
                                {}});
    }
    group.signal = "evidence";
    return group;
}

ResultAxis use_axis() {
    GroupLabels labels;
    for (const auto name : money_use_names) labels.key.emplace_back(name);
    labels.title = {"budget", "delivered to households", "leaked", "administration", "unspent"};
    labels.title_id = {"anggaran", "diterima rumah tangga", "bocor", "administrasi", "tidak terpakai"};
    return labelled_axis(structural("use", text_units, "use of the money", "penggunaan dana",
                                    "budget = delivered + leaked + administered + unspent."),
                         labels);
}

ResultGroup ledger_group(const ScenarioResult& scenario, const std::string& prefix) {
    const std::size_t years = scenario.replicates[0].years;
    const std::size_t count = scenario.programmes.key.size() * years * money_use_count;
    auto group = titled_group(prefix + "/ledger", "public money by programme, year and use",
                              "dana publik menurut program, tahun, dan penggunaan");
    group.axes = {
        replicate_axis(scenario.replicates.size()),
        labelled_axis(structural("programme", text_units, "programme", "program", "Key of the programme."),
                      scenario.programmes),
        year_axis(years), use_axis()};
    group.arrays = {
        {structural("amount", "rupiah", "amount", "jumlah",
                    "Public money of a programme in a budget year, in the nation. For each programme and "
                    "year the budget less the four uses is zero but for the rounding of the weights."),
         {0, 1, 2, 3},
         [&scenario, count] {
             return over_replicates(
                 scenario, 0, count, [](const auto& table) -> auto& { return table.ledger; });
         },
         {}}};
    group.signal = "amount";
    return group;
}

bool has_groups(const ScenarioResult& scenario, std::size_t grouping) {
    const auto& grouped = scenario.replicates[0].groups[grouping];
    return !grouped.labels.key.empty() && is_defined(scenario, grouping, 0, grouped.values.size());
}

} // namespace

std::vector<ResultGroup> outcome_groups(const ScenarioResult& scenario, const ResultFile& result,
                                        const std::string& prefix) {
    std::vector<ResultGroup> groups = {series_group(scenario, result, prefix)};
    for (std::size_t g = 0; g < grouping_count; ++g) {
        if (!has_groups(scenario, g)) continue;
        if (groups.size() == 1)
            groups.push_back(folder_group(prefix + "/groups", "outcomes by group", "capaian menurut kelompok",
                                          std::string(grouping_rows[g].key)));
        groups.push_back(grouping_group(scenario, result, prefix, g));
    }
    groups.push_back(activities_group(scenario, result, prefix));
    groups.push_back(policy_group(scenario, result, prefix));
    if (!scenario.replicates[0].ledger.empty()) groups.push_back(ledger_group(scenario, prefix));
    return groups;
}

} // namespace tujuh
