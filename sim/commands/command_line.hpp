// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/progress.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tujuh {

enum class Language : unsigned char { english, indonesian };
enum class ColorStyle : unsigned char { automatic, always, never };

/// One of several parts of a sweep, from 1.
struct Shard {
    std::size_t number = 1, of = 1;
};

/// What the user asked for, flags and environment already put together.
struct CommandLine {
    std::string command;
    std::vector<std::string> operands;
    std::string without_folders; ///< as typed, without folders: safe to stand in a result

    std::vector<std::string> assignments; ///< "key=value" of --set, then --seed, --replicates and --months
    std::string output;                   ///< empty: the command chooses a name
    std::size_t threads = 0;              ///< 0: as many as the machine has
    std::vector<std::string> outcomes;    ///< empty: the headline outcomes
    std::size_t checkpoint_every = 0;     ///< months; 0: only when the run is stopped
    double max_walltime = 0;              ///< seconds; 0: no limit
    Shard shard;
    bool resume = false, retry_failed = false;
    bool activities = false, reallocate = false, dry_run = false, force = false, quiet = false,
         verbose = false, json = false;
    ProgressStyle progress = ProgressStyle::automatic;
    ColorStyle color = ColorStyle::automatic;
    Language language = Language::english;
};

/// A title in the language that was asked for.
template <class Row> auto title_of(const Row& row, Language language) {
    return language == Language::indonesian ? row.title_id : row.title;
}

} // namespace tujuh
