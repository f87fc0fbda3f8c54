// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/point_result.hpp"
#include "files/sweep_file.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What is done of a sweep before its file is whole: a folder beside it, FILE.h5.parts, with a file a batch.
namespace tujuh {

/// The batches of one sweep. Several processes may write to the folder, each its own batches.
class SweepParts {
  public:
    /// `output` is the file that the sweep will have.
    SweepParts(const std::string& output, SweepIdentity identity);

    const std::string& folder() const noexcept { return folder_; }
    bool exist() const;
    /// Makes the folder where there is none. Throws Error (cannot_create).
    void make_folder() const;
    /// Removes all batches, half-written ones too, and the folder unless it holds something else.
    void remove() const;

    /// What a batch holds; nothing where it is not there or damaged. Throws Error (cannot_create) where it
    /// belongs to another sweep, with what differs; input_output where it cannot be read.
    std::optional<std::vector<PointResult>> read(std::size_t batch) const;
    /// Writes a batch whole or not at all. Throws Error.
    void write(std::size_t batch, const std::vector<PointResult>& points) const;

  private:
    std::string path_of(std::size_t batch) const;
    std::string folder_;
    SweepIdentity identity_;
};

/// While it lives no other process puts the same sweep's file together, on file systems that have locks.
class SweepLock {
  public:
    explicit SweepLock(const std::string& folder);
    ~SweepLock();
    SweepLock(const SweepLock&) = delete;
    SweepLock& operator=(const SweepLock&) = delete;

  private:
    int descriptor_;
};

} // namespace tujuh
