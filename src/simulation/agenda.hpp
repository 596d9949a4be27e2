// What is planned, first things first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "acd/vocabulary/time.hpp"

namespace acd::simulation {

/// At the same instant, in this order.
enum class Planned : std::uint8_t {
  confirm,      ///< a withdrawn offer's end; subject: offer
  complete,     ///< subject: session
  end_wrap_up,  ///< subject: offer
  answer,       ///< of an agent to an offer; subject: offer
  press_key,    ///< in a menu; subject: session
  leave_bot,    ///< subject: session
  sign_out,     ///< subject: staff stretch
  sign_in,      ///< subject: staff stretch
  back_ready,   ///< after missed offers; subject: agent
  lose,         ///< who came to work where it is dark; subject: agent
  go_dark,      ///< subject: outage
  light_up,     ///< subject: outage
  happening,    ///< subject: which
  reconcile,    ///< the host does
  redial,       ///< subject: one of those who will
  abandon,      ///< subject: session
  arrive,       ///< subject: demand
};

struct Plan {
  std::int64_t at_us = 0;
  std::uint64_t order = 0;  ///< what, above the number of the plan
  std::uint64_t subject = 0;
  [[nodiscard]] Planned what() const { return static_cast<Planned>(order >> 56); }
  [[nodiscard]] Instant at() const { return Instant{Duration{at_us}}; }
  /// One comparison of 128 bits, without a branch: the loop of the heap decides nothing else.
  friend bool operator<(const Plan& a, const Plan& b) { return a.key() < b.key(); }

 private:
  __extension__ using Key = unsigned __int128;
  [[nodiscard]] Key key() const { return Key{static_cast<std::uint64_t>(at_us)} << 64 | order; }
};

/// A 4-ary heap. Plans are not taken back: whoever performs one asks whether it still holds.
class Agenda {
 public:
  void clear() {
    plans_.clear();
    planned_ = 0;
  }
  [[nodiscard]] bool empty() const { return plans_.empty(); }
  /// Requires: not empty.
  [[nodiscard]] const Plan& top() const { return plans_.front(); }

  void add(Instant at, Planned what, std::uint64_t subject) {
    const Plan plan{at.time_since_epoch().count(),
                    static_cast<std::uint64_t>(what) << 56 | planned_++, subject};
    plans_.push_back(plan);
    sift_up(plans_.size() - 1, plan);
  }
  /// Requires: not empty.
  Plan take() {
    const Plan first = plans_.front();
    const Plan last = plans_.back();
    plans_.pop_back();
    if (!plans_.empty()) sift_down(last);
    return first;
  }

 private:
  static constexpr std::size_t arity = 4;

  void sift_up(std::size_t hole, const Plan& plan) {
    while (hole > 0 && plan < plans_[(hole - 1) / arity]) {
      plans_[hole] = plans_[(hole - 1) / arity];
      hole = (hole - 1) / arity;
    }
    plans_[hole] = plan;
  }
  // The hole sinks to a leaf along the least ones, then `plan` rises from there: what was last is
  // seldom among the first.
  void sift_down(const Plan& plan) {
    const std::size_t size = plans_.size();
    std::size_t hole = 0;
    std::size_t first = 1;
    while (first + arity <= size) {
      const std::size_t left = plans_[first + 1] < plans_[first] ? first + 1 : first;
      const std::size_t right = plans_[first + 3] < plans_[first + 2] ? first + 3 : first + 2;
      const std::size_t least = plans_[right] < plans_[left] ? right : left;
      plans_[hole] = plans_[least];
      hole = least;
      first = arity * hole + 1;
    }
    if (first < size) {
      std::size_t least = first;
      for (std::size_t i = first + 1; i < size; ++i) least = plans_[i] < plans_[least] ? i : least;
      plans_[hole] = plans_[least];
      hole = least;
    }
    sift_up(hole, plan);
  }

  std::vector<Plan> plans_{};
  std::uint64_t planned_ = 0;
};

}  // namespace acd::simulation
