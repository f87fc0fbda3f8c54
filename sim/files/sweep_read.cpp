// SPDX-License-Identifier: Apache-2.0
#include "files/sweep_read.hpp"

#include "files/error.hpp"
#include "files/results_read.hpp"
#include "outcomes/catalogue.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace tujuh {

namespace {

using Groups = std::map<std::string, ResultGroup>; ///< by path

Groups read_groups(const std::string& path, std::string_view root) {
    Groups groups;
    for_each_group(path, [&](const ResultGroup& group) {
        if (group.path.starts_with(root)) groups[group.path] = group;
    });
    return groups;
}

[[noreturn]] void lacks(const std::string& dataset) {
    throw Error(ErrorKind::input_output, {{dataset, "does not stand in the file", "", "it may be damaged"}});
}

const ResultArray* find_array(const Groups& groups, const std::string& group, std::string_view name) {
    const auto found = groups.find(group);
    if (found == groups.end()) return nullptr;
    for (const ResultArray& array : found->second.arrays)
        if (array.description.name == name) return &array;
    return nullptr;
}

/// Takes what stands in an array, `count` numbers each of a run, to its places in `results`.
void take_numbers(std::vector<PointResult>& results, const ResultArray& array, const std::string& path,
                  const SweepFile& sweep, std::size_t first, std::size_t count) {
    const std::size_t of_a_run = numbers_of_a_run(sweep);
    const ResultValues held = array.values();
    const auto& values = std::get<std::vector<double>>(held);
    if (values.size() != results.size() * sweep.design.replicates * count) lacks(path);
    auto from = values.begin();
    for (auto& point : results)
        for (std::size_t r = 0; r < sweep.design.replicates; ++r, from += static_cast<long>(count))
            if (!point.failed())
                std::copy_n(from, count, point.values.begin() + static_cast<long>(r * of_a_run + first));
}

/// Takes the outcomes of one group of points, `count` numbers each of a run, to their places in `results`.
void take_outcomes(std::vector<PointResult>& results, const Groups& groups, const std::string& path,
                   const SweepFile& sweep, std::size_t first, std::size_t count) {
    for (std::size_t o = 0; o < sweep.outcomes.size(); ++o) {
        const std::string name(outcome_rows()[sweep.outcomes[o]].name);
        const ResultArray* array = find_array(groups, path, name);
        if (array == nullptr && path != "/points") continue; // not defined in this grouping
        if (array == nullptr) lacks(path + "/" + name);
        take_numbers(results, *array, path + "/" + name, sweep, first + o * count, count);
    }
}

} // namespace

SweepFile sweep_of(const LoadedDesign& loaded) {
    const Scenario& base = loaded.base().scenario;
    SweepFile file;
    file.scenario.name = base.name;
    file.scenario.title = base.title;
    file.scenario.title_id = base.title_id;
    file.scenario.resolved_text = loaded.base().resolved_text;
    for (const auto& table : loaded.base().tables) file.scenario.tables.push_back({table.name, table.text});
    file.scenario.parameters = base.base.parameters;
    file.seed = base.seed;
    file.months = base.months;
    file.burn_in_months = base.burn_in_months;
    file.start_year = base.start_year;
    file.start_month = base.start_month;
    file.design = loaded.design();
    file.points = loaded.points();
    file.design_text = loaded.resolved_text();
    file.base_values = loaded.base_point().value;
    for (const auto& name : file.design.outcomes) file.outcomes.push_back(*find_outcome(name));
    for (const auto& name : file.design.groupings)
        for (std::size_t g = 0; g < grouping_count; ++g)
            if (grouping_rows[g].key == name)
                file.groupings.push_back(
                    {static_cast<Grouping>(g), group_labels(static_cast<Grouping>(g), base)});
    return file;
}

std::vector<PointResult> read_point_results(const std::string& path, const SweepFile& sweep) {
    const Groups groups = read_groups(path, "/points");
    const std::size_t of_a_run = numbers_of_a_run(sweep);
    const ResultArray* reasons = find_array(groups, "/points", "reason");
    if (reasons == nullptr) lacks("/points/reason");
    std::vector<PointResult> results;
    const ResultValues texts = reasons->values();
    for (const auto& reason : std::get<std::vector<std::string>>(texts)) {
        PointResult point{reason, {}};
        if (!point.failed())
            point.values.assign(sweep.design.replicates * of_a_run, std::numeric_limits<double>::quiet_NaN());
        results.push_back(std::move(point));
    }
    take_outcomes(results, groups, "/points", sweep, 0, 1);
    std::size_t first = sweep.outcomes.size();
    for (const auto& swept : sweep.groupings) {
        const std::size_t count = swept.labels.key.size();
        const auto key = grouping_rows[static_cast<std::size_t>(swept.grouping)].key;
        take_outcomes(results, groups, "/points/" + std::string(key), sweep, first, count);
        first += sweep.outcomes.size() * count;
    }
    if (const std::size_t count = readings_of(sweep.design).size(); count > 0) {
        const ResultArray* array = find_array(groups, "/points/reading", "value");
        if (array == nullptr) lacks("/points/reading/value");
        take_numbers(results, *array, "/points/reading/value", sweep, first, count);
    }
    return results;
}

std::vector<PointResult> read_check_results(const std::string& path, const SweepFile& sweep) {
    const Groups groups = read_groups(path, "/optimum");
    const std::size_t readings = readings_of(sweep.design).size(), of_a_run = numbers_of_a_run(sweep);
    const auto replicates = static_cast<std::size_t>(sweep.design.check_replicates);
    std::vector<PointResult> results;
    for (const std::string_view name : {"base", "checked"}) {
        const ResultArray* array = find_array(groups, "/optimum", name);
        if (array == nullptr) lacks("/optimum/" + std::string(name));
        const ResultValues held = array->values();
        const auto& values = std::get<std::vector<double>>(held); // [point][reading][replicate]
        if (values.size() % (readings * replicates) != 0) lacks("/optimum/" + std::string(name));
        for (auto from = values.begin(); from != values.end();) {
            PointResult& point = results.emplace_back();
            point.values.assign(replicates * of_a_run, std::numeric_limits<double>::quiet_NaN());
            for (std::size_t k = 0; k < readings; ++k)
                for (std::size_t r = 0; r < replicates; ++r)
                    point.values[r * of_a_run + first_reading(sweep) + k] = *from++;
        }
    }
    return results;
}

} // namespace tujuh
