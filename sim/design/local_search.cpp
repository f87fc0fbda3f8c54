// SPDX-License-Identifier: Apache-2.0
/// NLopt calls the function that it minimises, one point at a time. To have the points of several searches
/// run side by side, a search is done again from its start whenever new points are known: it is a function of
/// its start and the misfits, so it takes the same way, and stops at the first position that nobody has seen.
/// That position is evaluated, with those of the other searches, and so on. Repeating costs microseconds a
/// point, where a run of a model costs seconds. The model is never run from inside NLopt.
#include "design/local_search.hpp"

#include "base/math.hpp"

#include <nlopt.h>

#include <memory>
#include <utility>

namespace tujuh {

namespace {

using Optimiser = std::unique_ptr<nlopt_opt_s, decltype(&nlopt_destroy)>;

/// One search, as far as it comes with what has been seen.
struct Walk {
    const SeenPoints& seen;
    std::span<const FitTarget> targets;
    double failed;
    std::size_t independent; ///< first points that do not depend on misfits: all can be asked for at once
    nlopt_opt optimiser;
    LocalSearch search;
    std::vector<Position> unseen;

    double step_on(Position position) {
        const bool is_independent = search.evaluations < independent;
        ++search.evaluations;
        if (!is_independent && !unseen.empty()) { // it follows from misfits that are not known yet
            nlopt_force_stop(optimiser);
            return 0;
        }
        if (const auto* model = seen.at(position)) return note(std::move(position), misfit(*model, targets));
        unseen.push_back(std::move(position));
        return 0;
    }

    double note(Position position, double found) {
        if (found == infinity_double) return failed; // BOBYQA's quadratics need numbers
        if (found < search.misfit) {
            search.misfit = found;
            search.position = std::move(position);
        }
        return found;
    }
};

double misfit_for_nlopt(unsigned factors, const double* x, double*, void* walk) {
    Position position;
    // Scaling inside NLopt may round a position past an end.
    for (unsigned f = 0; f < factors; ++f) position.push_back(clamp01(x[f]));
    return static_cast<Walk*>(walk)->step_on(std::move(position));
}

SearchEnd end_of(nlopt_result result) {
    if (result == NLOPT_MAXEVAL_REACHED) return SearchEnd::evaluations_used;
    return result > 0 ? SearchEnd::small_steps : SearchEnd::gave_up;
}

Optimiser optimiser_for(std::size_t factors, const LocalSearchMethod& method) {
    const auto algorithm = factors > 1 ? NLOPT_LN_BOBYQA : NLOPT_LN_COBYLA;
    Optimiser optimiser(nlopt_create(algorithm, static_cast<unsigned>(factors)), nlopt_destroy);
    nlopt_set_lower_bounds1(optimiser.get(), 0);
    nlopt_set_upper_bounds1(optimiser.get(), 1);
    nlopt_set_initial_step1(optimiser.get(), method.first_step);
    nlopt_set_xtol_abs1(optimiser.get(), method.tolerance);
    nlopt_set_maxeval(optimiser.get(), static_cast<int>(method.evaluations));
    return optimiser;
}

Walk walk_from(const Position& from, std::span<const FitTarget> targets, const LocalSearchMethod& method,
               const SeenPoints& seen) {
    const auto optimiser = optimiser_for(from.size(), method);
    const std::size_t independent = from.size() > 1 ? 2 * from.size() + 1 : 1;
    Walk walk{seen, targets, method.failed, independent, optimiser.get(), {}, {}};
    const double misfit_from = misfit(*seen.at(from), targets);
    walk.search = {from, from, misfit_from, misfit_from, 0, {}};
    nlopt_set_min_objective(optimiser.get(), misfit_for_nlopt, &walk);
    Position position = from;
    double least = 0;
    walk.search.end = end_of(nlopt_optimize(optimiser.get(), position.data(), &least));
    return walk;
}

} // namespace

std::optional<std::vector<LocalSearch>> search_locally(std::span<const Position> from,
                                                       std::span<const FitTarget> targets,
                                                       const LocalSearchMethod& method, SeenPoints& seen) {
    for (;;) {
        std::vector<LocalSearch> searches;
        std::vector<Position> unseen;
        for (const auto& start : from) {
            auto walk = walk_from(start, targets, method, seen);
            unseen.insert(unseen.end(), walk.unseen.begin(), walk.unseen.end());
            searches.push_back(std::move(walk.search));
        }
        if (unseen.empty()) return searches;
        if (!seen.see(unseen)) return std::nullopt;
    }
}

} // namespace tujuh
