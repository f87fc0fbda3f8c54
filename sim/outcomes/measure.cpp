// SPDX-License-Identifier: Apache-2.0
// A month is measured in two passes over households, province by province, then added up in the order of
// provinces, so that the bits do not depend on threads: first the distributions of consumption after and
// before public transfers, of which the second gives the national tenths (ranked after transfers, whom a
// programme lifts would leave the poorest tenth and hide that it was reached); then the sums of every cell
// (tenth x area x sex of head x disability), from which each group is put together.
#include "outcomes/measure.hpp"

#include "outcomes/catalogue.hpp"
#include "outcomes/household_sums.hpp"
#include "outcomes/policy_record.hpp"

#include <algorithm>
#include <bit>
#include <span>
#include <utility>

namespace tujuh {

void Distributions::clear() {
    after.clear();
    before.clear();
}

void Distributions::add(const Distributions& other) {
    after.add(other.after, 1.0);
    before.add(other.before, 1.0);
}

void ProvinceCount::clear() {
    for (auto& area : distribution) area.clear();
    benefits.clear();
    cells.assign(cell_count, Sums{});
    programmes = {};
    district_sums = {};
    hours = {};
    acts = {};
}

namespace {

struct Cell {
    std::size_t tenth, area, head, disability;
};
constexpr std::size_t index_of(const Cell& c) noexcept {
    return ((c.tenth * area_count + c.area) * 2 + c.head) * 2 + c.disability;
}
constexpr Cell cell_at(std::size_t index) noexcept {
    return {index / (area_count * 4), index / 4 % area_count, index / 2 % 2, index % 2};
}

/// Households of a province: its districts, and so its villages, stand side by side.
struct ProvinceRange {
    std::size_t district_begin = 0, district_end = 0;
};

std::vector<ProvinceRange> ranges_of(const World& world) {
    std::vector<ProvinceRange> ranges(world.provinces.size());
    for (std::size_t d = 0; d < world.districts.size(); ++d) {
        auto& range = ranges[world.districts[d].province];
        if (range.district_end == 0) range.district_begin = d;
        range.district_end = d + 1;
    }
    return ranges;
}

/// What a district's households stand for on average.
double weight_of(const World& world, const District& district) {
    double weight = 0, households = 0;
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& village = world.villages[v];
        weight += village.sampled() *
                  world.provinces[district.province].weight[static_cast<std::size_t>(village.area)];
        households += village.sampled();
    }
    return weight / households;
}

class MonthCount {
  public:
    MonthCount(const World& world, const Settings& settings, MonthTables& tables)
        : world_(world), settings_(settings), ranges_(ranges_of(world)), provinces_(tables.provinces),
          nation_(tables.nation), areas_(tables.areas) {
        provinces_.resize(world.provinces.size());
    }

    void count(const ForEach& for_each) {
        for_each(provinces_.size(), [this](std::size_t p) { fill_distribution(p); });
        for (auto& area : areas_) area.clear();
        nation_.clear();
        for (const auto& province : provinces_)
            for (std::size_t area = 0; area < area_count; ++area) {
                nation_.add(province.distribution[area]);
                areas_[area].add(province.distribution[area]);
            }
    }

    void count_cells(const ForEach& for_each) {
        const auto tenths = tenth_of_bins(nation_.before);
        for_each(provinces_.size(), [&](std::size_t p) { fill_cells(p, tenths); });
    }

  private:
    template <class Visit> void for_each_village(std::size_t province, Visit&& visit) const {
        for (auto d = ranges_[province].district_begin; d < ranges_[province].district_end; ++d)
            for (auto v = world_.districts[d].village_begin; v < world_.districts[d].village_end; ++v)
                visit(world_.villages[v], d);
    }

