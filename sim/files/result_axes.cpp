// SPDX-License-Identifier: Apache-2.0
#include "files/result_axes.hpp"

#include "outcomes/catalogue.hpp"
#include "tasks/catalogue.hpp"

#include <array>
#include <chrono>
#include <numeric>
#include <utility>

namespace tujuh {

namespace {

std::vector<std::int32_t> count_up(std::size_t count) {
    std::vector<std::int32_t> numbers(count);
    std::iota(numbers.begin(), numbers.end(), 0);
    return numbers;
}

/// "2025-03-01".
std::string iso_date(std::int32_t year, std::int32_t month) {
    const auto two_digits = [](std::int32_t number) {
        return std::string(number < 10 ? "0" : "") + std::to_string(number);
    };
    return std::to_string(year) + "-" + two_digits(month) + "-01";
}

std::vector<std::int32_t> first_days(const std::vector<std::int32_t>& ticks, std::int32_t start_year,
                                     std::int32_t start_month) {
    const std::int32_t origin = days_since_1970(start_year, start_month, 1);
    std::vector<std::int32_t> days;
    for (const auto tick : ticks) {
        const std::int32_t month = start_month - 1 + tick;
        days.push_back(days_since_1970(start_year + month / 12, month % 12 + 1, 1) - origin);
    }
    return days;
}

} // namespace

Description structural(std::string_view name, std::string_view units, std::string_view long_name,
                       std::string_view long_name_id, std::string_view definition) {
    return {std::string(name),         std::string(units),      std::string(long_name),
            std::string(long_name_id), std::string(definition), std::string(format_reference)};
}

ResultAxis replicate_axis(std::size_t count) {
    return {structural("replicate", "1", "replicate", "ulangan",
                       "Number of the replicate; with the seed it is the key of its random numbers."),
            count_up(count),
            {}};
}

ResultAxis tick_axis(std::size_t count, std::int32_t start_year, std::int32_t start_month) {
    return ticks_axis(count_up(count), start_year, start_month);
}

ResultAxis ticks_axis(std::vector<std::int32_t> ticks, std::int32_t start_year, std::int32_t start_month) {
    AxisLabels month{structural("month", "days since " + iso_date(start_year, start_month), "month", "bulan",
                                "First day of the month that the tick stands for."),
                     first_days(ticks, start_year, start_month), "standard"};
    return {structural("tick", "month", "months since the start", "bulan sejak awal",
                       "Months since the first month after the burn-in, which is 0."),
            std::move(ticks),
            {std::move(month)}};
}

ResultAxis year_axis(std::size_t count) {
    return {structural("year", "1", "year", "tahun",
                       "Year of twelve months, counted from tick 0; the last one may be shorter."),
            count_up(count),
            {}};
}

ResultAxis task_axis() {
    GroupLabels labels;
    for (const auto& row : task_rows) {
        labels.key.emplace_back(row.code);
        labels.title.emplace_back(row.title);
        labels.title_id.emplace_back(row.title_id);
    }
    return labelled_axis(structural("task", text_units, "task of social work", "tugas pekerjaan sosial",
                                    "Number of the task (Sukoco 2021)."),
                         labels);
}

ResultAxis activity_axis() {
    GroupLabels labels;
    for (const auto& row : activity_rows) {
        labels.key.emplace_back(code_of(row.activity));
        labels.title.emplace_back(row.title);
        labels.title_id.emplace_back(row.title_id);
    }
    return labelled_axis(structural("activity", text_units, "activity of social work",
                                    "kegiatan pekerjaan sosial",
                                    "Code of the activity: task, dot, number (Sukoco 2021)."),
                         labels);
}

ResultAxis outcome_axis() {
    std::vector<std::size_t> all(outcome_rows().size());
    std::iota(all.begin(), all.end(), std::size_t{0});
    return outcomes_axis(all);
}

ResultAxis outcomes_axis(std::span<const std::size_t> outcomes) {
    GroupLabels labels;
    std::vector<std::string> units;
    for (const auto outcome : outcomes) {
        const auto& row = outcome_rows()[outcome];
        labels.key.emplace_back(row.name);
        labels.title.emplace_back(row.title);
        labels.title_id.emplace_back(row.title_id);
        units.push_back(unit_in_file(row.unit));
    }
    auto axis = labelled_axis(
        structural("outcome", text_units, "outcome", "capaian", "Name of the outcome in the catalogue."),
        labels);
    axis.labels.push_back(
        text_labels("outcome_unit", "unit", "satuan", "Unit of the outcome.", std::move(units)));
    return axis;
}

ResultAxis group_axis(const GroupingRow& grouping, const GroupLabels& labels) {
    return labelled_axis(structural("group", text_units, grouping.title, grouping.title_id,
                                    "Key of the group, as in the data."),
                         labels);
}

ResultAxis row_axis(std::size_t count, std::string_view definition) {
    return {structural("row", "1", "row", "baris", definition), count_up(count), {}};
}

ResultAxis labelled_axis(const Description& description, const GroupLabels& labels) {
    const auto title = text_labels(description.name + "_title", "title", "judul bahasa Inggris",
                                   "Title in English.", labels.title);
    const auto title_id = text_labels(description.name + "_title_id", "title in Indonesian", "judul",
                                      "Title in Indonesian.", labels.title_id);
    return {description, labels.key, {title, title_id}};
}

AxisLabels text_labels(std::string_view name, std::string_view long_name, std::string_view long_name_id,
                       std::string_view definition, std::vector<std::string> values) {
    return {structural(name, text_units, long_name, long_name_id, definition), std::move(values), {}};
}

std::string unit_in_file(std::string_view unit) {
    constexpr std::array<std::string_view, 4> spans = {"days", "hours", "minutes", "seconds"};
    for (const auto span : spans)
        if (unit == span) unit.remove_suffix(1);
    return std::string(unit);
}

std::int32_t days_since_1970(std::int32_t year, std::int32_t month, std::int32_t day) noexcept {
    const auto date = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
                      std::chrono::day(static_cast<unsigned>(day));
    return static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

} // namespace tujuh
