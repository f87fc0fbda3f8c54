// SPDX-License-Identifier: Apache-2.0
#include "workers/queue.hpp"

#include "base/random.hpp"
#include "catch.hpp"

#include <vector>

namespace tujuh {

namespace {

/// Many candidates, several of whom have the same need.
std::vector<Candidate> candidates(std::uint32_t count) {
    const Draws draws{1, 0};
    std::vector<Candidate> all;
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto word = draws.words(i, 0, Purpose::act).word[0];
        all.push_back({i, static_cast<float>(integer_below(word, count / 4 + 1)) / 8.0f});
    }
    return all;
}

template <class AnyQueue> void check_order(std::uint32_t count) {
    auto list = candidates(count);
    AnyQueue queue{std::span<Candidate>(list)};
    std::uint32_t taken = 0;
    Candidate before;
    for (; !queue.empty(); ++taken) {
        const Candidate next = queue.take();
        const bool in_order =
            before.need > next.need || (before.need == next.need && before.target < next.target);
        if (taken > 0) CHECK(in_order);
        before = next;
    }
    CHECK(taken == count);
}

} // namespace

TEST_CASE("the most needed come first, equal needs in the order of targets") {
    for (const std::uint32_t count : {0u, 1u, 2u, 5u, 6u, 37u, 400u}) {
        check_order<Queue>(count);
        check_order<ShortQueue>(count);
    }
}

} // namespace tujuh
