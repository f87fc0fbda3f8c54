// SPDX-License-Identifier: Apache-2.0
// The shipped community, stopped at every one of its months, burn-in included: what is read from the
// checkpoint and gone on with by another number of threads has the result of a run that was never stopped.
#include "files/checkpoint_file.hpp"

#include "catch.hpp"
#include "files/temporary_folder.hpp"
#include "run/parallel.hpp"
#include "run/trial.hpp"

#include <atomic>
#include <cstring>

using namespace tujuh;

namespace {

constexpr std::size_t months = 24, burn_in_months = 24;

LoadedScenario community() {
    return read_scenario_file("community",
                              {"months=" + std::to_string(months),
                               "burn_in_months=" + std::to_string(burn_in_months), "replicates=1"});
}

RunOptions with(const Threads& threads) {
    RunOptions options;
    options.for_each = threads.for_each();
    return options;
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

bool same(const OutcomeTable& a, const OutcomeTable& b) {
    bool same = same_bits(a.national, b.national) && same_bits(a.activity_hours, b.activity_hours) &&
                same_bits(a.activity_acts, b.activity_acts) && same_bits(a.policy, b.policy) &&
                same_bits(a.ledger, b.ledger);
    for (std::size_t g = 0; g < a.groups.size(); ++g)
        same = same && same_bits(a.groups[g].values, b.groups[g].values);
    return same;
}

} // namespace

TEST_CASE("from a checkpoint at every month of a community one result comes, with any number of threads") {
    const auto loaded = community();
    const auto& scenario = loaded.scenario;
    const auto whole = run_with_trials(scenario, {}).tables.at(0);
    const CheckpointOwner owner{this_build(), scenario.name, loaded.resolved_text, loaded.tables};
    TemporaryFolder folder;

    // One run rests at every month for a checkpoint of its own.
    std::vector<ReplicateProgress> resting(1);
    std::atomic<bool> stop{false};
    RunOptions options;
    options.stop = &stop;
    options.month_done = [&] { stop = true; };
    std::size_t checkpoints = 0;
    while (go_on(scenario, resting, options)) {
        Checkpoint checkpoint;
        checkpoint.replicates = resting;
        write_checkpoint(folder.file(std::to_string(checkpoints++)), owner, checkpoint, in_order);
        stop = false;
    }
    REQUIRE(checkpoints == burn_in_months + months);
    CHECK(same(resting[0].outcomes, whole));

    for (std::size_t tick = 0; tick < checkpoints; ++tick) {
        const Threads threads(1 + tick % 3);
        auto read = read_checkpoint(folder.file(std::to_string(tick)), owner, with(threads).together());
        REQUIRE(months_lived(scenario, read.replicates) == tick + 1);
        REQUIRE_FALSE(go_on(scenario, read.replicates, with(threads)));
        INFO("stopped after " << tick + 1 << " months");
        CHECK(same(read.replicates[0].outcomes, whole));
    }
}
