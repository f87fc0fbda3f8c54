// SPDX-License-Identifier: Apache-2.0
// What happens to some households only: each is settled one by one, in a lane of its block.
#pragma once

#include "agencies/eligibility.hpp"
#include "households/household_block.hpp"
#include "households/village_month.hpp"

#include <array>
#include <cmath>

namespace tujuh {

/// Households of a village that may ask for a programme, side by side until there are enough to weigh their
/// causes together.
struct Askers {
    static constexpr std::size_t most = 64;
    std::uint32_t count = 0;
    std::array<Filing, most> filing{};
    std::array<std::uint16_t, most> draw{};
    ApplicationCauses<std::array<float, most>> causes{};

    void add(const Filing& asked, const ApplicationCauses<float>& c, std::uint16_t half) noexcept {
        filing[count] = asked;
        draw[count] = half;
        for_each_cause(causes, c, [this](auto& to, float cause) { to[count] = cause; });
        ++count;
    }

    /// Files the requests of those who ask, in the order in which they came.
    void file(Village& village, const ApplicationRates& rates) {
        const ApplicationRates r = rates;
        std::array<float, most> chance;
        for (std::size_t n = 0; n < most; ++n) {
            ApplicationCauses<float> c{};
            for_each_cause(c, causes, [n](float& to, const auto& of_all) { to = of_all[n]; });
            chance[n] = application_chance(c, r);
        }
        for (std::uint32_t n = 0; n < count; ++n)
            if (low_half(std::uint32_t{draw[n]}) < chance[n]) village.filings.push_back(filing[n]);
        count = 0;
    }
};

/// One household in its lane. The block holds what the steps side by side worked out, or will read.
class HouseholdEvents {
  public:
    HouseholdEvents(World& world, Village& village, const HouseholdRates& rates, const VillageMonth& month,
                    HouseholdBlock& block, Askers& askers, std::uint32_t lane)
        : world_(world), h_(world.households), v_(village), r_(rates), m_(month), b_(block), askers_(askers),
          k_(lane), i_(block.first + lane), number_(household_number(village, i_)) {}

    /// Something that the household has or lacks changes this month, so that the share of those who have it
    /// returns to the usual one at its standing with the half-life of knowledge (ODD 7.0).
    bool changes(bool has_it, float usual, float draw) const {
        return draw < (1.0f - r_.papers_kept) * (has_it ? 1.0f - usual : usual);
    }
    void change_papers() {
        if (changes(has(trait::documents), r_.papers.of(b_.permanent[k_]), change_half(change::papers)))
            flip(trait::documents);
    }

    /// Misuse of what is received begins and ends, and is found where it is watched (ODD 7.12).
    void change_misuse() {
        const float draw = change_half(change::misuse);
        if (has(trait::misuse)) {
            if (draw < r_.care.misuse_ends ||
                world_.draws.happens(m_.misuse_found, number_, world_.tick, Purpose::misuse_found) ||
                b_.served[k_] == 0)
                flip(trait::misuse);
        } else if (b_.served[k_] != 0 && draw < r_.care.misuse_begins * (1.0f - b_.preparedness[k_])) {
            flip(trait::misuse);
        }
    }

    /// A need comes to be known, or is lost from sight, with the half-life of knowledge; one dimension a
    /// month.
    void change_need_known() {
        const auto d = r_.chances.need_changes.which(b_.change_halves[change::need][k_], need_count);
        const auto bit = static_cast<std::uint8_t>(1u << d);
        auto& known = b_.needs_known[k_];
        known = static_cast<std::uint8_t>(b_.deficit[d][k_] < r_.need_counts ? known & ~bit : known ^ bit);
    }

    /// Entries in the registry lapse as people move and offices forget, and are made without a worker's
    /// doing; who is in a programme, or asks for one, stays listed.
    void change_listing() {
        const float draw = low_half(std::uint32_t{b_.month_halves[6][k_]});
        if (!changes(has(trait::registered), r_.listing.of(b_.permanent[k_]), draw)) return;
        flip(trait::registered);
        if (has(trait::registered) && !has(trait::visited))
            h_.score[i_] = registry_score(b_.resource_mean[k_], r_.score_error, world_.draws, number_,
                                          world_.national.registry_round);
    }

