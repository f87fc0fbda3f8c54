// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "design/fit_target.hpp"

#include <cstddef>
#include <span>
#include <vector>

/// Which factors the fitted targets determine, and which target draws which factor, from the slopes of the
/// model around a fit. Before the targets are known each factor may lie anywhere in its range: a variance of
/// 1/12 in the unit cube, beside which the targets' say is weighed, so that all figures are finite. They hold
/// as far as the model is straight around the fit and its factors do not lie at the ends of their ranges.
namespace tujuh {

inline constexpr double uniform_variance = 1.0 / 12; ///< of a factor before any target is known

struct FactorKnowledge {
    double standard_error = 0; ///< of its position; sqrt(1/12) = 0.289 where the targets say nothing
    double learned = 0;        ///< share of the variance 1/12 that the targets take away, 0-1
};

/// A combination of factors of which the targets know independently of the others.
struct KnownDirection {
    double singular_value = 0;   ///< tolerances that the fitted targets move along it, by a range's length
    double learned = 0;          ///< share of its variance that the targets take away, 0-1
    std::vector<double> weights; ///< [factor], of length 1, the largest above 0
};

struct TargetKnowledge {
    /// Of a fitted target, 0-1: how much of a change of its value the fitted model follows; 1 where it alone
    /// determines something, 0 where it has no say. 0 where held out.
    double leverage = 0;
    /// Of a fitted target, [factor]: how far the factor moves where the value rises by a tolerance. 0 where
    /// held out.
    std::vector<double> pull;
    double standard_error = 0; ///< of the model's value, from the factors' errors, in the target's unit
};

struct Knowledge {
    std::vector<FactorKnowledge> factors;
    std::vector<double> correlations;       ///< [factor][factor], between the errors
    std::vector<KnownDirection> directions; ///< as many as factors, the best known first
    std::vector<TargetKnowledge> targets;
    double determined = 0; ///< how many factors the targets determine: the sum of leverages, or of learned
};

/// `slopes` are [target][factor]: tolerances of the target by a range's length of the factor. The figures are
/// those of Bayesian linear regression (Bard 1974, Nonlinear Parameter Estimation); directions as in
/// Gutenkunst and others (2007), Universally sloppy parameter sensitivities in systems biology models, PLoS
/// Computational Biology 3(10).
Knowledge knowledge_of(std::span<const double> slopes, std::size_t factors,
                       std::span<const FitTarget> targets);

} // namespace tujuh
