// Events until the host drains them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "acd/engine/event.hpp"

namespace acd {
inline namespace v1 {

class EventLog {
 public:
  EventLog() : events_(reserved) {}

  /// A new event with default fields; valid until the next.
  Event& append() {
    if (size_ == capacity_) grow();
    ++count_;
    Event& event = events_[size_++];
    event = Event{};
    return event;
  }
  /// Valid until the next append.
  [[nodiscard]] std::span<const Event> drain() { return {events_.data(), std::exchange(size_, 0)}; }
  /// Number of the last event: how many there ever were.
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  [[gnu::cold, gnu::noinline]] void grow() {
    capacity_ *= 2;
    events_.resize(capacity_);
  }

  static constexpr std::size_t reserved = 1024;
  std::vector<Event> events_;
  std::size_t capacity_ = reserved;
  std::size_t size_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace v1
}  // namespace acd
