// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "scenario/scenario.hpp"
#include "world/world.hpp"

#include <initializer_list>
#include <span>

namespace tujuh {

/// Takes in what households (and their workers) file this month. A household that already has a request for
/// the programme, or is served by it, files nothing.
void file_requests(World& world, District& district, std::span<const Filing> filings);
inline void file_requests(World& world, District& district, std::initializer_list<Filing> filings) {
    file_requests(world, district, std::span(filings.begin(), filings.size()));
}

/// Makes the index anew by which requests of a household are found.
void index_requests(District& district);

/// Calls `visit(request)` for the household's requests under way until it returns true. Whether it did.
template <class Requests, class Visit>
bool any_request_of(Requests& district, std::uint32_t household, Visit&& visit) {
    return district.requests_of.any_of(household, [&](std::uint32_t r) {
        auto& request = district.requests[r];
        return request.household == household && visit(request);
    });
}

/// Moves requests through intake, assessment and granting, each sub-unit within its capacity of the month;
/// accompanied ones first, then by date. Files are lost between sub-units and stop inside them; every request
/// ends in one state.
void process_requests(World& world, District& district, const Settings& settings);

/// What assessors decide; `in_error`: otherwise than the rules say of what was measured.
struct Decision {
    bool passes, in_error;
};

/// Decides a request by the measured score: entitled as far as the agency can see, and does not err, which it
/// does by `luck`, a number between 0 and 1.
Decision decide_request(World& world, const District& district, const Settings& settings,
                        const Request& request, double luck);

/// Requests under way, for the identity filed = enrolled + denied + lost + withdrawn + under way.
inline std::int64_t under_way(const District& district) noexcept {
    return static_cast<std::int64_t>(district.requests.size());
}

} // namespace tujuh