    void begin_or_end_crisis() {
        const float draw = uniform_from(b_.month_words[1][k_]);
        if (in_crisis()) {
            const float ends = recovery_chance(b_.capability[k_], b_.morale[k_], b_.support[k_], r_.shocks);
            if (draw < ends) b_.crisis[k_] = 0, b_.crisis_months[k_] = 0;
            return;
        }
        Crisis kind = shock_of(draw, m_.rural, r_.shocks);
        if (v_.disaster_months > 0 && world_.draws.happens(r_.settings->parameters.shocks.disaster_reach,
                                                           number_, world_.tick, Purpose::disaster_reach))
            kind = Crisis::disaster;
        if (kind == Crisis::none) return;
        b_.crisis[k_] = static_cast<std::uint8_t>(kind);
        b_.begins[k_] = 1.0f;
        ++v_.tally.crises_begun;
    }

    /// Neglect and violence begin, end, are reported or recur (ODD 7.12).
    void live_with_harm() {
        const auto before = static_cast<Safety>(b_.safety[k_]);
        const Safety now = before == Safety::safe ? safe_or_harmed() : not_safe(before);
        b_.safety[k_] = static_cast<std::uint8_t>(now);
        const bool misuses = has(trait::misuse);
        if (now == Safety::known || misuses)
            v_.supervisable.push_back(
                {i_, b_.care_risk[k_] + (now == Safety::known ? 1.0f : 0.0f) + (misuses ? 0.1f : 0.0f)});
    }

    /// What a crisis takes of resources.
    void suffer_crisis() {
        b_.in_crisis[k_] = 1.0f;
        b_.is_ill[k_] = b_.crisis[k_] == static_cast<std::uint8_t>(Crisis::illness) ? 1.0f : 0.0f;
        b_.loss[k_] = r_.shocks.loss[b_.crisis[k_]];
    }
    void suffer_harm() { b_.harmed[k_] = is_harmed(static_cast<Safety>(b_.safety[k_])) ? 1.0f : 0.0f; }

    /// A service or asset of limited length counts its months, one at a time; when they are over the agency
    /// releases the household.
    void serve_on() {
        const unsigned under_way = static_cast<unsigned>(b_.served[k_] & m_.services);
        if (under_way == 0) return;
        const auto p = lowest_bit(under_way);
        if (++h_.service_months[i_] < static_cast<unsigned>(programme(p).service_months)) return;
        h_.service_months[i_] = 0;
        v_.due.push_back({i_, p, true});
    }

    /// The sale of what the household lives from: relief at once, a lasting loss of standing.
    void sell_in_need() {
        if (uniform_from(b_.month_words[2][k_]) >= b_.sale_chance[k_]) return;
        const float e = b_.transitory[k_], lost = r_.coping.fire_sale_loss;
        b_.permanent[k_] -= lost;
        const float after = consumption_at(m_.curve, b_.permanent[k_] + e);
        const float before = consumption_at(m_.curve, b_.permanent[k_] + lost + e);
        v_.tally.assets_lost += static_cast<double>((before - after) * b_.size[k_]);
        b_.consumption[k_] += b_.gap[k_] * b_.accustomed[k_];
    }

    /// Deficit that services took away, and what they cost.
    void count_relief() {
        double relieved = 0;
        for (std::size_t d = 0; d < need_count; ++d) {
            const float target = b_.target[d][k_];
            relieved += static_cast<double>(target - target * (1.0f - b_.relief[d][k_]));
        }
        v_.tally.relief += relieved;
        v_.tally.relief_rupiah += static_cast<double>(b_.relief_cost[k_]);
    }

    /// Puts down the programmes that it may ask for (ODD 7.7).
    void consider_asking() {
        for (unsigned may = b_.files[k_]; may != 0; may &= may - 1) {
            const auto p = lowest_bit(may);
            if (askers_.count == Askers::most) askers_.file(v_, r_.application);
            askers_.add({i_, p, false}, causes_of_asking(p), service_half(p));
        }
    }

