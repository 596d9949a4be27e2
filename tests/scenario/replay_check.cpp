// Three more routers, each given the same commands.
#include "scenario/replay_check.hpp"

#include <fmt/format.h>

#include <optional>
#include <vector>

namespace acd::scenario {
namespace {

using Events = std::vector<Event>;

void keep(Events& events, std::span<const Event> more) {
  events.insert(events.end(), more.begin(), more.end());
}

std::string difference(std::string_view how, const Stage& stage, const Router& again,
                       const Events& events) {
  if (events != stage.events()) return fmt::format("{}: other events", how);
  if (again.state_hash() != stage.router().state_hash()) {
    return fmt::format("{}: another state hash", how);
  }
  return {};
}

std::string as_recorded(const Stage& stage, const CompiledPlan& plan) {
  Router router{plan};
  Events events;
  const ReplayResult result =
      replay(stage.journal(), router,
             [&](const TimedCommand&, Status, std::span<const Event> more) { keep(events, more); });
  if (result.fault != JournalFault::none) return "the journal does not read back";
  return difference("replayed", stage, router, events);
}

/// Time plans start at the instant of the first command, so that is given as it was.
void start(JournalReader& reader, Router& router, Events& events) {
  if (const std::optional<TimedCommand> timed = reader.next()) {
    static_cast<void>(router.apply(timed->command, timed->now));
    keep(events, router.drain_events());
  }
}

/// One jump of any length equals the same interval in small steps.
std::string step_by_step(const Stage& stage, const CompiledPlan& plan) {
  Router router{plan};
  Events events;
  JournalReader reader{stage.journal()};
  while (const std::optional<TimedCommand> timed = reader.next()) {
    while (router.next_deadline() <= timed->now) {
      if (router.advance(router.next_deadline()) != Status::applied) return "no time passes";
      keep(events, router.drain_events());
    }
    // What was refused in the script is refused again: the events and the hash tell.
    static_cast<void>(router.apply(timed->command, timed->now));
    keep(events, router.drain_events());
  }
  return difference("step by step", stage, router, events);
}

/// What fell due before a command fires before it, whether time was told or not.
std::string in_jumps(const Stage& stage, const CompiledPlan& plan) {
  Router router{plan};
  Events events;
  JournalReader reader{stage.journal()};
  start(reader, router, events);
  while (const std::optional<TimedCommand> timed = reader.next()) {
    if (timed->command.kind == CommandKind::advance) continue;
    static_cast<void>(router.apply(timed->command, timed->now));
    keep(events, router.drain_events());
  }
  if (router.advance(reader.last()) != Status::applied) return "no time passes";
  keep(events, router.drain_events());
  return difference("in jumps", stage, router, events);
}

}  // namespace

std::string check_replays(const Stage& stage, const CompiledPlan& plan) {
  for (const auto& check : {as_recorded, step_by_step, in_jumps}) {
    if (std::string found = check(stage, plan); !found.empty()) return found;
  }
  return {};
}

}  // namespace acd::scenario
