// SPDX-License-Identifier: Apache-2.0
#include "files/result_axes.hpp"
#include "files/result_groups.hpp"

#include "outcomes/catalogue.hpp"

#include <utility>

namespace tujuh {

namespace {

/// A member of each row of a section, as a column.
template <class Row, class Member> auto column(const std::vector<Row>& rows, Member member) {
    std::vector<decltype(member(rows.front()))> values;
    for (const auto& row : rows) values.push_back(member(row));
    return values;
}

template <class Row, class Member>
ResultArray number_column(Description description, const std::vector<Row>& rows, Member member) {
    return {std::move(description), {0}, [&rows, member] { return column(rows, member); }, {}};
}

template <class Row, class Member>
ResultArray flag_column(Description description, const std::vector<Row>& rows, FlagMeanings flags,
                        Member member) {
    return {std::move(description), {0}, [&rows, member] { return column(rows, member); }, std::move(flags)};
}

std::string unit_of_outcome(const std::string& name) {
    const auto found = find_outcome(name);
    return found ? unit_in_file(outcome_rows()[*found].unit) : "1";
}

std::vector<AxisLabels> attribution_labels(const std::vector<AttributionSection::Row>& rows) {
    return {
        text_labels("activity", "activity", "kegiatan", "Code of the activity that works or is a sham.",
                    column(rows, [](const auto& row) { return row.activity; })),
        text_labels("outcome", "outcome", "capaian", "Name of the outcome in the catalogue.",
                    column(rows, [](const auto& row) { return row.outcome; })),
        text_labels("outcome_unit", "unit", "satuan", "Unit of the outcome.",
                    column(rows, [](const auto& row) { return unit_of_outcome(row.outcome); })),
    };
}

std::vector<ResultArray> attribution_arrays(const std::vector<AttributionSection::Row>& rows) {
    return {
        flag_column(structural("role", "1", "role of the outcome", "peran capaian",
                               "Own: must move. Downstream: further down the road. Other: moved much."),
                    rows, {{0, 1, 2}, "own downstream other"},
                    [](const auto& row) { return static_cast<std::int8_t>(row.role); }),
        flag_column(structural("expected_direction", "1", "expected direction", "arah yang diharapkan",
                               "The way in which the working activity should move the outcome."),
                    rows, {{-1, 0, 1}, "down none up"},
                    [](const auto& row) { return static_cast<std::int8_t>(row.expected_direction); }),
        number_column(
            structural("difference", units_of_outcome, "difference", "selisih",
                       "Outcome with the activity at work less outcome with the activity a sham, mean "
                       "over the months of the window and over replicates."),
            rows, [](const auto& row) { return row.difference; }),
        number_column(structural("standard_error", units_of_outcome, "standard error", "galat baku",
                                 "Standard error of the difference."),
                      rows, [](const auto& row) { return row.standard_error; }),
        number_column(structural("low", units_of_outcome, "lower end", "batas bawah",
                                 "Lower end of the interval of the difference."),
                      rows, [](const auto& row) { return row.low; }),
        number_column(structural("high", units_of_outcome, "upper end", "batas atas",
                                 "Upper end of the interval of the difference."),
                      rows, [](const auto& row) { return row.high; }),
        flag_column(structural("as_expected", "1", "as expected", "sesuai harapan",
                               "Whether the interval of an own outcome lies on the expected side of zero."),
                    rows, {{-1, 0, 1}, "not_required no yes"},
                    [](const auto& row) -> std::int8_t {
                        if (row.role != AttributionSection::Role::own) return -1;
                        return row.as_expected ? 1 : 0;
                    }),
        number_column(structural("acts_a_month", "acts a month", "acts", "tindakan",
                                 "Acts of the activity in the nation while it works, mean over the window."),
                      rows, [](const auto& row) { return row.acts_a_month; }),
    };
}

ResultGroup attribution_group(const AttributionSection& found) {
    auto group =
        titled_group("/attribution", "what each activity does", "apa yang dihasilkan setiap kegiatan");
    group.attributes.push_back({"level", found.level});
    group.attributes.push_back({"first_tick", found.first_tick});
    group.attributes.push_back({"last_tick", found.last_tick});
    group.attributes.push_back({"reallocate", found.reallocate ? 1 : 0});
    group.attributes.push_back({"placebo_hours_share", found.placebo.hours_share});
    group.attributes.push_back({"placebo_values", found.placebo.values});
    group.attributes.push_back({"placebo_different", found.placebo.different});
    group.attributes.push_back({"placebo_largest_difference", found.placebo.largest_difference});
    if (found.rows.empty()) return group;
    auto axis = row_axis(found.rows.size(), "A pair of activity and outcome.");
    axis.labels = attribution_labels(found.rows);
    group.axes = {std::move(axis)};
    group.arrays = attribution_arrays(found.rows);
    group.signal = "difference";
    return group;
}

std::vector<ResultArray> calibration_arrays(const std::vector<CalibrationSection::Row>& rows) {
    constexpr std::string_view money = "rupiah a person and month";
    return {
        number_column(structural("published_headcount", "share", "published headcount",
                                 "angka kemiskinan terbitan",
                                 "Published share of persons below the poverty line."),
                      rows, [](const auto& row) { return row.published_headcount; }),
        number_column(
            structural("model_headcount", "share", "headcount of the model", "angka kemiskinan model",
                       "Share of the model's persons below the poverty line after its last calibration."),
            rows, [](const auto& row) { return row.model_headcount; }),
        number_column(structural("published_gini", "1", "published Gini", "Gini terbitan",
                                 "Published Gini coefficient of consumption a person."),
                      rows, [](const auto& row) { return row.published_gini; }),
        number_column(structural("model_gini", "1", "Gini of the model", "Gini model",
                                 "The same in the model after its last calibration."),
                      rows, [](const auto& row) { return row.model_gini; }),
        number_column(structural("published_mean", money, "published mean", "rata-rata terbitan",
                                 "Published mean consumption."),
                      rows, [](const auto& row) { return row.published_mean; }),
        number_column(structural("model_mean", money, "mean of the model", "rata-rata model",
                                 "The same in the model after its last calibration."),
                      rows, [](const auto& row) { return row.model_mean; }),
    };
}

ResultGroup calibration_group(const CalibrationSection& found) {
    auto group = titled_group("/calibration", "published figures and the model's, by province",
                              "angka terbitan dan angka model menurut provinsi");
    group.axes = {{structural("province", text_units, "province", "provinsi", "Code of the province."),
                   column(found.rows, [](const auto& row) { return row.code; }),
                   {text_labels("province_name", "name", "nama", "Name of the province.",
                                column(found.rows, [](const auto& row) { return row.name; }))}}};
    group.arrays = calibration_arrays(found.rows);
    group.signal = "model_headcount";
    return group;
}

} // namespace

std::vector<ResultGroup> finding_groups(const ResultFile& result) {
    std::vector<ResultGroup> groups;
    if (result.attribution) groups.push_back(attribution_group(*result.attribution));
    if (result.calibration && !result.calibration->rows.empty())
        groups.push_back(calibration_group(*result.calibration));
    return groups;
}

} // namespace tujuh
