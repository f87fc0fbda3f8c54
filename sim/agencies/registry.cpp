// SPDX-License-Identifier: Apache-2.0
// The social registry (ODD 7.8). Scores are drawn once a household and round and age only because lives
// drift. Pushed programmes take the lowest scores below the cut-off, up to the district's quota; who is no
// longer among them is out.
#include "agencies/registry.hpp"

#include "agencies/eligibility.hpp"
#include "base/many_draws.hpp"
#include "world/money_bins.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

namespace tujuh {

bool is_registry_round(const World& world, const RegistryParameters& p) noexcept {
    return world.tick - world.national.registry_round >= static_cast<std::int32_t>(p.update_months);
}

namespace {

/// Neighbouring districts of one province, few enough that threads share the nation evenly.
struct Stretch {
    std::uint32_t province, village_begin, village_end;
};

std::vector<Stretch> stretches_of(const World& world) {
    constexpr std::size_t most_districts = 8;
    std::vector<Stretch> stretches;
    std::size_t districts = 0;
    for (const auto& district : world.districts) {
        if (stretches.empty() || stretches.back().province != district.province ||
            districts == most_districts) {
            stretches.push_back({district.province, district.village_begin, district.village_end});
            districts = 0;
        }
        stretches.back().village_end = district.village_end;
        ++districts;
    }
    return stretches;
}

/// Persons by area and bin of usual resources.
struct PersonsByResources {
    std::array<std::array<std::uint32_t, money_bin_count>, area_count> persons{};
};

PersonsByResources persons_in(const World& world, const Stretch& stretch) {
    PersonsByResources bins;
    for (auto v = stretch.village_begin; v < stretch.village_end; ++v) {
        const auto& village = world.villages[v];
        auto& persons = bins.persons[static_cast<std::size_t>(village.area)];
        for (auto i = village.begin; i < village.end; ++i)
            persons[money_bin(world.households.resource_mean[i])] += world.households.size[i];
    }
    return bins;
}

/// Of all provinces, [province][area][bin]; persons are whole, so that nobody's order of counting matters.
class PersonsOfProvinces {
  public:
    explicit PersonsOfProvinces(std::size_t provinces)
        : persons_(provinces * area_count * money_bin_count, 0) {}
    std::int64_t& at(std::size_t province, std::size_t area, std::size_t bin) {
        return persons_[(province * area_count + area) * money_bin_count + bin];
    }
    std::span<std::int64_t> all() noexcept { return persons_; }

