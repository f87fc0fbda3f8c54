// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "world/places.hpp"

#include <algorithm>
#include <cstddef>
#include <span>

namespace tujuh {

/// Candidates from whom the most needed is taken, one by one. Far more call for acts than hours reach, so
/// they are a heap and never sorted; of four branches, as its depth is what taking costs.
class Queue {
  public:
    Queue() = default;
    explicit Queue(std::span<Candidate> candidates) : heap_(candidates.data()), count_(candidates.size()) {
        for (std::size_t i = count_ / branches + 1; i-- > 0;)
            if (i < count_) settle(i, heap_[i]);
    }

    bool empty() const noexcept { return count_ == 0; }
    std::span<const Candidate> all() const noexcept { return {heap_, count_}; }
    const Candidate& next() const noexcept { return heap_[0]; }
    Candidate take() {
        const Candidate taken = heap_[0];
        --count_;
        if (count_ > 0) settle(0, heap_[count_]);
        return taken;
    }

  private:
    static constexpr std::size_t branches = 4;

    /// The most needed of a branch, chosen without a jump: nobody can foresee which it is.
    std::size_t most_of_four(std::size_t first) const noexcept {
        const auto a = heap_[first].rank(), b = heap_[first + 1].rank(), c = heap_[first + 2].rank(),
                   d = heap_[first + 3].rank();
        const std::size_t of_left = a < b, of_right = 2u + (c < d);
        const std::size_t right = std::max(a, b) < std::max(c, d);
        return first + of_left + right * (of_right - of_left);
    }

    /// Fills place `top` with what comes up from below, down to the lowest, and puts `candidate`, which
    /// mostly belongs far down, into the way that is left.
    void settle(std::size_t top, Candidate candidate) noexcept {
        std::size_t place = top, first = branches * place + 1;
        for (; first + branches <= count_; first = branches * place + 1) {
            const std::size_t up = most_of_four(first);
            heap_[place] = heap_[up];
            place = up;
        }
        if (first < count_) {
            std::size_t up = first;
            for (std::size_t next = first + 1; next < count_; ++next)
                if (heap_[up].rank() < heap_[next].rank()) up = next;
            heap_[place] = heap_[up];
            place = up;
        }
        for (; place > top; place = (place - 1) / branches) {
            const Candidate& above = heap_[(place - 1) / branches];
            if (above.rank() > candidate.rank()) break;
            heap_[place] = above;
        }
        heap_[place] = candidate;
    }

    Candidate* heap_ = nullptr;
    std::size_t count_ = 0;
};

/// The same of few candidates: the most needed is looked for each time.
class ShortQueue {
  public:
    explicit ShortQueue(std::span<Candidate> candidates) : left_(candidates) {}

    bool empty() const noexcept { return left_.empty(); }
    Candidate take() {
        std::size_t most = 0;
        std::uint64_t highest = 0;
        for (std::size_t i = 0; i < left_.size(); ++i) {
            const auto rank = left_[i].rank();
            most = rank > highest ? i : most;
            highest = std::max(rank, highest);
        }
        const Candidate taken = left_[most];
        left_[most] = left_.back();
        left_ = left_.first(left_.size() - 1);
        return taken;
    }

  private:
    std::span<Candidate> left_;
};

} // namespace tujuh
