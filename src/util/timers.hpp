// Deadlines in order: a 4-ary heap from which a timer is taken by name.
#pragma once

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "util/addressable_heap.hpp"

namespace acd::util {

/// When, and how ties are broken: by the event number at setting with the kind below it,
/// then by the slots of what it belongs to.
struct TimerKey {
  std::int64_t deadline = 0;
  std::uint64_t number_and_kind = 0;
  std::uint64_t slots = 0;
  friend auto operator<=>(const TimerKey&, const TimerKey&) = default;
};

class Timers {
  static constexpr std::uint32_t unset = 0xffffffff;
  [[nodiscard]] auto position() {
    return [this](std::uint32_t name) -> std::uint32_t& { return positions_[name]; };
  }

 public:
  using Name = std::uint32_t;
  using Entry = AddressableHeap<TimerKey>::Entry;

  /// No deadline at or after `horizon` is ever due.
  explicit Timers(std::int64_t horizon) : horizon_{horizon}, soonest_{horizon} {}

  [[nodiscard]] bool empty() const { return heap_.empty(); }
  /// The first deadline, or the horizon if that is sooner.
  [[nodiscard]] std::int64_t soonest() const { return soonest_; }
  /// Requires: not empty.
  [[nodiscard]] const Entry& top() const { return heap_.top(); }
  [[nodiscard]] bool is_set(Name name) const {
    return name < positions_.size() && positions_[name] != unset;
  }
  /// Names are small numbers; room for them is made here or when they are first used.
  void reserve(std::size_t names) {
    positions_.resize(names, unset);
    heap_.reserve(names);
  }
  /// Sets or moves.
  void set(Name name, const TimerKey& key) {
    clear(name);
    if (name >= positions_.size()) positions_.resize(std::size_t{name} + 1, unset);
    heap_.insert({key, name}, position());
    find_soonest();
  }
  /// Nothing happens if it is not set.
  void clear(Name name) {
    if (empty() || !is_set(name)) return;
    const std::size_t hole = positions_[name];
    positions_[name] = unset;
    heap_.erase_at(hole, position());
    find_soonest();
  }

 private:
  void find_soonest() { soonest_ = empty() ? horizon_ : std::min(horizon_, top().key.deadline); }

  AddressableHeap<TimerKey> heap_;
  std::vector<std::uint32_t> positions_;
  std::int64_t horizon_;
  std::int64_t soonest_;
};

}  // namespace acd::util
