// SPDX-License-Identifier: Apache-2.0
#include "world/households.hpp"

#include "world/columns.hpp"

namespace tujuh {

void Households::resize(std::size_t households) {
    for_each_column(*this, [households](auto& column) {
        column.resize(households, typename std::decay_t<decltype(column)>::value_type{});
    });
}

void Households::resize_untouched(std::size_t households) {
    for_each_column(*this, [households](auto& column) { column.resize(households); });
}

std::size_t bytes_a_household() noexcept {
    Households one;
    std::size_t bytes = 0;
    for_each_column(one, [&bytes](auto& column) { bytes += sizeof(column[0]); });
    return bytes;
}

} // namespace tujuh
