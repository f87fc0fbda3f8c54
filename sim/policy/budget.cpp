// SPDX-License-Identifier: Apache-2.0
#include "policy/budget.hpp"

namespace tujuh {

double programme_budgets(const District& district) noexcept {
    double sum = 0;
    for (const auto budget : district.annual_budget) sum += static_cast<double>(budget);
    return sum;
}

double national_budgets(std::span<const DistrictVoice> voices, double real_households) noexcept {
    double sum = 0, households = 0;
    for (const auto& voice : voices) {
        sum += voice.budgets;
        households += voice.real_households;
    }
    return households > 0 ? sum * real_households / households : 0.0;
}

double cost_of(Issue issue, const District& district, const Settings& settings) {
    const auto& p = settings.parameters.reform;
    switch (issue) {
    case Issue::quota: {
        double pushed = 0;
        for (std::size_t k = 0; k < settings.programmes.size(); ++k)
            if (settings.programmes[k].channel == Channel::push)
                pushed += static_cast<double>(district.annual_budget[k]);
        return p.quota_gain * pushed;
    }
    case Issue::workers: {
        double workers = 0;
        for (const auto& seat : district.seats) workers += seat.full_time;
        return p.workers_gain * p.wage * workers;
    }
    case Issue::standard:
        return p.standard_cost * static_cast<double>(agency_count) * district.scale;
    case Issue::distribution:
        return p.point_cost * static_cast<double>(district.points.size()) * district.scale;
    default:
        return 0;
    }
}

double national_cost_of(Issue issue, double budgets, const ReformParameters& p) {
    switch (issue) {
    case Issue::benefit:
        return p.benefit_gain * budgets;
    case Issue::registry:
        return p.registry_cost * budgets;
    default:
        return 0; // a higher cut-off moves places between households, not their number
    }
}

double committed_by(const Issues& issues) noexcept {
    double sum = 0;
    for (const auto& issue : issues) sum += issue.is_enacted() ? issue.cost : 0.0;
    return sum;
}

Room room_for(double cost, float support, const Executive& executive) noexcept {
    const double unspent = executive.envelope - executive.committed;
    if (cost <= unspent) return {unspent, std::nullopt};
    Room room{unspent, std::nullopt};
    for (std::size_t i = 0; i < issue_count; ++i) {
        const auto& issue = executive.issues[i];
        const bool may_go = issue.in_force() && unspent + issue.cost >= cost && issue.support < support;
        if (!may_go) continue;
        if (room.cuts && executive.issues[*room.cuts].support <= issue.support) continue;
        room = {unspent + issue.cost, i};
    }
    return room;
}

} // namespace tujuh