  private:
    std::vector<std::int64_t> persons_;
};

PersonsOfProvinces persons_by_province(const World& world, const Together& together) {
    const auto stretches = stretches_of(world);
    std::vector<PersonsByResources> counted(stretches.size());
    PersonsOfProvinces provinces(world.provinces.size());
    together(stretches.size(), [&](std::size_t s) { counted[s] = persons_in(world, stretches[s]); });
    for (std::size_t s = 0; s < stretches.size(); ++s)
        for (std::size_t area = 0; area < area_count; ++area)
            for (std::size_t bin = 0; bin < money_bin_count; ++bin)
                provinces.at(stretches[s].province, area, bin) += counted[s].persons[area][bin];
    together.add(provinces.all());
    return provinces;
}

} // namespace

void set_cutoffs(World& world, const std::vector<Programme>& programmes, const Together& together) {
    auto provinces = persons_by_province(world, together);
    std::vector<double> below(money_bin_count + 1, 0.0);
    for (std::size_t bin = 0; bin < money_bin_count; ++bin) {
        double here = 0;
        for (std::size_t province = 0; province < world.provinces.size(); ++province)
            for (std::size_t area = 0; area < area_count; ++area)
                here += static_cast<double>(provinces.at(province, area, bin)) *
                        world.provinces[province].weight[area];
        below[bin + 1] = below[bin] + here;
    }
    for (std::size_t p = 0; p < programmes.size(); ++p) {
        const double wanted = programmes[p].cutoff_percentile * below.back();
        std::size_t bin = 0;
        while (bin + 1 < money_bin_count && below[bin + 1] < wanted) ++bin;
        const double inside =
            below[bin + 1] > below[bin] ? (wanted - below[bin]) / (below[bin + 1] - below[bin]) : 1.0;
        world.national.cutoff[p] = lerp(money_bin_start(bin), money_bin_start(bin + 1), inside);
    }
    world.national.registry_round = world.tick;
}

std::int64_t quota_of(const World& world, const District& district, const Programme& programme,
                      std::size_t index) {
    const double places = programme.channel == Channel::push ? district.levers.places : 1.0;
    const double quota = programme.quota * places * district.quota_share[index];
    const double chance = world.draws.uniform_double(district.number, 0, Purpose::quota_fraction,
                                                     static_cast<std::uint32_t>(index));
    return static_cast<std::int64_t>(std::floor(quota + chance));
}

void enrol(World& world, District& district, std::uint32_t i, std::size_t p, Door door,
           bool starts_by_itself) {
    auto& h = world.households;
    const auto bit = bit_of(p);
    h.enrolled[i] |= bit;
    h.known[i] |= bit;
    h.denied[i] = static_cast<ProgrammeMask>(h.denied[i] & ~bit);
    if (starts_by_itself) h.served[i] |= bit;
    ++district.enrolled[p];
    ++district.tally.starts[p];
    if (has_bit(h.eligible[i], p)) {
        ++district.tally.eligible_starts[p];
        ++district.tally.starts_by_door[static_cast<std::size_t>(door)];
    }
    district.newly_enrolled.push_back({i, 1.0f - h.preparedness[i]});
}

void release(World& world, District& district, std::uint32_t i, std::size_t p) {
    auto& h = world.households;
    const auto keep = static_cast<ProgrammeMask>(~bit_of(p));
    h.enrolled[i] &= keep;
    h.served[i] &= keep;
    --district.enrolled[p];
}

namespace {

void score_registered(World& world, const District& district, const RegistryParameters& p) {
    auto& h = world.households;
    const auto error = static_cast<float>(registry_error(p.spread, p.fit));
    ManyDraws luck;
    std::fill_n(luck.sub_index, ManyDraws::most, 0u);
    for (auto v = district.village_begin; v < district.village_end; ++v) {
        const auto& village = world.villages[v];
        for (auto first = village.begin; first < village.end; first += ManyDraws::most) {
            const auto count = std::min<std::uint32_t>(ManyDraws::most, village.end - first);
            for (std::uint32_t k = 0; k < count; ++k) luck.entity[k] = household_number(village, first + k);
            draw_normals(luck, count, world.draws, world.national.registry_round, Purpose::registry_error);
            for (std::uint32_t k = 0; k < count; ++k) {
                const auto i = first + k;
                if ((h.traits[i] & trait::registered) == 0) continue;
                h.traits[i] = static_cast<std::uint8_t>(h.traits[i] & ~trait::visited);
                h.score[i] = registry_score(h.resource_mean[i], error, luck.normal[k]);
            }
        }
    }
}

/// All that a pushed programme's rules ask of a household's members and head, four yes or no.
constexpr unsigned kinds = 16;
unsigned kind_of(const Households& h, std::uint32_t i) {
    return ((h.traits[i] & trait::female_head) != 0 ? 1u : 0u) | (h.children[i] > 0 ? 2u : 0u) |
           (h.disabled[i] > 0 ? 4u : 0u) | (h.elders[i] > 0 ? 8u : 0u);
}

/// Who may be on a pushed programme's list in the district, and who has its last place.
struct PushList {
    std::size_t index = 0;           ///< of the programme
    std::array<bool, kinds> may{};   ///< have the members that it requires, by kind
    std::array<float, kinds> bias{}; ///< added to the score, by kind
    float cutoff = 0;                ///< log rupiah
    float reach = 0;                 ///< below which a place may be had, as far as is known yet
    std::int64_t quota = 0, places = 0;
    Ranked last{std::numeric_limits<float>::lowest(), 0}; ///< who has the last place
};

class PushLists {
  public:
    PushLists(World& world, District& district, const Settings& settings)
        : world_(world), h_(world.households), district_(district) {
        for (std::size_t p = 0; p < settings.programmes.size(); ++p) {
            const auto& programme = settings.programmes[p];
            if (programme.channel != Channel::push) continue;
            auto& list = lists_[count_++];
            list.index = p;
            const auto& agency = district.agencies[static_cast<std::size_t>(programme.agency)];
            for (unsigned kind = 0; kind < kinds; ++kind) {
                const bool female_head = has_bit(kind, 0), children = has_bit(kind, 1),
                           disabled = has_bit(kind, 2), elders = has_bit(kind, 3);
                list.may[kind] = has_required_members(programme.required, children, elders, disabled);
                list.bias[kind] = bias_against(agency, female_head, disabled, elders);
            }
            list.cutoff = list.reach = static_cast<float>(log(world.national.cutoff[p]));
            list.quota = quota_of(world, district, programme, p);
        }
    }

