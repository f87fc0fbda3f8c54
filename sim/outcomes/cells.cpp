// SPDX-License-Identifier: Apache-2.0
#include "outcomes/cells.hpp"

#include "base/instruction_sets.hpp"
#include "households/needs.hpp"

namespace tujuh {

namespace {

/// Sums over the pairs of one programme.
[[gnu::always_inline]] inline WholeSums pairs_of(const Cell& cell, const DistrictView& view, Area area,
                                                 const CellPlace& place, std::size_t programme) {
    WholeSums pairs;
    constexpr std::size_t planes = plane_of_pairs(static_cast<Sum>(first_derived_pair_sum));
    for (std::size_t w = 0; w < words_a_household; ++w) {
        const auto counts = cell.answers[w].counts_of_every_eighth(programme); // in the order of the planes
        const std::size_t first = w * planes_a_word, begin = std::max(first, mark_planes),
                          end = std::min(first + planes_a_word, planes);
        for (auto plane = begin; plane < end; ++plane)
            pairs.value[first_pair_sum + plane - mark_planes] = counts[plane - first];
    }
    const auto repeat = [&](bool belongs, Sum eligible, Sum served) {
        if (!belongs) return;
        pairs[eligible] = pairs[Sum::eligible];
        pairs[served] = pairs[Sum::eligible_served];
    };
    repeat(area == Area::rural, Sum::rural_eligible, Sum::rural_served);
    repeat(place.head == 1, Sum::female_head_eligible, Sum::female_head_served);
    repeat(place.disability == 1, Sum::disability_eligible, Sum::disability_served);
    const auto informed = static_cast<double>(pairs[Sum::informed_served]),
               unaware = static_cast<double>(pairs[Sum::eligible_served]) - informed;
    pairs[Sum::eligible_effective] = whole_parts(
        (informed * view.arriving_share(programme, true) + unaware * view.arriving_share(programme, false)) *
        view.quality[programme]);
    return pairs;
}

} // namespace

TUJUH_SIDE_BY_SIDE WholeSums close_cells(Cells& cells, const Settings& settings, const DistrictView& view,
                                         Area area, AreaCount& count) {
    WholeSums all;
    const auto weight = need_rates(settings.parameters.needs).weight;
    for (std::size_t c = 0; c < cell_count; ++c) {
        auto& cell = cells[c];
        if (cell.empty()) continue;
        cell.carry();
        const auto place = place_of_cell(c);
        auto sums = cell.sums;
        for (std::size_t s = first_mark; s < first_person_mark; ++s)
            sums.value[s] = cell.answers[0].count(s - first_mark);
        for (std::size_t s = first_person_mark; s < first_rare_sum; ++s)
            sums.value[s] = cell.persons.count(s - first_person_mark);
        sums[Sum::consumption] = cell.worth.after;
        sums[Sum::benefits] = cell.worth.benefits;
        sums[Sum::functioning] = cell.functioning;
        double deprivation = 0;
        for (std::size_t d = 0; d < need_count; ++d)
            deprivation += static_cast<double>(weight[d]) * cell.persons.count(deprived_plane * 8 + d);
        sums[Sum::deprivation] = whole_parts(deprivation);
        for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
            const auto pairs = pairs_of(cell, view, area, place, p);
            count.programme[p].add(pairs);
            sums.add(pairs);
        }
        count.tenth[place.tenth].add(sums);
        count.head[place.head].add(sums);
        count.disability[place.disability].add(sums);
        all.add(sums);
        cell = {};
    }
    return all;
}

} // namespace tujuh
