// SPDX-License-Identifier: Apache-2.0
#include "files/result_repeated.hpp"

#include "base/math.hpp"
#include "files/error.hpp"
#include "files/hdf5_handles.hpp"
#include "files/hdf5_reading.hpp"
#include "files/result_hash.hpp"
#include "files/result_layout.hpp"
#include "files/results_read.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace tujuh {

namespace {

Hdf5Dataset open_dataset(const Hdf5File& file, const std::string& path) {
    return {H5Dopen2(file.get(), path.c_str(), H5P_DEFAULT), "open the dataset " + path};
}

Hdf5Group open_group(const Hdf5File& file, const std::string& path) {
    return {H5Gopen2(file.get(), path.c_str(), H5P_DEFAULT), "open the group " + path};
}

std::vector<std::size_t> lengths_of(const Hdf5Dataset& dataset) {
    return lengths_in(Hdf5Space(H5Dget_space(dataset.get()), "read a shape"));
}

/// The texts of a dataset; none where it is no dataset of texts.
std::vector<std::string> texts_in(const Hdf5File& file, const std::string& path) {
    auto values = read_values(open_dataset(file, path).get(), path);
    auto* texts = std::get_if<std::vector<std::string>>(&values);
    return texts == nullptr ? std::vector<std::string>() : std::move(*texts);
}

std::string text_in(const Hdf5File& file, const std::string& path) {
    auto texts = texts_in(file, path);
    if (texts.empty())
        throw Error(ErrorKind::input_output, {{path, "holds no text", "", "the file may be damaged"}});
    return std::move(texts.front());
}

/// What a file carries of a scenario.
struct CarriedTexts {
    std::string name, resolved_text;
    std::vector<NamedText> tables;
};

CarriedTexts carried_texts(const Hdf5File& file, const std::string& prefix,
                           const std::set<std::string>& paths) {
    const std::string group = prefix + "/scenario", tables_group = group + "/tables";
    CarriedTexts carried{
        read_text(open_group(file, group).get(), "name"), text_in(file, group + "/resolved_text"), {}};
    if (paths.count(tables_group + "/content") == 0) return carried;
    const auto names = texts_in(file, tables_group + "/table");
    const auto contents = texts_in(file, tables_group + "/content");
    for (std::size_t t = 0; t < std::min(names.size(), contents.size()); ++t)
        carried.tables.push_back({names[t], contents[t]});
    return carried;
}

LoadedScenario read_scenario_of(const Hdf5File& file, const std::string& prefix,
                                const std::set<std::string>& paths) {
    const CarriedTexts carried = carried_texts(file, prefix, paths);
    return read_resolved(carried.name, carried.resolved_text, carried.tables);
}

bool same_number(double a, double b) {
    return a == b || (a != a && b != b);
}

DatasetDifference difference_of(const Hdf5File& file, const std::string& path,
                                const std::vector<std::size_t>& lengths, const std::vector<double>& values) {
    DatasetDifference difference{path, "", values.size(), 0, 0};
    const auto dataset = open_dataset(file, path);
    if (lengths_of(dataset) != lengths) {
        difference.fault = "has other lengths along its axes";
        return difference;
    }
    std::vector<double> stored(values.size());
    hdf5_checked(H5Dread(dataset.get(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, stored.data()),
                 "read the dataset " + path);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (same_number(stored[i], values[i])) continue;
        ++difference.different;
        const double distance = std::abs(stored[i] - values[i]);
        if (!(distance <= difference.largest)) difference.largest = distance;
    }
    return difference;
}

std::set<std::string> dataset_paths(const ResultSummary& summary) {
    std::set<std::string> paths;
    for (const auto& dataset : summary.datasets) paths.insert(dataset.path);
    return paths;
}

} // namespace

std::vector<LoadedScenario> read_carried_scenarios(const std::string& path) {
    const QuietHdf5 quiet;
    const auto summary = read_result_summary(path);
    const auto paths = dataset_paths(summary);
    Hdf5File file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "open the file");
    std::vector<LoadedScenario> scenarios = {read_scenario_of(file, "", paths)};
    for (std::size_t s = 1; s < summary.scenarios.size(); ++s)
        scenarios.push_back(read_scenario_of(file, "/scenarios/" + summary.scenarios[s], paths));
    return scenarios;
}

CarriedAttribution read_carried_attribution(const std::string& path) {
    const QuietHdf5 quiet;
    const auto paths = dataset_paths(read_result_summary(path));
    const Hdf5File file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "open the file");
    const bool by_activity = paths.count("/attribution/row") != 0;
    const Hdf5Group group = open_group(file, by_activity ? "/attribution" : "/shapley");
    return {by_activity, read_number<std::int32_t>(group.get(), "reallocate") != 0};
}

LoadedDesign read_carried_design(const std::string& path) {
    const QuietHdf5 quiet;
    const auto paths = dataset_paths(read_result_summary(path));
    const Hdf5File file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "open the file");
    const CarriedTexts carried = carried_texts(file, "", paths);
    return read_resolved_design(carried.name, carried.resolved_text, text_in(file, "/design/resolved_text"),
                                carried.tables);
}

std::vector<DatasetDifference> differences_from(const std::string& path,
                                                const std::vector<ResultGroup>& groups) {
    const QuietHdf5 quiet;
    const auto summary = read_result_summary(path);
    auto only_in_file = std::set<std::string>();
    for (const auto& dataset : summary.datasets)
        if (dataset.is_hashed) only_in_file.insert(dataset.path);
    Hdf5File file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "open the file");
    std::vector<DatasetDifference> differences;
    for_each_hashed(groups, [&](const std::string& dataset, const std::vector<std::size_t>& lengths,
                                const std::vector<double>& values) {
        if (only_in_file.erase(dataset) == 0) {
            differences.push_back({dataset, "is not in the file", values.size(), 0, 0});
            return;
        }
        auto difference = difference_of(file, dataset, lengths, values);
        if (!difference.fault.empty() || difference.different > 0)
            differences.push_back(std::move(difference));
    });
    for (const auto& dataset : only_in_file)
        differences.push_back({dataset, "is in the file alone", 0, 0, 0});
    return differences;
}

} // namespace tujuh
