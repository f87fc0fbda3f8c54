// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/together.hpp"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <span>
#include <vector>

namespace tujuh {

/// Parts of a nation on threads of one process: what each says is laid on a table until all have.
class PartsAtATable {
  public:
    explicit PartsAtATable(std::size_t parts) : said_(parts) {}

    Exchange exchange(std::size_t part) {
        return {part, said_.size(), [this, part](std::span<const std::byte> own) { return hear(part, own); },
                [this, part](std::span<std::int64_t> numbers) {
                    const auto all = hear(part, std::as_bytes(numbers));
                    std::vector<std::int64_t> sums(numbers.size()), next(numbers.size());
                    for (std::size_t p = 0; p < said_.size(); ++p) {
                        std::memcpy(next.data(), all.data() + p * numbers.size_bytes(), numbers.size_bytes());
                        for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += next[k];
                    }
                    std::copy(sums.begin(), sums.end(), numbers.begin());
                },
                [this, part](std::span<const std::byte> own) {
                    auto all = hear(part, own);
                    return part == 0 ? all : std::vector<std::byte>();
                }};
    }

  private:
    std::vector<std::byte> hear(std::size_t part, std::span<const std::byte> own) {
        wait_for_all([&] { said_[part].assign(own.begin(), own.end()); });
        std::vector<std::byte> all;
        for (const auto& one : said_) all.insert(all.end(), one.begin(), one.end());
        wait_for_all([] {}); // nobody speaks again before all have heard
        return all;
    }

    template <class Act> void wait_for_all(Act act) {
        std::unique_lock lock(mutex_);
        act();
        const auto round = round_;
        if (++arrived_ == said_.size()) {
            arrived_ = 0;
            ++round_;
            changed_.notify_all();
        }
        changed_.wait(lock, [&] { return round_ != round; });
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t arrived_ = 0, round_ = 0;
    std::vector<std::vector<std::byte>> said_;
};

} // namespace tujuh
