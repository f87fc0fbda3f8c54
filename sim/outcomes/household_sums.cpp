// SPDX-License-Identifier: Apache-2.0
// What one household, and one district, adds to the sums. The definitions of outcomes are in catalogue.cpp.
#include "outcomes/household_sums.hpp"

#include "agencies/eligibility.hpp"
#include "agencies/providers.hpp"
#include "agencies/sub_units.hpp"
#include "households/needs.hpp"
#include "informal/mutual_aid.hpp"

namespace tujuh {

VillageView view_of(const World& world, const Settings& settings, const Village& village) {
    const auto& district = world.districts[village.district];
    const auto& province = world.provinces[village.province];
    VillageView view;
    view.district = &district;
    view.need_weight = need_rates(settings.parameters.needs).weight;
    view.poverty_line = province.poverty_line[static_cast<std::size_t>(village.area)];
    view.distance_km = static_cast<double>(district.frame[village.frame].distance_km);
    view.rural = village.area == Area::rural;
    view.month = world.tick - 1;
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        const auto& programme = settings.programmes[p];
        view.paid_share[p] = static_cast<double>(district.paid_share[p]);
        view.quality[p] = static_cast<double>(service_quality(
            district.agencies[static_cast<std::size_t>(programme.agency)], settings.parameters.control));
        view.leaked[p] = leaked_share(programme.leakage, settings.parameters.agencies.bargain,
                                      settings.parameters.tasks.supervision_leakage,
                                      static_cast<double>(district.supervision[p]));
        view.requiring[static_cast<std::size_t>(programme.required)] |= bit_of(p);
        view.log_cutoff[p] = log(static_cast<float>(world.national.cutoff[p]));
        if (!asks_for_papers(programme, district.levers, p)) view.without_papers |= bit_of(p);
        if (programme.kind == ProgrammeKind::cash || programme.kind == ProgrammeKind::food)
            view.living |= bit_of(p);
    }
    return view;
}

