// SPDX-License-Identifier: Apache-2.0
#include "files/sweep_parts.hpp"

#include "base/bytes.hpp"

#include <tuple>

namespace tujuh {

template <Is<PointResult> Struct> auto parts(Struct& point) {
    auto& [reason, values] = point;
    return std::tie(reason, values);
}

PartsFolder sweep_parts(const std::string& output, const SweepIdentity& identity) {
    return {output, identity.program, {{"scenario or seed", identity.scenario}, {"design", identity.design}}};
}

std::vector<std::byte> bytes_of_batch(const std::vector<PointResult>& points) {
    return to_bytes(points);
}

std::optional<std::vector<PointResult>> batch_of_bytes(std::span<const std::byte> bytes) {
    return from_bytes<std::vector<PointResult>>(bytes);
}

} // namespace tujuh
