// SPDX-License-Identifier: Apache-2.0
// Money of the programmes (ODD 7.8): in every district and budget year
//   budget = delivered + leaked + administered + unspent,
// in whole rupiah. A year's budget is what the quota would cost at the average number of benefit units, with
// the cost of running the programme on top. Benefits are cut evenly when the money left cannot bear them.
#include "agencies/agency_phase.hpp"
#include "agencies/registry.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

namespace {

constexpr std::int32_t months_a_year = 12;

/// Month of the budget year, 0-11; years begin at multiples of twelve months from tick 0.
std::int32_t month_of_year(std::int32_t tick) noexcept {
    return ((tick % months_a_year) + months_a_year) % months_a_year;
}

Rupiah annual_budget(const World& world, const District& district, const Programme& programme,
                     std::size_t p) {
    const double benefits = static_cast<double>(quota_of(world, district, programme, p)) *
                            district.units_a_household[p] * static_cast<double>(programme.benefit) *
                            months_a_year;
    return static_cast<Rupiah>(benefits / (1.0 - std::min(programme.administration, 0.9)));
}

/// What next month's benefits cost in full: this month's for each household enrolled then, times those
/// enrolled now.
double full_benefits(const World& world, const District& district, const Programme& programme,
                     std::size_t p) {
    double full = 0, enrolled = 0;
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        full += static_cast<double>(world.villages[v].tally.full[p]);
        enrolled += world.villages[v].tally.enrolled[p];
    }
    const double a_household = full > 0 && enrolled > 0
                                   ? full / enrolled
                                   : district.units_a_household[p] * static_cast<double>(programme.benefit);
    return static_cast<double>(district.enrolled[p]) * a_household;
}

/// What running the programme costs this month: an even part of its share of the budget.
Rupiah running_cost(const Account& account, double administration, std::int32_t month) {
    const auto year = static_cast<Rupiah>(static_cast<double>(account.budget) * administration);
    const Rupiah until_now = year * (month + 1) / months_a_year;
    return std::clamp<Rupiah>(until_now - account.administered, 0, std::max<Rupiah>(0, account.unspent()));
}

} // namespace

void keep_accounts(World& world, District& district, const Settings& settings) {
    const auto month = month_of_year(world.tick);
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        auto& account = district.accounts[p];
        const Rupiah annual = annual_budget(world, district, settings.programmes[p], p);
        if (month == 0 || district.annual_budget[p] == 0) {
            account = {};
            account.budget = annual;
        } else if (annual > district.annual_budget[p]) {
            account.budget += (annual - district.annual_budget[p]) * (months_a_year - month) / months_a_year;
        }
        district.annual_budget[p] = annual;
        Rupiah gross = 0, leaked = 0;
        for (auto v = district.village_begin; v < district.village_end; ++v) {
            gross += world.villages[v].tally.gross[p];
            leaked += world.villages[v].tally.leaked[p];
        }
        // Benefits were promised on last month's forecast; what it fell short of is a supplementary budget.
        if (gross > account.unspent()) account.budget += gross - account.unspent();
        account.delivered_before = account.delivered;
        account.leaked_before = account.leaked;
        account.administered_before = account.administered;
        account.delivered += gross - leaked;
        account.leaked += leaked;
        account.administered += running_cost(account, settings.programmes[p].administration, month);
    }
}

void set_paid_shares(World& world, District& district, const Settings& settings) {
    const auto month = month_of_year(world.tick);
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        const auto& account = district.accounts[p];
        const auto& programme = settings.programmes[p];
        double left = static_cast<double>(account.unspent()) -
                      static_cast<double>(account.budget) * programme.administration *
                          (months_a_year - 1 - month) / months_a_year;
        if (month == months_a_year - 1)
            left = static_cast<double>(annual_budget(world, district, programme, p));
        const double due = full_benefits(world, district, programme, p);
        district.paid_share[p] = due > 0 ? static_cast<float>(std::clamp(left / due, 0.0, 1.0)) : 1.0f;
    }
}

} // namespace tujuh
