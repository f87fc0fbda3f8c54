// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

/// Files that a command creates: refused before any work is done, and then written whole or not at all.
namespace tujuh {

/// Throws Error (cannot_create) when a result could not be written to `path`: its folder is missing or may
/// not be written, it is a folder or another thing than a file, one of `inputs`, or it exists and `force` is
/// false.
void check_output_path(const std::string& path, const std::vector<std::string>& inputs, bool force);

/// A file that is written piece by piece under a temporary name beside `path` and stands under `path` once it
/// is whole; until then nothing stands there, or what stood there before. One that never became whole is
/// removed with the object; one that a killed process left of the same `path` goes when a new one is begun.
/// Throws Error (cannot_create, input_output).
class DurableFile {
  public:
    explicit DurableFile(const std::string& path);
    ~DurableFile();
    DurableFile(const DurableFile&) = delete;
    DurableFile& operator=(const DurableFile&) = delete;

    void write(std::span<const std::byte> bytes);
    /// Brings all to the disk. Nothing is written afterwards.
    void finish();
    const std::string& temporary_path() const noexcept;
    /// Gives the finished file its name.
    void rename();

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The name beside `path`, hidden and of this process alone, under which it is made before it is whole.
std::string temporary_name(const std::string& path);

/// Removes what processes left under such names of `path` that were killed meanwhile.
void remove_leftovers(const std::string& path);

/// Brings a folder's list of files to the disk, where the file system can.
void sync_folder(const std::string& folder);

/// Writes `bytes` to a temporary file beside `path`, brings them to the disk, calls `check` with its name,
/// and renames it to `path`. Until then nothing stands under `path`, or what stood there before. Whatever
/// fails, the temporary file is removed; one that a killed process left of the same `path` goes first. Throws
/// Error (cannot_create, input_output), and what `check` throws.
void write_file_durably(const std::string& path, std::span<const std::byte> bytes,
                        const std::function<void(const std::string&)>& check);

} // namespace tujuh
