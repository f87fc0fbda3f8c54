// SPDX-License-Identifier: Apache-2.0
// Runs that are stopped between two months and gone on with (run/trial.hpp).
#include "run/trial.hpp"

#include "catch.hpp"
#include "run/parallel.hpp"
#include "world/small_country.hpp"

#include <atomic>
#include <cstring>

using namespace tujuh;

namespace {

/// Three replicates with two trials, of which the second begins after tick 0.
Scenario with_trials() {
    auto scenario = small_country::scenario();
    scenario.months = 5;
    scenario.burn_in_months = 4;
    scenario.replicates = 3;
    Trial trial;
    trial.id = "first";
    trial.programme = scenario.base.programmes[small_country::care].key;
    trial.months = 3;
    TrialArm helped;
    helped.id = "helped";
    helped.share = 0.5;
    helped.known = helped.help = helped.documents = true;
    trial.arms = {helped};
    scenario.trials.push_back(trial);
    trial.id = "second";
    trial.from_month = 2;
    scenario.trials.push_back(trial);
    return scenario;
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(double)) == 0;
}

bool same(const ScenarioRuns& a, const ScenarioRuns& b) {
    bool same = a.tables.size() == b.tables.size() && a.trials.size() == b.trials.size();
    for (std::size_t r = 0; same && r < a.tables.size(); ++r) {
        same = same_bits(a.tables[r].national, b.tables[r].national) &&
               same_bits(a.tables[r].ledger, b.tables[r].ledger);
        for (std::size_t t = 0; same && t < a.trials.size(); ++t)
            same = same_bits(a.trials[t][r].values, b.trials[t][r].values) &&
                   same_bits(a.trials[t][r].households, b.trials[t][r].households);
    }
    return same;
}

} // namespace

TEST_CASE("a run that rests after every month, inside trials too, has the result of one that never does") {
    const auto scenario = with_trials();
    const auto whole = run_with_trials(scenario, {});
    REQUIRE(whole.trials.size() == 2);
    std::vector<ReplicateProgress> replicates(scenario.replicates);
    std::atomic<bool> stop{false};
    std::size_t months = 0, rests = 0;
    RunOptions options;
    options.stop = &stop;
    options.month_done = [&] { ++months, stop = true; };
    while (go_on(scenario, replicates, options)) {
        ++rests;
        REQUIRE(months_lived(scenario, replicates) == months);
        stop = false;
    }
    CHECK(rests == months_with_trials(scenario)); // so none was lived twice
    CHECK(months == rests);
    CHECK(same(taken_from(replicates, 2), whole));
}

TEST_CASE("runs side by side that rest together go on with another number of threads to the same result") {
    const auto scenario = with_trials();
    const auto whole = run_with_trials(scenario, {});
    for (const int rest_after : {2, 7, 20}) {
        std::vector<ReplicateProgress> replicates(scenario.replicates);
        std::atomic<bool> stop{false};
        std::atomic<int> months{0};
        std::size_t count = 3;
        while (true) {
            const Threads threads(count);
            count = count % 3 + 1;
            RunOptions options;
            options.for_each = threads.for_each();
            options.side_by_side = true;
            options.stop = &stop;
            options.month_done = [&] {
                if (++months % rest_after == 0) stop = true;
            };
            stop = false;
            if (!go_on(scenario, replicates, options)) break;
        }
        CHECK(months_lived(scenario, replicates) == months_with_trials(scenario));
        CHECK(same(taken_from(replicates, 2), whole));
    }
}
