// SPDX-License-Identifier: Apache-2.0
// A month is measured in two passes over households: first the distribution of consumption before public
// transfers, which gives the national tenths (ranked after transfers, whom a programme lifts would leave the
// poorest tenth and hide that it was reached); then everything else, in cells of tenth, area, sex of head and
// disability, from which each group is put together. What is counted over households is whole
// (whole_sums.hpp), so the bits do not depend on who counts what; districts add rows in their order.
#include "outcomes/measure.hpp"

#include "outcomes/catalogue.hpp"
#include "outcomes/count_village.hpp"
#include "outcomes/policy_record.hpp"

#include <algorithm>
#include <cstring>
#include <span>
#include <type_traits>

namespace tujuh {

void GroupSums::add(const AreaCount& count, std::size_t area_index, double weight) noexcept {
    for (std::size_t t = 0; t < tenth_count; ++t) count.tenth[t].add_to(tenth[t], weight);
    for (std::size_t g = 0; g < 2; ++g) {
        count.head[g].add_to(head[g], weight);
        count.disability[g].add_to(disability[g], weight);
        count.head[g].add_to(area[area_index], weight);
    }
    for (std::size_t p = 0; p < max_programmes; ++p) count.programme[p].add_to(programme[p], weight);
}

void GroupSums::add(const DistrictRow& row) noexcept {
    districts.add(row.sums, row.weight);
    for (std::size_t p = 0; p < max_programmes; ++p) {
        programme[p][Sum::gross] += row.weight * row.programmes[p].gross;
        programme[p][Sum::leaked] += row.weight * row.programmes[p].leaked;
        programme[p][Sum::eligible_starts] += row.weight * row.programmes[p].eligible_starts;
    }
    for (std::size_t a = 0; a < activity_count; ++a) {
        hours[a] += row.weight * row.hours[a];
        acts[a] += row.weight * row.acts[a];
    }
}

Sums GroupSums::all() const noexcept {
    Sums sums = districts;
    for (const auto& of_area : area) sums.add(of_area, 1.0);
    return sums;
}

namespace {

/// About so many stretches share the work; more would take memory, fewer leave threads idle.
constexpr std::uint32_t stretches_wanted = 64;

/// Divides the districts, in their order, into stretches of like numbers of households.
void divide(const World& world, std::vector<Stretch>& stretches) {
    const auto wanted = static_cast<std::uint32_t>(world.household_count() / stretches_wanted + 1);
    std::size_t count = 0;
    std::uint32_t households = wanted;
    for (std::size_t d = 0; d < world.districts.size(); ++d) {
        const auto& district = world.districts[d];
        if (households >= wanted || stretches[count - 1].province != district.province) {
            if (count == stretches.size()) stretches.emplace_back();
            stretches[count].province = district.province;
            stretches[count++].district_begin = d;
            households = 0;
        }
        stretches[count - 1].district_end = d + 1;
        households += end_household(world, district) - first_household(world, district);
    }
    stretches.resize(count);
}

/// Where the stretches of each province stand; nowhere if none of it is here.
void find_stretches(const std::vector<Stretch>& stretches, std::vector<ProvinceRange>& ranges) {
    for (std::size_t p = 0; p < ranges.size(); ++p) ranges[p] = {p};
    for (std::size_t s = 0; s < stretches.size(); ++s) {
        auto& range = ranges[stretches[s].province];
        if (range.stretch_end == 0) range.stretch_begin = s;
        range.stretch_end = s + 1;
    }
}

/// Where the districts of each province stand; nowhere if it is not drawn.
void find_districts(const std::vector<DistrictRow>& districts, std::vector<ProvinceRange>& ranges) {
    for (std::size_t d = 0; d < districts.size(); ++d) {
        auto& range = ranges[districts[d].province];
        if (!range.is_drawn()) range.district_begin = d;
        range.district_end = d + 1;
    }
}

/// Calls `visit(first, bytes)` for each run of whole numbers that a count is made of.
template <class Visit> void for_each_run_of_numbers(AreaCount& count, Visit&& visit) {
    const auto give = [&](auto& table) {
        using Element = std::decay_t<decltype(*table.data())>;
        static_assert(std::is_trivially_copyable_v<Element> && sizeof(Element) % sizeof(std::int64_t) == 0);
        visit(static_cast<void*>(table.data()), table.size() * sizeof(Element));
    };
    give(count.tenth), give(count.head), give(count.disability), give(count.programme);
    give(count.after), give(count.before);
}

/// Adds what all parts of the nation have counted.
void add_parts(MonthTables& tables, const Together& together) {
    if (together.alone()) return;
    auto& numbers = tables.numbers;
    const auto for_all = [&](auto visit) {
        for (auto& areas : tables.counted)
            for (auto& area : areas) for_each_run_of_numbers(area, visit);
    };
    numbers.clear();
    for_all([&](const void* from, std::size_t bytes) {
        const auto begin = numbers.size();
        numbers.resize(begin + bytes / sizeof(std::int64_t));
        std::memcpy(numbers.data() + begin, from, bytes);
    });
    together.add(numbers);
    const std::int64_t* next = numbers.data();
    for_all([&](void* to, std::size_t bytes) {
        std::memcpy(to, next, bytes);
        next += bytes / sizeof(std::int64_t);
    });
}

class MonthCount {
  public:
    MonthCount(const World& world, const Settings& settings, MonthTables& tables)
        : world_(world), settings_(settings), tables_(tables) {
        divide(world, tables.stretches);
        tables.ranges.resize(world.provinces.size());
        find_stretches(tables.stretches, tables.ranges);
        tables.districts.resize(world.districts.size());
        tables.counted.resize(world.provinces.size());
        tables.provinces.resize(world.provinces.size());
    }

