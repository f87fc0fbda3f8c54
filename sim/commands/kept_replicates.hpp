// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "commands/runs.hpp"
#include "files/parts_folder.hpp"
#include "run/replicate_store.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tujuh {

/// The finished replicates of a command of many runs, in a folder beside its result until that stands: a
/// command that was stopped or killed goes on with --resume.
class KeptReplicates {
  public:
    /// `work` is what the command does of the scenarios besides running them. Without an `output` nothing is
    /// kept. Throws Error: cannot_create where the folder holds another work, or one that is neither to be
    /// gone on with (--resume) nor begun afresh (--force); command_line where there is nothing to go on with.
    KeptReplicates(const CommandLine& asked, std::span<const LoadedScenario> loaded, std::string work,
                   const std::string& output);
    KeptReplicates(const KeptReplicates&) = delete;
    KeptReplicates& operator=(const KeptReplicates&) = delete;

    /// Has the runs of the session keep what they finish, `months` each.
    void serve(Session& session, std::size_t months);
    /// Removes the folder: the result stands.
    void remove() const;

  private:
    std::size_t find_earlier();
    void keep(std::uint32_t replicate, std::span<const std::byte> bytes) const;

    const CommandLine& asked_;
    std::size_t replicates_;
    std::optional<PartsFolder> parts_;
    std::vector<bool> earlier_; ///< [replicate] finished by an earlier command
    ReplicateStore store_;
};

} // namespace tujuh
