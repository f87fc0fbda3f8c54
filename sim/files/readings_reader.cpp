// SPDX-License-Identifier: Apache-2.0
#include "files/readings_reader.hpp"

#include "files/csv.hpp"
#include "files/field_reader.hpp"
#include "files/scenario_layers.hpp"
#include "files/set_option.hpp"
#include "outcomes/catalogue.hpp"
#include "outcomes/outcome_table.hpp"
#include "scenario/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace tujuh {

namespace {

std::string nth(std::string_view list, std::size_t position) {
    return fmt::format("{}.{}", list, position + 1);
}

template <class Struct, std::size_t count>
void take_list(std::string_view list, const FieldRow<Struct> (&rows)[count], ScenarioReader& reader,
               std::vector<Struct>& items) {
    ScenarioReport& report = reader.report;
    const auto found = reader.root.take(list);
    if (!found || !is_list_of_tables(found->value, found->place, std::string(list),
                                     fmt::format("[[{}]]", list), report))
        return;
    std::vector<std::string_view> known;
    add_keys(reading_rows, known);
    add_keys(rows, known);
    for (const TomlValue& table : found->value.items) {
        const std::string name = nth(list, items.size());
        report.remember(name, table.place);
        Struct item;
        for (const TomlEntry& entry : table.entries) {
            const std::string key = name + "." + entry.key;
            if (!read_if_row<Reading>(entry, key, reading_rows, item, report) &&
                !read_if_row(entry, key, rows, item, report))
                report.add_unknown(entry.place, key, entry.key, known);
        }
        require_fields(table, name, reading_rows, table.place, report);
        require_fields(table, name, rows, table.place, report);
        items.push_back(std::move(item));
    }
}

// ---------------------------------------------------------------------------------------------------------
// Published figures

/// A table of figures, a row each, told apart by `name`.
class PublishedFigures {
  public:
    explicit PublishedFigures(std::string_view text) : rows_(read_csv(text)) {}

    std::vector<std::string_view> names() const {
        std::vector<std::string_view> names;
        for (std::size_t r = 1; r < rows_.size(); ++r) names.push_back(cell(rows_[r], "name"));
        return names;
    }
    const CsvRow* find(std::string_view name) const {
        for (std::size_t r = 1; r < rows_.size(); ++r)
            if (cell(rows_[r], "name") == name) return &rows_[r];
        return nullptr;
    }
    std::string_view cell(const CsvRow& row, std::string_view column) const {
        if (rows_.empty()) return {};
        const auto& head = rows_.front().cells;
        for (std::size_t c = 0; c < std::min(head.size(), row.cells.size()); ++c)
            if (head[c].text == column) return row.cells[c].text;
        return {};
    }
    /// NaN where the cell holds no number.
    double number(const CsvRow& row, std::string_view column) const {
        const TomlValue value = read_setting_value(std::string(cell(row, column)), {});
        if (value.kind == TomlValue::Kind::number) return value.number;
        if (value.kind == TomlValue::Kind::whole_number) return static_cast<double>(value.whole_number);
        return std::nan("");
    }

