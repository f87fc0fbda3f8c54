// SPDX-License-Identifier: Apache-2.0
// The work is cut into starts: the points of a batch that reach tick 0 with one world, and a replicate. A
// start is one burn-in and a run for each of its points.
#include "run/sweep.hpp"

#include "outcomes/catalogue.hpp"
#include "run/replicates.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <exception>
#include <mutex>
#include <new>
#include <optional>
#include <utility>

namespace tujuh {

namespace {

/// The wanted points of a batch that start from one world, and a replicate.
struct Start {
    std::size_t batch = 0; ///< position among those that are carried out
    std::vector<std::size_t> points;
    std::size_t replicate = 0;
};

/// Wanted points of a batch by the world that they start from.
std::vector<std::vector<std::size_t>> shared_starts(const SweepPlan& plan, std::size_t batch,
                                                    const WantsPoint& wants) {
    std::vector<std::vector<std::size_t>> starts;
    for (std::size_t point = plan.first_point(batch); point < plan.end_point(batch); ++point) {
        if (!wants(point)) continue;
        const auto same = std::find_if(starts.begin(), starts.end(), [&](const auto& start) {
            return plan.start_of[start.front()] == plan.start_of[point];
        });
        if (same != starts.end())
            same->push_back(point);
        else
            starts.push_back({point});
    }
    return starts;
}

Window window_of(const Reading& reading) noexcept {
    return {static_cast<std::size_t>(reading.from_month), static_cast<std::size_t>(reading.to_month) + 1};
}

/// A batch under way. Each run writes its own element of `runs`.
struct Batch {
    std::size_t first_point = 0;
    std::vector<std::vector<double>> runs; ///< [point][replicate]
    std::vector<std::string> reasons;      ///< [point], of the first replicate that failed
    std::vector<std::size_t> failed_replicate;
    std::size_t starts_left = 0;
};

std::string reason_of(const Violation& violation, std::size_t replicate) {
    return "replicate " + std::to_string(replicate) + ", month " + std::to_string(violation.tick) + ", " +
           violation.where + ": " + violation.what + " does not hold: expected " +
           std::to_string(violation.expected) + ", found " + std::to_string(violation.found);
}

std::string reason_of(const std::exception& error, std::size_t replicate) {
    const bool no_memory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr;
    return "replicate " + std::to_string(replicate) + ": " + (no_memory ? "out of memory" : error.what());
}

/// Carries out starts side by side or one after the other.
class SweepRuns {
  public:
    SweepRuns(const SweepPlan& plan, std::span<const std::size_t> batches, const WantsPoint& wants,
              const std::function<void(BatchResult)>& commit, const RunOptions& options)
        : plan_(plan), commit_(commit), options_(options), numbers_(batches),
          months_read_(months_read(plan.measures, plan.months)), batches_(batches.size()) {
        for (std::size_t b = 0; b < batches.size(); ++b) add_batch(b, wants);
    }

    bool run() {
        const auto body = [&](std::size_t i) {
            if (stopped()) return;
            run_start(starts_[i]);
            if (!stopped_) finish(starts_[i].batch);
        };
        if (options_.side_by_side)
            options_.for_each(starts_.size(), body);
        else
            in_order(starts_.size(), body);
        return !stopped_;
    }

  private:
    void add_batch(std::size_t b, const WantsPoint& wants) {
        Batch& batch = batches_[b];
        batch.first_point = plan_.first_point(numbers_[b]);
        const std::size_t points = plan_.end_point(numbers_[b]) - batch.first_point;
        batch.runs.resize(points * plan_.replicates);
        batch.reasons.resize(points);
        batch.failed_replicate.assign(points, plan_.replicates);
        const std::size_t before = starts_.size();
        for (auto& points_of_start : shared_starts(plan_, numbers_[b], wants))
            for (std::size_t r = 0; r < plan_.replicates; ++r) starts_.push_back({b, points_of_start, r});
        batch.starts_left = starts_.size() - before;
    }

    /// Notes that somebody wants an end; what was simulated since may be cut short.
    bool stopped() {
        if (options_.stop != nullptr && *options_.stop) stopped_ = true;
        return stopped_;
    }

    void run_start(const Start& start) {
        std::optional<World> world;
        for (std::size_t i = 0; i < start.points.size() && !stopped_; ++i) {
            const bool is_last = i + 1 == start.points.size();
            run_point(start, start.points[i], world, is_last);
        }
    }

    /// Burns in the world where there is none yet; its last user takes it.
    void run_point(const Start& start, std::size_t point, std::optional<World>& world, bool is_last) {
        Experiment experiment(options_);
        try {
            const Scenario scenario = plan_.scenario_of(point);
            const std::uint32_t replicate = plan_.replicate_of(point, start.replicate);
            if (!world) world = experiment.burnt_in_world(scenario, replicate);
            if (world)
                if (const auto table = experiment.outcomes_of(is_last ? std::move(*world) : *world, scenario,
                                                              replicate, nullptr, months_read_))
                    run_of(start, point) = window_means(*table, plan_.measures);
            const Halt halt = experiment.halt();
            if (halt.violation) fail(start, point, reason_of(*halt.violation, start.replicate));
            if (halt.stopped) stopped_ = true;
        } catch (const std::exception& error) {
            fail(start, point, reason_of(error, start.replicate));
        }
    }

