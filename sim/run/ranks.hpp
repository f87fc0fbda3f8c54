// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"

#include <cstddef>
#include <memory>

namespace tujuh {

/// Processes that `mpirun` or a scheduler has asked for; 1 where nobody did.
std::size_t processes_asked_for();

/// Whether this program was built with MPI.
bool knows_ranks() noexcept;

/// What a process has said and heard so far.
struct Traffic {
    double seconds = 0, bytes = 0; ///< bytes that this process received
};

/// The processes that hold one nation together. One object lives as long as `main`; without `mpirun` it is a
/// single process and does nothing.
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
    Traffic traffic() const noexcept;
    /// Ends all processes; the others may wait for this one.
    [[noreturn]] void end_all(int exit_code) const;

  private:
    std::size_t rank_ = 0, count_ = 1, neighbours_ = 1;
    std::unique_ptr<Traffic> traffic_;
};

} // namespace tujuh
