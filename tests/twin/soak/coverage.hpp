// Which statuses, events and causes a run has seen, and how often.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "acd/engine/event.hpp"
#include "acd/vocabulary/status.hpp"

namespace acd::twin {

class Coverage {
 public:
  void add(Status status, const std::vector<Event>& events);
  /// A table, one line each.
  [[nodiscard]] std::string table() const;
  /// What a router can do and never did; empty if there is nothing.
  [[nodiscard]] std::string never_seen() const;

 private:
  std::map<Status, std::uint64_t> statuses_{};
  std::map<EventKind, std::uint64_t> kinds_{};
  std::map<Cause, std::uint64_t> causes_{};
};

}  // namespace acd::twin
