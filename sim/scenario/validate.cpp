// SPDX-License-Identifier: Apache-2.0
// What a scenario must satisfy whatever file it came from. `where` of a problem is the key as it is written
// in a file
// ("programmes.pkh.quota", "policy.outreach.workers.task_mix"), so that the reader can add file and line.
#include "base/nearest_name.hpp"
#include "scenario/fields.hpp"
#include "scenario/plain_number.hpp"
#include "scenario/published_fields.hpp"
#include "scenario/scenario.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <type_traits>
#include <utility>

namespace tujuh {

namespace {

/// Shares that people write sum to one only nearly: 0.333 three times does not, 0.333333 three times does.
constexpr double sum_tolerance = 2e-6;
/// Shares of urban and rural persons are published with three decimals.
constexpr double area_tolerance = 0.005;

void check_number(std::string where, double value, std::string_view unit, double low, double high,
                  Problems& problems) {
    if (auto problem = number_problem(std::move(where), value, unit, low, high))
        problems.push_back(std::move(*problem));
}

/// Ranges of all numbers of a struct by its rows.
template <class Struct, std::size_t count>
void check_fields(const Struct& value, const FieldRow<Struct> (&rows)[count], const std::string& table,
                  Problems& problems) {
    for (const auto& row : rows) {
        const std::string where = table + std::string(row.key);
        std::visit(
            [&](const auto& member) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(member)>, MonthMember<Struct>>) {
                    using Value = std::decay_t<decltype(value.*member)>;
                    if constexpr (std::is_same_v<Value, std::array<double, need_count>>) {
                        for (std::size_t i = 0; i < need_count; ++i)
                            check_number(where + "." + std::string(need_rows[i].key), (value.*member)[i],
                                         row.unit, row.low, row.high, problems);
                    } else if constexpr (std::is_arithmetic_v<Value> && !std::is_same_v<Value, bool>) {
                        check_number(where, static_cast<double>(value.*member), row.unit, row.low, row.high,
                                     problems);
                    }
                }
            },
            row.member);
    }
}

bool is_plain_name(std::string_view name) {
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               c == '-';
    };
    return !name.empty() && std::all_of(name.begin(), name.end(), plain);
}

void check_plain_name(const std::string& where, const std::string& name, Problems& problems) {
    if (is_plain_name(name)) return;
    problems.push_back(
        {where, "\"" + name + "\" cannot be used as a name", "allowed: a-z, A-Z, 0-9, _ and -", ""});
}

void check_sum(const std::string& where, double sum, const std::string& of, Problems& problems) {
    if (std::abs(sum - 1) <= sum_tolerance || !std::isfinite(sum)) return;
    const bool percentages = std::abs(sum - 100) <= 100 * sum_tolerance;
    std::string suggestion = sum > 1 ? "take away " + plain_number(sum - 1) : "add " + plain_number(1 - sum);
    if (percentages) suggestion = "write shares, 0.3 for 30 %";
    problems.push_back({where, of + " sum to " + plain_number(sum), "they must sum to 1", suggestion});
}

void check_parameters(Parameters parameters, Problems& problems) {
    for_each_parameter(parameters, [&](const auto& row, double value) {
        check_number(std::string(row.key), value, row.unit, row.low, row.high, problems);
    });
    const NeedParameters& needs = parameters.needs;
    check_sum("needs",
              needs.weight_livelihood + needs.weight_health + needs.weight_education + needs.weight_shelter +
                  needs.weight_care + needs.weight_participation,
              "the six weights", problems);
}

void check_programmes(const std::vector<Programme>& programmes, Problems& problems) {
    if (programmes.size() > max_programmes)
        problems.push_back({"programmes",
                            plain_number(static_cast<double>(programmes.size())) + " programmes are too many",
                            "at most " + plain_number(max_programmes), "leave one out with enabled = false"});
    std::set<std::string> keys;
    for (const Programme& programme : programmes) {
        const std::string table = "programmes." + programme.key;
        check_plain_name(table, programme.key, problems);
        if (!keys.insert(programme.key).second)
            problems.push_back({table, "stands twice", "each programme has a key of its own", ""});
        check_fields(programme, programme_rows, table + ".", problems);
    }
}

