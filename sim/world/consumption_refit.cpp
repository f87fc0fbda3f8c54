// SPDX-License-Identifier: Apache-2.0
// Two nested searches again, in the sample: for a bend the spread that its Gini asks for, with the level that
// its mean asks for; then the bend at which its headcount is the published one.
#include "world/consumption_refit.hpp"

#include "base/instruction_sets.hpp"
#include "base/root.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace tujuh {
namespace {

/// Two points between which a rising function passes 0, both the same where it is 0 already.
struct Bracket {
    double low, f_low, high, f_high;
    bool holds() const noexcept { return f_low <= 0 && f_high >= 0; }
};

/// Looks for a bracket from `start` outward, in steps that double up to about 10.
template <class Function> Bracket bracket_around(double start, Function f) {
    constexpr int most_steps = 9;
    constexpr double first_step = 0.02;
    const double f_start = f(start);
    Bracket bracket{start, f_start, start, f_start};
    double step = first_step;
    for (int count = 0; count < most_steps && bracket.f_low > 0; ++count, step *= 2) {
        bracket.high = bracket.low;
        bracket.f_high = bracket.f_low;
        bracket.low -= step;
        bracket.f_low = f(bracket.low);
    }
    for (int count = 0; count < most_steps && bracket.f_high < 0; ++count, step *= 2) {
        bracket.low = bracket.high;
        bracket.f_low = bracket.f_high;
        bracket.high += step;
        bracket.f_high = f(bracket.high);
    }
    return bracket;
}

/// The root in a bracket that holds.
template <class Function> double root_in(const Bracket& bracket, double tolerance, Function f) {
    if (bracket.low == bracket.high) return bracket.low;
    return root_between(bracket.low, bracket.f_low, bracket.high, bracket.f_high, tolerance, f);
}

/// Far below what is published: of a Gini, and of the line in log points.
constexpr double gini_tolerance = 1e-7, log_line_tolerance = 1e-5;

/// to[i] = e^(level + spread (standing + bend root)).
TUJUH_SIDE_BY_SIDE void put_resources(double* __restrict to, const double* __restrict standing,
                                      const double* __restrict root, std::size_t count, double level,
                                      double spread, double bend) {
    for (std::size_t i = 0; i < count; ++i)
        to[i] = exp_double(level + spread * (standing[i] + bend * root[i]));
}

/// Sorts what is nearly in order already: by insertion, until more moves were made than a sort would take.
template <class T, class Before> void sort_again(std::vector<T>& list, Before before) {
    std::size_t moves_left = 8 * list.size();
    for (std::size_t i = 1; i < list.size(); ++i) {
        if (!before(list[i], list[i - 1])) continue;
        const T moved = list[i];
        std::size_t place = i;
        for (; place > 0 && before(moved, list[place - 1]); --place) list[place] = list[place - 1];
        list[place] = moved;
        if (i - place > moves_left) return std::sort(list.begin(), list.end(), before);
        moves_left -= i - place;
    }
}

/// The sample's consumption under a curve, and what the search needs of it.
class SampleTrial {
  public:
    SampleTrial(const ConsumptionSample& sample, const CurveTargets& targets)
        : sample_(sample), targets_(targets), root_(sample.standing.size()), resources_(root_.size()),
          ranked_(root_.size()) {
        for (std::size_t i = 0; i < root_.size(); ++i) {
            root_[i] = square_root(square(sample.standing[i]) + static_cast<double>(bend_width_squared));
            ranked_[i] = {0, sample.persons[i], i};
            persons_ += sample.persons[i];
            transfers_ += sample.persons[i] * sample.transfer[i];
        }
    }

    bool possible() const noexcept {
        return !root_.empty() && persons_ > 0 && targets_.mean * persons_ > transfers_ &&
               is_possible(targets_);
    }

    /// The level that gives the published mean at this spread and bend.
    double level_for_mean(double spread, double bend) {
        put_resources(resources_.data(), sample_.standing.data(), root_.data(), root_.size(), 0, spread,
                      bend);
        double sum = 0;
        for (std::size_t i = 0; i < root_.size(); ++i)
            sum += sample_.persons[i] * sample_.multiplier[i] * resources_[i];
        return log((targets_.mean * persons_ - transfers_) / sum);
    }

