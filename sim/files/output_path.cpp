// SPDX-License-Identifier: Apache-2.0
#include "files/output_path.hpp"

#include "files/error.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace tujuh {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse(const std::string& path, std::string what, std::string why, std::string suggestion) {
    throw Error(ErrorKind::cannot_create, {{path, std::move(what), std::move(why), std::move(suggestion)}});
}

[[noreturn]] void system_call_failed(ErrorKind kind, const std::string& path, std::string what) {
    const int code = errno;
    const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
    throw Error(kind, {{path, std::move(what), std::generic_category().message(code),
                        full ? "make room on the disk or give another --output" : ""}});
}

fs::path folder_of(const std::string& path) {
    const auto folder = fs::path(path).parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

constexpr std::string_view temporary_suffix = ".partial";

/// How the names begin under which the file is written before it is whole; a process number and the suffix
/// follow.
std::string temporary_prefix(const std::string& path) {
    return "." + fs::path(path).filename().string() + ".";
}

bool same_file(const fs::path& one, const fs::path& other) {
    std::error_code failed;
    if (fs::equivalent(one, other, failed) && !failed) return true;
    return fs::weakly_canonical(one, failed) == fs::weakly_canonical(other, failed) && !failed;
}

void check_folder(const std::string& path) {
    const auto folder = folder_of(path);
    std::error_code failed;
    if (!fs::exists(folder, failed))
        refuse(path, "cannot be created", "the folder " + folder.string() + " does not exist",
               "make the folder or give another --output");
    if (!fs::is_directory(folder, failed))
        refuse(path, "cannot be created", folder.string() + " is not a folder", "give another --output");
}

/// A file that was opened for writing, closed at the latest when it goes out of scope.
class OutputFile {
  public:
    explicit OutputFile(std::string path)
        : path_(std::move(path)),
          descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
        if (descriptor_ < 0) system_call_failed(ErrorKind::cannot_create, path_, "cannot be created");
        // Tells others that somebody writes here; a file system without locks is no reason not to write.
        ::flock(descriptor_, LOCK_SH | LOCK_NB);
    }
    ~OutputFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    void write(std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const auto written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail();
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }

    void finish() {
        if (::fsync(descriptor_) != 0) fail();
        if (::close(std::exchange(descriptor_, -1)) != 0) fail();
    }

  private:
    [[noreturn]] void fail() { system_call_failed(ErrorKind::input_output, path_, "could not be written"); }

    std::string path_;
    int descriptor_;
};

/// Removes a temporary file unless it was renamed.
struct Temporary {
    std::string path;
    bool renamed = false;
    ~Temporary() {
        if (!renamed) ::unlink(path.c_str());
    }
};

/// Creates and removes the file that will be written: permissions alone do not tell of a read-only disk, a
/// name that is too long, or a file system that takes no files.
void try_to_create(const std::string& path) {
    const std::string name = temporary_name(path);
    const int descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor < 0)
        refuse(path, "cannot be created",
               "a trial file in its folder: " + std::generic_category().message(errno),
               "give another --output");
    ::close(descriptor);
    ::unlink(name.c_str());
}

/// The process that a temporary name of `prefix` belongs to; nothing where it is another kind of name.
std::optional<::pid_t> process_of(std::string_view name, std::string_view prefix) {
    if (!name.starts_with(prefix) || !name.ends_with(temporary_suffix)) return std::nullopt;
    name.remove_prefix(prefix.size());
    name.remove_suffix(std::min(name.size(), temporary_suffix.size()));
    ::pid_t process = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), process);
    if (error != std::errc() || end != name.data() + name.size() || process <= 0) return std::nullopt;
    return process;
}

/// True where a process of this machine has the number, or one of another machine holds the file.
bool is_in_use(const fs::path& temporary, ::pid_t process) {
    if (::kill(process, 0) == 0 || errno != ESRCH) return true;
    const int descriptor = ::open(temporary.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
    if (descriptor < 0) return true;
    const bool locked = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0;
    ::close(descriptor);
    return locked;
}

} // namespace

std::string temporary_name(const std::string& path) {
    const auto name = temporary_prefix(path) + std::to_string(::getpid()) + std::string(temporary_suffix);
    return (folder_of(path) / name).string();
}

void remove_leftovers(const std::string& path) {
    const auto prefix = temporary_prefix(path);
    std::error_code failed;
    std::vector<fs::path> leftovers;
    for (fs::directory_iterator entry(folder_of(path), failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const auto process = process_of(entry->path().filename().string(), prefix);
        if (process && !is_in_use(entry->path(), *process)) leftovers.push_back(entry->path());
    }
    for (const auto& leftover : leftovers) fs::remove_all(leftover, failed);
}

/// Some file systems cannot sync a folder, and the rename has been done by then: a failure is no reason to
/// report that nothing was written.
void sync_folder(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

void check_output_path(const std::string& path, const std::vector<std::string>& inputs, bool force) {
    if (path.empty()) refuse("--output", "the name of the output is empty", "", "give a file name");
    check_folder(path);
    std::error_code failed;
    const bool exists = fs::exists(path, failed);
    if (fs::is_directory(path, failed) || path.back() == '/')
        refuse(path, "cannot be created", "it is a folder", "give a file name in it");
    for (const auto& input : inputs)
        if (same_file(path, input))
            refuse(path, "cannot be created", "it is an input of this command", "give another --output");
    if (exists && !fs::is_regular_file(path, failed))
        refuse(path, "cannot be created", "it is neither a file nor new", "give another --output");
    if (exists && !force)
        refuse(path, "cannot be created", "it exists", "give another --output, or --force to replace it");
    try_to_create(path);
}

struct DurableFile::Parts {
    explicit Parts(const std::string& final_path)
        : path(final_path), temporary{temporary_name(path)}, file(temporary.path) {}
    std::string path;
    Temporary temporary;
    OutputFile file;
};

DurableFile::DurableFile(const std::string& path) {
    remove_leftovers(path); // first: they may take the room that this file needs
    parts_ = std::make_unique<Parts>(path);
}

DurableFile::~DurableFile() = default;

void DurableFile::write(std::span<const std::byte> bytes) {
    parts_->file.write(bytes);
}

void DurableFile::finish() {
    parts_->file.finish();
}

const std::string& DurableFile::temporary_path() const noexcept {
    return parts_->temporary.path;
}

void DurableFile::rename() {
    if (std::rename(parts_->temporary.path.c_str(), parts_->path.c_str()) != 0)
        system_call_failed(ErrorKind::cannot_create, parts_->path, "cannot be created");
    parts_->temporary.renamed = true;
    sync_folder(folder_of(parts_->path).string());
}

void write_file_durably(const std::string& path, std::span<const std::byte> bytes,
                        const std::function<void(const std::string&)>& check) {
    DurableFile file(path);
    file.write(bytes);
    file.finish();
    check(file.temporary_path());
    file.rename();
}

} // namespace tujuh