    std::vector<double>& run_of(const Start& start, std::size_t point) {
        Batch& batch = batches_[start.batch];
        return batch.runs[(point - batch.first_point) * plan_.replicates + start.replicate];
    }

    /// Of several replicates that failed the lowest is told, whichever came first.
    void fail(const Start& start, std::size_t point, std::string reason) {
        const std::lock_guard lock(mutex_);
        Batch& batch = batches_[start.batch];
        const std::size_t at = point - batch.first_point;
        if (start.replicate >= batch.failed_replicate[at]) return;
        batch.failed_replicate[at] = start.replicate;
        batch.reasons[at] = std::move(reason);
    }

    void finish(std::size_t b) {
        const std::lock_guard lock(mutex_);
        if (--batches_[b].starts_left == 0) commit_(result_of(b));
    }

    BatchResult result_of(std::size_t b) {
        Batch& batch = batches_[b];
        BatchResult result;
        result.batch = numbers_[b];
        for (std::size_t i = 0; i < batch.reasons.size(); ++i) {
            PointResult point{std::move(batch.reasons[i]), {}};
            for (std::size_t r = 0; r < plan_.replicates && !point.failed(); ++r) {
                const auto& run = batch.runs[i * plan_.replicates + r];
                point.values.insert(point.values.end(), run.begin(), run.end());
            }
            result.points.push_back(std::move(point));
        }
        batch = {}; // its memory is wanted by others
        return result;
    }

    const SweepPlan& plan_;
    const std::function<void(BatchResult)>& commit_;
    const RunOptions& options_;
    std::span<const std::size_t> numbers_;
    const MonthsRead months_read_;
    std::vector<Batch> batches_;
    std::vector<Start> starts_;
    std::atomic<bool> stopped_{false};
    std::mutex mutex_; ///< of reasons, of what is left, and of the commit
};

} // namespace

MonthsRead months_read(const SweepMeasures& measures, std::int32_t months) {
    MonthsRead read(static_cast<std::size_t>(months));
    const auto add = [&](Window window) {
        for (std::size_t month = window.first; month < window.end; ++month) read[month] = true;
    };
    add(measures.window);
    for (const Reading& reading : measures.readings) add(window_of(reading));
    return read;
}

std::size_t measure_count(const SweepMeasures& measures, const Scenario& scenario) {
    std::size_t numbers = 1;
    for (const Grouping grouping : measures.groupings) numbers += group_labels(grouping, scenario).key.size();
    return numbers * measures.outcomes.size() + measures.readings.size();
}

double read(const OutcomeTable& table, const Reading& reading) {
    const std::size_t outcome = *find_outcome(reading.outcome);
    const Window window = window_of(reading);
    if (reading.group.empty()) return window_mean(table, outcome, window);
    const std::size_t slash = reading.group.find('/');
    for (std::size_t g = 0; g < grouping_count; ++g) {
        if (grouping_rows[g].key != reading.group.substr(0, slash)) continue;
        const auto& keys = table.groups[g].labels.key;
        const auto found = std::find(keys.begin(), keys.end(), reading.group.substr(slash + 1));
        if (found == keys.end()) break;
        return window_mean(table, static_cast<Grouping>(g), outcome,
                           static_cast<std::size_t>(found - keys.begin()), window);
    }
    return std::nan("");
}

std::vector<double> window_means(const OutcomeTable& table, const SweepMeasures& measures) {
    std::vector<double> means;
    for (const std::size_t outcome : measures.outcomes)
        means.push_back(window_mean(table, outcome, measures.window));
    for (const Grouping grouping : measures.groupings) {
        const auto& grouped = table.groups[static_cast<std::size_t>(grouping)];
        for (const std::size_t outcome : measures.outcomes)
            for (std::size_t g = 0; g < grouped.labels.key.size(); ++g)
                means.push_back(window_mean(table, grouping, outcome, g, measures.window));
    }
    for (const Reading& reading : measures.readings) means.push_back(read(table, reading));
    return means;
}

std::size_t SweepPlan::end_point(std::size_t batch) const noexcept {
    return std::min(points, (batch + 1) * batch_points);
}

std::uint32_t SweepPlan::replicate_of(std::size_t point, std::size_t replicate) const noexcept {
    return first_replicate +
           static_cast<std::uint32_t>(common_random_numbers ? replicate : point * replicates + replicate);
}

std::size_t batch_points_for(double seconds_a_point) noexcept {
    constexpr double seconds_a_batch = 1, most = 64;
    return static_cast<std::size_t>(std::clamp(std::floor(seconds_a_batch / seconds_a_point), 1.0, most));
}

bool run_batches(const SweepPlan& plan, std::span<const std::size_t> batches, const WantsPoint& wants,
                 const std::function<void(BatchResult)>& commit, const RunOptions& options) {
    return SweepRuns(plan, batches, wants, commit, options).run();
}

std::size_t months_of_batches(const SweepPlan& plan, std::span<const std::size_t> batches,
                              const WantsPoint& wants) {
    std::size_t months = 0;
    for (const std::size_t batch : batches)
        for (const auto& start : shared_starts(plan, batch, wants))
            months += static_cast<std::size_t>(plan.burn_in_months[start.front()]) +
                      start.size() * static_cast<std::size_t>(plan.months);
    return months * plan.replicates;
}

} // namespace tujuh
