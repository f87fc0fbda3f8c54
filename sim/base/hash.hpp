// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace tujuh {

/// SHA-256 (FIPS 180-4) of what it is fed, piece by piece; where a piece ends leaves no trace. Numbers go in
/// as little-endian bit patterns of 8 bytes on every machine, and every not-a-number as the same one.
class Sha256 {
  public:
    void update(std::span<const std::byte> bytes) noexcept;
    void update_text(std::string_view text) noexcept;
    void update_integer(std::int64_t value) noexcept;
    void update_real(double value) noexcept;
    void update_integers(std::span<const std::int64_t> values) noexcept;
    void update_reals(std::span<const double> values) noexcept;

    /// The hash of all so far, as 64 lower-case hexadecimal digits. More may follow afterwards.
    std::string hex() const;

  private:
    void update_bits(std::uint64_t bits) noexcept;
    void mix_block() noexcept;

    static constexpr std::size_t block_bytes = 64;
    std::uint32_t state_[8] = {0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A,
                               0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19};
    std::uint8_t block_[block_bytes] = {};
    std::uint64_t length_bytes_ = 0;
};

} // namespace tujuh
