// Bots, menus and entries: a slot stands as a table whose one key says where it leads.
//
//   on_duty = { group = "sales", priority = 5 }     off_duty = { to = "message" }
#include "toml/entry_members.hpp"

#include "toml/table_reader.hpp"
#include "toml/target_members.hpp"

namespace acd {
inline namespace v1 {
static void read_value(const Source& source, EntrySlot& slot) {
  TableReader table{source};
  TargetKeys keys;
  keys.read(table, "target.");
  table.read("priority", slot.priority);
  table.read("requirement", slot.requirement);
  table.finish();
  slot.target = keys.target(source);
}

void read_value(const Source& source, Bot& bot) {
  TableReader table{source};
  table.read("name", bot.name);
  table.read("sessions_max", bot.sessions_max);
  table.read("hand_over_hours", bot.hand_over_hours);
  table.read("off_duty", bot.off_duty);
  table.finish();
}

void read_value(const Source& source, MenuNode& node) {
  TableReader table{source};
  table.read("name", node.name);
  table.read("parent", node.parent);
  table.read("key", node.key);
  table.read("hours", node.hours);
  table.read("on_duty", node.on_duty);
  table.read("off_duty", node.off_duty);
  table.finish();
}

void read_value(const Source& source, EntryRule& rule) {
  TableReader table{source};
  table.read("name", rule.name);
  table.read("when", rule.when);
  table.read("hours", rule.hours);
  table.read("on_duty", rule.on_duty);
  table.read("off_duty", rule.off_duty);
  table.finish();
}

void read_value(const Source& source, Entry& entry) {
  TableReader table{source};
  table.read("name", entry.name);
  table.read("rules", entry.rules);
  table.finish();
}

}  // namespace v1
}  // namespace acd