/// Whether any activity of the task may be done.
bool is_done(const Settings& settings, std::size_t task) {
    for (std::size_t i = 0; i < activity_count; ++i)
        if (task_index_of(static_cast<Activity>(i)) == task && settings.activities[i].enabled) return true;
    return false;
}

/// Says what a mix gives to tasks of which every activity is switched off: hour_shares passes it on.
void remark_on_task_mix(const std::string& where, const Settings& settings, Problems& remarks) {
    std::string tasks;
    double passed_on = 0;
    for (std::size_t task = 0; task < task_count; ++task) {
        if (settings.task_mix[task] == 0 || is_done(settings, task)) continue;
        tasks += (tasks.empty() ? "" : ", ") + std::string(task_keys[task]);
        passed_on += settings.task_mix[task];
    }
    if (passed_on > 0)
        remarks.push_back(
            {where,
             (tasks.size() == 1 ? "every activity of task " + tasks + " is switched off: its "
                                : "every activity of tasks " + tasks + " is switched off: their ") +
                 plain_number(passed_on) + " of the hours pass on to the others",
             "", ""});
}

void check_task_mix(const Settings& settings, Problems& problems) {
    double sum = 0;
    for (std::size_t task = 0; task < task_count; ++task) {
        const double share = settings.task_mix[task];
        const std::string where = "workers.task_mix." + std::string(task_keys[task]);
        check_number(where, share, task_mix_row.unit, task_mix_row.low, task_mix_row.high, problems);
        sum += share;
    }
    check_sum("workers.task_mix", sum, "shares", problems);
}

void check_activities(const Settings& settings, Problems& problems) {
    std::array<double, task_count> sums{};
    for (std::size_t i = 0; i < activity_count; ++i) {
        const auto activity = static_cast<Activity>(i);
        const std::string code{code_of(activity)};
        check_number("workers.activity_mix." + code, settings.activity_mix[i], activity_mix_row.unit,
                     activity_mix_row.low, activity_mix_row.high, problems);
        sums[task_index_of(activity)] += settings.activity_mix[i];
        check_fields(settings.activities[i], activity_setting_rows, "activities." + code + ".", problems);
    }
    for (std::size_t task = 0; task < task_count; ++task)
        check_sum("workers.activity_mix", sums[task], "shares of task " + std::string(task_keys[task]),
                  problems);
}

void check_settings(const Settings& settings, Problems& problems) {
    check_parameters(settings.parameters, problems);
    check_programmes(settings.programmes, problems);
    for (std::size_t kind = 0; kind < worker_kind_count; ++kind)
        check_number("workforce." + std::string(worker_kind_rows[kind].key), settings.workforce[kind],
                     workforce_row.unit, workforce_row.low, workforce_row.high, problems);
    check_task_mix(settings, problems);
    check_activities(settings, problems);
}

/// What a policy would change though it is fixed for a run.
void check_fixed(const std::vector<Programme>& base, const std::vector<Programme>& changed,
                 Problems& problems) {
    for (std::size_t i = 0; i < std::max(base.size(), changed.size()); ++i) {
        if (i >= base.size() || i >= changed.size() || base[i].key != changed[i].key) {
            problems.push_back(
                {"programmes", "a policy adds or removes a programme",
                 "the programmes of a scenario are the same in all months",
                 "give the programme to the whole scenario and change its quota in the policy"});
            return;
        }
        for (const auto& row : programme_rows) {
            if (row.lever != Lever::fixed) continue;
            const bool same = std::visit(
                [&](const auto& member) {
                    if constexpr (std::is_same_v<std::decay_t<decltype(member)>, MonthMember<Programme>>)
                        return true;
                    else
                        return base[i].*member == changed[i].*member;
                },
                row.member);
            if (!same)
                problems.push_back({"programmes." + base[i].key + "." + std::string(row.key),
                                    "cannot be changed by a policy", "it holds for the whole run",
                                    "set it in [programmes." + base[i].key + "]"});
        }
    }
}

