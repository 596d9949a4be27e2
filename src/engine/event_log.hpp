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
  EventLog() : events_(reserved) { begin_at(0); }

  /// A new event with default fields; valid until the next.
  Event& append() {
    if (next_ == end_) [[unlikely]]
      grow();
    ++count_;
    Event& event = *next_++;
    event = Event{};
    return event;
  }
  /// There is room for `taken_max` events; false: `append` may have to move what is there.
  [[nodiscard]] bool has_room() const { return next_ <= brink_; }
  static constexpr std::size_t taken_max = 2;
  /// So many new events, one behind the other, for which there is room. Their fields are unset.
  Event* take(std::size_t events) {
    count_ += events;
    return std::exchange(next_, next_ + events);
  }
  /// Valid until the next append.
  [[nodiscard]] std::span<const Event> drain() {
    next_ = events_.data();
    return {next_, static_cast<std::size_t>(count_ - std::exchange(drained_, count_))};
  }
  /// Number of the last event: how many there ever were.
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  [[gnu::cold, gnu::noinline]] void grow() {
    const std::size_t size = events_.size();
    events_.resize(2 * size);
    begin_at(size);
  }
  void begin_at(std::size_t index) {
    next_ = events_.data() + index;
    end_ = events_.data() + events_.size();
    brink_ = end_ - taken_max;
  }

  static constexpr std::size_t reserved = 1024;
  std::vector<Event> events_;
  Event* next_ = nullptr;
  Event* end_ = nullptr;
  const Event* brink_ = nullptr;  // the last place behind which there is room
  std::uint64_t count_ = 0;
  std::uint64_t drained_ = 0;
};

}  // namespace v1
}  // namespace acd
