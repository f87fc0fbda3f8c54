// SPDX-License-Identifier: Apache-2.0
#include "commands/searches.hpp"

#include "base/bytes.hpp"
#include "base/math.hpp"
#include "commands/interrupt.hpp"
#include "commands/speech.hpp"
#include "commands/text_table.hpp"
#include "commands/this_process.hpp"
#include "files/error.hpp"
#include "files/output_path.hpp"
#include "files/sweep_parts.hpp"
#include "files/sweep_read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace tujuh {

namespace {

/// A batch of points as a part: with the positions, so that another search's are recognised.
struct SearchedBatch {
    std::vector<double> positions; ///< [point][factor]
    std::vector<std::byte> points;
};

template <Is<SearchedBatch> Struct> auto parts(Struct& batch) {
    auto& [positions, points] = batch;
    return std::tie(positions, points);
}

std::vector<double> positions_of(const DesignPoints& points, std::size_t first, std::size_t end) {
    const auto at = [&](std::size_t point) {
        return points.position.begin() + static_cast<std::ptrdiff_t>(points.index(point, 0));
    };
    return {at(first), at(end)};
}

std::optional<std::vector<PointResult>> kept_points(const PartsFolder& folder, std::size_t part,
                                                    const std::vector<double>& positions) {
    const auto bytes = folder.read(part);
    if (!bytes) return std::nullopt;
    const auto batch = from_bytes<SearchedBatch>(*bytes);
    if (!batch || batch->positions != positions) return std::nullopt;
    return batch_of_bytes(batch->points);
}

void check_one_process() {
    if (this_process().count() > 1)
        throw Error(ErrorKind::command_line,
                    {{"", "a search runs in one process", "each of its points follows from earlier ones",
                      "leave mpirun out; --threads spreads its runs"}});
}

} // namespace

void refuse_parts(const CommandLine& asked) {
    for (const auto& [given, option] :
         {std::pair{asked.shard.of > 1, "--shard"}, std::pair{asked.retry_failed, "--retry-failed"}})
        if (given)
            throw Error(ErrorKind::command_line,
                        {{option, "has no use here", "each point of a search follows from earlier ones",
                          "leave it out"}});
}

Search::Search(const CommandLine& asked, LoadedDesign design, Writes writes)
    : asked_(asked), design_(std::move(design)), file_(sweep_of(design_)) {
    check_one_process();
    const Scenario& base = design_.base().scenario;
    check_corners();
    if (writes == Writes::nothing) return;
    say_about(asked, design_.base());
    output_ = asked.output.empty() ? base.name + ".h5" : asked.output;
    parts_ = sweep_parts(output_, identity_of(file_));
    check_output();
}

/// A point in the middle and both ends of all factors, so that a range that no scenario allows is told before
/// the first run; sizes the search by the largest of them.
void Search::check_corners() {
    const std::size_t factors = design_.design().factors.size();
    DesignPoints corners = design_.base_point();
    for (const double position : {0.0, 0.5, 1.0})
        append(corners, points_at(design_.design(), std::vector<double>(factors, position)));
    const auto points = design_.design().point_count();
    const auto replicates = static_cast<double>(design_.design().replicates);
    const double read = months_read(plan_of(design_, file_));
    design_.with_points(corners).check_points(in_order, [&](std::size_t, const Scenario& scenario) {
        check_groups(file_.groupings, scenario);
        const double runs = points * replicates / static_cast<double>(corners.count);
        size_.add(scenario, runs, runs, read);
    });
    if (const Design& design = design_.design(); design.method == DesignMethod::evolution) {
        const double again = (1.0 + design.population) * design.check_replicates;
        size_.add(design_.base().scenario, again, again, read);
    }
    size_.numbers_kept = size_.runs * static_cast<double>(numbers_of_a_run(file_));
}

bool Search::is_done() const {
    return parts_ && asked_.resume && !parts_->exist() &&
           identity_in_file(output_) == identity_of(file_).hex();
}

void Search::answer_from_file() {
    answers_ = read_point_results(output_, file_);
    if (design_.design().method != DesignMethod::evolution) return;
    for (PointResult& point : read_check_results(output_, file_)) answers_.push_back(std::move(point));
}

std::vector<PointResult> Search::next_answers(std::size_t count) {
    if (next_answer_ + count > answers_.size())
        throw Error(ErrorKind::input_output,
                    {{output_, "holds fewer points than its search ran", "", "it may be damaged"}});
    const auto from = answers_.begin() + static_cast<std::ptrdiff_t>(next_answer_);
    next_answer_ += count;
    return {from, from + static_cast<std::ptrdiff_t>(count)};
}

void Search::check_output() const {
    const bool is_ours = asked_.resume && identity_in_file(output_) == identity_of(file_).hex();
    check_output_path(output_, paths_of(asked_.operands.front(), design_.base()), asked_.force || is_ours);
    if (!parts_->exist() || asked_.resume || asked_.force) return;
    throw Error(ErrorKind::cannot_create, {{parts_->folder(), "holds a search that is not finished", "",
                                            "--resume goes on with it, --force starts afresh"}});
}