    void fill_distribution(std::size_t p) {
        auto& count = provinces_[p];
        count.clear();
        const auto& h = world_.households;
        const auto districts = ranges_[p].district_end - ranges_[p].district_begin;
        count.district_persons.assign(districts, 0.0);
        count.district_consumption.assign(districts, 0.0);
        count.district_eligible.assign(districts, 0.0);
        count.district_served.assign(districts, 0.0);
        for_each_village(p, [&](const Village& village, std::size_t d) {
            const auto area = static_cast<std::size_t>(village.area);
            const double weight = world_.provinces[p].weight[area];
            const auto view = view_of(world_, settings_, village);
            auto& after = count.distribution[area].after;
            auto& before = count.distribution[area].before;
            const auto place = d - ranges_[p].district_begin;
            int eligible = 0, served = 0;
            for (auto i = village.begin; i < village.end; ++i) {
                const double persons = weight * h.size[i],
                             consumption = persons * static_cast<double>(h.consumption[i]);
                const double benefits = benefits_of(world_, settings_, view, i);
                const auto bin = money_bin(h.consumption[i]);
                after.persons[bin] += persons;
                after.consumption[bin] += consumption;
                const float own = before_transfers(h, i);
                const auto own_bin = money_bin(own);
                before.persons[own_bin] += persons;
                before.consumption[own_bin] += persons * static_cast<double>(own);
                before.benefits[own_bin] += weight * benefits;
                count.benefits.push_back(benefits);
                count.district_persons[place] += persons;
                count.district_consumption[place] += consumption;
                if (h.eligible[i] == 0) continue;
                eligible += std::popcount(h.eligible[i]);
                served += std::popcount(static_cast<ProgrammeMask>(h.eligible[i] & h.served[i]));
            }
            count.district_eligible[place] += weight * eligible;
            count.district_served[place] += weight * served;
        });
    }

    void fill_cells(std::size_t p, const std::vector<unsigned char>& tenths) {
        auto& count = provinces_[p];
        const auto& h = world_.households;
        std::array<ProgrammeSums, area_count> by_programme{};
        std::size_t household = 0;
        for_each_village(p, [&](const Village& village, std::size_t) {
            const auto view = view_of(world_, settings_, village);
            const auto area = static_cast<std::size_t>(village.area);
            for (auto i = village.begin; i < village.end; ++i) {
                const Cell cell{tenths[money_bin(before_transfers(h, i))], area,
                                (h.traits[i] & trait::female_head) != 0 ? 1u : 0u,
                                h.disabled[i] > 0 ? 1u : 0u};
                count_household(world_, settings_, view, i, count.benefits[household++],
                                count.cells[index_of(cell)], by_programme[area]);
            }
        });
        const auto& weight = world_.provinces[p].weight;
        for (std::size_t c = 0; c < cell_count; ++c)
            for (auto& value : count.cells[c].value) value *= weight[cell_at(c).area];
        for (std::size_t area = 0; area < area_count; ++area) {
            by_programme[area].settle();
            for (std::size_t q = 0; q < world_.programme_count; ++q)
                count.programmes[q].add(by_programme[area].sums[q], weight[area]);
        }
        for (auto d = ranges_[p].district_begin; d < ranges_[p].district_end; ++d)
            fill_district(world_.districts[d], count);
    }

    void fill_district(const District& district, ProvinceCount& count) const {
        const double weight = weight_of(world_, district);
        Sums sums;
        std::array<Sums, max_programmes> programmes{};
        count_district(world_, settings_, district, sums, programmes);
        count.district_sums.add(sums, weight);
        for (std::size_t q = 0; q < world_.programme_count; ++q)
            count.programmes[q].add(programmes[q], weight);
        for (std::size_t a = 0; a < activity_count; ++a) {
            count.hours[a] += weight * district.hours.by_activity[a];
            count.acts[a] += weight * static_cast<double>(district.hours.acts[a]);
        }
    }

