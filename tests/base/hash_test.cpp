// SPDX-License-Identifier: Apache-2.0
#include "base/hash.hpp"

#include <cstdint>
#include <limits>
#include <string>

#include "base/math.hpp"
#include "catch.hpp"

using tujuh::Sha256;

namespace {

std::string hash_of_text(const std::string& text) {
    Sha256 hash;
    hash.update_text(text);
    return hash.hex();
}

std::string hash_of_real(double value) {
    Sha256 hash;
    hash.update_real(value);
    return hash.hex();
}

} // namespace

TEST_CASE("the hash gives the published answers of SHA-256") {
    // FIPS 180-4 and the examples of its authors.
    CHECK(hash_of_text("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hash_of_text("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hash_of_text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hash_of_text(std::string(1000000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the hash does not depend on how its input is cut into pieces") {
    const std::string text(300, 'x');
    const std::string whole = hash_of_text(text);
    for (std::size_t cut = 0; cut <= text.size(); cut += 13) {
        Sha256 hash;
        hash.update_text(std::string_view(text).substr(0, cut));
        CHECK(hash.hex() == hash_of_text(text.substr(0, cut))); // asking changes nothing
        hash.update_text(std::string_view(text).substr(cut));
        CHECK(hash.hex() == whole);
    }
}

TEST_CASE("lengths around the end of a block give different hashes") {
    for (std::size_t length = 50; length < 70; ++length) {
        CHECK(hash_of_text(std::string(length, 'y')) != hash_of_text(std::string(length + 1, 'y')));
    }
}

TEST_CASE("numbers are hashed as little-endian bit patterns of eight bytes") {
    Sha256 numbers;
    numbers.update_integer(0x0102030405060708);
    numbers.update_integer(-2);
    numbers.update_real(1.0);
    const unsigned char bytes[] = {8,    7,    6,    5,    4, 3, 2, 1, 0xFE, 0xFF, 0xFF, 0xFF,
                                   0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0,    0,    0xF0, 0x3F};
    Sha256 by_hand;
    by_hand.update(std::as_bytes(std::span(bytes)));
    CHECK(numbers.hex() == by_hand.hex());
}

TEST_CASE("many numbers are hashed as one after the other") {
    const double reals[] = {0.5, -3.25, 1e300};
    const std::int64_t integers[] = {7, -7};
    Sha256 together, single;
    together.update_reals(reals);
    together.update_integers(integers);
    for (const double value : reals) single.update_real(value);
    for (const std::int64_t value : integers) single.update_integer(value);
    CHECK(together.hex() == single.hex());
}

TEST_CASE("every not-a-number has the same hash, and no number has it") {
    const std::string hash = hash_of_real(std::numeric_limits<double>::quiet_NaN());
    for (const std::uint64_t pattern : {0xFFF8000000000000u, 0x7FF0000000000001u, 0xFFFFFFFFFFFFFFFFu}) {
        CHECK(hash_of_real(tujuh::real_of_bits(std::uint64_t{pattern})) == hash);
    }
    CHECK(hash_of_real(std::numeric_limits<double>::infinity()) != hash);
    CHECK(hash_of_real(0.0) != hash_of_real(-0.0)); // bit patterns, not values
}
