// SPDX-License-Identifier: Apache-2.0
#include "base/bytes.hpp"

#include "catch.hpp"

#include <limits>

using namespace tujuh;

/// Not in a namespace without a name: there `carry` would not find `parts`.
namespace of_bytes_test {

enum class Colour : std::uint8_t { red, green };
struct Thing {
    Colour colour{};
    std::int32_t weight = 0;
    std::vector<std::string> names;
    std::array<double, 2> places{};
};

template <Is<Thing> Struct> auto parts(Struct& thing) {
    auto& [colour, weight, names, places] = thing;
    return std::tie(colour, weight, names, places);
}

} // namespace of_bytes_test

namespace {

using of_bytes_test::Colour;
using of_bytes_test::Thing;

std::vector<std::byte> bytes_of(const Thing& thing) {
    std::vector<std::byte> bytes;
    ByteWriter writer(bytes);
    carry(writer, thing);
    return bytes;
}

const Thing example{Colour::green, -2, {"a", "", "long enough to be elsewhere"}, {0.1, -0.0}};

} // namespace

TEST_CASE("numbers are written little-endian in the width of their type, lists with their length first") {
    std::vector<std::byte> bytes;
    ByteWriter writer(bytes);
    carry(writer, std::int32_t{-2});
    carry(writer, std::vector<std::uint16_t>{0x0102});
    const std::vector<int> expected = {0xFE, 0xFF, 0xFF, 0xFF, 1, 0, 0, 0, 0, 0, 0, 0, 2, 1};
    REQUIRE(bytes.size() == expected.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) CHECK(std::to_integer<int>(bytes[i]) == expected[i]);
}

TEST_CASE("what is read is what was written, to the bit") {
    const auto bytes = bytes_of(example);
    Thing read;
    ByteReader reader(bytes);
    carry(reader, read);
    CHECK(reader.at_end());
    CHECK(read.colour == Colour::green);
    CHECK(read.weight == -2);
    CHECK(read.names == example.names);
    CHECK(bytes_of(read) == bytes);
}

TEST_CASE("bytes that end too early, or a length beyond them, are told and read nothing outside") {
    const auto bytes = bytes_of(example);
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        Thing read;
        const std::span<const std::byte> all(bytes);
        ByteReader reader(all.first(length));
        carry(reader, read);
        CHECK(reader.failed());
        CHECK_FALSE(reader.at_end());
    }
    std::vector<std::byte> long_list;
    ByteWriter writer(long_list);
    carry(writer, std::numeric_limits<std::uint64_t>::max());
    std::vector<std::string> read;
    ByteReader reader(long_list);
    carry(reader, read);
    CHECK(reader.failed());
    CHECK(read.empty());
}

TEST_CASE("bytes that are left over are told") {
    auto bytes = bytes_of(example);
    bytes.push_back(std::byte{0});
    Thing read;
    ByteReader reader(bytes);
    carry(reader, read);
    CHECK_FALSE(reader.failed());
    CHECK_FALSE(reader.at_end());
}
