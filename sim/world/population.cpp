// SPDX-License-Identifier: Apache-2.0
// Who lives in a household. Standing (place + permanent + transitory, in standard-normal units weighted by
// persons) gives resources through the area's curve; size falls with permanent standing, so that poor
// households are larger and the published distribution, which counts persons, still holds exactly (ODD 7.1).
#include "world/population.hpp"

#include "base/half_life.hpp"
#include "base/instruction_sets.hpp"
#include "base/math.hpp"

#include <algorithm>
#include <cmath>
#include <type_traits>

namespace tujuh {

PopulationModel population_model(const PopulationParameters& p, double national_headcount) {
    PopulationModel model;
    model.place_variance = p.village_correlation;
    model.district_variance = p.village_correlation * p.district_share;
    model.permanent_variance = std::min(p.permanent_share, 1.0 - p.village_correlation);
    model.transitory_variance = 1.0 - model.place_variance - model.permanent_variance;
    model.sizes = size_gradient(p.mean_household_size, p.poor_household_size, national_headcount,
                                model.place_variance + model.permanent_variance);
    model.individual_spread = std::sqrt(model.permanent_variance);
    model.permanent_spread = std::sqrt(model.place_variance + model.permanent_variance);
    model.transitory_spread = static_cast<float>(std::sqrt(model.transitory_variance));
    model.documents = standing_logit(p.documents_poorest, p.documents_mean);
    const double able = log(1.0 - p.disability_share);
    for (std::size_t size = 0; size < model.all_able.size(); ++size)
        model.all_able[size] = static_cast<float>(exp(static_cast<double>(size) * able));
    return model;
}

StandingLogit standing_logit(double poorest, double mean) noexcept {
    const auto logit = [](double chance) {
        const double inside = std::clamp(chance, 1e-6, 1.0 - 1e-6);
        return log(inside / (1.0 - inside));
    };
    return {logit(mean), (logit(mean) - logit(poorest)) / 2.0};
}

namespace {

/// Share of households in which harm goes on where as many begin as end, at care risk `risk_base`,
/// unreported.
double usual_harm(const CareParameters& p) {
    const double odds = p.harm_rate * p.harm_months;
    return odds / (1.0 + odds);
}

/// Share of households that know a programme, in the balance of learning from media and officials and of
/// forgetting.
double usually_known(const Parameters& p) {
    const double forgets = 1.0 - monthly_retention(p.relaxation.knowledge);
    return p.application.media_rate / (p.application.media_rate + forgets);
}

/// What holds for every household that begins in a village.
struct Beginning {
    const Parameters& parameters;
    const PopulationModel& model;
    const SizeGradient& sizes;
    const ConsumptionCurve& curve;
    double place_effect;
    StandingLogit registered;
    float known;   ///< chance, of each programme
    double harmed; ///< chance

    Beginning(const World& world, const Village& village, const PopulationModel& population,
              const Parameters& p)
        : parameters(p), model(population), sizes(world.provinces[village.province].sizes),
          curve(world.provinces[village.province].curve[static_cast<std::size_t>(village.area)]),
          place_effect(static_cast<double>(village.place_effect)),
          registered(standing_logit(p.registry.coverage_poorest, p.registry.coverage_mean)),
          known(static_cast<float>(usually_known(p))), harmed(usual_harm(p.care)) {}
};

/// Up to 64 neighbouring households that begin, side by side (base/instruction_sets.hpp): the columns are
/// many and lie at the same places of their pages, so that writing household by household would miss the
/// cache each time.
struct Newcomers {
    static constexpr std::size_t most = 64;
    using Integers = std::uint32_t[most];
    using Reals = float[most];

    std::size_t count = 0;
    alignas(64) Integers standing_words[4];
    Integers member_words[4], adult_words[4], other_words[4], programme_words[4], safety_words[4];

