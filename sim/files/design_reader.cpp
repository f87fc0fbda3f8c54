// SPDX-License-Identifier: Apache-2.0
#include "files/design_reader.hpp"

#include "files/csv.hpp"
#include "files/field_reader.hpp"
#include "files/readings_reader.hpp"
#include "files/set_option.hpp"
#include "files/toml_text.hpp"
#include "outcomes/catalogue.hpp"
#include "outcomes/outcome_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace tujuh {

namespace {

using Kind = TomlValue::Kind;

/// Reads the entries of a table by their rows; `others` are keys that are read elsewhere.
template <class Struct, std::size_t count>
void read_table(const TomlValue& table, const std::string& name, const FieldRow<Struct> (&rows)[count],
                std::vector<std::string_view> others, Struct& target, ScenarioReport& report) {
    std::vector<std::string_view> known = others;
    add_keys(rows, known);
    for (const TomlEntry& entry : table.entries) {
        if (std::find(others.begin(), others.end(), entry.key) != others.end()) continue;
        if (!read_if_row(entry, name + "." + entry.key, rows, target, report))
            report.add_unknown(entry.place, name + "." + entry.key, entry.key, known);
    }
    require_fields(table, name, rows, table.place, report);
}

FactorChoice choice_of(std::string text, const TomlValue& value, std::size_t position) {
    double number = static_cast<double>(position);
    if (value.kind == Kind::number) number = value.number;
    if (value.kind == Kind::whole_number) number = static_cast<double>(value.whole_number);
    return {std::move(text), number};
}

void read_choices(const TomlEntry& entry, const std::string& name, Factor& factor, ScenarioReport& report) {
    report.remember(name + ".values", entry.place);
    if (entry.value.kind != Kind::list || entry.value.items.empty()) {
        const bool is_list = entry.value.kind == Kind::list;
        report.add(entry.place, name + ".values",
                   is_list ? "is empty" : describe(entry.value) + " stands where a list of values is wanted",
                   "", "write for example values = [0.1, 0.2, 0.4]");
        return;
    }
    for (std::size_t i = 0; i < entry.value.items.size(); ++i) {
        const TomlValue& item = entry.value.items[i];
        factor.choices.push_back(choice_of(toml_value(item), item, i));
    }
}

Factor read_factor(const TomlValue& table, ScenarioReport& report) {
    Factor factor;
    const TomlValue* key = table.find("key");
    const std::string name =
        "factor" + (key != nullptr && key->kind == Kind::text ? "." + key->text : std::string());
    report.remember(name, table.place);
    read_table(table, name, factor_rows, {"values"}, factor, report);
    for (const TomlEntry& entry : table.entries) {
        if (entry.key != "values") continue;
        read_choices(entry, name, factor, report);
        for (const char* other : {"low", "high"})
            if (table.find(other) != nullptr)
                report.add(entry.place, name + ".values", fmt::format("stands beside {}", other),
                           "a factor has a range or a list of values", "take one of the two out");
    }
    return factor;
}

/// One factor a column of the table; titles come from the `[[factor]]` of its key.
void read_listed_points(const ScenarioReader& reader, Design& design, ScenarioReport& report) {
    const Place place = report.place_of("design.table");
    auto found = find_text(*reader.source, place.file, place, "design.table", design.table, report);
    if (!found || !fetch_text(*reader.source, *found, place, "design.table", report)) return;
    const std::uint32_t file = report.add_text(std::move(*found));
    const auto rows = read_csv(report.texts()[file].text);
    if (rows.size() < 2) {
        report.add({file, 0, 0}, "", "the table holds no point",
                   "the first line names the keys, each further line is a point", "");
        return;
    }
    std::vector<Factor> factors;
    for (const CsvCell& cell : rows.front().cells) {
        const auto same = std::find_if(design.factors.begin(), design.factors.end(),
                                       [&](const Factor& factor) { return factor.key == cell.text; });
        Factor factor = same == design.factors.end() ? Factor{} : *same;
        if (same != design.factors.end()) design.factors.erase(same);
        factor.key = cell.text;
        report.remember("factor." + factor.key, {file, rows.front().line, cell.column});
        factors.push_back(std::move(factor));
    }
    for (const Factor& factor : design.factors)
        report.add(report.place_of("factor." + factor.key), "factor." + factor.key,
                   "is not a column of the table", "columns of " + design.table + " are the keys", "");
    for (std::size_t r = 1; r < rows.size(); ++r) {
        if (rows[r].quote_left_open || rows[r].cells.size() != factors.size()) {
            report.add({file, rows[r].line, 1}, "",
                       fmt::format("cells on the line: {}", rows[r].cells.size()),
                       fmt::format("keys on the first line: {}", factors.size()), "");
            continue;
        }
        for (std::size_t f = 0; f < factors.size(); ++f) {
            const std::string& text = rows[r].cells[f].text;
            factors[f].choices.push_back(choice_of(text, read_setting_value(text, {}), r - 1));
        }
    }
    design.factors = std::move(factors);
}

template <class Row>
void check_names(const std::vector<std::string>& names, const std::string& key, std::string_view singular,
                 std::span<const Row> rows, std::string_view Row::*name, ScenarioReport& report) {
    std::vector<std::string_view> known;
    for (const Row& row : rows) known.push_back(row.*name);
    for (auto asked = names.begin(); asked != names.end(); ++asked) {
        if (std::find(known.begin(), known.end(), *asked) == known.end())
            report.add(report.place_of(key), key, fmt::format("\"{}\" is not {}", *asked, singular),
                       "known: " + listed(known), did_you_mean(*asked, known));
        if (std::find(names.begin(), asked, *asked) != asked)
            report.add(report.place_of(key), key, fmt::format("\"{}\" stands twice", *asked), "",
                       "take one of the two out");
    }
}

void check_window(Design& design, const Scenario& scenario, ScenarioReport& report) {
    const bool from_given = design.from_month >= 0, to_given = design.to_month >= 0;
    if (from_given != to_given) {
        const std::string given = from_given ? "from_month" : "to_month";
        report.add(report.place_of("design." + given), "design." + given, "stands alone",
                   "a window has from_month and to_month", "");
        return;
    }
    if (!from_given) {
        constexpr std::int32_t months_of_a_year = 12;
        design.from_month = std::max(0, scenario.months - months_of_a_year);
        design.to_month = scenario.months - 1;
    }
    if (design.to_month >= scenario.months)
        report.add(report.place_of("design.to_month"), "design.to_month",
                   fmt::format("{} is never reached", design.to_month),
                   fmt::format("the scenario has months = {}", scenario.months),
                   fmt::format("write at most {}", scenario.months - 1));
}

/// Keys that hold for the design as a whole.
bool is_fixed(const std::vector<std::string>& parts) {
    static constexpr std::string_view keys[] = {"format", "kind",       "extends", "title", "title_id",
                                                "seed",   "replicates", "months",  "design"};
    const bool is_path = parts.front() == "population" && parts.size() > 1 &&
                         (parts[1] == "provinces_table" || parts[1] == "areas_table");
    return is_path || std::find(std::begin(keys), std::end(keys), parts.front()) != std::end(keys);
}

void fill_range(Factor& factor, const FieldDescription& field, const std::string& name,
                ScenarioReport& report) {
    const bool is_number = field.type == FieldType::number || field.type == FieldType::whole_number;
    if (!is_number) {
        report.add(report.place_of(name), name, "is no number, so that it has no range",
                   fmt::format("{} is wanted there", field.unit), "write values = [...]");
        return;
    }
    if (field.type == FieldType::whole_number) factor.whole = true;
    if (std::isnan(factor.low)) factor.low = field.low;
    if (std::isnan(factor.high)) factor.high = field.high;
    for (const auto& [key, end] : {std::pair{"low", factor.low}, std::pair{"high", factor.high}})
        if (const auto problem = number_problem(key, end, field.unit, field.low, field.high))
            report.add(report.place_of(name + "." + key), name + "." + key, problem->what, problem->why,
                       problem->suggestion);
}

void complete_factor(const Design& design, Factor& factor, ScenarioReader& reader) {
    ScenarioReport& report = reader.report;
    const std::string name = "factor." + factor.key;
    const Place place = report.place_of(name);
    const auto parts = key_parts(factor.key);
    if (parts.empty() || is_fixed(parts)) {
        report.add(place, name, parts.empty() ? "is not a key" : "cannot be a factor",
                   parts.empty() ? "a key is written as after --set" : "it holds for all points",
                   parts.empty() ? "write for example key = \"agencies.bargain\"" : "");
        return;
    }
    const auto field = find_field(parts);
    if (!field) return; // told by the reader of the scenario, which meets the key as if it were set
    if (factor.unit.empty()) factor.unit = field->unit;
    if (factor.title.empty()) factor.title = field->source.empty() ? factor.key : std::string(field->meaning);
    if (factor.title_id.empty()) factor.title_id = factor.title;
    if (factor.choices.empty() && design.method != DesignMethod::listed)
        fill_range(factor, *field, name, report);
}

/// The table of points goes with the scenario's tables, under the name that it has there.
void keep_table(Design& design, ScenarioReader& reader) {
    if (design.method != DesignMethod::listed || design.factors.empty()) return;
    const Place place = reader.report.place_of("factor." + design.factors.front().key);
    const ReadText& text = reader.report.texts()[place.file];
    design.table = text.stored;
    reader.tables.push_back({text.stored, text.text});
}

} // namespace