namespace {

/// For each mask the number of its bits, and its bits spread over the bytes of a word.
constexpr std::array<std::uint8_t, 256> bits_in = [] {
    std::array<std::uint8_t, 256> bits{};
    for (std::size_t mask = 0; mask < 256; ++mask)
        for (std::size_t p = 0; p < 8; ++p) bits[mask] += static_cast<std::uint8_t>(mask >> p & 1u);
    return bits;
}();
constexpr std::array<std::uint64_t, 256> spread = [] {
    std::array<std::uint64_t, 256> words{};
    for (std::size_t mask = 0; mask < 256; ++mask)
        for (std::size_t p = 0; p < 8; ++p) words[mask] |= std::uint64_t{mask >> p & 1u} << 8 * p;
    return words;
}();

double arriving_share(const VillageView& view, const Households& h, std::uint32_t i, std::size_t p) {
    return view.paid_share[p] * (1.0 - view.leaked[p].of((h.traits[i] & trait::informed) != 0));
}

bool is_vulnerable(const Households& h, std::uint32_t i) {
    return (h.traits[i] & trait::female_head) != 0 || h.disabled[i] > 0 || h.elders[i] > 0;
}

bool in_group_of_its_kind(const Households& h, std::uint32_t i) {
    for (const auto kind : {GroupKind::female_head, GroupKind::disability, GroupKind::elder})
        if (has_bit(h.groups[i], static_cast<std::size_t>(kind)) && is_meant_for(kind, h, i)) return true;
    return false;
}

void count_poverty(const Settings& settings, const VillageView& view, const Households& h, std::uint32_t i,
                   Sums& cell) {
    const double size = h.size[i], consumption = static_cast<double>(h.consumption[i]);
    cell[Sum::households] += 1;
    cell[Sum::persons] += size;
    cell[Sum::consumption] += size * consumption;
    if (consumption < view.poverty_line) {
        const double gap = 1.0 - consumption / view.poverty_line;
        cell[Sum::poor_persons] += size;
        cell[Sum::gap] += size * gap;
        cell[Sum::severity] += size * gap * gap;
    }
    const double before = static_cast<double>(before_transfers(h, i));
    if (before < view.poverty_line) {
        cell[Sum::poor_before] += size;
        cell[Sum::gap_before] += size * (1.0 - before / view.poverty_line);
        cell[Sum::poor_households] += 1;
        if (h.served[i] != 0) cell[Sum::poor_served] += 1;
        if ((h.traits[i] & trait::registered) == 0) cell[Sum::poor_unregistered] += 1;
        cell[Sum::distance_of_poor] += view.distance_km;
    }
    const auto& weight = view.need_weight;
    double deprivation = 0;
    for (std::size_t d = 0; d < need_count; ++d)
        if (static_cast<double>(h.deficit[d][i]) > settings.parameters.measures.deprived)
            deprivation += static_cast<double>(weight[d]);
    if (deprivation >= settings.parameters.measures.poverty_cutoff) {
        cell[Sum::deprived_persons] += size;
        cell[Sum::deprivation] += size * deprivation;
    }
    cell[Sum::functioning] += static_cast<double>(functioning_of(h, i, weight));
}

/// Who was poor `months` ago and who is now, of households that lived here then.
void count_moves(const Households& h, std::uint32_t i, unsigned months, Sum poor_then, Sums& cell) {
    const auto history = h.poor_history[i];
    if (!remembered::reaches_back(history, months)) return;
    const std::size_t first = remembered::was_poor(history, months) ? 0 : 2;
    cell[member(poor_then, first)] += h.size[i];
    if (remembered::was_poor(history, 0)) cell[member(poor_then, first + 1)] += h.size[i];
}

void count_graduates(const VillageView& view, const Households& h, std::uint32_t i, Sums& cell) {
    if (h.graduated[i] == graduation::none) return;
    const std::int32_t months = view.month - h.graduated[i];
    if (months == 0) cell[Sum::graduates] += 1;
    if (months != graduation::followed_months) return;
    cell[Sum::graduates_year_ago] += 1;
    const bool helped = (h.enrolled[i] & view.living) != 0 || (h.traits[i] & trait::has_case) != 0;
    if (!helped && static_cast<double>(h.consumption[i]) >= view.poverty_line)
        cell[Sum::graduates_on_their_own] += 1;
}

void count_client(const Settings& settings, const Households& h, std::uint32_t i, Sums& cell) {
    const bool client = (h.traits[i] & trait::has_case) != 0, crisis = h.crisis[i] != Crisis::none;
    if (crisis) cell[Sum::crises] += 1;
    if (is_harmed(h.safety[i])) cell[Sum::harmed] += 1;
    if (crisis && client) cell[Sum::crises_with_case] += 1;
    if (!client) return;
    cell[Sum::clients] += 1;
    for (std::size_t d = 0; d < need_count; ++d) {
        if (static_cast<double>(h.deficit[d][i]) <= settings.parameters.measures.known_need) continue;
        cell[Sum::client_needs] += 1;
        if (has_bit(h.needs_known[i], d)) cell[Sum::client_needs_known] += 1;
    }
    if (bits_in[h.eligible[i]] >= 2) {
        cell[Sum::multi_need] += 1;
        if (bits_in[h.eligible[i] & h.served[i]] >= 2) cell[Sum::multi_need_served] += 1;
    }
    cell[Sum::client_stigma] += static_cast<double>(h.stigma[i]);
    cell[Sum::client_care_risk] += static_cast<double>(h.care_risk[i]);
    cell[Sum::client_capability] += static_cast<double>(h.capability[i]);
    if (has_bit(h.groups[i], static_cast<std::size_t>(GroupKind::clients))) cell[Sum::clients_in_group] += 1;
}

/// Adds the same to the sums of a cell and of programmes.
struct PairCounter {
    Sums& cell;
    ProgrammeSums& programmes;

    void add(Sum s, unsigned mask) noexcept {
        if (mask == 0) return;
        cell[s] += bits_in[mask];
        programmes.pairs[static_cast<std::size_t>(s)].add(static_cast<ProgrammeMask>(mask));
    }
};

/// Programmes whose required members live in the household.
unsigned meeting_conditions(const VillageView& view, const Households& h, std::uint32_t i) {
    unsigned programmes = 0;
    for (std::size_t r = 0; r < view.requiring.size(); ++r)
        if (has_required_members(static_cast<RequiredMembers>(r), h.children[i], h.elders[i], h.disabled[i]))
            programmes |= view.requiring[r];
    return programmes;
}

/// Programmes for which the household has the papers and a way to get there.
unsigned in_reach(const Settings& settings, const VillageView& view, const Households& h, std::uint32_t i) {
    const bool reached =
        (h.traits[i] & trait::transport) != 0 || view.distance_km <= settings.parameters.measures.far_km;
    if (!reached) return 0;
    return (h.traits[i] & trait::documents) != 0 ? ~0u : view.without_papers;
}

/// Programmes for which the household is listed, measured below the cut-off, and kept above it by the rule
/// that weighs against its group.
unsigned excluded_by_rule(const Settings& settings, const VillageView& view, const Households& h,
                          std::uint32_t i, unsigned open) {
    unsigned excluded = 0;
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        if (!has_bit(open, p) || !(h.score[i] < view.log_cutoff[p])) continue;
        const auto& agency = view.district->agencies[static_cast<std::size_t>(settings.programmes[p].agency)];
        if (h.score[i] + bias_against(agency, h, i) >= view.log_cutoff[p]) excluded |= bit_of(p);
    }
    return excluded;
}

