// SPDX-License-Identifier: Apache-2.0
#include "base/untouched_memory.hpp"

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace tujuh {

void ask_for_large_pages([[maybe_unused]] void* begin, [[maybe_unused]] std::size_t bytes) noexcept {
#ifdef __linux__
    constexpr std::uintptr_t small_page = 4096;
    constexpr std::size_t worth_while = std::size_t{32} << 20;
    if (bytes < worth_while) return;
    const auto address = reinterpret_cast<std::uintptr_t>(begin);
    const auto first = (address + small_page - 1) / small_page * small_page,
               end = (address + bytes) / small_page * small_page;
    (void)madvise(static_cast<char*>(begin) + (first - address), end - first, MADV_HUGEPAGE);
#endif
}

} // namespace tujuh
