// The names of events' kinds, fields and causes, and of states.
#include <cstddef>
#include <iterator>
#include <utility>

#include "acd/companion/text.hpp"

namespace acd {
inline namespace v1 {
namespace {

/// By enumerator.
constexpr std::pair<Cause, std::string_view> cause_names[] = {
    {Cause::none, "none"},
    {Cause::completed, "completed"},
    {Cause::abandoned, "abandoned"},
    {Cause::short_abandoned, "short_abandoned"},
    {Cause::timed_out, "timed_out"},
    {Cause::refused, "refused"},
    {Cause::lost, "lost"},
    {Cause::closed, "closed"},
    {Cause::message, "message"},
    {Cause::callback, "callback"},
    {Cause::host, "host"},
    {Cause::rejected, "rejected"},
    {Cause::unrouted, "unrouted"},
    {Cause::no_answer, "no_answer"},
    {Cause::declined, "declined"},
    {Cause::answered_elsewhere, "answered_elsewhere"},
    {Cause::cancelled, "cancelled"},
    {Cause::agent_not_ready, "agent_not_ready"},
    {Cause::agent_lost, "agent_lost"},
    {Cause::lease_expired, "lease_expired"},
    {Cause::withdrawal_confirmed, "withdrawal_confirmed"},
    {Cause::chosen, "chosen"},
    {Cause::picked, "picked"},
    {Cause::accepted, "accepted"},
    {Cause::handed_back, "handed_back"},
    {Cause::wrap_up_over, "wrap_up_over"},
    {Cause::by_agent, "by_agent"},
    {Cause::asked, "asked"},
    {Cause::misses, "misses"},
    {Cause::drained, "drained"},
    {Cause::priority, "priority"},
    {Cause::requirement, "requirement"},
    {Cause::group, "group"},
    {Cause::attribute, "attribute"},
    {Cause::exclusion, "exclusion"},
    {Cause::capacity, "capacity"},
    {Cause::outside, "outside"},
    {Cause::level, "level"},
    {Cause::preference, "preference"},
    {Cause::entry, "entry"},
    {Cause::rule, "rule"},
    {Cause::rule_off_duty, "rule_off_duty"},
    {Cause::node, "node"},
    {Cause::node_off_duty, "node_off_duty"},
    {Cause::bot, "bot"},
    {Cause::hand_over, "hand_over"},
    {Cause::by_hours, "by_hours"},
    {Cause::switched, "switched"},
    {Cause::switch_over, "switch_over"},
    {Cause::shift, "shift"},
    {Cause::nobody_signed_in, "nobody_signed_in"},
    {Cause::all_busy, "all_busy"},
    {Cause::too_long, "too_long"},
    {Cause::too_slow, "too_slow"},
    {Cause::forecast_too_slow, "forecast_too_slow"},
    {Cause::pressure, "pressure"},
    {Cause::escalated, "escalated"},
    {Cause::by_condition, "by_condition"},
    {Cause::channel, "channel"},
    {Cause::postponed, "postponed"},
    {Cause::not_reached, "not_reached"},
    {Cause::unreached, "unreached"},
    {Cause::called_back, "called_back"},
    {Cause::granted, "granted"},
    {Cause::preferred, "preferred"},
    {Cause::hold_over, "hold_over"},
    {Cause::nobody_awaited, "nobody_awaited"},
    {Cause::backup, "backup"},
};

constexpr bool names_each_cause() {
  for (std::size_t i = 0; i < std::size(cause_names); ++i) {
    if (cause_names[i].first != static_cast<Cause>(i)) return false;
  }
  return std::size(cause_names) == static_cast<std::size_t>(last_cause) + 1;
}
static_assert(names_each_cause());

}  // namespace

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
    case EventKind::held: return "held";
    case EventKind::hold_ended: return "hold_ended";
    case EventKind::owner_changed: return "owner_changed";
    case EventKind::owners_moved: return "owners_moved";
    case EventKind::forgotten: return "forgotten";
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
  const auto index = static_cast<std::size_t>(cause);
  return index < std::size(cause_names) ? cause_names[index].second : std::string_view{};
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
