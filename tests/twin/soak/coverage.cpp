// Counts what came up.
#include "twin/soak/coverage.hpp"

#include <fmt/format.h>

#include "acd/companion/text.hpp"

namespace acd::twin {
namespace {

// A router never answers this: it belongs to the directory of host ids.
constexpr Status not_of_a_router = Status::duplicate_session;

using acd::to_text;

std::string_view to_text(AffinityKind kind) {
  switch (kind) {
    case AffinityKind::owner: return "owner";
    case AffinityKind::owner_team: return "owner_team";
    case AffinityKind::last_agent: return "last_agent";
    case AffinityKind::most_frequent: return "most_frequent";
    case AffinityKind::given: return "given";
    case AffinityKind::listed: return "listed";
    case AffinityKind::host_choice: return "host_choice";
  }
  return {};
}

template <class Enum>
std::string rows(const char* title, const std::map<Enum, std::uint64_t>& seen, Enum last) {
  std::string text = fmt::format("{}\n", title);
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    const auto found = seen.find(static_cast<Enum>(i));
    const std::uint64_t count = found == seen.end() ? 0 : found->second;
    text += fmt::format("  {:<24}{:>12}\n", to_text(static_cast<Enum>(i)), count);
  }
  return text;
}

template <class Enum>
std::string missing(const std::map<Enum, std::uint64_t>& seen, Enum first, Enum last) {
  std::string text;
  for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    const auto each = static_cast<Enum>(i);
    if (!seen.contains(each)) text += fmt::format(" {}", to_text(each));
  }
  return text;
}

}  // namespace

void Coverage::add(CommandKind command, Status status, const std::vector<Event>& events,
                   const Blueprint& blueprint) {
  ++statuses_[status];
  if (status == Status::applied) ++commands_[command];
  for (const Event& event : events) {
    ++kinds_[event.kind];
    ++causes_[event.cause];
    if (event.kind != EventKind::held) continue;
    const auto strategies = blueprint.groups[event.group.index()].affinity.criteria();
    ++holds_[strategies[static_cast<std::size_t>(event.value)].kind];
  }
}

std::string Coverage::table() const {
  return rows("commands applied", commands_, last_command_kind) +
         rows("statuses", statuses_, last_status) + rows("events", kinds_, last_event_kind) +
         rows("causes", causes_, last_cause) +
         rows("strategies that hold", holds_, last_affinity_kind);
}

std::string Coverage::never_seen() const {
  std::map<Status, std::uint64_t> statuses = statuses_;
  statuses[not_of_a_router] = 1;
  return missing(commands_, CommandKind::arrive, last_command_kind) +
         missing(holds_, AffinityKind::owner, last_affinity_kind) +
         missing(statuses, Status::applied, last_status) +
         missing(kinds_, EventKind::arrived, last_event_kind) +
         missing(causes_, Cause::none, last_cause);
}

}  // namespace acd::twin
