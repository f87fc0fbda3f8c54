// SPDX-License-Identifier: Apache-2.0
#include "run/experiment.hpp"

#include "world/build.hpp"

#include <utility>

namespace tujuh {

std::optional<World> Experiment::burnt_in_world(const Scenario& scenario, std::uint32_t replicate) {
    if (halted()) return std::nullopt;
    World world = build_world(scenario, replicate, options_.for_each);
    if (const auto violation = burn_in(world, scenario, options_.for_each, watch()))
        keep(*violation, replicate);
    if (halted()) return std::nullopt;
    return world;
}

bool Experiment::live_a_month(World& world, const Scenario& scenario, std::uint32_t replicate) {
    if (halted()) return false;
    if (const auto violation = tujuh::live_a_month(world, scenario, options_.for_each))
        keep(*violation, replicate);
    return watch()(world.tick);
}

std::optional<OutcomeTable> Experiment::outcomes_of(World world, const Scenario& scenario,
                                                    std::uint32_t replicate) {
    if (halted()) return std::nullopt;
    OutcomeTable table = make_outcome_table(scenario);
    if (const auto violation = simulate(world, scenario, table, options_.for_each, watch()))
        keep(*violation, replicate);
    if (halted()) return std::nullopt;
    return table;
}

void Experiment::for_each_run(std::size_t count, const std::function<void(std::size_t)>& body) {
    const auto unless_halted = [&](std::size_t i) {
        if (!halted()) body(i);
    };
    if (options_.side_by_side)
        options_.for_each(count, unless_halted);
    else
        in_order(count, unless_halted);
}

bool Experiment::halted() const noexcept {
    return violated_ || (options_.stop != nullptr && *options_.stop);
}

Halt Experiment::halt() const {
    const std::lock_guard lock(mutex_);
    Halt halt = violation_;
    halt.stopped = !halt.violation && options_.stop != nullptr && *options_.stop;
    return halt;
}

Watch Experiment::watch() {
    return [this](std::int32_t) {
        if (options_.month_done) options_.month_done();
        return !halted();
    };
}

void Experiment::keep(const Violation& violation, std::uint32_t replicate) {
    const std::lock_guard lock(mutex_);
    const bool first =
        !violation_.violation ||
        std::pair(replicate, violation.tick) < std::pair(violation_.replicate, violation_.violation->tick);
    if (first) {
        violation_.violation = violation;
        violation_.replicate = replicate;
    }
    violated_ = true;
}

} // namespace tujuh
