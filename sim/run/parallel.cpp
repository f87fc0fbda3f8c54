// SPDX-License-Identifier: Apache-2.0
#include "run/parallel.hpp"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/partitioner.h>
#include <tbb/task_arena.h>

#include <algorithm>

namespace tujuh {

struct Threads::Limit {
    explicit Limit(std::size_t count) : control(tbb::global_control::max_allowed_parallelism, count) {}
    tbb::global_control control;
};

Threads::Threads(std::size_t count)
    : count_(count > 0 ? count : static_cast<std::size_t>(tbb::info::default_concurrency())),
      limit_(std::make_unique<Limit>(count_)) {}

Threads::~Threads() = default;

std::size_t grain_for(std::size_t count, std::size_t threads) noexcept {
    return std::clamp<std::size_t>(count / (threads * 8), 1, 16);
}

ForEach Threads::for_each() const {
    if (count_ == 1) return in_order;
    return [threads = count_](std::size_t count, const std::function<void(std::size_t)>& body) {
        if (count < 2) return in_order(count, body);
        const tbb::blocked_range<std::size_t> all(0, count, grain_for(count, threads));
        const auto some = [&body](const tbb::blocked_range<std::size_t>& range) {
            for (std::size_t i = range.begin(); i != range.end(); ++i) body(i);
        };
        tbb::this_task_arena::isolate([&] { tbb::parallel_for(all, some, tbb::simple_partitioner()); });
    };
}

} // namespace tujuh
