// SPDX-License-Identifier: Apache-2.0
#include "world/world.hpp"

namespace tujuh {

namespace {

template <class T> std::size_t held(const std::vector<T>& table) noexcept {
    return table.capacity() * sizeof(T);
}

std::size_t bytes_of(const Village& v) noexcept {
    return held(v.filings) + held(v.distressed) + held(v.outside) + held(v.doubtful) + held(v.due) +
           held(v.reported) + held(v.supervisable);
}

std::size_t bytes_of(const Workspace& w) noexcept {
    std::size_t bytes = held(w.shared) + held(w.clients) + held(w.files) + held(w.files_begin) +
                        held(w.desk) + held(w.ways) + held(w.distance_factors);
    for (const auto& list : w.at_the_cut) bytes += held(list);
    return bytes;
}

std::size_t bytes_of(const District& d) noexcept {
    return held(d.frame) + held(d.points) + held(d.requests) + held(d.reports) + d.requests_of.bytes() +
           d.reports_of.bytes() + held(d.newly_enrolled) + held(d.seats) + held(d.cases) +
           bytes_of(d.workspace);
}

} // namespace

std::size_t World::bytes() const noexcept {
    std::size_t bytes = household_count() * bytes_a_household();
    bytes += held(villages) + held(districts) + held(provinces);
    for (const auto& village : villages) bytes += bytes_of(village);
    for (const auto& district : districts) bytes += bytes_of(district);
    return bytes;
}

} // namespace tujuh
