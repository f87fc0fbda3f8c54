// SPDX-License-Identifier: Apache-2.0
#include "run/experiment.hpp"

#include "world/build.hpp"

#include <utility>

namespace tujuh {

std::optional<World> Experiment::burnt_in_world(const Scenario& scenario, std::uint32_t replicate) {
    if (halted()) return std::nullopt;
    World world = build_world(scenario, replicate, options_.together());
    if (!burn_in(world, scenario, replicate)) return std::nullopt;
    return world;
}

bool Experiment::burn_in(World& world, const Scenario& scenario, std::uint32_t replicate) {
    if (const auto violation = tujuh::burn_in(world, scenario, options_.together(), watch()))
        keep(*violation, replicate);
    return !halted();
}

bool Experiment::live_to_end(World& world, OutcomeTable& table, const Scenario& scenario,
                             std::uint32_t replicate, const Look& look, const MonthsRead& months_read) {
    if (halted()) return false;
    if (table.ticks == 0) table = make_outcome_table(scenario);
    const auto after_month = [&, go_on = watch()](std::int32_t month) {
        if (look && month >= 0) look(world);
        return go_on(month);
    };
    if (const auto violation =
            simulate(world, scenario, table, options_.together(), after_month, months_read))
        keep(*violation, replicate);
    return !halted();
}

bool Experiment::live_a_month(World& world, const Scenario& scenario, std::uint32_t replicate) {
    if (halted()) return false;
    if (const auto violation = tujuh::live_a_month(world, scenario, options_.together()))
        keep(*violation, replicate);
    return watch()(world.tick);
}

std::optional<OutcomeTable> Experiment::outcomes_of(World world, const Scenario& scenario,
                                                    std::uint32_t replicate, const Look& look,
                                                    const MonthsRead& months_read) {
    OutcomeTable table;
    if (!live_to_end(world, table, scenario, replicate, look, months_read)) return std::nullopt;
    return table;
}

void Experiment::for_each_run(std::size_t count, const std::function<void(std::size_t)>& body) {
    const auto unless_halted = [&](std::size_t i) {
        if (!halted()) body(i);
    };
    if (options_.side_by_side && options_.exchange.parts == 1)
        options_.for_each(count, unless_halted);
    else
        in_order(count, unless_halted);
}

bool Experiment::halted() const noexcept {
    // Parts stop in the same month: a wish to stop counts once all have heard of it.
    return violated_ || stopped_ || (options_.exchange.parts == 1 && stop_asked());
}

bool Experiment::stop_asked() const {
    return options_.stop != nullptr && *options_.stop;
}

Halt Experiment::halt() const {
    const std::lock_guard lock(mutex_);
    Halt halt = violation_;
    halt.stopped = !halt.violation && (stopped_ || (options_.exchange.parts == 1 && stop_asked()));
    return halt;
}

Watch Experiment::watch() {
    return [this](std::int32_t) {
        if (options_.month_done) options_.month_done();
        if (any_part(options_.together(), stop_asked())) stopped_ = true;
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