    const World& world_;
    const Settings& settings_;
    std::vector<ProvinceRange> ranges_;
    std::vector<ProvinceCount>& provinces_;
    Distributions& nation_;
    std::array<Distributions, area_count>& areas_;
};

/// Marks as missing what a group does not have.
void forget(Sums& sums, std::size_t begin, std::size_t end) {
    for (std::size_t s = begin; s < end; ++s) sums.value[s] = not_a_number_double;
}

/// Theil's T between districts (Theil 1967): as if everybody consumed the mean of the district.
double theil_between(const std::vector<ProvinceCount>& provinces) {
    double persons = 0, consumption = 0, sum = 0;
    for (const auto& province : provinces)
        for (std::size_t d = 0; d < province.district_persons.size(); ++d)
            persons += province.district_persons[d], consumption += province.district_consumption[d];
    if (!(persons > 0) || !(consumption > 0)) return not_a_number_double;
    for (const auto& province : provinces)
        for (std::size_t d = 0; d < province.district_persons.size(); ++d) {
            if (province.district_persons[d] <= 0) continue;
            const double relative =
                province.district_consumption[d] / province.district_persons[d] / (consumption / persons);
            sum += province.district_persons[d] * relative * log(relative);
        }
    return sum / persons;
}

DistrictLeague league_of(std::span<const ProvinceCount> provinces) {
    std::vector<double> coverage;
    for (const auto& province : provinces)
        for (std::size_t d = 0; d < province.district_eligible.size(); ++d)
            if (province.district_eligible[d] > 0)
                coverage.push_back(province.district_served[d] / province.district_eligible[d]);
    return district_league(std::move(coverage));
}

/// Puts together nation and groups from the cells and writes all outcomes of the month.
class MonthWriter {
  public:
    MonthWriter(const World& world, const MonthTables& count, OutcomeTable& table, std::size_t row)
        : world_(world), count_(count), table_(table), row_(row) {}

    void write(const ForEach& for_each) {
        write_nation();
        write_cells(Grouping::decile, tenth_count, [](const Cell& c) { return c.tenth; });
        write_cells(Grouping::head, 2, [](const Cell& c) { return c.head; });
        write_cells(Grouping::disability, 2, [](const Cell& c) { return c.disability; });
        write_areas();
        write_provinces(for_each);
        write_programmes();
        write_activities();
    }

  private:
    void write_nation() {
        Measurement m;
        for (const auto& province : count_.provinces) {
            for (std::size_t c = 0; c < cell_count; ++c) {
                m.sums.add(province.cells[c], 1.0);
                tenths_[cell_at(c).tenth].add(province.cells[c], 1.0);
            }
            m.sums.add(province.district_sums, 1.0);
        }
        m.distribution = &count_.nation.after;
        m.before_transfers = &count_.nation.before;
        m.tenths = &tenths_;
        m.theil_between_districts = theil_between(count_.provinces);
        m.league = league_of(count_.provinces);
        const auto rows = outcome_rows();
        for (std::size_t o = 0; o < rows.size(); ++o)
            table_.national[o * table_.ticks + row_] = rows[o].value(m);
    }

    template <class GroupOf> void write_cells(Grouping grouping, std::size_t groups, GroupOf&& group_of) {
        std::vector<Measurement> measured(groups);
        for (const auto& province : count_.provinces)
            for (std::size_t c = 0; c < cell_count; ++c)
                measured[group_of(cell_at(c))].sums.add(province.cells[c], 1.0);
        for (auto& m : measured) forget(m.sums, first_district_sum, sum_count);
        for (auto& m : measured) m.sums[Sum::eligible_starts] = not_a_number_double;
        put(grouping, measured);
    }

    void write_areas() {
        std::vector<Measurement> measured(area_count);
        for (const auto& province : count_.provinces)
            for (std::size_t c = 0; c < cell_count; ++c)
                measured[cell_at(c).area].sums.add(province.cells[c], 1.0);
        for (std::size_t area = 0; area < area_count; ++area) {
            forget(measured[area].sums, first_district_sum, sum_count);
            measured[area].sums[Sum::eligible_starts] = not_a_number_double;
            measured[area].distribution = &count_.areas[area].after;
            measured[area].before_transfers = &count_.areas[area].before;
        }
        put(Grouping::area, measured);
    }

