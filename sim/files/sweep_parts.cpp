// SPDX-License-Identifier: Apache-2.0
// A batch is a head in lines of text, then for each point its reason and its numbers, little-endian, then the
// SHA-256 of all that. It is read by this program alone and removed when the sweep is done.
#include "files/sweep_parts.hpp"

#include "base/hash.hpp"
#include "files/error.hpp"
#include "files/output_path.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fmt/format.h>

#include <bit>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

namespace tujuh {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view first_line = "tujuh-sweep-batch 1\n";
constexpr std::string_view batch_prefix = "batch_";
constexpr std::size_t hash_letters = 64;

void append_number(std::string& bytes, std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>(number >> shift & 0xFF);
}

std::string head_of(const SweepIdentity& identity, std::size_t batch) {
    return fmt::format("{}program {}\nscenario {}\ndesign {}\nbatch {}\n", first_line, identity.program,
                       identity.scenario, identity.design, batch);
}

std::string hash_of(std::string_view text) {
    Sha256 hash;
    hash.update_text(text);
    return hash.hex();
}

std::string bytes_of(const SweepIdentity& identity, std::size_t batch,
                     const std::vector<PointResult>& points) {
    std::string bytes = head_of(identity, batch);
    append_number(bytes, points.size());
    for (const PointResult& point : points) {
        append_number(bytes, point.reason.size());
        bytes += point.reason;
        append_number(bytes, point.values.size());
        for (const double value : point.values) append_number(bytes, std::bit_cast<std::uint64_t>(value));
    }
    return bytes + hash_of(bytes);
}

/// Takes a text apart from its beginning; `whole` turns false where it is too short.
struct Cursor {
    std::string_view rest;
    bool whole = true;

    std::string_view take(std::uint64_t count) {
        if (count > rest.size()) {
            whole = false;
            return {};
        }
        const auto taken = rest.substr(0, static_cast<std::size_t>(count));
        rest.remove_prefix(static_cast<std::size_t>(count));
        return taken;
    }
    std::uint64_t take_number() {
        std::uint64_t number = 0;
        int shift = 0;
        for (const char byte : take(8)) {
            number |= std::uint64_t{static_cast<unsigned char>(byte)} << shift;
            shift += 8;
        }
        return number;
    }
    std::string_view take_line() {
        const auto line = take(std::min(rest.find('\n'), rest.size()));
        take(1);
        return line;
    }
};

std::optional<std::vector<PointResult>> points_of(std::string_view text) {
    Cursor cursor{text};
    std::vector<PointResult> points;
    const std::uint64_t count = cursor.take_number();
    for (std::uint64_t p = 0; p < count && cursor.whole; ++p) {
        PointResult point;
        point.reason = cursor.take(cursor.take_number());
        const std::uint64_t values = cursor.take_number();
        for (std::uint64_t i = 0; i < values && cursor.whole; ++i)
            point.values.push_back(std::bit_cast<double>(cursor.take_number()));
        points.push_back(std::move(point));
    }
    if (!cursor.whole || !cursor.rest.empty()) return std::nullopt;
    return points;
}

[[noreturn]] void refuse_foreign(const std::string& folder, std::string what) {
    throw Error(ErrorKind::cannot_create, {{folder, std::move(what), "its batches cannot be gone on with",
                                            "give another --output, or --force to start this sweep afresh"}});
}

/// Throws where the head is that of another sweep.
void check_head(std::string_view head, const SweepIdentity& identity, const std::string& folder) {
    Cursor cursor{head};
    cursor.take_line();
    if (const auto program = cursor.take_line(); program != "program " + identity.program)
        refuse_foreign(folder, fmt::format("was begun by another program ({}; this is {})",
                                           program.substr(program.find(' ') + 1), identity.program));
    if (cursor.take_line() != "scenario " + identity.scenario)
        refuse_foreign(folder, "was begun with another scenario or seed");
    if (cursor.take_line() != "design " + identity.design)
        refuse_foreign(folder, "was begun with another design");
}

bool is_batch(const std::string& name) {
    return name.starts_with(batch_prefix) || name.starts_with("." + std::string(batch_prefix));
}

} // namespace

SweepParts::SweepParts(const std::string& output, SweepIdentity identity)
    : folder_(output + ".parts"), identity_(std::move(identity)) {}

std::string SweepParts::path_of(std::size_t batch) const {
    return fmt::format("{}/{}{:06}", folder_, batch_prefix, batch);
}

bool SweepParts::exist() const {
    std::error_code failed;
    return fs::exists(folder_, failed);
}

void SweepParts::make_folder() const {
    std::error_code failed;
    fs::create_directory(folder_, failed);
    if (!fs::is_directory(folder_, failed))
        throw Error(ErrorKind::cannot_create,
                    {{folder_, "cannot be created", failed.message(), "give another --output"}});
}

void SweepParts::remove() const {
    std::error_code failed;
    std::vector<fs::path> batches;
    for (fs::directory_iterator entry(folder_, failed), end; !failed && entry != end; entry.increment(failed))
        if (is_batch(entry->path().filename().string())) batches.push_back(entry->path());
    for (const auto& batch : batches) fs::remove(batch, failed);
    ::rmdir(folder_.c_str()); // fails where somebody has put something else there
}

std::optional<std::vector<PointResult>> SweepParts::read(std::size_t batch) const {
    const std::string path = path_of(batch);
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (file.bad()) throw Error(ErrorKind::input_output, {{path, "could not be read", "", "check the disk"}});
    if (text.size() < hash_letters) return std::nullopt;
    const auto content = std::string_view(text).substr(0, text.size() - hash_letters);
    if (hash_of(content) != std::string_view(text).substr(content.size())) return std::nullopt;
    check_head(content, identity_, folder_);
    const std::string head = head_of(identity_, batch);
    if (!content.starts_with(head)) return std::nullopt;
    return points_of(content.substr(head.size()));
}

void SweepParts::write(std::size_t batch, const std::vector<PointResult>& points) const {
    const std::string bytes = bytes_of(identity_, batch, points);
    write_file_durably(path_of(batch), std::as_bytes(std::span(bytes)), [](const std::string&) {});
}

SweepLock::SweepLock(const std::string& folder)
    : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor_ >= 0) ::flock(descriptor_, LOCK_EX); // without locks the file is written twice, the same
}

SweepLock::~SweepLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

} // namespace tujuh
