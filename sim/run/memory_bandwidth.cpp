// SPDX-License-Identifier: Apache-2.0
#include "run/memory_bandwidth.hpp"

#include "base/instruction_sets.hpp"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

namespace tujuh {

namespace {

constexpr std::size_t column_bytes = 512u << 20; // many times what caches hold
constexpr int passes = 5;

TUJUH_SIDE_BY_SIDE void add_one(std::uint64_t* begin, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) begin[i] += 1;
}

} // namespace

double measure_memory_bandwidth(const ForEach& for_each, std::size_t threads) {
    std::vector<std::uint64_t> column(column_bytes / sizeof(std::uint64_t));
    // Parts that are few enough to be long and many enough to be shared evenly.
    const std::size_t parts = threads * 16, a_part = column.size() / parts;
    double best = 0;
    for (int pass = 0; pass < passes; ++pass) {
        const auto start = std::chrono::steady_clock::now();
        for_each(parts, [&](std::size_t part) { add_one(column.data() + part * a_part, a_part); });
        const double seconds =
            std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        best = std::max(best, 2.0 * static_cast<double>(parts * a_part * sizeof(std::uint64_t)) / seconds);
    }
    return best;
}

} // namespace tujuh
