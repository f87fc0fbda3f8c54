// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

/// Files that a command creates: refused before any work is done, and then written whole or not at all.
namespace tujuh {

/// Throws Error (cannot_create) when a result could not be written to `path`: its folder is missing or may
/// not be written, it is a folder or another thing than a file, one of `inputs`, or it exists and `force` is
/// false.
void check_output_path(const std::string& path, const std::vector<std::string>& inputs, bool force);

/// Writes `bytes` to a temporary file beside `path`, brings them to the disk, calls `check` with its name,
/// and renames it to `path`. Until then nothing stands under `path`, or what stood there before. Whatever
/// fails, the temporary file is removed; one that a killed process left of the same `path` goes first. Throws
/// Error (cannot_create, input_output), and what `check` throws.
void write_file_durably(const std::string& path, std::span<const std::byte> bytes,
                        const std::function<void(const std::string&)>& check);

} // namespace tujuh
