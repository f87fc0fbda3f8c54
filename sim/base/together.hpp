// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/for_each.hpp"
#include "base/phase.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace tujuh {

/// What the parts of a nation tell one another, each of which holds neighbouring districts of it. All parts
/// come to every exchange, in the same order; none may be made from inside a loop.
struct Exchange {
    std::size_t part = 0, parts = 1;
    /// Gives what all parts have to say, in their order.
    std::function<std::vector<std::byte>(std::span<const std::byte> own)> gather;
    /// Makes of each number its sum over all parts.
    std::function<void(std::span<std::int64_t>)> add;
    /// As `gather`, for the first part: the others are given nothing.
    std::function<std::vector<std::byte>(std::span<const std::byte> own)> collect;
};

/// By whom a world is worked on: the loop within a part, and what it hears of the others. Like threads, the
/// core never names a network: it takes this as an argument, and results must not depend on it. So districts
/// are added as rows in their order, households within a district or as whole numbers.
class Together {
  public:
    /// `watch`, if there is one, must live as long.
    Together(ForEach for_each, Exchange exchange, const PhaseWatch* watch = nullptr)
        : for_each_(std::move(for_each)), exchange_(std::move(exchange)), watch_(watch) {}
    /// The whole nation in one part: whatever is a loop will do.
    template <std::convertible_to<ForEach> Loop> Together(const Loop& loop) : for_each_(loop) {}

    /// What other threads do of the loop belongs to the phase of the thread that asks for it.
    void operator()(std::size_t count, const std::function<void(std::size_t)>& body) const {
        const auto phase = watch_ == nullptr ? std::nullopt : watch_->current();
        if (!phase) return for_each_(count, body);
        for_each_(count, [&](std::size_t i) {
            const Working working(watch_, *phase);
            body(i);
        });
    }
    /// The loop as a function.
    ForEach for_each() const {
        return
            [this](std::size_t count, const std::function<void(std::size_t)>& body) { (*this)(count, body); };
    }
    const PhaseWatch* watch() const noexcept { return watch_; }
    std::size_t part() const noexcept { return exchange_.part; }
    std::size_t parts() const noexcept { return exchange_.parts; }
    bool alone() const noexcept { return exchange_.parts == 1; }

    /// Rows of this part's districts become those of all districts, in their order.
    template <class Row> std::vector<Row> gather(std::vector<Row> rows) const {
        static_assert(std::is_trivially_copyable_v<Row>);
        if (alone()) return rows;
        const Working working(watch_, Phase::exchange);
        const auto all = exchange_.gather(std::as_bytes(std::span<const Row>(rows)));
        rows.resize(all.size() / sizeof(Row));
        if (!all.empty()) std::memcpy(static_cast<void*>(rows.data()), all.data(), all.size());
        return rows;
    }
    /// What all parts have to say, in their order, for the first part; nothing for the others.
    std::vector<std::byte> collect(std::vector<std::byte> own) const {
        if (alone()) return own;
        const Working working(watch_, Phase::exchange);
        return exchange_.collect(own);
    }
    void add(std::span<std::int64_t> numbers) const {
        if (alone()) return;
        const Working working(watch_, Phase::exchange);
        exchange_.add(numbers);
    }

  private:
    ForEach for_each_;
    Exchange exchange_;
    const PhaseWatch* watch_ = nullptr;
};

/// Whether it is so in any part.
inline bool any_part(const Together& together, bool here) {
    std::int64_t parts = here ? 1 : 0;
    together.add({&parts, 1});
    return parts > 0;
}

} // namespace tujuh
