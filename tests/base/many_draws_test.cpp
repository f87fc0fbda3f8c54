// SPDX-License-Identifier: Apache-2.0
#include "base/many_draws.hpp"

#include <cstddef>
#include <cstdint>

#include "catch.hpp"

namespace {

using namespace tujuh;

constexpr Draws draws{2024, 3};
constexpr std::int32_t tick = 7;

ManyDraws asked_by(std::size_t count) {
    ManyDraws many;
    for (std::uint32_t k = 0; k < count; ++k) {
        many.entity[k] = 1000 + 12 * k;
        many.sub_index[k] = k % 5;
    }
    return many;
}

} // namespace

TEST_CASE("A household's luck is the same whether it is drawn alone or beside others") {
    for (const std::size_t count : {1u, 15u, 16u, 17u, 64u}) {
        auto many = asked_by(count);
        draw_normals(many, count, draws, tick, Purpose::registry_error);
        for (std::size_t k = 0; k < count; ++k) {
            const auto entity = many.entity[k], sub = many.sub_index[k];
            REQUIRE(many.normal[k] == draws.normal(entity, tick, Purpose::registry_error, sub));
            for (const double chance : {0.0, 0.2, 0.7, 1.0})
                REQUIRE(many.happens(chance, k) ==
                        draws.happens(chance, entity, tick, Purpose::registry_error, sub));
        }
    }
}
