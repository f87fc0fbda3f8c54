// SPDX-License-Identifier: Apache-2.0
/// Consumption a person in the urban or rural part of a province.
///
/// A curve maps a person's standing, a standard normal number z over persons, to rupiah a month:
///     ln c = level + spread·(z + bend·sqrt(z² + 2.25)).
/// It is the log-normal for bend 0. A positive bend makes the distance between the rich greater and that
/// between the poor smaller than the log-normal does, a negative bend the opposite; towards both ends it
/// becomes log-normal with spread·(1 + bend) above and spread·(1 - bend) below, so every moment is finite.
/// Three figures are published for an area, so three parameters are fitted, and what is published beyond them
/// (depth and severity of poverty) checks.
#pragma once

#include "base/math.hpp"

#include <cstdint>
#include <span>

namespace tujuh {

/// Square of the width, in standings, over which the curve bends: the middle one of the round widths 1, 1.5
/// and 2 that were tried (ODD 7.1; what each says of poverty: decisions/0001-consumption-family.md).
inline constexpr float bend_width_squared = 2.25f;

template <class Real> struct CurveOf {
    Real level{};  ///< log rupiah a person and month
    Real spread{}; ///< log points a unit of standing, above 0
    Real bend{};   ///< -0.98 to 0.98
};
using ConsumptionCurve = CurveOf<double>;

/// At 1 one end of the curve would be flat and it would have no inverse.
inline constexpr double bend_limit = 0.98;
inline constexpr double largest_spread = 8.0;

/// Rupiah a person and month at a standing. `Real` is float in the monthly loop.
template <class Real>
[[gnu::always_inline]] inline Real consumption_at(const CurveOf<Real>& curve, Real standing) noexcept {
    const Real bent = standing + curve.bend * square_root(square(standing) + Real(bend_width_squared));
    return exp(curve.level + curve.spread * bent);
}

/// The curve as the monthly loop reads it.
constexpr CurveOf<float> in_single_precision(const ConsumptionCurve& curve) noexcept {
    return {static_cast<float>(curve.level), static_cast<float>(curve.spread),
            static_cast<float>(curve.bend)};
}

// -------------------------------------------------------------------------------------------------------------
// What a curve says of an area. Integrals over standings are sums over fixed points.

/// The standing at which the curve reaches `consumption` (above 0): its inverse, in closed form.
double standing_of(const ConsumptionCurve& curve, double consumption) noexcept;

/// Mean, rupiah a person and month.
double mean(const ConsumptionCurve& curve) noexcept;

/// Gini coefficient over persons, 0-1.
double gini(const ConsumptionCurve& curve) noexcept;

/// Index of Foster, Greer and Thorbecke (1984): share of persons below the line for alpha 0, mean shortfall
/// as a share of the line for alpha 1, mean square of it for alpha 2.
double fgt(const ConsumptionCurve& curve, double line, int alpha) noexcept;

/// Share of all consumption that the poorest `population_share` (0-1) of persons have.
double lorenz(const ConsumptionCurve& curve, double population_share) noexcept;

/// Gini coefficient of several areas together; `persons` in any unit, one for each curve.
double gini_of_areas(std::span<const ConsumptionCurve> curves, std::span<const double> persons) noexcept;

// -------------------------------------------------------------------------------------------------------------
// Fitting to published figures

struct CurveTargets {
    double poverty_line = 0; ///< rupiah a person and month
    double headcount = 0;    ///< share of persons below the line, between 0 and 1
    double gini = 0;         ///< between 0 and 1
    double mean = 0;         ///< rupiah a person and month
};

/// The published figure that was given up because no curve has all three.
enum class Released : std::uint8_t {
    none,
    mean, ///< headcount and Gini hold; the mean is the nearest that they allow
    all   ///< the targets are no possible distribution; the curve is flat at the mean
};

/// Whether these can be figures of one distribution: none is empty, shares lie between 0 and 1.
bool is_possible(const CurveTargets& targets) noexcept;

struct CurveFit {
    ConsumptionCurve curve;
    Released released = Released::none;
    double headcount = 0, gini = 0, mean = 0; ///< of the curve, in the units of the targets
};

/// The curve with the published headcount, Gini and mean. Where two curves have them, the one that is bent
/// less.
CurveFit fit_curve(const CurveTargets& targets) noexcept;

/// Published figures of one area. Its mean is not published.
struct AreaTargets {
    double poverty_line = 0, headcount = 0, gini = 0; ///< as in CurveTargets
};

/// How the urban mean over the rural mean is found. The province's Gini says little about it near its least
/// value, so among the ratios whose Gini is at most `gini_allowance` worse than the best, the nearest to the
/// usual ratio is taken.
struct RatioRule {
    double usual = 1.5;            ///< national; BPS Susenas September 2021: 1.506
    double gini_allowance = 0.002; ///< two units of the last digit published; 0: the Gini alone decides
};

struct ProvinceFit {
    CurveFit urban, rural;  ///< one of an area without persons is empty
    double ratio = 0;       ///< urban mean over rural mean; 0 where there is one area
    double gini = 0;        ///< of the province, both areas together
    double mean = 0;        ///< of the province, rupiah a person and month
    bool gini_held = false; ///< as published, within the allowance and rounding
    bool mean_held = false; ///< no area had to release its mean
};

/// Curves for both areas with the province's mean and, as near as can be, its Gini. `urban_share` of persons,
/// 0-1. A province with one area takes the province's Gini instead of the area's.
ProvinceFit fit_province(const AreaTargets& urban, const AreaTargets& rural, double urban_share,
                         double province_mean, double province_gini, const RatioRule& rule = {}) noexcept;

} // namespace tujuh
