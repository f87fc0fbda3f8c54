// SPDX-License-Identifier: Apache-2.0
#include "files/published_tables.hpp"

#include "files/csv.hpp"
#include "scenario/published_fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tujuh {

namespace {

/// A table with a header, and its place in the report.
class Table {
  public:
    Table(std::uint32_t file, ScenarioReport& report) : file_(file), report_(report) {
        std::vector<CsvRow> rows = read_csv(report.texts()[file].text);
        for (const CsvRow& row : rows)
            if (row.quote_left_open)
                report_.add({file_, row.line, 1}, "", "a quotation mark is not closed",
                            "a cell in quotes ends with a quotation mark", "");
        if (rows.empty()) {
            report_.add({file_, 0, 0}, "", "the table is empty", "the first line names the columns", "");
            return;
        }
        header_ = std::move(rows.front().cells);
        rows_.assign(std::make_move_iterator(rows.begin() + 1), std::make_move_iterator(rows.end()));
    }

    const std::vector<CsvRow>& rows() const { return rows_; }
    Place place_of(const CsvRow& row, std::uint32_t column = 1) const { return {file_, row.line, column}; }

    /// Position of a column, or nothing with a problem reported.
    std::optional<std::size_t> find_column(std::string_view name) const {
        std::vector<std::string_view> names;
        for (std::size_t i = 0; i < header_.size(); ++i) {
            if (header_[i].text == name) return i;
            names.push_back(header_[i].text);
        }
        if (header_.empty()) return std::nullopt;
        report_.add({file_, 1, 1}, "", fmt::format("the column {} is missing", name),
                    "columns here: " + listed(names), did_you_mean(name, names));
        return std::nullopt;
    }

    /// The cell of a row; a row that is too short has an empty one.
    static CsvCell cell_of(const CsvRow& row, std::size_t column) {
        return column < row.cells.size() ? row.cells[column] : CsvCell{};
    }

  private:
    std::uint32_t file_;
    ScenarioReport& report_;
    std::vector<CsvCell> header_;
    std::vector<CsvRow> rows_;
};

/// Digits, a sign, a point and an exponent, and nothing else: no names of numbers, no hexadecimal, no spaces.
std::optional<double> number_in(const std::string& text) {
    if (text.empty() || text.find_first_not_of("0123456789.+-eE") != std::string::npos) return std::nullopt;
    char* end = nullptr;
    const double value = std::strtod(text.c_str(), &end);
    if (end != text.c_str() + text.size()) return std::nullopt;
    return value;
}

/// Reads the columns of `rows` from a table into structs.
template <class Struct, std::size_t count> class ColumnReader {
  public:
    ColumnReader(const Table& table, const FieldRow<Struct> (&rows)[count], ScenarioReport& report)
        : table_(table), rows_(rows), report_(report) {
        for (std::size_t i = 0; i < count; ++i) columns_[i] = table.find_column(rows[i].key);
    }

    bool has_all_columns() const {
        return std::all_of(columns_.begin(), columns_.end(),
                           [](const auto& column) { return column.has_value(); });
    }

    void read(const CsvRow& row, const std::string& key, Struct& target) const {
        for (std::size_t i = 0; i < count; ++i) {
            const CsvCell cell = Table::cell_of(row, *columns_[i]);
            const Place place = table_.place_of(row, cell.column);
            const std::string cell_key = key + "." + std::string(rows_[i].key);
            report_.remember(cell_key, place);
            if (cell.text.empty() && rows_[i].given == Given::must_be)
                report_.add(place, cell_key, "is empty",
                            fmt::format("{}, {}", rows_[i].meaning, rows_[i].unit), "");
            else if (const auto* text = std::get_if<std::string Struct::*>(&rows_[i].member))
                target.** text = cell.text;
            else if (const auto* number = std::get_if<double Struct::*>(&rows_[i].member))
                read_number(cell, place, cell_key, target.**number);
        }
    }

  private:
    void read_number(const CsvCell& cell, Place place, const std::string& key, double& member) const {
        if (cell.text.empty()) return; // may be: it stands for "not published"
        if (const auto number = number_in(cell.text))
            member = *number;
        else
            report_.add(place, key, fmt::format("\"{}\" is not a number", cell.text),
                        "digits, and a point before decimals", "");
    }

    const Table& table_;
    const FieldRow<Struct> (&rows_)[count];
    ScenarioReport& report_;
    std::array<std::optional<std::size_t>, count> columns_;
};

void read_provinces(const Table& table, PublishedTables& published, ScenarioReport& report) {
    const auto code_column = table.find_column("code");
    const ColumnReader columns(table, province_rows, report);
    if (!code_column || !columns.has_all_columns()) return;
    for (const CsvRow& row : table.rows()) {
        ProvinceFigures province;
        const std::string key = "published." + Table::cell_of(row, *code_column).text;
        if (report.was_set(key)) {
            report.add(table.place_of(row), key, "stands in two rows", "each province has one row", "");
            continue;
        }
        report.remember(key, table.place_of(row));
        columns.read(row, key, province);
        published.provinces.push_back(std::move(province));
    }
}

ProvinceFigures* find_province(PublishedTables& published, const std::string& code) {
    for (ProvinceFigures& province : published.provinces)
        if (province.code == code) return &province;
    return nullptr;
}

void read_areas(const Table& table, PublishedTables& published, ScenarioReport& report) {
    const auto code_column = table.find_column("code");
    const auto area_column = table.find_column("area");
    const ColumnReader columns(table, area_rows, report);
    if (!code_column || !area_column || !columns.has_all_columns()) return;
    for (const CsvRow& row : table.rows()) {
        const std::string code = Table::cell_of(row, *code_column).text;
        const std::string area = Table::cell_of(row, *area_column).text;
        const std::string key = "published." + code + "." + area;
        ProvinceFigures* province = find_province(published, code);
        const auto found = std::find(area_keys.begin(), area_keys.end(), area);
        if (province == nullptr)
            report.add(table.place_of(row), key,
                       fmt::format("\"{}\" is not a province of the other table", code),
                       "both tables use the same codes", "");
        else if (found == area_keys.end())
            report.add(table.place_of(row), key, fmt::format("\"{}\" is not an area", area), "urban or rural",
                       did_you_mean(area, area_keys));
        else if (report.was_set(key))
            report.add(table.place_of(row), key, "stands in two rows", "each area of a province has one row",
                       "");
        else {
            report.remember(key, table.place_of(row));
            columns.read(row, key, province->areas[static_cast<std::size_t>(found - area_keys.begin())]);
        }
    }
}

} // namespace

PublishedTables read_published_tables(std::uint32_t provinces, std::uint32_t areas, ScenarioReport& report) {
    PublishedTables published;
    read_provinces(Table(provinces, report), published, report);
    read_areas(Table(areas, report), published, report);
    return published;
}

} // namespace tujuh
