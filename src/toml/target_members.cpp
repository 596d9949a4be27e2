// One of several keys.
#include "toml/target_members.hpp"

namespace acd {
inline namespace v1 {

void TargetKeys::read(TableReader& table, const std::string& prefix) {
  table.read("group", prefix + "group", group);
  table.read("bot", prefix + "bot", bot);
  table.read("menu", prefix + "node", menu);
  table.read("message", prefix + "group", message);
  table.read("callback", prefix + "group", callback);
  table.read("to", prefix + "kind", to);
}

Target TargetKeys::target(const Source& source) const {
  const int given = int{group.has_value()} + int{bot.has_value()} + int{menu.has_value()} +
                    int{message.has_value()} + int{callback.has_value()} + int{to.has_value()};
  if (given > 1) {
    source.report("one of group, bot, menu, message, callback and to says where it leads");
  }
  if (group) return to_group(*group);
  if (bot) return to_bot(*bot);
  if (menu) return to_menu(*menu);
  if (message) return leave_message(*message);
  if (callback) return ask_callback(*callback);
  return {.kind = to.value_or(TargetKind::undecided)};
}

void read_value(const Source& source, Target& target) {
  TableReader table{source};
  TargetKeys keys;
  keys.read(table, "");
  table.finish();
  target = keys.target(source);
}

}  // namespace v1
}  // namespace acd
