// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"
#include "outcomes/outcome_table.hpp"
#include "scenario/scenario.hpp"
#include "world/violation.hpp"
#include "world/world.hpp"

#include <functional>
#include <optional>
#include <vector>

namespace tujuh {

/// Told after each month; returns false to stop there.
using Watch = std::function<bool(std::int32_t tick)>;

/// One month of the whole ecosystem (ODD 3). `world.tick` moves on by one. Returns what was not conserved, if
/// anything.
std::optional<Violation> tick(World& world, const Settings& settings, const Together& together);

/// What holds in the month to come: the settings of the scenario with the measures of the ministry.
class InForce {
  public:
    InForce(const World& world, const Scenario& scenario);
    const Settings& settings() const noexcept { return reformed_ ? *reformed_ : written_; }

  private:
    const Settings& written_;
    std::optional<Settings> reformed_;
};

/// One month of a scenario under what is in force. Returns what was not conserved, if anything.
std::optional<Violation> live_a_month(World& world, const Scenario& scenario, const Together& together);

/// Lives through the burn-in months of the scenario, solving the consumption curves again once a year and at
/// its end.
std::optional<Violation> burn_in(World& world, const Scenario& scenario, const Together& together,
                                 const Watch& watch);

/// The months whose outcomes somebody will read, [month]; empty: all of them.
using MonthsRead = std::vector<bool>;

/// Simulates from `world.tick` to the end of the scenario and measures each month from tick 0 on that is read
/// into `table` (made by `make_outcome_table`); the others stay missing, which changes no result. Stops early
/// when `watch` says so.
std::optional<Violation> simulate(World& world, const Scenario& scenario, OutcomeTable& table,
                                  const Together& together, const Watch& watch,
                                  const MonthsRead& months_read = {});

} // namespace tujuh
