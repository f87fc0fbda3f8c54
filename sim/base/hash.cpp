// SPDX-License-Identifier: Apache-2.0
// SHA-256 in the letters of FIPS 180-4 (2015), sections 4.1.2, 4.2.2, 5.1.1 and 6.2.
#include "base/hash.hpp"

#include "base/math.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace tujuh {

namespace {

/// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::uint32_t K[64] = {
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
    0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
    0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
    0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
    0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
    0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
    0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
    0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
};

constexpr std::uint32_t choose(std::uint32_t x, std::uint32_t y, std::uint32_t z) {
    return (x & y) ^ (~x & z);
}
constexpr std::uint32_t majority(std::uint32_t x, std::uint32_t y, std::uint32_t z) {
    return (x & y) ^ (x & z) ^ (y & z);
}
constexpr std::uint32_t big_sigma0(std::uint32_t x) {
    return std::rotr(x, 2) ^ std::rotr(x, 13) ^ std::rotr(x, 22);
}
constexpr std::uint32_t big_sigma1(std::uint32_t x) {
    return std::rotr(x, 6) ^ std::rotr(x, 11) ^ std::rotr(x, 25);
}
constexpr std::uint32_t small_sigma0(std::uint32_t x) {
    return std::rotr(x, 7) ^ std::rotr(x, 18) ^ (x >> 3);
}
constexpr std::uint32_t small_sigma1(std::uint32_t x) {
    return std::rotr(x, 17) ^ std::rotr(x, 19) ^ (x >> 10);
}

} // namespace

void Sha256::mix_block() noexcept {
    std::uint32_t W[64];
    for (std::size_t t = 0; t < 16; ++t) {
        const std::uint8_t* four = block_ + 4 * t;
        W[t] = std::uint32_t{four[0]} << 24 | std::uint32_t{four[1]} << 16 | std::uint32_t{four[2]} << 8 |
               four[3];
    }
    for (std::size_t t = 16; t < 64; ++t) {
        W[t] = small_sigma1(W[t - 2]) + W[t - 7] + small_sigma0(W[t - 15]) + W[t - 16];
    }
    std::uint32_t a = state_[0], b = state_[1], c = state_[2], d = state_[3];
    std::uint32_t e = state_[4], f = state_[5], g = state_[6], h = state_[7];
    for (std::size_t t = 0; t < 64; ++t) {
        const std::uint32_t T1 = h + big_sigma1(e) + choose(e, f, g) + K[t] + W[t];
        const std::uint32_t T2 = big_sigma0(a) + majority(a, b, c);
        h = g;
        g = f;
        f = e;
        e = d + T1;
        d = c;
        c = b;
        b = a;
        a = T1 + T2;
    }
    const std::uint32_t mixed[8] = {a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < 8; ++i) state_[i] += mixed[i];
}

void Sha256::update(std::span<const std::byte> bytes) noexcept {
    while (!bytes.empty()) {
        const std::size_t filled = length_bytes_ % block_bytes;
        const std::size_t count = std::min(block_bytes - filled, bytes.size());
        std::memcpy(block_ + filled, bytes.data(), count);
        bytes = bytes.subspan(count);
        length_bytes_ += count;
        if (filled + count == block_bytes) mix_block();
    }
}

void Sha256::update_text(std::string_view text) noexcept {
    update(std::as_bytes(std::span(text.data(), text.size())));
}

void Sha256::update_bits(std::uint64_t bits) noexcept {
    std::byte little_endian[8];
    for (std::byte& byte : little_endian) {
        byte = static_cast<std::byte>(bits & 0xFF);
        bits >>= 8;
    }
    update(little_endian);
}

void Sha256::update_integer(std::int64_t value) noexcept {
    update_bits(static_cast<std::uint64_t>(value));
}

void Sha256::update_real(double value) noexcept {
    update_bits(bits_of(value == value ? value : not_a_number_double));
}

void Sha256::update_integers(std::span<const std::int64_t> values) noexcept {
    for (const std::int64_t value : values) update_integer(value);
}

void Sha256::update_reals(std::span<const double> values) noexcept {
    for (const double value : values) update_real(value);
}

std::string Sha256::hex() const {
    Sha256 last = *this;
    // Section 5.1.1: a one bit, zeros up to 8 bytes before the end of a block, the length in bits,
    // big-endian.
    const std::uint64_t length_bits = 8 * length_bytes_;
    const std::byte one_bit[1] = {std::byte{0x80}};
    const std::byte zero[1] = {std::byte{0}};
    last.update(one_bit);
    while (last.length_bytes_ % block_bytes != block_bytes - 8) last.update(zero);
    for (int shift = 56; shift >= 0; shift -= 8) {
        const std::byte byte[1] = {static_cast<std::byte>((length_bits >> shift) & 0xFF)};
        last.update(byte);
    }

    constexpr char digits[] = "0123456789abcdef";
    std::string result;
    for (const std::uint32_t word : last.state_) {
        for (int shift = 28; shift >= 0; shift -= 4) result += digits[(word >> shift) & 0xF];
    }
    return result;
}

} // namespace tujuh
