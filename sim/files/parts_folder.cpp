// SPDX-License-Identifier: Apache-2.0
// A part is a head in lines of text, then its content, then the SHA-256 of all that. It is read by this
// program alone and removed when the work is done.
#include "files/parts_folder.hpp"

#include "base/hash.hpp"
#include "files/error.hpp"
#include "files/output_path.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <utility>

namespace tujuh {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "tujuh-part 1";
constexpr std::string_view part_prefix = "part_";
constexpr std::size_t hash_letters = 64;

std::string hash_of(std::string_view text) {
    Sha256 hash;
    hash.update_text(text);
    return hash.hex();
}

/// What all parts of the work begin with.
std::string head_of(const std::string& program, const std::vector<WorkFact>& facts) {
    std::string head = fmt::format("{}\nprogram {}\n", first_line, program);
    for (const auto& fact : facts) head += fmt::format("{} {}\n", fact.name, fact.text);
    return head;
}

std::string_view take_line(std::string_view& text) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

/// Throws where the content begins with the head of another work.
void check_head(std::string_view content, const std::string& program, const std::vector<WorkFact>& facts,
                const std::string& folder) {
    const auto refuse = [&](std::string what) {
        throw Error(ErrorKind::cannot_create, {{folder, std::move(what), "its parts cannot be gone on with",
                                                "give another --output, or --force to start afresh"}});
    };
    take_line(content);
    if (const auto line = take_line(content); line != "program " + program)
        refuse(fmt::format("was begun by another program ({}; this is {})", line.substr(line.find(' ') + 1),
                           program));
    for (const auto& fact : facts)
        if (take_line(content) != fact.name + " " + fact.text)
            refuse(fmt::format("was begun with another {}", fact.name));
}

bool is_part(const std::string& name) {
    return name.starts_with(part_prefix) || name.starts_with("." + std::string(part_prefix));
}

} // namespace

PartsFolder::PartsFolder(const std::string& output, std::string program, std::vector<WorkFact> facts)
    : folder_(output + ".parts"), program_(std::move(program)), facts_(std::move(facts)) {}

std::string PartsFolder::path_of(std::size_t part) const {
    return fmt::format("{}/{}{:06}", folder_, part_prefix, part);
}

bool PartsFolder::exist() const {
    std::error_code failed;
    return fs::exists(folder_, failed);
}

void PartsFolder::make_folder() const {
    std::error_code failed;
    fs::create_directory(folder_, failed);
    if (!fs::is_directory(folder_, failed))
        throw Error(ErrorKind::cannot_create,
                    {{folder_, "cannot be created", failed.message(), "give another --output"}});
}

void PartsFolder::remove() const {
    std::error_code failed;
    std::vector<fs::path> parts;
    for (fs::directory_iterator entry(folder_, failed), end; !failed && entry != end; entry.increment(failed))
        if (is_part(entry->path().filename().string())) parts.push_back(entry->path());
    for (const auto& part : parts) fs::remove(part, failed);
    ::rmdir(folder_.c_str()); // fails where somebody has put something else there
}

std::optional<std::vector<std::byte>> PartsFolder::read(std::size_t part) const {
    const std::string path = path_of(part);
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad()) throw Error(ErrorKind::input_output, {{path, "could not be read", "", "check the disk"}});
    if (text.size() < hash_letters) return std::nullopt;
    const auto content = std::string_view(text).substr(0, text.size() - hash_letters);
    if (hash_of(content) != std::string_view(text).substr(content.size())) return std::nullopt;
    check_head(content, program_, facts_, folder_);
    const std::string head = head_of(program_, facts_) + fmt::format("part {}\n", part);
    if (!content.starts_with(head)) return std::nullopt;
    const auto bytes = std::as_bytes(std::span(content.substr(head.size())));
    return std::vector<std::byte>(bytes.begin(), bytes.end());
}

void PartsFolder::write(std::size_t part, std::span<const std::byte> content) const {
    std::string text = head_of(program_, facts_) + fmt::format("part {}\n", part);
    text.append(reinterpret_cast<const char*>(content.data()), content.size());
    text += hash_of(text);
    write_file_durably(path_of(part), std::as_bytes(std::span(text)), [](const std::string&) {});
}

PartsLock::PartsLock(const std::string& folder)
    : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor_ >= 0) ::flock(descriptor_, LOCK_EX); // without locks the file is written twice, the same
}

PartsLock::~PartsLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

} // namespace tujuh
