// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/rupiah.hpp"

namespace tujuh {

/// Public money of one programme in one district and budget year. At all times
/// budget = delivered + leaked + administered + unspent, exactly.
struct Account {
    Rupiah budget = 0, delivered = 0, leaked = 0, administered = 0;
    Rupiah delivered_before = 0, leaked_before = 0,
           administered_before = 0; ///< when the month began, so that its bookings can be checked

    Rupiah administered_this_month() const noexcept { return administered - administered_before; }
    Rupiah unspent() const noexcept { return budget - delivered - leaked - administered; }
};

} // namespace tujuh
