// Events until the host drains them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "acd/engine/unread_events.hpp"

namespace acd {
inline namespace v1 {

class EventLog : public UnreadEvents {
 public:
  EventLog() : events_(reserved) { begin_at(0); }

  /// A new event with default fields; valid until the next.
  Event& append() {
    if (end_ == memory_end_) [[unlikely]]
      grow();
    ++count_;
    Event& event = *end_++;
    event = Event{};
    return event;
  }
  /// There is room for `taken_max` events; false: `append` may have to move what is there.
  [[nodiscard]] bool has_room() const { return end_ <= brink_; }
  static constexpr std::size_t taken_max = 2;
  /// So many new events, one behind the other, for which there is room. Their fields are unset.
  Event* take(std::size_t events) {
    count_ += events;
    return std::exchange(end_, end_ + events);
  }
  /// Appended since the router was made.
  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  [[gnu::cold, gnu::noinline]] void grow() {
    const std::size_t size = events_.size();
    events_.resize(2 * size);
    begin_at(size);
  }
  void begin_at(std::size_t index) {
    first_ = events_.data();
    end_ = first_ + index;
    memory_end_ = first_ + events_.size();
    brink_ = memory_end_ - taken_max;
  }

  static constexpr std::size_t reserved = 1024;
  std::vector<Event> events_;
  const Event* memory_end_ = nullptr;
  const Event* brink_ = nullptr;  // the last place behind which there is room
  std::uint64_t count_ = 0;
};

}  // namespace v1
}  // namespace acd