    void put(const ConsumptionCurve& curve) {
        put_resources(resources_.data(), sample_.standing.data(), root_.data(), root_.size(), curve.level,
                      curve.spread, curve.bend);
        for (Ranked& household : ranked_) { // in the last order, which sorting then changes little
            const std::size_t i = household.number;
            household.consumption = sample_.multiplier[i] * resources_[i] + sample_.transfer[i];
        }
        sort_again(ranked_, [](const Ranked& a, const Ranked& b) {
            return a.consumption < b.consumption || (a.consumption == b.consumption && a.number < b.number);
        });
    }

    double mean() const noexcept {
        double sum = 0;
        for (const Ranked& household : ranked_) sum += household.persons * household.consumption;
        return sum / persons_;
    }

    double gini() const noexcept {
        double below = 0, sum = 0, by_rank = 0;
        for (const Ranked& household : ranked_) {
            const double part = household.persons * household.consumption;
            sum += part;
            by_rank += part * (2.0 * below + household.persons - persons_);
            below += household.persons;
        }
        return by_rank / (persons_ * sum);
    }

    double headcount() const noexcept {
        double below = 0;
        for (const Ranked& household : ranked_)
            if (household.consumption < targets_.poverty_line) below += household.persons;
        return below / persons_;
    }

    /// Consumption below which the published headcount lies, between the households on both sides of it.
    /// Unlike the headcount it changes without steps when the curve does.
    double consumption_at_headcount() const noexcept {
        const double wanted = targets_.headcount * persons_;
        double below = 0, last_middle = 0, last_consumption = ranked_.front().consumption;
        for (const Ranked& household : ranked_) {
            const double middle = below + 0.5 * household.persons;
            if (middle >= wanted) {
                const double share =
                    middle > last_middle ? (wanted - last_middle) / (middle - last_middle) : 1.0;
                return lerp(last_consumption, household.consumption, share);
            }
            last_middle = middle;
            last_consumption = household.consumption;
            below += household.persons;
        }
        return last_consumption;
    }

    /// By how much the log of consumption at the published headcount misses that of the line.
    double log_miss() const noexcept {
        const double at_headcount = consumption_at_headcount();
        return at_headcount > 0 ? log(at_headcount) - log(targets_.poverty_line) : -infinity_double;
    }

    /// Puts in the curve of this spread and bend with the published mean.
    ConsumptionCurve put_with_mean(double spread, double bend) {
        const ConsumptionCurve curve{level_for_mean(spread, bend), spread, bend};
        put(curve);
        return curve;
    }

    /// Puts in the curve of this spread and bend with the published headcount, its level near `start`.
    ConsumptionCurve put_with_headcount(double spread, double bend, double start) {
        ConsumptionCurve curve{start, spread, bend};
        const auto miss = [&](double level) {
            curve.level = level;
            put(curve);
            return log_miss();
        };
        const Bracket bracket = bracket_around(start, miss);
        if (bracket.holds())
            root_in(bracket, log_line_tolerance, miss);
        else
            miss(start);
        return curve;
    }

    double published_gini() const noexcept { return targets_.gini; }

  private:
    struct Ranked {
        double consumption, persons;
        std::size_t number;
    };