/// All pairs of one household and a programme.
void count_pairs(const Settings& settings, const VillageView& view, const Households& h, std::uint32_t i,
                 bool vulnerable, PairCounter count) {
    const unsigned eligible = h.eligible[i], enrolled = h.enrolled[i], served = h.served[i];
    const unsigned ineligible = meeting_conditions(view, h, i) & ~eligible;
    count.add(Sum::ineligible, ineligible);
    if ((eligible | enrolled) == 0) return;
    const unsigned known = h.known[i], pending = h.pending[i];
    count.add(Sum::enrolled, enrolled);
    count.add(Sum::enrolled_unserved, enrolled & ~served);
    count.add(Sum::ineligible_enrolled, ineligible & enrolled);
    count.add(Sum::eligible, eligible);
    count.add(Sum::eligible_served, eligible & served);
    count.add(Sum::waiting, eligible & ~enrolled);
    count.add(Sum::eligible_known, eligible & known);
    count.add(Sum::known_claimed, eligible & known & (enrolled | pending));
    count.add(Sum::wrongly_denied, eligible & h.denied[i]);
    count.add(Sum::given_up, eligible & ~enrolled & ~pending & ~in_reach(settings, view, h, i));
    if (h.groups[i] != 0) {
        count.add(Sum::member_known, eligible & known);
        count.add(Sum::member_claimed, eligible & known & (enrolled | pending));
    }
    if (vulnerable && (h.traits[i] & trait::registered) != 0)
        count.add(Sum::excluded_by_rule, excluded_by_rule(settings, view, h, i, eligible & ~enrolled));
    count.add(vulnerable ? Sum::vulnerable_eligible : Sum::other_eligible, eligible);
    count.add(vulnerable ? Sum::vulnerable_served : Sum::other_served, eligible & served);
    const auto add_to = [&](Sum entitled, Sum reached) {
        count.add(entitled, eligible);
        count.add(reached, eligible & served);
    };
    if (view.rural) add_to(Sum::rural_eligible, Sum::rural_served);
    if (vulnerable) {
        if ((h.traits[i] & trait::female_head) != 0)
            add_to(Sum::female_head_eligible, Sum::female_head_served);
        if (h.disabled[i] > 0) add_to(Sum::disability_eligible, Sum::disability_served);
        if (h.elders[i] > 0) add_to(Sum::elder_eligible, Sum::elder_served);
    }
    for (std::size_t p = 0; (eligible & served) >> p != 0; ++p) {
        if (!has_bit(eligible & served, p)) continue;
        const double effective = arriving_share(view, h, i, p) * view.quality[p];
        count.cell[Sum::eligible_effective] += effective;
        count.programmes.sums[p][Sum::eligible_effective] += effective;
    }
}

} // namespace

void MaskCounts::add(ProgrammeMask mask) noexcept {
    bytes_ += spread[mask];
    if (++added_ == 255) carry();
}

void MaskCounts::carry() noexcept {
    for (std::size_t p = 0; p < max_programmes; ++p) counts_[p] += static_cast<std::uint8_t>(bytes_ >> 8 * p);
    bytes_ = 0;
    added_ = 0;
}

void ProgrammeSums::settle() {
    for (std::size_t s = 0; s < sum_count; ++s)
        pairs[s].take([&](std::size_t p, std::uint32_t count) { sums[p].value[s] += count; });
}

double benefit_of(const Settings& settings, const VillageView& view, const Households& h, std::uint32_t i,
                  std::size_t p) {
    if (!has_bit(h.served[i], p)) return 0;
    return static_cast<double>(settings.programmes[p].benefit * units_of(settings.programmes[p], h, i)) *
           arriving_share(view, h, i, p);
}

