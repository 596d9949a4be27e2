// Each member unless it is as by default; a rule's cause always.
#include "toml/overflow_writer.hpp"

namespace acd {
inline namespace v1 {

TableWriter OverflowWriter::table_of(const OverflowRule& rule) const {
  const OverflowRule by_default;
  TableWriter table;
  table.add("name", toml_string(rule.name));
  texts_.add(table, "stage", rule.stage, by_default.stage);
  table.add("cause", texts_.of(rule.cause));
  texts_.add(table, "when", rule.when, {});
  if (rule.repeat) table.add("repeat", table_of(*rule.repeat).inline_table());
  texts_.add(table, "raise_priority", rule.raise_priority, by_default.raise_priority);
  if (rule.relaxation == Relaxation::dropped) table.add("relaxation", texts_.of(rule.relaxation));
  texts_.add(table, "requirement", rule.requirement, {});
  texts_.add(table, "also_in", rule.also_in, {});
  texts_.add(table, "targets", rule.targets, {});
  return table;
}

TableWriter OverflowWriter::table_of(const Repeat& repeat) const {
  TableWriter table;
  table.add("every", texts_.of(repeat.every));
  texts_.add(table, "times", repeat.times, Repeat{}.times);
  return table;
}

TableWriter OverflowWriter::table_of(const TicketRule& rule) const {
  TableWriter table;
  table.add("due_in", texts_.of(rule.due_in));
  texts_.add(table, "reminders", rule.reminders, {});
  texts_.add(table, "escalate_to", rule.escalate_to, {});
  return table;
}

TableWriter OverflowWriter::table_of(const CallbackRule& rule) const {
  const CallbackRule by_default;
  TableWriter table;
  table.add("channel", texts_.of(rule.channel));
  texts_.add(table, "attempts_max", rule.attempts_max, by_default.attempts_max);
  texts_.add(table, "retry_after", rule.retry_after, by_default.retry_after);
  texts_.add(table, "hours", rule.hours, {});
  return table;
}

TableWriter OverflowWriter::table_of(const Surge& surge) const {
  const Surge by_default;
  TableWriter table;
  table.add("name", toml_string(surge.name));
  texts_.add(table, "enter", surge.enter, by_default.enter);
  texts_.add(table, "leave", surge.leave, {});
  texts_.add(table, "dwell", surge.dwell, by_default.dwell);
  table.add_tables("capacities", surge.capacities,
                   [this](const CapacitySwap& swap) { return table_of(swap); });
  table.add_tables("wrap_ups", surge.wrap_ups,
                   [this](const WrapUpScale& scale) { return table_of(scale); });
  return table;
}

TableWriter OverflowWriter::table_of(const CapacitySwap& swap) const {
  TableWriter table;
  table.add("from", texts_.of(swap.from));
  table.add("to", texts_.of(swap.to));
  return table;
}

TableWriter OverflowWriter::table_of(const WrapUpScale& scale) const {
  TableWriter table;
  texts_.add(table, "group", scale.group, {});
  table.add("percent", texts_.of(scale.percent));
  return table;
}

TableWriter OverflowWriter::table_of(const BreakRule& rule) const {
  const BreakRule by_default;
  TableWriter table;
  table.add("name", toml_string(rule.name));
  texts_.add(table, "group", rule.group, {});
  texts_.add(table, "reasons", rule.reasons, {});
  texts_.add(table, "ready_min", rule.ready_min, by_default.ready_min);
  texts_.add(table, "away_max", rule.away_max, {});
  texts_.add(table, "answer", rule.answer, by_default.answer);
  texts_.add(table, "approval", rule.approval, by_default.approval);
  return table;
}

}  // namespace v1
}  // namespace acd