    TenthStarts count_tenths(const Together& together) {
        auto& stretches = tables_.stretches;
        together(stretches.size(), [&](std::size_t s) { count_before(stretches[s]); });
        return tenths(together);
    }

    void count(const Together& together) {
        auto& stretches = tables_.stretches;
        const auto rates = rates_of(world_, settings_, count_tenths(together));
        together(stretches.size(), [&](std::size_t s) { count_all(stretches[s], rates); });
        together(world_.provinces.size(), [&](std::size_t p) { add_stretches(p); });
        add_parts(tables_, together);
        tables_.districts = together.gather(std::move(tables_.districts));
        find_districts(tables_.districts, tables_.ranges);
    }

  private:
    void count_before(Stretch& stretch) const {
        for (auto& area : stretch.areas) area.clear();
        const auto begin = world_.districts[stretch.district_begin].village_begin,
                   end = world_.districts[stretch.district_end - 1].village_end;
        for (auto v = begin; v < end; ++v) {
            const auto& village = world_.villages[v];
            count_persons_before(tables_.instructions, world_.households, village.begin, village.end,
                                 stretch.areas[static_cast<std::size_t>(village.area)].before);
        }
    }

    TenthStarts tenths(const Together& together) const {
        auto& whole = tables_.numbers;
        whole.assign(world_.provinces.size() * area_count * money_bin_count, 0);
        const auto bins_of = [&](std::size_t province, std::size_t area) {
            return std::span(whole).subspan((province * area_count + area) * money_bin_count,
                                            money_bin_count);
        };
        for (const auto& stretch : tables_.stretches)
            for (std::size_t area = 0; area < area_count; ++area) {
                const auto bins = bins_of(stretch.province, area);
                for (std::size_t bin = 0; bin < money_bin_count; ++bin)
                    bins[bin] += stretch.areas[area].before[bin].persons;
            }
        together.add(whole);
        std::array<double, money_bin_count> persons{};
        for (std::size_t province = 0; province < world_.provinces.size(); ++province)
            for (std::size_t area = 0; area < area_count; ++area) {
                const double weight = world_.provinces[province].weight[area];
                const auto bins = bins_of(province, area);
                for (std::size_t bin = 0; bin < money_bin_count; ++bin)
                    persons[bin] += weight * static_cast<double>(bins[bin]);
            }
        return tenth_starts(persons);
    }

    void add_stretches(std::size_t province) const {
        const auto& range = tables_.ranges[province];
        auto& sums = tables_.counted[province];
        if (range.stretch_end == 0) { // in another part
            for (auto& sum : sums) sum.clear();
            return;
        }
        std::swap(sums, tables_.stretches[range.stretch_begin].areas);
        for (auto s = range.stretch_begin + 1; s < range.stretch_end; ++s)
            for (std::size_t area = 0; area < area_count; ++area)
                sums[area].add(tables_.stretches[s].areas[area]);
    }

    void count_all(Stretch& stretch, CountingRates rates) const {
        for (auto d = stretch.district_begin; d < stretch.district_end; ++d) {
            const auto& district = world_.districts[d];
            const auto view = view_of(world_, settings_, district);
            look_at(rates, view);
            for (auto v = district.village_begin; v < district.village_end; ++v) {
                const auto& village = world_.villages[v];
                const auto area = static_cast<std::size_t>(village.area);
                look_at(rates, world_, village);
                count_village(tables_.instructions, world_.households, village.begin, village.end, rates,
                              stretch.cells[area], stretch.areas[area]);
            }
            auto& row = tables_.districts[d];
            row = count_district(world_, settings_, district);
            for (std::size_t area = 0; area < area_count; ++area) {
                Sums sums;
                close_cells(stretch.cells[area], settings_, view, static_cast<Area>(area),
                            stretch.areas[area])
                    .add_to(sums, world_.provinces[stretch.province].weight[area]);
                row.persons += sums[Sum::persons];
                row.consumption += sums[Sum::consumption];
                row.eligible += sums[Sum::eligible];
                row.served += sums[Sum::eligible_served];
            }
        }
    }