double benefits_of(const World& world, const Settings& settings, const VillageView& view, std::uint32_t i) {
    const auto& h = world.households;
    if (h.served[i] == 0) return 0;
    double benefits = 0;
    for (std::size_t p = 0; p < world.programme_count; ++p) benefits += benefit_of(settings, view, h, i, p);
    return benefits;
}

void count_household(const World& world, const Settings& settings, const VillageView& view, std::uint32_t i,
                     double benefits, Sums& cell, ProgrammeSums& programmes) {
    const auto& h = world.households;
    count_poverty(settings, view, h, i, cell);
    count_moves(h, i, 12, Sum::poor_year_ago, cell);
    count_moves(h, i, 24, Sum::poor_two_years_ago, cell);
    count_graduates(view, h, i, cell);
    count_client(settings, h, i, cell);
    const bool vulnerable = is_vulnerable(h, i);
    if (vulnerable && static_cast<double>(h.consumption[i]) < 1.5 * view.poverty_line) {
        cell[Sum::vulnerable] += 1;
        if (in_group_of_its_kind(h, i)) cell[Sum::vulnerable_in_group] += 1;
    }
    cell[Sum::benefits] += benefits;
    if (h.served[i] != 0) cell[Sum::households_served] += 1;
    count_pairs(settings, view, h, i, vulnerable, {cell, programmes});
}

namespace {

/// Agencies of a district, each of the same weight.
void count_institutions(const World& world, const Settings& settings, const District& district, Sums& sums) {
    const double households = end_household(world, district) - first_household(world, district);
    const double share = households / static_cast<double>(agency_count);
    const double standard = settings.parameters.control.minimum_standard;
    sums[Sum::district_households] += households;
    for (const auto& agency : district.agencies) {
        sums[Sum::procedure_burden] += share * static_cast<double>(agency.burden);
        sums[Sum::service_quality] +=
            share * static_cast<double>(service_quality(agency, settings.parameters.control));
        sums[Sum::responsiveness] += share * static_cast<double>(agency.responsiveness);
        sums[Sum::capacity_gap] += share * capacity_gap(agency, settings.parameters.agencies);
        for (const auto& unit : agency.units) {
            sums[Sum::posts] += unit.posts;
            sums[Sum::staff] += unit.staff;
            sums[Sum::staff_quits] += unit.quits;
        }
        sums[Sum::throughput] += capacity_of_slowest(agency, settings.parameters.agencies);
        for (const auto& provider : agency.providers) {
            sums[Sum::providers] += 1;
            if (is_below_standard(provider, standard)) sums[Sum::providers_below_standard] += 1;
        }
    }
    sums[Sum::organisation] += households * static_cast<double>(district.organisation);
    const auto half_a_year = world.tick - 6;
    for (const auto& request : district.requests) {
        if (request.stage == Stage::approved) continue;
        sums[Sum::undecided] += 1;
        if (request.filed < half_a_year) sums[Sum::undecided_long] += 1;
    }
    const auto& tally = district.tally;
    sums[Sum::files_handled] += tally.files_handled;
    sums[Sum::wrong_decisions] += tally.wrong_decisions;
    sums[Sum::referrals] += tally.referrals;
    sums[Sum::referrals_succeeded] += tally.referrals_succeeded;
    sums[Sum::restructurings] += tally.restructurings;
    sums[Sum::restructurings_on_bottleneck] += tally.restructurings_on_bottleneck;
}

void count_protection(const World& world, const District& district, Sums& sums) {
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& tally = world.villages[v].tally;
        sums[Sum::harms_begun] += tally.harms_begun;
        sums[Sum::watched] += tally.watched;
        sums[Sum::harms_again] += tally.harms_again;
    }
    sums[Sum::harms_stopped] += district.tally.harms_stopped;
    sums[Sum::reports_open] += district.tally.reports_open;
    sums[Sum::report_months] += district.tally.report_months;
}

/// Measures under way or in force that were passed, or won in court, within the twelve months before `tick`.
double enacted_within_a_year(const Issues& issues, std::int32_t tick) {
    double count = 0;
    for (const auto& issue : issues)
        if (issue.is_enacted() && issue.enacted >= tick - 12) count += 1;
    return count;
}

