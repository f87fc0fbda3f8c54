// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"

#include <cstddef>

namespace tujuh {

/// Processes that `mpirun` or a scheduler has asked for; 1 where nobody did.
std::size_t processes_asked_for();

/// Whether this program was built with MPI.
bool knows_ranks() noexcept;

/// The processes that hold one nation together. One object lives as long as the program; where nobody has
/// asked for more than one process, MPI is not even begun.
class Ranks {
  public:
    Ranks();
    ~Ranks();
    Ranks(const Ranks&) = delete;
    Ranks& operator=(const Ranks&) = delete;

    Exchange exchange() const;
    std::size_t rank() const noexcept { return rank_; }
    std::size_t count() const noexcept { return count_; }
    /// On this machine.
    std::size_t neighbours() const noexcept { return neighbours_; }
    /// Ends all processes; the others may wait for this one.
    [[noreturn]] void end_all(int exit_code) const;

  private:
    std::size_t rank_ = 0, count_ = 1, neighbours_ = 1;
};

} // namespace tujuh
