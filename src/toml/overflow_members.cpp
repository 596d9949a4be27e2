// Of what a session asks: `requirement` replaces it, `relaxation = "dropped"` drops it.
#include "toml/overflow_members.hpp"

#include "toml/table_reader.hpp"
#include "toml/target_members.hpp"

namespace acd {
inline namespace v1 {

static void read_value(const Source& source, Repeat& repeat) {
  TableReader table{source};
  table.read("every", repeat.every);
  table.read("times", repeat.times);
  table.finish();
}

static void read_value(const Source& source, CapacitySwap& swap) {
  TableReader table{source};
  table.read("from", swap.from);
  table.read("to", swap.to);
  table.finish();
}

static void read_value(const Source& source, WrapUpScale& scale) {
  TableReader table{source};
  table.read("group", scale.group);
  table.read("percent", scale.percent);
  table.finish();
}

void read_value(const Source& source, OverflowRule& rule) {
  TableReader table{source};
  std::optional<RequirementId> requirement;
  table.read("name", rule.name);
  table.read("stage", rule.stage);
  table.read("cause", rule.cause);
  table.read("when", rule.when);
  table.read("repeat", rule.repeat);
  table.read("raise_priority", rule.raise_priority);
  table.read("requirement", requirement);
  table.read("relaxation", rule.relaxation);
  table.read("also_in", rule.also_in);
  table.read("targets", rule.targets);
  table.finish();
  if (!requirement) return;
  if (rule.relaxation != Relaxation::none) {
    source.report("a requirement is replaced or dropped, and this does both");
  }
  rule.relaxation = Relaxation::replaced;
  rule.requirement = *requirement;
}

void read_value(const Source& source, TicketRule& rule) {
  TableReader table{source};
  table.read("due_in", rule.due_in);
  table.read("reminders", rule.reminders);
  table.read("escalate_to", rule.escalate_to);
  table.finish();
}

void read_value(const Source& source, CallbackRule& rule) {
  TableReader table{source};
  table.read("channel", rule.channel);
  table.read("attempts_max", rule.attempts_max);
  table.read("retry_after", rule.retry_after);
  table.read("hours", rule.hours);
  table.finish();
}

void read_value(const Source& source, Surge& surge) {
  TableReader table{source};
  table.read("name", surge.name);
  table.read("enter", surge.enter);
  table.read("leave", surge.leave);
  table.read("dwell", surge.dwell);
  table.read("capacities", surge.capacities);
  table.read("wrap_ups", surge.wrap_ups);
  table.finish();
}

void read_value(const Source& source, BreakRule& rule) {
  TableReader table{source};
  table.read("name", rule.name);
  table.read("group", rule.group);
  table.read("reasons", rule.reasons);
  table.read("ready_min", rule.ready_min);
  table.read("away_max", rule.away_max);
  table.read("answer", rule.answer);
  table.read("approval", rule.approval);
  table.finish();
}

}  // namespace v1
}  // namespace acd
