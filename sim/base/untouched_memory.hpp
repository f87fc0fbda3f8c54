// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <new>
#include <utility>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tujuh {

/// Memory for a long column. A vector that grows leaves it as the system gave it: the thread that fills a
/// part first touches it, so that pages are made in parallel, and nothing is written twice. Large columns ask
/// for large pages: a block of households reads from more columns than the processor keeps small pages in
/// mind.
template <class Value> struct UntouchedMemory {
    using value_type = Value;

    UntouchedMemory() noexcept = default;
    template <class Other>
    UntouchedMemory(const UntouchedMemory<Other>&) noexcept {} // NOLINT: as allocators do

    static constexpr std::size_t large_page = std::size_t{1} << 21;

    static constexpr std::align_val_t alignment_of(std::size_t bytes) noexcept {
        return std::align_val_t{bytes >= large_page ? large_page : std::size_t{64}};
    }
    Value* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(Value);
        void* memory = ::operator new(bytes, alignment_of(bytes));
#if defined(__linux__)
        if (bytes >= large_page) (void)madvise(memory, bytes, MADV_HUGEPAGE);
#endif
        return static_cast<Value*>(memory);
    }
    void deallocate(Value* memory, std::size_t count) noexcept {
        ::operator delete(memory, alignment_of(count * sizeof(Value)));
    }

    /// A new value is left as it is; all others are made as usual.
    template <class Made> void construct(Made* at) noexcept {
        ::new (static_cast<void*>(at)) Made;
    }
    template <class Made, class... From> void construct(Made* at, From&&... from) {
        ::new (static_cast<void*>(at)) Made(std::forward<From>(from)...);
    }

    template <class Other> bool operator==(const UntouchedMemory<Other>&) const noexcept {
        return true;
    }
};

} // namespace tujuh