/// A policy that no month of the run reaches would change nothing, unseen.
void check_from_month(const std::string& where, std::int32_t from_month, std::int32_t months,
                      Problems& problems) {
    const auto found = plain_number(from_month);
    if (from_month < 0 || from_month > 1200)
        check_number(where, from_month, "months since tick 0", 0, 1200, problems);
    else if (from_month >= months && months > 0)
        problems.push_back(
            {where, found + " is never reached",
             "allowed: 0 to " + plain_number(months - 1) + ", as months is " + plain_number(months),
             "begin the policy earlier, or set months to more than " + found});
}

/// A policy holds all that came before it: a problem is told where it first comes in.
void check_policies(const Scenario& scenario, Problems& problems) {
    using Told = std::pair<std::string, std::string>;
    std::set<Told> told;
    for (const Problem& problem : problems) told.insert({problem.where, problem.what});
    std::set<std::string> ids;
    std::int32_t last_month = 0;
    for (const DatedSettings& policy : scenario.policies) {
        const std::string name = "policy." + policy.id;
        check_plain_name(name, policy.id, problems);
        if (!ids.insert(policy.id).second)
            problems.push_back({name, "stands twice", "each policy has an id of its own", ""});
        check_from_month(name + ".from_month", policy.from_month, scenario.months, problems);
        if (policy.from_month < last_month)
            problems.push_back(
                {name, "is not in the order of months", "policies are sorted by from_month", ""});
        last_month = std::max(last_month, policy.from_month);
        Problems found;
        check_settings(policy.settings, found);
        check_fixed(scenario.base.programmes, policy.settings.programmes, found);
        for (Problem& problem : found) {
            if (!told.insert({problem.where, problem.what}).second) continue;
            problem.where = name + "." + problem.where;
            problems.push_back(std::move(problem));
        }
    }
}

void check_arm(const Trial& trial, const TrialArm& arm, const std::string& name, Problems& problems) {
    check_plain_name(name, arm.id, problems);
    check_fields(arm, trial_arm_rows, name + ".", problems);
    const bool by_village = trial.unit == TrialUnit::village;
    const auto of_villages = [&](std::string_view key) {
        problems.push_back({name + "." + std::string(key), "is done to whole villages",
                            "the units of this trial are households", "set unit = \"village\" in the trial"});
    };
    if (arm.distance_km > 0 && !by_village) of_villages("distance_km");
    if (arm.selection == TrialSelection::unchanged) return;
    if (!by_village) of_villages("selection");
    if (!(trial.places > 0))
        problems.push_back({name + ".selection", "has no places to fill",
                            "a share of the villages' households", "set places in the trial"});
}

void check_trials(const Scenario& scenario, Problems& problems) {
    std::vector<std::string_view> programmes;
    for (const Programme& programme : scenario.base.programmes) programmes.push_back(programme.key);
    std::set<std::string> ids;
    for (const Trial& trial : scenario.trials) {
        const std::string name = "trial." + trial.id;
        check_plain_name(name, trial.id, problems);
        if (!ids.insert(trial.id).second)
            problems.push_back({name, "stands twice", "each trial has an id of its own", ""});
        check_fields(trial, trial_rows, name + ".", problems);
        if (std::find(programmes.begin(), programmes.end(), trial.programme) == programmes.end()) {
            const std::string_view nearest = nearest_name(trial.programme, programmes);
            problems.push_back({name + ".programme", "\"" + trial.programme + "\" is not a programme here",
                                "a key of [programmes]",
                                nearest.empty() ? "" : "did you mean " + std::string(nearest) + "?"});
        }
        if (trial.arms.empty())
            problems.push_back(
                {name, "has no arm", "at least one is needed", "write [[trial.arm]] below it"});
        double shares = 0;
        std::set<std::string> arms;
        for (const TrialArm& arm : trial.arms) {
            const std::string arm_name = name + ".arm." + arm.id;
            if (!arms.insert(arm.id).second)
                problems.push_back({arm_name, "stands twice", "each arm has an id of its own", ""});
            check_arm(trial, arm, arm_name, problems);
            shares += arm.share <= 1 ? arm.share : 0; // one out of range is told already
        }
        if (!(shares <= 1 + sum_tolerance))
            problems.push_back({name, "the shares of its arms sum to " + plain_number(shares),
                                "they may sum to 1 at most; who is in no arm is left alone", ""});
    }
}

