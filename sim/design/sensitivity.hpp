// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

/// How much of an outcome's variation comes from which factor of a design, and how much from chance.
///
/// Several replicates a point tell both apart: wherever two numbers are multiplied, they are taken from
/// different replicates, so that the luck of a replicate adds nothing on average, whether points share their
/// random numbers or not (a U-statistic, Hoeffding 1948). With one replicate chance counts as an effect of
/// whatever factor changes.
namespace tujuh {

/// One outcome at the points of a design, [point][replicate]; NaN where a point failed.
struct PointNumbers {
    std::size_t points = 0, replicates = 1;
    std::vector<double> values;

    std::span<const double> at(std::size_t point) const {
        return {values.data() + point * replicates, replicates};
    }
};

/// A figure with its interval from resampled rows or trajectories (percentiles of 1,000 samples, Efron 1979).
struct Resampled {
    double value = 0, low = 0, high = 0;
};

/// How an outcome answers when one factor moves through its whole range, from different places of the cube.
/// In the outcome's unit.
struct ElementaryEffects {
    std::size_t trajectories = 0; ///< that hold a number at both ends of the factor's step
    double mean = 0;              ///< with its sign; NaN without a trajectory
    Resampled mean_absolute;      ///< mu* of Campolongo, Cariboni and Saltelli (2007): the ranking
    double spread = 0;            ///< standard deviation: interaction, or a curve; NaN below two trajectories
    double chance = 0; ///< the mean absolute effect that chance alone would give; NaN with one replicate
};

/// Morris (1991): trajectories of `factors` + 1 points stand one after the other; from one point to the next
/// one factor changes. `positions` are [point][factor] in the unit cube. A row a factor.
std::vector<ElementaryEffects> elementary_effects(std::span<const double> positions, std::size_t factors,
                                                  const PointNumbers& numbers, double level,
                                                  std::uint32_t seed);

/// Shares of the variance of the outcome's mean over replicates.
struct SobolIndex {
    Resampled first; ///< of the factor alone
    Resampled total; ///< of the factor with all its interactions
};

struct SobolIndices {
    std::vector<SobolIndex> factors;
    std::size_t rows = 0;    ///< of the design in which every point has a number
    double variance = 0;     ///< between points, chance taken out, in the square of the outcome's unit
    double chance_share = 0; ///< of the variance of a single run; NaN with one replicate
};

/// For the points of `saltelli_points`: first-order indices by Saltelli and others (2010), equation b of
/// table 2, total ones by Jansen (1999). A row with a failed point is left out. Indices are NaN where the
/// points do not differ beyond chance.
SobolIndices sobol_indices(std::size_t factors, const PointNumbers& numbers, double level,
                           std::uint32_t seed);

inline constexpr double sensitivity_level = 0.95;

/// One outcome; by the method of the design `effects` are filled, or `indices`.
struct OutcomeSensitivity {
    std::size_t outcome = 0; ///< position in the catalogue
    std::vector<ElementaryEffects> effects;
    SobolIndices indices;
};

/// True where the effect is more than chance gives: the interval of the mean absolute effect lies above its
/// `chance`. False with one replicate, where nobody knows.
bool beyond_chance(const ElementaryEffects& effects) noexcept;

/// True where the interval of the total index lies above zero.
bool beyond_chance(const SobolIndex& index) noexcept;

} // namespace tujuh
