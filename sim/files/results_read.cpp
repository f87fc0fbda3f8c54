// SPDX-License-Identifier: Apache-2.0
#include "files/results_read.hpp"

#include "files/error.hpp"
#include "files/hdf5_reading.hpp"
#include "files/result_hash.hpp"
#include "files/result_layout.hpp"

#include <hdf5_hl.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>
#include <utility>

namespace tujuh {

namespace {

[[noreturn]] void refuse(ErrorKind kind, const std::string& path, std::string what, std::string why,
                         std::string suggestion) {
    throw Error(kind, {{path, std::move(what), std::move(why), std::move(suggestion)}});
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

void read_root(hid_t file, ResultSummary& summary) {
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
    read_root(file.get(), summary);
    ResultHash hash;
    read_members(file.get(), "", summary, hash);
    summary.hash_of_content = hash.hex();
    file.close("close the file");
    return summary;
}

/// Reads the datasets of a group that have to do with numbers: scales, their labels, arrays.
class GroupReading {
  public:
    GroupReading(hid_t group, std::string path) : group_(group) { found_.path = std::move(path); }

    ResultGroup read() {
        found_.attributes = tujuh::read_attributes(group_);
        const auto names = datasets();
        for (const auto& name : names) look_at(name);
        for (const auto& name : names) {
            if (is_axis(name)) continue;
            if (labels_.count(name) > 0)
                add_labels(name);
            else
                add_array(name);
        }
        return std::move(found_);
    }

  private:
    std::vector<std::string> datasets() const {
        std::vector<std::string> names;
        for (auto& name : members_of(group_)) {
            const Hdf5Object member(H5Oopen(group_, name.c_str(), H5P_DEFAULT), "open " + path_of(name));
            if (H5Iget_type(member.get()) == H5I_DATASET) names.push_back(std::move(name));
        }
        return names;
    }

    std::string path_of(const std::string& name) const { return found_.path + "/" + name; }

    Hdf5Dataset open(const std::string& name) const {
        return {H5Dopen2(group_, name.c_str(), H5P_DEFAULT), "open " + path_of(name)};
    }

    static Description description_of(hid_t dataset, const std::string& name) {
        const auto text = [&](const char* attribute) { return read_text(dataset, attribute); };
        return {name,
                text("units"),
                text("long_name"),
                text("long_name_id"),
                text("definition"),
                text("reference")};
    }

    /// Notes axes, and which datasets are labels of others.
    void look_at(const std::string& name) {
        const auto dataset = open(name);
        if (hdf5_checked(H5DSis_scale(dataset.get()), "read the dataset " + path_of(name)) > 0)
            found_.axes.push_back(
                {description_of(dataset.get(), name), read_values(dataset.get(), path_of(name)), {}});
        if (!has_attribute(dataset.get(), "coordinates")) return;
        std::istringstream words(read_text(dataset.get(), "coordinates"));
        for (std::string word; words >> word;) labels_.insert(word);
    }

    bool is_axis(const std::string& name) const {
        return std::any_of(found_.axes.begin(), found_.axes.end(),
                           [&](const ResultAxis& axis) { return axis.description.name == name; });
    }

    std::vector<std::size_t> axes_of(hid_t dataset, const std::string& name) const {
        std::vector<std::size_t> axes;
        for (const auto& scale : scales_of(dataset, path_of(name))) {
            const auto found = std::find_if(found_.axes.begin(), found_.axes.end(),
                                            [&](const auto& axis) { return axis.description.name == scale; });
            if (found == found_.axes.end())
                refuse(ErrorKind::input_output, path_of(name), "has an axis without a scale",
                       "every axis of a result has one", "the file may be damaged");
            axes.push_back(static_cast<std::size_t>(found - found_.axes.begin()));
        }
        return axes;
    }

    void add_labels(const std::string& name) {
        const auto dataset = open(name);
        const auto axes = axes_of(dataset.get(), name);
        found_.axes.at(axes.at(0))
            .labels.push_back(
                {description_of(dataset.get(), name), read_values(dataset.get(), path_of(name)), {}});
    }

    void add_array(const std::string& name) {
        const auto dataset = open(name);
        ResultArray array;
        array.description = description_of(dataset.get(), name);
        array.axes = axes_of(dataset.get(), name);
        if (has_attribute(dataset.get(), "flag_meanings")) {
            array.flags.meanings = read_text(dataset.get(), "flag_meanings");
            array.flags.values = read_flag_values(dataset.get());
        }
        array.values = [values = read_values(dataset.get(), path_of(name))] { return values; };
        found_.arrays.push_back(std::move(array));
    }

    static std::vector<std::int8_t> read_flag_values(hid_t dataset) {
        constexpr std::string_view action = "read the attribute flag_values";
        const Hdf5Attribute attribute(H5Aopen(dataset, "flag_values", H5P_DEFAULT), action);
        std::vector<std::int8_t> values(count_in(Hdf5Space(H5Aget_space(attribute.get()), action)));
        hdf5_checked(H5Aread(attribute.get(), H5T_NATIVE_INT8, values.data()), action);
        return values;
    }

    hid_t group_;
    ResultGroup found_;
    std::set<std::string> labels_;
};

void visit_groups(hid_t group, const std::string& path,
                  const std::function<void(const ResultGroup&)>& visit) {
    visit(GroupReading(group, path).read());
    for (const auto& name : members_of(group)) {
        const std::string member_path = path + "/" + name;
        const Hdf5Object member(H5Oopen(group, name.c_str(), H5P_DEFAULT), "open " + member_path);
        if (H5Iget_type(member.get()) == H5I_GROUP) visit_groups(member.get(), member_path, visit);
    }
}

/// Calls `read` on the file, and adds the file's name to what fails.
template <class Read> auto with_name(const std::string& path, Read&& read) {
    const QuietHdf5 quiet;
    check_readable(path);
    try {
        return read();
    } catch (Error& error) {
        for (auto& problem : error.problems)
            if (problem.where.empty()) problem.where = path;
        throw Error(error.kind, error.problems);
    }
}

} // namespace

ResultSummary read_result_summary(const std::string& path) {
    return with_name(path, [&] { return read_opened(path); });
}

void for_each_group(const std::string& path, const std::function<void(const ResultGroup&)>& visit) {
    with_name(path, [&] {
        Hdf5File file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "open the file");
        ResultSummary summary;
        check_format(file.get(), path, summary);
        visit_groups(file.get(), "", visit);
    });
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
