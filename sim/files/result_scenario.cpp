// SPDX-License-Identifier: Apache-2.0
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"

#include <utility>

namespace tujuh {

namespace {

ResultArray text_array(Description description, std::vector<std::size_t> axes,
                       std::vector<std::string> values) {
    return {std::move(description), std::move(axes), [values = std::move(values)] { return values; }, {}};
}

ResultGroup text_group(const ScenarioResult& scenario, const std::string& prefix) {
    auto group = titled_group(prefix + "/scenario", scenario.title, scenario.title_id);
    group.attributes.push_back({"name", scenario.name});
    group.attributes.push_back({"NX_class", std::string("NXcollection")});
    group.arrays = {text_array(
        structural("resolved_text", text_units, "scenario as it was run", "skenario sebagaimana dijalankan",
                   "The whole scenario in TOML, with all that it took over from others."),
        {}, {scenario.resolved_text})};
    return group;
}

ResultGroup tables_group(const ScenarioResult& scenario, const std::string& prefix) {
    auto group = titled_group(prefix + "/scenario/tables", "data tables that the scenario used",
                              "tabel data yang dipakai skenario");
    group.attributes.push_back({"NX_class", std::string("NXcollection")});
    std::vector<std::string> names, contents;
    for (const auto& table : scenario.tables) {
        names.push_back(table.name);
        contents.push_back(table.content);
    }
    group.axes = {
        {structural("table", text_units, "table", "tabel", "File name of the table, without folder."),
         std::move(names),
         {}}};
    group.arrays = {text_array(structural("content", text_units, "content", "isi", "The whole file."), {0},
                               std::move(contents))};
    return group;
}

/// The rows of all parameters as columns.
struct ParameterColumns {
    std::vector<std::string> key, unit, source_kind, source, meaning;
    std::vector<double> value, default_value, low, high;
    std::vector<std::int8_t> changed;
};

ParameterColumns columns_of(Parameters parameters) {
    ParameterColumns columns;
    for_each_parameter(parameters, [&](const auto& row, double& value) {
        columns.key.emplace_back(row.key);
        columns.unit.emplace_back(row.unit);
        columns.source_kind.emplace_back(name_of(row.source.kind));
        columns.source.emplace_back(row.source.text);
        columns.meaning.emplace_back(row.meaning);
        columns.value.push_back(value);
        columns.default_value.push_back(row.default_value);
        columns.low.push_back(row.low);
        columns.high.push_back(row.high);
        columns.changed.push_back(value == row.default_value ? 0 : 1);
    });
    return columns;
}

ResultArray number_column(Description description, std::vector<double> values) {
    return {std::move(description), {0}, [values = std::move(values)] { return values; }, {}};
}

ResultGroup parameters_group(const ScenarioResult& scenario, const std::string& prefix) {
    auto group = titled_group(prefix + "/scenario/parameters", "parameters before any policy",
                              "parameter sebelum kebijakan apa pun");
    group.attributes.push_back({"NX_class", std::string("NXcollection")});
    auto columns = columns_of(scenario.parameters);
    group.axes = {
        {structural("parameter", text_units, "parameter", "parameter",
                    "Key of the parameter, as in a scenario file."),
         std::move(columns.key),
         {text_labels("unit", "unit", "satuan", "Unit of the parameter.", std::move(columns.unit))}}};
    constexpr std::string_view units = "see unit";
    group.arrays = {
        number_column(structural("value", units, "value", "nilai", "Value in force before any policy."),
                      std::move(columns.value)),
        number_column(
            structural("default", units, "default", "nilai baku", "Value that the program declares."),
            std::move(columns.default_value)),
        number_column(
            structural("low", units, "lowest value", "nilai terendah", "Lowest value that is allowed."),
            std::move(columns.low)),
        number_column(
            structural("high", units, "highest value", "nilai tertinggi", "Highest value that is allowed."),
            std::move(columns.high)),
        {structural("changed", "1", "changed", "diubah", "Whether the value differs from the default."),
         {0},
         [values = std::move(columns.changed)] { return values; },
         {{0, 1}, "no yes"}},
        text_array(
            structural("source_kind", text_units, "kind of source", "jenis sumber",
                       "Where the default comes from: published, estimated, calibrated, recalled, assumed."),
            {0}, std::move(columns.source_kind)),
        text_array(
            structural("source", text_units, "source", "sumber", "Reference or reason for the default."), {0},
            std::move(columns.source)),
        text_array(structural("meaning", text_units, "meaning", "arti", "What the parameter stands for."),
                   {0}, std::move(columns.meaning)),
    };
    return group;
}

} // namespace

std::vector<ResultGroup> scenario_groups(const ScenarioResult& scenario, const std::string& prefix) {
    std::vector<ResultGroup> groups = {text_group(scenario, prefix)};
    if (!scenario.tables.empty()) groups.push_back(tables_group(scenario, prefix));
    groups.push_back(parameters_group(scenario, prefix));
    return groups;
}

} // namespace tujuh