    const ConsumptionSample& sample_;
    const CurveTargets& targets_;
    std::vector<double> root_, resources_;
    std::vector<Ranked> ranked_; // by consumption, then number
    double persons_ = 0, transfers_ = 0;
};

/// The spread at which the sample has the published Gini, where `put(spread)` also keeps another figure; not
/// a number if there is none near enough.
template <class Put> double sample_spread(SampleTrial& trial, double start, Put put) {
    const auto miss = [&](double log_spread) {
        put(exp(log_spread));
        return trial.gini() - trial.published_gini();
    };
    const Bracket bracket = bracket_around(log(start), miss);
    if (!bracket.holds()) return not_a_number_double;
    const double spread = exp(root_in(bracket, gini_tolerance, miss));
    return spread < largest_spread ? spread : not_a_number_double;
}

/// A bend with the spread and level that Gini and mean ask for, and how far the headcount then is (log_miss).
struct SampleShape {
    ConsumptionCurve curve;
    double miss = not_a_number_double;
    bool exists() const noexcept { return miss == miss; }
};

SampleShape sample_shape(SampleTrial& trial, double bend, double start) {
    const double spread =
        sample_spread(trial, start, [&](double tried) { trial.put_with_mean(tried, bend); });
    if (spread != spread) return {};
    const ConsumptionCurve curve = trial.put_with_mean(spread, bend);
    const double miss = trial.log_miss();
    return {curve, miss > -infinity_double ? miss : not_a_number_double};
}

double magnitude(double x) noexcept {
    return x < 0 ? -x : x;
}

/// A root is worth its name when it misses the line by less, in log points.
constexpr double largest_log_miss = 1e-4;

/// Searches bends outward from the previous one, both ways in turn, until the miss changes its sign, and
/// solves there.
SampleShape search_bends(SampleTrial& trial, const ConsumptionCurve& previous) {
    constexpr double first_step = 0.04, step_growth = 1.5;
    const double middle = std::clamp(previous.bend, -bend_limit, bend_limit);
    SampleShape best = sample_shape(trial, middle, previous.spread);
    if (!best.exists() || magnitude(best.miss) <= log_line_tolerance) return best;
    std::array<SampleShape, 2> end = {best, best};
    double step = first_step, distance = 0;
    for (int round = 0; round < 12; ++round, step *= step_growth) {
        distance += step;
        for (std::size_t side = 0; side < 2; ++side) {
            SampleShape& last = end[side];
            const double bend =
                std::clamp(middle + (side == 0 ? distance : -distance), -bend_limit, bend_limit);
            if (!last.exists() || bend == last.curve.bend) continue;
            const SampleShape next = sample_shape(trial, bend, last.curve.spread);
            if (next.exists() && (next.miss > 0) != (last.miss > 0)) {
                SampleShape found = next;
                const auto miss = [&](double inner_bend) {
                    found = sample_shape(trial, inner_bend, found.curve.spread);
                    return found.exists() ? found.miss : 0.0;
                };
                root_between(last.curve.bend, last.miss, bend, next.miss, log_line_tolerance, miss);
                return found;
            }
            if (next.exists() && magnitude(next.miss) < magnitude(best.miss)) best = next;
            last = next;
        }
    }
    return best;
}

/// Moves level and spread at the curve's bend so that headcount and Gini are as published. False if that
/// fails.
bool release_mean(SampleTrial& trial, ConsumptionCurve& curve) {
    double level = curve.level;
    const auto put = [&](double spread) {
        level = trial.put_with_headcount(spread, curve.bend, level).level;
    };
    const double spread = sample_spread(trial, curve.spread, put);
    if (spread != spread) return false;
    curve = trial.put_with_headcount(spread, curve.bend, level);
    return magnitude(trial.log_miss()) <= largest_log_miss;
}

} // namespace

CurveRefit refit_curve(const ConsumptionCurve& previous, const ConsumptionSample& sample,
                       const CurveTargets& targets) {
    CurveRefit refit;
    refit.curve = previous;
    if (sample.standing.empty()) return refit;
    SampleTrial trial(sample, targets);
    if (trial.possible() && previous.spread > 0) {
        SampleShape found = search_bends(trial, previous);
        if (found.exists() && magnitude(found.miss) <= largest_log_miss) {
            refit.curve = found.curve;
            refit.result = RefitResult::solved;
        } else if (found.exists() && release_mean(trial, found.curve)) {
            refit.curve = found.curve;
            refit.result = RefitResult::mean_released;
        }
    }
    trial.put(refit.curve);
    refit.headcount = trial.headcount();
    refit.gini = trial.gini();
    refit.mean = trial.mean();
    return refit;
}

} // namespace tujuh
