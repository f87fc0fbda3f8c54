// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <utility>

namespace tujuh {

/// Pages of 2 MB for a column of a large nation: agencies and workers look at households far apart, and
/// finding small pages took some 4 % of its months. Where the system gives none, nothing else changes.
void ask_for_large_pages(void* begin, std::size_t bytes) noexcept;

/// Memory for a long column, of which many are read side by side. A vector that grows leaves new values as
/// the system gave them: the thread that fills a part touches it first, so that pages are made in parallel
/// and nothing is written twice. Columns begin at different places of a page: the system gives large pieces
/// out at the beginning of one, and the same entries of all columns would share the few places that a cache
/// has for them.
template <class Value> struct UntouchedMemory {
    using value_type = Value;
    static constexpr std::size_t line = 64, page = 4096; ///< bytes

    UntouchedMemory() noexcept = default;
    template <class Other>
    UntouchedMemory(const UntouchedMemory<Other>&) noexcept {} // NOLINT: as allocators do

    Value* allocate(std::size_t count) {
        char* given =
            static_cast<char*>(::operator new (count * sizeof(Value) + page + line, std::align_val_t{line}));
        const auto page_number = reinterpret_cast<std::uintptr_t>(given) / page;
        char* values = given + line + page_number % (page / line) * line;
        std::memcpy(values - sizeof given, &given, sizeof given);
        ask_for_large_pages(given, count * sizeof(Value) + page);
        return reinterpret_cast<Value*>(values);
    }
    void deallocate(Value* values, std::size_t) noexcept {
        char* given = nullptr;
        std::memcpy(&given, reinterpret_cast<char*>(values) - sizeof given, sizeof given);
        ::operator delete (given, std::align_val_t{line});
    }

    /// A new value is left as it is; all others are made as usual.
    template <class Made> void construct(Made* at) noexcept { ::new (static_cast<void*>(at)) Made; }
    template <class Made, class... From> void construct(Made* at, From&&... from) {
        ::new (static_cast<void*>(at)) Made(std::forward<From>(from)...);
    }

    template <class Other> bool operator==(const UntouchedMemory<Other>&) const noexcept { return true; }
};

} // namespace tujuh
