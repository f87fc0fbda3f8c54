// SPDX-License-Identifier: Apache-2.0
#include "files/scenario_source.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace tujuh {

namespace {

namespace fs = std::filesystem;

/// The shipped scenarios in the sources that this program was built from; the build says where these are.
constexpr const char* source_folder = TUJUH_SHIPPED_SCENARIOS;

/// What TUJUH_SCENARIOS names; empty where it names nothing.
std::string named_folder() {
    const char* named = std::getenv("TUJUH_SCENARIOS");
    return named == nullptr ? "" : named;
}

/// The folder of the program and those above and beside it, as in a build folder or an installed tree.
std::vector<std::string> places_near_program() {
    std::error_code none;
    const fs::path program = fs::read_symlink("/proc/self/exe", none);
    if (none || program.empty()) return {};
    std::vector<std::string> places;
    const fs::path folder = program.parent_path();
    for (const fs::path& near : {folder, folder.parent_path(), folder.parent_path() / "share" / "tujuh"})
        places.push_back(near.generic_string());
    return places;
}

} // namespace

Fetched TextSource::fetch(const std::string& name) const {
    const auto found = texts_.find(name);
    if (found == texts_.end()) return {};
    return {Fetched::State::found, found->second};
}

std::vector<std::string> TextSource::files_in(const std::string& folder) const {
    std::vector<std::string> names;
    for (const auto& [name, text] : texts_)
        if (folder_of(name) == folder) names.push_back(fs::path(name).filename().generic_string());
    return names;
}

Fetched FileSource::fetch(const std::string& name) const {
    std::error_code failure;
    const fs::file_status status = fs::status(name, failure);
    if (status.type() == fs::file_type::not_found) return {};
    if (status.type() == fs::file_type::directory) return {Fetched::State::not_a_file, ""};
    errno = 0;
    std::ifstream file(name, std::ios::binary);
    if (!file) return {errno == ENOENT ? Fetched::State::missing : Fetched::State::not_readable, ""};
    Fetched fetched{Fetched::State::found,
                    {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()}};
    if (file.bad()) return {Fetched::State::not_readable, ""};
    return fetched;
}

bool FileSource::holds(const std::string& name) const {
    std::error_code none;
    return fs::is_regular_file(name, none);
}

std::vector<std::string> FileSource::files_in(const std::string& folder) const {
    std::vector<std::string> names;
    std::error_code failure;
    const fs::path here = folder.empty() ? fs::path(".") : fs::path(folder);
    for (fs::directory_iterator entry(here, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        std::error_code none;
        if (entry->is_regular_file(none)) names.push_back(entry->path().filename().generic_string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string FileSource::real_name(const std::string& name) const {
    std::error_code failure;
    const fs::path real = fs::weakly_canonical(name.empty() ? fs::path(".") : fs::path(name), failure);
    return failure ? name : real.generic_string();
}

std::vector<std::string> shipped_places() {
    std::vector<std::string> places = places_near_program();
    places.push_back(folder_of(source_folder));
    if (const std::string named = named_folder(); !named.empty())
        places.insert(places.begin(), folder_of(named));
    return places;
}

std::vector<std::string> FileSource::shipped_folders() const {
    if (const std::string named = named_folder(); !named.empty()) return {named};
    std::vector<std::string> folders;
    for (const std::string& place : shipped_places()) folders.push_back(joined(place, "scenarios"));
    return folders;
}

std::string folder_of(std::string_view name) {
    return fs::path(name).parent_path().generic_string();
}

std::string joined(const std::string& folder, const std::string& name) {
    return (fs::path(folder) / name).lexically_normal().generic_string();
}

std::string stem_of(std::string_view name) {
    return fs::path(name).stem().generic_string();
}

bool lies_in(const std::string& name, const std::string& folder) {
    const std::string way = below(folder, name);
    return !way.empty() && way != ".." && way.substr(0, 3) != "../";
}

std::string tree_root(const ScenarioSource& source, const std::string& name) {
    const std::string own = folder_of(name);
    for (std::string folder = own;; folder = folder_of(folder)) {
        if (source.holds(joined(folder, std::string(root_mark)))) return folder;
        if (folder == folder_of(folder)) return own;
    }
}

std::string below(const std::string& root, const std::string& name) {
    return fs::path(name).lexically_relative(root.empty() ? "." : root).generic_string();
}

std::optional<std::string> shipped_folder(const ScenarioSource& source) {
    for (const std::string& folder : source.shipped_folders())
        if (source.holds(joined(folder, std::string(root_mark)))) return folder;
    return std::nullopt;
}

std::vector<std::string> shipped_names(const ScenarioSource& source) {
    std::vector<std::string> names;
    if (const auto folder = shipped_folder(source))
        for (const std::string& file : source.files_in(*folder))
            if (fs::path(file).extension() == scenario_suffix) names.push_back(stem_of(file));
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace tujuh
