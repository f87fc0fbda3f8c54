// SPDX-License-Identifier: Apache-2.0
#include "world/first_found.hpp"

#include <algorithm>
#include <array>

namespace tujuh {

namespace {

/// A violation as a row of fixed length; words beyond it are cut.
struct ViolationRow {
    bool found_any = false;
    std::int32_t tick = 0;
    double expected = 0, found = 0;
    std::array<char, 200> where{}, what{};
};

template <std::size_t length> void write(std::array<char, length>& to, const std::string& text) {
    std::copy_n(text.begin(), std::min(text.size(), length - 1), to.begin());
}

ViolationRow row_of(const std::optional<Violation>& violation) {
    ViolationRow row;
    if (!violation) return row;
    row.found_any = true;
    row.tick = violation->tick;
    row.expected = violation->expected;
    row.found = violation->found;
    write(row.where, violation->where);
    write(row.what, violation->what);
    return row;
}

} // namespace

std::optional<Violation> first_found(const std::optional<Violation>& here, const Together& together) {
    if (together.alone()) return here;
    for (const auto& row : together.gather(std::vector<ViolationRow>{row_of(here)}))
        if (row.found_any)
            return Violation{row.tick, row.where.data(), row.what.data(), row.expected, row.found};
    return std::nullopt;
}

} // namespace tujuh
