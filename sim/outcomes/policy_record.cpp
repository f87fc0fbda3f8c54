// SPDX-License-Identifier: Apache-2.0
#include "outcomes/policy_record.hpp"

namespace tujuh {

namespace {

struct MonthOfIssues {
    double real_households = 0;
    std::array<std::array<double, issue_count>, policy_record_count> value{};

    void read(const Issues& issues, std::size_t first, std::size_t end, std::int32_t tick,
              const ReformParameters& p) {
        for (std::size_t m = 0; m < policy_record_count; ++m)
            for (std::size_t i = first; i < end; ++i)
                value[m][i] = policy_record_rows[m].value(issues[i], tick, p);
    }
    void add(const MonthOfIssues& other, double weight) {
        for (std::size_t m = 0; m < policy_record_count; ++m)
            for (std::size_t i = 0; i < first_national_issue; ++i) value[m][i] += weight * other.value[m][i];
    }
};

} // namespace

void record_policy(const World& world, const ReformParameters& p, OutcomeTable& table, std::size_t row,
                   const Together& together) {
    const auto tick = static_cast<std::int32_t>(row);
    std::vector<MonthOfIssues> here(world.districts.size());
    for (std::size_t d = 0; d < here.size(); ++d) {
        here[d].real_households = world.districts[d].real_households;
        here[d].read(world.districts[d].executive.issues, 0, first_national_issue, tick, p);
    }
    const auto districts = together.gather(std::move(here));
    MonthOfIssues month;
    for (const auto& district : districts) month.real_households += district.real_households;
    for (const auto& district : districts)
        month.add(district, district.real_households / month.real_households);
    month.read(world.national.ministry.issues, first_national_issue, issue_count, tick, p);
    for (std::size_t m = 0; m < policy_record_count; ++m)
        for (std::size_t i = 0; i < issue_count; ++i)
            table.policy[(m * table.ticks + row) * issue_count + i] = month.value[m][i];
}

} // namespace tujuh
