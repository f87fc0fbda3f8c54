// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "run/comparison.hpp"
#include "run/experiment.hpp"
#include "scenario/activity.hpp"
#include "tasks/catalogue.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tujuh {

/// How much an outcome of the catalogue differs when an activity works (working minus sham).
struct Effect {
    std::size_t outcome = 0;
    Estimate difference;
};

/// What one activity does, found by making it alone a sham from tick 0: candidates, hours, travel and fatigue
/// as before, effect suppressed, same random numbers.
struct ActivityEffect {
    Activity activity{};
    Effect own;               ///< the outcome that must move
    bool as_expected = false; ///< its interval excludes zero on the side that the catalogue names
    Effect downstream;        ///< the outcome further down the road
    std::vector<Effect>
        others; ///< the headline outcomes apart from these two that move most, in standard errors
    double acts_a_month = 0; ///< in the nation, while it works, over the window
};

/// The counter-test: an activity without any effect takes a share of all hours, and is then made a sham.
struct PlaceboEffect {
    double share = 0;       ///< of hours
    std::size_t values = 0; ///< values compared: outcomes, of the nation and by group, months and replicates
    std::size_t different = 0; ///< of them not equal to the bit; anything but 0 is a bug
    double largest_difference = 0;
};

/// How much the activities of a family move one another's outcomes.
struct FamilyFinding {
    ActivityFamily family{};
    std::array<std::array<double, 3>, 3> differences{}; ///< [activity][whose own outcome], working minus sham
    /// Each moves its own outcome its own way, and of any two each leans more to its own outcome than the
    /// other does: |effect of a on a's x effect of b on b's| > |effect of a on b's x effect of b on a's|.
    bool told_apart = false;
};

struct Attribution {
    double level = 0.99; ///< of the intervals
    Window window;       ///< months over which differences are averaged
    std::uint32_t replicates = 0;
    std::vector<ActivityEffect> activities; ///< in the order of codes; empty when halted
    std::vector<FamilyFinding> families;
    bool reallocate = false;
    PlaceboEffect placebo;
    std::vector<OutcomeTable> working; ///< [replicate], every activity at work
    Halt halt;
};

/// What to look at: `window` empty means the second half of the run.
struct AttributionDesign {
    double level = 0.99;
    Window window;
    double placebo_share = 0.05;
    bool reallocate = false; ///< activities are not done and their hours go elsewhere, instead of being shams
};

/// Makes each activity a sham in turn, in every replicate, and the placebo after them.
Attribution attribute_activities(const Scenario& scenario, const AttributionDesign& design,
                                 const RunOptions& options);

/// Months that `attribute_activities` simulates, burn-in included.
std::size_t months_of_attribution(const Scenario& scenario);

/// The scenario with some activities shams in every month from tick 0; or, with `reallocate`, not done, so
/// that their hours go to the others.
Scenario without(Scenario scenario, std::span<const Activity> activities, bool reallocate = false);

/// True when the interval lies on the side of zero that `direction` names.
bool moves(const Estimate& difference, Direction direction) noexcept;

} // namespace tujuh
