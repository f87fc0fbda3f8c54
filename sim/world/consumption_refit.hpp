// SPDX-License-Identifier: Apache-2.0
/// Fitting a curve of consumption again to simulated households (ODD 5), so that what shocks, coping and
/// transfers have made of it has the published figures.
#pragma once

#include "world/consumption_distribution.hpp"

namespace tujuh {

/// Households of one area after burn-in, all spans of the same length. A household's consumption is
/// multiplier · curve(standing) + transfer.
struct ConsumptionSample {
    std::span<const double> standing;   ///< standard-normal units
    std::span<const double> multiplier; ///< consumption without transfers over resources, 0 or more
    std::span<const double> transfer;   ///< rupiah a person and month
    std::span<const double> persons;    ///< that the household stands for, above 0
};

enum class RefitResult : std::uint8_t {
    solved,
    mean_released, ///< headcount and Gini hold; the mean is what they allow
    unchanged      ///< nothing was found: the previous curve
};

struct CurveRefit {
    ConsumptionCurve curve;
    RefitResult result = RefitResult::unchanged;
    double headcount = 0, gini = 0, mean = 0; ///< of the sample under this curve
};

/// The curve under which the sample's consumption has the published headcount (to half a household), Gini and
/// mean. Of several, one near `previous`. Deterministic; sums run in the order of households, or of
/// consumption and then order.
CurveRefit refit_curve(const ConsumptionCurve& previous, const ConsumptionSample& sample,
                       const CurveTargets& targets);

} // namespace tujuh
