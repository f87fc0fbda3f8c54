// SPDX-License-Identifier: Apache-2.0
// The streams of problems, proposals and politics (Kingdon 1984; ODD 7.11). With r what a month leaves of a
// deviation:
//   x' = x0 + (x - x0) r,  x0 = rest                                              evidence, proposal
//                          x0 = 1 - (1 - rest)(1 - a organisation)(1 - b stands)  support
//                          x0 = 0                                                 ease
#include "policy/streams.hpp"

#include "agencies/providers.hpp"
#include "base/half_life.hpp"
#include "world/entitlement.hpp"

namespace tujuh {

namespace {

double mean_bias(const District& district) {
    double sum = 0;
    for (const auto& agency : district.agencies)
        for (const float bias : agency.bias) sum += static_cast<double>(bias);
    return sum / static_cast<double>(agency_count * vulnerable_group_count);
}

double share_asking_for_papers(const District& district, const Settings& settings) {
    double asking = 0;
    for (std::size_t p = 0; p < settings.programmes.size(); ++p)
        asking += asks_for_papers(settings.programmes[p], district.levers, p) ? 1.0 : 0.0;
    return settings.programmes.empty() ? 0.0 : asking / static_cast<double>(settings.programmes.size());
}

/// Requests approved that find no place, for each enrolment.
double waiting_for_a_place(const District& district) {
    double waiting = 0, enrolled = 0;
    for (const auto& request : district.requests) waiting += request.stage == Stage::approved ? 1.0 : 0.0;
    for (const auto count : district.enrolled) enrolled += static_cast<double>(count);
    return enrolled > 0 ? waiting / enrolled : 0.0;
}

double cases_a_worker(const District& district) {
    double cases = 0, workers = 0;
    for (const auto& seat : district.seats) cases += seat.cases, workers += seat.full_time;
    return workers > 0 ? cases / workers : 0.0;
}

double quality_gap(const District& district, const ControlParameters& p) {
    double sum = 0;
    for (const auto& agency : district.agencies) sum += 1.0 - static_cast<double>(service_quality(agency, p));
    return sum / static_cast<double>(agency_count);
}

double distance_of_poor(const District& district) {
    double sum = 0, poor = 0;
    for (const auto& village : district.frame) {
        poor += static_cast<double>(village.poor_weight);
        sum += static_cast<double>(village.poor_weight) * static_cast<double>(village.distance_km);
    }
    return poor > 0 ? sum / poor : 0.0;
}

double poverty_expected(const District& district) {
    double poor = 0;
    for (const auto& village : district.frame) poor += static_cast<double>(village.poor_weight);
    return poor / static_cast<double>(district.frame.size());
}

/// Households close to a cut-off, by those whose turn it is this month.
double close_to_a_cutoff(const World& world, const District& district) {
    double close = 0, sampled = 0;
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        close += static_cast<double>(world.villages[v].doubtful.size());
        sampled += world.villages[v].sampled();
    }
    return sampled > 0 ? 12.0 * close / sampled : 0.0;
}

float half_at(double x, double reference) {
    return x > 0 ? static_cast<float>(x / (x + reference)) : 0.0f;
}

} // namespace

float harm_of(Issue issue, const World& world, const District& district, const Settings& settings) {
    const auto& all = settings.parameters;
    const auto& p = all.reform;
    constexpr double all_programmes = 1.0;
    switch (issue) {
    case Issue::rule_bias:
        return half_at(mean_bias(district), p.bias_hurts);
    case Issue::documents:
        return half_at(share_asking_for_papers(district, settings), all_programmes);
    case Issue::quota:
        return half_at(waiting_for_a_place(district), p.waiting_hurts);
    case Issue::workers:
        return half_at(cases_a_worker(district), all.workers.case_reference);
    case Issue::standard:
        return half_at(quality_gap(district, all.control), 1.0 - all.agencies.quality);
    case Issue::distribution:
        return half_at(distance_of_poor(district), p.distance_hurts);
    case Issue::cutoff:
        return half_at(close_to_a_cutoff(world, district), p.doubt_hurts);
    case Issue::benefit:
        return half_at(poverty_expected(district), p.poverty_hurts);
    case Issue::registry:
        return half_at(world.tick - world.national.registry_round, all.registry.update_months / 2.0);
    }
    return 0;
}

double share_with_stance(const District& district, std::size_t issue, const ReformParameters& p) {
    double with = 0;
    for (const auto& agency : district.agencies)
        with += static_cast<double>(agency.stance[issue]) > p.stance_counts ? 1.0 : 0.0;
    return with / static_cast<double>(agency_count);
}

void move_streams(const World& world, District& district, const Settings& settings) {
    const auto& p = settings.parameters.reform;
    const auto kept = static_cast<float>(monthly_retention(p.stream_months));
    const auto stance_kept =
        static_cast<float>(monthly_retention(settings.parameters.relaxation.organisation));
    const auto rest = static_cast<float>(p.stream_rest);
    for (std::size_t i = 0; i < issue_count; ++i) {
        auto& issue = district.executive.issues[i];
        const double support =
            1.0 - (1.0 - p.stream_rest) *
                      (1.0 - p.organisation_support * static_cast<double>(district.organisation)) *
                      (1.0 - p.stance_support * share_with_stance(district, i, p));
        issue.evidence = relax(issue.evidence, rest, kept);
        issue.proposal = relax(issue.proposal, rest, kept);
        issue.support = relax(issue.support, static_cast<float>(support), kept);
        issue.ease = relax(issue.ease, 0.0f, kept);
        issue.harm = harm_of(static_cast<Issue>(i), world, district, settings);
    }
    for (auto& agency : district.agencies)
        for (auto& stance : agency.stance) stance = relax(stance, 0.0f, stance_kept);
}

void gather_national_streams(Ministry& ministry, std::span<const DistrictVoice> voices) {
    double households = 0;
    for (const auto& voice : voices) households += voice.real_households;
    for (std::size_t i = first_national_issue; i < issue_count; ++i) {
        double evidence = 0, proposal = 0, support = 0, ease = 0;
        for (const auto& voice : voices) {
            const auto& issue = voice.issues[i - first_national_issue];
            const double share = voice.real_households / households;
            evidence += share * static_cast<double>(issue.evidence);
            proposal += share * static_cast<double>(issue.proposal);
            support += share * static_cast<double>(issue.support);
            ease += share * static_cast<double>(issue.ease);
        }
        auto& national = ministry.issues[i];
        national.evidence = static_cast<float>(evidence);
        national.proposal = static_cast<float>(proposal);
        national.support = static_cast<float>(support);
        national.ease = static_cast<float>(ease);
    }
}

} // namespace tujuh
