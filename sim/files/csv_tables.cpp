// SPDX-License-Identifier: Apache-2.0
#include "files/csv_tables.hpp"

#include "files/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <sstream>
#include <string_view>
#include <utility>

namespace tujuh {

namespace {

constexpr std::string_view title_suffix = "_title", title_id_suffix = "_title_id", dates = "days since ";

using Cells = std::vector<std::string>;

/// The shortest text that reads back as the same bits; empty for a missing value.
std::string number_cell(double number) {
    return std::isnan(number) ? "" : fmt::format("{}", number);
}

Cells cells_of(const ResultValues& values) {
    Cells cells;
    cells.reserve(count_of(values));
    if (const auto* numbers = std::get_if<std::vector<double>>(&values))
        for (const double number : *numbers) cells.push_back(number_cell(number));
    else if (const auto* whole = std::get_if<std::vector<std::int32_t>>(&values))
        for (const auto number : *whole) cells.push_back(std::to_string(number));
    else if (const auto* small = std::get_if<std::vector<std::int8_t>>(&values))
        for (const auto number : *small) cells.push_back(std::to_string(number));
    else
        for (const auto& text : std::get<std::vector<std::string>>(values)) cells.push_back(csv_cell(text));
    return cells;
}

/// Numbers that stand for words become the words.
Cells cells_of(const ResultArray& array) {
    const auto values = array.values();
    const auto* flags = std::get_if<std::vector<std::int8_t>>(&values);
    if (flags == nullptr || array.flags.values.empty()) return cells_of(values);
    std::istringstream stream(array.flags.meanings);
    const std::vector<std::string> words{std::istream_iterator<std::string>(stream), {}};
    Cells cells;
    for (const auto flag : *flags) {
        const auto found = std::find(array.flags.values.begin(), array.flags.values.end(), flag);
        const auto at = static_cast<std::size_t>(found - array.flags.values.begin());
        cells.push_back(at < words.size() ? words[at] : std::to_string(flag));
    }
    return cells;
}

bool are_dates(const AxisLabels& labels) {
    return labels.description.units.starts_with(dates);
}

/// "2025-03-01" for 0 days since it.
Cells date_cells(const AxisLabels& labels) {
    using namespace std::chrono;
    int year_number = 0;
    unsigned month_number = 1, day_number = 1;
    const auto read = [](std::string_view text, auto& number) {
        std::from_chars(text.data(), text.data() + text.size(), number);
    };
    const std::string_view origin = std::string_view(labels.description.units).substr(dates.size());
    read(origin.substr(0, 4), year_number);
    read(origin.substr(5, 2), month_number);
    read(origin.substr(8, 2), day_number);
    const sys_days first = year(year_number) / month(month_number) / day(day_number);
    Cells cells;
    for (const auto passed : std::get<std::vector<std::int32_t>>(labels.values)) {
        const year_month_day date(first + days(passed));
        cells.push_back(fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day())));
    }
    return cells;
}

/// Titles of keys stand in keys.csv, so that no row repeats them.
bool is_title(const ResultAxis& axis, const AxisLabels& labels) {
    const auto& name = labels.description.name;
    return name == axis.description.name + std::string(title_suffix) ||
           name == axis.description.name + std::string(title_id_suffix);
}

/// A part of a path that every file system takes.
std::string file_name_for(std::string part) {
    constexpr std::string_view kept_for_systems = "/\\:*?\"<>|";
    constexpr std::size_t longest = 200;
    for (char& c : part)
        if (static_cast<unsigned char>(c) < 0x20 || kept_for_systems.find(c) != std::string_view::npos)
            c = '_';
    if (part.starts_with('.')) part[0] = '_';
    std::size_t length = std::min(part.size(), longest);
    while (length < part.size() && length > 0 && (static_cast<unsigned char>(part[length]) & 0xC0u) == 0x80u)
        --length; // not inside a letter
    return part.substr(0, length);
}

/// "groups/decile" for "/groups/decile".
std::string path_for(const std::string& group) {
    std::string path;
    std::istringstream parts(group);
    for (std::string part; std::getline(parts, part, '/');)
        if (!part.empty()) path += (path.empty() ? "" : "/") + file_name_for(part);
    return path;
}

/// The sets of axes along which the arrays of a group lie, those of most axes first.
std::vector<std::vector<std::size_t>> families_of(const ResultGroup& group) {
    std::vector<std::vector<std::size_t>> families;
    for (const auto& array : group.arrays)
        if (std::find(families.begin(), families.end(), array.axes) == families.end())
            families.push_back(array.axes);
    std::stable_sort(families.begin(), families.end(),
                     [](const auto& one, const auto& other) { return one.size() > other.size(); });
    return families;
}

/// A column of a table: its cell depends on the position along one axis, or on the row.
struct Column {
    std::string name;
    Cells cells;
    std::size_t length = 1, repeats = 1; ///< of the axis; rows that follow one another with one position

