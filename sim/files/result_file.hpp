// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/provenance.hpp"
#include "outcomes/flow_table.hpp"
#include "outcomes/outcome_table.hpp"
#include "outcomes/trial_table.hpp"
#include "parameters/parameters.hpp"
#include "scenario/trial.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What goes into a result file, as plain structs. FORMAT.md says how it is laid out.
namespace tujuh {

/// A data table that a scenario used, whole.
struct TableText {
    std::string name, content;
};

/// One scenario and what its replicates reported.
struct ScenarioResult {
    std::string name; ///< file name without folder and suffix
    std::string title, title_id;
    std::string resolved_text;            ///< the whole scenario, without `extends`
    std::vector<TableText> tables;        ///< data that `resolved_text` refers to
    Parameters parameters{};              ///< in force before any policy
    GroupLabels programmes;               ///< in the order of the ledger
    std::vector<OutcomeTable> replicates; ///< at least one, all of one shape
};

/// Published figures of provinces beside those of the model after its last calibration, mean over replicates.
struct CalibrationSection {
    struct Row {
        std::string code, name;
        double published_headcount = 0, model_headcount = 0; ///< share of persons, 0-1
        double published_gini = 0, model_gini = 0;
        double published_mean = 0,
               model_mean = 0; ///< rupiah a person and month; NaN where nothing is published
    };
    std::vector<Row> rows; ///< one a province
};

/// Paired differences of the alternatives from the base. The four arrays are [alternative][outcome of the
/// catalogue][tick], in the outcome's unit; NaN where an outcome is not defined or replicates are too few.
struct ComparisonSection {
    double level = 0.95;            ///< of the interval from `low` to `high`
    std::vector<double> difference; ///< mean over replicates of alternative - base
    std::vector<double> standard_error, low, high;

    /// Means over the last months: [alternative][outcome], the base [outcome].
    struct Window {
        std::int32_t first_tick = 0, last_tick = 0; ///< both included
        double power = 0.8;                         ///< for which replicates are counted
        std::vector<double> base, alternative;      ///< levels, mean over replicates
        std::vector<double> difference, standard_error, low, high;
        std::vector<double> p_value;           ///< two-sided, of no difference
        std::vector<double> holm_p_value;      ///< the same after Holm, among the headline outcomes; else NaN
        std::vector<double> replicates_needed; ///< NaN where the interval excludes zero
    } window;

    /// One grouping, of the outcomes that are defined in it: [alternative][outcome][year][group], and the
    /// window [alternative][outcome][group].
    struct Groups {
        Grouping grouping{};
        std::vector<std::size_t> outcomes; ///< of the catalogue
        std::vector<double> difference, standard_error, low, high;
        std::vector<double> window_difference, window_standard_error, window_low, window_high;
    };
    std::vector<Groups> groups;
};

/// Households that are served or poor in one world and not in the other.
struct FlowSection {
    std::vector<std::vector<FlowTable>> alternatives; ///< [alternative][replicate], all of one shape
};

/// What single activities do to outcomes: the world in which one works against the world in which it is a
/// sham; and the placebo, which must move nothing.
struct AttributionSection {
    /// Own: the outcome that must move. Downstream: one further down the road. Other: one that moved much.
    enum class Role : std::int8_t { own, downstream, other };
    struct Row {
        std::string activity; ///< code
        Role role{};
        std::string outcome;        ///< name in the catalogue
        int expected_direction = 0; ///< of the own outcome: 1 up, -1 down; 0 for the rest: none is required
        double difference = 0; ///< working - sham, mean over the months of the window, in the outcome's unit
        double standard_error = 0, low = 0, high = 0;
        bool as_expected = false; ///< of the own outcome
        double acts_a_month = 0;  ///< of the activity, in the nation, while it works
    };
    struct Placebo {
        double hours_share = 0; ///< share of all hours that the activity without effect took
        double values = 0;      ///< numbers compared
        double different = 0;   ///< of them not equal to the bit
        double largest_difference = 0;
    };
    double level = 0.99;                        ///< of the intervals
    std::int32_t first_tick = 0, last_tick = 0; ///< months over which outcomes are averaged, both included
    bool reallocate = false; ///< activities were not done, so that their hours went to others
    std::vector<Row> rows;
    Placebo placebo;
};

/// Shapley values of the tasks, in the outcome's unit.
struct ShapleySection {
    /// [task][...], and what all tasks do together [...].
    struct Values {
        std::vector<double> value, standard_error, low, high;
        std::vector<double> whole, whole_low, whole_high; ///< all tasks at work less none
    };
    /// Of the outcomes that are defined in a grouping, means over the window: [outcome][group].
    struct Groups {
        GroupingRow grouping{};
        GroupLabels labels;
        std::vector<std::size_t> outcomes; ///< of the catalogue
        Values values;
    };
    /// Interaction of two tasks: [pair][outcome of the catalogue], pairs in the order 1-2, 1-3 ... 6-7.
    struct Pairs {
        std::vector<double> interaction, standard_error, low, high;
    };
    double level = 0.95;
    std::int32_t first_tick = 0, last_tick = 0; ///< of the window
    bool reallocate = false;
    Values window; ///< [outcome of the catalogue]
    Values years;  ///< [outcome of the catalogue][year]
    std::vector<Groups> groups;
    Pairs pairs;
};

/// One `[[trial]]` of the base and what came out of it.
struct TrialSection {
    Trial trial;
    std::vector<TrialTable> replicates;
};

/// Figures of the model beside published ones, pattern by pattern.
struct PatternSection {
    enum class Verdict : std::int8_t { miss, hit, unknown };
    struct Row {
        std::string pattern, figure, title, title_id, unit, source, fitted_by;
        double published = 0, published_low = 0, published_high = 0;
        double model = 0, model_low = 0, model_high = 0;
        Verdict verdict{};
    };
    double level = 0.95; ///< of the model's intervals
    std::vector<Row> rows;
};

struct ResultFile {
    std::string title, title_id;
    std::string command; ///< the command line without folders
    Provenance provenance = this_build();
    std::uint32_t seed = 1;
    std::int32_t burn_in_months = 0;
    std::int32_t start_year = 2025, start_month = 1; ///< calendar month of tick 0
    std::int32_t threads = 1;
    double wall_seconds = 0;
    std::vector<ScenarioResult> scenarios;       ///< the base, then the alternatives; at least one
    std::optional<ComparisonSection> comparison; ///< its alternatives are `scenarios` without the first
    std::optional<FlowSection> flows;            ///< with the same alternatives
    std::optional<AttributionSection> attribution;
    std::optional<ShapleySection> shapley;
    std::vector<TrialSection> trials; ///< of the base
    std::optional<PatternSection> patterns;
    std::optional<CalibrationSection> calibration; ///< of the base
    std::vector<std::string> notes; ///< sentences for the reader, such as the drift left after burn-in
};

/// The names under which scenarios stand in a file: a name given twice becomes name#2, then name#3; what HDF5
/// keeps for itself (a slash, a name of dots) becomes an underscore.
std::vector<std::string> names_in_file(const std::vector<ScenarioResult>& scenarios);

} // namespace tujuh
