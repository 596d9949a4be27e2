// The fold over the router's events.
#include "call_record.hpp"

namespace acdsim {
namespace {

template <class Value>
Value& at_slot(std::vector<Value>& values, std::uint32_t slot) {
  if (slot >= values.size()) values.resize(slot + std::size_t{1});
  return values[slot];
}

Outcome outcome_of(acd::Cause cause) {
  if (cause == acd::Cause::completed) return Outcome::served;
  if (cause == acd::Cause::abandoned) return Outcome::abandoned;
  if (cause == acd::Cause::short_abandoned) return Outcome::short_abandoned;
  if (cause == acd::Cause::timed_out) return Outcome::timed_out;
  return cause == acd::Cause::refused ? Outcome::refused : Outcome::closed;
}

}  // namespace

std::string_view name_of(Outcome outcome) {
  switch (outcome) {
    case Outcome::open: return "open";
    case Outcome::served: return "served";
    case Outcome::abandoned: return "abandoned";
    case Outcome::short_abandoned: return "short abandoned";
    case Outcome::timed_out: return "timed out";
    case Outcome::refused: return "refused";
    case Outcome::turned_away: return "turned away";
    case Outcome::closed: return "closed at the end";
  }
  return {};
}

CallRecord& CallRecordFold::record_of(acd::SessionHandle session) {
  return records_[session_records_[session.slot]];
}

void CallRecordFold::add(const acd::Event& event) {
  using acd::EventKind;
  switch (event.kind) {
    case EventKind::arrived: arrive(event); break;
    case EventKind::assigned: answer(event); break;
    case EventKind::requeued: stop_talking(record_of(event.session), event); break;
    case EventKind::ended: end(event); break;
    case EventKind::wrap_up_started:
      at_slot(wrap_ups_, event.offer.slot) = {session_records_[event.session.slot], event.at};
      break;
    case EventKind::wrap_up_ended: {
      const WrapUp& wrap_up = wrap_ups_[event.offer.slot];
      records_[wrap_up.record].wrap_up += event.at - wrap_up.since;
      break;
    }
    case EventKind::offered:
    case EventKind::offer_withdrawn:
    case EventKind::offer_ended:
    case EventKind::changed:
    case EventKind::wrap_up_extended:
    case EventKind::agent_state:
    case EventKind::agent_changed:
    case EventKind::routed:
    case EventKind::queued:
    case EventKind::plan_opened:
    case EventKind::plan_closed:
    case EventKind::transition_added:
    case EventKind::timetables_extended:
    case EventKind::timetables_ended:
    case EventKind::requirement_defined:
    case EventKind::overflowed:
    case EventKind::also_queued:
    case EventKind::scheduled:
    case EventKind::reminded:
    case EventKind::fell_due:
    case EventKind::surge_entered:
    case EventKind::surge_left:
    case EventKind::surge_released:
    case EventKind::break_held:
    case EventKind::break_denied:
    case EventKind::held:
    case EventKind::hold_ended:
    case EventKind::owner_changed:
    case EventKind::owners_moved:
    case EventKind::forgotten: break;
  }
}

void CallRecordFold::arrive(const acd::Event& event) {
  at_slot(session_records_, event.session.slot) = records_.size();
  at_slot(serving_since_, event.session.slot) = acd::never;
  records_.push_back({.queue = event.group, .priority = event.priority, .arrived = event.at});
}

void CallRecordFold::answer(const acd::Event& event) {
  CallRecord& record = record_of(event.session);
  record.agent = static_cast<std::int32_t>(event.agent.slot);
  serving_since_[event.session.slot] = event.at;
  if (record.answered != acd::never) return;  // served before, and handed back
  record.answered = event.at;
  record.wait = event.at - record.arrived;
}

void CallRecordFold::stop_talking(CallRecord& record, const acd::Event& event) {
  acd::Instant& since = serving_since_[event.session.slot];
  if (since != acd::never) record.talk += event.at - since;
  since = acd::never;
}

void CallRecordFold::end(const acd::Event& event) {
  CallRecord& record = record_of(event.session);
  record.outcome = outcome_of(event.cause);
  ++record.endings;
  if (record.answered == acd::never) record.wait = event.at - record.arrived;
  stop_talking(record, event);
}

void CallRecordFold::turn_away(acd::GroupId queue, acd::Priority priority, acd::Instant at) {
  records_.push_back({.queue = queue,
                      .priority = priority,
                      .outcome = Outcome::turned_away,
                      .endings = 1,
                      .arrived = at});
}

}  // namespace acdsim
