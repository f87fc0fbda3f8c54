// SPDX-License-Identifier: Apache-2.0
#include "files/published_tables.hpp"

#include "catch.hpp"
#include "files/csv.hpp"
#include "files/scenario_source.hpp"
#include "files/small_scenario.hpp"

#include <string>

using namespace tujuh;
using small::messages_of;

namespace {

/// The texts of the small scenario with one piece of a table replaced.
small::Texts with_table(const std::string& table, const std::string& old_piece,
                        const std::string& new_piece) {
    small::Texts texts = small::with("");
    std::string& text = texts[table];
    text.replace(text.find(old_piece), old_piece.size(), new_piece);
    return texts;
}

} // namespace

TEST_CASE("figures of provinces and of their areas are read by the names of the columns") {
    const PublishedTables published = small::read(small::texts(), {}, "baseline.toml").scenario.published;
    REQUIRE(published.provinces.size() == 2);
    const ProvinceFigures& north = published.provinces[0];
    REQUIRE(north.code == "01");
    REQUIRE(north.name == "North");
    REQUIRE(north.population == 3e6);
    REQUIRE(north.households == 0); // not published
    REQUIRE(north.mean_household_size == 0);
    REQUIRE(north.poverty_line == 600000);
    REQUIRE(north.headcount == 0.10);
    REQUIRE(north.gini == 0.35);
    REQUIRE(north.mean_consumption == 1300000);
    REQUIRE(north.districts == 5);
    REQUIRE(north.subdistricts == 50);
    REQUIRE(north.villages == 600);
    REQUIRE(north.areas[0].population_share == 0.6);
    REQUIRE(north.areas[0].headcount == 0.08);
    REQUIRE(north.areas[1].gini == 0.30);
    REQUIRE(published.provinces[1].mean_household_size == 4.0);
    REQUIRE(published.provinces[1].areas[0].population_share == 0); // no urban part
}

TEST_CASE("columns may stand in any order, with line ends of either kind and a byte order mark") {
    small::Texts texts = small::texts();
    texts["data/areas.csv"] =
        "\xEF\xBB\xBFgini,area,code,headcount_share_of_persons,poverty_line_idr_per_person_month,"
        "population_share_of_province\r\n0.36,urban,01,0.08,620000,0.6\r\n0.3,rural,01,0.13,580000,0.4\r\n"
        "\r\n0.3,rural,02,0.15,550000,1\r\n";
    const PublishedTables published = small::read(texts, {}, "baseline.toml").scenario.published;
    REQUIRE(published.provinces[0].areas[0].gini == 0.36);
    REQUIRE(published.provinces[1].areas[1].poverty_line == 550000);
}

TEST_CASE("a cell in quotes may hold commas, line ends and quotation marks") {
    const std::vector<CsvRow> rows = read_csv("a,\"b, \"\"c\"\"\nd\",e\n\nf,,\n");
    REQUIRE(rows.size() == 2);
    REQUIRE(rows[0].cells[1].text == "b, \"c\"\nd");
    REQUIRE(rows[0].cells[2].text == "e");
    REQUIRE(rows[1].line == 4);
    REQUIRE(rows[1].cells.size() == 3);
    REQUIRE(rows[1].cells[2].text.empty());
    REQUIRE(read_csv("a,\"b\nc").back().quote_left_open);
}

TEST_CASE("a missing column is named with the nearest one") {
    REQUIRE(
        messages_of(
            with_table("data/areas.csv", "population_share_of_province", "population_share_of_provinc")) ==
        "data/areas.csv:1:1: the column population_share_of_province is missing (columns here: code, area, "
        "population_share_of_provinc, poverty_line_idr_per_person_month, headcount_share_of_persons, gini); "
        "did you mean population_share_of_provinc?");
}

TEST_CASE("a wrong figure is told with file, line and column") {
    REQUIRE(messages_of(with_table("data/provinces.csv", "0.15,0.30", "0.15,")) ==
            "data/provinces.csv:3:41: published.02.gini: is empty (Gini of consumption a person, share)");
    REQUIRE(messages_of(with_table("data/provinces.csv", "0.15,0.30", "0.15,n/a")) ==
            "data/provinces.csv:3:41: published.02.gini: \"n/a\" is not a number (digits, and a point before "
            "decimals)");
    REQUIRE(messages_of(with_table("data/provinces.csv", "0.15,0.30", "15,0.30")) ==
            "data/provinces.csv:3:36: published.02.headcount_share_of_persons: 15 is out of range (allowed: "
            "0.0001 to "
            "0.95, share of persons); for 15 % write 0.15");
    REQUIRE(messages_of(with_table("data/provinces.csv", "0.15,0.30", "0x1,0.30")) ==
            "data/provinces.csv:3:36: published.02.headcount_share_of_persons: \"0x1\" is not a number "
            "(digits, and a "
            "point before decimals)");
    REQUIRE(messages_of(with_table("data/areas.csv", "01,rural,0.4", "01,rural,0.5")) ==
            "data/provinces.csv:2:1: published.01: the urban and the rural share sum to 1.1 (they must sum "
            "to 1)");
}

TEST_CASE("rows that do not fit together are told") {
    REQUIRE(messages_of(with_table("data/areas.csv", "01,urban", "01,city"))
                .find("data/areas.csv:2:1: published.01.city: \"city\" is not an area (urban or rural)") ==
            0);
    REQUIRE(messages_of(with_table("data/areas.csv", "02,rural", "03,rural"))
                .find("data/areas.csv:4:1: published.03.rural: \"03\" is not a province of the other table "
                      "(both tables use "
                      "the same codes)") == 0);
    REQUIRE(messages_of(with_table("data/areas.csv", "02,rural", "01,rural"))
                .find("data/areas.csv:4:1: published.01.rural: stands in two rows (each area of a province "
                      "has one row)") == 0);
    REQUIRE(
        messages_of(with_table("data/provinces.csv", "02,South", "01,South"))
            .find("data/provinces.csv:3:1: published.01: stands in two rows (each province has one row)") ==
        0);
    REQUIRE(messages_of(with_table("data/provinces.csv", "\"a source", "a \"source")).empty());
    REQUIRE(messages_of(with_table("data/provinces.csv", "comma\"", "comma"))
                .find("data/provinces.csv:2:1: a quotation mark is not closed (a cell in quotes ends with a "
                      "quotation mark)") == 0);
}

TEST_CASE("an empty table is told") {
    small::Texts texts = small::with("");
    texts["data/areas.csv"] = "";
    REQUIRE(messages_of(texts) == "data/areas.csv: the table is empty (the first line names the columns)");
    texts = small::with("");
    texts["data/provinces.csv"] =
        texts["data/provinces.csv"].substr(0, texts["data/provinces.csv"].find('\n') + 1);
    texts["data/areas.csv"] = texts["data/areas.csv"].substr(0, texts["data/areas.csv"].find('\n') + 1);
    REQUIRE(messages_of(texts) ==
            "baseline.toml:10:1: population.provinces_table: holds no province (at least one is needed)");
}

TEST_CASE("the tables that a scenario used are handed on whole") {
    const LoadedScenario loaded = small::read(small::texts(), {}, "baseline.toml");
    REQUIRE(loaded.tables.size() == 2);
    REQUIRE(loaded.tables[0].name == "data/provinces.csv");
    REQUIRE(loaded.tables[0].text == small::provinces);
    REQUIRE(loaded.tables[1].text == small::areas);
}