    void write_provinces(const ForEach& for_each) {
        const auto& provinces = count_.provinces;
        for_each(provinces.size(), [&](std::size_t p) {
            Measurement m;
            for (const auto& cell : provinces[p].cells) m.sums.add(cell, 1.0);
            m.sums.add(provinces[p].district_sums, 1.0);
            Distributions distribution;
            for (const auto& area : provinces[p].distribution) distribution.add(area);
            m.distribution = &distribution.after;
            m.before_transfers = &distribution.before;
            m.league = league_of({&provinces[p], 1});
            put_group(Grouping::province, provinces.size(), p, m);
        });
    }

    void write_programmes() {
        std::vector<Measurement> measured(world_.programme_count);
        for (const auto& province : count_.provinces)
            for (std::size_t q = 0; q < measured.size(); ++q)
                measured[q].sums.add(province.programmes[q], 1.0);
        for (auto& m : measured) {
            forget(m.sums, 0, first_pair_sum);
            const double gross = m[Sum::gross], leaked = m[Sum::leaked];
            forget(m.sums, first_district_sum, sum_count);
            m.sums[Sum::gross] = gross;
            m.sums[Sum::leaked] = leaked;
        }
        put(Grouping::programme, measured);
    }

    void put(Grouping grouping, const std::vector<Measurement>& measured) {
        for (std::size_t g = 0; g < measured.size(); ++g)
            put_group(grouping, measured.size(), g, measured[g]);
    }

    void put_group(Grouping grouping, std::size_t groups, std::size_t g, const Measurement& measured) {
        auto& to = table_.groups[static_cast<std::size_t>(grouping)].values;
        const auto rows = outcome_rows();
        for (std::size_t o = 0; o < rows.size(); ++o)
            to[(o * table_.ticks + row_) * groups + g] = rows[o].value(measured);
    }

    void write_activities() {
        for (std::size_t a = 0; a < activity_count; ++a) {
            double hours = 0, acts = 0;
            for (const auto& province : count_.provinces)
                hours += province.hours[a], acts += province.acts[a];
            table_.activity_hours[row_ * activity_count + a] = hours;
            table_.activity_acts[row_ * activity_count + a] = acts;
        }
    }

    const World& world_;
    const MonthTables& count_;
    OutcomeTable& table_;
    std::size_t row_;
    std::array<Sums, tenth_count> tenths_{};
};

/// The year's account so far; the last month of the year, or of the run, leaves it whole.
void write_ledger(const World& world, OutcomeTable& table, std::size_t row) {
    const std::size_t year = row / 12;
    for (std::size_t p = 0; p < world.programme_count; ++p) {
        std::array<double, money_use_count> uses{};
        for (const auto& district : world.districts) {
            const double weight = weight_of(world, district);
            const auto& account = district.accounts[p];
            const Rupiah amounts[] = {account.budget, account.delivered, account.leaked, account.administered,
                                      account.unspent()};
            for (std::size_t u = 0; u < money_use_count; ++u)
                uses[u] += weight * static_cast<double>(amounts[u]);
        }
        for (std::size_t u = 0; u < money_use_count; ++u)
            table.ledger[(p * table.years + year) * money_use_count + u] = uses[u];
    }
}

} // namespace

void measure(const World& world, const Settings& settings, MonthTables& tables, OutcomeTable& table,
             std::size_t row, const ForEach& for_each) {
    MonthCount count(world, settings, tables);
    count.count(for_each);
    count.count_cells(for_each);
    MonthWriter(world, tables, table, row).write(for_each);
    record_policy(world, settings.parameters.reform, table, row);
    write_ledger(world, table, row);
}

Distribution consumption_distribution(const World& world, const Settings& settings, const ForEach& for_each) {
    MonthTables tables;
    MonthCount(world, settings, tables).count(for_each);
    return std::move(tables.nation.after);
}

} // namespace tujuh
