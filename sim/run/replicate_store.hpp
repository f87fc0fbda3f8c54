// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tujuh {

/// Where the finished replicates of a command are kept, so that an interruption loses only those under way.
struct ReplicateStore {
    /// What was kept of a replicate; nothing where it is to be run. Of a nation in parts, all parts ask at
    /// the same time and get the same answer.
    std::function<std::optional<std::vector<std::byte>>(std::uint32_t replicate)> find;
    /// Takes what a replicate left, as soon as it is whole; called from any thread.
    std::function<void(std::uint32_t replicate, std::span<const std::byte> bytes)> keep;
};

/// What a replicate leaves: as it was kept, or else as `run()` gives it, which is then kept. Nothing where
/// `run` was halted. `store` may be null.
template <class Value, class Run>
std::optional<Value> kept_or_run(const ReplicateStore* store, std::uint32_t replicate, Run&& run) {
    if (store != nullptr)
        if (const auto bytes = store->find(replicate))
            if (auto value = from_bytes<Value>(*bytes)) return value;
    std::optional<Value> value = run();
    if (value && store != nullptr) store->keep(replicate, to_bytes(*value));
    return value;
}

} // namespace tujuh
