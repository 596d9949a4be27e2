// Where a router's events lie until its host takes them.
#pragma once

#include <span>
#include <utility>

#include "acd/engine/event.hpp"

namespace acd {
inline namespace v1 {

/// Public only so that taking them, which a host does after every command, is in line with the
/// host: use `Router::drain_events`.
class UnreadEvents {
 public:
  /// All of them, in order; after it there are none. Valid until the next is told.
  [[nodiscard]] std::span<const Event> drain() { return {first_, std::exchange(end_, first_)}; }

 protected:
  UnreadEvents() = default;

  Event* first_ = nullptr;
  Event* end_ = nullptr;
};

}  // namespace v1
}  // namespace acd
