// SPDX-License-Identifier: Apache-2.0
// What a served household is paid, and what is lost on the way (ODD 7.8):
//   leaked share = leakage (1 - bargain x informed) (1 - seen x supervision)
// A household that was told what it is entitled to bargains part of the leakage down (Banerjee et al. 2018).
#pragma once

#include "base/rupiah.hpp"

#include <cstdint>

namespace tujuh {

/// Share of a benefit that is lost on its way to a household that knows its entitlement or does not, all 0-1.
template <class Real> struct LeakedShare {
    Real unaware{}, aware{};
    Real of(bool known) const noexcept { return known ? aware : unaware; }
};

/// `seen` is the part of leakage that full supervision avoids.
template <class Real>
LeakedShare<Real> leaked_share(Real leakage, Real bargain, Real seen, Real supervision) noexcept {
    const Real unaware = leakage * (Real(1) - seen * supervision);
    return {unaware, unaware * (Real(1) - bargain)};
}

/// Whole rupiah of one household in one month, below 2^31 by the range of benefits and of household sizes.
struct Payment {
    std::int32_t gross = 0, leaked = 0;
    constexpr std::int32_t delivered() const noexcept { return gross - leaked; }
};

/// `paid_share` is what the budget can bear, 0-1; `leaked_share` as above. Fractions of a rupiah are cut off.
[[gnu::always_inline]] inline Payment payment(Rupiah benefit, std::int32_t units, float paid_share,
                                              float leaked_share) noexcept {
    const double full = static_cast<double>(benefit) * units;
    Payment paid;
    paid.gross = static_cast<std::int32_t>(full * static_cast<double>(paid_share));
    paid.leaked = static_cast<std::int32_t>(paid.gross * static_cast<double>(leaked_share));
    return paid;
}

} // namespace tujuh
