// SPDX-License-Identifier: Apache-2.0
// Up to 64 neighbouring households of a village side by side, and what each sum asks of them: a line a sum.
// Loops over lanes become vectors (base/instruction_sets.hpp). In the lanes from `count` on stands what was
// there before; nobody counts it.
#pragma once

#include "agencies/eligibility.hpp"
#include "base/fetch_ahead.hpp"
#include "base/lane_bits.hpp"
#include "base/stored_share.hpp"
#include "outcomes/cells.hpp"
#include "world/entitlement.hpp"

#include <algorithm>
#include <cstring>

namespace tujuh {

/// What counting needs to know beside the household, as the loops read it.
struct CountingRates {
    const Settings* settings = nullptr;
    const DistrictView* district = nullptr;
    // Of the month
    TenthStarts tenth_starts{};
    std::uint16_t deprived_above = 0, needs_above = 0; ///< deficits that count, steps of a StoredShare
    std::uint64_t deprived_sets = 0; ///< bit a set of needs: who is deprived in these is poor in many ways
    std::array<float, need_count> need_weight{}; ///< in functioning
    std::array<ProgrammeMask, 4> requiring{};    ///< [RequiredMembers] programmes that require them
    ProgrammeMask living = 0;                    ///< programmes of cash or food
    std::int32_t month = 0;                      ///< the tick that is measured
    // Of the district
    std::array<std::array<float, 2>, max_programmes> benefit_a_unit{}; ///< [programme][informed] rupiah
    // Of the village
    double poverty_line = 0;
    std::int64_t distance = 0; ///< whole parts of a km
    bool far = false;          ///< too far for who has no transport
};

namespace counting {

inline constexpr std::size_t most = 64;
using Bytes = std::uint8_t[most];

struct alignas(64) Block {
    std::uint32_t count = 0;

    // Columns of `Households`
    float consumption[most], transfer[most], score[most];
    Bytes size, children, elders, disabled, traits, crisis, safety, known, eligible, pending, denied,
        enrolled, served, groups;
    std::uint16_t deficit[need_count][most];
    std::uint32_t history[most];
    std::int16_t graduated[most];

    // What follows from them
    float before[most];                              ///< transfers, rupiah a person
    std::uint16_t bin_after[most], bin_before[most]; ///< money bins
    float benefits[most];                            ///< rupiah of the household
    Worth worth[most];
    std::int32_t functioning[most]; ///< whole parts
    Bytes cell;
    Bytes poor, poor_before, near_poor, deprived, vulnerable; ///< 0 or 1; near: below 1.5 lines
    Bytes lacking;                                            ///< bit a need in which it is deprived
    Bytes meets, reaches; ///< programmes whose members it has, whose offices it gets to

