// SPDX-License-Identifier: Apache-2.0
// Who lives in a household. Standing (place + permanent + transitory, in standard-normal units weighted by
// persons) gives resources through the area's curve; size falls with permanent standing, so that poor
// households are larger and the published distribution, which counts persons, still holds exactly (ODD 7.1).
#include "world/population.hpp"

#include "base/half_life.hpp"
#include "base/math.hpp"

#include <algorithm>
#include <cmath>

namespace tujuh {

PopulationModel population_model(const PopulationParameters& p, double national_headcount) {
    PopulationModel model;
    model.place_variance = p.village_correlation;
    model.district_variance = p.village_correlation * p.district_share;
    model.permanent_variance = std::min(p.permanent_share, 1.0 - p.village_correlation);
    model.transitory_variance = 1.0 - model.place_variance - model.permanent_variance;
    model.sizes = size_gradient(p.mean_household_size, p.poor_household_size, national_headcount,
                                model.place_variance + model.permanent_variance);
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

struct People {
    std::uint8_t size = 1, children = 0, elders = 0, disabled = 0;
};

/// Members after the second are children or grown; the first two are adults, some of them elders.
People draw_people(std::uint8_t size, const Words& a, const Words& b, const PopulationParameters& p) {
    People people;
    people.size = size;
    for (unsigned member = 2; member < size && member < 10; ++member) {
        const std::uint32_t word = a.word[(member - 2) / 2];
        const float draw = member % 2 == 0 ? low_half(word) : high_half(word);
        if (draw < static_cast<float>(p.child_share)) ++people.children;
    }
    for (unsigned adult = 0; adult < std::min<unsigned>(size, 2); ++adult)
        if (uniform_from(b.word[adult]) < static_cast<float>(p.elder_share)) ++people.elders;
    const double nobody = exp(static_cast<double>(size) * log(1.0 - p.disability_share));
    if (uniform_from(b.word[2]) > static_cast<float>(nobody)) people.disabled = 1;
    return people;
}

std::uint8_t draw_traits(double standing, const Words& words, const Parameters& p) {
    std::uint8_t traits = 0;
    if (uniform_from(words.word[0]) < static_cast<float>(p.population.female_head_share))
        traits |= trait::female_head;
    const double papers =
        standing_logit(p.population.documents_poorest, p.population.documents_mean).chance(standing);
    if (uniform_from(words.word[1]) < static_cast<float>(papers)) traits |= trait::documents;
    const double listed =
        standing_logit(p.registry.coverage_poorest, p.registry.coverage_mean).chance(standing);
    if (uniform_from(words.word[2]) < static_cast<float>(listed)) traits |= trait::registered;
    return traits;
}

/// Programmes known from media and officials, and needs seen, in the balance of learning and forgetting, so
/// that households begin as people who have lived before.
void know_as_usual(Households& h, std::uint32_t i, const Words& of_programmes, std::uint32_t of_needs,
                   const Parameters& p) {
    const double forgets = 1.0 - monthly_retention(p.relaxation.knowledge);
    const auto known = static_cast<float>(p.application.media_rate / (p.application.media_rate + forgets));
    h.known[i] = 0;
    for (std::size_t programme = 0; programme < max_programmes; ++programme) {
        const std::uint32_t word = of_programmes.word[programme / 2];
        if ((programme % 2 == 0 ? low_half(word) : high_half(word)) < known) h.known[i] |= bit_of(programme);
    }
    // A need comes into sight as often as it is lost from it.
    h.needs_known[i] = static_cast<std::uint8_t>(of_needs >> (32u - need_count));
}

void clear_relations(Households& h, std::uint32_t i) {
    h.crisis[i] = Crisis::none;
    h.crisis_months[i] = 0;
    h.support[i] = 0;
    h.eligible[i] = h.pending[i] = h.denied[i] = h.enrolled[i] = h.served[i] = 0;
    h.service_months[i] = 0;
    h.groups[i] = 0;
    h.poor_history[i] = remembered::nothing;
    h.graduated[i] = graduation::none;
}

/// Share of households in which harm goes on where as many begin as end, at care risk `risk_base`,
/// unreported.
double usual_harm(const CareParameters& p) {
    const double odds = p.harm_rate * p.harm_months;
    return odds / (1.0 + odds);
}

} // namespace

void populate_household(World& world, const Village& village, std::uint32_t i, const PopulationModel& model,
                        const Parameters& p) {
    auto& h = world.households;
    const std::uint32_t number = household_number(village, i);
    const auto draw = [&](std::uint32_t block) {
        return world.draws.words(number, h.generation[i], Purpose::population, block);
    };
    const Words standing_words = draw(0);
    const double individual =
        model.sizes.mean_standing +
        std::sqrt(model.permanent_variance) * static_cast<double>(normal_from(standing_words.word[0]));
    const double permanent = static_cast<double>(village.place_effect) + individual;
    const double scaled = permanent / std::sqrt(model.place_variance + model.permanent_variance);
    const auto size = household_size(world.provinces[village.province].sizes, permanent,
                                     static_cast<double>(uniform_from(standing_words.word[2])));
    const Words adults = draw(2); // its last word is free
    const People people = draw_people(static_cast<std::uint8_t>(size), draw(1), adults, p.population);
    const Words other = draw(3);

    h.size[i] = people.size;
    h.children[i] = people.children;
    h.elders[i] = people.elders;
    h.disabled[i] = people.disabled;
    const double schooling = p.population.mean_schooling + p.population.schooling_gradient * scaled +
                             p.population.schooling_spread * static_cast<double>(normal_from(other.word[3]));
    h.schooling[i] = static_cast<std::uint8_t>(std::clamp(schooling + 0.5, 0.0, 16.0));
    h.traits[i] = draw_traits(scaled, other, p);
    h.permanent_start[i] = h.permanent[i] = static_cast<float>(permanent);
    h.transitory[i] =
        static_cast<float>(std::sqrt(model.transitory_variance)) * normal_from(standing_words.word[1]);

    const auto& curve = world.provinces[village.province].curve[static_cast<std::size_t>(village.area)];
    const auto resources = static_cast<float>(
        consumption_at(curve, static_cast<double>(h.permanent[i]) + static_cast<double>(h.transitory[i])));
    h.resource_mean[i] = h.consumption[i] = resources;
    h.transfer[i] = 0;
    h.savings[i] = resources * static_cast<float>(people.size) * uniform_from(standing_words.word[3]);
    h.debt[i] = 0;
    h.score[i] = log(resources);
    clear_relations(h, i);
    know_as_usual(h, i, draw(4), adults.word[3], p);

    const auto& wellbeing = p.wellbeing;
    h.capability[i] = static_cast<float>(wellbeing.capability_base +
                                         wellbeing.capability_schooling * h.schooling[i] / 16.0);
    h.morale[i] = static_cast<float>(wellbeing.morale_base);
    h.stigma[i] = static_cast<float>(wellbeing.stigma_base);
    h.coping_efficiency[i] = static_cast<float>(p.coping.efficiency_base) +
                             static_cast<float>(p.coping.efficiency_capability) * h.capability[i];
    h.preparedness[i] = static_cast<float>(p.tasks.preparedness_base);
    h.care_risk[i] = static_cast<float>(p.care.risk_base);
    const bool harmed =
        world.draws.happens(usual_harm(p.care), number, h.generation[i], Purpose::safety_start);
    h.safety[i] = harmed ? Safety::harmed : Safety::safe;
    for (auto& deficit : h.deficit) deficit[i] = 0.2f;
}

} // namespace tujuh
