// SPDX-License-Identifier: Apache-2.0
// Yearly change of members. Ages are not counted one by one: each child grows up and each elder dies with a
// chance of one over the years that the stage lasts; adults age at the rate that keeps the share of elders.
#include "households/demography.hpp"

#include "base/many_draws.hpp"
#include "base/math.hpp"
#include "base/month.hpp"

namespace tujuh {

namespace {

void renew(World& world, const Village& village, std::uint32_t i, const PopulationModel& model,
           const Parameters& p) {
    ++world.households.generation[i];
    populate_household(world, village, i, model, p);
}

unsigned adults_of(const Households& h, std::uint32_t i) {
    const unsigned not_children = h.size[i] - h.children[i];
    return not_children - std::min<unsigned>(h.elders[i], not_children);
}

/// The year of a household that is not renewed.
void change_members(Households& h, std::uint32_t i, const AgeingChances& chances, const float (&draw)[8]) {
    const unsigned adults = adults_of(h, i);
    if (draw[1] < chances.child_grows_up[h.children[i]]) --h.children[i];
    if (h.elders[i] < 3 && draw[2] < chances.adult_grows_old[adults]) ++h.elders[i];
    if (h.size[i] > 1 && draw[3] < chances.elder_dies[h.elders[i]]) --h.elders[i], --h.size[i];
    const unsigned grown = adults_of(h, i);
    if (grown > 2 && draw[4] < chances.grown_leaves[grown - 2]) --h.size[i];
    if (h.size[i] < largest_household && draw[5] < chances.birth[h.size[i]]) ++h.size[i], ++h.children[i];
    const bool disabled = h.disabled[i] > 0;
    if (draw[6] < (disabled ? chances.disability_ends : chances.disability_begins[h.size[i]]))
        h.disabled[i] = disabled ? 0 : 1;
}

} // namespace

AgeingChances ageing_chances(const PopulationParameters& p) {
    AgeingChances chances;
    chances.renewal = static_cast<float>(p.renewal_rate);
    chances.disability_ends = static_cast<float>(1.0 / p.disability_years);
    for (unsigned persons = 0; persons <= largest_household; ++persons) {
        chances.child_grows_up[persons] = static_cast<float>(persons / p.childhood_years);
        chances.adult_grows_old[persons] = static_cast<float>(persons * p.ageing_rate);
        chances.elder_dies[persons] = static_cast<float>(persons / p.elder_years);
        chances.grown_leaves[persons] = static_cast<float>(persons / (1.0 / p.leaving_rate));
        // Larger households have more births, as they have more parents; the mean of both follows the
        // household's size.
        chances.birth[persons] = static_cast<float>(p.birth_rate * persons / p.mean_household_size);
        // Disabilities begin as often as they end, at the declared share of persons.
        chances.disability_begins[persons] =
            static_cast<float>(p.disability_share * persons / p.disability_years);
    }
    return chances;
}

void age(World& world, const Village& village, std::uint32_t begin, std::uint32_t end,
         const AgeingChances& chances, const PopulationModel& model, const Parameters& p) {
    constexpr std::uint32_t most = ManyDraws::most / 2; // as each draws twice
    ManyDraws luck;
    std::uint32_t lane = 0;
    auto i =
        begin + numbers_to_turn(household_number(village, begin), world.tick, months_a_year, ageing_offset);
    while (i < end) {
        const auto first = i;
        for (lane = 0; lane < most && i < end; ++lane, i += months_a_year) {
            luck.entity[2 * lane] = luck.entity[2 * lane + 1] = household_number(village, i);
            luck.sub_index[2 * lane] = 0, luck.sub_index[2 * lane + 1] = 1;
        }
        draw_words(luck, 2 * lane, world.draws, world.tick, Purpose::household_year);
        for (std::uint32_t k = 0, of_turn = first; k < lane; ++k, of_turn += months_a_year) {
            float draw[8];
            for (std::size_t w = 0; w < 8; ++w) draw[w] = uniform_from(luck.words[w % 4][2 * k + w / 4]);
            if (draw[0] < chances.renewal)
                renew(world, village, of_turn, model, p);
            else
                change_members(world.households, of_turn, chances, draw);
        }
    }
}

} // namespace tujuh