/// Streams are means over issues, weighted by the households of the district as its sums are.
void count_policy(const Settings& settings, const District& district, std::int32_t tick, Sums& sums) {
    const double counts = settings.parameters.reform.stance_counts;
    const double households = sums[Sum::district_households];
    for (const auto& issue : district.executive.issues) {
        sums[Sum::support_stream] +=
            households * static_cast<double>(issue.support) / static_cast<double>(issue_count);
        sums[Sum::pass_chances] += households * static_cast<double>(issue.pass_chance);
        if (issue.in_force()) sums[Sum::reforms_in_force] += households;
    }
    for (const auto& agency : district.agencies)
        for (const float stance : agency.stance)
            if (static_cast<double>(stance) > counts)
                sums[Sum::stances] += households / static_cast<double>(agency_count * issue_count);
    const auto& tally = district.tally;
    sums[Sum::districts] += district.scale > 0 ? 1.0 : 0.0;
    sums[Sum::reforms_effective] += tally.reforms_effective;
    if (district.scale > 0) {
        const double passed = enacted_within_a_year(district.executive.issues, tick);
        sums[Sum::reforms_of_year] += passed;
        sums[Sum::reforms_of_year_squared] += passed * passed;
        sums[Sum::reforms_of_year_cubed] += passed * passed * passed;
        sums[Sum::reforms_of_year_fourth] += passed * passed * passed * passed;
    }
    sums[Sum::measures_on_the_way] += tally.measures_on_the_way;
    sums[Sum::months_to_effect] += tally.months_to_effect;
}

} // namespace

void count_district(const World& world, const Settings& settings, const District& district, Sums& sums,
                    std::array<Sums, max_programmes>& programmes) {
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& tally = world.villages[v].tally;
        sums[Sum::assets_lost] += tally.assets_lost;
        sums[Sum::relief] += tally.relief;
        sums[Sum::relief_rupiah] += tally.relief_rupiah;
        for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
            programmes[p][Sum::gross] += static_cast<double>(tally.gross[p]);
            programmes[p][Sum::leaked] += static_cast<double>(tally.leaked[p]);
        }
    }
    const auto& tally = district.tally;
    for (std::size_t door = 0; door < door_count; ++door)
        sums[member(Sum::starts_by_door, door)] += district.starts_by_door[door];
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        const auto& account = district.accounts[p];
        sums[Sum::administered] += static_cast<double>(account.administered_this_month());
        programmes[p][Sum::eligible_starts] += district.starts_a_month[p];
        for (const auto s : {Sum::gross, Sum::leaked, Sum::eligible_starts}) sums[s] += programmes[p][s];
    }
    sums[Sum::groups] += tally.groups_at_start;
    sums[Sum::groups_ended] += tally.groups_ended;
    for (const auto& seat : district.seats) {
        sums[Sum::full_time] += seat.full_time;
        const bool vacant = world.tick <= seat.vacant_until;
        if (vacant) sums[Sum::vacant] += seat.full_time;
        if (!vacant) sums[Sum::wages] += seat.full_time * settings.parameters.reform.wage / 12.0;
        if (!vacant && seat.full_time > 0) sums[Sum::workers_present] += 1;
        sums[Sum::fatigue] += seat.full_time * static_cast<double>(seat.fatigue);
        sums[Sum::open_cases] += seat.cases;
    }
    const auto& hours = district.hours;
    sums[Sum::hours_field] += hours.worked + hours.travelled;
    sums[Sum::hours_travelled] += hours.travelled;
    sums[Sum::hours_idle] += hours.idle;
    for (std::size_t kind = 0; kind < worker_kind_count; ++kind)
        sums[member(Sum::hours_by_kind, kind)] += hours.by_kind[kind];
    for (const auto acts : hours.acts) sums[Sum::acts] += static_cast<double>(acts);
    sums[Sum::client_acts] += static_cast<double>(hours.client_acts);
    sums[Sum::requests] += static_cast<double>(district.requests.size());
    sums[Sum::decided] += tally.decided;
    sums[Sum::refused] += tally.refused;
    sums[Sum::files_lost] += tally.files_lost;
    sums[Sum::workers_left] += tally.workers_left;
    count_institutions(world, settings, district, sums);
    count_protection(world, district, sums);
    count_policy(settings, district, world.tick, sums);
    sums[Sum::workers_present] += tally.workers_left; // whoever leaves was there
}

} // namespace tujuh
