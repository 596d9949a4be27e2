// Events until the host drains them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "acd/engine/event.hpp"

namespace acd {
inline namespace v1 {

class EventLog {
 public:
  EventLog() { events_.reserve(reserved); }

  /// A new event with default fields; valid until the next.
  Event& append() {
    if (drained_) {
      events_.clear();
      drained_ = false;
    }
    ++count_;
    return events_.emplace_back();
  }
  [[nodiscard]] std::span<const Event> drain() {
    if (drained_) return {};
    drained_ = true;
    return events_;
  }
  /// Number of the last event: how many there ever were.
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  static constexpr std::size_t reserved = 1024;
  std::vector<Event> events_;
  std::uint64_t count_ = 0;
  bool drained_ = false;
};

}  // namespace v1
}  // namespace acd