    // The lists that agencies and workers read
    void call_in_distress() {
        v_.distressed.push_back({i_, 1.0f - b_.functioning[k_] + (in_crisis() ? 0.5f : 0.0f)});
    }
    void call_from_outside() { v_.outside.push_back({i_, outside_below_lines - b_.lines[k_]}); }
    void call_for_check() {
        for (unsigned due = static_cast<unsigned>(b_.turns[k_] & b_.enrolled[k_]); due != 0; due &= due - 1)
            v_.due.push_back({i_, lowest_bit(due), false});
    }
    /// Its score lies close to a cut-off.
    void report_doubt() {
        float nearest = r_.doubt_band;
        for (std::size_t p = 0; p < world_.programme_count; ++p)
            if (programme(p).channel == Channel::push &&
                b_.has_required[static_cast<std::size_t>(programme(p).required)][k_] != 0)
                nearest = std::min(nearest, std::fabs(h_.score[i_] - m_.log_cutoff[p]));
        if (nearest < r_.doubt_band) v_.doubtful.push_back({i_, 1.0f - nearest / r_.doubt_band});
    }

  private:
    bool has(std::uint32_t bit) const { return (b_.traits[k_] & bit) != 0; }
    bool in_crisis() const { return b_.crisis[k_] != 0; }
    const Programme& programme(std::size_t p) const { return r_.settings->programmes[p]; }
    static std::uint8_t lowest_bit(unsigned mask) { return static_cast<std::uint8_t>(__builtin_ctz(mask)); }

    std::uint16_t service_half(std::size_t programme) const {
        return turned<max_programmes>(b_.change_halves[change::service][k_], programme);
    }
    float change_half(std::size_t which) const {
        return low_half(std::uint32_t{b_.change_halves[which][k_]});
    }
    void flip(std::uint8_t bit) { b_.traits[k_] ^= bit; }

    Safety safe_or_harmed() {
        // The low bits of a word of which `uniform_from` reads the high ones.
        if (b_.month_words[2][k_] % safe_thinning != 0) return Safety::safe;
        const SafeMonth month =
            month_of_safe(uniform_from(b_.safety_words[0][k_]), b_.care_risk[k_], r_.care);
        if (month.falsely_reported) v_.reported.push_back(i_);
        if (!month.harmed) return Safety::safe;
        ++v_.tally.harms_begun;
        return Safety::harmed;
    }

    Safety not_safe(Safety before) {
        const auto& drawn = b_.safety_words;
        const Words words{{drawn[0][k_], drawn[1][k_], drawn[2][k_], drawn[3][k_]}};
        const Safety now = next_safety(before, words, b_.care_risk[k_], v_.awareness, r_.care);
        if (before == Safety::harmed && now == Safety::reported) v_.reported.push_back(i_);
        if (!is_harmed(before)) {
            ++v_.tally.watched;
            if (now == Safety::harmed) ++v_.tally.harms_again;
        }
        return now;
    }

    ApplicationCauses<float> causes_of_asking(std::size_t p) const {
        const auto units = b_.units[static_cast<std::size_t>(programme(p).benefit_per)][k_];
        ApplicationCauses<float> c{};
        c.benefit_share =
            static_cast<float>(programme(p).benefit * units) / (b_.consumption[k_] * b_.size[k_]);
        c.deficit = has_bit(b_.needs_known[k_], m_.need[p]) ? b_.deficit[m_.need[p]][k_] : 0.0f;
        c.capability = b_.capability[k_];
        c.informed = has(trait::informed) ? 1.0f : 0.0f;
        c.burden = m_.burden[p];
        c.helped = has(trait::has_case) ? 1.0f : 0.0f;
        c.papers_missing = has_bit(m_.papers, p) && !has(trait::documents) ? 1.0f : 0.0f;
        c.distance_km = has(trait::transport) ? 0.0f : m_.distance_km;
        c.stigma = b_.stigma[k_];
        c.morale = b_.morale[k_];
        c.bridged = m_.bridged[b_.groups[k_]];
        return c;
    }

    World& world_;
    Households& h_;
    Village& v_;
    const HouseholdRates& r_;
    const VillageMonth& m_;
    HouseholdBlock& b_;
    Askers& askers_;
    std::uint32_t k_;      ///< its lane in the block
    std::uint32_t i_;      ///< its index in the columns
    std::uint32_t number_; ///< nation-wide
};

} // namespace tujuh