    const World& world_;
    const Settings& settings_;
    MonthTables& tables_;
};

/// Marks as missing what a group does not have.
void forget(Sums& sums, std::size_t begin, std::size_t end) {
    for (std::size_t s = begin; s < end; ++s) sums.value[s] = not_a_number_double;
}

/// Theil's T between districts (Theil 1967): as if everybody consumed the mean of the district.
double theil_between(std::span<const DistrictRow> districts) {
    double persons = 0, consumption = 0, sum = 0;
    for (const auto& district : districts) persons += district.persons, consumption += district.consumption;
    if (!(persons > 0) || !(consumption > 0)) return not_a_number_double;
    for (const auto& district : districts) {
        if (district.persons <= 0) continue;
        const double relative = district.consumption / district.persons / (consumption / persons);
        sum += district.persons * relative * log(relative);
    }
    return sum / persons;
}

DistrictLeague league_of(std::span<const DistrictRow> districts, std::vector<double>& coverage) {
    coverage.clear();
    for (const auto& district : districts)
        if (district.eligible > 0) coverage.push_back(district.served / district.eligible);
    return district_league(coverage);
}

void add_money(MoneyGroup& group, const AreaCount& count, double weight) {
    const double money = weight / parts_of_rupiah;
    for (std::size_t bin = 0; bin < money_bin_count; ++bin) {
        group.after.persons[bin] += weight * static_cast<double>(count.after[bin].persons);
        group.after.consumption[bin] += money * static_cast<double>(count.after[bin].consumption);
        group.before.persons[bin] += weight * static_cast<double>(count.before[bin].persons);
        group.before.consumption[bin] += money * static_cast<double>(count.before[bin].consumption);
        group.before.benefits[bin] += money * static_cast<double>(count.before[bin].benefits);
    }
}

/// Puts together nation and groups and writes all outcomes of the month.
class MonthWriter {
  public:
    MonthWriter(const World& world, MonthTables& tables, OutcomeTable& table, std::size_t row)
        : world_(world), tables_(tables), ranges_(tables.ranges), table_(table), row_(row) {}

    void write(const ForEach& for_each) {
        const auto provinces = world_.provinces.size();
        // Each province by itself; then, from all of them, the areas and the nation.
        for_each(provinces, [this](std::size_t p) { write_province(p); });
        for_each(area_count + 1, [this](std::size_t group) {
            if (group < area_count)
                measure_money(tables_.areas[group], 1u << group, ranges_);
            else
                measure_money(tables_.nation, ~0u, ranges_);
        });
        for (const auto& range : ranges_) add_sums(groups_, range);
        write_nation();
        write_groups(Grouping::decile, groups_.tenth);
        write_groups(Grouping::head, groups_.head);
        write_groups(Grouping::disability, groups_.disability);
        write_areas();
        write_programmes();
        write_activities();
        write_ledger();
    }

  private:
    const std::array<AreaCount, area_count>& counted(const ProvinceRange& range) const {
        return tables_.counted[range.province];
    }

    void add_sums(GroupSums& groups, const ProvinceRange& range) const {
        for (std::size_t area = 0; area < area_count; ++area)
            groups.add(counted(range)[area], area, world_.provinces[range.province].weight[area]);
        for (auto d = range.district_begin; d < range.district_end; ++d) groups.add(tables_.districts[d]);
    }

    void measure_money(MoneyGroup& group, unsigned areas, std::span<const ProvinceRange> ranges) const {
        group.after.clear();
        group.before.clear();
        for (const auto& range : ranges)
            for (std::size_t area = 0; area < area_count; ++area)
                if (range.is_drawn() && (areas >> area & 1u) != 0 && counted(range)[area].households() > 0)
                    add_money(group, counted(range)[area], world_.provinces[range.province].weight[area]);
        group.after.drop_empty_bins();
        group.before.drop_empty_bins();
        group.inequality_after = inequality_after_transfers(group.after);
        group.inequality_before = inequality_before_transfers(group.before);
    }

