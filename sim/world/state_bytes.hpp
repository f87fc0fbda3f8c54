// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/bytes.hpp"
#include "world/world.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

/// The whole state of a world as bytes, piece by piece: what holds for the nation, then district by district,
/// as a nation may be too large to be held twice, and each part of one holds other districts. The bytes of a
/// district do not depend on what else the world holds. Left out is what a month makes anew before it is
/// used: the workspace of a district, and its index of reports.
namespace tujuh {

/// How much of a world's tables a district takes.
struct DistrictSize {
    std::uint32_t villages = 0, households = 0;
};
DistrictSize size_of(const World& world, const District& district) noexcept;

/// All but households, villages and districts.
void carry_nation(ByteWriter& bytes, const World& world);
void carry_nation(ByteReader& bytes, World& world);

/// A district with its villages and households.
void carry_district(ByteWriter& bytes, const World& world, std::size_t district);
/// Into a place of the world's tables that `make_room` has made. Fails where the size is not the place's.
void carry_district(ByteReader& bytes, World& world, std::size_t district);

/// Makes the tables as long as these districts need, and tells each its place in them.
void make_room(World& world, const std::vector<DistrictSize>& sizes);

} // namespace tujuh
