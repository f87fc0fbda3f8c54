// SPDX-License-Identifier: Apache-2.0
// Households are counted as whole numbers by province, area and cell, a cell being one group of one grouping;
// then weighted and added in the order of provinces. So the bits do not depend on who counts which district.
#include "outcomes/flows.hpp"

#include "outcomes/household_view.hpp"
#include "outcomes/measure.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tujuh {

namespace {

// The word of a household: its programmes, its generation, and these.
constexpr std::uint32_t programme_bits = 0xFFu, poor_bit = 1u << 16, woman_bit = 1u << 17,
                        disability_bit = 1u << 18;
constexpr unsigned generation_shift = 8, tenth_shift = 19;

// The cells: the nation, the tenths, then two a grouping, then the programmes.
constexpr std::size_t nation_cell = 0, tenth_cell = 1, head_cell = tenth_cell + tenth_count,
                      disability_cell = head_cell + 2, distance_cell = disability_cell + 2,
                      programme_cell = distance_cell + distance_group_count,
                      cells = programme_cell + max_programmes;

/// Households of one area of a district or a province.
using FlowCounts = std::array<std::array<std::int64_t, flow_count>, cells>; ///< [cell][Flow]
using CountsByArea = std::array<FlowCounts, area_count>;

bool is_poor(const World& world, const Village& village, std::uint32_t i) noexcept {
    const double line =
        world.provinces[village.province].poverty_line[static_cast<std::size_t>(village.area)];
    return static_cast<double>(world.households.consumption[i]) < line;
}

std::uint32_t word_of(const World& world, const Village& village, std::uint32_t i,
                      const TenthStarts& starts) noexcept {
    const auto& h = world.households;
    const auto bin = static_cast<std::uint16_t>(money_bin(before_transfers(h, i)));
    std::uint32_t word = h.served[i];
    word |= std::uint32_t{h.generation[i]} << generation_shift;
    word |= std::uint32_t{tenth_of(bin, starts)} << tenth_shift;
    if (is_poor(world, village, i)) word |= poor_bit;
    if ((h.traits[i] & trait::female_head) != 0) word |= woman_bit;
    if (h.disabled[i] > 0) word |= disability_bit;
    return word;
}

constexpr Flow flow_of_coverage(bool in_base, bool in_alternative) noexcept {
    if (in_base) return in_alternative ? Flow::kept : Flow::lost;
    return in_alternative ? Flow::gained : Flow::never;
}

constexpr Flow flow_of_poverty(bool in_base, bool in_alternative) noexcept {
    if (in_base) return in_alternative ? Flow::stayed_poor : Flow::out_of_poverty;
    return in_alternative ? Flow::into_poverty : Flow::never_poor;
}

void count_household(std::uint32_t word, bool far, const World& world, const Village& village,
                     std::uint32_t i, FlowCounts& counts) noexcept {
    const auto& h = world.households;
    const std::size_t groups[] = {
        nation_cell, tenth_cell + (word >> tenth_shift), head_cell + ((word & woman_bit) != 0 ? 1 : 0),
        disability_cell + ((word & disability_bit) != 0 ? 1 : 0), distance_cell + (far ? 1 : 0)};
    const bool same_people = (word >> generation_shift & 0xFFu) == h.generation[i];
    const auto count = [&](std::size_t cell, Flow flow) {
        ++counts[cell][static_cast<std::size_t>(same_people ? flow : Flow::left_out)];
    };
    const std::uint32_t before = word & programme_bits, now = h.served[i];
    const auto coverage = flow_of_coverage(before != 0, now != 0);
    for (const auto group : groups) count(group, coverage);
    for (std::size_t p = 0; p < world.programme_count; ++p)
        count(programme_cell + p, flow_of_coverage(has_bit(before, p), has_bit(now, p)));
    if (!same_people) return;
    const auto poverty = flow_of_poverty((word & poor_bit) != 0, is_poor(world, village, i));
    for (const auto group : groups) count(group, poverty);
}

bool same_villages(const HouseholdRecord& base, const World& world) {
    return base.households.size() == world.household_count() &&
           std::equal(base.villages.begin(), base.villages.end(), world.villages.begin(),
                      world.villages.end(), [](const auto& seen, const Village& village) {
                          return seen.number == village.number && seen.begin == village.begin &&
                                 seen.end == village.end;
                      });
}

/// Of every province, whoever counts its districts: [province][area][cell][Flow].
std::vector<CountsByArea> counts_of(const HouseholdRecord& base, const World& world,
                                    const Together& together) {
    std::vector<CountsByArea> districts(world.districts.size());
    together(districts.size(), [&](std::size_t d) {
        const auto& district = world.districts[d];
        for (auto v = district.village_begin; v < district.village_end; ++v) {
            const auto& village = world.villages[v];
            auto& counts = districts[d][static_cast<std::size_t>(village.area)];
            for (auto i = village.begin; i < village.end; ++i)
                count_household(base.households[i], base.villages[v].far, world, village, i, counts);
        }
    });
    std::vector<CountsByArea> provinces(world.provinces.size());
    const auto numbers_in = [](CountsByArea& counts) {
        return std::span(counts.front().front().data(), area_count * cells * flow_count);
    };
    for (std::size_t d = 0; d < districts.size(); ++d) {
        const auto from = numbers_in(districts[d]), to = numbers_in(provinces[world.districts[d].province]);
        for (std::size_t k = 0; k < to.size(); ++k) to[k] += from[k];
    }
    for (auto& province : provinces) together.add(numbers_in(province));
    return provinces;
}

/// Writes weighted numbers of households into one month of a table.
class MonthOfFlows {
  public:
    MonthOfFlows(const World& world, const std::vector<CountsByArea>& counts, FlowTable& table,
                 std::size_t row)
        : world_(world), counts_(counts), table_(table), row_(row) {}

