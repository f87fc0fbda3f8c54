// SPDX-License-Identifier: Apache-2.0
// Nothing is lost or made over three years, with policies that change money, rules and staff on the way.
#include "catch.hpp"
#include "world/conservation.hpp"
#include "world/small_country.hpp"

#include <vector>

using namespace tujuh;

namespace {

/// Settings of month `tick`: benefits are cut, quotas moved and workers sent away half way.
Settings settings_of(std::int32_t tick) {
    auto settings = small_country::settings();
    if (tick >= 7) settings.programmes[small_country::cash].benefit = 250000;
    if (tick >= 13) settings.programmes[small_country::food].quota = 20000;
    if (tick >= 20) settings.workforce = {300, 300, 200};
    if (tick >= 26) settings.programmes[small_country::premium].administration = 0.3;
    return settings;
}

/// Lives through three years and calls `look(world, settings)` at the end of each month.
template <class Look> void live(std::uint32_t replicate, Look&& look) {
    World world = build_world(small_country::scenario(), replicate, in_order);
    for (std::int32_t month = 0; month < 36; ++month) {
        const auto settings = settings_of(month);
        const auto violation = tick(world, settings, in_order);
        INFO("month " << month);
        if (violation) FAIL(violation->where << ": " << violation->what);
        look(world, settings);
    }
}

} // namespace

TEST_CASE("no month of three years has a violation") {
    for (const std::uint32_t replicate : {0u, 1u, 2u, 3u})
        live(replicate, [](const World&, const Settings&) {});
}

TEST_CASE("what districts delivered and leaked in a year is what villages were paid in its months") {
    std::vector<std::vector<Rupiah>> paid; // [district][programme], this year
    live(0, [&](const World& world, const Settings&) {
        if ((world.tick - 1) % 12 == 0) paid.assign(world.districts.size(), std::vector<Rupiah>(5, 0));
        for (std::size_t d = 0; d < world.districts.size(); ++d) {
            const auto& district = world.districts[d];
            for (std::size_t p = 0; p < 5; ++p) {
                for (auto v = district.village_begin; v < district.village_end; ++v)
                    paid[d][p] += world.villages[v].tally.gross[p];
                const auto& account = district.accounts[p];
                REQUIRE(account.delivered + account.leaked == paid[d][p]);
                REQUIRE(account.budget ==
                        account.delivered + account.leaked + account.administered + account.unspent());
                REQUIRE(account.unspent() >= 0);
            }
        }
    });
}

TEST_CASE("every pending household has one request under way, and every request one household") {
    live(1, [](const World& world, const Settings&) {
        std::size_t requests = 0, pending = 0;
        for (const auto& district : world.districts) {
            requests += district.requests.size();
            for (const auto& request : district.requests)
                REQUIRE(has_bit(world.households.pending[request.household], request.programme));
        }
        for (const unsigned mask : world.households.pending)
            pending += static_cast<std::size_t>(__builtin_popcount(mask));
        REQUIRE(requests == pending);
    });
}

TEST_CASE("only the enrolled are served, and districts count their enrolled and their cases rightly") {
    live(2, [](const World& world, const Settings&) {
        const auto& h = world.households;
        for (const auto& district : world.districts) {
            std::size_t clients = 0;
            std::array<std::int64_t, max_programmes> enrolled{};
            for (auto i = first_household(world, district); i < end_household(world, district); ++i) {
                REQUIRE((h.served[i] & ~h.enrolled[i]) == 0);
                clients += (h.traits[i] & trait::has_case) != 0 ? 1u : 0u;
                for (std::size_t p = 0; p < 5; ++p) enrolled[p] += has_bit(h.enrolled[i], p) ? 1 : 0;
            }
            REQUIRE(enrolled == district.enrolled);
            REQUIRE(clients == district.cases.size());
        }
    });
}

TEST_CASE("shares, stocks and members of households keep within their bounds") {
    live(3, [](const World& world, const Settings&) {
        const auto& h = world.households;
        const auto share = [](float x) { return x >= 0 && x <= 1; };
        for (std::uint32_t i = 0; i < h.count(); ++i) {
            for (const auto& deficit : h.deficit) REQUIRE(share(deficit[i]));
            REQUIRE((share(h.morale[i]) && share(h.stigma[i]) && share(h.capability[i])));
            REQUIRE((share(h.support[i]) && share(h.coping_efficiency[i]) && share(h.preparedness[i])));
            REQUIRE(share(h.care_risk[i]));
            REQUIRE((h.savings[i] >= 0 && h.debt[i] >= 0 && h.consumption[i] >= 0));
            REQUIRE((h.resource_mean[i] > 0 && h.resource_mean[i] < 1e9f));
            REQUIRE(h.children[i] + h.elders[i] <= h.size[i]);
            REQUIRE((h.size[i] >= 1 && h.disabled[i] <= h.size[i]));
            REQUIRE((h.crisis[i] != Crisis::none || h.crisis_months[i] == 0));
        }
    });
}
