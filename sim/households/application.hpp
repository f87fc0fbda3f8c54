// SPDX-License-Identifier: Apache-2.0
// Knowing a programme (ODD 7.6) and asking for it (ODD 7.7). A programme becomes known at
//   media + peer x (share enrolled in the village) + group
// and is asked for at
//   apply_rate logistic(benefit ln(1 + B / (c n)) + need D - learning (1 - capability) - compliance b -
//   documents
//                       - distance km - stigma s + morale (m - 1/2))
// where the three burdens (learning, compliance, psychological) follow Herd & Moynihan (2018); no published
// split between them was found. There is no constant: it cannot be told from apply_rate. Groups and kin that
// know the way into services (3.3) take away bridge_saves x bridged of learning and compliance.
#pragma once

#include "base/half_life.hpp"
#include "base/math.hpp"
#include "parameters/application.hpp"

namespace tujuh {

struct ApplicationRates {
    float rate, benefit, need, learning, compliance, documents, distance, stigma, morale;
    float informed_saves, worker_saves, bridge_saves;
    float denial_forgotten, transport_ends, knowledge_lapses; ///< chances a month
};

inline ApplicationRates application_rates(const ApplicationParameters& p, double knowledge_half_life) {
    const auto f = [](double x) { return static_cast<float>(x); };
    return {f(p.apply_rate),
            f(p.benefit),
            f(p.need),
            f(p.learning),
            f(p.compliance),
            f(p.documents),
            f(p.distance),
            f(p.stigma),
            f(p.morale),
            f(p.informed_saves),
            f(p.worker_saves),
            f(p.bridge_saves),
            f(1.0 - monthly_retention(p.denial_memory)),
            f(1.0 - monthly_retention(p.transport_months)),
            f(1.0 - monthly_retention(knowledge_half_life))};
}

/// Chance a month that a programme becomes known where the share `enrolled` of the village is.
inline float learning_chance(double enrolled, bool member, const ApplicationParameters& p) {
    return static_cast<float>(1.0 -
                              exp(-(p.media_rate + p.peer_rate * enrolled + (member ? p.group_rate : 0.0))));
}

/// What weighs on the decision to ask for a programme; shares and flags are 0-1.
template <class Real> struct ApplicationCauses {
    Real benefit_share; ///< benefit over consumption of the whole household
    Real deficit;       ///< of the need that the programme relieves, 0 where the need is not known
    Real capability, informed;
    Real burden, helped;
    Real papers_missing, distance_km, stigma, morale;
    Real bridged; ///< how well its group or kin know the way into services
};

/// Calls `visit(cause of one, the same cause of the other)` for every cause.
template <class One, class Other, class Visit>
[[gnu::always_inline]] inline void for_each_cause(ApplicationCauses<One>& a,
                                                  const ApplicationCauses<Other>& b, Visit&& visit) {
    visit(a.benefit_share, b.benefit_share), visit(a.deficit, b.deficit);
    visit(a.capability, b.capability), visit(a.informed, b.informed);
    visit(a.burden, b.burden), visit(a.helped, b.helped);
    visit(a.papers_missing, b.papers_missing), visit(a.distance_km, b.distance_km);
    visit(a.stigma, b.stigma), visit(a.morale, b.morale), visit(a.bridged, b.bridged);
}

/// No household has a larger chance to file a request, rounding included.
inline float largest_application_chance(const ApplicationRates& r) noexcept {
    return 1.0f - exp(-r.rate) + 1e-6f;
}

/// Chance a month that the request is filed.
template <class Real>
[[gnu::always_inline]] inline Real application_chance(const ApplicationCauses<Real>& c,
                                                      const ApplicationRates& r) {
    const Real one(1.0f);
    const Real unbridged = one - Real(r.bridge_saves) * c.bridged;
    const Real weight =
        Real(r.benefit) * log(one + c.benefit_share) + Real(r.need) * c.deficit -
        Real(r.learning) * (one - c.capability) * (one - Real(r.informed_saves) * c.informed) * unbridged -
        Real(r.compliance) * c.burden * (one - Real(r.worker_saves) * c.helped) * unbridged -
        Real(r.documents) * c.papers_missing - Real(r.distance) * c.distance_km - Real(r.stigma) * c.stigma +
        Real(r.morale) * (c.morale - Real(0.5f));
    return one - exp(-Real(r.rate) * logistic(weight));
}

} // namespace tujuh
