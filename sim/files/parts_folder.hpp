// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What is done of a work before its file is whole: a folder beside it, FILE.h5.parts, with a file a part.
namespace tujuh {

/// What tells works apart: parts of one are no part of another. "design" and its hash, for example; what
/// differs is said by its name.
struct WorkFact {
    std::string name, text;
};

/// The parts of one work. Several processes may write to the folder, each its own parts.
class PartsFolder {
  public:
    /// `output` is the file that the work will have; `program` is what would have to write it again, as other
    /// programs may give other numbers.
    PartsFolder(const std::string& output, std::string program, std::vector<WorkFact> facts);

    const std::string& folder() const noexcept { return folder_; }
    bool exist() const;
    /// Makes the folder where there is none. Throws Error (cannot_create).
    void make_folder() const;
    /// Removes all parts, half-written ones too, and the folder unless it holds something else.
    void remove() const;

    /// What was written as a part; nothing where it is not there or damaged. Throws Error (cannot_create)
    /// where it belongs to another work, with what differs; input_output where it cannot be read.
    std::optional<std::vector<std::byte>> read(std::size_t part) const;
    /// Writes a part whole or not at all. Throws Error.
    void write(std::size_t part, std::span<const std::byte> content) const;

  private:
    std::string path_of(std::size_t part) const;
    std::string folder_, program_;
    std::vector<WorkFact> facts_;
};

/// While it lives no other process puts the same file together, on file systems that have locks.
class PartsLock {
  public:
    explicit PartsLock(const std::string& folder);
    ~PartsLock();
    PartsLock(const PartsLock&) = delete;
    PartsLock& operator=(const PartsLock&) = delete;

  private:
    int descriptor_;
};

} // namespace tujuh
