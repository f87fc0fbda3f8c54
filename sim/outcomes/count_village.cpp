// SPDX-License-Identifier: Apache-2.0
// Counts the households of a village, 64 at a time. All are asked the same questions side by side; their
// answers are then added to the cells one household after the other. What concerns few of them, the poor,
// those with programmes, clients and graduates, is listed and looked at one by one.
#include "outcomes/count_village.hpp"

#include "households/needs.hpp"

#include <bit>
#include <memory>

namespace tujuh {

CountingRates rates_of(const World& world, const Settings& settings, const TenthStarts& starts) {
    CountingRates r;
    r.settings = &settings;
    r.tenth_starts = starts;
    r.need_weight = need_rates(settings.parameters.needs).weight;
    const auto& measures = settings.parameters.measures;
    r.deprived_above = static_cast<std::uint16_t>(measures.deprived * StoredShare::steps_to_one);
    r.needs_above = static_cast<std::uint16_t>(measures.known_need * StoredShare::steps_to_one);
    for (unsigned needs = 0; needs < 1u << need_count; ++needs) {
        double deprivation = 0;
        for (std::size_t d = 0; d < need_count; ++d)
            if (has_bit(needs, d)) deprivation += static_cast<double>(r.need_weight[d]);
        if (deprivation >= measures.poverty_cutoff) r.deprived_sets |= std::uint64_t{1} << needs;
    }
    for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
        const auto& programme = settings.programmes[p];
        r.requiring[static_cast<std::size_t>(programme.required)] |= bit_of(p);
        if (pays_in_cash_or_food(programme)) r.living |= bit_of(p);
    }
    r.month = world.tick - 1;
    return r;
}

void look_at(CountingRates& r, const DistrictView& view) {
    r.district = &view;
    for (std::size_t p = 0; p < r.settings->programmes.size(); ++p)
        for (const bool informed : {false, true})
            r.benefit_a_unit[p][informed ? 1 : 0] = static_cast<float>(
                static_cast<double>(r.settings->programmes[p].benefit) * view.arriving_share(p, informed));
}

void look_at(CountingRates& r, const World& world, const Village& village) {
    const auto distance_km = static_cast<double>(r.district->district->frame[village.frame].distance_km);
    r.poverty_line = world.provinces[village.province].poverty_line[static_cast<std::size_t>(village.area)];
    r.distance = whole_parts(distance_km);
    r.far = distance_km > r.settings->parameters.measures.far_km;
}

namespace {

using counting::Block;
using counting::households_where;

class BlockCount {
  public:
    BlockCount(const Households& h, const CountingRates& rates, Cells& cells, AreaCount& count)
        : h_(h), r_(rates), cells_(cells), after_(count.after.data()), before_(count.before.data()) {}

    void count(std::uint32_t first, std::uint32_t households) {
        first_ = first;
        counting::load(b_, h_, first, households);
        counting::fetch_next<0>(b_, h_, first);
        clients_ = households_where(b_, [&](std::size_t k) { return (b_.traits[k] & trait::has_case) != 0; });
        for_each_lane(clients_, [&](std::uint32_t k) { counting::fetch_client(h_, first + k); });
        counting::fetch_next<1>(b_, h_, first);
        counting::find_money(b_, r_);
        counting::fetch_next<2>(b_, h_, first);
        counting::find_benefits(b_, r_);
        counting::find_worth(b_);
        counting::fetch_next<3>(b_, h_, first);
        counting::find_needs(b_, r_);
        counting::fetch_next<4>(b_, h_, first);
        counting::find_members(b_, r_);
        counting::mark_households(b_);
        counting::fetch_next<5>(b_, h_, first);
        counting::mark_members(b_);
        counting::find_pairs(b_);
        counting::fetch_next<6>(b_, h_, first);
        counting::find_excluded_by_rule(b_, r_);
        counting::fetch_next<7>(b_, h_, first);
        counting::gather_answers(b_);
        add_answers();
        count_poor();
        count_few();
        for (auto& cell : cells_) // the next block may be all of one cell
            if (cell.fresh() > BitCounters::most - counting::most) cell.carry();
    }

