// The names of events' kinds, fields and causes, and of states.
#include "acd/companion/text.hpp"

namespace acd {
inline namespace v1 {

std::string_view to_text(EventKind kind) {
  switch (kind) {
    case EventKind::arrived: return "arrived";
    case EventKind::offered: return "offered";
    case EventKind::assigned: return "assigned";
    case EventKind::offer_withdrawn: return "offer_withdrawn";
    case EventKind::offer_ended: return "offer_ended";
    case EventKind::requeued: return "requeued";
    case EventKind::changed: return "changed";
    case EventKind::ended: return "ended";
    case EventKind::wrap_up_started: return "wrap_up_started";
    case EventKind::wrap_up_extended: return "wrap_up_extended";
    case EventKind::wrap_up_ended: return "wrap_up_ended";
    case EventKind::agent_state: return "agent_state";
    case EventKind::agent_changed: return "agent_changed";
    case EventKind::requirement_defined: return "requirement_defined";
    case EventKind::routed: return "routed";
    case EventKind::queued: return "queued";
    case EventKind::plan_opened: return "plan_opened";
    case EventKind::plan_closed: return "plan_closed";
    case EventKind::transition_added: return "transition_added";
    case EventKind::timetables_extended: return "timetables_extended";
    case EventKind::timetables_ended: return "timetables_ended";
    case EventKind::overflowed: return "overflowed";
    case EventKind::also_queued: return "also_queued";
    case EventKind::scheduled: return "scheduled";
    case EventKind::reminded: return "reminded";
    case EventKind::fell_due: return "fell_due";
    case EventKind::surge_entered: return "surge_entered";
    case EventKind::surge_left: return "surge_left";
    case EventKind::surge_released: return "surge_released";
    case EventKind::break_held: return "break_held";
    case EventKind::break_denied: return "break_denied";
  }
  return {};
}

std::string_view to_text(EventField field) {
  switch (field) {
    case EventField::session: return "session";
    case EventField::agent: return "agent";
    case EventField::offer: return "offer";
    case EventField::group: return "group";
    case EventField::channel: return "channel";
    case EventField::priority: return "priority";
    case EventField::cause: return "cause";
    case EventField::state: return "state";
    case EventField::reason: return "reason";
    case EventField::value: return "value";
    case EventField::until: return "until";
  }
  return {};
}

std::string_view to_text(Cause cause) {
  switch (cause) {
    case Cause::none: return "none";
    case Cause::completed: return "completed";
    case Cause::abandoned: return "abandoned";
    case Cause::short_abandoned: return "short_abandoned";
    case Cause::timed_out: return "timed_out";
    case Cause::refused: return "refused";
    case Cause::lost: return "lost";
    case Cause::closed: return "closed";
    case Cause::message: return "message";
    case Cause::callback: return "callback";
    case Cause::host: return "host";
    case Cause::rejected: return "rejected";
    case Cause::unrouted: return "unrouted";
    case Cause::no_answer: return "no_answer";
    case Cause::declined: return "declined";
    case Cause::answered_elsewhere: return "answered_elsewhere";
    case Cause::cancelled: return "cancelled";
    case Cause::agent_not_ready: return "agent_not_ready";
    case Cause::agent_lost: return "agent_lost";
    case Cause::lease_expired: return "lease_expired";
    case Cause::withdrawal_confirmed: return "withdrawal_confirmed";
    case Cause::chosen: return "chosen";
    case Cause::picked: return "picked";
    case Cause::accepted: return "accepted";
    case Cause::handed_back: return "handed_back";
    case Cause::wrap_up_over: return "wrap_up_over";
    case Cause::by_agent: return "by_agent";
    case Cause::asked: return "asked";
    case Cause::misses: return "misses";
    case Cause::drained: return "drained";
    case Cause::priority: return "priority";
    case Cause::requirement: return "requirement";
    case Cause::group: return "group";
    case Cause::attribute: return "attribute";
    case Cause::exclusion: return "exclusion";
    case Cause::capacity: return "capacity";
    case Cause::outside: return "outside";
    case Cause::level: return "level";
    case Cause::preference: return "preference";
    case Cause::entry: return "entry";
    case Cause::rule: return "rule";
    case Cause::rule_off_duty: return "rule_off_duty";
    case Cause::node: return "node";
    case Cause::node_off_duty: return "node_off_duty";
    case Cause::bot: return "bot";
    case Cause::hand_over: return "hand_over";
    case Cause::by_hours: return "by_hours";
    case Cause::switched: return "switched";
    case Cause::switch_over: return "switch_over";
    case Cause::shift: return "shift";
    case Cause::nobody_signed_in: return "nobody_signed_in";
    case Cause::all_busy: return "all_busy";
    case Cause::too_long: return "too_long";
    case Cause::too_slow: return "too_slow";
    case Cause::forecast_too_slow: return "forecast_too_slow";
    case Cause::pressure: return "pressure";
    case Cause::escalated: return "escalated";
    case Cause::by_condition: return "by_condition";
    case Cause::channel: return "channel";
    case Cause::postponed: return "postponed";
    case Cause::not_reached: return "not_reached";
    case Cause::unreached: return "unreached";
    case Cause::called_back: return "called_back";
    case Cause::granted: return "granted";
  }
  return {};
}

std::string_view to_text(AgentState state) {
  switch (state) {
    case AgentState::signed_out: return "signed_out";
    case AgentState::not_ready: return "not_ready";
    case AgentState::ready: return "ready";
    case AgentState::draining: return "draining";
  }
  return {};
}

std::string_view to_text(SessionState state) {
  switch (state) {
    case SessionState::waiting: return "waiting";
    case SessionState::serving: return "serving";
    case SessionState::leaving: return "leaving";
    case SessionState::scheduled: return "scheduled";
    case SessionState::in_menu: return "in_menu";
    case SessionState::with_bot: return "with_bot";
  }
  return {};
}

}  // namespace v1
}  // namespace acd
