// Targets: one key of a table.
#include "toml/value_texts.hpp"

namespace acd {
inline namespace v1 {

void ValueTexts::add_target(TableWriter& table, const Target& target) const {
  switch (target.kind) {
    case TargetKind::undecided: return;
    case TargetKind::group: return table.add("group", of(target.group));
    case TargetKind::bot: return table.add("bot", of(target.bot));
    case TargetKind::menu: return table.add("menu", of(target.node));
    case TargetKind::message:
    case TargetKind::callback:
      if (!target.group.is_none()) {
        const bool is_message = target.kind == TargetKind::message;
        return table.add(is_message ? "message" : "callback", of(target.group));
      }
      return table.add("to", of(target.kind));
    case TargetKind::named_group:
    case TargetKind::host:
    case TargetKind::reject: return table.add("to", of(target.kind));
  }
}

}  // namespace v1
}  // namespace acd
