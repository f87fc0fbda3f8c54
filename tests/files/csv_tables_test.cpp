// SPDX-License-Identifier: Apache-2.0
#include "files/csv_tables.hpp"

#include "catch.hpp"
#include "concordance/sample_result.hpp"
#include "concordance/sample_sweep.hpp"
#include "files/csv.hpp"
#include "files/results_hdf5.hpp"
#include "files/results_read.hpp"
#include "files/temporary_folder.hpp"

#include <map>

using namespace tujuh;

namespace {

Description named(std::string name, std::string units) {
    return {name, std::move(units), "title of " + name, "judul " + name, "what " + name + " is", "nobody"};
}

/// Two groups and two months, dated.
ResultGroup small_group() {
    ResultGroup group;
    group.path = "/a/b";
    group.attributes = {{"level", 0.95}, {"names", std::vector<std::string>{"x", "y,z"}}};
    ResultAxis groups{named("group", "text"), std::vector<std::string>{"poor", "rich, \"very\""}, {}};
    groups.labels = {{named("group_title", "text"), std::vector<std::string>{"the poor", "the rich"}, {}},
                     {named("group_title_id", "text"), std::vector<std::string>{"miskin", "kaya"}, {}}};
    ResultAxis ticks{named("tick", "month"), std::vector<std::int32_t>{0, 1}, {}};
    ticks.labels = {{named("month", "days since 2024-02-01"), std::vector<std::int32_t>{0, 29}, "standard"}};
    group.axes = {groups, ticks};
    group.arrays = {
        {named("both", "1"),
         {0, 1},
         [] {
             return std::vector<double>{0.1, sample::missing, 3, 1e-20};
         },
         {}},
        {named("mark", "1"),
         {0, 1},
         [] {
             return std::vector<std::int8_t>{1, 0, 0, 1};
         },
         {{0, 1}, "no yes"}},
        {named("one", "rupiah"),
         {1},
         [] {
             return std::vector<double>{5, 6};
         },
         {}},
    };
    return group;
}

std::map<std::string, std::string> by_path(const std::vector<CsvFile>& files) {
    std::map<std::string, std::string> texts;
    for (const auto& file : files) texts[file.path] = file.text;
    return texts;
}

} // namespace

TEST_CASE("a table has a row for each combination of keys, and the shortest exact numbers") {
    CsvTables tables;
    const auto files = by_path(tables.tables_of(small_group()));
    REQUIRE(files.size() == 2);
    CHECK(files.at("a/b.csv") == "group,tick,month,both,mark\n"
                                 "poor,0,2024-02-01,0.1,yes\n"
                                 "poor,1,2024-03-01,,no\n"
                                 "\"rich, \"\"very\"\"\",0,2024-02-01,3,no\n"
                                 "\"rich, \"\"very\"\"\",1,2024-03-01,1e-20,yes\n");
    CHECK(files.at("a/b_by_tick.csv") == "tick,month,one\n0,2024-02-01,5\n1,2024-03-01,6\n");
}

TEST_CASE("columns, keys and attributes are told in tables of their own") {
    CsvTables tables;
    tables.tables_of(small_group());
    const auto files = by_path(tables.dictionaries());
    CHECK(files.at("attributes.csv") ==
          "group,attribute,value\n/a/b,level,0.95\n/a/b,names,x\n/a/b,names,\"y,z\"\n");
    CHECK(files.at("keys.csv") == "file,column,key,title,title_id\n"
                                  "a/b.csv,group,poor,the poor,miskin\n"
                                  "a/b.csv,group,\"rich, \"\"very\"\"\",the rich,kaya\n");
    const auto columns = read_csv(files.at("columns.csv"));
    REQUIRE(columns.size() == 1 + 5 + 3);
    const auto cell = [&](std::size_t row, std::size_t column) { return columns[row].cells[column].text; };
    CHECK(cell(4, 0) == "a/b.csv");
    CHECK(cell(4, 1) == "both");
    CHECK(cell(4, 3) == "value");
    CHECK(cell(3, 4) == "date");
    CHECK(cell(8, 4) == "rupiah");
    CHECK(cell(8, 7) == "what one is");
}

TEST_CASE("two groups of like names have two files, and no name leaves the folder") {
    CsvTables tables;
    auto group = small_group();
    group.arrays.resize(1);
    const auto path_of = [&](std::string path) {
        group.path = std::move(path);
        return tables.tables_of(group).front().path;
    };
    CHECK(path_of("/scenarios/a:b/series") == "scenarios/a_b/series.csv");
    CHECK(path_of("/scenarios/a_b/series") == "scenarios/a_b/series_2.csv");
    CHECK(path_of("/scenarios/../series") == "scenarios/_./series.csv");
    CHECK(path_of("/columns") == "columns_2.csv");
}

TEST_CASE("readings of a design are told by their numbers") {
    CsvTables tables;
    const auto sweep = sample::sweep_with_optimum(2);
    for (const auto& group : sweep_groups(sweep)) tables.tables_of(group);
    const auto keys = by_path(tables.dictionaries()).at("keys.csv");
    const auto titled = "reading,1," + std::string(outcome_rows()[*find_outcome("gini")].title);
    CHECK(keys.find("points/reading.csv," + titled) != std::string::npos);
}

TEST_CASE("a result read from a file gives the tables of the result in memory") {
    TemporaryFolder folder;
    const auto result = sample::result();
    write_result(folder.file("r.h5"), result);
    CsvTables from_memory, from_file;
    std::map<std::string, std::string> expected, found;
    for (const auto& group : result_groups(result))
        for (const auto& file : from_memory.tables_of(group)) expected[file.path] = file.text;
    for_each_group(folder.file("r.h5"), [&](const ResultGroup& group) {
        for (const auto& file : from_file.tables_of(group)) found[file.path] = file.text;
    });
    CHECK(expected.size() > 30);
    CHECK(found == expected);
}
