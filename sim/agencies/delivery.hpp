// SPDX-License-Identifier: Apache-2.0
// What a served household is paid, and what is lost on the way (ODD 7.8):
//   leaked share = leakage (1 - bargain x informed) (1 - seen x supervision)
// A household that was told what it is entitled to bargains part of the leakage down (Banerjee et al. 2018).
#pragma once

#include "base/rupiah.hpp"

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

struct Payment {
    Rupiah gross = 0, leaked = 0;
    Rupiah delivered() const noexcept { return gross - leaked; }
};

/// `paid_share` is what the budget can bear, 0-1; `leaked_share` as above.
inline Payment payment(Rupiah benefit, Rupiah units, float paid_share, float leaked_share) noexcept {
    Payment paid;
    paid.gross = benefit * units;
    if (paid_share < 1.0f)
        paid.gross = static_cast<Rupiah>(static_cast<double>(paid.gross) * static_cast<double>(paid_share));
    paid.leaked = static_cast<Rupiah>(static_cast<double>(paid.gross) * static_cast<double>(leaked_share));
    return paid;
}

} // namespace tujuh
