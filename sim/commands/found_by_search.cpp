// SPDX-License-Identifier: Apache-2.0
#include "commands/found_by_search.hpp"

#include "commands/speech.hpp"
#include "files/error.hpp"
#include "run/statistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace tujuh {

namespace {

constexpr double level = 0.95;

/// Runs points that are given by their positions; nothing where the runs were stopped.
std::optional<std::vector<PointResult>> run_at(Search& search, std::span<const double> positions) {
    return search.run(points_at(search.design().design(), {positions.begin(), positions.end()}));
}

std::vector<double> means_of(const Search& search, const PointResult& point) {
    return mean_readings(search.file(), point, search.design().design().replicates);
}

/// Runs the scenario as it is.
PointResult run_base(Search& search) {
    const auto base = search.run(search.design().base_point());
    if (!base) search.throw_stopped();
    return base->front();
}

// ---------------------------------------------------------------------------------------------------------
// Least squares

LeastSquaresMethod method_of(const Search& search) {
    const Design& design = search.design().design();
    LeastSquaresMethod method;
    method.start = search.design().base_point().position;
    if (design.recover) // the scenario's own values are the ones to be found
        for (double& position : method.start) position = position < 0.5 ? 0.75 : 0.25;
    method.screening = static_cast<std::size_t>(design.points);
    method.starts = static_cast<std::size_t>(design.starts);
    method.evaluations = static_cast<std::size_t>(design.evaluations);
    method.difference = design.step;
    method.seed = design.seed;
    return method;
}

[[noreturn]] void throw_all_failed(const SweepFile& file) {
    throw Error(ErrorKind::scenario_wrong,
                {{file.scenario.name, "every point of the design failed", file.results.back().reason,
                  "change the ranges of its factors"}});
}

// ---------------------------------------------------------------------------------------------------------
// Evolution

EvolutionMethod evolution_of(const Design& design) {
    EvolutionMethod method;
    method.population = static_cast<std::size_t>(design.population);
    method.generations = static_cast<std::size_t>(design.generations);
    method.seed = design.seed;
    return method;
}

DesignPoints points_among(const DesignPoints& points, std::span<const std::size_t> chosen) {
    DesignPoints some;
    some.count = chosen.size();
    some.factors = points.factors;
    for (const std::size_t p : chosen)
        for (std::size_t f = 0; f < points.factors; ++f) {
            some.position.push_back(points.position[points.index(p, f)]);
            some.value.push_back(points.value[points.index(p, f)]);
            some.choice.push_back(points.choice[points.index(p, f)]);
        }
    return some;
}

void add_difference(Optimum& optimum, std::span<const double> member, std::span<const double> base,
                    IntervalLevel& interval) {
    const Estimate found = estimate(paired_differences(member, base), interval);
    optimum.difference.push_back(found.mean);
    optimum.standard_error.push_back(found.standard_error);
    optimum.low.push_back(found.low);
    optimum.high.push_back(found.high);
}

/// Runs the scenario and the members again.
void check(Search& search, Optimum& optimum) {
    const Design& design = search.design().design();
    optimum.first_replicate = design.replicates;
    optimum.replicates = static_cast<std::uint32_t>(design.check_replicates);
    DesignPoints points = search.design().base_point();
    append(points, points_among(search.file().points, optimum.members));
    const auto results = search.run_again(points, optimum.replicates, optimum.first_replicate);
    if (!results) search.throw_stopped();
    const std::size_t readings = readings_of(design).size();
    IntervalLevel interval(optimum.level);
    for (std::size_t p = 0; p < points.count; ++p)
        for (std::size_t k = 0; k < readings; ++k) {
            const auto values = search.reading((*results)[p], k, optimum.replicates);
            auto& kept = p == 0 ? optimum.base : optimum.checked;
            kept.insert(kept.end(), values.begin(), values.end());
            if (p > 0)
                add_difference(optimum, values,
                               std::span(optimum.base).subspan(k * optimum.replicates, optimum.replicates),
                               interval);
        }
}

} // namespace

SweepFile find_fit(Search& search) {
    const Design& design = search.design().design();
    const PointResult base = run_base(search);
    Fit fit;
    fit.chance = chance_at(search.file(), base);
    const Evaluate evaluate =
        [&](std::span<const double> positions) -> std::optional<std::vector<std::vector<double>>> {
        const auto results = run_at(search, positions);
        if (!results) return std::nullopt;
        std::vector<std::vector<double>> means;
        for (const PointResult& point : *results) means.push_back(means_of(search, point));
        return means;
    };
    fit.least_squares = fit_least_squares(design.factors.size(), fit_targets_of(design, fit.chance),
                                          method_of(search), evaluate);
    if (!fit.least_squares) search.throw_stopped();
    if (!fit.least_squares->found()) throw_all_failed(search.file());
    SweepFile whole = search.file();
    whole.fit = std::move(fit);
    return whole;
}

SweepFile find_optimum(Search& search) {
    const Design& design = search.design().design();
    const auto base = means_of(search, run_base(search));
    const Judge judge = [&](std::span<const double> positions) -> std::optional<std::vector<Judged>> {
        const auto results = run_at(search, positions);
        if (!results) return std::nullopt;
        std::vector<Judged> answers;
        for (const PointResult& point : *results)
            answers.push_back(judged(design, means_of(search, point), base));
        return answers;
    };
    const Individual start{search.design().base_point().position, judged(design, base, base)};
    auto evolved = evolve(evolution_of(design), start, judge);
    if (!evolved) search.throw_stopped();
    Optimum optimum;
    optimum.level = level;
    optimum.front_size = evolved->front.size();
    optimum.progress = std::move(evolved->progress);
    optimum.members =
        thinned(evolved->individuals, evolved->front, static_cast<std::size_t>(design.population));
    check(search, optimum);
    SweepFile whole = search.file();
    whole.optimum = std::move(optimum);
    return whole;
}

int carry_out_search(const CommandLine& asked, LoadedDesign design,
                     const std::function<SweepFile(Search&)>& find,
                     const std::function<void(const SweepFile& found, const std::string& output)>& show) {
    refuse_parts(asked);
    Search search(asked, std::move(design), Writes::file);
    if (asked.dry_run) {
        search.say_dry_run();
        return 0;
    }
    const bool is_done = search.is_done();
    if (is_done) {
        say(asked, fmt::format("{} is complete; there is nothing to do", search.output()));
        search.answer_from_file();
    }
    const SweepFile found = find(search);
    if (!is_done) search.write(found);
    show(found, search.output());
    return say_end(asked, found, search.output(), "the search went on without them");
}

LoadedDesign with_known_targets(const CommandLine& asked, LoadedDesign design) {
    if (!design.design().recover) return design;
    Search probe(asked, design, Writes::nothing);
    const std::uint32_t replicates = design.design().replicates;
    const auto results = probe.run_again(design.base_point(), replicates, replicates);
    if (!results) probe.throw_stopped();
    probe.end();
    return design.with_target_values(mean_readings(probe.file(), results->front(), replicates));
}

} // namespace tujuh