  private:
    void add_answers() {
        for (std::uint32_t k = 0; k < b_.count; ++k) {
            auto& cell = cells_[b_.cell[k]];
            cell.answers[0].add(b_.answers[0][k]);
            cell.persons.add(b_.person_answers[k], b_.size[k]);
            cell.worth.add(b_.worth[k]);
            cell.functioning += b_.functioning[k];
        }
        for (std::uint32_t k = 0; k < b_.count; ++k) {
            const Worth worth = b_.worth[k];
            auto& after = after_[b_.bin_after[k]];
            const BinAfter more{after.persons + worth.persons, after.consumption + worth.after};
            after = more;
            auto& before = before_[b_.bin_before[k]];
            const std::int64_t consumption = before.consumption + worth.before,
                               benefits = before.benefits + worth.benefits;
            before.consumption = consumption, before.benefits = benefits;
        }
        const auto with_programmes =
            households_where(b_, [&](std::size_t k) { return (b_.eligible[k] | b_.enrolled[k]) != 0; });
        for_each_lane(with_programmes, [&](std::uint32_t k) {
            auto& cell = cells_[b_.cell[k]];
            for (std::size_t w = 1; w < words_a_household; ++w) cell.answers[w].add(b_.answers[w][k]);
        });
    }

    void count_poor() {
        const auto any_poor =
            households_where(b_, [&](std::size_t k) { return (b_.poor[k] | b_.poor_before[k]) != 0; });
        for_each_lane(any_poor, [&](std::uint32_t k) {
            auto& sums = cells_[b_.cell[k]].sums;
            const double poor = b_.poor[k] * b_.size[k], poor_before = b_.poor_before[k] * b_.size[k];
            const double gap = 1.0 - static_cast<double>(b_.consumption[k]) / r_.poverty_line,
                         gap_before = 1.0 - static_cast<double>(b_.before[k]) / r_.poverty_line;
            sums[Sum::gap] += whole_parts(poor * gap);
            sums[Sum::severity] += whole_parts(poor * gap * gap);
            sums[Sum::gap_before] += whole_parts(poor_before * gap_before);
            sums[Sum::distance_of_poor] += b_.poor_before[k] * r_.distance;
        });
    }

    void count_few() {
        const auto now = static_cast<std::int16_t>(r_.month),
                   year_ago = static_cast<std::int16_t>(r_.month - graduation::followed_months);
        for_each_lane(clients_, [&](std::uint32_t k) { count_client(k, cells_[b_.cell[k]].sums); });
        const auto graduates = households_where(
            b_, [&](std::size_t k) { return (b_.graduated[k] == now) | (b_.graduated[k] == year_ago); });
        for_each_lane(graduates, [&](std::uint32_t k) {
            auto& sums = cells_[b_.cell[k]].sums;
            if (b_.graduated[k] == now)
                sums[Sum::graduates] += 1;
            else
                count_graduate(k, sums);
        });
    }

    void count_graduate(std::size_t k, WholeSums& sums) {
        sums[Sum::graduates_year_ago] += 1;
        const bool helped = (b_.enrolled[k] & r_.living) != 0 || (b_.traits[k] & trait::has_case) != 0;
        if (!helped && b_.poor[k] == 0) sums[Sum::graduates_on_their_own] += 1;
    }