std::vector<TomlValue> choice_values(const Factor& factor, Place place) {
    std::vector<TomlValue> values;
    for (const FactorChoice& choice : factor.choices)
        values.push_back(read_setting_value(choice.text, place));
    return values;
}

Design take_design(ScenarioReader& reader) {
    ScenarioReport& report = reader.report;
    Design design;
    reader.read_elsewhere = {"design", "factor", "target", "objective", "limit"};
    const auto head = reader.root.take("design");
    const auto factors = reader.root.take("factor");
    if (!head)
        report.add({}, "design", "is missing", "a design says how its points are chosen",
                   "write [design] and below it method = \"latin_hypercube\"");
    else if (is_table(*head, "design", "[design]", report))
        read_table(head->value, "design", design_rows, {}, design, report);
    if (factors && is_list_of_tables(factors->value, factors->place, "factor", "[[factor]]", report))
        for (const TomlValue& table : factors->value.items)
            design.factors.push_back(read_factor(table, report));
    take_readings(reader, design);
    if (design.method == DesignMethod::listed && !design.table.empty())
        read_listed_points(reader, design, report);
    // A key that no scenario has is met where the scenario is read, and told with the nearest that it has.
    for (const Factor& factor : design.factors)
        if (const auto parts = key_parts(factor.key);
            !parts.empty() && !is_fixed(parts) && !find_field(parts)) {
            TomlValue nothing;
            nothing.kind = Kind::number;
            nothing.place = report.place_of("factor." + factor.key);
            set_key(reader.root, parts, std::move(nothing), report);
        }
    return design;
}

void complete_design(Design& design, ScenarioReader& reader) {
    ScenarioReport& report = reader.report;
    if (design.outcomes.empty())
        for (const OutcomeRow& row : outcome_rows())
            if (row.headline) design.outcomes.emplace_back(row.name);
    check_names<OutcomeRow>(design.outcomes, "design.outcomes", "an outcome", outcome_rows(),
                            &OutcomeRow::name, report);
    check_names<GroupingRow>(design.groupings, "design.groupings", "a grouping", grouping_rows,
                             &GroupingRow::key, report);
    check_window(design, reader.scenario, report);
    complete_readings(design, reader);
    fill_usual(design);
    for (Factor& factor : design.factors) complete_factor(design, factor, reader);
    keep_table(design, reader);
    report.add_found_by_key(validate(design));
}

} // namespace tujuh
