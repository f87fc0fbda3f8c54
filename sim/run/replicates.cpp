// SPDX-License-Identifier: Apache-2.0
#include "run/replicates.hpp"

#include "outcomes/flows.hpp"
#include "outcomes/table_bytes.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace tujuh {

namespace {

// Each struct is taken apart by a structured binding, which stops compiling when somebody adds a member: none
// can be forgotten here.

auto parts(const ActivitySetting& setting) {
    const auto& [enabled, sham, hours] = setting;
    return std::tie(enabled, sham, hours);
}

auto parts(const Programme& programme) {
    const auto& [key, title, title_id, agency, kind, channel, benefit_per, benefit, relief, cutoff, required,
                 quota, recertification, service, documents, leakage, administration] = programme;
    return std::tie(key, title, title_id, agency, kind, channel, benefit_per, benefit, relief, cutoff,
                    required, quota, recertification, service, documents, leakage, administration);
}

auto parts(const AreaFigures& figures) {
    const auto& [population_share, poverty_line, headcount, gini] = figures;
    return std::tie(population_share, poverty_line, headcount, gini);
}

template <class List> bool same_parts(const List& one, const List& other) {
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [](const auto& a, const auto& b) { return parts(a) == parts(b); });
}

bool same(const ProvinceFigures& one, const ProvinceFigures& other) {
    const auto numbers = [](const ProvinceFigures& figures) {
        const auto& [code, name, population, households, size, line, headcount, gini, consumption, districts,
                     subdistricts, villages, areas] = figures;
        return std::pair(std::tie(code, name, population, households, size, line, headcount, gini,
                                  consumption, districts, subdistricts, villages),
                         &areas);
    };
    const auto [a, a_areas] = numbers(one);
    const auto [b, b_areas] = numbers(other);
    return a == b && same_parts(*a_areas, *b_areas);
}

bool same(const PublishedTables& one, const PublishedTables& other) {
    const auto& [provinces] = one;
    return std::equal(provinces.begin(), provinces.end(), other.provinces.begin(), other.provinces.end(),
                      [](const auto& a, const auto& b) { return same(a, b); });
}

bool same(const PopulationDesign& one, const PopulationDesign& other) {
    const auto parts_of = [](const PopulationDesign& design) {
        const auto& [provinces, households, a_village, districts, villages] = design;
        return std::tie(provinces, households, a_village, districts, villages);
    };
    return parts_of(one) == parts_of(other);
}

std::vector<double> values_of(Parameters parameters) {
    std::vector<double> values;
    for_each_parameter(parameters, [&](const auto&, const double& value) { values.push_back(value); });
    return values;
}

bool same(const Settings& one, const Settings& other) {
    const auto& [parameters, programmes, workforce, task_mix, activity_mix, activities, placebo_share,
                 placebo_sham] = one;
    return values_of(parameters) == values_of(other.parameters) && same_parts(programmes, other.programmes) &&
           workforce == other.workforce && task_mix == other.task_mix && activity_mix == other.activity_mix &&
           same_parts(activities, other.activities) && placebo_share == other.placebo_share &&
           placebo_sham == other.placebo_sham;
}

/// For each scenario the first one with which it shares the burnt-in world.
std::vector<std::size_t> starts_of(std::span<const Scenario> scenarios) {
    std::vector<std::size_t> starts;
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        std::size_t first = 0;
        while (!same_until_start(scenarios[first], scenarios[s])) ++first;
        starts.push_back(first);
    }
    return starts;
}

/// The last scenario that begins from the world burnt in for `start`, and may take it.
std::size_t last_with_start(const std::vector<std::size_t>& starts, std::size_t start) {
    std::size_t last = starts.size() - 1;
    while (starts[last] != start) --last;
    return last;
}

/// Keeps of a replicate's base what its alternatives are compared with, and their flows.
class Follower {
  public:
    Follower(const Scenario& base, std::size_t alternatives, const Together& together)
        : base_(base), together_(together), ticks_(flow_ticks(base.months)), flows_(alternatives) {}

    void look(std::size_t scenario, const World& world) {
        const auto found = std::find(ticks_.begin(), ticks_.end(), world.tick - 1);
        if (found == ticks_.end()) return;
        if (scenario == 0) {
            records_.push_back(record_households(world, settings_at(base_, *found), together_));
            return;
        }
        const auto row = static_cast<std::size_t>(found - ticks_.begin());
        auto& table = flows_[scenario - 1];
        if (row == 0) table = make_flow_table(world, ticks_);
        count_flows(records_[row], world, table, row, together_);
    }