    /// All places are given anew, by rank.
    void rank_all() {
        for (auto& list : *this) list.places = list.quota;
        find_last_places(true);
    }

    /// Free places are given to those who have none, by rank.
    void rank_newcomers() {
        for (auto& list : *this) list.places = list.quota - district_.enrolled[list.index];
        find_last_places(false);
    }

    /// Takes out who has no place. Who is out because it is measured above the cut-off, not for want of
    /// places, members or an entry, has graduated.
    void drop_unlisted() {
        for (auto i = first_household(world_, district_); i < end_household(world_, district_); ++i) {
            if (h_.enrolled[i] == 0) continue;
            const bool registered = (h_.traits[i] & trait::registered) != 0;
            const auto kind = kind_of(h_, i);
            for (const auto& list : *this) {
                if (!has_bit(h_.enrolled[i], list.index)) continue;
                const float measured = h_.score[i] + list.bias[kind];
                const bool may = registered && list.may[kind], below = measured < list.cutoff;
                if (may && below && !(list.last < Ranked{measured, i})) continue;
                if (may && !below) graduate(h_, i, world_.tick);
                release(world_, district_, i, list.index);
            }
        }
    }

    /// Fills open places. A household whose own request is under way has it granted by this.
    void fill(double failure) {
        for_each_in_reach([&](std::uint32_t i, const PushList& list, float measured) {
            const bool takes = !(list.last < Ranked{measured, i}) && !has_bit(h_.enrolled[i], list.index);
            if (!takes || district_.enrolled[list.index] >= list.quota) return;
            const bool fails =
                world_.draws.happens(failure, number_of(world_, district_, i), world_.tick,
                                     Purpose::enrolment, static_cast<std::uint32_t>(list.index));
            const bool visited = (h_.traits[i] & trait::visited) != 0;
            enrol(world_, district_, i, list.index, visited ? Door::visited : Door::listed, !fails);
        });
    }

  private:
    PushList* begin() { return lists_.data(); }
    PushList* end() { return lists_.data() + count_; }

    /// Calls `visit(household, kind)` for the registered whose score is within reach of a place.
    template <class Visit> void for_each_below(Visit&& visit) {
        float highest = std::numeric_limits<float>::lowest();
        for (const auto& list : *this)
            if (list.places > 0) highest = std::max(highest, list.reach);
        const auto last = end_household(world_, district_);
        for (auto first = first_household(world_, district_); first < last;) {
            // Written down first and visited then: nobody can foresee which households are within reach, so
            // a jump at each would cost more than the visit.
            std::array<std::uint32_t, 256> found;
            std::size_t count = 0;
            const auto block_end = std::min<std::uint32_t>(last, first + found.size());
            for (; first < block_end; ++first) {
                found[count] = first;
                const bool registered = (h_.traits[first] & trait::registered) != 0;
                count += static_cast<std::size_t>(registered & (h_.score[first] < highest)); // bias only adds
            }
            for (std::size_t k = 0; k < count; ++k) visit(found[k], kind_of(h_, found[k]));
        }
    }

