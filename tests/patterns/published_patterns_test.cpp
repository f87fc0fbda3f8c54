// SPDX-License-Identifier: Apache-2.0
// The patterns P1 to P8 as `tujuh patterns` finds them, in a sample that takes a second. Whether each hits is
// a result, not a test; what a test can say is that every figure is found and that published numbers are
// those of the table.
#include "catch.hpp"
#include "files/csv.hpp"
#include "files/scenario_toml.hpp"
#include "run/patterns.hpp"

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

using namespace tujuh;

namespace {

const std::vector<PatternFinding>& findings() {
    static const PatternRuns runs = [] {
        std::vector<Scenario> scenarios;
        for (const auto name : pattern_scenario_names)
            scenarios.push_back(
                read_scenario_file(std::string(TUJUH_SOURCE_DIR) + "/scenarios/patterns/" +
                                       std::string(name) + ".toml",
                                   {"population.households=6000", "replicates=3", "months=28"})
                    .scenario);
        return run_patterns(std::move(scenarios), {});
    }();
    static const std::vector<PatternFinding> found = find_patterns(runs, 0.95);
    return found;
}

double model(std::string_view figure) {
    for (const auto& finding : findings())
        if (finding.row->figure == figure) return finding.model.mean;
    FAIL("no such figure");
    return 0;
}

} // namespace

TEST_CASE("the model has every figure of the eight patterns") {
    for (const auto& finding : findings()) {
        INFO(finding.row->pattern << " " << finding.row->figure);
        CHECK(finding.known);
    }
}

TEST_CASE("published figures and their ranges are those of the table of targets") {
    std::ifstream file(std::string(TUJUH_SOURCE_DIR) + "/scenarios/data/targets.csv");
    std::stringstream text;
    text << file.rdbuf();
    std::map<std::string, std::vector<std::string>> targets;
    for (const auto& row : read_csv(text.str())) {
        auto& cells = targets[row.cells.front().text];
        for (const auto& cell : row.cells) cells.push_back(cell.text);
    }
    std::size_t found = 0;
    for (const auto& row : pattern_rows()) {
        const auto target = targets.find(std::string(row.figure));
        if (target == targets.end()) continue;
        INFO(row.figure);
        ++found;
        CHECK(row.published == Approx(std::atof(target->second[1].c_str())));
        if (target->second[2].empty()) continue;
        CHECK(row.low == Approx(std::atof(target->second[2].c_str())));
        CHECK(row.high == Approx(std::atof(target->second[3].c_str())));
    }
    CHECK(found > 20);
}

TEST_CASE("whom a proxy-means test chooses falls from tenth to tenth, and it errs both ways") {
    CHECK(model("coverage_pmt_decile_1") > model("coverage_pmt_decile_3"));
    CHECK(model("coverage_pmt_decile_3") > model("coverage_pmt_decile_7"));
    CHECK(model("coverage_pmt_decile_7") > model("coverage_pmt_decile_10"));
    CHECK(model("targeting_exclusion_pmt") > 0.1);
    CHECK(model("targeting_inclusion_pmt") > 0.05);
}

TEST_CASE("more of the entitled enrol when told, and more still when told and helped") {
    CHECK(model("takeup_effect_information") > 0);
    CHECK(model("takeup_effect_information_plus_help") > model("takeup_effect_information"));
}

TEST_CASE("a card that says what one is entitled to brings more of the benefit home") {
    CHECK(model("id_card_subsidy_gain") > 0);
}