    void write_province(std::size_t p) {
        const auto& range = ranges_[p];
        Measurement m;
        if (range.is_drawn()) {
            GroupSums groups;
            add_sums(groups, range);
            m.sums = groups.all();
            measure_money(tables_.provinces[p], ~0u, {&range, 1});
        }
        auto& group = tables_.provinces[p];
        m.after = group.inequality_after;
        m.before = group.inequality_before;
        m.league = league_of(std::span(tables_.districts)
                                 .subspan(range.district_begin, range.district_end - range.district_begin),
                             group.coverage);
        put_group(Grouping::province, ranges_.size(), p, m);
    }

    void write_nation() {
        Measurement m;
        m.sums = groups_.all();
        m.after = tables_.nation.inequality_after;
        m.before = tables_.nation.inequality_before;
        m.tenths = &groups_.tenth;
        m.theil_between_districts = theil_between(tables_.districts);
        m.league = league_of(tables_.districts, tables_.nation.coverage);
        const auto rows = outcome_rows();
        for (std::size_t o = 0; o < rows.size(); ++o)
            table_.national[o * table_.ticks + row_] = rows[o].value(m);
    }

    /// Groups of households, which have none of what districts count.
    static Measurement of_households(const Sums& sums) {
        Measurement m;
        m.sums = sums;
        forget(m.sums, first_district_sum, sum_count);
        m.sums[Sum::eligible_starts] = not_a_number_double;
        return m;
    }

    void write_groups(Grouping grouping, std::span<const Sums> groups) {
        for (std::size_t g = 0; g < groups.size(); ++g)
            put_group(grouping, groups.size(), g, of_households(groups[g]));
    }

    void write_areas() {
        for (std::size_t area = 0; area < area_count; ++area) {
            auto m = of_households(groups_.area[area]);
            m.after = tables_.areas[area].inequality_after;
            m.before = tables_.areas[area].inequality_before;
            put_group(Grouping::area, area_count, area, m);
        }
    }

    void write_programmes() {
        for (std::size_t q = 0; q < world_.programme_count; ++q) {
            Measurement m;
            m.sums = groups_.programme[q];
            forget(m.sums, 0, first_pair_sum);
            const double gross = m[Sum::gross], leaked = m[Sum::leaked];
            forget(m.sums, first_district_sum, sum_count);
            m.sums[Sum::gross] = gross;
            m.sums[Sum::leaked] = leaked;
            put_group(Grouping::programme, world_.programme_count, q, m);
        }
    }

    void put_group(Grouping grouping, std::size_t groups, std::size_t g, const Measurement& measured) {
        auto& to = table_.groups[static_cast<std::size_t>(grouping)].values;
        const auto rows = outcome_rows();
        for (std::size_t o = 0; o < rows.size(); ++o)
            to[(o * table_.ticks + row_) * groups + g] = rows[o].value(measured);
    }

    void write_activities() {
        std::copy(groups_.hours.begin(), groups_.hours.end(), &table_.activity_hours[row_ * activity_count]);
        std::copy(groups_.acts.begin(), groups_.acts.end(), &table_.activity_acts[row_ * activity_count]);
    }

    /// The year's account so far; the last month of the year, or of the run, leaves it whole.
    void write_ledger() {
        const std::size_t year = row_ / 12;
        for (std::size_t p = 0; p < world_.programme_count; ++p)
            for (std::size_t u = 0; u < money_use_count; ++u) {
                double sum = 0;
                for (const auto& row : tables_.districts) sum += row.weight * row.programmes[p].uses[u];
                table_.ledger[(p * table_.years + year) * money_use_count + u] = sum;
            }
    }

    const World& world_;
    MonthTables& tables_;
    const std::vector<ProvinceRange>& ranges_;
    OutcomeTable& table_;
    std::size_t row_;
    GroupSums groups_;
};

} // namespace

void measure(const World& world, const Settings& settings, MonthTables& tables, OutcomeTable& table,
             std::size_t row, const Together& together) {
    MonthCount(world, settings, tables).count(together);
    MonthWriter(world, tables, table, row).write(together.for_each());
    record_policy(world, settings.parameters.reform, table, row, together);
}

TenthStarts tenths_before_transfers(const World& world, const Settings& settings, const Together& together) {
    MonthTables tables;
    return MonthCount(world, settings, tables).count_tenths(together);
}

Distribution consumption_distribution(const World& world, const Settings& settings,
                                      const Together& together) {
    MonthTables tables;
    MonthCount(world, settings, tables).count(together);
    MoneyGroup group;
    for (std::size_t p = 0; p < tables.counted.size(); ++p)
        for (std::size_t area = 0; area < area_count; ++area)
            add_money(group, tables.counted[p][area], world.provinces[p].weight[area]);
    group.after.drop_empty_bins();
    return std::move(group.after);
}

} // namespace tujuh
