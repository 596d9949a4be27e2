// The names of commands' kinds and fields.
#include "acd/companion/text.hpp"

namespace acd {
inline namespace v1 {

std::string_view to_text(CommandKind kind) {
  switch (kind) {
    case CommandKind::arrive: return "arrive";
    case CommandKind::cancel: return "cancel";
    case CommandKind::complete: return "complete";
    case CommandKind::requeue: return "requeue";
    case CommandKind::reprioritise: return "reprioritise";
    case CommandKind::require: return "require";
    case CommandKind::move: return "move";
    case CommandKind::set_attribute: return "set_attribute";
    case CommandKind::exclude: return "exclude";
    case CommandKind::confirm: return "confirm";
    case CommandKind::accept: return "accept";
    case CommandKind::decline: return "decline";
    case CommandKind::withdrawn: return "withdrawn";
    case CommandKind::pick: return "pick";
    case CommandKind::sign_in: return "sign_in";
    case CommandKind::ready: return "ready";
    case CommandKind::not_ready: return "not_ready";
    case CommandKind::drain: return "drain";
    case CommandKind::sign_out: return "sign_out";
    case CommandKind::lose_agent: return "lose_agent";
    case CommandKind::end_wrap_up: return "end_wrap_up";
    case CommandKind::extend_wrap_up: return "extend_wrap_up";
    case CommandKind::set_capacity: return "set_capacity";
    case CommandKind::report_outside: return "report_outside";
    case CommandKind::set_level: return "set_level";
    case CommandKind::set_preference: return "set_preference";
    case CommandKind::define_requirement: return "define_requirement";
    case CommandKind::choose: return "choose";
    case CommandKind::hand_over: return "hand_over";
    case CommandKind::switch_plans: return "switch_plans";
    case CommandKind::end_switch: return "end_switch";
    case CommandKind::add_transition: return "add_transition";
    case CommandKind::extend_timetables: return "extend_timetables";
    case CommandKind::enter_surge: return "enter_surge";
    case CommandKind::leave_surge: return "leave_surge";
    case CommandKind::release_surge: return "release_surge";
    case CommandKind::postpone: return "postpone";
    case CommandKind::call_back: return "call_back";
    case CommandKind::not_reached: return "not_reached";
    case CommandKind::approve_break: return "approve_break";
    case CommandKind::deny_break: return "deny_break";
    case CommandKind::remember: return "remember";
    case CommandKind::set_owner: return "set_owner";
    case CommandKind::move_owners: return "move_owners";
    case CommandKind::forget_customer: return "forget_customer";
    case CommandKind::reconcile: return "reconcile";
    case CommandKind::advance: return "advance";
  }
  return {};
}

std::string_view to_text(CommandField field) {
  switch (field) {
    case CommandField::session: return "session";
    case CommandField::agent: return "agent";
    case CommandField::offer: return "offer";
    case CommandField::reference: return "reference";
    case CommandField::group: return "group";
    case CommandField::channel: return "channel";
    case CommandField::priority: return "priority";
    case CommandField::requirement: return "requirement";
    case CommandField::start: return "start";
    case CommandField::due: return "due";
    case CommandField::seniority: return "seniority";
    case CommandField::attribute: return "attribute";
    case CommandField::value: return "value";
    case CommandField::duration: return "duration";
    case CommandField::reason: return "reason";
    case CommandField::capacity: return "capacity";
    case CommandField::count: return "count";
    case CommandField::level: return "level";
    case CommandField::preference: return "preference";
    case CommandField::attributes: return "attributes";
    case CommandField::excluded: return "excluded";
    case CommandField::expression: return "expression";
    case CommandField::entry: return "entry";
    case CommandField::customer: return "customer";
    case CommandField::not_before: return "not_before";
    case CommandField::plans: return "plans";
    case CommandField::effect: return "effect";
    case CommandField::until: return "until";
    case CommandField::zone: return "zone";
    case CommandField::surge: return "surge";
    case CommandField::successor: return "successor";
    case CommandField::preferred: return "preferred";
  }
  return {};
}

std::string_view to_text(LayerEffect effect) {
  switch (effect) {
    case LayerEffect::opens: return "opens";
    case LayerEffect::closes: return "closes";
  }
  return {};
}

std::string_view to_text(Seniority seniority) {
  switch (seniority) {
    case Seniority::kept: return "kept";
    case Seniority::fresh: return "fresh";
  }
  return {};
}

}  // namespace v1
}  // namespace acd
