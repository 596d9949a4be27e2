// Which commands, statuses, events, causes and holds a run has seen, and how often.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "acd/config/blueprint.hpp"
#include "acd/engine/command.hpp"
#include "acd/engine/event.hpp"
#include "acd/vocabulary/status.hpp"

namespace acd::twin {

class Coverage {
 public:
  void add(CommandKind command, Status status, const std::vector<Event>& events,
           const Blueprint& blueprint);
  /// A table, one line each.
  [[nodiscard]] std::string table() const;
  /// What a router can do and never did; empty if there is nothing.
  [[nodiscard]] std::string never_seen() const;

 private:
  std::map<CommandKind, std::uint64_t> commands_{};  // applied
  std::map<AffinityKind, std::uint64_t> holds_{};
  std::map<Status, std::uint64_t> statuses_{};
  std::map<EventKind, std::uint64_t> kinds_{};
  std::map<Cause, std::uint64_t> causes_{};
};

}  // namespace acd::twin