    const std::string& cell(std::size_t row) const { return cells[row / repeats % length]; }
};

void add_line(std::string& text, std::initializer_list<std::string_view> cells) {
    bool first = true;
    for (const auto cell : cells) {
        if (!std::exchange(first, false)) text += ',';
        text += csv_cell(cell);
    }
    text += '\n';
}

std::string text_of(const std::vector<Column>& columns, std::size_t rows) {
    std::string text;
    for (std::size_t c = 0; c < columns.size(); ++c) text += (c > 0 ? "," : "") + csv_cell(columns[c].name);
    text += '\n';
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t c = 0; c < columns.size(); ++c) {
            if (c > 0) text += ',';
            text += columns[c].cell(row);
        }
        text += '\n';
    }
    return text;
}

/// Keys without quotes; readings of a design have numbers.
Cells key_texts(const ResultValues& keys) {
    const auto* texts = std::get_if<std::vector<std::string>>(&keys);
    return texts != nullptr ? *texts : cells_of(keys);
}

Cells texts_of(const AttributeValue& value) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) return *texts;
    if (const auto* text = std::get_if<std::string>(&value)) return {*text};
    if (const auto* number = std::get_if<double>(&value)) return {number_cell(*number)};
    if (const auto* whole = std::get_if<std::int32_t>(&value)) return {std::to_string(*whole)};
    return {std::to_string(std::get<std::int8_t>(value))};
}

} // namespace

std::vector<CsvFile> CsvTables::tables_of(const ResultGroup& group) {
    for (const auto& attribute : group.attributes)
        for (const auto& text : texts_of(attribute.value))
            add_line(attributes_, {group.path.empty() ? "/" : group.path, attribute.name, text});
    std::vector<CsvFile> files;
    for (const auto& axes : families_of(group)) {
        std::string path = path_for(group.path);
        if (!files.empty()) {
            path += axes.empty() ? "_as_a_whole" : "_by";
            for (const auto axis : axes) path += "_" + group.axes[axis].description.name;
        }
        files.push_back(table_of(group, axes, new_path(path)));
    }
    return files;
}

std::string CsvTables::new_path(const std::string& wanted) {
    std::string path = wanted + ".csv";
    for (int number = 2; !paths_.insert(path).second; ++number)
        path = wanted + "_" + std::to_string(number) + ".csv";
    return path;
}

CsvFile CsvTables::table_of(const ResultGroup& group, const std::vector<std::size_t>& axes,
                            std::string path) {
    std::size_t rows = 1;
    for (const auto axis : axes) rows *= count_of(group.axes[axis].keys);
    std::vector<Column> columns;
    std::size_t repeats = rows;
    for (const auto position : axes) {
        const auto& axis = group.axes[position];
        const std::size_t length = count_of(axis.keys);
        repeats = length > 0 ? repeats / length : 0;
        columns.push_back({axis.description.name, cells_of(axis.keys), length, repeats});
        describe(path, group.path, "key", axis.description, axis.description.units);
        list_keys(path, axis);
        for (const auto& labels : axis.labels) {
            if (is_title(axis, labels)) continue;
            const bool dated = are_dates(labels);
            columns.push_back({labels.description.name, dated ? date_cells(labels) : cells_of(labels.values),
                               length, repeats});
            describe(path, group.path, "label", labels.description,
                     dated ? "date" : labels.description.units);
        }
    }
    for (const auto& array : group.arrays) {
        if (array.axes != axes) continue;
        columns.push_back({array.description.name, cells_of(array), rows, 1});
        describe(path, group.path, "value", array.description, array.description.units);
    }
    return {std::move(path), text_of(columns, rows)};
}

void CsvTables::describe(const std::string& path, const std::string& group, std::string_view kind,
                         const Description& description, const std::string& unit) {
    add_line(columns_, {path, description.name, group, kind, unit, description.long_name,
                        description.long_name_id, description.definition, description.reference});
}

void CsvTables::list_keys(const std::string& path, const ResultAxis& axis) {
    const std::vector<std::string>* titles[2] = {};
    for (const auto& labels : axis.labels)
        if (is_title(axis, labels))
            titles[labels.description.name.ends_with(title_id_suffix) ? 1 : 0] =
                &std::get<std::vector<std::string>>(labels.values);
    if (titles[0] == nullptr || titles[1] == nullptr) return;
    const Cells keys = key_texts(axis.keys);
    for (std::size_t i = 0; i < keys.size(); ++i)
        add_line(keys_, {path, axis.description.name, keys[i], (*titles[0])[i], (*titles[1])[i]});
}

std::vector<CsvFile> CsvTables::dictionaries() const {
    return {{"columns.csv", "file,column,group,kind,unit,title,title_id,definition,reference\n" + columns_},
            {"keys.csv", "file,column,key,title,title_id\n" + keys_},
            {"attributes.csv", "group,attribute,value\n" + attributes_}};
}

} // namespace tujuh