void check_province(const ProvinceFigures& province, Problems& problems) {
    const std::string table = "published." + province.code;
    check_fields(province, province_rows, table + ".", problems);
    double shares = 0;
    for (std::size_t i = 0; i < area_count; ++i) {
        const AreaFigures& area = province.areas[i];
        shares += area.population_share;
        if (area.population_share == 0) continue; // the province has no such part
        check_fields(area, area_rows, table + "." + std::string(area_keys[i]) + ".", problems);
    }
    if (!(std::abs(shares - 1) <= area_tolerance))
        problems.push_back({table, "the urban and the rural share sum to " + plain_number(shares),
                            "they must sum to 1", ""});
}

void check_published(const Scenario& scenario, Problems& problems) {
    if (scenario.published.provinces.empty())
        problems.push_back({"population.provinces_table", "holds no province", "at least one is needed", ""});
    std::set<std::string> codes;
    for (const ProvinceFigures& province : scenario.published.provinces) {
        if (!codes.insert(province.code).second)
            problems.push_back(
                {"published." + province.code, "stands twice", "each province has one row", ""});
        check_province(province, problems);
    }
}

/// A province that is asked for must be in the table; who writes its name is told its code.
void check_province_code(const std::string& code, const PublishedTables& published, Problems& problems) {
    if (published.provinces.empty()) return; // told already
    std::string codes;
    std::vector<std::string_view> names;
    for (const ProvinceFigures& province : published.provinces) {
        if (province.code == code) return;
        codes += (codes.empty() ? "" : ", ") + province.code;
        names.push_back(province.name);
    }
    std::string suggestion;
    const std::string_view nearest = nearest_name(code, names);
    for (const ProvinceFigures& province : published.provinces)
        if (!nearest.empty() && province.name == nearest)
            suggestion = "the code of " + province.name + " is \"" + province.code + "\"";
    problems.push_back({"population.provinces", "\"" + code + "\" is not the code of a province",
                        "in the table: " + codes, suggestion});
}

void check_population(const Scenario& scenario, Problems& problems) {
    const PopulationDesign& design = scenario.population;
    check_fields(design, population_design_rows, "population.", problems);
    std::set<std::string> seen;
    for (const std::string& code : design.provinces) {
        if (!seen.insert(code).second)
            problems.push_back(
                {"population.provinces", "\"" + code + "\" stands twice", "each province once", ""});
        check_province_code(code, scenario.published, problems);
    }
    if (design.households == 0 && !design.takes_everybody() &&
        (design.districts_per_province == 0 || design.villages_per_district == 0))
        problems.push_back({"population.households", "no households are asked for",
                            "a population needs at least one household",
                            "give households, or districts_per_province and villages_per_district, or "
                            "households_per_village = 0 for everybody"});
}

} // namespace

const Settings& settings_at(const Scenario& scenario, std::int32_t tick) noexcept {
    const Settings* in_force = &scenario.base;
    for (const DatedSettings& policy : scenario.policies)
        if (policy.from_month <= tick) in_force = &policy.settings;
    return *in_force;
}

Problems remarks(const Scenario& scenario) {
    Problems found;
    remark_on_task_mix("workers.task_mix", scenario.base, found);
    const Settings* before = &scenario.base;
    for (const DatedSettings& policy : scenario.policies) {
        bool same = policy.settings.task_mix == before->task_mix;
        for (std::size_t task = 0; task < task_count; ++task)
            same = same && is_done(policy.settings, task) == is_done(*before, task);
        if (!same) remark_on_task_mix("policy." + policy.id + ".workers.task_mix", policy.settings, found);
        before = &policy.settings;
    }
    return found;
}

Problems validate(const Scenario& scenario) {
    Problems problems;
    check_fields(scenario, scenario_rows, "", problems);
    check_number("start", scenario.start_year, "year", 1900, 2200, problems);
    check_number("start", scenario.start_month, "month of the year", 1, 12, problems);
    check_population(scenario, problems);
    check_published(scenario, problems);
    check_settings(scenario.base, problems);
    check_policies(scenario, problems);
    check_trials(scenario, problems);
    return problems;
}

} // namespace tujuh
