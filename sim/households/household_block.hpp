// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/random.hpp"
#include "world/world.hpp"

#include <cstddef>
#include <cstdint>

namespace tujuh {

/// For what a household calls on agencies and workers.
namespace call {
inline constexpr std::uint32_t distressed = 1, outside = 2, doubtful = 4, due = 8;
}

/// Up to 64 neighbouring households of a village, side by side (base/side_by_side.hpp). Columns are copied in
/// and out. Lanes from `count` to `lanes` repeat the last household and are never copied out.
struct HouseholdBlock {
    static constexpr std::size_t most = 64;
    static constexpr std::size_t lanes_a_vector = 16; ///< of the widest machine
    static constexpr std::uint32_t own_month = 1u << max_programmes;

    std::uint32_t first = 0, count = 0; ///< households of the world
    /// `count` rounded up to whole vectors.
    std::size_t lanes() const noexcept {
        return (count + lanes_a_vector - 1) / lanes_a_vector * lanes_a_vector;
    }

    // Random words of the month
    alignas(64) std::uint32_t month_words[4][most];
    std::uint32_t change_words[4][most], fault_words[4][most], knowledge_words[4][most],
        application_words[4][most];

    // Columns of `Households`
    float permanent_start[most], permanent[most], transitory[most], resource_mean[most], consumption[most],
        transfer[most], savings[most], debt[most], support[most], deficit[need_count][most], morale[most],
        stigma[most], capability[most], coping_efficiency[most], preparedness[most], care_risk[most];
    std::uint32_t known[most], eligible[most], pending[most], denied[most], enrolled[most], served[most],
        groups[most], needs_known[most], traits[most];

    // Who lives there, as the sub-models read it: persons, shares of 1, and 0 or 1
    float size[most], schooling[most], dependants[most], has_children[most], needs_care[most];
    std::uint32_t has_required[4][most]; ///< [RequiredMembers] 0 or 1
    std::uint32_t units[4][most];        ///< [BenefitUnit]

    // The month as it goes on
    float usual_papers[most],
        usual_listing[most]; ///< chance of holding all papers, of standing in the registry
    float begins[most], in_crisis[most], is_ill[most], harmed[most]; ///< 0 or 1
    float crisis_months[most];
    float loss[most];                                     ///< share of resources, 0 without crisis
    float cash[most];                                     ///< received, rupiah a household
    float premium[most], relief[need_count][most];        ///< received, 0-1
    float resources[most];                                ///< rupiah a person
    float aid[most];                                      ///< mutual aid, rupiah a household
    float accustomed[most], gap[most], sale_chance[most]; ///< coping
    float target[need_count][most];                       ///< deficits before any service
    float bridged[most];                                  ///< 0-1, way into services of its groups and kin
    float lines[most];                                    ///< consumption in poverty lines
    float functioning[most];
    Rupiah relief_cost[most];       ///< of services and assets received
    std::uint32_t turns[most];      ///< bit a programme: its check falls in this month; and `own_month`
    std::uint32_t vulnerable[most]; ///< bit a vulnerable group, as members and head say
    std::uint32_t calls[most];      ///< bits of `call`
    std::uint32_t files[most];      ///< bit a programme: asks for it this month
};

/// Draws the words of the month for the households `first_number`, `first_number` + 1, ..., copies permanent
/// standing in, and clears what events will write.
void begin_month(HouseholdBlock& block, const World& world, std::uint32_t first_number);

/// Copies the columns in, as events have left them, and describes the members.
void load(HouseholdBlock& block, const Households& h);

/// Copies back what the steps side by side have written.
void store(const HouseholdBlock& block, Households& h);

/// Adds the month to what is remembered of who was poor.
void remember(const HouseholdBlock& block, Households& h);

} // namespace tujuh
