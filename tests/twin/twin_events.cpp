// Emitting events: each gets the fields that its kind's table names, and no others.
#include <algorithm>

#include "twin/twin_router.hpp"

namespace acd::twin {
namespace {

void copy_field(EventField field, const Event& from, Event& to) {
  switch (field) {
    case EventField::session: to.session = from.session; return;
    case EventField::agent: to.agent = from.agent; return;
    case EventField::offer: to.offer = from.offer; return;
    case EventField::group: to.group = from.group; return;
    case EventField::channel: to.channel = from.channel; return;
    case EventField::priority: to.priority = from.priority; return;
    case EventField::cause: to.cause = from.cause; return;
    case EventField::state: to.state = from.state; return;
    case EventField::reason: to.reason = from.reason; return;
    case EventField::value: to.value = from.value; return;
    case EventField::until: to.until = from.until; return;
  }
}

}  // namespace

std::uint64_t TwinRouter::emit(Event event) {
  Event tabled{.kind = event.kind, .at = now_};
  for (const EventField field : fields_of(event.kind)) copy_field(field, event, tabled);
  undrained_.push_back(tabled);
  return ++events_;
}

std::uint64_t TwinRouter::emit(EventKind kind, Cause cause, const SessionRecord& session) {
  Event event{.kind = kind,
              .cause = cause,
              .channel = session.channel,
              .priority = session.priority,
              .group = session.group,
              .session = session.handle,
              .value = static_cast<std::int64_t>(session.reference),
              .until = session.start};
  if (const OfferRecord* service = offers_.find(session.service)) {
    event.agent = {static_cast<std::uint32_t>(service->agent), 1};
    event.offer = service->token;
  }
  return emit(event);
}

std::uint64_t TwinRouter::emit(EventKind kind, Cause cause, const OfferRecord& offer,
                               Instant until) {
  return emit(Event{.kind = kind,
                    .cause = cause,
                    .channel = offer.channel,
                    .group = offer.group,
                    .session = offer.session,
                    .agent = {static_cast<std::uint32_t>(offer.agent), 1},
                    .offer = offer.token,
                    .until = until});
}

std::uint64_t TwinRouter::enter(AgentState state, std::size_t agent, Cause cause, ReasonId reason) {
  const AgentState before = agents_[agent].state;
  agents_[agent].state = state;
  agents_[agent].reason = reason;
  if (state != AgentState::ready) agents_[agent].held.reset();
  const std::uint64_t number = emit(Event{.kind = EventKind::agent_state,
                                          .cause = cause,
                                          .state = state,
                                          .reason = reason,
                                          .agent = {static_cast<std::uint32_t>(agent), 1}});
  const bool might_come = before == AgentState::ready || before == AgentState::not_ready;
  if (might_come && state != AgentState::ready) touch_held_for(agent);
  return number;
}

std::uint64_t TwinRouter::emit_changed(std::size_t agent, Cause cause, std::int64_t value,
                                       GroupId group, ChannelId channel) {
  return emit(Event{.kind = EventKind::agent_changed,
                    .cause = cause,
                    .channel = channel,
                    .group = group,
                    .agent = {static_cast<std::uint32_t>(agent), 1},
                    .value = value});
}

}  // namespace acd::twin
