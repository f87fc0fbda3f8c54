// SPDX-License-Identifier: Apache-2.0
// Yearly change of members. Ages are not counted one by one: each child grows up and each elder dies with a
// chance of one over the years that the stage lasts; adults age at the rate that keeps the share of elders.
#include "households/demography.hpp"

#include "base/math.hpp"
#include "base/month.hpp"

namespace tujuh {

namespace {

void renew(World& world, const Village& village, std::uint32_t i, const PopulationModel& model,
           const Parameters& p) {
    ++world.households.generation[i];
    populate_household(world, village, i, model, p);
}

} // namespace

void age(World& world, const Village& village, std::uint32_t i, const PopulationModel& model,
         const Parameters& p) {
    const std::uint32_t number = household_number(village, i);
    if (!in_turn(number, world.tick, 12, ageing_offset)) return;
    auto& h = world.households;
    const Words a = world.draws.words(number, world.tick, Purpose::household_year, 0);
    const Words b = world.draws.words(number, world.tick, Purpose::household_year, 1);
    if (uniform_from(a.word[0]) < static_cast<float>(p.population.renewal_rate))
        return renew(world, village, i, model, p);

    const auto& q = p.population;
    const auto chance = [](unsigned persons, double years) { return static_cast<float>(persons / years); };
    const unsigned adults =
        h.size[i] - h.children[i] - std::min<unsigned>(h.elders[i], h.size[i] - h.children[i]);
    if (h.children[i] > 0 && uniform_from(a.word[1]) < chance(h.children[i], q.childhood_years))
        --h.children[i];
    if (adults > 0 && h.elders[i] < 3 && uniform_from(a.word[2]) < static_cast<float>(adults * q.ageing_rate))
        ++h.elders[i];
    if (h.elders[i] > 0 && h.size[i] > 1 && uniform_from(a.word[3]) < chance(h.elders[i], q.elder_years))
        --h.elders[i], --h.size[i];
    const unsigned grown =
        h.size[i] - h.children[i] - std::min<unsigned>(h.elders[i], h.size[i] - h.children[i]);
    if (grown > 2 && uniform_from(b.word[0]) < chance(grown - 2, 1.0 / q.leaving_rate)) --h.size[i];
    // Larger households have more births, as they have more parents; the mean of both follows the household's
    // size.
    const float births = static_cast<float>(q.birth_rate * h.size[i] / q.mean_household_size);
    if (h.size[i] < largest_household && uniform_from(b.word[1]) < births) ++h.size[i], ++h.children[i];
    // Disabilities begin as often as they end, at the declared share of persons.
    const auto begins = static_cast<float>(q.disability_share * h.size[i] / q.disability_years);
    const auto ends = static_cast<float>(1.0 / q.disability_years);
    if (uniform_from(b.word[2]) < (h.disabled[i] > 0 ? ends : begins))
        h.disabled[i] = h.disabled[i] > 0 ? 0 : 1;
}

} // namespace tujuh
