// SPDX-License-Identifier: Apache-2.0
/// Values as bytes and back, the same on every machine: numbers little-endian in the width of their type, a
/// list as its length and its values. One description of a struct, `parts`, serves both directions: it takes
/// the struct apart by a structured binding, which stops compiling when somebody adds a member.
#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace tujuh {

static_assert(std::endian::native == std::endian::little, "numbers are copied as they stand in memory");

template <class Value>
concept Number = std::is_arithmetic_v<Value> || std::is_enum_v<Value>;

/// Puts values at the end of a list of bytes.
class ByteWriter {
  public:
    explicit ByteWriter(std::vector<std::byte>& bytes) : bytes_(bytes) {}

    /// As they stand in memory: of numbers, or of structs that are one number.
    template <class Value> void values(std::span<Value> run) {
        static_assert(std::is_trivially_copyable_v<Value>);
        if (run.empty()) return;
        const std::size_t before = bytes_.size();
        bytes_.resize(before + run.size_bytes());
        std::memcpy(bytes_.data() + before, run.data(), run.size_bytes());
    }

  private:
    std::vector<std::byte>& bytes_;
};

/// Takes values from the front of a list of bytes. Where these end too early, what is taken is left as it
/// was, and `failed` tells.
class ByteReader {
  public:
    explicit ByteReader(std::span<const std::byte> bytes) : left_(bytes) {}

    template <class Value> void values(std::span<Value> run) {
        static_assert(std::is_trivially_copyable_v<Value>);
        failed_ = failed_ || run.size_bytes() > left_.size();
        if (failed_ || run.empty()) return;
        std::memcpy(static_cast<void*>(run.data()), left_.data(), run.size_bytes());
        left_ = left_.subspan(run.size_bytes());
    }
    std::size_t left() const noexcept { return left_.size(); }
    void fail() noexcept { failed_ = true; }
    bool failed() const noexcept { return failed_; }
    /// Whether all was taken and nothing was missing.
    bool at_end() const noexcept { return !failed_ && left_.empty(); }

  private:
    std::span<const std::byte> left_;
    bool failed_ = false;
};

/// `Struct` is `Value`, to be written, or to be read into.
template <class Struct, class Value>
concept Is = std::same_as<std::remove_const_t<Struct>, Value>;

template <class Value>
requires Number<Value>
void carry(ByteWriter& bytes, const Value& value) {
    bytes.values(std::span(&value, 1));
}
template <class Value>
requires Number<Value>
void carry(ByteReader& bytes, Value& value) {
    bytes.values(std::span(&value, 1));
}

/// The length of a list. A reader fails where fewer bytes are left than the list has values.
inline std::size_t carry_length(ByteWriter& bytes, std::size_t length) {
    carry(bytes, static_cast<std::uint64_t>(length));
    return length;
}
inline std::size_t carry_length(ByteReader& bytes, std::size_t) {
    std::uint64_t length = 0;
    carry(bytes, length);
    if (length > bytes.left()) bytes.fail();
    return bytes.failed() ? 0 : static_cast<std::size_t>(length);
}

template <class Bytes, class List> void carry_each(Bytes& bytes, List& list) {
    using Value = typename std::remove_const_t<List>::value_type;
    if constexpr (Number<Value>)
        bytes.values(std::span(list.data(), list.size()));
    else
        for (auto& value : list) carry(bytes, value);
}

template <class Value, std::size_t count>
void carry(ByteWriter& bytes, const std::array<Value, count>& list) {
    carry_each(bytes, list);
}
template <class Value, std::size_t count> void carry(ByteReader& bytes, std::array<Value, count>& list) {
    carry_each(bytes, list);
}

template <class Value> void carry(ByteWriter& bytes, const std::vector<Value>& list) {
    carry_length(bytes, list.size());
    carry_each(bytes, list);
}
template <class Value> void carry(ByteReader& bytes, std::vector<Value>& list) {
    list.resize(carry_length(bytes, 0));
    carry_each(bytes, list);
}

inline void carry(ByteWriter& bytes, const std::string& text) {
    carry_length(bytes, text.size());
    bytes.values(std::span(text.data(), text.size()));
}
inline void carry(ByteReader& bytes, std::string& text) {
    text.resize(carry_length(bytes, 0));
    bytes.values(std::span(text.data(), text.size()));
}

/// A struct of which `parts` names the members.
template <class Bytes, class Struct>
requires requires(Struct& value) {
    parts(value);
}
void carry(Bytes& bytes, Struct& value) {
    std::apply([&](auto&... members) { (carry(bytes, members), ...); }, parts(value));
}

/// A value as bytes.
template <class Value> std::vector<std::byte> to_bytes(const Value& value) {
    std::vector<std::byte> bytes;
    ByteWriter writer(bytes);
    carry(writer, value);
    return bytes;
}

/// The value that `to_bytes` made bytes of; nothing where they are too few or too many.
template <class Value> std::optional<Value> from_bytes(std::span<const std::byte> bytes) {
    Value value;
    ByteReader reader(bytes);
    carry(reader, value);
    if (!reader.at_end()) return std::nullopt;
    return value;
}

} // namespace tujuh
