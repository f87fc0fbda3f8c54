// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "outcomes/outcome_table.hpp"
#include "run/replicates.hpp"
#include "world/small_country.hpp"

#include <condition_variable>
#include <cstring>
#include <mutex>
#include <thread>

using namespace tujuh;

namespace {

/// Parts of a nation on threads of one process: what each says is laid on a table until all have.
class Table {
  public:
    explicit Table(std::size_t parts) : said_(parts) {}

    Exchange exchange(std::size_t part) {
        return {part, said_.size(), [this, part](std::span<const std::byte> own) { return hear(part, own); },
                [this, part](std::span<std::int64_t> numbers) {
                    const auto all = hear(part, std::as_bytes(numbers));
                    std::vector<std::int64_t> sums(numbers.size()), next(numbers.size());
                    for (std::size_t p = 0; p < said_.size(); ++p) {
                        std::memcpy(next.data(), all.data() + p * numbers.size_bytes(), numbers.size_bytes());
                        for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += next[k];
                    }
                    std::copy(sums.begin(), sums.end(), numbers.begin());
                }};
    }

  private:
    std::vector<std::byte> hear(std::size_t part, std::span<const std::byte> own) {
        wait_for_all([&] { said_[part].assign(own.begin(), own.end()); });
        std::vector<std::byte> all;
        for (const auto& one : said_) all.insert(all.end(), one.begin(), one.end());
        wait_for_all([] {}); // nobody speaks again before all have heard
        return all;
    }

    template <class Act> void wait_for_all(Act act) {
        std::unique_lock lock(mutex_);
        act();
        const auto round = round_;
        if (++arrived_ == said_.size()) {
            arrived_ = 0;
            ++round_;
            changed_.notify_all();
        }
        changed_.wait(lock, [&] { return round_ != round; });
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t arrived_ = 0, round_ = 0;
    std::vector<std::vector<std::byte>> said_;
};

/// The outcomes of one replicate, as each of the parts has them.
std::vector<OutcomeTable> outcomes_in_parts(const Scenario& scenario, std::size_t parts) {
    Table table(parts);
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

} // namespace

TEST_CASE("districts held by two, three or six processes have the outcomes of one, to the bit") {
    auto scenario = small_country::scenario();
    scenario.burn_in_months = 24; // curves are solved again twice, and the registry has its rounds
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