    // As the columns of `Households`
    Reals permanent, transitory, resources, savings, score, capability, coping_efficiency;
    Integers size, children, elders, disabled, schooling, traits, known, needs_known, safety;
    double scaled[most]; ///< permanent standing in its own standard deviations
};

TUJUH_SIDE_BY_SIDE void draw(Newcomers::Integers (&to)[4], std::size_t count, const Draws& draws,
                             std::uint32_t first_number, std::int32_t generation, Purpose purpose,
                             std::uint32_t block) {
    const Draws keys = draws;
    for (std::size_t k = 0; k < count; ++k) {
        const Words words =
            keys.words(first_number + static_cast<std::uint32_t>(k), generation, purpose, block);
        to[0][k] = words.word[0], to[1][k] = words.word[1];
        to[2][k] = words.word[2], to[3][k] = words.word[3];
    }
}

/// Standing, what it is worth, and how many people share it.
TUJUH_SIDE_BY_SIDE void stand(Newcomers& n, const Beginning& beginning) {
    const SizeGradient sizes = beginning.sizes;
    const ConsumptionCurve curve = beginning.curve;
    const double place = beginning.place_effect, mean = beginning.model.sizes.mean_standing;
    const double spread = beginning.model.individual_spread, scale = beginning.model.permanent_spread;
    const float transitory_spread = beginning.model.transitory_spread;
    const auto count = n.count;
    for (std::size_t k = 0; k < count; ++k) {
        const double individual = mean + spread * static_cast<double>(normal_from(n.standing_words[0][k]));
        const double permanent = place + individual;
        n.scaled[k] = permanent / scale;
        n.permanent[k] = static_cast<float>(permanent);
        n.transitory[k] = transitory_spread * normal_from(n.standing_words[1][k]);
        n.size[k] = static_cast<std::uint32_t>(
            household_size(sizes, permanent, static_cast<double>(uniform_from(n.standing_words[2][k]))));
    }
    for (std::size_t k = 0; k < count; ++k) {
        n.resources[k] = static_cast<float>(consumption_at(curve, static_cast<double>(n.permanent[k]) +
                                                                      static_cast<double>(n.transitory[k])));
        n.savings[k] = n.resources[k] * real_of_integer(n.size[k]) * uniform_from(n.standing_words[3][k]);
        n.score[k] = log(n.resources[k]);
    }
}

/// Members after the second are children or grown; the first two are adults, some of them elders.
TUJUH_SIDE_BY_SIDE void draw_members(Newcomers& n, const Beginning& beginning) {
    const auto child_share = static_cast<float>(beginning.parameters.population.child_share);
    const auto elder_share = static_cast<float>(beginning.parameters.population.elder_share);
    const auto all_able = beginning.model.all_able;
    const auto count = n.count;
    for (std::size_t k = 0; k < count; ++k) {
        const std::uint32_t size = n.size[k];
        std::uint32_t children = 0;
        for (std::uint32_t pair = 0; pair < 4; ++pair) {
            const std::uint32_t word = n.member_words[pair][k];
            children += 2 + 2 * pair < size && low_half(word) < child_share ? 1u : 0u;
            children += 3 + 2 * pair < size && high_half(word) < child_share ? 1u : 0u;
        }
        n.children[k] = children;
        const std::uint32_t second_elder = uniform_from(n.adult_words[1][k]) < elder_share ? 1u : 0u;
        n.elders[k] =
            (uniform_from(n.adult_words[0][k]) < elder_share ? 1u : 0u) + (size > 1 ? second_elder : 0u);
        n.disabled[k] = uniform_from(n.adult_words[2][k]) > all_able[size] ? 1 : 0;
    }
}

/// Schooling, head, papers, entry in the registry; programmes known and needs seen, so that households begin
/// as people who have lived before.
TUJUH_SIDE_BY_SIDE void describe(Newcomers& n, const Beginning& beginning) {
    const PopulationParameters& p = beginning.parameters.population;
    const double mean_schooling = p.mean_schooling, gradient = p.schooling_gradient,
                 spread = p.schooling_spread;
    const StandingLogit documents = beginning.model.documents, registered = beginning.registered;
    const auto female_head = static_cast<float>(p.female_head_share);
    const float known = beginning.known;
    const auto count = n.count;
    for (std::size_t k = 0; k < count; ++k) {
        const double schooling = mean_schooling + gradient * n.scaled[k] +
                                 spread * static_cast<double>(normal_from(n.other_words[3][k]));
        n.schooling[k] =
            static_cast<std::uint32_t>(static_cast<std::int32_t>(bounded(schooling + 0.5, 0.0, 16.0)));
        n.traits[k] = (uniform_from(n.other_words[0][k]) < female_head ? trait::female_head : 0u) |
                      (uniform_from(n.other_words[1][k]) < static_cast<float>(documents.chance(n.scaled[k]))
                           ? trait::documents
                           : 0u) |
                      (uniform_from(n.other_words[2][k]) < static_cast<float>(registered.chance(n.scaled[k]))
                           ? trait::registered
                           : 0u);
    }
    for (std::size_t k = 0; k < count; ++k) {
        std::uint32_t programmes = 0;
        for (std::uint32_t pair = 0; pair < max_programmes / 2; ++pair) {
            const std::uint32_t word = n.programme_words[pair][k];
            programmes |= (low_half(word) < known ? 1u : 0u) << (2 * pair);
            programmes |= (high_half(word) < known ? 1u : 0u) << (2 * pair + 1);
        }
        n.known[k] = programmes;
        // A need comes into sight as often as it is lost from it.
        n.needs_known[k] = n.adult_words[3][k] >> (32u - need_count);
    }
}

TUJUH_SIDE_BY_SIDE void feel(Newcomers& n, const Beginning& beginning) {
    const auto& p = beginning.parameters;
    const double base = p.wellbeing.capability_base, of_schooling = p.wellbeing.capability_schooling;
    const auto efficiency = static_cast<float>(p.coping.efficiency_base),
               of_capability = static_cast<float>(p.coping.efficiency_capability);
    const double harmed = beginning.harmed;
    const auto count = n.count;
    for (std::size_t k = 0; k < count; ++k) {
        n.capability[k] = static_cast<float>(
            base + of_schooling * static_cast<double>(real_of_integer(n.schooling[k])) / 16.0);
        n.coping_efficiency[k] = efficiency + of_capability * n.capability[k];
        n.safety[k] = uniform_double_from(n.safety_words[0][k], n.safety_words[1][k]) < harmed ? 1 : 0;
    }
}

template <class T, class Column>
void copy_out(const T (&from)[Newcomers::most], std::size_t count, Column& column, std::uint32_t first) {
    using Value = typename Column::value_type;
    for (std::size_t k = 0; k < count; ++k) column[first + k] = static_cast<Value>(from[k]);
}

/// Writes all columns but `generation`.
void move_in(const Newcomers& n, Households& h, std::uint32_t first, const Parameters& p) {
    const auto copy = [&](const auto& from, auto& column) { copy_out(from, n.count, column, first); };
    const auto set = [&](auto& column, auto value) {
        using Value = typename std::decay_t<decltype(column)>::value_type;
        if constexpr (std::is_same_v<Value, StoredShare>)
            std::fill_n(column.begin() + first, n.count, StoredShare(static_cast<float>(value)));
        else
            std::fill_n(column.begin() + first, n.count, static_cast<Value>(value));
    };
    copy(n.size, h.size), copy(n.children, h.children), copy(n.elders, h.elders);
    copy(n.disabled, h.disabled), copy(n.schooling, h.schooling), copy(n.traits, h.traits);
    copy(n.permanent, h.permanent_start), copy(n.permanent, h.permanent), copy(n.transitory, h.transitory);
    copy(n.resources, h.resource_mean), copy(n.resources, h.consumption);
    set(h.transfer, 0);
    copy(n.savings, h.savings);
    set(h.debt, 0);
    copy(n.score, h.score);
    set(h.crisis, Crisis::none), set(h.crisis_months, 0), set(h.support, 0);
    set(h.poor_history, remembered::nothing), set(h.graduated, graduation::none);
    set(h.eligible, 0), set(h.pending, 0), set(h.denied, 0), set(h.enrolled, 0), set(h.served, 0);
    set(h.service_months, 0), set(h.groups, 0);
    copy(n.known, h.known), copy(n.needs_known, h.needs_known);
    copy(n.capability, h.capability);
    set(h.morale, p.wellbeing.morale_base), set(h.stigma, p.wellbeing.stigma_base);
    copy(n.coping_efficiency, h.coping_efficiency);
    set(h.preparedness, p.tasks.preparedness_base), set(h.care_risk, p.care.risk_base);
    static_assert(static_cast<int>(Safety::safe) == 0 && static_cast<int>(Safety::harmed) == 1);
    copy(n.safety, h.safety);
    for (auto& deficit : h.deficit) set(deficit, 0.2);
}

/// The people of `count` households from `first` on, those of `generation`.
void begin_households(World& world, const Village& village, std::uint32_t first, std::size_t count,
                      std::int32_t generation, const Beginning& beginning) {
    Newcomers n;
    n.count = count;
    const std::uint32_t number = household_number(village, first);
    Newcomers::Integers(*const words[])[4] = {&n.standing_words, &n.member_words, &n.adult_words,
                                              &n.other_words, &n.programme_words};
    for (std::uint32_t block = 0; block < 5; ++block)
        draw(*words[block], count, world.draws, number, generation, Purpose::population, block);
    draw(n.safety_words, count, world.draws, number, generation, Purpose::safety_start, 0);
    stand(n, beginning);
    draw_members(n, beginning);
    describe(n, beginning);
    feel(n, beginning);
    move_in(n, world.households, first, beginning.parameters);
}

} // namespace

void populate_village(World& world, const Village& village, const PopulationModel& model,
                      const Parameters& p) {
    const Beginning beginning(world, village, model, p);
    for (auto first = village.begin; first < village.end; first += Newcomers::most) {
        const auto count = std::min<std::size_t>(Newcomers::most, village.end - first);
        std::fill_n(world.households.generation.begin() + first, count, std::uint8_t{0});
        begin_households(world, village, first, count, 0, beginning);
    }
}

void populate_household(World& world, const Village& village, std::uint32_t i, const PopulationModel& model,
                        const Parameters& p) {
    begin_households(world, village, i, 1, world.households.generation[i],
                     Beginning(world, village, model, p));
}

} // namespace tujuh
