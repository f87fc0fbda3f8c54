// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "outcomes/outcome_table.hpp"
#include "run/replicate_store.hpp"
#include "scenario/scenario.hpp"
#include "simulation.hpp"
#include "world/violation.hpp"
#include "world/world.hpp"

#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>

namespace tujuh {

/// How runs are carried out. Nothing here changes a result.
struct RunOptions {
    ForEach for_each = in_order;             ///< the loop inside a world, and over runs where these are small
    Exchange exchange = {};                  ///< with the parts of each world that other processes hold
    bool side_by_side = false;               ///< several runs at a time: for worlds that are small
    const std::atomic<bool>* stop = nullptr; ///< set from outside: every run ends after its month
    std::function<void()> month_done = nullptr; ///< told after each simulated month, from any thread
    const ReplicateStore* store = nullptr;      ///< of finished replicates, for commands of many runs

    Together together() const { return {for_each, exchange}; }
};

/// Why runs ended before their last month.
struct Halt {
    bool stopped = false;               ///< somebody set `RunOptions::stop`
    std::optional<Violation> violation; ///< something was not conserved: our bug
    std::uint32_t replicate = 0;        ///< in which replicate
    explicit operator bool() const noexcept { return stopped || violation.has_value(); }
};

/// Reads a world between two months.
using Look = std::function<void(const World&)>;

/// Carries out the runs of one command, on any number of threads, and remembers what ended them early.
class Experiment {
  public:
    explicit Experiment(const RunOptions& options) : options_(options) {}

    /// The world of a replicate after the burn-in, to be copied for each run that starts from it, or moved
    /// into the last. Nothing when the experiment was halted.
    std::optional<World> burnt_in_world(const Scenario& scenario, std::uint32_t replicate);

    /// Lives through what is left of the burn-in. False when the experiment was halted: then the world stands
    /// between two months, and the same call goes on from there.
    bool burn_in(World& world, const Scenario& scenario, std::uint32_t replicate);

    /// Lives from tick 0, or from where an earlier call was halted, to the end of the scenario; measures into
    /// `table`, which is made where it is empty. `look` is shown the world after each month from tick 0 on.
    /// False when the experiment was halted.
    bool live_to_end(World& world, OutcomeTable& table, const Scenario& scenario, std::uint32_t replicate,
                     const Look& look = nullptr, const MonthsRead& months_read = {});

    /// One month of a world under the scenario. False when the experiment was halted, before the month or
    /// after it.
    bool live_a_month(World& world, const Scenario& scenario, std::uint32_t replicate);

    /// The outcomes of a world that starts at tick 0. Nothing when the experiment was halted.
    std::optional<OutcomeTable> outcomes_of(World world, const Scenario& scenario, std::uint32_t replicate,
                                            const Look& look = nullptr, const MonthsRead& months_read = {});

    /// Calls `body(i)` for each of `count` runs that need nothing of one another, side by side where the
    /// options say so, and passes over what is left when the experiment is halted.
    void for_each_run(std::size_t count, const std::function<void(std::size_t)>& body);

    bool halted() const noexcept;
    /// Of several violations the one of the lowest replicate and month.
    Halt halt() const;

  private:
    Watch watch();
    bool stop_asked() const;
    void keep(const Violation& violation, std::uint32_t replicate);

    const RunOptions& options_;
    std::atomic<bool> violated_{false}, stopped_{false};
    mutable std::mutex mutex_;
    Halt violation_;
};

} // namespace tujuh