  private:
    std::vector<CsvRow> rows_;
};

void fill_from_row(Target& target, const std::string& where, const PublishedFigures& figures,
                   const CsvRow& row, ScenarioReport& report) {
    const Place place = report.place_of(where + ".published");
    if (std::isnan(target.value)) target.value = figures.number(row, "value");
    if (std::isnan(target.tolerance)) // low and high as a range of about two standard deviations either way
        target.tolerance = (figures.number(row, "high") - figures.number(row, "low")) / 4;
    if (target.source.empty()) target.source = figures.cell(row, "source");
    if (std::isnan(target.value))
        report.add(place, where + ".published", fmt::format("\"{}\" has no value", target.published), "", "");
    if (!(target.tolerance > 0))
        report.add(place, where + ".tolerance", fmt::format("\"{}\" has no range", target.published),
                   "a distance is measured in standard deviations", "write for example tolerance = 0.02");
}

/// Without a table, as in the text that a result carries, only what cannot be done without is missed.
bool needs_table(const Target& target, const Design& design) {
    return !target.published.empty() &&
           (std::isnan(target.value) || std::isnan(target.tolerance) || !design.table.empty());
}

/// Values that stand in the file go before those of the table.
void fill_published(Design& design, ScenarioReader& reader) {
    ScenarioReport& report = reader.report;
    if (std::none_of(design.targets.begin(), design.targets.end(),
                     [&](const Target& target) { return needs_table(target, design); }))
        return;
    if (design.table.empty()) {
        report.add(report.place_of("design"), "design.table", "is missing",
                   "published figures stand in a table", "write table = \"data/targets.csv\"");
        return;
    }
    const Place place = report.place_of("design.table");
    auto text = find_text(*reader.source, place.file, place, "design.table", design.table, report);
    if (!text || !fetch_text(*reader.source, *text, place, "design.table", report)) return;
    const PublishedFigures figures(text->text);
    for (std::size_t t = 0; t < design.targets.size(); ++t) {
        Target& target = design.targets[t];
        if (!needs_table(target, design)) continue;
        const std::string where = nth("target", t);
        if (const CsvRow* row = figures.find(target.published))
            fill_from_row(target, where, figures, *row, report);
        else
            report.add(report.place_of(where + ".published"), where + ".published",
                       fmt::format("\"{}\" is not in {}", target.published, design.table), "",
                       did_you_mean(target.published, figures.names()));
    }
    design.table.clear(); // all that was wanted of it stands in the targets now
}

// ---------------------------------------------------------------------------------------------------------
// What is read of a run

void check_outcome(const Reading& reading, const std::string& where, ScenarioReport& report) {
    if (reading.outcome.empty()) return; // told as missing
    std::vector<std::string_view> known;
    for (const OutcomeRow& row : outcome_rows()) known.push_back(row.name);
    if (std::find(known.begin(), known.end(), reading.outcome) == known.end())
        report.add(report.place_of(where + ".outcome"), where + ".outcome",
                   fmt::format("\"{}\" is not an outcome", reading.outcome), "'tujuh list outcomes' has them",
                   did_you_mean(reading.outcome, known));
}

void check_group(const Reading& reading, const std::string& where, const Scenario& scenario,
                 ScenarioReport& report) {
    if (reading.group.empty()) return;
    const std::size_t slash = std::min(reading.group.find('/'), reading.group.size());
    const std::string grouping = reading.group.substr(0, slash);
    const Place place = report.place_of(where + ".group");
    std::vector<std::string_view> known;
    for (const GroupingRow& row : grouping_rows) known.push_back(row.key);
    const auto found = std::find(known.begin(), known.end(), grouping);
    if (found == known.end() || slash == reading.group.size()) {
        report.add(place, where + ".group", fmt::format("\"{}\" is not a group", reading.group),
                   "a grouping and a key are wanted, as \"decile/1\"; groupings: " + listed(known),
                   found == known.end() ? did_you_mean(grouping, known) : "");
        return;
    }
    const auto labels = group_labels(static_cast<Grouping>(found - known.begin()), scenario);
    const std::string key = reading.group.substr(slash + 1);
    if (std::find(labels.key.begin(), labels.key.end(), key) != labels.key.end()) return;
    const std::vector<std::string_view> keys(labels.key.begin(), labels.key.end());
    report.add(place, where + ".group", fmt::format("the grouping {} has no \"{}\"", grouping, key),
               "it has " + listed(keys), did_you_mean(key, keys));
}

void complete_reading(Reading& reading, const std::string& where, const Design& design,
                      const ScenarioReader& reader, ScenarioReport& report) {
    const bool is_sound = design.from_month >= 0 && design.to_month >= design.from_month &&
                          design.to_month < reader.scenario.months; // else told of the design
    if (reading.from_month < 0 && reading.to_month < 0 && is_sound) {
        reading.from_month = design.from_month;
        reading.to_month = design.to_month;
    }
    if (reading.to_month >= reader.scenario.months)
        report.add(report.place_of(where + ".to_month"), where + ".to_month",
                   fmt::format("{} is never reached", reading.to_month),
                   fmt::format("the scenario has months = {}", reader.scenario.months),
                   fmt::format("write at most {}", reader.scenario.months - 1));
    check_outcome(reading, where, report);
    check_group(reading, where, reader.scenario, report);
}

template <class Struct>
void complete_list(std::string_view list, std::vector<Struct>& items, const Design& design,
                   ScenarioReader& reader) {
    for (std::size_t i = 0; i < items.size(); ++i)
        complete_reading(items[i], nth(list, i), design, reader, reader.report);
}

} // namespace

void take_readings(ScenarioReader& reader, Design& design) {
    take_list("target", target_rows, reader, design.targets);
    take_list("objective", objective_rows, reader, design.objectives);
    take_list("limit", limit_rows, reader, design.limits);
}

void complete_readings(Design& design, ScenarioReader& reader) {
    complete_list("target", design.targets, design, reader);
    complete_list("objective", design.objectives, design, reader);
    complete_list("limit", design.limits, design, reader);
    fill_published(design, reader);
}

} // namespace tujuh