    Bytes planes[plane_count], persons[person_planes];
    std::uint64_t answers[words_a_household][most], person_answers[most];
};

/// Copies a column in. A whole block is the common case, and one of known size is faster.
template <class Value, class Column>
[[gnu::always_inline]] inline void copy_in(Value (&to)[most], const Column& column, std::uint32_t first,
                                           std::uint32_t count) {
    static_assert(sizeof(Value) == sizeof(typename Column::value_type));
    const auto* from = static_cast<const void*>(column.data() + first);
    if (count == most)
        std::memcpy(to, from, sizeof to);
    else
        std::memcpy(to, from, count * sizeof(Value));
}

/// Calls `visit(lanes of the block, column)` for each column that is counted.
template <class Visit>
[[gnu::always_inline]] inline void for_each_counted(Block& b, const Households& h, Visit&& visit) {
    visit(b.consumption, h.consumption), visit(b.transfer, h.transfer), visit(b.size, h.size);
    visit(b.score, h.score);
    visit(b.children, h.children), visit(b.elders, h.elders), visit(b.disabled, h.disabled);
    visit(b.traits, h.traits), visit(b.crisis, h.crisis), visit(b.safety, h.safety), visit(b.known, h.known);
    visit(b.eligible, h.eligible), visit(b.pending, h.pending), visit(b.denied, h.denied);
    visit(b.enrolled, h.enrolled), visit(b.served, h.served), visit(b.groups, h.groups);
    for (std::size_t d = 0; d < need_count; ++d) visit(b.deficit[d], h.deficit[d]);
    visit(b.history, h.poor_history), visit(b.graduated, h.graduated);
}

/// Asks for one of the eight shares of the columns of the next block.
template <int share>
[[gnu::always_inline]] inline void fetch_next(Block& b, const Households& h, std::uint32_t first) {
    const std::size_t next = first + b.count;
    if (next + most > h.count()) return;
    int column_number = 0;
    for_each_counted(
        b, h, [ next, &column_number ](auto&, const auto& column) __attribute__((always_inline)) {
            if (column_number++ % column_shares == share) fetch_next_lanes<most>(column, next);
        });
}

inline void load(Block& b, const Households& h, std::uint32_t first, std::uint32_t count) {
    b.count = count;
    for_each_counted(b, h, [&](auto& to, const auto& column) { copy_in(to, column, first, count); });
}

/// Asks for what only clients are asked, some time before it is read.
inline void fetch_client(const Households& h, std::uint32_t i) {
    __builtin_prefetch(&h.stigma[i]), __builtin_prefetch(&h.care_risk[i]);
    __builtin_prefetch(&h.capability[i]), __builtin_prefetch(&h.needs_known[i]);
}

/// The mask, or nothing. A choice that the compiler could turn into a branch would keep loops from vectors.
[[gnu::always_inline]] constexpr std::uint8_t where(bool holds, std::uint8_t mask) noexcept {
    return static_cast<std::uint8_t>(mask & -static_cast<int>(holds));
}

/// The bits that any of the households has. Lanes of former blocks may add to them.
inline unsigned set_anywhere(const Bytes& masks) noexcept {
    std::uint64_t eight[most / 8], set = 0;
    std::memcpy(eight, masks, sizeof eight);
    for (const auto part : eight) set |= part;
    set |= set >> 32, set |= set >> 16;
    return static_cast<unsigned>((set | set >> 8) & 255u);
}

/// The lanes of households for which this holds, a bit each.
template <class Holds>
[[gnu::always_inline]] inline std::uint64_t households_where(const Block& b, Holds&& holds) {
    return lanes_where(holds) & first_lanes(b.count);
}

/// The least float that is not below `limit`: what is below the one is below the other.
inline float first_float_from(double limit) noexcept {
    const auto nearest = static_cast<float>(limit);
    return static_cast<double>(nearest) < limit ? real_of_bits(bits_of(nearest) + 1) : nearest;
}

inline void find_money(Block& b, const CountingRates& r) {
    const auto starts = r.tenth_starts;
    const float line = first_float_from(r.poverty_line), near_line = first_float_from(1.5 * r.poverty_line);
    for (std::size_t k = 0; k < most; ++k) {
        const float after = b.consumption[k], before = before_transfers(after, b.transfer[k]);
        b.before[k] = before;
        b.bin_after[k] = static_cast<std::uint16_t>(money_bin(after));
        b.bin_before[k] = static_cast<std::uint16_t>(money_bin(before));
    }
    std::uint16_t tenth[most];
    for (std::size_t k = 0; k < most; ++k) tenth[k] = tenth_of(b.bin_before[k], starts);
    for (std::size_t k = 0; k < most; ++k)
        b.cell[k] = static_cast<std::uint8_t>(
            cell_at(tenth[k], b.traits[k] & trait::female_head, b.disabled[k] > 0 ? 1u : 0u));
    for (std::size_t k = 0; k < most; ++k) b.poor[k] = b.consumption[k] < line ? 1 : 0;
    for (std::size_t k = 0; k < most; ++k) b.poor_before[k] = b.before[k] < line ? 1 : 0;
    for (std::size_t k = 0; k < most; ++k) b.near_poor[k] = b.consumption[k] < near_line ? 1 : 0;
}

inline void find_benefits(Block& b, const CountingRates& r) {
    std::fill_n(b.benefits, most, 0.0f);
    const unsigned served = set_anywhere(b.served);
    for (std::size_t p = 0; p < r.settings->programmes.size(); ++p) {
        if (!has_bit(served, p)) continue;
        const auto add = [&](auto&& units) {
            const float unaware = r.benefit_a_unit[p][0], informed = r.benefit_a_unit[p][1];
            const auto bit = bit_of(p);
            for (std::size_t k = 0; k < most; ++k) {
                const float rate = (b.traits[k] & trait::informed) != 0 ? informed : unaware;
                b.benefits[k] += (b.served[k] & bit) != 0 ? real_of_integer(units(k)) * rate : 0.0f;
            }
        };
        const auto units_of = [&](BenefitUnit unit) {
            add([&, unit](std::size_t k) {
                return static_cast<std::uint32_t>(
                    benefit_units(unit, b.size[k], b.children[k], b.elders[k], b.disabled[k]));
            });
        };
        switch (
            r.settings->programmes[p].benefit_per) { // a choice inside the loop would keep it from vectors
        case BenefitUnit::household:
            units_of(BenefitUnit::household);
            break;
        case BenefitUnit::person:
            units_of(BenefitUnit::person);
            break;
        case BenefitUnit::child:
            units_of(BenefitUnit::child);
            break;
        case BenefitUnit::dependant:
            units_of(BenefitUnit::dependant);
            break;
        }
    }
}

inline void find_worth(Block& b) {
    for (std::size_t k = 0; k < most; ++k) {
        const double size = b.size[k];
        b.worth[k].persons = b.size[k];
        b.worth[k].after = whole_money(size * static_cast<double>(b.consumption[k]));
        b.worth[k].before = whole_money(size * static_cast<double>(b.before[k]));
        b.worth[k].benefits = whole_money(static_cast<double>(b.benefits[k]));
    }
}

inline void find_needs(Block& b, const CountingRates& r) {
    const auto above = r.deprived_above;
    auto weight = r.need_weight; // of a step, as deficits are stored
    for (auto& of_need : weight) of_need /= StoredShare::steps_to_one;
    const auto sets = r.deprived_sets;
    for (std::size_t k = 0; k < most; ++k) {
        float lost = 0;
        for (std::size_t d = 0; d < need_count; ++d) lost += weight[d] * real_of_integer(b.deficit[d][k]);
        b.functioning[k] = static_cast<std::int32_t>((1.0f - lost) * static_cast<float>(parts_of_one));
    }
    for (std::size_t k = 0; k < most; ++k) {
        unsigned needs = 0;
        for (std::size_t d = 0; d < need_count; ++d) needs |= b.deficit[d][k] > above ? 1u << d : 0u;
        b.lacking[k] = static_cast<std::uint8_t>(needs);
    }
    for (std::size_t k = 0; k < most; ++k)
        b.deprived[k] = static_cast<std::uint8_t>(sets >> b.lacking[k] & 1u);
}

inline void find_members(Block& b, const CountingRates& r) {
    const auto requiring = r.requiring;
    for (std::size_t k = 0; k < most; ++k)
        b.vulnerable[k] = ((b.traits[k] & trait::female_head) | b.disabled[k] | b.elders[k]) != 0 ? 1 : 0;
    std::memset(b.meets, requiring[static_cast<std::size_t>(RequiredMembers::none)], most);
    const auto meet = [&](RequiredMembers required, auto&& has) {
        const auto programmes = requiring[static_cast<std::size_t>(required)];
        for (std::size_t k = 0; k < most; ++k) b.meets[k] |= where(has(k), programmes);
    };
    meet(RequiredMembers::child, [&](std::size_t k) { return b.children[k] != 0; });
    meet(RequiredMembers::child_elder_or_disability,
         [&](std::size_t k) { return (b.children[k] | b.elders[k] | b.disabled[k]) != 0; });
    meet(RequiredMembers::elder_or_disability,
         [&](std::size_t k) { return (b.elders[k] | b.disabled[k]) != 0; });
    const auto without_papers = r.district->without_papers;
    const std::uint8_t needed = r.far ? trait::transport : 0;
    for (std::size_t k = 0; k < most; ++k) {
        const std::uint8_t programmes =
            (b.traits[k] & trait::documents) != 0 ? std::uint8_t{255} : without_papers;
        b.reaches[k] = where((b.traits[k] & needed) == needed, programmes);
    }
}

/// Marks the households that count for a sum.
template <class Holds> [[gnu::always_inline]] inline void mark(Block& b, Sum s, Holds&& holds) {
    const auto n = static_cast<std::size_t>(s) - first_mark;
    auto& plane = b.planes[n / 8];
    const auto bit = static_cast<std::uint8_t>(1u << n % 8);
    for (std::size_t k = 0; k < most; ++k) plane[k] |= where(holds(k), bit);
}
/// The same, each household counting with its size.
template <class Holds> [[gnu::always_inline]] inline void mark_persons(Block& b, Sum s, Holds&& holds) {
    const auto n = static_cast<std::size_t>(s) - first_person_mark;
    auto& plane = b.persons[n / 8];
    const auto bit = static_cast<std::uint8_t>(1u << n % 8);
    for (std::size_t k = 0; k < most; ++k) plane[k] |= where(holds(k), bit);
}
/// The programmes for which the household counts in a sum over pairs.
template <class Mask> [[gnu::always_inline]] inline void pairs(Block& b, Sum s, Mask&& mask) {
    auto& plane = b.planes[plane_of_pairs(s)];
    for (std::size_t k = 0; k < most; ++k) plane[k] = static_cast<std::uint8_t>(mask(k));
}

inline void mark_households(Block& b) {
    using K = std::size_t;
    std::memset(b.planes, 0, mark_planes * most);
    const auto served = [&](K k) { return b.served[k] != 0; };
    mark(b, Sum::households, [](K) { return true; });
    mark(b, Sum::poor_households, [&](K k) { return b.poor_before[k] != 0; });
    mark(b, Sum::poor_served, [&](K k) { return (b.poor_before[k] != 0) & served(k); });
    mark(b, Sum::poor_unregistered,
         [&](K k) { return (b.poor_before[k] != 0) & ((b.traits[k] & trait::registered) == 0); });
    mark(b, Sum::households_served, served);
    mark(b, Sum::vulnerable, [&](K k) { return (b.vulnerable[k] & b.near_poor[k]) != 0; });
    mark(b, Sum::vulnerable_in_group, [&](K k) {
        constexpr auto of_women = 1u << static_cast<unsigned>(GroupKind::female_head),
                       of_disabled = 1u << static_cast<unsigned>(GroupKind::disability),
                       of_elders = 1u << static_cast<unsigned>(GroupKind::elder);
        const auto own = ((b.traits[k] & trait::female_head) != 0 ? of_women : 0u) |
                         (b.disabled[k] != 0 ? of_disabled : 0u) | (b.elders[k] != 0 ? of_elders : 0u);
        return (b.near_poor[k] != 0) & ((b.groups[k] & own) != 0);
    });
    mark(b, Sum::crises, [&](K k) { return b.crisis[k] != static_cast<std::uint8_t>(Crisis::none); });
    mark(b, Sum::harmed, [&](K k) {
        return (b.safety[k] == static_cast<std::uint8_t>(Safety::harmed)) |
               (b.safety[k] == static_cast<std::uint8_t>(Safety::reported));
    });
}

/// Of households that lived here `months` ago: the four sums of who was poor then and is now.
template <unsigned months, Sum poor_then> inline void mark_moves(Block& b) {
    constexpr auto first = static_cast<std::size_t>(poor_then) - first_person_mark;
    constexpr unsigned shift = first % 8, poor = 1, others = 4; // bit of all; the next is of the poor now
    static_assert(shift <= 4);
    auto& plane = b.persons[first / 8];
    std::uint32_t marked[most];
    for (std::size_t k = 0; k < most; ++k) {
        const std::uint32_t history = b.history[k], then = history >> months & 1u, now = history & 1u;
        const std::uint32_t all = then != 0 ? poor : others, marks = all + 2u * now * all;
        marked[k] = remembered::reaches_back(history, months) ? marks << shift : 0u;
    }
    for (std::size_t k = 0; k < most; ++k) plane[k] |= static_cast<std::uint8_t>(marked[k]);
}

inline void mark_members(Block& b) {
    using K = std::size_t;
    std::memset(b.persons, 0, sizeof b.persons);
    mark_persons(b, Sum::persons, [](K) { return true; });
    mark_persons(b, Sum::poor_persons, [&](K k) { return b.poor[k] != 0; });
    mark_persons(b, Sum::poor_before, [&](K k) { return b.poor_before[k] != 0; });
    mark_persons(b, Sum::deprived_persons, [&](K k) { return b.deprived[k] != 0; });
    mark_moves<12, Sum::poor_year_ago>(b);
    mark_moves<24, Sum::poor_two_years_ago>(b);
    for (K k = 0; k < most; ++k) b.persons[deprived_plane][k] = where(b.deprived[k] != 0, b.lacking[k]);
}

inline void find_pairs(Block& b) {
    using K = std::size_t;
    const auto served = [&](K k) { return b.eligible[k] & b.served[k]; };
    const auto claimed = [&](K k) { return b.eligible[k] & b.known[k] & (b.enrolled[k] | b.pending[k]); };
    const auto if_any = [](unsigned condition, int mask) {
        return where(condition != 0, static_cast<std::uint8_t>(mask));
    };
    pairs(b, Sum::ineligible, [&](K k) { return b.meets[k] & ~b.eligible[k]; });
    pairs(b, Sum::eligible, [&](K k) { return b.eligible[k]; });
    pairs(b, Sum::eligible_served, served);
    pairs(b, Sum::informed_served, [&](K k) { return if_any(b.traits[k] & trait::informed, served(k)); });
    pairs(b, Sum::eligible_known, [&](K k) { return b.eligible[k] & b.known[k]; });
    pairs(b, Sum::known_claimed, claimed);
    pairs(b, Sum::given_up,
          [&](K k) { return b.eligible[k] & ~b.enrolled[k] & ~b.pending[k] & ~b.reaches[k]; });
    pairs(b, Sum::wrongly_denied, [&](K k) { return b.eligible[k] & b.denied[k]; });
    pairs(b, Sum::enrolled, [&](K k) { return b.enrolled[k]; });
    pairs(b, Sum::enrolled_unserved, [&](K k) { return b.enrolled[k] & ~b.served[k]; });
    pairs(b, Sum::ineligible_enrolled, [&](K k) { return b.meets[k] & ~b.eligible[k] & b.enrolled[k]; });
    pairs(b, Sum::waiting, [&](K k) { return b.eligible[k] & ~b.enrolled[k]; });
    pairs(b, Sum::vulnerable_eligible, [&](K k) { return if_any(b.vulnerable[k], b.eligible[k]); });
    pairs(b, Sum::vulnerable_served, [&](K k) { return if_any(b.vulnerable[k], served(k)); });
    pairs(b, Sum::elder_eligible, [&](K k) { return if_any(b.elders[k], b.eligible[k]); });
    pairs(b, Sum::elder_served, [&](K k) { return if_any(b.elders[k], served(k)); });
    pairs(b, Sum::member_known, [&](K k) { return if_any(b.groups[k], b.eligible[k] & b.known[k]); });
    pairs(b, Sum::member_claimed, [&](K k) { return if_any(b.groups[k], claimed(k)); });
}

/// Programmes for which the household is listed, measured below the cut-off, and kept above it by the rule
/// that weighs against its group.
inline void find_excluded_by_rule(Block& b, const CountingRates& r) {
    auto& excluded = b.planes[plane_of_pairs(Sum::excluded_by_rule)];
    std::memset(excluded, 0, most);
    alignas(64) Bytes waits;
    for (std::size_t k = 0; k < most; ++k)
        waits[k] = where((b.vulnerable[k] != 0) & ((b.traits[k] & trait::registered) != 0),
                         static_cast<std::uint8_t>(b.eligible[k] & ~b.enrolled[k]));
    const unsigned waited_for = set_anywhere(waits);
    for (std::size_t p = 0; p < r.settings->programmes.size(); ++p) {
        if (!has_bit(waited_for, p)) continue;
        const float cutoff = r.district->log_cutoff[p];
        const auto agency = static_cast<std::size_t>(r.settings->programmes[p].agency);
        const auto against = r.district->district->agencies[agency].bias;
        const auto bit = bit_of(p);
        for (std::size_t k = 0; k < most; ++k) {
            const float weighed = b.score[k] + bias_against(against, (b.traits[k] & trait::female_head) != 0,
                                                            b.disabled[k] > 0, b.elders[k] > 0);
            excluded[k] |=
                where((b.score[k] < cutoff) & (weighed >= cutoff), static_cast<std::uint8_t>(waits[k] & bit));
        }
    }
}

/// `low` and, above it, `high`.
template <unsigned shift, class Low, class High, class Both>
[[gnu::always_inline]] inline void put_together(const Low (&low)[most], const High (&high)[most],
                                                Both (&both)[most]) {
    for (std::size_t k = 0; k < most; ++k)
        both[k] = static_cast<Both>(low[k] | static_cast<Both>(high[k]) << shift);
}

/// Puts the planes together, two by two, so that each household has its answers in words.
inline void gather_answers(Block& b) {
    alignas(64) std::uint16_t two[4][most];
    alignas(64) std::uint32_t four[2][most];
    for (std::size_t w = 0; w < words_a_household; ++w) {
        const auto* planes = b.planes + w * planes_a_word;
        for (std::size_t n = 0; n < 4; ++n) put_together<8>(planes[2 * n], planes[2 * n + 1], two[n]);
        for (std::size_t n = 0; n < 2; ++n) put_together<16>(two[2 * n], two[2 * n + 1], four[n]);
        put_together<32>(four[0], four[1], b.answers[w]);
    }
    put_together<16>(b.persons[0], b.persons[1], four[0]);
    put_together<32>(four[0], b.persons[2], b.person_answers);
}

} // namespace counting

} // namespace tujuh
