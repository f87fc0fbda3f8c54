// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "files/provenance.hpp"
#include "files/scenario_toml.hpp"
#include "outcomes/replicate_progress.hpp"

#include <string>
#include <vector>

/// The state of a run between two months, so that it can be stopped and gone on with. For the program that
/// wrote it, and for nothing else: FORMAT.md says in a few words what is in it.
namespace tujuh {

/// What a checkpoint belongs to.
struct CheckpointOwner {
    Provenance program = this_build();
    std::string scenario; ///< name
    std::string resolved_text;
    std::vector<NamedText> tables;
};

struct Checkpoint {
    double wall_seconds = 0; ///< that the run has taken so far
    std::vector<ReplicateProgress> replicates;
};

/// Where the checkpoint of a result stands.
std::string checkpoint_path(const std::string& result);

/// Writes the checkpoint whole under a temporary name, brings it to the disk and renames it: under `path`
/// stands this one or what stood there before. Of a nation in parts, all parts call and the first writes; the
/// file is the same for any number of them. No more than some districts are held twice. Throws Error
/// (cannot_create, input_output).
void write_checkpoint(const std::string& path, const CheckpointOwner& owner, const Checkpoint& checkpoint,
                      const Together& together);

/// Reads what `write_checkpoint` has written; of a nation in parts each reads its own districts, however many
/// parts there were. Throws Error (scenario_wrong) where the file is damaged in any byte, is none, or belongs
/// to another scenario or to another version of the program, each with what differs; and input_missing,
/// input_not_readable, input_output.
Checkpoint read_checkpoint(const std::string& path, const CheckpointOwner& owner, const Together& together);

} // namespace tujuh
