// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/activity.hpp"
#include "scenario/names.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tujuh {

/// The ways in which outcomes are broken down.
enum class Grouping : unsigned char { decile, province, area, head, disability, programme };
inline constexpr std::size_t grouping_count = 6;
struct GroupingRow {
    std::string_view key, title, title_id;
};
inline constexpr GroupingRow grouping_rows[grouping_count] = {
    {"decile", "tenth of persons by consumption, poorest first",
     "persepuluhan penduduk menurut konsumsi, dari termiskin"},
    {"province", "province", "provinsi"},
    {"area", "urban or rural", "perkotaan atau perdesaan"},
    {"head", "sex of the head of household", "jenis kelamin kepala rumah tangga"},
    {"disability", "household with a person with disability", "rumah tangga dengan penyandang disabilitas"},
    {"programme", "programme", "program"},
};

/// The groups of one grouping: keys as in data, titles in both languages.
struct GroupLabels {
    std::vector<std::string> key, title, title_id;
};

/// What public money was used for. `budget` = the other four together, for each programme and year.
enum class MoneyUse : unsigned char { budget, delivered, leaked, administered, unspent };
inline constexpr std::size_t money_use_count = 5;
inline constexpr std::array<std::string_view, money_use_count> money_use_names = {
    "budget", "delivered", "leaked", "administered", "unspent"};

/// Numbers kept of each issue before policy-makers (outcomes/policy_record.hpp).
inline constexpr std::size_t policy_record_count = 10;

/// All that a replicate reports: months from tick 0, national and by group. Missing values are NaN.
struct OutcomeTable {
    std::size_t ticks = 0;
    std::vector<double> national; ///< [outcome of the catalogue][tick]
    struct Grouped {
        GroupLabels labels;
        std::vector<double>
            values; ///< [outcome of the catalogue][tick][group]; NaN throughout where not defined
    };
    std::array<Grouped, grouping_count> groups;
    std::vector<double> activity_hours; ///< [tick][activity], hours in the nation, travel included
    std::vector<double> activity_acts;  ///< [tick][activity], acts in the nation
    std::vector<double> policy;         ///< [number of the record][tick][issue]
    std::size_t years = 0;              ///< budget years begun since tick 0
    std::vector<double> ledger;         ///< [programme][year][use], rupiah in the nation (weighted)
};

struct Scenario;

/// The groups of a grouping in the worlds of a scenario.
GroupLabels group_labels(Grouping grouping, const Scenario& scenario);

/// An empty table with the labels and sizes of the scenario, all NaN.
OutcomeTable make_outcome_table(const Scenario& scenario);

} // namespace tujuh
