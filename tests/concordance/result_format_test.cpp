// SPDX-License-Identifier: Apache-2.0
// sim/files/FORMAT.md and the files that are written say the same, in both directions.
#include "catch.hpp"
#include "concordance/sample_result.hpp"
#include "concordance/sample_sweep.hpp"
#include "files/result_layout.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

namespace {

using namespace tujuh;

/// What FORMAT.md or a file says of a dataset: axes, type, unit.
struct Entry {
    std::string axes, type, unit;
};
using Entries = std::map<std::string, Entry>;

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" `");
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(" `") - first + 1);
}

std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line.substr(1));
    for (std::string cell; std::getline(stream, cell, '|');) cells.push_back(trimmed(cell));
    return cells;
}

/// The rows of the tables of FORMAT.md below the heading that starts with `heading`; all where it is empty.
std::vector<std::vector<std::string>> format_rows(const std::string& heading = "") {
    std::ifstream file(std::string(TUJUH_SOURCE_DIR) + "/sim/files/FORMAT.md");
    std::vector<std::vector<std::string>> rows;
    bool wanted = heading.empty();
    for (std::string line; std::getline(file, line);) {
        if (!heading.empty() && line.starts_with("## ")) wanted = line.starts_with("## " + heading);
        if (wanted && line.starts_with("| `")) rows.push_back(cells_of(line));
    }
    return rows;
}

Entries documented() {
    Entries entries;
    for (const auto& cells : format_rows())
        if (cells[0].starts_with("/")) entries[cells[0]] = {cells[1], cells[2], cells[3]};
    return entries;
}

/// A path of a file as FORMAT.md writes it: "/groups/decile/gini" is "/groups/<grouping>/<outcome>".
std::string generic_path(std::string path) {
    if (path.starts_with("/scenarios/")) path.erase(0, path.find('/', std::string("/scenarios/").size()));
    std::vector<std::string_view> groupings = {distance_grouping.key};
    for (const auto& grouping : grouping_rows) groupings.push_back(grouping.key);
    for (const std::string parent :
         {"/groups/", "/comparison/groups/", "/shapley/groups/", "/flows/", "/points/"})
        for (const auto grouping : groupings) {
            const std::string folder = parent + std::string(grouping) + "/";
            if (path.starts_with(folder)) path.replace(0, folder.size(), parent + "<grouping>/");
        }
    const std::string trials = "/trials/";
    if (path.starts_with(trials)) path.replace(0, path.find('/', trials.size()), trials + "<trial>");
    const auto name_at = path.rfind('/') + 1;
    const bool holds_outcomes =
        path.starts_with("/series/") || path.starts_with("/groups/") || path.starts_with("/points/");
    if (holds_outcomes && find_outcome(path.substr(name_at)))
        path.replace(name_at, std::string::npos, "<outcome>");
    return path;
}

std::string type_of(const ResultValues& values) {
    constexpr const char* names[] = {"float64", "int32", "int8", "text"};
    return names[values.index()];
}

std::string generic_unit(const std::string& path, const std::string& unit) {
    if (path.ends_with("/<outcome>")) return "of the outcome";
    return unit.starts_with("days since ") ? "days since the start" : unit;
}

std::string axes_of(const ResultArray& array, const ResultGroup& group) {
    std::string names;
    for (const auto axis : array.axes)
        names += (names.empty() ? "" : ", ") + group.axes[axis].description.name;
    return names;
}

/// Every kind of file.
struct Samples {
    ResultFile result = sample::result();
    std::vector<SweepFile> sweeps = {sample::sweep(),
                                     sample::sweep_with_sensitivity(DesignMethod::morris),
                                     sample::sweep_with_sensitivity(DesignMethod::saltelli),
                                     sample::sweep_with_fit(DesignMethod::least_squares),
                                     sample::sweep_with_fit(DesignMethod::rejection),
                                     sample::sweep_with_optimum(2),
                                     sample::sweep_with_optimum(0)};
};

std::vector<ResultGroup> all_groups(const Samples& samples) {
    std::vector<ResultGroup> groups = result_groups(samples.result);
    for (const auto& sweep : samples.sweeps)
        for (auto& group : sweep_groups(sweep)) groups.push_back(std::move(group));
    return groups;
}

Entries written(const Samples& samples) {
    Entries entries;
    for (const auto& group : all_groups(samples)) {
        const auto add = [&](const Description& description, const std::string& axes,
                             const ResultValues& values) {
            const auto path = generic_path(group.path + "/" + description.name);
            entries[path] = {axes, type_of(values), generic_unit(path, description.units)};
        };
        for (const auto& axis : group.axes) {
            add(axis.description, axis.description.name, axis.keys);
            for (const auto& labels : axis.labels)
                add(labels.description, axis.description.name, labels.values);
        }
        for (const auto& array : group.arrays) add(array.description, axes_of(array, group), array.values());
    }
    return entries;
}