    std::vector<FlowTable> take() { return std::move(flows_); }

  private:
    const Scenario& base_;
    const Together together_;
    std::vector<std::int32_t> ticks_;
    std::vector<HouseholdRecord> records_; ///< [tick of a flow]
    std::vector<FlowTable> flows_;         ///< [alternative]
};

/// What one replicate leaves of all scenarios.
struct PairedReplicate {
    std::vector<OutcomeTable> tables; ///< [scenario]
    std::vector<FlowTable> flows;     ///< [alternative], where households are followed
};

template <Is<PairedReplicate> Struct> auto parts(Struct& replicate) {
    auto& [tables, flows] = replicate;
    return std::tie(tables, flows);
}

/// Nothing when the experiment was halted.
std::optional<PairedReplicate> run_replicate(std::span<const Scenario> scenarios,
                                             const std::vector<std::size_t>& starts, bool follows,
                                             std::uint32_t replicate, Experiment& experiment,
                                             const Together& together) {
    Follower follower(scenarios.front(), scenarios.size() - 1, together);
    PairedReplicate result;
    result.tables.resize(scenarios.size());
    for (std::size_t start = 0; start < scenarios.size(); ++start) {
        if (starts[start] != start) continue;
        auto world = experiment.burnt_in_world(scenarios[start], replicate);
        if (!world) return std::nullopt;
        const std::size_t last = last_with_start(starts, start);
        for (std::size_t s = start; s <= last; ++s) {
            if (starts[s] != start) continue;
            const auto look = [&](const World& seen) {
                if (follows) follower.look(s, seen);
            };
            auto table =
                experiment.outcomes_of(s == last ? std::move(*world) : *world, scenarios[s], replicate, look);
            if (!table) return std::nullopt;
            result.tables[s] = std::move(*table);
        }
    }
    if (follows) result.flows = follower.take();
    return result;
}

} // namespace

bool same_until_start(const Scenario& one, const Scenario& other) {
    return one.seed == other.seed && one.burn_in_months == other.burn_in_months &&
           one.start_year == other.start_year && one.start_month == other.start_month &&
           same(one.population, other.population) && same(one.published, other.published) &&
           same(one.base, other.base);
}

ReplicateTables run_replicates(const Scenario& scenario, const RunOptions& options) {
    return run_paired({&scenario, 1}, options);
}

ReplicateTables run_paired(std::span<const Scenario> scenarios, const RunOptions& options,
                           FollowHouseholds follow) {
    Experiment experiment(options);
    const std::uint32_t replicates = scenarios.front().replicates;
    const auto starts = starts_of(scenarios);
    const bool follows = follow == FollowHouseholds::yes && scenarios.size() > 1;
    ReplicateTables result;
    result.tables.assign(scenarios.size(), std::vector<OutcomeTable>(replicates));
    if (follows) result.flows.assign(scenarios.size() - 1, std::vector<FlowTable>(replicates));
    experiment.for_each_run(replicates, [&](std::size_t run) {
        const auto replicate = static_cast<std::uint32_t>(run);
        auto whole = kept_or_run<PairedReplicate>(options.store, replicate, [&] {
            return run_replicate(scenarios, starts, follows, replicate, experiment, options.together());
        });
        if (!whole) return;
        for (std::size_t s = 0; s < scenarios.size(); ++s)
            result.tables[s][replicate] = std::move(whole->tables[s]);
        for (std::size_t a = 0; a < result.flows.size(); ++a)
            result.flows[a][replicate] = std::move(whole->flows[a]);
    });
    result.halt = experiment.halt();
    if (result.halt) result.tables.clear(), result.flows.clear();
    return result;
}

bool share_a_world(std::span<const Scenario> scenarios) {
    const auto starts = starts_of(scenarios);
    for (std::size_t s = 0; s < starts.size(); ++s)
        if (starts[s] != s) return true;
    return false;
}

std::size_t months_of(std::span<const Scenario> scenarios) {
    const auto starts = starts_of(scenarios);
    std::size_t months = 0;
    for (std::size_t s = 0; s < scenarios.size(); ++s) {
        months += static_cast<std::size_t>(scenarios[s].months);
        if (starts[s] == s) months += static_cast<std::size_t>(scenarios[s].burn_in_months);
    }
    return months * scenarios.front().replicates;
}

} // namespace tujuh