    /// Calls `visit(household, list, measured)` for each of a list's category within its reach, where it has
    /// places.
    template <class Visit> void for_each_in_reach(Visit&& visit) {
        for_each_below([&](std::uint32_t i, unsigned kind) {
            for (auto& list : *this) {
                const float measured = h_.score[i] + list.bias[kind];
                if (measured < list.reach && list.places > 0 && list.may[kind]) visit(i, list, measured);
            }
        });
    }

    /// Finds who has the last place among all, or among those who have none yet. Nothing of the length of the
    /// list is kept or sorted: the list is counted by depth below the cut-off, and only at the depth where
    /// places end are households ranked.
    void find_last_places(bool among_all) {
        constexpr std::int32_t depths = 1024;
        constexpr float depths_a_log_point = 128;
        const auto depth_of = [](const PushList& list, float measured) {
            const auto depth = static_cast<std::int32_t>((list.cutoff - measured) * depths_a_log_point);
            return static_cast<std::size_t>(std::clamp(depth, 0, depths - 1));
        };
        std::array<std::array<std::uint32_t, depths>, max_programmes> listed{};
        for_each_below([&](std::uint32_t i, unsigned kind) {
            for (const auto& list : *this) {
                const float measured = h_.score[i] + list.bias[kind];
                const bool outside = among_all || !has_bit(h_.enrolled[i], list.index);
                const bool competes = outside & list.may[kind] & (measured < list.cutoff);
                listed[list.index][depth_of(list, measured)] += competes ? 1u : 0u;
            }
        });
        std::array<std::size_t, max_programmes> edge{};
        std::array<std::int64_t, max_programmes> left_at_edge{};
        for (auto& list : *this) {
            const auto& at = listed[list.index];
            std::size_t depth = depths;
            std::int64_t left = list.places;
            while (depth > 0 && left > at[depth - 1]) left -= at[--depth];
            if (depth == 0) list.last = {list.cutoff, 0}; // all have one
            edge[list.index] = depth;
            left_at_edge[list.index] = left;
            if (depth > 1) list.reach = list.cutoff - static_cast<float>(depth - 2) / depths_a_log_point;
            district_.workspace.at_the_cut[list.index].clear();
        }
        for_each_in_reach([&](std::uint32_t i, const PushList& list, float measured) {
            const bool at_edge = depth_of(list, measured) + 1 == edge[list.index];
            if (at_edge && (among_all || !has_bit(h_.enrolled[i], list.index)))
                district_.workspace.at_the_cut[list.index].push_back({measured, i});
        });
        for (auto& list : *this) {
            auto& ranked = district_.workspace.at_the_cut[list.index];
            if (list.places <= 0 || ranked.empty()) continue;
            const auto last = ranked.begin() + left_at_edge[list.index] - 1;
            std::nth_element(ranked.begin(), last, ranked.end());
            list.last = *last;
        }
    }

    World& world_;
    Households& h_;
    District& district_;
    std::array<PushList, max_programmes> lists_{};
    std::size_t count_ = 0;
};

} // namespace

void hold_registry_round(World& world, District& district, const Settings& settings) {
    score_registered(world, district, settings.parameters.registry);
    PushLists lists(world, district, settings);
    lists.rank_all();
    lists.drop_unlisted();
    lists.fill(settings.parameters.agencies.activation_failure);
}

void refill_programmes(World& world, District& district, const Settings& settings) {
    PushLists lists(world, district, settings);
    lists.rank_newcomers();
    lists.fill(settings.parameters.agencies.activation_failure);
}

} // namespace tujuh
