// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "determinism/parts_at_a_table.hpp"
#include "outcomes/outcome_table.hpp"
#include "run/replicates.hpp"
#include "world/small_country.hpp"

#include <cstring>
#include <thread>

using namespace tujuh;

namespace {

/// The outcomes of one replicate, as each of the parts has them.
std::vector<OutcomeTable> outcomes_in_parts(const Scenario& scenario, std::size_t parts) {
    PartsAtATable table(parts);
    std::vector<OutcomeTable> outcomes(parts);
    std::vector<std::thread> threads;
    for (std::size_t part = 0; part < parts; ++part)
        threads.emplace_back([&, part] {
            RunOptions options;
            if (parts > 1) options.exchange = table.exchange(part);
            outcomes[part] = run_replicates(scenario, options).tables.at(0).at(0);
        });
    for (auto& thread : threads) thread.join();
    return outcomes;
}

template <class Number> bool same_bits(const std::vector<Number>& a, const std::vector<Number>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(Number)) == 0;
}

/// That two, three and six parts of a nation have the outcomes of one.
void check_parts(const Scenario& scenario) {
    const auto whole = outcomes_in_parts(scenario, 1).front();
    for (const std::size_t parts : {2u, 3u, 6u}) {
        INFO(parts << " parts");
        for (const auto& outcome : outcomes_in_parts(scenario, parts)) {
            CHECK(same_bits(outcome.national, whole.national));
            for (std::size_t g = 0; g < whole.groups.size(); ++g)
                CHECK(same_bits(outcome.groups[g].values, whole.groups[g].values));
            CHECK(same_bits(outcome.policy, whole.policy));
            CHECK(same_bits(outcome.ledger, whole.ledger));
            CHECK(same_bits(outcome.activity_hours, whole.activity_hours));
        }
    }
}

} // namespace

TEST_CASE("districts held by two, three or six processes have the outcomes of one, to the bit") {
    auto scenario = small_country::scenario();
    scenario.burn_in_months = 24; // curves are solved again twice, and the registry has its rounds
    check_parts(scenario);
}

TEST_CASE("posts that follow the poor of the nation stand the same in any number of processes") {
    auto scenario = small_country::scenario();
    scenario.months = 6;
    scenario.population.districts_per_province = 4;
    scenario.base.parameters.workers.by_poverty = 0.7;
    check_parts(scenario);
}
