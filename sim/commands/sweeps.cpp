// SPDX-License-Identifier: Apache-2.0
#include "commands/sweeps.hpp"

#include "commands/interrupt.hpp"
#include "commands/runs.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "commands/this_process.hpp"
#include "files/error.hpp"
#include "files/output_path.hpp"
#include "files/sweep_read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <mutex>
#include <numeric>
#include <utility>

namespace tujuh {

namespace {

SweepMeasures measures_of(const SweepFile& file) {
    SweepMeasures measures;
    measures.outcomes = file.outcomes;
    for (const auto& swept : file.groupings) measures.groupings.push_back(swept.grouping);
    measures.window = {static_cast<std::size_t>(file.design.from_month),
                       static_cast<std::size_t>(file.design.to_month) + 1};
    measures.readings = readings_of(file.design);
    return measures;
}

/// The points of a search are not known before its runs.
void refuse_search(const CommandLine& asked, const Design& design) {
    if (!is_search(design.method)) return;
    const bool fits = fits_targets(design.method);
    throw Error(ErrorKind::scenario_wrong,
                {{asked.operands.front(),
                  fmt::format("has method = \"{}\", whose points follow from one another",
                              design_method_rows[static_cast<std::size_t>(design.method)].key),
                  "its points are not known beforehand",
                  fmt::format("'tujuh {} {}' carries it out", fits ? "calibrate" : "optimise",
                              asked.operands.front())}});
}

/// Waits until all processes of this sweep have come here; whether any of them says so.
bool any_process(bool here) {
    const Exchange exchange = this_process().exchange();
    if (exchange.parts == 1) return here;
    std::int64_t count = here ? 1 : 0;
    exchange.add({&count, 1});
    return count > 0;
}

bool is_first_process() {
    return this_process().rank() == 0;
}

} // namespace

LoadedDesign load_design(const CommandLine& asked) {
    auto assignments = asked.assignments;
    for (auto& text : assignments)
        if (text.starts_with("replicates=")) text = "design." + text;
    return read_design_file(asked.operands.front(), assignments);
}

void check_groups(const std::vector<SweptGrouping>& groupings, const Scenario& scenario) {
    for (const auto& swept : groupings) {
        const auto& row = grouping_rows[static_cast<std::size_t>(swept.grouping)];
        if (group_labels(swept.grouping, scenario).key != swept.labels.key)
            throw Error(ErrorKind::scenario_wrong,
                        {{scenario.name, fmt::format("has other groups by {} than the base", row.key),
                          "all points of a grouping have the same groups",
                          fmt::format("take \"{}\" out of groupings, or the factor that changes them out",
                                      row.key)}});
    }
}

double months_read(const SweepPlan& plan) {
    const MonthsRead read = months_read(plan.measures, plan.months);
    return static_cast<double>(std::count(read.begin(), read.end(), true));
}

SweepPlan plan_of(const LoadedDesign& design, const SweepFile& described) {
    SweepPlan plan;
    plan.points = design.points().count;
    plan.replicates = design.design().replicates;
    plan.common_random_numbers = design.design().common_random_numbers;
    plan.measures = measures_of(described);
    plan.months = described.months;
    plan.scenario_of = [&design](std::size_t point) { return design.scenario_of(point); };
    plan.batch_points = batch_points_for(seconds_a_run(design.base().scenario, months_read(plan)) *
                                         static_cast<double>(plan.replicates));
    plan.start_of = points_by_start(design.design(), design.points(), plan.batch_points);
    plan.burn_in_months.assign(plan.points, design.base().scenario.burn_in_months);
    return plan;
}

void say_about(const CommandLine& asked, const LoadedScenario& base) {
    say_remarks(asked, std::vector<LoadedScenario>{base});
    if (!base.scenario.trials.empty()) say(asked, "note: the trials of the scenario are no part of a sweep");
}

Sweep::Sweep(const CommandLine& asked, LoadedDesign design, Writes writes)
    : asked_(asked), design_(std::move(design)), file_(sweep_of(design_)) {
    refuse_search(asked, design_.design());
    plan_ = plan_of(design_, file_);
    check_points();
    if (writes == Writes::nothing) return;
    say_about(asked, design_.base());
    output_ = asked.output.empty() ? design_.base().scenario.name + ".h5" : asked.output;
    parts_ = sweep_parts(output_, identity_of(file_));
}

void Sweep::check_points() {
    const Threads threads(threads_of(asked_));
    const double read = months_read(plan_);
    std::mutex mutex;
    design_.check_points(threads.for_each(), [&](std::size_t point, const Scenario& scenario) {
        check_groups(file_.groupings, scenario);
        plan_.burn_in_months[point] = scenario.burn_in_months;
        const auto replicates = static_cast<double>(plan_.replicates);
        const std::lock_guard lock(mutex);
        size_.add(scenario, plan_.start_of[point] == point ? replicates : 0, replicates, read);
    });
    for (std::size_t point = 0; point < plan_.points; ++point)
        if (plan_.start_of[point] != point) size_.shares_worlds = true;
    size_.numbers_kept =
        size_.runs * static_cast<double>(measure_count(plan_.measures, design_.base().scenario));
}

void Sweep::check_output() const {
    const bool goes_on = asked_.resume || asked_.retry_failed || asked_.shard.of > 1;
    const bool is_ours = goes_on && identity_in_file(output_) == identity_of(file_).hex();
    std::vector<std::string> inputs = paths_of(asked_.operands.front(), design_.base());
    check_output_path(output_, inputs, asked_.force || is_ours);
    if (!parts_->exist() || goes_on || asked_.force) return;
    throw Error(ErrorKind::cannot_create, {{parts_->folder(), "holds a sweep that is not finished", "",
                                            "--resume goes on with it, --force starts afresh"}});
}

void Sweep::say_dry_run() const {
    check_output();
    const std::size_t threads = threads_of(asked_);
    const SizeEstimate size = estimate_size(size_, threads);
    check_memory(output_, size);
    say(asked_, fmt::format("dry run: {} with {} and {}, {} runs of about {} households, {} months in all",
                            design_.base().scenario.name, count_text(plan_.points, "point"),
                            count_text(plan_.replicates, "replicate"), number_text(size_.runs, 0),
                            number_text(size.households, 0), number_text(size.months, 0)));
    say(asked_, fmt::format("about {} and {} of memory on {}, {} on disk, by the rate in 'tujuh check'",
                            duration_text(size.seconds), size_text(size.memory_bytes),
                            count_text(threads, "thread"), size_text(size.result_bytes)));
    say(asked_, fmt::format("{} would be written; nothing was simulated or written", output_));
}

std::vector<std::size_t> Sweep::own_batches() const {
    std::vector<std::size_t> own;
    for (std::size_t batch = 0; batch < plan_.batches(); ++batch)
        if (batch % asked_.shard.of == asked_.shard.number - 1) own.push_back(batch);
    std::vector<std::size_t> of_process;
    for (std::size_t i = this_process().rank(); i < own.size(); i += this_process().count())
        of_process.push_back(own[i]);
    return of_process;
}

std::optional<std::vector<PointResult>> Sweep::finished(std::size_t batch) const {
    const auto bytes = parts_->read(batch);
    if (!bytes) return std::nullopt;
    auto points = batch_of_bytes(*bytes);
    const std::size_t expected = plan_.end_point(batch) - plan_.first_point(batch);
    if (points && points->size() != expected) return std::nullopt;
    return points;
}

bool Sweep::run(const std::vector<std::size_t>& batches, const WantsPoint& wants,
                const std::function<void(BatchResult)>& commit, WhenStopped when_stopped) const {
    Session session(asked_, design_.base().scenario.name, months_of_batches(plan_, batches, wants), output_,
                    estimate_size(size_, threads_of(asked_)),
                    are_small(std::vector<Scenario>{size_.largest}, threads_of(asked_)), when_stopped);
    const bool done = run_batches(plan_, batches, wants, commit, session.options());
    session.end({});
    return done;
}

void Sweep::run_what_is_left(const std::vector<std::size_t>& batches) const {
    std::vector<std::size_t> left;
    std::vector<std::optional<std::vector<PointResult>>> before(plan_.batches());
    for (const std::size_t batch : batches) {
        before[batch] = finished(batch);
        const auto& points = before[batch];
        const bool retry =
            points && asked_.retry_failed &&
            std::any_of(points->begin(), points->end(), [](const auto& p) { return p.failed(); });
        if (!points || retry) left.push_back(batch);
    }
    const auto wants = [&](std::size_t point) {
        const auto& points = before[point / plan_.batch_points];
        return !points || (*points)[point % plan_.batch_points].failed();
    };
    if (left.size() < batches.size())
        say(asked_,
            fmt::format("{} of {} batches are done already", batches.size() - left.size(), batches.size()));
    const auto commit = [&](BatchResult result) {
        for (std::size_t i = 0; i < result.points.size(); ++i)
            if (!wants(plan_.first_point(result.batch) + i))
                result.points[i] = std::move((*before[result.batch])[i]);
        parts_->write(result.batch, bytes_of_batch(result.points));
    };
    const bool done = run(left, wants, commit, WhenStopped::finished_batches_are_kept);
    if (any_process(!done))
        throw Error(ErrorKind::interrupted,
                    {{"", fmt::format("stopped; the batches that are done are kept in {}", parts_->folder()),
                      "", "the same command with --resume goes on"}});
}

SweepFile Sweep::in_memory() const {
    SweepFile whole = file_;
    whole.results.resize(plan_.points);
    std::vector<std::size_t> batches(plan_.batches());
    std::iota(batches.begin(), batches.end(), std::size_t{0});
    const auto all = [](std::size_t) { return true; };
    const auto keep = [&](BatchResult result) {
        std::move(result.points.begin(), result.points.end(),
                  whole.results.begin() + static_cast<std::ptrdiff_t>(plan_.first_point(result.batch)));
    };
    if (!run(batches, all, keep, WhenStopped::nothing_is_written))
        throw Error(ErrorKind::interrupted, {{"", "stopped; nothing was written", "", ""}});
    add_findings(whole);
    return whole;
}

std::optional<SweepFile> Sweep::assembled() const {
    SweepFile whole = file_;
    for (std::size_t batch = 0; batch < plan_.batches(); ++batch) {
        auto points = finished(batch);
        if (!points) return std::nullopt;
        std::move(points->begin(), points->end(), std::back_inserter(whole.results));
    }
    add_findings(whole);
    return whole;
}

SweepFile Sweep::stored() const {
    SweepFile whole = file_;
    whole.results = read_point_results(output_, whole);
    add_findings(whole);
    return whole;
}

std::optional<SweepFile> Sweep::carry_out() {
    const bool goes_on = asked_.resume || asked_.retry_failed || asked_.shard.of > 1;
    if (is_first_process()) {
        check_output();
        if (!goes_on) parts_->remove();
        if (goes_on && !parts_->exist() && identity_in_file(output_) == identity_of(file_).hex()) {
            any_process(true);
            say(asked_, fmt::format("{} is complete; there is nothing to do", output_));
            return stored();
        }
        parts_->make_folder();
    }
    if (any_process(false)) return std::nullopt;
    run_what_is_left(own_batches());
    if (!is_first_process()) return std::nullopt;

    const PartsLock lock(parts_->folder());
    auto whole = assembled();
    if (!whole) {
        say(asked_, fmt::format("part {} of {} is done; the last one to end writes {}", asked_.shard.number,
                                asked_.shard.of, output_));
        return std::nullopt;
    }
    say_written(asked_, output_, write_sweep(output_, *whole));
    const bool any_failed = std::any_of(whole->results.begin(), whole->results.end(),
                                        [](const auto& point) { return point.failed(); });
    if (!any_failed) parts_->remove();
    return whole;
}

std::size_t failed_in(const SweepFile& sweep) {
    return static_cast<std::size_t>(std::count_if(sweep.results.begin(), sweep.results.end(),
                                                  [](const auto& point) { return point.failed(); }));
}

void say_failed(const SweepFile& sweep, std::string_view remedy) {
    constexpr std::size_t most_told = 5;
    const std::size_t failed = failed_in(sweep);
    std::size_t told = 0;
    for (std::size_t p = 0; p < sweep.results.size() && told < most_told; ++p) {
        if (!sweep.results[p].failed()) continue;
        warn(fmt::format("point {} failed: {}", p, sweep.results[p].reason));
        ++told;
    }
    warn(fmt::format("{} of {} points failed; {}", failed, sweep.results.size(), remedy));
}

int say_end(const CommandLine& asked, const SweepFile& sweep, const std::string& output,
            std::string_view remedy) {
    if (failed_in(sweep) == 0) {
        say(asked, fmt::format("\nnext: tujuh report {}", output));
        return 0;
    }
    say_failed(sweep, remedy);
    return points_failed;
}

} // namespace tujuh
