// SPDX-License-Identifier: Apache-2.0
#include "files/export.hpp"

#include "files/csv_tables.hpp"
#include "files/error.hpp"
#include "files/output_path.hpp"
#include "files/results_read.hpp"

#include <cstddef>
#include <filesystem>
#include <span>
#include <system_error>
#include <utility>

namespace tujuh {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& path, std::string why, std::string suggestion) {
    throw Error(ErrorKind::cannot_create,
                {{path, "cannot be created", std::move(why), std::move(suggestion)}});
}

[[noreturn]] void failed_to(const std::string& path, std::string what, const std::error_code& error) {
    throw Error(ErrorKind::input_output, {{path, std::move(what), error.message(), ""}});
}

/// Whether nothing but CSV files and folders of them is there: only such a folder is ever replaced.
bool holds_only_csv(const fs::path& folder) {
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (!entry.is_directory() && entry.path().extension() != ".csv") return false;
    return true;
}

void check_folder(const std::string& path, bool force) {
    std::error_code failed;
    if (path.empty()) refuse("--output", "the name is empty", "give the name of a folder");
    const auto parent = fs::path(path).parent_path();
    if (!parent.empty() && !fs::is_directory(parent, failed))
        refuse(path, "the folder " + parent.string() + " does not exist", "make it or give another --output");
    if (!fs::exists(path, failed)) return;
    if (!fs::is_directory(path, failed)) refuse(path, "it is not a folder", "give another --output");
    if (!force) refuse(path, "it exists", "give another --output, or --force to replace it");
    if (!holds_only_csv(path))
        refuse(path, "it holds other things than CSV files, which --force would remove",
               "give another --output");
}

/// A folder under a temporary name, removed with all that is in it unless it was put into its place.
class NewFolder {
  public:
    explicit NewFolder(std::string path) : path_(std::move(path)), temporary_(temporary_name(path_)) {
        remove_leftovers(path_);
        std::error_code failed;
        if (!fs::create_directory(temporary_, failed))
            refuse(path_, failed ? failed.message() : "its temporary name is taken", "give another --output");
    }
    ~NewFolder() {
        std::error_code ignored;
        fs::remove_all(temporary_, ignored);
    }
    NewFolder(const NewFolder&) = delete;
    NewFolder& operator=(const NewFolder&) = delete;

    void write(const CsvFile& file) const {
        const auto path = fs::path(temporary_) / file.path;
        std::error_code failed;
        fs::create_directories(path.parent_path(), failed);
        if (failed) failed_to(path_, "could not be written", failed);
        write_file_durably(path.string(), std::as_bytes(std::span(file.text)), [](const std::string&) {});
    }

    /// What stood under the name steps aside first, and comes back if this one cannot take its place.
    void put_into_place() const {
        std::error_code failed;
        const std::string earlier = temporary_ + ".earlier";
        const bool replaces = fs::exists(path_, failed);
        if (replaces) fs::rename(path_, earlier, failed);
        if (!failed) fs::rename(temporary_, path_, failed);
        if (failed) {
            const auto reason = failed;
            if (replaces) fs::rename(earlier, path_, failed);
            failed_to(path_, "could not be put into its place", reason);
        }
        if (replaces) fs::remove_all(earlier, failed);
        const auto parent = fs::path(path_).parent_path();
        sync_folder(parent.empty() ? "." : parent.string());
    }

  private:
    std::string path_, temporary_;
};

std::string without_last_slashes(std::string path) {
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    return path;
}

} // namespace

Exported export_result(const std::string& result, const std::string& folder, bool force) {
    const auto summary = read_result_summary(result);
    if (!summary.complete)
        throw Error(ErrorKind::scenario_wrong,
                    {{result, "is not complete", "it lacks the mark complete = 1", "run it again"}});
    const std::string path = without_last_slashes(folder);
    check_folder(path, force);
    Exported exported;
    exported.hash_holds = summary.hash_of_content == summary.result_hash;
    const NewFolder made(path);
    const auto write = [&](const CsvFile& file) {
        made.write(file);
        ++exported.files;
        exported.bytes += file.text.size();
    };
    CsvTables tables;
    for_each_group(result, [&](const ResultGroup& group) {
        for (const auto& file : tables.tables_of(group)) write(file);
    });
    for (const auto& file : tables.dictionaries()) write(file);
    made.put_into_place();
    return exported;
}

} // namespace tujuh
