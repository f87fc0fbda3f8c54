// SPDX-License-Identifier: Apache-2.0
#include "files/results_read.hpp"

#include "files/error.hpp"
#include "files/hdf5_handles.hpp"
#include "files/result_hash.hpp"
#include "files/result_layout.hpp"

#include <hdf5_hl.h>
#include <unistd.h>

#include <filesystem>
#include <type_traits>
#include <utility>

namespace tujuh {

namespace {

[[noreturn]] void refuse(ErrorKind kind, const std::string& path, std::string what, std::string why,
                         std::string suggestion) {
    throw Error(kind, {{path, std::move(what), std::move(why), std::move(suggestion)}});
}

std::size_t count_in(const Hdf5Space& space) {
    return static_cast<std::size_t>(hdf5_checked(H5Sget_simple_extent_npoints(space.get()), "read a shape"));
}

std::vector<std::size_t> lengths_in(const Hdf5Space& space) {
    const int rank = hdf5_checked(H5Sget_simple_extent_ndims(space.get()), "read a shape");
    std::vector<hsize_t> lengths(static_cast<std::size_t>(rank));
    hdf5_checked(H5Sget_simple_extent_dims(space.get(), lengths.data(), nullptr), "read a shape");
    return {lengths.begin(), lengths.end()};
}

std::vector<std::string> read_texts(hid_t object, const std::string& name) {
    const std::string action = "read the attribute " + name;
    Hdf5Attribute attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), action);
    Hdf5Space space(H5Aget_space(attribute.get()), action);
    const auto type = hdf5_text_type();
    std::vector<char*> pointers(count_in(space));
    hdf5_checked(H5Aread(attribute.get(), type.get(), pointers.data()), action);
    std::vector<std::string> texts;
    for (const char* pointer : pointers) texts.emplace_back(pointer == nullptr ? "" : pointer);
    hdf5_checked(H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, pointers.data()), action);
    return texts;
}

std::string read_text(hid_t object, const std::string& name) {
    const auto texts = read_texts(object, name);
    return texts.empty() ? "" : texts.front();
}

template <class Number> Number read_number(hid_t object, const std::string& name) {
    const std::string action = "read the attribute " + name;
    Hdf5Attribute attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), action);
    Number number{};
    const hid_t type = std::is_same_v<Number, double> ? H5T_NATIVE_DOUBLE : H5T_NATIVE_INT32;
    hdf5_checked(H5Aread(attribute.get(), type, &number), action);
    return number;
}

bool has_attribute(hid_t object, const std::string& name) {
    return hdf5_checked(H5Aexists(object, name.c_str()), "look for the attribute " + name) > 0;
}

/// Names of the members of a group in the order of their creation.
std::vector<std::string> members_of(hid_t group) {
    constexpr std::string_view action = "list a group";
    H5G_info_t information;
    hdf5_checked(H5Gget_info(group, &information), action);
    std::vector<std::string> names;
    for (hsize_t i = 0; i < information.nlinks; ++i) {
        const auto name_in = [&](char* text, std::size_t size) {
            return hdf5_checked(
                H5Lget_name_by_idx(group, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, text, size, H5P_DEFAULT),
                action);
        };
        std::string name(static_cast<std::size_t>(name_in(nullptr, 0)), '\0');
        name_in(name.data(), name.size() + 1);
        names.push_back(std::move(name));
    }
    return names;
}

void add_to_hash(hid_t dataset, const DatasetSummary& summary, ResultHash& hash) {
    Hdf5Space space(H5Dget_space(dataset), "read a shape");
    std::vector<double> values(count_in(space));
    hdf5_checked(H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
                 "read the dataset " + summary.path);
    hash.add(summary.path, summary.lengths, values);
}

bool is_float(hid_t dataset) {
    Hdf5Type type(H5Dget_type(dataset), "read a type");
    return hdf5_checked(H5Tget_class(type.get()), "read a type") == H5T_FLOAT;
}

void read_dataset(hid_t dataset, const std::string& path, ResultSummary& summary, ResultHash& hash) {
    DatasetSummary found;
    found.path = path;
    found.lengths = lengths_in(Hdf5Space(H5Dget_space(dataset), "read a shape"));
    found.units = read_text(dataset, "units");
    found.long_name = read_text(dataset, "long_name");
    found.is_scale = hdf5_checked(H5DSis_scale(dataset), "read the dataset " + path) > 0;
    found.is_hashed = !found.is_scale && is_float(dataset) && is_hashed(path);
    if (found.is_hashed) add_to_hash(dataset, found, hash);
    summary.datasets.push_back(std::move(found));
}

