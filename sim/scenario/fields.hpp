// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/design.hpp"
#include "scenario/scenario.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Every key of a scenario file that is not a parameter, a row each: key, member, unit, range, meaning. The
/// reader, the validator, the JSON Schema and the documentation all come from these rows and from those of
/// the parameters.
namespace tujuh {

enum class FileKind : unsigned char { scenario, design };
inline constexpr NamedRow file_kind_rows[] = {
    {"scenario", "a scenario", "skenario"},
    {"design", "a design for sweeps", "rancangan percobaan"},
};

/// A calendar month that lies in two members.
template <class Struct> struct MonthMember { std::int32_t Struct::*year, Struct::*month; };

/// The member behind a key. What may be written after the key follows from its type.
template <class Struct>
using FieldMember =
    std::variant<double Struct::*, Rupiah Struct::*, std::uint32_t Struct::*, std::int32_t Struct::*,
                 bool Struct::*, std::string Struct::*, std::vector<std::string> Struct::*,
                 std::array<double, need_count> Struct::*, AgencyKind Struct::*, ProgrammeKind Struct::*,
                 Channel Struct::*, BenefitUnit Struct::*, RequiredMembers Struct::*, FileKind Struct::*,
                 TrialUnit Struct::*, TrialParticipants Struct::*, TrialSelection Struct::*,
                 DesignMethod Struct::*, FactorScale Struct::*, Goal Struct::*, MonthMember<Struct>>;

/// The words that may stand for an enumeration.
constexpr std::span<const NamedRow> words_of(AgencyKind) {
    return agency_rows;
}
constexpr std::span<const NamedRow> words_of(ProgrammeKind) {
    return programme_kind_rows;
}
constexpr std::span<const NamedRow> words_of(Channel) {
    return channel_rows;
}
constexpr std::span<const NamedRow> words_of(BenefitUnit) {
    return benefit_unit_rows;
}
constexpr std::span<const NamedRow> words_of(RequiredMembers) {
    return required_members_rows;
}
constexpr std::span<const NamedRow> words_of(FileKind) {
    return file_kind_rows;
}
constexpr std::span<const NamedRow> words_of(TrialUnit) {
    return trial_unit_rows;
}
constexpr std::span<const NamedRow> words_of(TrialParticipants) {
    return trial_participants_rows;
}
constexpr std::span<const NamedRow> words_of(TrialSelection) {
    return trial_selection_rows;
}
constexpr std::span<const NamedRow> words_of(DesignMethod) {
    return design_method_rows;
}
constexpr std::span<const NamedRow> words_of(FactorScale) {
    return factor_scale_rows;
}
constexpr std::span<const NamedRow> words_of(Goal) {
    return goal_rows;
}

enum class Given : unsigned char { may_be, must_be };
enum class Lever : unsigned char { for_policies, fixed }; ///< fixed: a policy may not change it during a run

template <class Struct> struct FieldRow {
    std::string_view key;
    FieldMember<Struct> member;
    std::string_view unit;
    double low, high; ///< of a number, both ends included; 0 and 0 for all else
    std::string_view meaning;
    Given given = Given::may_be;
    Lever lever = Lever::for_policies;
};

/// What is wrong with a number of this unit and range, if anything; a share written as a percentage is
/// recognised.
std::optional<Problem> number_problem(std::string where, double value, std::string_view unit, double low,
                                      double high);

/// What a table says of values that stand under names of their own, such as shares under activities.
struct ValueRow {
    std::string_view unit;
    double low, high;
    std::string_view meaning;
};

/// The head of a file; gone once it is read.
struct FileHead {
    std::int32_t format = 0;
    FileKind kind = FileKind::scenario;
    std::string extends;
};
/// Paths of the tables behind `Scenario::published`.
struct TablePaths {
    std::string provinces, areas;
};
/// The head of a `[[policy]]`; the rest of it are ordinary keys.
struct PolicyHead {
    std::string id, title, title_id;
    std::int32_t from_month = 0;
    bool enabled = true;
};
/// `enabled` in `[programmes.<key>]`.
struct ProgrammeSwitch {
    bool enabled = true;
};

inline constexpr std::int32_t scenario_format = 1;
inline constexpr double largest_seed = 4294967295.0, most_households = 100e6;

inline constexpr FieldRow<FileHead> file_head_rows[] = {
    {"format", &FileHead::format, "number of the format", 1, 1, "format that the file is written in",
     Given::must_be},
    {"kind", &FileHead::kind, "word", 0, 0, "what the file describes"},
    {"extends", &FileHead::extends, "path or name", 0, 0,
     "file that this one builds on: a path from this file's folder, or the name of a shipped scenario"},
};

inline constexpr FieldRow<Scenario> scenario_rows[] = {
    {"title", &Scenario::title, "text", 0, 0, "title in English"},
    {"title_id", &Scenario::title_id, "text", 0, 0, "title in Indonesian"},
    {"seed", &Scenario::seed, "number", 0, largest_seed, "seed of all random numbers"},
    {"replicates", &Scenario::replicates, "replicates", 1, 10000,
     "how often population, sample and events are drawn anew"},
    {"months", &Scenario::months, "months", 1, 1200, "months that are simulated and reported"},
    {"burn_in_months", &Scenario::burn_in_months, "months", 0, 1200,
     "months that are simulated before tick 0"},
    {"start", MonthMember<Scenario>{&Scenario::start_year, &Scenario::start_month}, "calendar month", 0, 0,
     "calendar month of tick 0, as \"2025-03\""},
};

inline constexpr FieldRow<PopulationDesign> population_design_rows[] = {
    {"provinces", &PopulationDesign::provinces, "codes", 0, 0,
     "codes of the provinces that are drawn; an empty list: all"},
    {"households", &PopulationDesign::households, "households", 0, most_households,
     "households aimed at; not used where districts and villages are given; 0 with households_per_village "
     "= 0: everybody"},
    {"households_per_village", &PopulationDesign::households_per_village, "households", 0, 4096,
     "households drawn in a village; 0: all of them"},
    {"districts_per_province", &PopulationDesign::districts_per_province, "districts", 0, 1000,
     "districts drawn in a province; 0: worked out from households"},
    {"villages_per_district", &PopulationDesign::villages_per_district, "villages", 0, 10000,
     "villages drawn in a district; 0: worked out from households"},
};

inline constexpr FieldRow<TablePaths> table_path_rows[] = {
    {"provinces_table", &TablePaths::provinces, "path", 0, 0, "table of published figures, a row a province",
     Given::must_be},
    {"areas_table", &TablePaths::areas, "path", 0, 0,
     "table of published figures, a row for the urban and the rural part of a province", Given::must_be},
};

inline constexpr FieldRow<Programme> programme_rows[] = {
    {"title", &Programme::title, "text", 0, 0, "name in English", Given::may_be, Lever::fixed},
    {"title_id", &Programme::title_id, "text", 0, 0, "name in Indonesian", Given::may_be, Lever::fixed},
    {"agency", &Programme::agency, "word", 0, 0, "kind of agency that runs it", Given::must_be, Lever::fixed},
    {"kind", &Programme::kind, "word", 0, 0, "what is delivered, and so how it acts on a household",
     Given::must_be, Lever::fixed},
    {"channel", &Programme::channel, "word", 0, 0, "how households come to it", Given::must_be},
    {"benefit_per", &Programme::benefit_per, "word", 0, 0, "who counts when the benefit is worked out"},
    {"benefit", &Programme::benefit, "rupiah a month for each counted unit", 0, 1e8, "benefit",
     Given::must_be},
    {"relief", &Programme::relief, "share of the deficit", 0, 1,
     "share of a deficit that full, well-used service takes away, by need"},
    {"cutoff_percentile", &Programme::cutoff_percentile, "share of persons", 0.0001, 1,
     "eligible below this point of the national distribution of resources a person", Given::must_be},
    {"required", &Programme::required, "word", 0, 0, "members that a household must have"},
    {"quota", &Programme::quota, "households in the nation", 0, 200e6,
     "households that may be served at one time", Given::must_be},
    {"recertification_months", &Programme::recertification_months, "months", 0, 1200,
     "months between checks of a served household; 0: never checked"},
    {"service_months", &Programme::service_months, "months", 0, 255,
     "months after which a service or asset is complete; 0: no end"},
    {"documents_required", &Programme::documents_required, "0 or 1", 0, 1,
     "1: papers are asked for, 0: they are not"},
    {"leakage", &Programme::leakage, "share of the benefit", 0, 1,
     "share of the benefit that is lost before it reaches an unaware household"},
    {"administration", &Programme::administration, "share of the budget", 0, 0.9,
     "share of the budget spent on running the programme"},
};
inline constexpr FieldRow<ProgrammeSwitch> programme_switch_rows[] = {
    {"enabled", &ProgrammeSwitch::enabled, "true or false", 0, 0,
     "false: the programme of the base is left out of this scenario", Given::may_be, Lever::fixed},
};

inline constexpr FieldRow<ActivitySetting> activity_setting_rows[] = {
    {"enabled", &ActivitySetting::enabled, "true or false", 0, 0, "false: the activity is not carried out"},
    {"sham", &ActivitySetting::sham, "true or false", 0, 0,
     "true: it takes candidates, hours, travel and fatigue, and has no effect"},
    {"hours", &ActivitySetting::hours, "hours an act", 0.01, 1000, "hours that an act takes, before travel"},
};

inline constexpr FieldRow<PolicyHead> policy_head_rows[] = {
    {"id", &PolicyHead::id, "name", 0, 0, "name of the policy; the same id replaces a policy of the base",
     Given::must_be},
    {"title", &PolicyHead::title, "text", 0, 0, "title in English"},
    {"title_id", &PolicyHead::title_id, "text", 0, 0, "title in Indonesian"},
    {"from_month", &PolicyHead::from_month, "months since tick 0", 0, 1200,
     "first month in which it is in force", Given::must_be},
    {"enabled", &PolicyHead::enabled, "true or false", 0, 0, "false: the policy is left out"},
};

inline constexpr FieldRow<Trial> trial_rows[] = {
    {"id", &Trial::id, "name", 0, 0, "name of the trial; the same id replaces a trial of the base",
     Given::must_be},
    {"title", &Trial::title, "text", 0, 0, "title in English"},
    {"title_id", &Trial::title_id, "text", 0, 0, "title in Indonesian"},
    {"programme", &Trial::programme, "key of a programme", 0, 0, "programme that the trial is about",
     Given::must_be},
    {"unit", &Trial::unit, "word", 0, 0, "what is drawn into an arm as a whole"},
    {"participants", &Trial::participants, "word", 0, 0, "which households take part"},
    {"from_month", &Trial::from_month, "months since tick 0", 0, 1200, "first month of the trial"},
    {"months", &Trial::months, "months", 1, 1200, "months that the trial lasts"},
    {"known", &Trial::known, "true or false", 0, 0,
     "true: all participants are told of the programme, in the untreated world too"},
    {"places", &Trial::places, "share of households", 0, 1,
     "households of the villages with a selection that it may choose"},
    {"poorest_share", &Trial::poorest_share, "share of participants", 0, 1,
     "participants counted as poor; 0: those below the poverty line"},
};
inline constexpr FieldRow<TrialArm> trial_arm_rows[] = {
    {"id", &TrialArm::id, "name", 0, 0, "name of the arm", Given::must_be},
    {"title", &TrialArm::title, "text", 0, 0, "title in English"},
    {"title_id", &TrialArm::title_id, "text", 0, 0, "title in Indonesian"},
    {"share", &TrialArm::share, "share of units", 0, 1, "units drawn into this arm", Given::must_be},
    {"known", &TrialArm::known, "true or false", 0, 0,
     "true: told at the beginning of the programme and of what they are entitled to"},
    {"documents", &TrialArm::documents, "true or false", 0, 0, "true: papers complete from the beginning on"},
    {"help", &TrialArm::help, "true or false", 0, 0,
     "true: those who know the programme are offered help with asking each month"},
    {"distance_km", &TrialArm::distance_km, "km", 0, 1000, "added to the way to the service point"},
    {"selection", &TrialArm::selection, "word", 0, 0, "who chooses the households that are served"},
};

/// `[design]` of a design file.
inline constexpr FieldRow<Design> design_rows[] = {
    {"method", &Design::method, "word", 0, 0, "how the points are chosen", Given::must_be},
    {"points", &Design::points, "points", 1, most_points,
     "points of a Latin hypercube, a Sobol' sequence or a rejection; least_squares: points before the "
     "search"},
    {"samples", &Design::samples, "rows", 2, 100000,
     "saltelli: rows of each of the two samples; a power of two keeps their balance"},
    {"trajectories", &Design::trajectories, "trajectories", 2, 100000, "morris: trajectories"},
    {"levels", &Design::levels, "levels", 2, 1000,
     "grid and morris: levels of each factor, both ends of its range included"},
    {"starts", &Design::starts, "searches", 1, 100,
     "least_squares: searches, each from another of the best points so far; usually 2"},
    {"evaluations", &Design::evaluations, "points", 10, 100000,
     "least_squares: most points of a search; usually 100"},
    {"step", &Design::step, "share of the range", 0.001, 0.5,
     "least_squares: how far from the best point slopes are measured; usually 0.1"},
    {"accepted", &Design::accepted, "share of the points", 0.0001, 1,
     "rejection: the nearest that are accepted, ten at least; usually 0.05"},
    {"recover", &Design::recover, "true or false", 0, 0,
     "least_squares and rejection: true: the targets take their values from the scenario itself, run with "
     "other random numbers, to see whether the factors are found again"},
    {"population", &Design::population, "points", 4, 100000, "evolution: points of a generation"},
    {"generations", &Design::generations, "generations", 1, 100000, "evolution: generations after the first"},
    {"check_replicates", &Design::check_replicates, "replicates", 2, 10000,
     "evolution: replicates with other random numbers in which the best points are run again; usually 8"},
    {"table", &Design::table, "path", 0, 0,
     "listed: table of points, a column a key and a row a point, as any program may draw them; least_squares "
     "and rejection: table of published figures with name, value, low, high and source"},
    {"seed", &Design::seed, "number", 0, largest_seed, "seed of the points; the runs have the scenario's"},
    {"replicates", &Design::replicates, "replicates", 1, 10000, "runs at each point"},
    {"common_random_numbers", &Design::common_random_numbers, "true or false", 0, 0,
     "true: all points share the luck of their replicates; false: no two runs share a draw"},
    {"rescale_mixes", &Design::rescale_mixes, "true or false", 0, 0,
     "true: the shares of a mix that are no factors take what the factors leave, in their proportions; where "
     "all are factors, these are weights, and the shares are those of their sum"},
    {"outcomes", &Design::outcomes, "names", 0, 0,
     "outcomes that are kept; an empty list: the headline ones"},
    {"groupings", &Design::groupings, "names", 0, 0, "groupings by which the outcomes are kept besides"},
    {"from_month", &Design::from_month, "months since tick 0", 0, 1200,
     "first month over which outcomes are averaged; not given: the last twelve months"},
    {"to_month", &Design::to_month, "months since tick 0", 0, 1200,
     "last month over which outcomes are averaged"},
};
/// A `[[factor]]` of a design file, but for `values`.
inline constexpr FieldRow<Factor> factor_rows[] = {
    {"key", &Factor::key, "key of the scenario", 0, 0, "what is varied, as after --set", Given::must_be},
    {"title", &Factor::title, "text", 0, 0, "title in English"},
    {"title_id", &Factor::title_id, "text", 0, 0, "title in Indonesian"},
    {"low", &Factor::low, "unit of the key", -1e15, 1e15,
     "lower end of the range; not given: that which is allowed for the key"},
    {"high", &Factor::high, "unit of the key", -1e15, 1e15, "upper end of the range"},
    {"scale", &Factor::scale, "word", 0, 0, "how equal steps are measured"},
    {"whole", &Factor::whole, "true or false", 0, 0,
     "true: whole numbers only, each as likely as the others"},
    {"levels", &Factor::levels, "levels", 2, 10000, "grid: levels of this factor"},
};
/// `values` of a `[[factor]]`.
inline constexpr ValueRow factor_values_row = {"unit of the key", 0, 0,
                                               "values that the factor takes, instead of a range"};

/// What a `[[target]]`, an `[[objective]]` and a `[[limit]]` read of a run.
inline constexpr FieldRow<Reading> reading_rows[] = {
    {"outcome", &Reading::outcome, "name", 0, 0, "outcome that is read", Given::must_be},
    {"group", &Reading::group, "grouping/key", 0, 0,
     "group in which it is read, as \"decile/1\" or \"area/rural\"; not given: the nation"},
    {"from_month", &Reading::from_month, "months since tick 0", 0, 1200,
     "first month over which it is averaged; not given: the window of the design"},
    {"to_month", &Reading::to_month, "months since tick 0", 0, 1200, "last month over which it is averaged"},
};
/// A `[[target]]` of a design file, besides what it reads.
inline constexpr FieldRow<Target> target_rows[] = {
    {"published", &Target::published, "name", 0, 0,
     "row of the table of published figures that gives value, tolerance and source"},
    {"value", &Target::value, "unit of the outcome", -1e15, 1e15, "figure to come near to"},
    {"tolerance", &Target::tolerance, "unit of the outcome", 0, 1e15,
     "standard deviation of the figure; not given: a quarter of the way from low to high in the table"},
    {"held_out", &Target::held_out, "true or false", 0, 0,
     "true: nothing is fitted to it; it shows what the fit is worth"},
    {"source", &Target::source, "text", 0, 0, "where the figure comes from"},
};
/// An `[[objective]]` of a design file, besides what it reads.
inline constexpr FieldRow<Objective> objective_rows[] = {
    {"goal", &Objective::goal, "word", 0, 0, "which way is better", Given::must_be},
};
/// A `[[limit]]` of a design file, besides what it reads.
inline constexpr FieldRow<Limit> limit_rows[] = {
    {"at_most", &Limit::at_most, "unit of the outcome", -1e15, 1e15, "largest value that is allowed"},
    {"at_least", &Limit::at_least, "unit of the outcome", -1e15, 1e15, "smallest value that is allowed"},
    {"of_base", &Limit::of_base, "true or false", 0, 0,
     "true: both are multiples of what the scenario gives without any factor set"},
};

/// The tasks as keys of `task_mix`.
inline constexpr std::array<std::string_view, task_count> task_keys = {"1", "2", "3", "4", "5", "6", "7"};

inline constexpr ValueRow workforce_row = {"persons in the nation", 0, 10e6, "posts of this kind of worker"};
inline constexpr ValueRow task_mix_row = {"share of working hours", 0, 1,
                                          "hours that go to this task; they sum to 1"};
inline constexpr ValueRow activity_mix_row = {"share of the task's hours", 0, 1,
                                              "hours that go to this activity; they sum to 1 within a task"};

enum class FieldType : unsigned char { number, whole_number, flag, text, texts, month, word };

/// A key of a scenario file as the schema and the documentation show it.
struct FieldDescription {
    std::string table; ///< "" for the top, "population", "programmes.*", "workers.task_mix", "policy.*"
    std::string_view key;
    FieldType type{};
    std::string_view unit;
    double low = 0, high = 0;             ///< of numbers
    std::optional<double> default_number; ///< where a number has one whatever the scenario
    std::span<const NamedRow> words;      ///< of a word, where the list is fixed
    std::string_view meaning;
    std::string_view source; ///< of the default of a parameter
    Given given{};
    Lever lever{};
};

/// Every key that may stand in a scenario file, parameters included, table by table.
std::vector<FieldDescription> describe_fields();

/// The keys of a design file besides: tables "design" and "factor.*".
std::vector<FieldDescription> describe_design_fields();

/// The field that a key of a scenario names, given by its parts: {"activities", "2.4", "hours"}. Of a
/// policy's key the field that it sets. Nothing for a key that no field has.
std::optional<FieldDescription> find_field(std::span<const std::string> parts);

} // namespace tujuh
