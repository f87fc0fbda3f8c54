// SPDX-License-Identifier: Apache-2.0
#include "files/result_repeated.hpp"

#include "base/math.hpp"
#include "files/error.hpp"
#include "files/hdf5_handles.hpp"
#include "files/result_hash.hpp"
#include "files/result_layout.hpp"
#include "files/results_read.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace tujuh {

namespace {

std::vector<std::size_t> lengths_of(const Hdf5Dataset& dataset) {
    Hdf5Space space(H5Dget_space(dataset.get()), "read a shape");
    const int rank = hdf5_checked(H5Sget_simple_extent_ndims(space.get()), "read a shape");
    std::vector<hsize_t> lengths(static_cast<std::size_t>(rank));
    hdf5_checked(H5Sget_simple_extent_dims(space.get(), lengths.data(), nullptr), "read a shape");
    return {lengths.begin(), lengths.end()};
}

Hdf5Dataset open_dataset(const Hdf5File& file, const std::string& path) {
    return {H5Dopen2(file.get(), path.c_str(), H5P_DEFAULT), "open the dataset " + path};
}

std::size_t product(const std::vector<std::size_t>& lengths) {
    std::size_t count = 1;
    for (const auto length : lengths) count *= length;
    return count;
}

std::vector<std::string> read_texts(const Hdf5File& file, const std::string& path) {
    const std::string action = "read the dataset " + path;
    const auto dataset = open_dataset(file, path);
    const auto type = hdf5_text_type();
    Hdf5Space space(H5Dget_space(dataset.get()), action);
    std::vector<char*> pointers(product(lengths_of(dataset)));
    hdf5_checked(H5Dread(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), action);
    std::vector<std::string> texts;
    for (const char* pointer : pointers) texts.emplace_back(pointer == nullptr ? "" : pointer);
    hdf5_checked(H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, pointers.data()), action);
    return texts;
}

std::string read_name(const Hdf5File& file, const std::string& group) {
    const std::string action = "read the name of the scenario in " + group;
    Hdf5Attribute attribute(H5Aopen_by_name(file.get(), group.c_str(), "name", H5P_DEFAULT, H5P_DEFAULT),
                            action);
    const auto type = hdf5_text_type();
    Hdf5Space space(H5Aget_space(attribute.get()), action);
    char* pointer = nullptr;
    hdf5_checked(H5Aread(attribute.get(), type.get(), &pointer), action);
    std::string name = pointer == nullptr ? "" : pointer;
    hdf5_checked(H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, &pointer), action);
    return name;
}

bool has_path(const std::set<std::string>& paths, const std::string& path) {
    return paths.count(path) != 0;
}

LoadedScenario read_scenario_of(const Hdf5File& file, const std::string& prefix,
                                const std::set<std::string>& paths) {
    const std::string group = prefix + "/scenario", tables_group = group + "/tables";
    std::vector<NamedText> tables;
    if (has_path(paths, tables_group + "/content")) {
        const auto names = read_texts(file, tables_group + "/table");
        const auto contents = read_texts(file, tables_group + "/content");
        for (std::size_t t = 0; t < std::min(names.size(), contents.size()); ++t)
            tables.push_back({names[t], contents[t]});
    }
    return read_resolved(read_name(file, group), read_texts(file, group + "/resolved_text").at(0), tables);
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

std::vector<DatasetDifference> differences_from(const std::string& path, const ResultFile& result) {
    const QuietHdf5 quiet;
    const auto summary = read_result_summary(path);
    auto only_in_file = std::set<std::string>();
    for (const auto& dataset : summary.datasets)
        if (dataset.is_hashed) only_in_file.insert(dataset.path);
    Hdf5File file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "open the file");
    std::vector<DatasetDifference> differences;
    for_each_hashed(result, [&](const std::string& dataset, const std::vector<std::size_t>& lengths,
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