void read_members(hid_t group, const std::string& path, ResultSummary& summary, ResultHash& hash) {
    for (const auto& name : members_of(group)) {
        const std::string member_path = path + "/" + name;
        Hdf5Object member(H5Oopen(group, name.c_str(), H5P_DEFAULT), "open " + member_path);
        if (H5Iget_type(member.get()) == H5I_GROUP)
            read_members(member.get(), member_path, summary, hash);
        else
            read_dataset(member.get(), member_path, summary, hash);
    }
}

void read_attributes(hid_t file, ResultSummary& summary) {
    summary.title = read_text(file, "title");
    summary.version = read_text(file, "version");
    summary.git_commit = read_text(file, "git_commit");
    summary.compiler = read_text(file, "compiler");
    if (has_attribute(file, "command")) summary.command = read_text(file, "command");
    if (has_attribute(file, "sweep")) summary.sweep = read_text(file, "sweep");
    summary.seed = read_text(file, "seed_text");
    summary.start = read_text(file, "start");
    summary.result_hash = read_text(file, "result_hash");
    summary.scenarios = read_texts(file, "scenarios");
    summary.replicates = read_number<std::int32_t>(file, "replicates");
    summary.ticks = read_number<std::int32_t>(file, "ticks");
    summary.burn_in_months = read_number<std::int32_t>(file, "burn_in_months");
    if (has_attribute(file, "threads")) summary.threads = read_number<std::int32_t>(file, "threads");
    if (has_attribute(file, "wall_seconds")) summary.wall_seconds = read_number<double>(file, "wall_seconds");
    summary.complete = has_attribute(file, "complete") && read_number<std::int32_t>(file, "complete") == 1;
    if (has_attribute(file, "notes")) summary.notes = read_texts(file, "notes");
}

void check_readable(const std::string& path) {
    std::error_code failed;
    if (!std::filesystem::exists(path, failed))
        refuse(ErrorKind::input_missing, path, "cannot be read", "there is no such file", "check the name");
    if (std::filesystem::is_directory(path, failed))
        refuse(ErrorKind::input_missing, path, "cannot be read", "it is a folder", "name a file in it");
    if (::access(path.c_str(), R_OK) != 0)
        refuse(ErrorKind::input_not_readable, path, "may not be read", "its permissions forbid it", "");
    if (H5Fis_hdf5(path.c_str()) <= 0)
        refuse(ErrorKind::scenario_wrong, path, "is not a result", "it is no HDF5 file, or it is damaged",
               "give a file that tujuh wrote");
}

void check_format(hid_t file, const std::string& path, ResultSummary& summary) {
    if (!has_attribute(file, "format") || read_text(file, "format") != "tujuh-result")
        refuse(ErrorKind::scenario_wrong, path, "is not a result",
               "it lacks the attribute format = \"tujuh-result\"", "give a file that tujuh wrote");
    summary.format_version = read_number<std::int32_t>(file, "format_version");
    if (summary.format_version != result_format_version)
        refuse(ErrorKind::scenario_wrong, path,
               "has format version " + std::to_string(summary.format_version),
               "this program reads version " + std::to_string(result_format_version),
               "use the version of tujuh that wrote it");
}

ResultSummary read_opened(const std::string& path) {
    Hdf5File file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "open the file");
    ResultSummary summary;
    check_format(file.get(), path, summary);
    read_attributes(file.get(), summary);
    ResultHash hash;
    read_members(file.get(), "", summary, hash);
    summary.hash_of_content = hash.hex();
    file.close("close the file");
    return summary;
}

} // namespace

ResultSummary read_result_summary(const std::string& path) {
    const QuietHdf5 quiet;
    check_readable(path);
    try {
        return read_opened(path);
    } catch (Error& error) {
        for (auto& problem : error.problems)
            if (problem.where.empty()) problem.where = path;
        throw Error(error.kind, error.problems);
    }
}

std::optional<std::string> read_root_text(const std::string& path, const std::string& name) {
    const QuietHdf5 quiet;
    if (H5Fis_hdf5(path.c_str()) <= 0) return std::nullopt;
    try {
        const Hdf5File file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "open the file");
        if (!has_attribute(file.get(), name)) return std::nullopt;
        return read_text(file.get(), name);
    } catch (const Error&) {
        return std::nullopt; // damaged, so none of ours
    }
}

} // namespace tujuh