void Search::say_dry_run() const {
    const std::size_t threads = threads_of(asked_);
    const SizeEstimate size = estimate_size(size_, threads);
    check_memory(output_, size);
    say(asked_, fmt::format("dry run: {} with at most {} points and {}, {} runs of about {} households",
                            design_.base().scenario.name, number_text(design_.design().point_count(), 0),
                            count_text(design_.design().replicates, "replicate"), number_text(size_.runs, 0),
                            number_text(size.households, 0)));
    say(asked_, fmt::format("at most {} and {} of memory on {}, {} on disk, by the rate in 'tujuh check'",
                            duration_text(size.seconds), size_text(size.memory_bytes),
                            count_text(threads, "thread"), size_text(size.result_bytes)));
    say(asked_, fmt::format("{} would be written; nothing was simulated or written", output_));
}

void Search::begin() {
    if (session_) return;
    const std::size_t threads = threads_of(asked_);
    session_.emplace(asked_, design_.base().scenario.name, static_cast<std::size_t>(size_.lived.months),
                     output_, estimate_size(size_, threads),
                     are_small(std::vector<Scenario>{size_.largest}, threads),
                     parts_ ? WhenStopped::finished_batches_are_kept : WhenStopped::nothing_is_written);
    if (!parts_) return;
    if (!asked_.resume) parts_->remove();
    parts_->make_folder();
}

std::optional<std::vector<PointResult>> Search::carry_out(const DesignPoints& points, SweepPlan plan,
                                                          const LoadedDesign& round) {
    if (!answers_.empty()) return next_answers(points.count);
    begin();
    std::vector<PointResult> results(points.count);
    std::vector<std::size_t> left;
    const auto take = [&](std::size_t batch, std::vector<PointResult> of_batch) {
        std::move(of_batch.begin(), of_batch.end(),
                  results.begin() + static_cast<std::ptrdiff_t>(plan.first_point(batch)));
    };
    const auto positions = [&](std::size_t batch) {
        return positions_of(points, plan.first_point(batch), plan.end_point(batch));
    };
    const auto all = [](std::size_t) { return true; };
    for (std::size_t batch = 0; batch < plan.batches(); ++batch) {
        auto kept = parts_ ? kept_points(*parts_, next_part_ + batch, positions(batch)) : std::nullopt;
        if (kept && kept->size() == plan.end_point(batch) - plan.first_point(batch)) {
            const std::size_t done = batch;
            session_->already_done(months_of_batches(plan, {&done, 1}, all));
            take(batch, std::move(*kept));
        } else {
            left.push_back(batch);
        }
    }
    const auto commit = [&](BatchResult result) {
        if (parts_)
            parts_->write(next_part_ + result.batch,
                          to_bytes(SearchedBatch{positions(result.batch), bytes_of_batch(result.points)}));
        take(result.batch, std::move(result.points));
    };
    plan.scenario_of = [&round](std::size_t point) { return round.scenario_of(point); };
    if (!run_batches(plan, left, all, commit, session_->options())) return std::nullopt;
    next_part_ += plan.batches();
    return results;
}

std::optional<std::vector<PointResult>> Search::run(const DesignPoints& points) {
    const LoadedDesign round = design_.with_points(points);
    auto results = carry_out(points, plan_of(round, file_), round);
    if (!results) return std::nullopt;
    append(file_.points, points);
    file_.results.insert(file_.results.end(), results->begin(), results->end());
    return results;
}

std::optional<std::vector<PointResult>>
Search::run_again(const DesignPoints& points, std::uint32_t replicates, std::uint32_t first_replicate) {
    const LoadedDesign round = design_.with_points(points);
    SweepPlan plan = plan_of(round, file_);
    plan.replicates = replicates;
    plan.first_replicate = first_replicate;
    return carry_out(points, std::move(plan), round);
}

std::vector<double> Search::reading(const PointResult& point, std::size_t reading,
                                    std::uint32_t replicates) const {
    std::vector<double> values(replicates, not_a_number_double);
    if (point.values.empty()) return values;
    for (std::size_t r = 0; r < replicates; ++r)
        values[r] = point.values[r * numbers_of_a_run(file_) + first_reading(file_) + reading];
    return values;
}

void Search::throw_stopped() const {
    if (!parts_) throw_interrupted();
    throw Error(ErrorKind::interrupted,
                {{"", fmt::format("stopped; the points that are done are kept in {}", parts_->folder()), "",
                  "the same command with --resume goes on"}});
}

void Search::write(const SweepFile& whole) {
    end();
    const PartsLock lock(parts_->folder());
    say_written(asked_, output_, write_sweep(output_, whole));
    parts_->remove();
}

} // namespace tujuh
