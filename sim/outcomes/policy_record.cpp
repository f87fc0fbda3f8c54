// SPDX-License-Identifier: Apache-2.0
#include "outcomes/policy_record.hpp"

namespace tujuh {

namespace {

struct MonthOfIssues {
    std::array<std::array<double, issue_count>, policy_record_count> value{};

    void add(const Issues& issues, std::size_t first, std::size_t end, double weight, std::int32_t tick,
             const ReformParameters& p) {
        for (std::size_t m = 0; m < policy_record_count; ++m)
            for (std::size_t i = first; i < end; ++i)
                value[m][i] += weight * policy_record_rows[m].value(issues[i], tick, p);
    }
};

} // namespace

void record_policy(const World& world, const ReformParameters& p, OutcomeTable& table, std::size_t row) {
    MonthOfIssues month;
    const auto tick = static_cast<std::int32_t>(row);
    double households = 0;
    for (const auto& district : world.districts) households += district.real_households;
    for (const auto& district : world.districts)
        month.add(district.executive.issues, 0, first_national_issue, district.real_households / households,
                  tick, p);
    month.add(world.national.ministry.issues, first_national_issue, issue_count, 1.0, tick, p);
    for (std::size_t m = 0; m < policy_record_count; ++m)
        for (std::size_t i = 0; i < issue_count; ++i)
            table.policy[(m * table.ticks + row) * issue_count + i] = month.value[m][i];
}

} // namespace tujuh
