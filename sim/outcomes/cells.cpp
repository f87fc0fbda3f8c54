// SPDX-License-Identifier: Apache-2.0
#include "outcomes/cells.hpp"

#include "households/needs.hpp"

namespace tujuh {

namespace {

/// Sums over the pairs of one programme.
WholeSums pairs_of(const Cell& cell, const DistrictView& view, Area area, const CellPlace& place,
                   std::size_t programme) {
    WholeSums pairs;
    for (std::size_t s = first_pair_sum; s < first_derived_pair_sum; ++s) {
        const auto plane = plane_of_pairs(static_cast<Sum>(s));
        pairs.value[s] = cell.answers[plane / planes_a_word].count(plane % planes_a_word * 8 + programme);
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

WholeSums close_cells(Cells& cells, const Settings& settings, const DistrictView& view, Area area,
                      AreaCount& count) {
    WholeSums all;
    const auto weight = need_rates(settings.parameters.needs).weight;
    for (std::size_t c = 0; c < cell_count; ++c) {
        auto& cell = cells[c];
        cell.carry();
        if (cell.answers[0].count(first_mark) == 0) continue;
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
