// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

namespace tujuh {

/// What the time of a month is spent on. A phase that begins within another takes the time from it.
enum class Phase : std::uint8_t {
    registry,   ///< cut-offs of the nation; the round itself belongs to agencies
    households, ///< with disasters
    agencies,
    groups, ///< mutual aid
    workers,
    policy, ///< of districts and ministry
    curves, ///< consumption curves solved again, once a year of burn-in
    outcomes,
    conservation, ///< looking that nothing was lost or made
    exchange,     ///< between processes, waiting for the slowest included
};
inline constexpr std::size_t phase_count = 10;
inline constexpr std::array<std::string_view, phase_count> phase_names = {
    "registry cut-offs",  "households", "agencies",     "mutual-aid groups", "workers", "policy",
    "consumption curves", "outcomes",   "conservation", "exchange"};

/// Told on the thread that does the work. The core knows no clock.
struct PhaseWatch {
    std::function<void(Phase)> begins;
    std::function<void()> ends;
    std::function<std::optional<Phase>()> current; ///< innermost of the asking thread
};

/// While it lives, its thread works on `phase`, if anybody watches.
class Working {
  public:
    Working(const PhaseWatch* watch, Phase phase) : watch_(watch) {
        if (watch_ != nullptr) watch_->begins(phase);
    }
    ~Working() {
        if (watch_ != nullptr) watch_->ends();
    }
    Working(const Working&) = delete;
    Working& operator=(const Working&) = delete;

  private:
    const PhaseWatch* watch_;
};

} // namespace tujuh