template <class Map> std::set<std::string> keys_of(const Map& map) {
    std::set<std::string> keys;
    for (const auto& [key, value] : map) keys.insert(key);
    return keys;
}

std::string type_of(const AttributeValue& value) {
    constexpr const char* names[] = {"text", "text, several", "int32", "int8", "float64"};
    return names[value.index()];
}

} // namespace

TEST_CASE("every dataset of a file is described in FORMAT.md and the other way round") {
    CHECK(keys_of(written(Samples{})) == keys_of(documented()));
}

TEST_CASE("axes, types and units of datasets are those of FORMAT.md") {
    const auto described = documented();
    for (const auto& [path, entry] : written(Samples{})) {
        INFO(path);
        REQUIRE(described.count(path) == 1);
        CHECK(entry.axes == described.at(path).axes);
        CHECK(entry.type == described.at(path).type);
        CHECK(entry.unit == described.at(path).unit);
    }
}

TEST_CASE("the attributes of the root are those of FORMAT.md") {
    std::map<std::string, std::string> described, found;
    for (const auto& cells : format_rows("Attributes of the root")) described[cells[0]] = cells[1];
    for (const auto& attribute : root_attributes(sample::result()))
        found[attribute.name] = type_of(attribute.value);
    found["result_hash"] = "text";
    found["complete"] = "int8";
    CHECK(found == described);
}

TEST_CASE("a sweep's attributes of the root are those of FORMAT.md, without what differs between machines") {
    std::set<std::string> described, found;
    for (const auto& cells : format_rows("Attributes of the root")) described.insert(cells[0]);
    for (const auto* absent : {"command", "threads", "wall_seconds"}) described.erase(absent);
    for (const auto& attribute : sweep_attributes(sample::sweep())) found.insert(attribute.name);
    found.insert({"result_hash", "complete"});
    CHECK(found.erase("sweep") == 1); // told beside /design
    CHECK(found == described);
}

TEST_CASE("FORMAT.md names the attributes of what a search found") {
    std::ifstream file(std::string(TUJUH_SOURCE_DIR) + "/sim/files/FORMAT.md");
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const std::set<std::string> of_every_group = {"title", "title_id", "NX_class", "signal", "axes"};
    const Samples samples;
    for (const auto& group : all_groups(samples)) {
        if (group.path != "/fit" && group.path != "/optimum") continue;
        const auto begin = text.find("## `" + group.path + "`");
        REQUIRE(begin != std::string::npos);
        const std::string section = text.substr(begin, text.find("\n## ", begin) - begin);
        for (const auto& attribute : group.attributes) {
            INFO(group.path << " " << attribute.name);
            const bool is_told = section.find("`" + attribute.name + "`") != std::string::npos;
            CHECK((is_told || of_every_group.count(attribute.name) == 1));
        }
    }
}

TEST_CASE("FORMAT.md names the format version that is written") {
    const auto rows = format_rows("Attributes of the root");
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [](const auto& cells) { return cells[0] == "format_version"; });
    REQUIRE(row != rows.end());
    CHECK((*row)[2] == std::to_string(result_format_version));
}

TEST_CASE("every dataset says what it is in both languages, with unit, definition and reference") {
    const Samples samples;
    for (const auto& group : all_groups(samples)) {
        std::vector<Description> descriptions;
        for (const auto& axis : group.axes) {
            descriptions.push_back(axis.description);
            for (const auto& labels : axis.labels) descriptions.push_back(labels.description);
        }
        for (const auto& array : group.arrays) descriptions.push_back(array.description);
        for (const auto& description : descriptions) {
            INFO(group.path << "/" << description.name);
            CHECK_FALSE(description.units.empty());
            CHECK_FALSE(description.long_name.empty());
            CHECK_FALSE(description.long_name_id.empty());
            CHECK_FALSE(description.definition.empty());
            CHECK_FALSE(description.reference.empty());
        }
    }
}

TEST_CASE("as many values are written as the axes have positions") {
    const Samples samples;
    for (const auto& group : all_groups(samples))
        for (const auto& array : group.arrays) {
            INFO(group.path << "/" << array.description.name);
            std::size_t expected = 1;
            for (const auto length : lengths_of(array, group)) expected *= length;
            CHECK(count_of(array.values()) == expected);
        }
}