    /// Without branches, which nobody could foretell here.
    void count_client(std::size_t k, WholeSums& sums) {
        const auto i = first_ + static_cast<std::uint32_t>(k);
        unsigned needs = 0;
        for (std::size_t d = 0; d < need_count; ++d)
            needs |= b_.deficit[d][k] > r_.needs_above ? 1u << d : 0u;
        const unsigned eligible = b_.eligible[k], served = b_.served[k];
        const bool entitled_twice = std::popcount(eligible) >= 2,
                   served_twice = std::popcount(eligible & served) >= 2;
        sums[Sum::clients] += 1;
        sums[Sum::crises_with_case] += b_.crisis[k] != static_cast<std::uint8_t>(Crisis::none) ? 1 : 0;
        sums[Sum::client_needs] += std::popcount(needs);
        sums[Sum::client_needs_known] += std::popcount(needs & h_.needs_known[i]);
        sums[Sum::multi_need] += entitled_twice ? 1 : 0;
        sums[Sum::multi_need_served] += served_twice ? 1 : 0;
        sums[Sum::client_stigma] += whole_parts(static_cast<double>(h_.stigma[i]));
        sums[Sum::client_care_risk] += whole_parts(static_cast<double>(h_.care_risk[i]));
        sums[Sum::client_capability] += whole_parts(static_cast<double>(h_.capability[i]));
        sums[Sum::clients_in_group] +=
            has_bit(b_.groups[k], static_cast<std::size_t>(GroupKind::clients)) ? 1 : 0;
    }

    const Households& h_;
    const CountingRates& r_;
    Cells& cells_;
    BinAfter* after_;
    BinBefore* before_;
    std::uint32_t first_ = 0;
    std::uint64_t clients_ = 0; ///< lanes
    Block b_{};
};

void count_in_blocks_plain(const Households& households, std::uint32_t begin, std::uint32_t end,
                           const CountingRates& rates, Cells& cells, AreaCount& count) {
    BlockCount block(households, rates, cells, count);
    for (auto i = begin; i < end; i += counting::most)
        block.count(i, std::min<std::uint32_t>(counting::most, end - i));
}
TUJUH_COMPILE_FOR_EACH_SET(count_in_blocks,
                           (const Households& households, std::uint32_t begin, std::uint32_t end,
                            const CountingRates& rates, Cells& cells, AreaCount& count),
                           (households, begin, end, rates, cells, count))

void count_persons_plain(const Households& h, std::uint32_t begin, std::uint32_t end, BinBefore* bins) {
    std::uint16_t bin[counting::most];
    for (auto first = begin; first < end; first += counting::most) {
        const auto count = std::min<std::uint32_t>(counting::most, end - first);
        const float *consumption = h.consumption.data() + first, *transfer = h.transfer.data() + first;
        const std::uint8_t* size = h.size.data() + first;
        for (std::uint32_t k = 0; k < count; ++k)
            bin[k] = static_cast<std::uint16_t>(money_bin(before_transfers(consumption[k], transfer[k])));
        for (std::uint32_t k = 0; k < count; ++k) bins[bin[k]].persons += size[k];
    }
}
TUJUH_COMPILE_FOR_EACH_SET(count_persons,
                           (const Households& h, std::uint32_t begin, std::uint32_t end, BinBefore* bins),
                           (h, begin, end, bins))

} // namespace

void count_village(InstructionSet instructions, const Households& households, std::uint32_t begin,
                   std::uint32_t end, const CountingRates& rates, Cells& cells, AreaCount& count) {
    count_in_blocks(instructions, households, begin, end, rates, cells, count);
}

void count_persons_before(InstructionSet instructions, const Households& households, std::uint32_t begin,
                          std::uint32_t end, std::span<BinBefore> bins) {
    count_persons(instructions, households, begin, end, bins.data());
}

std::size_t bytes_counted_a_household() {
    const Households columns;
    const auto block = std::make_unique<counting::Block>();
    std::size_t bytes =
        sizeof(columns.consumption[0]) + sizeof(columns.transfer[0]) + sizeof(columns.size[0]);
    counting::for_each_counted(*block, columns,
                               [&](auto&, const auto& column) { bytes += sizeof(column[0]); });
    return bytes;
}

} // namespace tujuh