    void write() {
        write_cells(flow_of_nation, nation_cell);
        write_cells(static_cast<std::size_t>(Grouping::decile), tenth_cell);
        write_cells(static_cast<std::size_t>(Grouping::head), head_cell);
        write_cells(static_cast<std::size_t>(Grouping::disability), disability_cell);
        write_cells(static_cast<std::size_t>(Grouping::programme), programme_cell);
        write_cells(flow_by_distance, distance_cell);
        for (std::size_t f = 0; f < flow_count; ++f) {
            for (std::size_t p = 0; p < counts_.size(); ++p)
                put(Grouping::province, f, p,
                    weighted(p, 0, nation_cell, f) + weighted(p, 1, nation_cell, f));
            for (std::size_t area = 0; area < area_count; ++area)
                put(Grouping::area, f, area, over_provinces(area, nation_cell, f));
        }
    }

  private:
    double weighted(std::size_t province, std::size_t area, std::size_t cell, std::size_t flow) const {
        return world_.provinces[province].weight[area] *
               static_cast<double>(counts_[province][area][cell][flow]);
    }
    double over_provinces(std::size_t area, std::size_t cell, std::size_t flow) const {
        double sum = 0;
        for (std::size_t p = 0; p < counts_.size(); ++p) sum += weighted(p, area, cell, flow);
        return sum;
    }
    void write_cells(std::size_t grouping, std::size_t first_cell) {
        const bool of_programmes = grouping == static_cast<std::size_t>(Grouping::programme);
        for (std::size_t f = 0; f < flow_count; ++f) {
            if (of_programmes && is_of_poverty(static_cast<Flow>(f))) continue;
            for (std::size_t g = 0; g < table_.groups(grouping); ++g)
                put(static_cast<Grouping>(grouping), f, g,
                    over_provinces(0, first_cell + g, f) + over_provinces(1, first_cell + g, f));
        }
    }
    void put(Grouping grouping, std::size_t flow, std::size_t group, double households) {
        const auto g = static_cast<std::size_t>(grouping);
        const std::size_t groups = table_.groups(g);
        table_.values[g][(flow * table_.ticks.size() + row_) * groups + group] = households;
    }

    const World& world_;
    const std::vector<CountsByArea>& counts_;
    FlowTable& table_;
    std::size_t row_;
};

} // namespace

HouseholdRecord record_households(const World& base, const Settings& settings, const Together& together) {
    const auto starts = tenths_before_transfers(base, settings, together);
    HouseholdRecord record;
    record.households.resize(base.household_count());
    record.villages.resize(base.villages.size());
    together(base.districts.size(), [&](std::size_t d) {
        const auto& district = base.districts[d];
        for (auto v = district.village_begin; v < district.village_end; ++v) {
            const auto& village = base.villages[v];
            record.villages[v] = {village.number, village.begin, village.end,
                                  is_far_from_points(district, village, settings)};
            for (auto i = village.begin; i < village.end; ++i)
                record.households[i] = word_of(base, village, i, starts);
        }
    });
    return record;
}

FlowTable make_flow_table(const World& base, std::vector<std::int32_t> ticks) {
    FlowTable table;
    table.ticks = std::move(ticks);
    const auto make = [&](std::size_t grouping, std::size_t groups) {
        table.values[grouping].assign(flow_count * table.ticks.size() * groups, not_a_number_double);
    };
    make(static_cast<std::size_t>(Grouping::decile), tenth_count);
    make(static_cast<std::size_t>(Grouping::province), base.provinces.size());
    make(static_cast<std::size_t>(Grouping::area), area_count);
    make(static_cast<std::size_t>(Grouping::head), 2);
    make(static_cast<std::size_t>(Grouping::disability), 2);
    make(static_cast<std::size_t>(Grouping::programme), base.programme_count);
    make(flow_by_distance, distance_group_count);
    make(flow_of_nation, 1);
    return table;
}

void count_flows(const HouseholdRecord& base, const World& alternative, FlowTable& table, std::size_t row,
                 const Together& together) {
    if (any_part(together, !same_villages(base, alternative))) return;
    const auto counts = counts_of(base, alternative, together);
    MonthOfFlows(alternative, counts, table, row).write();
}

} // namespace tujuh
